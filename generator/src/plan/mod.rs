//! Stand-in: the stage plan of the lead replaces this file wholesale.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostics;
use crate::ir::Api;
use crate::options::Options;

/// Every Rust decision, made once.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What the generated code stands on.
    pub needs: Needs,
}

/// What the generated code stands on.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// The runtime files that are used directly, by name.
    pub runtime: BTreeSet<&'static str>,
    /// Crates beyond those of the runtime files, by name.
    pub crates: BTreeMap<String, Crate>,
}

/// A crate that generated code names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crate {
    /// The version requirement.
    pub version: String,
    /// Its Cargo features.
    pub features: BTreeSet<String>,
}

/// Makes the plan.
pub fn plan(_api: &Api, _options: &Options, _diagnostics: &mut Diagnostics) -> Plan {
    Plan {
        needs: Needs::default(),
    }
}
