//! Entries as lines of text: `field Pet.name type=String wire=name at=#/components/schemas/Pet/properties/name`.
//!
//! A value is written as it is where it is plain, and as a JSON text otherwise.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Entry, Key, Surface};
use crate::plan::is_hidden;

/// A line, read: words and named values. Lines of other kinds than those of entries have the same form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words before the first named value.
    pub words: Vec<String>,
    /// The named values.
    pub values: BTreeMap<String, String>,
}

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineError(pub String);

impl Line {
    /// A line of these words.
    pub fn new(words: &[&str]) -> Self {
        Self {
            words: words.iter().map(|&word| word.to_owned()).collect(),
            values: BTreeMap::new(),
        }
    }

    /// The same with a named value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), value.into());
        self
    }

    /// The text, without an end of line.
    pub fn text(&self) -> String {
        let words = self.words.iter().map(|word| quoted(word));
        let values = self
            .values
            .iter()
            .map(|(name, value)| format!("{name}={}", quoted(value)));
        words.chain(values).collect::<Vec<_>>().join(" ")
    }

    /// Reads a text.
    ///
    /// # Errors
    /// A text that is no such line.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        let mut line = Self::new(&[]);
        let mut rest = text.trim();
        while !rest.is_empty() {
            let name_end = rest
                .find(|one: char| !one.is_ascii_alphanumeric() && one != '_')
                .unwrap_or(rest.len());
            let (name, after) = rest.split_at(name_end);
            let value = after.strip_prefix('=').filter(|_| !name.is_empty());
            let (value, after) = word(value.unwrap_or(rest))?;
            if after.len() == rest.len() {
                return Err(LineError(format!("`{rest}` is no word")));
            }
            if rest.starts_with(&format!("{name}=")) && !name.is_empty() {
                line.values.insert(name.to_owned(), value);
            } else {
                line.words.push(value);
            }
            rest = after.trim_start();
        }
        Ok(line)
    }
}

/// The first word of a text, and what follows it.
fn word(text: &str) -> Result<(String, &str), LineError> {
    if text.starts_with('"') {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<String>();
        return match values.next() {
            Some(Ok(value)) => Ok((value, text.get(values.byte_offset()..).unwrap_or_default())),
            _ => Err(LineError(format!("`{text}` has quotes that do not close"))),
        };
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    Ok((word.to_owned(), rest))
}

/// A value as it is written.
fn quoted(value: &str) -> String {
    let is_plain = |one: char| one.is_ascii_graphic() && !matches!(one, '"' | '=');
    let starts_like_a_name = |text: &str| text.contains('=');
    if !value.is_empty() && value.chars().all(is_plain) && !starts_like_a_name(value) {
        return value.to_owned();
    }
    let mut text = String::new();
    for one in serde_json::Value::from(value).to_string().chars() {
        if is_hidden(one) || one.is_control() {
            let mut units = [0; 2];
            for unit in one.encode_utf16(&mut units) {
                // Writing to a text cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(one);
        }
    }
    text
}

impl Surface {
    /// One line for each entry.
    pub fn lines(&self) -> impl Iterator<Item = Line> {
        self.iter().map(|(key, entry)| {
            let name = key.name();
            let mut line = Line::new(&[key.word()]);
            line.words.extend((!name.is_empty()).then_some(name));
            line.values.clone_from(&entry.facts);
            if entry.at.is_empty() {
                line
            } else {
                line.with("at", entry.at.clone())
            }
        })
    }

    /// Adds what a line says. `false` where it is no line of an entry.
    pub fn add_line(&mut self, line: &Line) -> bool {
        let (Some(word), name) = (line.words.first(), line.words.get(1)) else {
            return false;
        };
        let Some(key) = Key::parse(word, name.map_or("", String::as_str)) else {
            return false;
        };
        let mut facts = line.values.clone();
        let at = facts.remove("at").unwrap_or_default();
        let entry = Entry {
            facts,
            at,
            place: None,
        };
        self.insert(key, entry);
        true
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for value in [
            "",
            "plain",
            "BTreeMap<String, i64>",
            "say \"hi\"",
            "a=b",
            "ü\u{202e}\n\\",
            "#/paths/~1pets",
            "\u{1f600}",
        ] {
            let line = Line::new(&["field", value])
                .with("type", value)
                .with("at", "#/x");
            let text = line.text();
            assert!(!text.contains('\u{202e}') && !text.contains('\n'), "{text}");
            assert_eq!(Line::parse(&text).unwrap(), line, "{text}");
        }
        assert!(Line::parse("field \"open").is_err());
    }
}
