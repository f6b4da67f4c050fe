//! A configuration file: the options as TOML, with the keys of the macro, and the documents that they are for.
//!
//! What takes one word is a text; what takes several, a list of texts, or one text alone. What is written `WHAT=VALUE`
//! elsewhere may be a table.

use std::path::{Path, PathBuf};

use super::{CHOICES, Choice, Options};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, closest};
use crate::source::{Node, Sources, load_toml};

/// The name of the configuration file that the command line looks for.
pub const PROJECT: &str = "specwright.toml";

/// The key of the list of documents.
pub(super) const DOCUMENTS: &str = "documents";

/// A configuration file, read.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// The folder of the file, where its relative paths start.
    pub folder: PathBuf,
    /// The options for all documents.
    pub options: Options,
    /// The documents.
    pub documents: Vec<ProjectDocument>,
}

/// A document of a configuration file: what is generated from it, and where.
#[derive(Clone, Debug, Default)]
pub struct ProjectDocument {
    /// Its path, as the file says it.
    pub spec: PathBuf,
    /// The folder for the code.
    pub out: Option<PathBuf>,
    /// The name of the crate, where a whole one is wanted.
    pub package: Option<String>,
    /// Whether files for handlers are written.
    pub handlers: bool,
    /// The options for this document; they count more than those for all.
    pub options: Options,
}

/// A key of a document, beside those of options: what it is called, whether it must be there, and what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct DocumentKey {
    pub(super) name: &'static str,
    pub(super) is_text: bool,
    pub(super) help: &'static str,
}

const SPEC: DocumentKey = DocumentKey {
    name: "spec",
    is_text: true,
    help: "The OpenAPI description, YAML or JSON; a relative path starts at the folder of this file",
};
const OUT: DocumentKey = DocumentKey {
    name: "out",
    is_text: true,
    help: "The folder for the code; it becomes a module, or a whole crate with `crate`",
};
const CRATE: DocumentKey = DocumentKey {
    name: "crate",
    is_text: true,
    help: "Write a whole crate of this name",
};
const HANDLERS: DocumentKey = DocumentKey {
    name: "handlers",
    is_text: false,
    help: "Also write files for your own handlers; existing ones are only added to",
};

/// All keys of a document that are no options; the first must be there.
pub(super) const DOCUMENT_KEYS: [DocumentKey; 4] = [SPEC, OUT, CRATE, HANDLERS];

impl Project {
    /// The document that a path means.
    pub fn document(&self, spec: &Path) -> Option<&ProjectDocument> {
        let real = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path));
        let wanted = real(spec).ok()?;
        self.documents
            .iter()
            .find(|one| real(&self.folder.join(&one.spec)).is_ok_and(|path| path == wanted))
    }
}

/// The options with what their configuration file says of the root document. `None` where it cannot be read, or says what
/// it cannot.
pub fn resolved(
    options: &Options,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Options> {
    let Some(path) = &options.config else {
        return Some(options.clone());
    };
    let root = sources.get(0).and_then(|file| file.path.clone());
    let project = read(path, sources, diagnostics)?;
    let own = root.and_then(|root| project.document(&root).cloned());
    let chosen = options.clone().or(own.unwrap_or_default().options);
    Some(chosen.or(project.options))
}

/// Reads a configuration file. `None` where it cannot be read, or says what it cannot.
pub fn read(path: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Project> {
    let mut found = Diagnostics::default();
    let project = read_table(path, sources, &mut found);
    let has_errors = found.has_errors();
    found.iter().for_each(|one| diagnostics.push(one.clone()));
    project.filter(|_| !has_errors)
}

fn read_table(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Project> {
    let (file, table) = load_toml(path, sources, diagnostics)?;
    let mut project = Project {
        folder: path.parent().unwrap_or(Path::new("")).to_owned(),
        ..Project::default()
    };
    let root = Place::root(file);
    for (key, node) in table.as_object()?.iter() {
        let place = root.child(key);
        match (key, node) {
            (DOCUMENTS, Node::List(list)) => {
                for (index, node) in list.iter().enumerate() {
                    let document = document(node, &place.index(index), diagnostics);
                    project.documents.extend(document);
                }
            }
            (DOCUMENTS, other) => {
                let wrong = wrong_type(DOCUMENTS, "a list of tables", other).at(&place);
                diagnostics.push(wrong.help("write `[[documents]]`"));
            }
            _ if choose(&mut project.options, key, node, &place, diagnostics) => {}
            _ => diagnostics.push(unknown_key(key, &[DOCUMENTS]).at(&place.key())),
        }
    }
    Some(project)
}

fn document(node: &Node, place: &Place, diagnostics: &mut Diagnostics) -> Option<ProjectDocument> {
    let Some(table) = node.as_object() else {
        diagnostics.push(wrong_type(DOCUMENTS, "a list of tables", node).at(place));
        return None;
    };
    let mut document = ProjectDocument::default();
    for (key, node) in table.iter() {
        let place = place.child(key);
        let is_chosen = choose(&mut document.options, key, node, &place, diagnostics);
        match DOCUMENT_KEYS.iter().find(|one| one.name == key) {
            _ if is_chosen => {}
            None => {
                let known = DOCUMENT_KEYS.map(|one| one.name);
                diagnostics.push(unknown_key(key, &known).at(&place.key()));
            }
            Some(known) => match (known.name, node) {
                ("spec", Node::Text(text)) => document.spec = text.to_string().into(),
                ("out", Node::Text(text)) => document.out = Some(text.to_string().into()),
                ("crate", Node::Text(text)) => document.package = Some(text.to_string()),
                ("handlers", Node::Bool(wanted)) => document.handlers = *wanted,
                (_, other) => {
                    let expected = if known.is_text {
                        "one text"
                    } else {
                        "true or false"
                    };
                    diagnostics.push(wrong_type(key, expected, other).at(&place));
                }
            },
        }
    }
    if !table.contains(SPEC.name) {
        let message = "a document needs `spec`, the path of its description";
        diagnostics.push(Diagnostic::error(Code::Missing, message).at(place));
    }
    Some(document)
}

/// Chooses what a key says; false if it is none of an option.
fn choose(
    options: &mut Options,
    key: &str,
    node: &Node,
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(choice) = CHOICES.iter().find(|choice| choice.key == key) else {
        return false;
    };
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
    true
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
        Node::Object(table) if choice.is_table() => table
            .iter()
            .filter_map(|(what, value)| {
                let place = place.child(what);
                match value {
                    Node::Text(text) => Some((format!("{what}={text}"), place)),
                    Node::Number(number) => Some((format!("{what}={}", number.as_str()), place)),
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

fn unknown_key(key: &str, more: &[&'static str]) -> Diagnostic {
    let keys = || {
        CHOICES
            .iter()
            .map(|choice| choice.key)
            .chain(more.iter().copied())
    };
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
