//! Writing of `multipart/form-data` bodies (RFC 7578).

use ::bytes::Bytes;
use ::futures_core::Stream;
use ::serde::Serialize;
use ::std::collections::VecDeque;
use ::std::collections::hash_map::RandomState;
use ::std::hash::{BuildHasher, Hasher};
use ::std::iter;
use ::std::pin::Pin;
use ::std::task::{Context, Poll, ready};

use super::binary::Binary;
use super::byte_stream::ByteStream;
use super::call::{Call, Request};
use super::maybe::Maybe;
use super::outgoing::Outgoing;
use super::parameter_value::Value;
use super::stream_error::StreamError;

impl Request<'_> {
    /// Sets the body, as `multipart/form-data`.
    pub fn multipart<V: ToParts>(mut self, body: V) -> Self {
        set(&mut self.outgoing, body);
        self
    }
}

impl<T, E, M> Call<'_, T, E, M> {
    /// Sets the body, as `multipart/form-data`.
    pub fn multipart<V: ToParts>(mut self, body: V) -> Self {
        set(&mut self.outgoing, body);
        self
    }
}

fn set(outgoing: &mut Outgoing, body: impl ToParts) {
    let mut parts = Writer::new();
    body.add_parts(&mut parts);
    let media_type = format!("multipart/form-data; boundary={}", parts.boundary);
    outgoing.body(&media_type, parts.end());
}

/// A value that can be sent as `multipart/form-data`.
pub trait ToParts {
    /// Adds a part for each field.
    fn add_parts(self, parts: &mut Writer);
}

impl<T: Copy + ToParts> ToParts for &T {
    fn add_parts(self, parts: &mut Writer) {
        (*self).add_parts(parts);
    }
}

/// A body that is being written. Files come last, so that a server knows all else before it reads them.
pub struct Writer {
    boundary: String,
    fields: Vec<u8>,
    files: Vec<ByteStream>,
    /// The first thing that went wrong.
    problem: Option<String>,
}

impl Writer {
    fn new() -> Self {
        // No content can hold a boundary that nobody could know when it was written.
        let random = || RandomState::new().build_hasher().finish();
        Self {
            boundary: format!("{:016x}{:016x}", random(), random()),
            fields: Vec::new(),
            files: Vec::new(),
            problem: None,
        }
    }

    /// Adds a field as text: a part for each item of a list, JSON for an object, nothing where there is no value.
    pub fn text<T: Serialize + ?Sized>(&mut self, name: &str, value: &T, content_type: &str) {
        match Value::of(value) {
            Ok(value) => self.value(name, value, content_type),
            Err(error) => self.fail(name, &error.to_string()),
        }
    }

    /// The same: a part for each item.
    pub fn texts<T: Serialize + ?Sized>(&mut self, name: &str, value: &T, content_type: &str) {
        self.text(name, value, content_type);
    }

    /// Adds a field as one part of JSON, or nothing where there is no value.
    pub fn json<T: Serialize + ?Sized>(&mut self, name: &str, value: &T, content_type: &str) {
        let content_type = if content_type.is_empty() {
            "application/json"
        } else {
            content_type
        };
        match ::serde_json::to_vec(value) {
            Ok(json) if json == b"null" => {}
            Ok(json) => self.part(name, content_type, &json),
            Err(error) => self.fail(name, &error.to_string()),
        }
    }

    /// Adds a file, or nothing where there is none.
    pub fn binary(&mut self, name: &str, value: impl Files, content_type: &str) {
        let fallback = if content_type.is_empty() || content_type.contains('*') {
            "application/octet-stream"
        } else {
            content_type
        };
        for file in value.files() {
            let content_type = file.content_type.as_deref().unwrap_or(fallback);
            // Many servers take a part without a file name for text.
            let file_name = file.file_name.as_deref().unwrap_or(name);
            if let Some(head) = self.head(name, Some(file_name), content_type) {
                self.files.extend([head.into(), file, "\r\n".into()]);
            }
        }
    }

    /// The same: a part for each file.
    pub fn binaries(&mut self, name: &str, value: impl Files, content_type: &str) {
        self.binary(name, value, content_type);
    }

    fn value(&mut self, name: &str, value: Value, content_type: &str) {
        match value {
            Value::Absent => {}
            Value::List(items) => items
                .into_iter()
                .for_each(|item| self.value(name, item, content_type)),
            Value::Pairs(pairs) => {
                let content_type = if content_type.is_empty() {
                    "application/json"
                } else {
                    content_type
                };
                self.part(
                    name,
                    content_type,
                    Value::Pairs(pairs).into_text().as_bytes(),
                );
            }
            Value::Text(text) | Value::Literal(text) => {
                self.part(name, content_type, text.as_bytes())
            }
        }
    }

    fn part(&mut self, name: &str, content_type: &str, content: &[u8]) {
        if let Some(head) = self.head(name, None, content_type) {
            self.fields.extend_from_slice(head.as_bytes());
            self.fields.extend_from_slice(content);
            self.fields.extend_from_slice(b"\r\n");
        }
    }

    /// What stands before the content of a part; `None` where a problem was noted.
    fn head(&mut self, name: &str, file_name: Option<&str>, content_type: &str) -> Option<String> {
        if content_type.contains(['\r', '\n']) {
            self.fail(name, "the media type must be one line");
            return None;
        }
        let mut head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{}\"",
            self.boundary,
            quoted(name)
        );
        if let Some(file_name) = file_name {
            head.push_str(&format!("; filename=\"{}\"", quoted(file_name)));
        }
        if !content_type.is_empty() {
            head.push_str(&format!("\r\nContent-Type: {content_type}"));
        }
        head.push_str("\r\n\r\n");
        Some(head)
    }

    fn fail(&mut self, name: &str, message: &str) {
        self.problem
            .get_or_insert_with(|| format!("the field `{name}`: {message}"));
    }

    fn end(self) -> Result<ByteStream, String> {
        let last = format!("--{}--\r\n", self.boundary);
        let pieces = iter::once(self.fields.into()).chain(self.files);
        let pieces = pieces.chain(iter::once(last.into()));
        self.problem.map_or_else(|| Ok(joined(pieces)), Err)
    }
}

/// A name without the characters that end it, escaped as browsers do (HTML, "multipart/form-data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A field that holds files.
pub trait Files {
    /// The files that are there.
    fn files(self) -> Vec<ByteStream>;
}

impl Files for ByteStream {
    fn files(self) -> Vec<ByteStream> {
        vec![self]
    }
}

impl<T: Files> Files for Vec<T> {
    fn files(self) -> Vec<ByteStream> {
        self.into_iter().flat_map(Files::files).collect()
    }
}

impl<T: Files> Files for Option<T> {
    fn files(self) -> Vec<ByteStream> {
        self.map(Files::files).unwrap_or_default()
    }
}

impl<T: Files> Files for Maybe<T> {
    fn files(self) -> Vec<ByteStream> {
        self.value().map(Files::files).unwrap_or_default()
    }
}

impl Files for &Binary {
    fn files(self) -> Vec<ByteStream> {
        vec![self.clone().into()]
    }
}

impl Files for &Vec<Binary> {
    fn files(self) -> Vec<ByteStream> {
        self.iter().flat_map(Files::files).collect()
    }
}

impl<'b, T> Files for &'b Option<T>
where
    &'b T: Files,
{
    fn files(self) -> Vec<ByteStream> {
        self.as_ref().files()
    }
}

impl<'b, T> Files for &'b Maybe<T>
where
    &'b T: Files,
{
    fn files(self) -> Vec<ByteStream> {
        self.as_ref().files()
    }
}

/// One body of several, one after another. It is there as a whole if all of them are.
fn joined(pieces: impl Iterator<Item = ByteStream>) -> ByteStream {
    let pieces: VecDeque<ByteStream> = pieces.collect();
    let bytes = pieces
        .iter()
        .map(|piece| piece.as_bytes().map(|bytes| &**bytes));
    match bytes.collect::<Option<Vec<&[u8]>>>() {
        Some(whole) => whole.concat().into(),
        None => ByteStream::of(Box::pin(Joined(pieces))),
    }
}

/// Bodies of which the first is being read.
struct Joined(VecDeque<ByteStream>);

impl Stream for Joined {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(piece) = self.0.front_mut() {
            match ready!(Pin::new(piece).poll_next(context)) {
                Some(chunk) => return Poll::Ready(Some(chunk)),
                None => drop(self.0.pop_front()),
            }
        }
        Poll::Ready(None)
    }
}

/// `ToParts` of a record, or of one that is borrowed, from one row per field: `field: presence kind "name" "media type"`.
/// The kind is `text` or `texts` (a list: a part for each item), `json`, `binary` or `binaries`, or, where it comes as it
/// does, `file` or `files`; the media type may be left out. The presence matters only to readers.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! to_parts {
    ($name:ty { $($field:ident: $presence:ident $(($default:expr))? $kind:ident $key:literal $($media_type:literal)?),* $(,)? }) => {
        impl multipart::ToParts for $name {
            fn add_parts(self, parts: &mut multipart::Writer) {
                $(multipart::add_part!(parts $kind $key, self.$field, ::std::concat!($($media_type)?));)*
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use to_parts;

/// Adds one field; what comes as it does is given away.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! add_part {
    ($parts:ident file $key:literal, $value:expr, $media_type:expr) => {
        $parts.binary($key, $value, $media_type)
    };
    ($parts:ident files $key:literal, $value:expr, $media_type:expr) => {
        $parts.binaries($key, $value, $media_type)
    };
    ($parts:ident $kind:ident $key:literal, $value:expr, $media_type:expr) => {
        $parts.$kind($key, &$value, $media_type)
    };
}
#[allow(unused_imports)]
pub(crate) use add_part;
