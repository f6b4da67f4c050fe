//! Where a reference leads: to which document, and in it along a pointer or to an anchor.

use super::landmarks::Scope;
use super::library::{Library, Link, Refusal};
use super::{Node, uri};
use crate::diagnostic::{Place, Segment};

/// How many references may lie on the way of one pointer.
const LONGEST_WAY: usize = 64;

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dead {
    /// The document that it names is not read.
    Refused(Refusal),
    /// The document that it names cannot be read; the index of its file.
    Broken(usize),
    /// No schema has this anchor.
    NoAnchor(String),
    /// Nothing stands there; the part of the pointer that was found.
    Nothing(Place),
}

impl Library {
    /// What a reference that is written at `from` leads to.
    ///
    /// # Errors
    /// A reference that leads nowhere.
    pub fn follow(&self, from: &Place, reference: &str) -> Result<(&Node, Place), Dead> {
        self.follow_within(from, reference, &mut { LONGEST_WAY })
    }

    fn follow_within(
        &self,
        from: &Place,
        reference: &str,
        steps: &mut usize,
    ) -> Result<(&Node, Place), Dead> {
        let (document, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let scope = self.scope_of(from, document)?;
        if fragment.is_empty() {
            return self.at(scope.place);
        }
        let Some(pointer) = fragment.strip_prefix('/') else {
            let anchor = self.landmarks().anchor(&scope, fragment);
            let anchor = anchor.ok_or_else(|| Dead::NoAnchor(fragment.to_owned()));
            return anchor.and_then(|place| self.at(place.clone()));
        };
        let file = scope.place.file;
        let is_whole = scope.place == Place::root(file);
        match self.walk(scope.place, pointer, steps) {
            // Many give their schemas an `$id` and still point into the document as a whole.
            Err(_) if !is_whole => self.walk(Place::root(file), pointer, steps),
            found => found,
        }
    }

    /// The resource that a reference names before its `#`.
    fn scope_of(&self, from: &Place, document: &str) -> Result<Scope, Dead> {
        let scope = self.scope(from);
        if document.is_empty() {
            return Ok(scope);
        }
        let meant = uri::resolve(&scope.base, document);
        if let Some(place) = self.landmarks().resource(&meant) {
            return Ok(self.scope(place));
        }
        match self.link(from.file, document) {
            Some(Link::File(file)) => Ok(self.scope(&Place::root(*file))),
            Some(Link::Refused(refusal)) => Err(Dead::Refused(refusal.clone())),
            None => Err(Dead::Nothing(Place::root(from.file))),
        }
    }

    fn scope(&self, place: &Place) -> Scope {
        let file = place.file;
        match self.document(file) {
            Some(document) => self.landmarks().scope(document, self.url(file), place),
            None => Scope {
                base: String::new(),
                place: Place::root(file),
            },
        }
    }

    /// The node at a place.
    ///
    /// # Errors
    /// A place in a document that cannot be read, or one that does not exist.
    pub fn at(&self, place: Place) -> Result<(&Node, Place), Dead> {
        let mut node = self.document(place.file).ok_or(Dead::Broken(place.file))?;
        for segment in place.segments() {
            let next = match segment {
                Segment::Key(key) => node.get(key),
                Segment::Index(index) => node.as_list().and_then(|items| items.get(*index)),
            };
            node = next.ok_or_else(|| Dead::Nothing(place.clone()))?;
        }
        Ok((node, place))
    }

    /// Follows a pointer, also through references that stand on its way.
    fn walk(&self, from: Place, pointer: &str, steps: &mut usize) -> Result<(&Node, Place), Dead> {
        let (mut node, mut place) = self.at(from)?;
        for segment in pointer.split('/') {
            loop {
                if let Some(next) = step(node, &place, segment) {
                    (node, place) = next;
                    break;
                }
                let reference = node.get("$ref").and_then(Node::as_text);
                let Some(reference) = reference.filter(|_| *steps > 0) else {
                    return Err(Dead::Nothing(place));
                };
                *steps -= 1;
                (node, place) = self.follow_within(&place, reference, steps)?;
            }
        }
        Ok((node, place))
    }
}

/// One step along a pointer. Percent-encoding is undone; a document whose keys themselves hold what looks like it,
/// and that refers to them as they are, is understood too.
fn step<'n>(node: &'n Node, place: &Place, segment: &str) -> Option<(&'n Node, Place)> {
    let decoded = uri::percent_decoded(segment);
    [decoded.as_deref().unwrap_or(segment), segment]
        .into_iter()
        .find_map(|segment| {
            let key = segment.replace("~1", "/").replace("~0", "~");
            match node {
                Node::List(list) => {
                    let index: usize = key.parse().ok()?;
                    Some((list.get(index)?, place.index(index)))
                }
                _ => Some((node.get(&key)?, place.child(&key))),
            }
        })
}
