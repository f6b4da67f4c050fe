//! From texts to JSON: a text is read as what its type asks for. What cannot be read so stays a text, and does not fit.

use std::borrow::Cow;

use serde_json::{Map, Value};
use specwright_core::ir::{Extra, Record, Shape, TypeUse, Union};
use specwright_templates::codec::parameter::Encoding;
use specwright_templates::codec::parameter_read::{Node, Raw};

use super::engine::Engine;

/// Reads texts by type.
pub(super) struct Texts<'e> {
    engine: &'e Engine,
    /// Names that stand beside those of an object's members, and are none of them.
    others: Vec<&'e str>,
}

/// A member's name and what was sent for it.
type Member<'q> = (String, Node<'q>);

impl<'e> Texts<'e> {
    pub(super) fn new(engine: &'e Engine, others: Vec<&'e str>) -> Self {
        Self { engine, others }
    }

    /// The value; `None` where nothing was sent for it.
    pub(super) fn value(&self, node: &Node<'_>, of: TypeUse) -> Option<Value> {
        let shape = self.engine.shape(of);
        match shape {
            Shape::List(list) => self.list(node, of, &|_| Some(list.items)),
            Shape::Tuple(tuple) => {
                let item = |index| tuple.positions.get(index).copied().or(tuple.rest);
                self.list(node, of, &item)
            }
            Shape::Map(value) => self.object(node, &|_| Some(*value)),
            Shape::Record(record) => self.object(node, &|key| member_type(record, key)),
            Shape::Union(union) => self.union(node, union),
            _ => {
                let text = match node {
                    Node::Text(raw) => decoded(raw),
                    Node::Exploded(texts, _) if texts.is_empty() => return None,
                    Node::Exploded(texts, _) | Node::List(texts) => match texts.as_slice() {
                        [Node::Text(raw)] => decoded(raw),
                        // Given more than once: a list does not fit.
                        several => return Some(Value::Array(several.iter().map(plain).collect())),
                    },
                    Node::Object(_) => return Some(plain(node)),
                };
                Some(self.scalar(text, shape, of))
            }
        }
    }

    fn scalar(&self, text: String, shape: &Shape, of: TypeUse) -> Value {
        let is_text = matches!(
            shape,
            Shape::Text(_) | Shape::Binary | Shape::JsonText(_) | Shape::Enumeration(_)
        );
        match shape {
            Shape::Null => Value::Null,
            _ if of.or_null && (text == "null" || (text.is_empty() && !is_text)) => Value::Null,
            Shape::Enumeration(enumeration) => {
                let mut listed = enumeration.values.iter().map(|one| &one.value);
                let found = listed.find(|one| match one {
                    Value::String(one) => *one == text,
                    other => other.to_string() == text,
                });
                found.cloned().unwrap_or(Value::String(text))
            }
            Shape::Boolean | Shape::Integer(_) | Shape::Number(_) | Shape::Any => {
                match serde_json::from_str(&text) {
                    Ok(value @ (Value::Bool(_) | Value::Number(_))) => value,
                    _ => Value::String(text),
                }
            }
            _ => Value::String(text),
        }
    }

    fn list(
        &self,
        node: &Node<'_>,
        of: TypeUse,
        item: &dyn Fn(usize) -> Option<TypeUse>,
    ) -> Option<Value> {
        let read = |nodes: &[Node<'_>]| {
            let items = nodes
                .iter()
                .enumerate()
                .map(|(index, node)| match item(index) {
                    Some(of) => self.value(node, of).unwrap_or_default(),
                    None => plain(node),
                });
            Value::Array(items.collect())
        };
        let texts = |raw: &Raw<'_>| -> Vec<Node<'static>> {
            raw.items().into_iter().map(Node::Text).collect()
        };
        match node {
            Node::Exploded(nodes, _) if nodes.is_empty() => None,
            Node::Exploded(nodes, _) | Node::List(nodes) => Some(read(nodes)),
            // `name[0]=a&name[1]=b`
            Node::Object(members) => {
                let nodes: Vec<Node<'_>> = members.iter().map(|(_, node)| node.clone()).collect();
                Some(read(&nodes))
            }
            Node::Text(raw) => {
                if let Some(list) = json(raw, '[') {
                    return Some(list);
                }
                let whole = read(&texts(raw));
                // Some clients encode the commas that separate items.
                let split = encoded_commas(raw).map(|raw| read(&texts(&raw)));
                let fit = self.engine.fit();
                match split {
                    Some(split) if !fit.fits(&whole, of) && fit.fits(&split, of) => Some(split),
                    _ => Some(whole),
                }
            }
        }
    }

    fn object(&self, node: &Node<'_>, of: &dyn Fn(&str) -> Option<TypeUse>) -> Option<Value> {
        let members: Vec<Member<'_>> = match node {
            Node::Exploded(_, pairs) => {
                let named = grouped(pairs).into_iter();
                let own = named.filter(|(name, _)| {
                    of(name).is_some() && !self.others.contains(&name.as_str())
                });
                let own: Vec<Member<'_>> = own.collect();
                if own.is_empty() {
                    return None;
                }
                own
            }
            Node::Object(members) => {
                let members = members.iter();
                members
                    .map(|(key, node)| (key.clone().into_owned(), node.clone()))
                    .collect()
            }
            Node::Text(raw) => match (json(raw, '{'), raw.members()) {
                (Some(object), _) => return Some(object),
                (None, Some(members)) => {
                    let members = members.into_iter();
                    members.map(|(key, raw)| (key, Node::Text(raw))).collect()
                }
                (None, None) => return Some(plain(node)),
            },
            Node::List(_) => return Some(plain(node)),
        };
        let mut object = Map::new();
        for (key, node) in members {
            let value = match of(&key) {
                Some(of) => self.value(&node, of),
                None => Some(plain(&node)),
            };
            object.extend(value.map(|value| (key, value)));
        }
        Some(Value::Object(object))
    }

    /// The first branch that what was sent fits, else the first that it can be read as.
    fn union(&self, node: &Node<'_>, union: &Union) -> Option<Value> {
        let variants = union.variants.iter();
        let mut readings = variants.filter_map(|variant| {
            let value = self.value(node, variant.value)?;
            Some((self.engine.fit().fits(&value, variant.value), value))
        });
        let first = readings.next()?;
        if first.0 {
            return Some(first.1);
        }
        let fitting = readings.find(|(fits, _)| *fits);
        Some(fitting.unwrap_or(first).1)
    }
}

/// The type of a member.
pub(super) fn member_type(record: &Record, key: &str) -> Option<TypeUse> {
    let mut fields = record.fields.iter();
    let field = fields.find(|field| field.wire_name == key);
    match (field, &record.extra) {
        (Some(field), _) => Some(field.value),
        (None, Extra::Kept(value)) => Some(*value),
        (None, Extra::Ignored | Extra::Refused) => None,
    }
}

/// What was sent where no type says what it is.
fn plain(node: &Node<'_>) -> Value {
    match node {
        Node::Text(raw) => Value::String(decoded(raw)),
        Node::List(nodes) | Node::Exploded(nodes, _) => nodes.iter().map(plain).collect(),
        Node::Object(members) => members
            .iter()
            .map(|(key, node)| (key.clone().into_owned(), plain(node)))
            .collect(),
    }
}

/// The text, or what of it is text.
fn decoded(raw: &Raw<'_>) -> String {
    raw.decoded()
        .unwrap_or_else(|| Cow::Owned(raw.text.replace('%', "\u{fffd}")))
        .into_owned()
}

/// The JSON inside a text that begins like it: what has no style of its own is sent so.
fn json(raw: &Raw<'_>, first: char) -> Option<Value> {
    if first == '[' && raw.separator.is_some() {
        return None;
    }
    let text = raw.decoded().filter(|text| text.starts_with(first))?;
    serde_json::from_str(&text).ok()
}

/// The same text with its encoded commas decoded, where they are its only ones.
fn encoded_commas<'q>(raw: &Raw<'q>) -> Option<Raw<'q>> {
    let is_one = raw.separator == Some(',') && !raw.text.contains(',');
    let text = raw.text.replace("%2C", ",").replace("%2c", ",");
    (is_one && text.contains(',')).then(|| Raw {
        text: Cow::Owned(text),
        ..raw.clone()
    })
}

/// Pairs by name; a name that stands more than once has a list.
fn grouped(pairs: &[(String, String)]) -> Vec<Member<'_>> {
    let mut members: Vec<Member<'_>> = Vec::new();
    for (name, text) in pairs {
        let node = Node::Text(Raw {
            text: Cow::Borrowed(text.as_str()),
            encoding: Encoding::Form,
            separator: None,
            keyed: false,
        });
        match members.iter_mut().find(|(other, _)| other == name) {
            Some((_, Node::List(nodes))) => nodes.push(node),
            Some((_, first)) => *first = Node::List(vec![first.clone(), node]),
            None => members.push((name.clone(), node)),
        }
    }
    members
}
