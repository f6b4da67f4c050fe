//! Multipart bodies as JSON (RFC 7578): files become texts.

use std::borrow::Cow;

use serde_json::{Map, Value};
use specwright_core::ir::{Shape, TypeUse};
use specwright_templates::codec::media_type::parameter;
use specwright_templates::codec::multipart_pieces::{End, cut};
use specwright_templates::codec::parameter::Encoding;
use specwright_templates::codec::parameter_read::{Node, Raw};

use super::body::malformed;
use super::engine::Engine;
use super::refusal::Refusal;
use super::texts::{Texts, member_type};

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
        let (pieces, End::Last) = cut(bytes, &boundary) else {
            return Err(malformed(&"the parts cannot be told apart"));
        };
        let mut object = Map::new();
        for part in pieces {
            let text = bytes.get(part.content).unwrap_or_default();
            let text = String::from_utf8_lossy(text);
            let is_json = part.content_type.is_some_and(|one| one.contains("json"));
            let (member, is_list) = self.part_type(of, &part.name);
            let value = match member {
                _ if is_json => serde_json::from_str(&text).map_err(|error| malformed(&error))?,
                Some(of) => {
                    let texts = Texts::new(self, Vec::new());
                    texts.value(&node(&text), of).unwrap_or_default()
                }
                None => Value::from(text),
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
        let Some(member) = member_type(record, name) else {
            return (None, false);
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
