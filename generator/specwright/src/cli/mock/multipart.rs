//! Multipart bodies as JSON (RFC 7578): files become texts.

use std::borrow::Cow;

use serde_json::{Map, Value};
use specwright_core::ir::{Extra, Shape, TypeUse};
use specwright_templates::codec::media_type::parameter;
use specwright_templates::codec::parameter::Encoding;
use specwright_templates::codec::parameter_read::{Node, Raw};

use super::body::malformed;
use super::engine::Engine;
use super::refusal::Refusal;
use super::texts::Texts;

/// One part.
struct Part {
    name: String,
    is_json: bool,
    text: String,
}

impl Engine {
    /// The object whose members are the parts.
    pub(super) fn multipart(
        &self,
        content_type: &str,
        bytes: &[u8],
        of: TypeUse,
    ) -> Result<Value, Refusal> {
        let boundary = parameter(content_type, "boundary");
        let boundary = boundary.ok_or_else(|| malformed(&"the media type has no boundary"))?;
        let parts = split(bytes, &boundary);
        let parts = parts.ok_or_else(|| malformed(&"the parts cannot be told apart"))?;
        let mut object = Map::new();
        for part in parts {
            let (member, is_list) = self.part_type(of, &part.name);
            let value = match member {
                _ if part.is_json => {
                    serde_json::from_str(&part.text).map_err(|error| malformed(&error))?
                }
                Some(of) => {
                    let texts = Texts::new(self, Vec::new());
                    texts.value(&node(&part.text), of).unwrap_or_default()
                }
                None => Value::from(part.text),
            };
            // A list has a part for each item, or one for the whole of it.
            match object.get_mut(&part.name) {
                Some(Value::Array(items)) if is_list => items.push(value),
                _ if is_list && !value.is_array() => {
                    object.insert(part.name, Value::Array(vec![value]));
                }
                _ => drop(object.insert(part.name, value)),
            }
        }
        Ok(self.with_empty_lists(object, of))
    }

    /// What a part holds, where the document says it, and whether there is one for each item of a list.
    fn part_type(&self, of: TypeUse, name: &str) -> (Option<TypeUse>, bool) {
        let Shape::Record(record) = self.shape(of) else {
            return (None, false);
        };
        let mut fields = record.fields.iter();
        let field = fields.find(|field| field.wire_name == name);
        let member = match (field, &record.extra) {
            (Some(field), _) => field.value,
            (None, Extra::Kept(value)) => *value,
            (None, Extra::Ignored | Extra::Refused) => return (None, false),
        };
        match self.shape(member) {
            Shape::List(list) => (Some(list.items), true),
            _ => (Some(member), false),
        }
    }
}

fn node(text: &str) -> Node<'_> {
    Node::Text(Raw {
        text: Cow::Borrowed(text),
        encoding: Encoding::Plain,
        separator: None,
        keyed: false,
    })
}

/// The parts of a body (RFC 2046, section 5.1); `None` where they cannot be told apart.
fn split(body: &[u8], boundary: &str) -> Option<Vec<Part>> {
    let first = format!("--{boundary}");
    let delimiter = format!("\r\n{first}");
    // The first boundary may stand at the very beginning, without a line before it.
    let mut rest = match body.strip_prefix(first.as_bytes()) {
        Some(rest) => rest,
        None => divided(body, delimiter.as_bytes())?.1,
    };
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        let (whole, after) = divided(rest, delimiter.as_bytes())?;
        // Blanks may follow a boundary.
        let (_, whole) = divided(whole, b"\r\n")?;
        let (headers, content) = match whole.strip_prefix(b"\r\n") {
            Some(content) => (&b""[..], content),
            None => divided(whole, b"\r\n\r\n")?,
        };
        parts.extend(part(&String::from_utf8_lossy(headers), content));
        rest = after;
    }
    Some(parts)
}

/// What stands before the first occurrence of something, and what after it.
fn divided<'b>(body: &'b [u8], what: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let at = body.windows(what.len()).position(|window| window == what)?;
    Some((body.get(..at)?, body.get(at + what.len()..)?))
}

/// A part with its name; what has none is no member of a form.
fn part(headers: &str, content: &[u8]) -> Option<Part> {
    let field = |name: &str| {
        let mut fields = headers.lines().filter_map(|line| line.split_once(':'));
        fields
            .find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    };
    let name = parameter(field("content-disposition")?, "name")?;
    Some(Part {
        name: name.replace("%22", "\""),
        is_json: field("content-type").is_some_and(|one| one.contains("json")),
        text: String::from_utf8_lossy(content).into_owned(),
    })
}
