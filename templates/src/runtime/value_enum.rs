//! Enumerations of values of any kind: numbers, booleans, texts, lists, objects.

use ::serde::de::{Deserializer, Error};
use ::serde_json::Value;

/// The value with this JSON.
pub fn parse(json: &str) -> Value {
    ::serde_json::from_str(json).unwrap_or_default()
}

/// Reads the variant that stands for a value.
pub fn read<'de, D: Deserializer<'de>, T: Copy>(
    deserializer: D,
    values: &'static [&'static str],
    all: &[T],
) -> Result<T, D::Error> {
    let value = <Value as ::serde::Deserialize>::deserialize(deserializer)?;
    let position = values.iter().position(|json| is_same(&parse(json), &value));
    position
        .and_then(|index| all.get(index).copied())
        .ok_or_else(|| {
            let allowed = values.join(", ");
            D::Error::custom(format_args!(
                "{value} is none of the allowed values: {allowed}"
            ))
        })
}

/// Whether two values are equal; `1` and `1.0` are.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64() == other.as_f64()
        }
        _ => one == other,
    }
}

/// A row is `Variant = "its value as JSON"`.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! value_enum {
    ($name:ident { $($variant:ident = $json:literal),* $(,)? }) => {
        impl $name {
            /// Every value, in the document's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            const VALUES: &'static [&'static str] = &[$($json),*];

            /// The value on the wire.
            pub fn value(self) -> ::serde_json::Value {
                value_enum::parse(Self::VALUES[self as usize])
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(Self::VALUES[*self as usize])
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                ::serde::Serialize::serialize(&self.value(), serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                value_enum::read(deserializer, Self::VALUES, Self::ALL)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use value_enum;
