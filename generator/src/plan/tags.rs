//! Tags: the module in which everything stands that belongs to one, and the Cargo feature that switches it in a whole crate.

use indexmap::{IndexMap, IndexSet};

use super::names::{ModuleName, Scope};
use crate::ir::{Api, Operation};

/// The group of operations without a tag.
pub(super) const UNTAGGED: &str = "default";

/// Features that a whole crate has beside those of its tags.
const FEATURES: [&str; 4] = ["client", "default", "full", "server"];

/// The tags that group operations: the first of each operation, in the order of the document.
#[derive(Debug)]
pub(super) struct Tags(IndexMap<String, Tag>);

/// What is decided about a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its module, wherever there is one for it.
    pub(super) module: ModuleName,
    /// Its Cargo feature, if it has one.
    pub(super) feature: Option<String>,
}

impl Tags {
    /// The tags of these operations; those that the document declares come first.
    pub(super) fn of(api: &Api, operations: &[&Operation]) -> Self {
        let used: IndexSet<&str> = operations.iter().map(|one| first_tag(one)).collect();
        let declared = api.tags.iter().map(|tag| tag.name.as_str());
        let all: IndexSet<&str> = declared
            .filter(|tag| used.contains(tag))
            .chain(used.iter().copied())
            .collect();
        let mut modules = ModuleName::scope();
        let tag = |name: &str| Tag {
            module: ModuleName::of_tag(&mut modules, name),
            feature: None,
        };
        let names = all.iter().map(|name| (*name).to_owned());
        Self(names.zip(all.iter().copied().map(tag)).collect())
    }

    /// The same, each with a feature that is named like its module. A single one has none: without it nothing is left.
    pub(super) fn with_features(mut self) -> Self {
        let mut features = Scope::reserving(&FEATURES);
        if self.0.len() > 1 {
            for tag in self.0.values_mut() {
                let name = tag.module.as_str();
                let candidates = [name.to_owned(), format!("{name}_tag")];
                tag.feature = Some(features.allocate(candidates));
            }
        }
        self
    }

    /// The position of the tag of an operation.
    pub(super) fn position(&self, operation: &Operation) -> Option<usize> {
        self.0.get_index_of(first_tag(operation))
    }

    /// The tag at a position.
    pub(super) fn get(&self, position: usize) -> Option<&Tag> {
        self.0.get_index(position).map(|(_, tag)| tag)
    }

    /// All tags with their names in the document.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Tag)> {
        self.0.iter().map(|(name, tag)| (name.as_str(), tag))
    }
}

/// The tag that decides where an operation belongs.
pub(super) fn first_tag(operation: &Operation) -> &str {
    operation.tags.first().map_or(UNTAGGED, String::as_str)
}
