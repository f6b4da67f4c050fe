//! The order of the stages, and nothing else.

use std::path::PathBuf;

use crate::diagnostic::Diagnostics;
use crate::options::Options;
use crate::plan::Plan;
use crate::source::{Input, Sources};

/// What one run made. Every door spends it: writes it, compares it, or returns its tokens.
#[derive(Clone, Debug)]
pub struct Generation {
    /// What was decided; `None` where the document could not be read at all.
    pub plan: Option<Plan>,
    /// All files that were read.
    pub sources: Sources,
    /// What is to be said to the user.
    pub diagnostics: Diagnostics,
}

impl Generation {
    /// The absolute paths of all files that were read.
    pub fn inputs(&self) -> Vec<PathBuf> {
        self.sources
            .iter()
            .filter_map(|file| file.path.clone())
            .collect()
    }
}

/// Runs all stages up to the plan.
pub fn generate(_input: &Input, _options: &Options) -> Generation {
    Generation {
        plan: None,
        sources: Sources::default(),
        diagnostics: Diagnostics::default(),
    }
}
