//! A place in a document: the file, the pointer, and whether the key or the value is meant.

use std::fmt;

/// What of the pointed-to member is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The member's key (an unknown keyword, a path, a name).
    Key,
    /// The member's value.
    Value,
}

/// A place in a document. Line and column are found from it when the message is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the file in [`crate::source::Sources`]; the root document is 0.
    pub file: usize,
    /// JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) into that file; the root is the empty string.
    pub pointer: String,
    /// Key or value.
    pub part: Part,
}

impl Place {
    /// The root of a file.
    pub fn root(file: usize) -> Self {
        Self {
            file,
            pointer: String::new(),
            part: Part::Value,
        }
    }

    /// The value of the member `key` of this place.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        let escaped = key.replace('~', "~0").replace('/', "~1");
        Self {
            file: self.file,
            pointer: format!("{}/{escaped}", self.pointer),
            part: Part::Value,
        }
    }

    /// The element at `index` of this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self {
            file: self.file,
            pointer: format!("{}/{index}", self.pointer),
            part: Part::Value,
        }
    }

    /// The key of this place instead of its value.
    #[must_use]
    pub fn key(&self) -> Self {
        Self {
            part: Part::Key,
            ..self.clone()
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.pointer)
    }
}
