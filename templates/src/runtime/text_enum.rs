//! Enumerations of texts and of whole numbers: names, parsing, and both serde impls from one table.

use ::serde::de::{Deserializer, Error, Visitor};
use ::std::fmt;

/// A text that is none of the allowed values. Its message lists them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    /// The text.
    pub value: String,
    /// The allowed values.
    pub allowed: &'static [&'static str],
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} is none of the allowed values", self.value)?;
        for (index, allowed) in self.allowed.iter().enumerate() {
            write!(
                formatter,
                "{} {allowed:?}",
                if index == 0 { ":" } else { "," }
            )?;
        }
        Ok(())
    }
}

impl ::std::error::Error for UnknownValue {}

/// The variant that stands for a text.
pub fn find<T: Copy>(
    text: &str,
    texts: &'static [&'static str],
    all: &[T],
) -> Result<T, UnknownValue> {
    texts
        .iter()
        .position(|other| *other == text)
        .and_then(|index| all.get(index).copied())
        .ok_or_else(|| UnknownValue {
            value: text.to_owned(),
            allowed: texts,
        })
}

/// Reads the variant that stands for a text.
pub fn read<'de, D: Deserializer<'de>, T: Copy>(
    deserializer: D,
    texts: &'static [&'static str],
    all: &[T],
) -> Result<T, D::Error> {
    struct Texts<'t, T>(&'static [&'static str], &'t [T]);
    impl<T: Copy> Visitor<'_> for Texts<'_, T> {
        type Value = T;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("one of the allowed texts")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            find(text, self.0, self.1).map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Texts(texts, all))
}

/// An enumeration of texts.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! text_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// Every value, in the document's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            const TEXTS: &'static [&'static str] = &[$($text),*];

            /// The value on the wire.
            pub fn as_str(self) -> &'static str {
                Self::TEXTS[self as usize]
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = text_enum::UnknownValue;

            fn from_str(text: &str) -> ::std::result::Result<Self, text_enum::UnknownValue> {
                text_enum::find(text, Self::TEXTS, Self::ALL)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                text_enum::read(deserializer, Self::TEXTS, Self::ALL)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use text_enum;

/// An enumeration of texts that keeps values it does not know (`Unknown`).
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! open_text_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// Every value that the document names, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                <::std::string::String as ::serde::Deserialize>::deserialize(deserializer).map(|text| Self::from(&*text))
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use open_text_enum;

/// An enumeration of whole numbers.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! integer_enum {
    ($name:ident { $($variant:ident = $number:literal),* $(,)? }) => {
        impl $name {
            /// Every value, in the document's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The value on the wire.
            pub fn value(self) -> i64 {
                match self { $(Self::$variant => $number),* }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.value(), formatter)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                serializer.serialize_i64(self.value())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                match <i64 as ::serde::Deserialize>::deserialize(deserializer)? {
                    $($number => ::std::result::Result::Ok(Self::$variant),)*
                    other => {
                        let allowed: &[i64] = &[$($number),*];
                        ::std::result::Result::Err(::serde::de::Error::custom(::std::format_args!(
                            "{other} is none of the allowed values: {allowed:?}"
                        )))
                    }
                }
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use integer_enum;
