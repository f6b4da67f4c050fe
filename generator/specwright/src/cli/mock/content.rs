//! The body of an answer: an example of the document, else a value of the type, written in the media type.

use std::borrow::Cow;

use axum::body::Bytes;
use axum::http::StatusCode;
use serde_json::Value;
use specwright_core::ir::{Codec, Content, Shown, TypeUse};
use specwright_templates::codec::parameter::push_encoded;

use super::engine::Engine;
use super::header::simple;
use super::preferences::Preferences;
use super::refusal::Refusal;
use super::stream;

/// What stands for bytes that nothing is known of.
const BYTES: &[u8] = b"bytes";
/// What keeps the parts of a multipart body apart.
const BOUNDARY: &str = "specwright-mock-boundary";

/// A body, and what is worth knowing about it.
pub(super) struct Made {
    pub(super) bytes: Bytes,
    pub(super) remark: Option<String>,
}

impl Engine {
    /// The body of a content, in one of its media types.
    pub(super) fn content(
        &self,
        content: &Content,
        media_type: &str,
        preferences: &Preferences,
    ) -> Result<Made, Refusal> {
        if let Some(name) = &preferences.example {
            let mut examples = content.examples.iter();
            let named = examples.find(|one| one.name.as_deref() == Some(name));
            let named = named.ok_or_else(|| {
                let detail = format!("the response has no example {name:?} in {media_type}");
                Refusal::new(StatusCode::NOT_FOUND, detail)
            })?;
            let bytes = shown(&named.shown, content, media_type);
            return Ok(Made {
                bytes,
                remark: None,
            });
        }
        let mut remark = None;
        if !preferences.dynamic {
            for example in &content.examples {
                match self.misfit(&example.shown, content) {
                    None => {
                        let bytes = shown(&example.shown, content, media_type);
                        return Ok(Made { bytes, remark });
                    }
                    Some(why) => remark = remark.or(Some(why)),
                }
            }
        }
        let bytes = self.made(content, media_type, preferences.dynamic)?;
        Ok(Made { bytes, remark })
    }

    /// Why an example is no value of its content.
    fn misfit(&self, shown: &Shown, content: &Content) -> Option<String> {
        let (Shown::Value(value), Some(of)) = (shown, content.value) else {
            return None;
        };
        if matches!(content.codec, Codec::Text | Codec::Bytes) {
            return None;
        }
        let problems = self.fit().problems(value, of).into_iter();
        let problem = problems
            .map(|one| format!("{} {}", one.pointer, one.message))
            .next()?;
        Some(format!(
            "its example does not fit and is not used: {}",
            problem.trim()
        ))
    }

    /// A body that is made of the type.
    fn made(&self, content: &Content, media_type: &str, dynamic: bool) -> Result<Bytes, Refusal> {
        if let Codec::Stream(framing) = content.codec {
            let items = self.items(content, dynamic)?;
            return Ok(stream::written(framing, &items).into());
        }
        let of = match (content.codec, content.value) {
            (Codec::Bytes, _) => return Ok(Bytes::from_static(BYTES)),
            (Codec::Json, None) => return Ok(Bytes::from_static(b"{}")),
            (_, None) => return Ok(Bytes::from_static(b"text")),
            (_, Some(of)) => of,
        };
        if is_xml(media_type) {
            return Ok(Bytes::from_static(b"<text/>"));
        }
        let value = self.value(of, dynamic)?;
        Ok(written(&value, content.codec).into())
    }

    fn items(&self, content: &Content, dynamic: bool) -> Result<Vec<Value>, Refusal> {
        let Some(of) = content.item.or(content.value) else {
            return Ok(vec![Value::from("text"); stream::ITEMS]);
        };
        (0..stream::ITEMS)
            .map(|turn| {
                let sampler = self.sampler(dynamic).seeded(self.seed().wrapping_add(turn));
                sampler.sample(of.id).ok_or_else(nothing_known)
            })
            .collect()
    }

    fn value(&self, of: TypeUse, dynamic: bool) -> Result<Value, Refusal> {
        let value = self.sampler(dynamic).sample(of.id);
        value
            .or_else(|| of.or_null.then_some(Value::Null))
            .ok_or_else(nothing_known)
    }
}

fn nothing_known() -> Refusal {
    let detail = "no value of the schema is known: give the response an example";
    Refusal::new(StatusCode::NOT_IMPLEMENTED, detail)
}

fn shown(shown: &Shown, content: &Content, media_type: &str) -> Bytes {
    match (shown, content.codec) {
        (Shown::Written(text), _) => Bytes::copy_from_slice(text.as_bytes()),
        (Shown::Value(value), Codec::Stream(framing)) => {
            let items = match &**value {
                Value::Array(items) => Cow::Borrowed(items.as_slice()),
                item => Cow::Owned(vec![item.clone()]),
            };
            stream::written(framing, &items).into()
        }
        (Shown::Value(value), _) if is_xml(media_type) && !value.is_string() => {
            Bytes::from_static(b"<text/>")
        }
        (Shown::Value(value), codec) => written(value, codec).into(),
    }
}

fn is_xml(media_type: &str) -> bool {
    media_type.contains("xml")
}

/// A value as it is written. JSON is YAML too.
fn written(value: &Value, codec: Codec) -> String {
    match (codec, value) {
        (Codec::Text | Codec::Bytes, Value::String(text)) => text.clone(),
        (Codec::Form, Value::Object(members)) => {
            let mut text = String::new();
            for (key, member) in members {
                let items = std::slice::from_ref(member);
                for item in member.as_array().map_or(items, Vec::as_slice) {
                    if !text.is_empty() {
                        text.push('&');
                    }
                    push_encoded(&mut text, key);
                    text.push('=');
                    push_encoded(&mut text, &simple(item));
                }
            }
            text
        }
        (Codec::Multipart, Value::Object(members)) => {
            let parts = members.iter().map(|(key, member)| {
                let name = key.replace('"', "%22");
                let member = simple(member);
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{member}\r\n")
            });
            let parts: String = parts.collect();
            format!("{parts}--{BOUNDARY}--\r\n")
        }
        _ => value.to_string(),
    }
}
