//! Bytes as they are: a file of a multipart form, an upload, a download.

use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::validate::Validate;

/// Bytes, with the name and media type that a multipart part may carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Binary {
    /// The content.
    pub bytes: ::bytes::Bytes,
    /// The file's name, if one was sent or is to be sent.
    pub file_name: Option<String>,
    /// The media type, if one was sent or is to be sent.
    pub content_type: Option<String>,
}

impl Binary {
    /// The content as a slice.
    pub fn as_slice(&self) -> &[u8] {
        &self.bytes
    }
}

impl<T: Into<::bytes::Bytes>> From<T> for Binary {
    fn from(bytes: T) -> Self {
        Self {
            bytes: bytes.into(),
            file_name: None,
            content_type: None,
        }
    }
}

/// JSON has no bytes: inside a JSON document the content must be UTF-8 and travels as text.
impl Serialize for Binary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match ::std::str::from_utf8(&self.bytes) {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => Err(::serde::ser::Error::custom(
                "bytes that are not UTF-8 cannot be written into this document",
            )),
        }
    }
}

impl<'de> Deserialize<'de> for Binary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for Binary {}
