//! The body of a request, held against the document.

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde_json::Value;
use specwright_core::ir::{Body, Codec, Content, Framing, Shape, TypeUse};
use specwright_templates::codec::media_type::matches;
use specwright_templates::codec::problem::{Location, Problem};

use super::engine::Engine;
use super::refusal::Refusal;

impl Engine {
    /// Everything that is wrong with a body that the document describes.
    pub(super) fn body_problems(
        &self,
        body: &Body,
        parts: &Parts,
        bytes: &Bytes,
    ) -> Result<Vec<Problem>, Refusal> {
        let content_type = parts.headers.get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let Some(content_type) = content_type else {
            return match (bytes.is_empty(), body.required) {
                (true, true) => Ok(vec![problem("", "required", "a body is required")]),
                (true, false) => Ok(Vec::new()),
                (false, _) => Err(unsupported(body, "no media type")),
            };
        };
        let Some(content) = content_of(body, content_type) else {
            let what = format!("the media type {content_type:?}");
            return Err(unsupported(body, &what));
        };
        if bytes.is_empty() && content.codec == Codec::Json {
            let missing = problem("", "required", "a body is required");
            return Ok(body.required.then_some(missing).into_iter().collect());
        }
        self.content_problems(content, content_type, bytes)
    }

    fn content_problems(
        &self,
        content: &Content,
        content_type: &str,
        bytes: &Bytes,
    ) -> Result<Vec<Problem>, Refusal> {
        let codec = content.codec;
        let of = match (codec, content.value.or(content.item)) {
            (Codec::Bytes, _) | (_, None) => return Ok(Vec::new()),
            (_, Some(of)) => of,
        };
        let value = match codec {
            Codec::Multipart => self.multipart(content_type, bytes, of)?,
            Codec::Json => serde_json::from_slice(bytes).map_err(|error| malformed(&error))?,
            Codec::Form => self.form(text(bytes)?, of),
            Codec::Text if self.is_scalar(of) => Value::from(text(bytes)?),
            Codec::Stream(framing) => return self.stream_problems(framing, text(bytes)?, of),
            // XML and its like, which are passed on as they are.
            Codec::Text | Codec::Bytes => return Ok(Vec::new()),
        };
        Ok(self.value_problems("", &value, of))
    }

    fn stream_problems(
        &self,
        framing: Framing,
        text: &str,
        of: TypeUse,
    ) -> Result<Vec<Problem>, Refusal> {
        let items: Vec<&str> = match framing {
            Framing::JsonLines => text.lines().collect(),
            Framing::JsonSequence => text.split('\u{1e}').collect(),
            Framing::TextLines | Framing::Events | Framing::JsonEvents | Framing::EventData => {
                return Ok(Vec::new());
            }
        };
        let items = items.into_iter().filter(|item| !item.trim().is_empty());
        let mut problems = Vec::new();
        for (index, item) in items.enumerate() {
            let value = serde_json::from_str(item).map_err(|error| malformed(&error))?;
            problems.extend(self.value_problems(&format!("/{index}"), &value, of));
        }
        Ok(problems)
    }

    fn value_problems(&self, within: &str, value: &Value, of: TypeUse) -> Vec<Problem> {
        let found = self.fit().problems(value, of).into_iter();
        found
            .map(|found| {
                problem(
                    &format!("{within}{}", found.pointer),
                    found.code,
                    found.message,
                )
            })
            .collect()
    }

    /// Whether values of the type are texts or the like.
    fn is_scalar(&self, of: TypeUse) -> bool {
        matches!(self.shape(of), Shape::Text(_) | Shape::Enumeration(_))
    }
}

/// The content of this media type: the one that is named before a range.
fn content_of<'b>(body: &'b Body, media_type: &str) -> Option<&'b Content> {
    let fitting = body.contents.iter();
    let fitting = fitting.filter(|content| matches(&content.media_type, media_type));
    fitting.min_by_key(|content| content.media_type.contains('*'))
}

fn unsupported(body: &Body, what: &str) -> Refusal {
    let known: Vec<&str> = body
        .contents
        .iter()
        .map(|one| one.media_type.as_str())
        .collect();
    let detail = format!("the body has {what}, not {}", known.join(" or "));
    Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail)
}

fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    std::str::from_utf8(bytes).map_err(|error| malformed(&error))
}

/// A body that has not the syntax of its media type.
pub(super) fn malformed(error: &dyn std::fmt::Display) -> Refusal {
    Refusal::invalid(vec![problem(
        "",
        "syntax",
        format!("is malformed: {error}"),
    )])
}

fn problem(pointer: &str, code: &'static str, message: impl Into<String>) -> Problem {
    Problem {
        location: Location::Body,
        pointer: pointer.to_owned(),
        code,
        message: message.into(),
    }
}
