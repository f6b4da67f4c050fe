//! Following `$ref`.

use super::at::At;
use super::reader::{NodeKey, Reader};
use crate::diagnostic::{Code, Diagnostic, Place, Segment};
use crate::source::Node;

/// What a chain of references leads to.
pub(super) struct Resolved<'d> {
    pub(super) at: At<'d>,
    /// The key under `components/<kind>`, if it was reached by reference.
    pub(super) component: Option<String>,
}

/// Why a reference leads nowhere.
enum Problem {
    /// It leads to another file or URL.
    External,
    /// It leads to a name that a schema gives itself.
    Anchor,
    /// Nothing stands there; the part of the pointer that was found.
    Nothing(Place),
}

impl<'d> Reader<'d, '_> {
    /// Follows the references of a piece to the piece itself. `None` where they lead nowhere; it is reported.
    pub(super) fn resolve(&mut self, at: At<'d>) -> Option<Resolved<'d>> {
        let start = at.place.child("$ref");
        let mut resolved = Resolved {
            at,
            component: None,
        };
        let mut seen = Vec::new();
        while let Some(reference) = resolved.at.get("$ref") {
            let key = NodeKey::of(resolved.at.node);
            if seen.contains(&key) {
                let message = "the reference leads back to itself".to_owned();
                self.report(Diagnostic::error(Code::Reference, message).at(&start));
                return None;
            }
            seen.push(key);
            let target = self.follow(&reference)?;
            resolved.component = component_name(&target.place);
            resolved.at = target;
        }
        Some(resolved)
    }

    /// What the text of a `$ref` leads to. `None` where it leads nowhere; it is reported.
    pub(super) fn follow(&mut self, reference: &At<'d>) -> Option<At<'d>> {
        let Some(text) = reference.node.as_text() else {
            self.wrong_type("$ref", "text", reference);
            return None;
        };
        match self.target(text) {
            Ok(target) => Some(target),
            Err(problem) => {
                self.report(explain(text, problem).at(&reference.place));
                None
            }
        }
    }

    /// What a reference leads to, without a word about it if that is nothing.
    pub(super) fn target_of(&self, text: &str) -> Option<At<'d>> {
        self.target(text).ok()
    }

    fn target(&self, text: &str) -> Result<At<'d>, Problem> {
        let fragment = match text.split_once('#') {
            Some(("", fragment)) => fragment,
            _ => return Err(Problem::External),
        };
        let mut at = At {
            node: self.document,
            place: Place::root(0),
        };
        if fragment.is_empty() {
            return Ok(at);
        }
        let pointer = fragment.strip_prefix('/').ok_or(Problem::Anchor)?;
        for segment in pointer.split('/') {
            at = step(&at, segment).ok_or(Problem::Nothing(at.place))?;
        }
        Ok(at)
    }
}

/// One step along a pointer. Percent-encoding is undone; a document whose keys themselves hold what looks like it,
/// and that refers to them as they are, is understood too.
fn step<'d>(at: &At<'d>, segment: &str) -> Option<At<'d>> {
    let decoded = percent_decoded(segment);
    [decoded.as_deref().unwrap_or(segment), segment]
        .into_iter()
        .find_map(|segment| {
            let key = segment.replace("~1", "/").replace("~0", "~");
            match at.node {
                Node::List(list) => {
                    let index: usize = key.parse().ok()?;
                    Some(At {
                        node: list.get(index)?,
                        place: at.place.index(index),
                    })
                }
                _ => at.get(&key),
            }
        })
}

/// The text with `%41` and the like replaced; `None` where there is none, or where they make no text.
fn percent_decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        bytes.push(u8::from_str_radix(after.get(..2)?, 16).ok()?);
        rest = after.get(2..)?;
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}

/// The members of a Swagger 2.0 document that hold what others refer to.
const SWAGGER_COMPONENTS: [&str; 3] = ["definitions", "parameters", "responses"];

/// The key of a component, if the place is one.
fn component_name(place: &Place) -> Option<String> {
    match place.segments().as_slice() {
        [
            Segment::Key(components),
            Segment::Key(_),
            Segment::Key(name),
        ] if **components == *"components" => Some(name.to_string()),
        // Swagger 2.0 has them at the root.
        [Segment::Key(kind), Segment::Key(name)] if SWAGGER_COMPONENTS.contains(&&**kind) => {
            Some(name.to_string())
        }
        _ => None,
    }
}

fn explain(text: &str, problem: Problem) -> Diagnostic {
    match problem {
        Problem::External => Diagnostic::error(
            Code::Unsupported,
            format!("`{text}` leads to another file, which is not supported"),
        )
        .help("bundle the document into one file first, for example with `redocly bundle`"),
        Problem::Anchor => Diagnostic::error(
            Code::Unsupported,
            format!("`{text}` leads to an anchor, which is not supported"),
        )
        .help("refer to the schema by its place, for example `#/components/schemas/Pet`"),
        Problem::Nothing(found) => {
            Diagnostic::error(Code::Reference, format!("`{text}` leads nowhere"))
                .label(format!("`{found}` has no such member"))
        }
    }
}
