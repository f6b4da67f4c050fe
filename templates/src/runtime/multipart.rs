//! Writing of `multipart/form-data` bodies (RFC 7578).

use ::bytes::Bytes;
use ::serde::Serialize;
use ::std::collections::hash_map::RandomState;
use ::std::hash::{BuildHasher, Hasher};

use super::binary::Binary;
use super::call::{Call, Request};
use super::maybe::Maybe;
use super::parameter_value::Value;

impl Request<'_> {
    /// Sets the body, as `multipart/form-data`.
    pub fn multipart<V: ToParts + ?Sized>(mut self, body: &V) -> Self {
        let (media_type, content) = body.to_multipart();
        self.outgoing.body(&media_type, content);
        self
    }
}

impl<T, E, M> Call<'_, T, E, M> {
    /// Sets the body, as `multipart/form-data`.
    pub fn multipart<V: ToParts + ?Sized>(mut self, body: &V) -> Self {
        let (media_type, content) = body.to_multipart();
        self.outgoing.body(&media_type, content);
        self
    }
}

/// A value that can be sent as `multipart/form-data`.
pub trait ToParts {
    /// Adds a part for each field.
    fn add_parts(&self, parts: &mut Writer);

    /// The media type, with the boundary, and the body or what is wrong with it.
    fn to_multipart(&self) -> (String, Result<Bytes, String>) {
        let mut parts = Writer::new();
        self.add_parts(&mut parts);
        parts.end()
    }
}

/// A body that is being written.
pub struct Writer {
    boundary: String,
    body: Vec<u8>,
    /// The first thing that went wrong.
    problem: Option<String>,
}

impl Writer {
    fn new() -> Self {
        // No content can hold a boundary that nobody could know when it was written.
        let random = || RandomState::new().build_hasher().finish();
        Self {
            boundary: format!("{:016x}{:016x}", random(), random()),
            body: Vec::new(),
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
            Ok(json) => self.part(name, None, content_type, &json),
            Err(error) => self.fail(name, &error.to_string()),
        }
    }

    /// Adds a file, or nothing where there is none.
    pub fn binary<T: Files + ?Sized>(&mut self, name: &str, value: &T, content_type: &str) {
        let fallback = if content_type.is_empty() || content_type.contains('*') {
            "application/octet-stream"
        } else {
            content_type
        };
        for file in value.files() {
            let content_type = file.content_type.as_deref().unwrap_or(fallback);
            // Many servers take a part without a file name for text.
            let file_name = file.file_name.as_deref().unwrap_or(name);
            self.part(name, Some(file_name), content_type, &file.bytes);
        }
    }

    /// The same: a part for each file.
    pub fn binaries<T: Files + ?Sized>(&mut self, name: &str, value: &T, content_type: &str) {
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
                    None,
                    content_type,
                    Value::Pairs(pairs).into_text().as_bytes(),
                );
            }
            Value::Text(text) | Value::Literal(text) => {
                self.part(name, None, content_type, text.as_bytes())
            }
        }
    }

    fn part(&mut self, name: &str, file_name: Option<&str>, content_type: &str, content: &[u8]) {
        if content_type.contains(['\r', '\n']) {
            return self.fail(name, "the media type must be one line");
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
        self.body.extend_from_slice(head.as_bytes());
        self.body.extend_from_slice(content);
        self.body.extend_from_slice(b"\r\n");
    }

    fn fail(&mut self, name: &str, message: &str) {
        self.problem
            .get_or_insert_with(|| format!("the field `{name}`: {message}"));
    }

    fn end(mut self) -> (String, Result<Bytes, String>) {
        self.body
            .extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        let content = self.problem.map_or_else(|| Ok(Bytes::from(self.body)), Err);
        (
            format!("multipart/form-data; boundary={}", self.boundary),
            content,
        )
    }
}

/// A name without the characters that end it, escaped as browsers do (HTML, "multipart/form-data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

impl<T: ToParts + ?Sized> ToParts for &T {
    fn add_parts(&self, parts: &mut Writer) {
        (**self).add_parts(parts);
    }
}

/// A field that holds files.
pub trait Files {
    /// The files that are there.
    fn files(&self) -> Vec<&Binary>;
}

impl Files for Binary {
    fn files(&self) -> Vec<&Binary> {
        vec![self]
    }
}

impl<T: Files> Files for Vec<T> {
    fn files(&self) -> Vec<&Binary> {
        self.iter().flat_map(Files::files).collect()
    }
}

impl<T: Files> Files for Option<T> {
    fn files(&self) -> Vec<&Binary> {
        self.as_ref().map(Files::files).unwrap_or_default()
    }
}

impl<T: Files> Files for Maybe<T> {
    fn files(&self) -> Vec<&Binary> {
        self.as_ref().value().map(Files::files).unwrap_or_default()
    }
}

/// `ToParts` of a record, from one row per field: `field: presence kind "name" "media type"`. The kind is
/// `text` or `texts` (a list: a part for each item), `json`, `binary` or `binaries`; the media type may be left
/// out. The presence matters only to readers.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! to_parts {
    ($name:ty { $($field:ident: $presence:ident $(($default:expr))? $kind:ident $key:literal $($media_type:literal)?),* $(,)? }) => {
        impl multipart::ToParts for $name {
            fn add_parts(&self, parts: &mut multipart::Writer) {
                $(parts.$kind($key, &self.$field, ::std::concat!($($media_type)?));)*
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use to_parts;
