//! The crates that the output names, each with the features that it must have and when it is needed.

use std::collections::{BTreeMap, BTreeSet};

use super::gate::Gate;
use crate::plan::CrateNeed;

/// Crates by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Dependencies(BTreeMap<String, Dependency>);

/// One crate.
#[derive(Clone, Debug)]
struct Dependency {
    version: String,
    features: BTreeSet<String>,
    default_features: bool,
    gate: Gate,
}

impl Dependencies {
    /// Adds a need; several needs of one crate are joined.
    pub(super) fn add(&mut self, name: &str, need: &CrateNeed, gate: &Gate) {
        let one = self.0.entry(name.to_owned()).or_insert_with(|| Dependency {
            version: need.version.clone(),
            features: BTreeSet::new(),
            default_features: false,
            gate: gate.clone(),
        });
        one.features.extend(need.features.iter().cloned());
        one.default_features |= need.default_features;
        one.gate = one.gate.clone().or(gate);
    }

    /// The names, sorted.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The rows of a `[dependencies]` table.
    pub(super) fn rows(&self) -> String {
        self.0.iter().map(|(name, one)| one.row(name)).collect()
    }

    /// The crates that a feature must switch on: those that are there with some features only.
    pub(super) fn switched_by(&self, feature: &str) -> Vec<&str> {
        self.0
            .iter()
            .filter(|(_, one)| one.gate.names(feature))
            .map(|(name, _)| name.as_str())
            .collect()
    }
}

impl Dependency {
    fn row(&self, name: &str) -> String {
        let optional = self.gate != Gate::Always;
        if self.default_features && self.features.is_empty() && !optional {
            return format!("{name} = {:?}\n", self.version);
        }
        let mut row = format!("{name} = {{ version = {:?}", self.version);
        if !self.default_features {
            row.push_str(", default-features = false");
        }
        if !self.features.is_empty() {
            row.push_str(&format!(
                ", features = {:?}",
                Vec::from_iter(&self.features)
            ));
        }
        if optional {
            row.push_str(", optional = true");
        }
        row.push_str(" }\n");
        row
    }
}
