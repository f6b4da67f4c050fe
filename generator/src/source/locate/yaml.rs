//! Finding places in YAML: the text is deserialised once more, and each wanted key or scalar is answered with an
//! error, since errors are the one thing of serde_yaml that carries a position. The error is caught, its position
//! kept, and the walk goes on. Objects and lists have no such moment; their key is marked, or what stands first in them.

use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Found, Lines, Wanted};

/// Finds all wanted places.
pub(super) fn walk(text: &str, lines: &Lines<'_>, wanted: &Wanted, found: &mut Found) {
    let Some(document) = serde_yaml::Deserializer::from_str(text).next() else {
        return;
    };
    let value = Value {
        lines,
        wanted: Some(wanted),
        found,
    };
    // What cannot be read to its end was reported by the reader; the places before the end are found.
    let _ = value.deserialize(document);
}

/// Walks one value; yields where it starts, if that is known.
struct Value<'a> {
    lines: &'a Lines<'a>,
    wanted: Option<&'a Wanted>,
    found: &'a mut Found,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Option<Range<usize>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let Some(wanted) = self.wanted else {
            return IgnoredAny::deserialize_ignored(deserializer);
        };
        let lines = self.lines;
        let mut scalar = None;
        let visitor = Walk {
            lines,
            wanted,
            found: &mut *self.found,
            scalar: &mut scalar,
        };
        match deserializer.deserialize_any(visitor) {
            Ok(first) => Ok(first),
            Err(error) => match scalar {
                Some(text) => {
                    let range = scalar_range(lines, &error, &text);
                    if let Some(range) = &range {
                        self.found.value(wanted, range);
                    }
                    Ok(range)
                }
                None => Err(error),
            },
        }
    }
}

/// Skips a value that nobody asks for.
trait Skip {
    fn deserialize_ignored<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Range<usize>>, D::Error>;
}

impl Skip for IgnoredAny {
    fn deserialize_ignored<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Range<usize>>, D::Error> {
        deserializer.deserialize_ignored_any(Self).map(|_| None)
    }
}

/// Visits a value: goes into objects and lists, and fails at scalars after leaving their text in `scalar`.
struct Walk<'a> {
    lines: &'a Lines<'a>,
    wanted: &'a Wanted,
    found: &'a mut Found,
    scalar: &'a mut Option<String>,
}

impl Walk<'_> {
    fn fail<T, E: Error>(self, text: impl fmt::Display) -> Result<T, E> {
        *self.scalar = Some(text.to_string());
        Err(E::custom("found"))
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Option<Range<usize>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        self.fail("")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        self.fail(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        self.fail(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        self.fail(value)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Self::Value, E> {
        self.fail(value)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Self::Value, E> {
        self.fail(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        self.fail(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        self.fail(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut first = None;
        for index in 0_usize.. {
            let below = self.wanted.below(&index.to_string());
            let value = Value {
                lines: self.lines,
                wanted: below,
                found: &mut *self.found,
            };
            let Some(start) = access.next_element_seed(value)? else {
                break;
            };
            if let (Some(below), Some(start)) = (below, &start) {
                self.found.value(below, start);
            }
            if index == 0 {
                first = start;
            }
        }
        Ok(first)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut first = None;
        let mut seen: Vec<String> = Vec::new();
        loop {
            let mut key = None;
            let seed = Key {
                lines: self.lines,
                key: &mut key,
            };
            let Some(range) = access.next_key_seed(seed)? else {
                break;
            };
            let key = key.unwrap_or_default();
            first = first.or_else(|| range.clone());
            let below = self.wanted.below(&key);
            let mut occurrence = 1;
            if let (Some(below), Some(range)) = (below, &range) {
                occurrence += seen.iter().filter(|one| **one == key).count();
                self.found.key(below, range, occurrence);
                seen.push(key);
            }
            access.next_value_seed(Value {
                lines: self.lines,
                wanted: below.filter(|_| occurrence == 1),
                found: &mut *self.found,
            })?;
        }
        Ok(first)
    }
}

/// Reads a key, leaves its text in `key` and yields its range.
struct Key<'a> {
    lines: &'a Lines<'a>,
    key: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<Range<usize>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let Err(error) = deserializer.deserialize_str(KeyText(&mut *self.key)) else {
            return Ok(None);
        };
        match &*self.key {
            Some(key) => Ok(scalar_range(self.lines, &error, key)),
            None => Err(error),
        }
    }
}

struct KeyText<'a>(&'a mut Option<String>);

impl Visitor<'_> for KeyText<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key that is text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        *self.0 = Some(value.to_owned());
        Err(E::custom("found"))
    }
}

/// Where the scalar with this text stands, according to the error that was raised at it.
fn scalar_range(lines: &Lines<'_>, error: &impl fmt::Display, text: &str) -> Option<Range<usize>> {
    let message = error.to_string();
    let (line, column) = message.rsplit_once(" at line ")?.1.split_once(" column ")?;
    let start = lines.byte(line.parse().ok()?, column.parse().ok()?);
    let rest = lines.text.get(start..)?;
    Some(start..start + scalar_length(rest, text))
}

/// How many bytes of `rest`, which begins with a scalar, belong to it; one that spans lines is cut after the first.
fn scalar_length(rest: &str, text: &str) -> usize {
    let line = rest.split(['\r', '\n']).next().unwrap_or("");
    let quote = line
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    if let Some(quote) = quote {
        return quoted_length(line, quote);
    }
    if !text.is_empty() && line.starts_with(text) {
        return text.len();
    }
    let uncommented = line.split(" #").next().unwrap_or("");
    uncommented.trim_end().len()
}

fn quoted_length(line: &str, quote: char) -> usize {
    let mut escaped = false;
    for (offset, character) in line.char_indices().skip(1) {
        if character == quote && !escaped {
            return offset + quote.len_utf8();
        }
        escaped = character == '\\' && quote == '"' && !escaped;
    }
    line.len()
}
