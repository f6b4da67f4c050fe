//! Reading of bodies by kind: JSON, text, bytes, nothing.

use ::bytes::Bytes;
use ::http::header::{AsHeaderName, CONTENT_DISPOSITION, CONTENT_TYPE};
use ::http::{HeaderMap, StatusCode};
use ::serde::de::DeserializeOwned;
use ::serde_json::Value;

use super::binary::Binary;
use super::explain::explain;
use super::media_type;
use super::problem::{Location, Problem};

/// A response that was received.
#[derive(Clone, Debug)]
pub struct Received {
    /// The status.
    pub status: StatusCode,
    /// The header fields.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Received {
    /// The media type, or nothing.
    pub fn content_type(&self) -> &str {
        text_of(&self.headers, CONTENT_TYPE)
    }
}

/// Reads the body of a response.
pub type Decode<T> = fn(&Received) -> Result<T, Vec<Problem>>;

/// Reads JSON.
///
/// # Errors
///
/// Every problem of the body, with its JSON Pointer.
pub fn json<T: DeserializeOwned>(received: &Received) -> Result<T, Vec<Problem>> {
    from_json(&received.body)
}

/// Reads text.
///
/// # Errors
///
/// A body that is not UTF-8.
pub fn text(received: &Received) -> Result<String, Vec<Problem>> {
    from_text(&received.body)
}

/// Takes the bytes, with the media type and the file name that came along. Never fails.
///
/// # Errors
///
/// None.
pub fn bytes(received: &Received) -> Result<Binary, Vec<Problem>> {
    let disposition = text_of(&received.headers, CONTENT_DISPOSITION);
    let content_type = received.content_type();
    Ok(Binary {
        bytes: received.body.clone(),
        file_name: media_type::parameter(disposition, "filename"),
        content_type: (!content_type.is_empty()).then(|| content_type.to_owned()),
    })
}

/// Passes over the body. Never fails.
///
/// # Errors
///
/// None.
pub fn empty(_: &Received) -> Result<(), Vec<Problem>> {
    Ok(())
}

/// Reads JSON from bytes.
///
/// # Errors
///
/// One problem with the code `syntax` where the bytes are no JSON, else every problem with its JSON Pointer.
pub fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Vec<Problem>> {
    ::serde_json::from_slice(bytes).map_err(|error| match ::serde_json::from_slice(bytes) {
        Ok(value) => explained::<T>(&value, &error),
        Err(error) => vec![problem("syntax", error.to_string())],
    })
}

/// Reads a value.
///
/// # Errors
///
/// Every problem with its JSON Pointer.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Vec<Problem>> {
    T::deserialize(value).map_err(|error| explained::<T>(value, &error))
}

/// Every problem of a value that cannot be read; where none is found, what the reader said.
fn explained<T: DeserializeOwned>(value: &Value, error: &::serde_json::Error) -> Vec<Problem> {
    let problems = explain::<T>(value);
    if problems.is_empty() {
        vec![problem("type", error.to_string())]
    } else {
        problems
    }
}

/// Reads text from bytes.
///
/// # Errors
///
/// One problem with the code `encoding` where the bytes are not UTF-8.
pub fn from_text(bytes: &[u8]) -> Result<String, Vec<Problem>> {
    match ::std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(vec![problem(
            "encoding",
            format!("the text is not UTF-8: {error}"),
        )]),
    }
}

/// A problem of the body as a whole.
pub fn problem(code: &'static str, message: String) -> Problem {
    Problem {
        location: Location::Body,
        pointer: String::new(),
        code,
        message,
    }
}

/// The value of a header field, or nothing where it is missing or no text.
pub fn text_of(headers: &HeaderMap, name: impl AsHeaderName) -> &str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}
