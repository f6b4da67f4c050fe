//! How much of a document the generated code honours.

use std::fmt;

/// Counts of what a document says, and of what is honoured of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The operations under `paths`.
    pub operations: usize,
    /// Those that are generated.
    pub generated: usize,
    /// The keywords of all schemas.
    pub keywords: usize,
    /// Those that are unknown, ignored or not enforced.
    pub unheard: usize,
}

impl Coverage {
    /// The same with the number of operations that are generated.
    #[must_use]
    pub fn with_operations(self, generated: usize) -> Self {
        Self { generated, ..self }
    }
}

/// `12 of 12 operations, 118 of 120 keywords of schemas (98.3 %)`.
impl fmt::Display for Coverage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heard = self.keywords.saturating_sub(self.unheard);
        let share = match self.keywords {
            0 => 100.0,
            // Rounded down, so that only all is 100 %.
            all => (heard as f64 * 1000.0 / all as f64).floor() / 10.0,
        };
        write!(
            formatter,
            "{} of {} operations, {heard} of {} keywords of schemas ({share} %)",
            self.generated, self.operations, self.keywords
        )
    }
}
