//! Dates and points in time of the crate `time`, as texts (RFC 3339, section 5.6).

use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
use ::std::fmt;
use ::std::str::FromStr;
use ::time::error::{Format, Parse};
use ::time::format_description::well_known::{Iso8601, Rfc3339};

use super::validate::Validate;

/// One of the types, with the format of its text.
macro_rules! time_format {
    ($(#[doc = $doc:literal])* $name:ident($inner:ty) as $format:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub $inner);

        impl $name {
            /// The text.
            ///
            /// # Errors
            /// A year that the format has no room for.
            pub fn text(&self) -> Result<String, Format> {
                self.0.format($format)
            }
        }

        impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        }

        impl ::std::ops::Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Parse;

            fn from_str(text: &str) -> Result<Self, Parse> {
                <$inner>::parse(text, $format).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.text().map_err(|_| fmt::Error)?)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let text = self.text().map_err(::serde::ser::Error::custom)?;
                serializer.serialize_str(&text)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(::serde::de::Error::custom)
            }
        }

        impl Validate for $name {}
    };
}

time_format! {
    /// A point in time.
    Rfc3339DateTime(::time::OffsetDateTime) as &Rfc3339
}

time_format! {
    /// A day.
    Rfc3339Date(::time::Date) as &Iso8601::DATE
}
