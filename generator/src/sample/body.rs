//! Bodies: an example of the document, else a value of the type, written in the media type.

use std::borrow::Cow;

use serde_json::Value;
use specwright_templates::codec::parameter::push_encoded;

use super::{Sampler, stream};
use crate::ir::{Codec, Content, Shown, TypeUse};

/// What stands for bytes that nothing is known of.
const BYTES: &str = "bytes";
/// What stands for XML, whose shape schemas do not tell.
const XML: &str = "<text/>";
/// What keeps the parts of a multipart body apart.
const BOUNDARY: &str = "specwright-mock-boundary";

/// A body, and what is worth knowing about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The body as it is sent.
    pub text: String,
    /// Why an example of the document was not used.
    pub remark: Option<String>,
}

impl Sampler<'_> {
    /// A body of a content, in one of its media types; `None` if no value is known to fit.
    pub fn body(&self, content: &Content, media_type: &str) -> Option<Body> {
        let mut remark = None;
        if self.with_examples {
            for example in &content.examples {
                match self.misfit(&example.shown, content) {
                    None => {
                        let text = shown(&example.shown, content, media_type);
                        return Some(Body { text, remark });
                    }
                    Some(why) => remark = remark.or(Some(why)),
                }
            }
        }
        let text = self.made(content, media_type)?;
        Some(Body { text, remark })
    }

    /// Why an example is no value of its content.
    fn misfit(&self, shown: &Shown, content: &Content) -> Option<String> {
        let (Shown::Value(value), Some(of)) = (shown, content.value) else {
            return None;
        };
        if matches!(content.codec, Codec::Text | Codec::Bytes) {
            return None;
        }
        let problems = self.fit.problems(value, of).into_iter();
        let problem = problems
            .map(|one| format!("{} {}", one.pointer, one.message))
            .next()?;
        Some(format!(
            "its example does not fit and is not used: {}",
            problem.trim()
        ))
    }

    /// A body that is made of the type.
    fn made(&self, content: &Content, media_type: &str) -> Option<String> {
        if let Codec::Stream(framing) = content.codec {
            return Some(stream::written(framing, &self.items(content)?));
        }
        let of = match (content.codec, content.value) {
            (Codec::Bytes, _) => return Some(BYTES.to_owned()),
            (Codec::Json, None) => return Some("{}".to_owned()),
            (_, None) => return Some("text".to_owned()),
            (_, Some(of)) => of,
        };
        if is_xml(media_type) {
            return Some(XML.to_owned());
        }
        Some(written(&self.value(of)?, content.codec))
    }

    fn items(&self, content: &Content) -> Option<Vec<Value>> {
        let Some(of) = content.item.or(content.value) else {
            return Some(vec![Value::from("text"); stream::ITEMS]);
        };
        let one = |turn| self.seeded(self.seed.wrapping_add(turn)).sample(of.id);
        (0..stream::ITEMS).map(one).collect()
    }

    fn value(&self, of: TypeUse) -> Option<Value> {
        let value = self.sample(of.id);
        value.or_else(|| of.or_null.then_some(Value::Null))
    }
}

/// An example of a content as it is sent.
pub fn shown(shown: &Shown, content: &Content, media_type: &str) -> String {
    match (shown, content.codec) {
        (Shown::Written(text), _) => text.to_string(),
        (Shown::Value(value), Codec::Stream(framing)) => {
            let items = match &**value {
                Value::Array(items) => Cow::Borrowed(items.as_slice()),
                item => Cow::Owned(vec![item.clone()]),
            };
            stream::written(framing, &items)
        }
        (Shown::Value(value), _) if is_xml(media_type) && !value.is_string() => XML.to_owned(),
        (Shown::Value(value), codec) => written(value, codec),
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

/// The style `simple`: what header fields are written in.
pub fn simple(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(simple).collect();
            items.join(",")
        }
        Value::Object(members) => {
            let members = members.iter();
            let members: Vec<String> = members
                .map(|(key, member)| format!("{key},{}", simple(member)))
                .collect();
            members.join(",")
        }
        other => other.to_string(),
    }
}
