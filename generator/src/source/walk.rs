//! The way to a value while a document is walked.

use crate::diagnostic::Place;

/// The way from the root of a file to a value; it lives on the stack, and becomes a [`Place`] only where one is needed.
#[derive(Clone, Copy)]
pub(super) enum Walk<'p> {
    Root(usize),
    Key(&'p Walk<'p>, &'p str),
    Index(&'p Walk<'p>, usize),
}

impl Walk<'_> {
    pub(super) fn place(&self) -> Place {
        match self {
            Self::Root(file) => Place::root(*file),
            Self::Key(parent, key) => parent.place().child(key),
            Self::Index(parent, index) => parent.place().index(*index),
        }
    }
}
