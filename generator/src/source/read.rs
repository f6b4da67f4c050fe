//! From text to [`Node`]: YAML and JSON through one visitor, TOML from what its parser made.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::limits::exceeded;
use super::nesting;
use super::node::{Node, Number, Object, sorted_positions};
use super::toml;
use super::walk::Walk;
use super::{Format, Limits};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// Reads a whole text. `None` where it cannot be parsed; the diagnostics say why.
pub(super) fn read(
    text: &str,
    format: Format,
    file: usize,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let found = RefCell::new(Vec::new());
    let budget = Budget {
        limits,
        bytes: text.len() as u64,
        nodes: Cell::new(0),
        exceeded: Cell::new(None),
    };
    let seed = Seed {
        format,
        path: Walk::Root(file),
        depth: 0,
        budget: &budget,
        found: &found,
    };
    let result = match format {
        Format::Json => read_json(text, seed, file),
        Format::Yaml => read_yaml(text, seed, file),
        Format::Toml => toml::read(text, file),
    };
    for diagnostic in found.into_inner() {
        diagnostics.push(diagnostic);
    }
    match result {
        Ok(node) => Some(node),
        Err(diagnostic) => {
            diagnostics.push(match budget.exceeded.take() {
                Some(exceeded) => Diagnostic {
                    place: diagnostic.place,
                    ..exceeded
                },
                None => diagnostic,
            });
            None
        }
    }
}

fn read_json(text: &str, seed: Seed<'_>, file: usize) -> Result<Node, Diagnostic> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    seed.deserialize(&mut deserializer)
        .and_then(|node| deserializer.end().map(|()| node))
        .map_err(|error| {
            let message = error.to_string();
            let position = Some((error.line(), error.column()));
            syntax(Format::Json, text, &message, position, file)
        })
}

fn read_yaml(text: &str, seed: Seed<'_>, file: usize) -> Result<Node, Diagnostic> {
    let depth = seed.budget.limits.depth;
    if let Some(byte) = nesting::too_deep(text, depth) {
        let (line, column) = line_and_column(text, byte);
        let place = Place::position(file, line, column);
        return Err(exceeded("depth", TOO_DEEP, depth).at(&place));
    }
    if let Some(line) = line_of_many_directives(text) {
        let message = format!("the YAML text has more than {MOST_DIRECTIVES} directives");
        let place = Place::position(file, line, 1);
        return Err(Diagnostic::error(Code::Limit, message)
            .at(&place)
            .help("an OpenAPI document needs none"));
    }
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let Some(first) = documents.next() else {
        return Err(empty(file));
    };
    let node = seed.deserialize(first).map_err(|error| {
        let position = error.location().map(|at| (at.line(), at.column()));
        if text.trim().is_empty() {
            return empty(file);
        }
        syntax(Format::Yaml, text, &error.to_string(), position, file)
    })?;
    match documents.next() {
        None => Ok(node),
        Some(second) => Err(second_document(second, file)),
    }
}

/// How many directives (YAML 1.2.2, section 6.8) a text may have: the parser compares each with all before it.
const MOST_DIRECTIVES: usize = 100;

/// The line of the first directive that is one too many. Nothing but blank lines and comments can stand between them.
fn line_of_many_directives(text: &str) -> Option<usize> {
    let mut count = 0;
    for (index, line) in text.lines().enumerate() {
        match line.bytes().next() {
            Some(b'%') => count += 1,
            Some(b'#') | None => {}
            Some(_) => count = 0,
        }
        if count > MOST_DIRECTIVES {
            return Some(index + 1);
        }
    }
    None
}

/// Line and column of a byte, from 1.
pub(super) fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|one| *one != '\n').count() + 1;
    (line, column)
}

/// The message for a file that holds more than one document. The place is that of the second, which is asked for by
/// failing on its first event.
fn second_document(second: serde_yaml::Deserializer<'_>, file: usize) -> Diagnostic {
    let position = second
        .deserialize_any(Refusal)
        .err()
        .and_then(|error| error.location());
    let place = position.map_or_else(
        || Place::root(file),
        |at| Place::position(file, at.line(), at.column()),
    );
    Diagnostic::error(Code::Syntax, "the file holds more than one YAML document")
        .at(&place)
        .help("keep one OpenAPI document per file: remove the `---` line and what follows it")
}

/// Accepts no value at all, so that the first event raises an error.
struct Refusal;

impl Visitor<'_> for Refusal {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("nothing")
    }
}

fn empty(file: usize) -> Diagnostic {
    Diagnostic::error(Code::Syntax, "the file is empty").at(&Place::position(file, 1, 1))
}

/// The message for a text that cannot be parsed.
pub(super) fn syntax(
    format: Format,
    text: &str,
    message: &str,
    position: Option<(usize, usize)>,
    file: usize,
) -> Diagnostic {
    let (line, column) = position.unwrap_or((1, 1));
    // The parsers end their sentences with the place, which is shown in its own way.
    let message = message
        .split_once(" at line ")
        .map_or(message, |(sentence, _)| sentence);
    let language = match format {
        Format::Json => "JSON",
        Format::Yaml => "YAML",
        Format::Toml => "TOML",
    };
    let diagnostic = if message.contains("recursion limit exceeded") {
        exceeded("depth", TOO_DEEP, 128)
    } else if message.contains("repetition limit exceeded") {
        let message = "YAML aliases repeat more than a hundred values for each one of the text";
        Diagnostic::error(Code::Limit, message).help("write out what the aliases stand for")
    } else if message.starts_with("EOF while") {
        let message = format!("not valid {language}: the file ends before all of it is closed");
        Diagnostic::error(Code::Syntax, message).help("is the file cut off?")
    } else {
        let diagnostic =
            Diagnostic::error(Code::Syntax, format!("not valid {language}: {message}"));
        let marked = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
        if format == Format::Yaml && marked.trim_start_matches(' ').starts_with('\t') {
            diagnostic.help("indent with spaces: YAML allows no tabs there")
        } else {
            diagnostic
        }
    };
    diagnostic.at(&Place::position(file, line.max(1), column.max(1)))
}

/// What is said of a document that is nested too deeply.
const TOO_DEEP: &str = "objects and lists are nested too deeply";

/// What may still be read of a text.
struct Budget<'p> {
    limits: &'p Limits,
    /// The length of the text, which cannot hold more values of its own than bytes.
    bytes: u64,
    nodes: Cell<u64>,
    /// The limit that ended the reading.
    exceeded: Cell<Option<Diagnostic>>,
}

impl Budget<'_> {
    /// Takes one value at a depth off the budget.
    fn spend<E: Error>(&self, depth: u64) -> Result<(), E> {
        let nodes = self.nodes.get() + 1;
        self.nodes.set(nodes);
        let limits = self.limits;
        let problem = if depth > limits.depth {
            exceeded("depth", TOO_DEEP, limits.depth)
        } else if nodes.saturating_sub(self.bytes) > limits.aliases {
            exceeded(
                "aliases",
                "YAML aliases repeat too many values",
                limits.aliases,
            )
        } else if nodes > limits.nodes {
            exceeded("nodes", "the document holds too many values", limits.nodes)
        } else {
            return Ok(());
        };
        self.exceeded.set(Some(problem));
        Err(E::custom("a limit is exceeded"))
    }
}

/// Reads one value.
#[derive(Clone, Copy)]
struct Seed<'p> {
    format: Format,
    path: Walk<'p>,
    depth: u64,
    budget: &'p Budget<'p>,
    found: &'p RefCell<Vec<Diagnostic>>,
}

impl Seed<'_> {
    /// Reports keys that stand twice, and drops all but their first occurrence.
    fn without_duplicates(self, entries: Vec<(Box<str>, Node)>) -> Vec<(Box<str>, Node)> {
        let mut repeated = repeated_positions(&entries);
        if repeated.is_empty() {
            return entries;
        }
        repeated.sort_unstable();
        let mut kept = Vec::with_capacity(entries.len());
        for (position, (key, value)) in entries.into_iter().enumerate() {
            if repeated.binary_search(&position).is_ok() {
                let place = self.path.place().child(&key).second_key();
                self.found.borrow_mut().push(
                    Diagnostic::error(
                        Code::DuplicateKey,
                        format!("the key `{key}` stands twice in the same object"),
                    )
                    .at(&place)
                    .label("second occurrence")
                    .help("remove one of the two; the first is used"),
                );
            } else {
                kept.push((key, value));
            }
        }
        kept
    }

    /// Puts the members of `<<` in (YAML merge keys); a member that the object has itself stays.
    fn merged(entries: Vec<(Box<str>, Node)>) -> Vec<(Box<str>, Node)> {
        if !entries.iter().any(|(key, _)| &**key == "<<") {
            return entries;
        }
        let mut bases = Vec::new();
        let mut merged = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            match value {
                Node::Object(base) if &*key == "<<" => bases.push(base),
                Node::List(list) if &*key == "<<" => {
                    bases.extend(list.into_iter().filter_map(|node| match node {
                        Node::Object(base) => Some(base),
                        _ => None,
                    }));
                }
                value => merged.push((key, value)),
            }
        }
        for (key, value) in bases.iter().flat_map(Object::iter) {
            if !merged.iter().any(|(own, _)| **own == *key) {
                merged.push((key.into(), value.clone()));
            }
        }
        merged
    }
}

/// The positions of all entries whose key stood before; most objects are small, and have none.
fn repeated_positions(entries: &[(Box<str>, Node)]) -> Vec<usize> {
    let positions = sorted_positions(entries);
    let key = |position: u32| entries.get(position as usize).map(|(key, _)| key);
    let pairs = positions.windows(2);
    pairs
        .filter_map(|pair| match pair {
            [one, two] if key(*one) == key(*two) => Some(*two as usize),
            _ => None,
        })
        .collect()
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.budget.spend(self.depth)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(Number::integer(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(Number::integer(value)))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Number(Number::integer(value)))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        Ok(Node::Number(Number::integer(value)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(Number::double(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        loop {
            let path = Walk::Index(&self.path, items.len());
            match access.next_element_seed(Seed {
                path,
                depth: self.depth + 1,
                ..self
            })? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        items.shrink_to_fit();
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut entries: Vec<(Box<str>, Node)> = Vec::new();
        while let Some(key) = access.next_key_seed(KeySeed)? {
            let path = Walk::Key(&self.path, &key);
            let value = access.next_value_seed(Seed {
                path,
                depth: self.depth + 1,
                ..self
            })?;
            entries.push((key, value));
        }
        let entries = self.without_duplicates(entries);
        Ok(Node::Object(Object::new(match self.format {
            Format::Yaml => Self::merged(entries),
            Format::Json | Format::Toml => entries,
        })))
    }

    /// A YAML tag of somebody's own (`!secret x`): the tag is dropped, the value read.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Node, A::Error> {
        let (_, contents) = access.variant_seed(KeySeed)?;
        contents.newtype_variant_seed(self)
    }
}

/// Reads a key as text, also where YAML would make it a number or a boolean (`200:`).
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Box<str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Box<str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Box<str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key that is text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Box<str>, E> {
        Ok(value.into())
    }
}
