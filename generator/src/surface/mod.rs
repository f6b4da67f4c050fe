//! The surface: what the generated code offers to those who use it. One entry for each type, field, variant, operation,
//! parameter, answer and scheme, with facts about it and its place in the document; each is one line of text.
//!
//! The lock beside the code holds it, and two surfaces can be compared: what changed, and whom it breaks.

pub mod compare;
mod key;
mod line;
mod operations;
mod spell;
mod types;

use std::collections::BTreeMap;

pub use key::{Key, OperationPart, TypePart};
pub use line::{Line, LineError};

use crate::diagnostic::Place;
use crate::ir::Api;
use crate::plan::Plan;

/// What the generated code offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surface {
    entries: BTreeMap<Key, Entry>,
}

/// What is said of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Facts by their names, for example `type` and `Option<String>`.
    pub facts: BTreeMap<String, String>,
    /// Where it stands in the document: a JSON pointer behind `#`, before it the file if that is not the root document.
    /// Empty where it stands nowhere.
    pub at: String,
    /// The same, while the document is at hand.
    pub place: Option<Place>,
}

impl Entry {
    /// A fact; empty where it is not said.
    pub fn fact(&self, name: &str) -> &str {
        self.facts.get(name).map_or("", String::as_str)
    }

    /// Says something, unless that is nothing.
    fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.facts.insert(name.to_owned(), value);
        }
        self
    }
}

impl Surface {
    /// What the code of a plan offers. `files` are the names of the documents, the root first.
    pub fn of(plan: &Plan, api: &Api, files: &[String]) -> Self {
        let mut surface = Self::default();
        types::add(&mut surface, plan, api, files);
        operations::add(&mut surface, plan, api, files);
        surface
    }

    /// All entries: types, then operations, schemes and the server, each in the order of names.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Entry)> {
        self.entries.iter()
    }

    /// The entry of a thing.
    pub fn get(&self, key: &Key) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// Adds an entry.
    pub fn insert(&mut self, key: Key, entry: Entry) {
        self.entries.insert(key, entry);
    }

    /// The same without places: what must be equal for code to go on as it did.
    #[must_use]
    pub fn without_places(&self) -> Self {
        let mut surface = self.clone();
        for entry in surface.entries.values_mut() {
            entry.at.clear();
            entry.place = None;
        }
        surface
    }
}

/// An entry of what stands at `place`.
fn entry(place: Option<&Place>, files: &[String]) -> Entry {
    let at = place.map(|place| {
        let file = match place.file {
            0 => "",
            other => files.get(other).map_or("", String::as_str),
        };
        format!("{file}#{}", place.pointer())
    });
    Entry {
        facts: BTreeMap::new(),
        at: at.unwrap_or_default(),
        place: place.cloned(),
    }
}
