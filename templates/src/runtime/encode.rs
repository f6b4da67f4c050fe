//! Writing of response bodies by kind: JSON, text, bytes, nothing.

use ::bytes::Bytes;
use ::http::HeaderMap;
use ::http::header::{CONTENT_DISPOSITION, HeaderValue};
use ::serde::Serialize;
use ::std::borrow::Cow;

use super::binary::Binary;
use super::byte_stream::ByteStream;

pub use super::stream_error::BoxError;

/// A response that is to be sent.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The media type; `None` where there is no body.
    pub content_type: Option<Cow<'static, str>>,
    /// Further header fields.
    pub headers: HeaderMap,
    /// The body.
    pub body: ByteStream,
}

impl Reply {
    /// The same with another status.
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same with another media type.
    pub fn with_content_type(mut self, content_type: &str) -> Self {
        self.content_type = Some(Cow::Owned(content_type.to_owned()));
        self
    }

    fn new(content_type: Option<Cow<'static, str>>, body: impl Into<ByteStream>) -> Self {
        Self {
            status: 200,
            content_type,
            headers: HeaderMap::new(),
            body: body.into(),
        }
    }
}

/// Writes the body of a response.
pub type Encode<T> = fn(T) -> Result<Reply, BoxError>;

/// Writes `application/json`.
///
/// # Errors
///
/// A value that JSON cannot hold.
pub fn json<T: Serialize>(value: T) -> Result<Reply, BoxError> {
    let body = ::serde_json::to_vec(&value)?;
    Ok(Reply::new(Some("application/json".into()), body))
}

/// Writes `text/plain`.
///
/// # Errors
///
/// None.
pub fn text(value: String) -> Result<Reply, BoxError> {
    Ok(Reply::new(Some("text/plain; charset=utf-8".into()), value))
}

/// Writes bytes, with their media type, else `application/octet-stream`, and their file name.
///
/// # Errors
///
/// A file name that a header field cannot hold.
pub fn bytes(value: Binary) -> Result<Reply, BoxError> {
    stream(value.into())
}

/// Writes bytes as they come, with their media type, else `application/octet-stream`, and their file name.
///
/// # Errors
///
/// A file name that a header field cannot hold.
pub fn stream(mut value: ByteStream) -> Result<Reply, BoxError> {
    let content_type = value.content_type.take().map(Cow::Owned);
    let content_type = content_type.unwrap_or(Cow::Borrowed("application/octet-stream"));
    let file_name = value.file_name.take();
    let mut reply = Reply::new(Some(content_type), value);
    if let Some(name) = file_name {
        let name = name.replace('\\', "\\\\").replace('"', "\\\"");
        let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))?;
        reply.headers.insert(CONTENT_DISPOSITION, disposition);
    }
    Ok(reply)
}

/// Writes nothing.
///
/// # Errors
///
/// None.
pub fn empty(_: ()) -> Result<Reply, BoxError> {
    Ok(Reply::new(None, Bytes::new()))
}
