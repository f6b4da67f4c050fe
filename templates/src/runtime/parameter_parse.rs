//! From the texts of a parameter to a typed value: a serde deserializer that parses what each type asks for.

use ::serde::de::value::StringDeserializer;
use ::serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use ::std::borrow::Cow;
use ::std::cell::Cell;
use ::std::fmt::{self, Display};
use ::std::str::FromStr;

use super::parameter::Encoding;
use super::parameter_read::{Node, Raw};
use super::problem::push_key;

/// The value of a parameter, or `None` where nothing was sent for it.
///
/// # Errors
///
/// The first thing that keeps the texts from being a `T`.
pub fn parse<T: DeserializeOwned>(node: Node<'_>) -> Result<Option<T>, Unreadable> {
    let touched = Cell::new(!matches!(&node, Node::Exploded(texts, _) if texts.is_empty()));
    let encoded_separator = encoded_separator(&node);
    let result = T::deserialize(Parser {
        node,
        touched: &touched,
    });
    if !touched.get() {
        return Ok(None);
    }
    match (result, encoded_separator) {
        (Ok(value), _) => Ok(Some(value)),
        // Some clients encode the comma that separates items. It is taken for a separator only where the text as
        // a whole cannot be read, so that no item with a comma in it is torn apart.
        (Err(error), Some(split)) => T::deserialize(Parser {
            node: split,
            touched: &touched,
        })
        .map(Some)
        .map_err(|_| error),
        (Err(error), None) => Err(error),
    }
}

/// The same text with its encoded commas decoded, where they are its only ones.
fn encoded_separator<'q>(node: &Node<'q>) -> Option<Node<'q>> {
    match node {
        Node::Text(raw)
            if raw.separator == Some(',')
                && raw.encoding == Encoding::Form
                && !raw.text.contains(',') =>
        {
            let text = raw.text.replace("%2C", ",").replace("%2c", ",");
            text.contains(',').then(|| {
                Node::Text(Raw {
                    text: Cow::Owned(text),
                    ..raw.clone()
                })
            })
        }
        _ => None,
    }
}

/// Why texts cannot be read: a sentence, and where inside the parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// A JSON Pointer into the parameter; empty for the parameter as a whole.
    pub pointer: String,
    /// A stable word for programs.
    pub code: &'static str,
    /// A sentence for people.
    pub message: String,
}

impl Unreadable {
    /// A text that is not of the type.
    fn type_error(message: String) -> Self {
        Self {
            pointer: String::new(),
            code: "type",
            message,
        }
    }

    fn inside(self, key: &str) -> Self {
        let mut pointer = String::new();
        push_key(&mut pointer, key);
        pointer.push_str(&self.pointer);
        Self { pointer, ..self }
    }
}

impl Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl ::std::error::Error for Unreadable {}

impl Error for Unreadable {
    fn custom<T: Display>(message: T) -> Self {
        Self::type_error(message.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        let error = Self {
            pointer: String::new(),
            code: "required",
            message: "this member is required".to_owned(),
        };
        error.inside(field)
    }
}

/// Deserializes what was sent for a parameter.
struct Parser<'q, 't> {
    node: Node<'q>,
    /// Set when a text is read.
    touched: &'t Cell<bool>,
}

impl<'q, 't> Parser<'q, 't> {
    fn text(self) -> Result<String, Unreadable> {
        // A parameter that is not there leaves nothing to read, and that is no mistake yet.
        let is_absent = matches!(&self.node, Node::Exploded(texts, _) if texts.is_empty());
        self.touched.set(!is_absent);
        match self.node {
            Node::Text(raw) => decoded(&raw),
            Node::Exploded(mut texts, _) if texts.len() == 1 => match texts.pop() {
                Some(Node::Text(raw)) => decoded(&raw),
                _ => Err(Unreadable::type_error("one value is expected".to_owned())),
            },
            Node::List(_) | Node::Exploded(..) => Err(Unreadable {
                pointer: String::new(),
                code: "repeated",
                message: "is given more than once".to_owned(),
            }),
            Node::Object(_) => Err(Unreadable::type_error(
                "a single value is expected, not an object".to_owned(),
            )),
        }
    }

    fn parsed<T: FromStr>(self, what: &str) -> Result<T, Unreadable> {
        let text = self.text()?;
        text.parse()
            .map_err(|_| Unreadable::type_error(format!("{text:?} is not {what}")))
    }

    /// Whether there is a text that could be taken apart.
    fn is_absent(&self) -> bool {
        matches!(&self.node, Node::Exploded(texts, _) if texts.is_empty())
    }
}

fn decoded(raw: &Raw<'_>) -> Result<String, Unreadable> {
    match raw.decoded() {
        Some(text) => Ok(text.into_owned()),
        None => Err(Unreadable {
            pointer: String::new(),
            code: "encoding",
            message: "is not UTF-8 when percent-decoded".to_owned(),
        }),
    }
}

macro_rules! parse_numbers {
    ($($method:ident $visit:ident $what:literal)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            visitor.$visit(self.parsed($what)?)
        })*
    };
}

impl<'de> Deserializer<'de> for Parser<'_, '_> {
    type Error = Unreadable;

    /// Without a hint, a text that JSON would read as a boolean or a number is one.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match &self.node {
            Node::Object(_) => return self.deserialize_map(visitor),
            Node::List(_) => return self.deserialize_seq(visitor),
            // Whose members the other pairs might be, only a type can tell.
            Node::Exploded(texts, _) if texts.is_empty() => {
                return Err(Unreadable::type_error("a value is expected".to_owned()));
            }
            Node::Exploded(texts, _) if texts.len() > 1 => return self.deserialize_seq(visitor),
            Node::Text(_) | Node::Exploded(..) => {}
        }
        let text = self.text()?;
        match ::serde_json::from_str(&text) {
            Ok(::serde_json::Value::Bool(value)) => visitor.visit_bool(value),
            Ok(::serde_json::Value::Number(number)) => {
                match (number.as_u64(), number.as_i64(), number.as_f64()) {
                    (Some(value), ..) => visitor.visit_u64(value),
                    (_, Some(value), _) => visitor.visit_i64(value),
                    (.., Some(value)) => visitor.visit_f64(value),
                    (None, None, None) => visitor.visit_string(text),
                }
            }
            _ => visitor.visit_string(text),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_bool(self.parsed("`true` or `false`")?)
    }

    parse_numbers! {
        deserialize_i8 visit_i8 "a whole number between -128 and 127"
        deserialize_i16 visit_i16 "a whole number between -32768 and 32767"
        deserialize_i32 visit_i32 "a whole number of 32 bits"
        deserialize_i64 visit_i64 "a whole number of 64 bits"
        deserialize_i128 visit_i128 "a whole number of 128 bits"
        deserialize_u8 visit_u8 "a whole number between 0 and 255"
        deserialize_u16 visit_u16 "a whole number between 0 and 65535"
        deserialize_u32 visit_u32 "a whole number of 32 bits, not negative"
        deserialize_u64 visit_u64 "a whole number of 64 bits, not negative"
        deserialize_u128 visit_u128 "a whole number of 128 bits, not negative"
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.parsed::<f32>("a number")? {
            value if value.is_finite() => visitor.visit_f32(value),
            value => Err(Unreadable::type_error(format!("{value} is not a number"))),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.parsed::<f64>("a number")? {
            value if value.is_finite() => visitor.visit_f64(value),
            value => Err(Unreadable::type_error(format!("{value} is not a number"))),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_char(self.parsed("a single character")?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_byte_buf(self.text()?.into_bytes())
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.is_absent() {
            return Err(Unreadable::type_error("a list is expected".to_owned()));
        }
        self.touched.set(true);
        let nodes = match self.node {
            Node::Text(raw) => match json(&raw, '[') {
                Some(value) => return value.deserialize_seq(visitor).map_err(Error::custom),
                None => raw.items().into_iter().map(Node::Text).collect(),
            },
            Node::List(nodes) | Node::Exploded(nodes, _) => nodes,
            // `name[0]=a&name[1]=b`
            Node::Object(members) => members.into_iter().map(|(_, node)| node).collect(),
        };
        visitor.visit_seq(Items {
            nodes: nodes.into_iter(),
            index: 0,
            touched: self.touched,
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let touched = self.touched;
        let members: Vec<(Cow<'_, str>, Node<'_>)> = match self.node {
            Node::Object(members) => members,
            Node::Exploded(_, pairs) => grouped(pairs),
            Node::Text(raw) => match json(&raw, '{') {
                Some(value) => return value.deserialize_map(visitor).map_err(Error::custom),
                None => match raw.members() {
                    Some(members) => members
                        .into_iter()
                        .map(|(key, raw)| (Cow::Owned(key), Node::Text(raw)))
                        .collect(),
                    None => {
                        return Err(Unreadable::type_error(
                            "keys and values are expected".to_owned(),
                        ));
                    }
                },
            },
            Node::List(_) => {
                return Err(Unreadable::type_error(
                    "an object is expected, not a list".to_owned(),
                ));
            }
        };
        visitor.visit_map(Members {
            members: members.into_iter(),
            current: None,
            touched,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    /// Reads nothing, hence touches nothing.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }
}

/// The JSON inside a text that begins like it: what has no style of its own is sent so.
fn json(raw: &Raw<'_>, first: char) -> Option<::serde_json::Value> {
    if first == '[' && raw.separator.is_some() {
        return None;
    }
    let text = raw.decoded()?;
    if text.starts_with(first) {
        ::serde_json::from_str(&text).ok()
    } else {
        None
    }
}

/// Pairs of a query or form by name; a name that stands more than once has a list.
pub fn grouped(pairs: &[(String, String)]) -> Vec<(Cow<'_, str>, Node<'_>)> {
    let mut members: Vec<(Cow<'_, str>, Node<'_>)> = Vec::new();
    for (name, text) in pairs {
        let raw = Raw {
            text: Cow::Borrowed(text.as_str()),
            encoding: Encoding::Form,
            separator: None,
            keyed: false,
        };
        let node = Node::Text(raw);
        match members.iter_mut().find(|(other, _)| other == name) {
            Some((_, Node::List(nodes))) => nodes.push(node),
            Some((_, first)) => *first = Node::List(vec![first.clone(), node]),
            None => members.push((Cow::Borrowed(name.as_str()), node)),
        }
    }
    members
}

/// The items of a list.
struct Items<'q, 't> {
    nodes: ::std::vec::IntoIter<Node<'q>>,
    index: usize,
    touched: &'t Cell<bool>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Unreadable;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unreadable> {
        let Some(node) = self.nodes.next() else {
            return Ok(None);
        };
        let index = self.index;
        self.index += 1;
        let item = seed.deserialize(Parser {
            node,
            touched: self.touched,
        });
        item.map(Some)
            .map_err(|error| error.inside(&index.to_string()))
    }
}

/// The members of an object.
struct Members<'q, 't> {
    members: ::std::vec::IntoIter<(Cow<'q, str>, Node<'q>)>,
    current: Option<(Cow<'q, str>, Node<'q>)>,
    touched: &'t Cell<bool>,
}

impl<'de> MapAccess<'de> for Members<'_, '_> {
    type Error = Unreadable;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unreadable> {
        self.current = self.members.next();
        let Some((key, _)) = &self.current else {
            return Ok(None);
        };
        let key: StringDeserializer<Unreadable> = key.clone().into_owned().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, Unreadable> {
        let Some((key, node)) = self.current.take() else {
            return Err(Error::custom("a value was read before its key"));
        };
        seed.deserialize(Parser {
            node,
            touched: self.touched,
        })
        .map_err(|error| error.inside(&key))
    }
}
