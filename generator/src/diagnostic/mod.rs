//! What the user is told: a code, a severity, one sentence, the place in the document, and help.
//!
//! Every stage may add diagnostics; no stage prints one. Rendering is in [`render`].

mod code;
mod place;
mod policy;
pub mod render;
mod suggest;

use indexmap::IndexSet;

pub use code::{Code, Explanation};
pub use place::{Part, Place, Segment};
pub use policy::Policy;
pub use suggest::closest;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Everything was generated; the document could be better.
    Warning,
    /// Something could not be read or generated and was left out.
    Error,
}

/// One message about one place of a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The stable code, for example `SW0101`.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One plain sentence, without a full stop, in the user's words.
    pub message: Box<str>,
    /// Where; `None` for a file that could not be opened at all.
    pub place: Option<Place>,
    /// A few words printed under the marked place.
    pub label: Option<Box<str>>,
    /// Other places that have to do with it, each with a few words.
    pub related: Vec<Related>,
    /// What to do about it.
    pub help: Option<Box<str>>,
}

/// Another place that a message is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there, in a few words.
    pub label: String,
}

impl Diagnostic {
    /// An error with the given code and sentence.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message.into())
    }

    /// A warning with the given code and sentence.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message.into())
    }

    fn new(severity: Severity, code: Code, message: String) -> Self {
        Self {
            code,
            severity,
            message: message.into(),
            place: None,
            label: None,
            related: Vec::new(),
            help: None,
        }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.place = Some(place.clone());
        self
    }

    /// A few words under the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into().into());
        self
    }

    /// Another place that has to do with it.
    #[must_use]
    pub fn related(mut self, place: &Place, label: impl Into<String>) -> Self {
        self.related.push(Related {
            place: place.clone(),
            label: label.into(),
        });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into().into());
        self
    }
}

/// A message about a text that an option holds, for whoever knows where that text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The key of the option.
    pub key: &'static str,
    /// The text.
    pub text: String,
    /// The message.
    pub diagnostic: Diagnostic,
}

impl Misfit {
    /// A message about a text of the option with this key.
    pub fn new(key: &'static str, text: &str, diagnostic: Diagnostic) -> Box<Self> {
        Box::new(Self {
            key,
            text: text.to_owned(),
            diagnostic,
        })
    }
}

/// The messages of one run, in the order in which they were found.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: IndexSet<Diagnostic>,
    /// How many of them are errors; asked for once per operation.
    errors: usize,
}

impl Diagnostics {
    /// Adds a message; one that is equal to an earlier one is dropped.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let is_error = diagnostic.severity == Severity::Error;
        if self.list.insert(diagnostic) && is_error {
            self.errors += 1;
        }
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// How many have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.list.len() - self.errors,
        }
    }

    /// The messages, in the order in which they were found.
    pub fn iter(&self) -> indexmap::set::Iter<'_, Diagnostic> {
        self.list.iter()
    }
}
