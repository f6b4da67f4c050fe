//! A place in a document: the file, the pointer, and whether the key or the value is meant.

use std::fmt;
use std::sync::Arc;

/// What of the pointed-to member is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The member's key (an unknown keyword, a path, a name).
    Key,
    /// The member's key where it stands for the second time in the same object.
    SecondKey,
    /// The member's value.
    Value,
}

/// One step of a pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// To the member with this key, unescaped.
    Key(Box<str>),
    /// To the element at this index.
    Index(usize),
}

/// A step together with all the steps before it, which it shares with its neighbours: thousands of places
/// are made for each one that is shown, so making one must cost next to nothing.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Step {
    before: Option<Arc<Step>>,
    segment: Segment,
}

/// Which spot of the file is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Spot {
    /// Where the pointer leads; `None` is the root.
    Pointer(Option<Arc<Step>>),
    /// A line and column, both counted from 1: all that is known of text that could not be parsed.
    Position { line: usize, column: usize },
}

/// A place in a document. Line and column are found from it when the message is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the file in [`crate::source::Sources`]; the root document is 0.
    pub file: usize,
    /// Key or value.
    pub part: Part,
    spot: Spot,
}

impl Place {
    /// The root of a file.
    pub fn root(file: usize) -> Self {
        Self {
            file,
            part: Part::Value,
            spot: Spot::Pointer(None),
        }
    }

    /// A line and column of a file, both counted from 1, for text that has no pointers yet.
    pub fn position(file: usize, line: usize, column: usize) -> Self {
        Self {
            file,
            part: Part::Value,
            spot: Spot::Position { line, column },
        }
    }

    /// The value of the member `key` of this place.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        self.step(Segment::Key(key.into()))
    }

    /// The element at `index` of this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(Segment::Index(index))
    }

    /// The key of this place instead of its value.
    #[must_use]
    pub fn key(&self) -> Self {
        self.with_part(Part::Key)
    }

    /// The second occurrence of this place's key instead of its value.
    #[must_use]
    pub fn second_key(&self) -> Self {
        self.with_part(Part::SecondKey)
    }

    /// JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) into the file; the root is the empty string.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in self.segments() {
            pointer.push('/');
            match segment {
                Segment::Key(key) => {
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                }
                Segment::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }

    /// The steps from the root to this place.
    pub fn segments(&self) -> Vec<&Segment> {
        let mut segments = Vec::new();
        let mut current = match &self.spot {
            Spot::Pointer(step) => step.as_deref(),
            Spot::Position { .. } => None,
        };
        while let Some(step) = current {
            segments.push(&step.segment);
            current = step.before.as_deref();
        }
        segments.reverse();
        segments
    }

    /// Line and column, for a place that was made by [`Place::position`].
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        match self.spot {
            Spot::Pointer(_) => None,
            Spot::Position { line, column } => Some((line, column)),
        }
    }

    fn step(&self, segment: Segment) -> Self {
        let before = match &self.spot {
            Spot::Pointer(step) => step.clone(),
            Spot::Position { .. } => None,
        };
        Self {
            file: self.file,
            part: Part::Value,
            spot: Spot::Pointer(Some(Arc::new(Step { before, segment }))),
        }
    }

    fn with_part(&self, part: Part) -> Self {
        Self {
            part,
            ..self.clone()
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.spot {
            Spot::Pointer(_) => write!(formatter, "#{}", self.pointer()),
            Spot::Position { line, column } => write!(formatter, "{line}:{column}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped() {
        let place = Place::root(0).child("paths").child("/a~b/{id}").index(3);
        assert_eq!(place.pointer(), "/paths/~1a~0b~1{id}/3");
        assert_eq!(place.to_string(), "#/paths/~1a~0b~1{id}/3");
    }

    #[test]
    fn a_place_is_equal_to_one_made_on_another_way() {
        let one = Place::root(0).child("info");
        assert_eq!(one, Place::root(0).child("info"));
        assert_ne!(one, one.key());
        assert_ne!(one, Place::root(1).child("info"));
    }
}
