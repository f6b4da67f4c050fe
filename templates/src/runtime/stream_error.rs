//! What can go wrong while a body is read as it comes.

use ::std::fmt;

use super::problem::Problem;

/// Any error.
pub type BoxError = Box<dyn ::std::error::Error + Send + Sync>;

/// Why a stream does not go on, or has no item at a place.
#[derive(Debug)]
pub enum StreamError {
    /// It ended before its end: its sender failed, or the connection did. Nothing follows.
    Broken(BoxError),
    /// The body, or one of its items, is larger than what is taken. Nothing follows.
    TooLarge {
        /// How many bytes are taken.
        limit: usize,
    },
    /// An item is not what the document describes. The next one may be.
    Item {
        /// The position of the item, from 0.
        index: usize,
        /// Everything that is wrong with it, each with its JSON Pointer.
        problems: Vec<Problem>,
    },
}

impl StreamError {
    /// The end of a stream whose source failed. An error that is one of streams already stays what it is.
    pub fn broken(error: impl Into<BoxError>) -> Self {
        match error.into().downcast() {
            Ok(own) => *own,
            Err(error) => Self::Broken(error),
        }
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(error) => write!(formatter, "the body broke off: {error}"),
            Self::TooLarge { limit } => {
                write!(formatter, "more than {limit} bytes came at once or in all")
            }
            Self::Item { index, problems } => {
                write!(formatter, "item {index} cannot be read")?;
                for (index, problem) in problems.iter().enumerate() {
                    let separator = if index == 0 { ":" } else { ";" };
                    write!(formatter, "{separator} {problem}")?;
                }
                Ok(())
            }
        }
    }
}

impl ::std::error::Error for StreamError {
    fn source(&self) -> Option<&(dyn ::std::error::Error + 'static)> {
        match self {
            Self::Broken(error) => error.source(),
            Self::TooLarge { .. } | Self::Item { .. } => None,
        }
    }
}
