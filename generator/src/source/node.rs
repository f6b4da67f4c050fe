//! One tree for YAML and JSON.

use std::fmt;

/// A value of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// Text.
    Text(Box<str>),
    /// An array.
    List(Vec<Node>),
    /// An object.
    Object(Object),
}

impl Node {
    /// The text, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The elements, if it is an array.
    pub fn as_list(&self) -> Option<&[Node]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The members, if it is an object.
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The member with this key, if it is an object that has one.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_object()?.get(key)
    }

    /// What it is, in words for messages: `text`, `an object` …
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The text of the same value as JSON, in the same order. What is no JSON number is `null`.
    pub fn json_text(&self) -> String {
        let mut text = String::new();
        self.write_json(&mut text);
        text
    }

    fn write_json(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) if number.is_finite() => out.push_str(number.as_str()),
            Self::Number(_) => out.push_str("null"),
            Self::Text(text) => out.push_str(&quoted(text)),
            Self::List(items) => {
                let mut opening = '[';
                for item in items {
                    out.push(std::mem::replace(&mut opening, ','));
                    item.write_json(out);
                }
                out.push_str(if opening == '[' { "[]" } else { "]" });
            }
            Self::Object(object) => {
                let mut opening = '{';
                for (key, value) in object.iter() {
                    out.push(std::mem::replace(&mut opening, ','));
                    out.push_str(&quoted(key));
                    out.push(':');
                    value.write_json(out);
                }
                out.push_str(if opening == '{' { "{}" } else { "}" });
            }
        }
    }

    /// The same value as JSON. Numbers beyond 64 bits become the nearest double; what is no JSON number, `null`.
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Bool(value) => serde_json::Value::Bool(*value),
            Self::Number(number) => number.to_json(),
            Self::Text(text) => serde_json::Value::String(text.to_string()),
            Self::List(items) => items.iter().map(Self::to_json).collect(),
            Self::Object(object) => object
                .iter()
                .map(|(key, value)| (key.to_owned(), value.to_json()))
                .collect(),
        }
    }
}

/// A string of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A number, kept as text: 128-bit integers are exact, and what was an integer stays one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Box<str>);

impl Number {
    /// A whole number.
    pub(super) fn integer(value: impl fmt::Display) -> Self {
        Self(value.to_string().into())
    }

    /// A double. Beyond 2^53 each double is a whole number, and is written as one.
    pub(super) fn double(value: f64) -> Self {
        if value.abs() >= 9_007_199_254_740_992.0 && value.abs() < 1e38 {
            return Self::integer(value as i128);
        }
        let long = value.abs() >= 1e38 || (value != 0.0 && value.abs() < 1e-5);
        if long {
            Self(format!("{value:e}").into())
        } else {
            Self(value.to_string().into())
        }
    }

    /// The shortest decimal text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value, if it is a whole number from 0 on.
    pub fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// Whether it is a whole number, however it was written.
    pub fn is_integer(&self) -> bool {
        self.0.parse::<i128>().is_ok() || self.0.parse::<u128>().is_ok()
    }

    /// The nearest double.
    pub fn as_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// Whether it is neither infinite nor "not a number", which YAML can write and JSON cannot.
    pub fn is_finite(&self) -> bool {
        self.as_f64().is_finite()
    }

    fn to_json(&self) -> serde_json::Value {
        if let Ok(value) = self.0.parse::<i64>() {
            return value.into();
        }
        if let Ok(value) = self.0.parse::<u64>() {
            return value.into();
        }
        self.as_f64().into()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// From how many members on an object carries a sorted index.
const INDEXED_FROM: usize = 16;

/// Members in the document's order, with a quick way to find one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    entries: Vec<(Box<str>, Node)>,
    /// Positions in `entries`, ordered by key; empty for small objects, which are searched from the start.
    by_key: Box<[u32]>,
}

impl Object {
    /// An object with these members, whose keys must differ.
    pub(super) fn new(mut entries: Vec<(Box<str>, Node)>) -> Self {
        entries.shrink_to_fit();
        let by_key = if entries.len() < INDEXED_FROM {
            Box::default()
        } else {
            sorted_positions(&entries)
        };
        Self { entries, by_key }
    }

    /// The member with this key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        if self.by_key.is_empty() {
            let found = self.entries.iter().find(|(name, _)| **name == *key);
            return found.map(|(_, value)| value);
        }
        let at = |position: &u32| self.entries.get(*position as usize);
        let found = self
            .by_key
            .binary_search_by(|position| at(position).map_or("", |(name, _)| name).cmp(key))
            .ok()?;
        at(self.by_key.get(found)?).map(|(_, value)| value)
    }

    /// Whether there is a member with this key.
    pub fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The members, in the document's order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.entries.iter().map(|(key, value)| (&**key, value))
    }

    /// The members themselves, in the document's order.
    pub(super) fn into_entries(self) -> Vec<(Box<str>, Node)> {
        self.entries
    }

    /// The keys, in the document's order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(key, _)| &**key)
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The positions of the entries, ordered by key, equal keys by position.
pub(super) fn sorted_positions(entries: &[(Box<str>, Node)]) -> Box<[u32]> {
    let mut positions: Vec<u32> = (0u32..).take(entries.len()).collect();
    positions.sort_by_key(|position| entries.get(*position as usize).map(|(key, _)| key));
    positions.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_in_small_and_large_objects() {
        for count in [3_usize, 100] {
            let entries = (0..count)
                .map(|number| {
                    (
                        format!("key{number}").into(),
                        Node::Number(Number::integer(number)),
                    )
                })
                .collect();
            let object = Object::new(entries);
            assert_eq!(object.get("key2"), Some(&Node::Number(Number::integer(2))));
            assert_eq!(object.get("key100"), None);
            assert_eq!(object.keys().next(), Some("key0"));
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        for (number, text) in [
            (Number::integer(i64::MIN), "-9223372036854775808"),
            (
                Number::integer(u128::MAX),
                "340282366920938463463374607431768211455",
            ),
            (
                Number::double(18_446_744_073_709_551_616.0),
                "18446744073709551616",
            ),
            (Number::double(0.1), "0.1"),
            (Number::double(100.0), "100"),
            (Number::double(1e300), "1e300"),
            (Number::double(1e-9), "1e-9"),
        ] {
            assert_eq!(number.as_str(), text);
        }
    }
}
