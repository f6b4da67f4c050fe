//! A configuration file: the options as TOML, with the keys of the macro.
//!
//! What takes one word is a text; what takes several, a list of texts, or one text alone. What is written `WHAT=VALUE`
//! elsewhere may be a table.

use std::path::Path;

use super::{CHOICES, Choice, Options};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, closest};
use crate::source::{Node, Sources, load_toml};

/// The options with what their configuration file says. `None` where it cannot be read, or says what it cannot.
pub fn resolved(
    options: &Options,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Options> {
    let Some(path) = &options.config else {
        return Some(options.clone());
    };
    let mut found = Diagnostics::default();
    let read = read(path, sources, &mut found);
    let has_errors = found.has_errors();
    found.iter().for_each(|one| diagnostics.push(one.clone()));
    let read = read.filter(|_| !has_errors)?;
    Some(options.clone().or(read))
}

fn read(path: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Options> {
    let (file, table) = load_toml(path, sources, diagnostics)?;
    let mut options = Options::default();
    for (key, node) in table.as_object()?.iter() {
        let place = Place::root(file).child(key);
        match CHOICES.iter().find(|choice| choice.key == key) {
            Some(choice) => choose(&mut options, choice, node, &place, diagnostics),
            None => diagnostics.push(unknown_key(key).at(&place.key())),
        }
    }
    Some(options)
}

fn choose(
    options: &mut Options,
    choice: &'static Choice,
    node: &Node,
    place: &Place,
    diagnostics: &mut Diagnostics,
) {
    let mut words = Vec::new();
    for (word, place) in texts(choice, node, place, diagnostics) {
        if choice.words.is_empty() || choice.words.contains(&word.as_str()) {
            options
                .places
                .push((choice.key, word.clone(), place.clone()));
            words.push(word);
        } else {
            diagnostics.push(unknown_word(choice, &word).at(&place));
        }
    }
    (choice.set)(options, words);
}

/// The texts of a value, each with its place.
fn texts(
    choice: &Choice,
    node: &Node,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Vec<(String, Place)> {
    match node {
        Node::Text(text) => vec![(text.to_string(), place.clone())],
        Node::List(items) if !choice.single => items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| {
                let place = place.index(index);
                match item {
                    Node::Text(text) => Some((text.to_string(), place)),
                    other => {
                        diagnostics.push(wrong_type(choice.key, "texts", other).at(&place));
                        None
                    }
                }
            })
            .collect(),
        Node::Object(table) if choice.value.contains('=') || choice.key == "derive" => table
            .iter()
            .filter_map(|(what, value)| {
                let place = place.child(what);
                match value {
                    Node::Text(text) => Some((format!("{what}={text}"), place)),
                    Node::List(items) => {
                        let texts: Vec<&str> = items.iter().filter_map(Node::as_text).collect();
                        Some((format!("{what}={}", texts.join(", ")), place))
                    }
                    other => {
                        diagnostics.push(wrong_type(choice.key, "texts", other).at(&place));
                        None
                    }
                }
            })
            .collect(),
        other => {
            let expected = if choice.single {
                "one text"
            } else {
                "a list of texts"
            };
            diagnostics.push(wrong_type(choice.key, expected, other).at(place));
            Vec::new()
        }
    }
}

fn unknown_key(key: &str) -> Diagnostic {
    let keys = || CHOICES.iter().map(|choice| choice.key);
    let help = match closest(key, keys()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are {}", list(keys())),
    };
    Diagnostic::error(Code::UnknownKey, format!("there is no option `{key}`")).help(help)
}

fn unknown_word(choice: &Choice, word: &str) -> Diagnostic {
    let words = || choice.words.iter().copied();
    let help = match closest(word, words()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are {}", list(words())),
    };
    let message = format!("`{}` knows no `{word}`", choice.key);
    Diagnostic::error(Code::UnknownWord, message).help(help)
}

fn wrong_type(key: &str, expected: &str, found: &Node) -> Diagnostic {
    let message = format!("`{key}` must be {expected}, not {}", found.kind());
    Diagnostic::error(Code::WrongType, message)
}

fn list<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
