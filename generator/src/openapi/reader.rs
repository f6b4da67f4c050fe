//! What all readers of pieces share: the document, the schemas so far, the messages, and how scalars are read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::at::{At, scalar_text};
use super::schema::Pending;
use super::{Coverage, Dialect, Extent, Parameter, RequestBody, Response, Schemas};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, closest};
use crate::source::{Library, Node};

/// Identifies a node by its address, which is stable while the document is borrowed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeKey(usize);

impl NodeKey {
    pub(super) fn of(node: &Node) -> Self {
        Self(std::ptr::from_ref(node) as usize)
    }
}

/// Pieces that were read already, or could not be.
pub(super) type Shared<T> = BTreeMap<NodeKey, Option<Arc<T>>>;

/// Reads pieces of one document.
pub(super) struct Reader<'d, 'm> {
    pub(super) library: &'d Library,
    pub(super) document: &'d Node,
    pub(super) dialect: Dialect,
    pub(super) schemas: Schemas<'d>,
    pub(super) pending: Pending<'d>,
    pub(super) parameters: Shared<Parameter<'d>>,
    pub(super) bodies: Shared<RequestBody<'d>>,
    pub(super) responses: Shared<Response<'d>>,
    /// Lists of servers that were reported already as not used.
    pub(super) unused_servers: BTreeSet<Vec<String>>,
    pub(super) extent: Extent,
    /// Callbacks that were met, by their names.
    pub(super) callbacks: Vec<(&'d str, At<'d>)>,
    pub(super) coverage: Coverage,
    pub(super) diagnostics: &'m mut Diagnostics,
}

impl<'d> Reader<'d, '_> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports a value of the wrong type.
    pub(super) fn wrong_type(&mut self, key: &str, expected: &str, at: &At<'_>) {
        let found = at.node.kind();
        self.report(
            Diagnostic::error(
                Code::WrongType,
                format!("`{key}` must be {expected}, not {found}"),
            )
            .at(&at.place)
            .label(format!("expected {expected}")),
        );
    }

    /// Reports a breach that does no harm.
    pub(super) fn tolerate(&mut self, message: impl Into<String>, place: &Place) {
        self.report(Diagnostic::warning(Code::Tolerated, message).at(place));
    }

    /// Reports a word that is none of the allowed ones.
    pub(super) fn unknown_word(&mut self, key: &str, word: &str, allowed: &[&str], place: &Place) {
        let list = allowed.join("`, `");
        let help = match closest(word, allowed.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("allowed are `{list}`"),
        };
        self.report(
            Diagnostic::error(
                Code::UnknownWord,
                format!("`{word}` is no value of `{key}`"),
            )
            .at(place)
            .help(help),
        );
    }

    /// Reports a key that the specification does not know.
    pub(super) fn unknown_key<'k>(
        &mut self,
        what: &str,
        key: &str,
        known: impl IntoIterator<Item = &'k str>,
        place: &Place,
    ) {
        let help = match closest(key, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "it is ignored; keys of your own begin with `x-`".to_owned(),
        };
        self.report(
            Diagnostic::warning(Code::UnknownKey, format!("`{key}` is no key of {what}"))
                .at(&place.key())
                .help(help),
        );
    }

    /// Text. A number or boolean is taken as the text that it was before YAML read it, and null as nothing.
    pub(super) fn text(&mut self, key: &str, at: &At<'d>) -> Option<&'d str> {
        match at.node {
            Node::Text(text) => Some(text),
            Node::Null => {
                self.tolerate(format!("`{key}` is empty; it is ignored"), &at.place);
                None
            }
            node => match scalar_text(node) {
                Some(text) => {
                    let kind = node.kind();
                    let message = format!("`{key}` must be text, not {kind}; `{text}` is taken");
                    let help = format!("put it in quotes: \"{text}\"");
                    self.report(
                        Diagnostic::warning(Code::Tolerated, message)
                            .at(&at.place)
                            .help(help),
                    );
                    Some(text)
                }
                None => {
                    self.wrong_type(key, "text", at);
                    None
                }
            },
        }
    }

    /// True or false.
    pub(super) fn flag(&mut self, key: &str, at: &At<'d>) -> Option<bool> {
        let flag = at.node.as_bool();
        if flag.is_none() {
            self.wrong_type(key, "true or false", at);
        }
        flag
    }

    /// A list of texts; elements of other types are reported and left out.
    pub(super) fn texts(&mut self, key: &str, at: &At<'d>) -> Vec<&'d str> {
        if at.node.as_list().is_none() {
            self.wrong_type(key, "a list of texts", at);
        }
        at.elements()
            .filter_map(|element| self.text(key, &element))
            .collect()
    }

    /// A piece whose members were checked, as a type of `openapiv3`.
    pub(super) fn typed<T: DeserializeOwned>(
        &mut self,
        value: serde_json::Map<String, serde_json::Value>,
        what: &str,
        place: &Place,
    ) -> Option<T> {
        match serde_json::from_value(value.into()) {
            Ok(piece) => Some(piece),
            Err(error) => {
                let message = format!("{what} cannot be read: {error}");
                self.report(Diagnostic::error(Code::WrongType, message).at(place));
                None
            }
        }
    }
}
