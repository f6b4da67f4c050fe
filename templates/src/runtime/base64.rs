//! Bytes that travel as base64 text (RFC 4648, section 4).

use ::base64::Engine as _;
use ::base64::engine::general_purpose::STANDARD;
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::validate::Validate;

/// Bytes that are written as base64 text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Base64(pub Vec<u8>);

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD
            .decode(text.as_bytes())
            .map(Self)
            .map_err(::serde::de::Error::custom)
    }
}

impl Validate for Base64 {}
