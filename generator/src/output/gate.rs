//! When a module or a dependency is part of a whole crate: always, or with Cargo features.

use std::collections::BTreeSet;

/// The parts of the output that a whole crate makes switchable by a Cargo feature of the same name.
pub(super) const FEATURES: [&str; 2] = [CLIENT, SERVER];

/// The part that calls.
pub(super) const CLIENT: &str = "client";

/// The part that needs all tags: a server answers for the whole document, and a feature that brings another trait to implement
/// would break those who implement the others.
pub(super) const SERVER: &str = "server";

/// The feature of all tags.
pub(super) const ALL_TAGS: &str = "full";

/// When something is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gate {
    /// With any set of features.
    Always,
    /// With at least one of these.
    AnyOf(BTreeSet<String>),
}

impl Gate {
    /// With this feature.
    pub(super) fn of(feature: &str) -> Self {
        Self::AnyOf(BTreeSet::from([feature.to_owned()]))
    }

    /// There when either is.
    pub(super) fn or(self, other: &Self) -> Self {
        match (self, other) {
            (Self::AnyOf(mut one), Self::AnyOf(two)) => {
                one.extend(two.iter().cloned());
                Self::AnyOf(one)
            }
            _ => Self::Always,
        }
    }

    /// The `#[cfg]` attribute, with a line end; empty for [`Gate::Always`].
    pub(super) fn attribute(&self) -> String {
        let Self::AnyOf(features) = self else {
            return String::new();
        };
        let words: Vec<String> = features
            .iter()
            .map(|feature| format!("feature = {feature:?}"))
            .collect();
        match words.as_slice() {
            [only] => format!("#[cfg({only})]\n"),
            several => format!("#[cfg(any({}))]\n", several.join(", ")),
        }
    }

    /// Whether it depends on features, and this is one of them.
    pub(super) fn names(&self, feature: &str) -> bool {
        matches!(self, Self::AnyOf(features) if features.contains(feature))
    }
}
