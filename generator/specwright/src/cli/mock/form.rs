//! Form bodies as JSON: `application/x-www-form-urlencoded`.

use std::borrow::Cow;

use serde_json::{Map, Value};
use specwright_core::ir::{Shape, TypeUse};
use specwright_templates::codec::parameter::{Encoding, Style};
use specwright_templates::codec::parameter_read::{Node, named, pairs};

use super::engine::Engine;
use super::texts::Texts;

impl Engine {
    /// The object that a form says.
    pub(super) fn form(&self, text: &str, of: TypeUse) -> Value {
        let pairs = pairs(text);
        let mut members: Vec<(Cow<'_, str>, Node<'_>)> = Vec::new();
        for (key, _) in &pairs {
            // `name[key]=text` and `name[]=text` belong to `name`, unless they are names themselves.
            let (name, style) = match key.split_once('[') {
                Some((name, _)) if !self.declares(of, key) => (name, Style::DeepObject),
                Some(_) => (key.as_str(), Style::Form),
                None => (key.as_str(), Style::DeepObject),
            };
            if members.iter().all(|(other, _)| other != name) {
                let node = named(&pairs, name, style, true, Encoding::Form);
                members.extend(node.map(|node| (Cow::Borrowed(name), node)));
            }
        }
        match Texts::new(self, Vec::new()).value(&Node::Object(members), of) {
            Some(Value::Object(object)) => self.with_empty_lists(object, of),
            other => other.unwrap_or_default(),
        }
    }

    /// An object with the lists that it must have: of an empty one, a form holds nothing.
    pub(super) fn with_empty_lists(&self, mut object: Map<String, Value>, of: TypeUse) -> Value {
        if let Shape::Record(record) = self.shape(of) {
            for field in record.fields.iter().filter(|field| field.required) {
                let is_missing = !object.contains_key(&field.wire_name);
                if is_missing && matches!(self.shape(field.value), Shape::List(_)) {
                    object.insert(field.wire_name.clone(), Value::Array(Vec::new()));
                }
            }
        }
        Value::Object(object)
    }

    fn declares(&self, of: TypeUse, key: &str) -> bool {
        match self.shape(of) {
            Shape::Record(record) => record.fields.iter().any(|field| field.wire_name == key),
            _ => false,
        }
    }
}
