//! Completing the types that were reserved. Those that lie very deep within others wait until these are done, so that no chain of
//! schemas is too long for the stack.

use super::Lowering;
use super::combine::Part;
use crate::ir::arena::TypeId;
use crate::openapi::SchemaId;

/// So many types are completed within one another.
const DEEPEST: usize = 64;

/// So many members of a path that lead to a type that waited count for its name.
const LAST_MEMBERS: usize = 3;

/// What a type is made of.
#[derive(Debug)]
pub(super) enum Origin {
    Schema(SchemaId),
    /// Schemas that apply together.
    Parts(Vec<Part>),
}

/// The types that are being completed.
#[derive(Debug, Default)]
pub(super) struct Completion {
    depth: usize,
    waiting: Vec<Waiting>,
}

/// A type that waits.
#[derive(Debug)]
struct Waiting {
    reserved: TypeId,
    origin: Origin,
    path: Vec<String>,
}

impl Lowering<'_, '_> {
    /// Gives a reserved type its shape; later, if it lies too deep. What was reserved may be referred to at once.
    pub(super) fn complete(&mut self, reserved: TypeId, origin: Origin, path: &[&str]) {
        if self.completion.depth == DEEPEST {
            self.completion.waiting.push(Waiting {
                reserved,
                origin,
                path: shortened(path),
            });
            return;
        }
        self.completion.depth += 1;
        self.complete_now(reserved, &origin, path);
        while self.completion.depth == 1
            && let Some(next) = self.completion.waiting.pop()
        {
            let path: Vec<&str> = next.path.iter().map(String::as_str).collect();
            self.complete_now(next.reserved, &next.origin, &path);
        }
        self.completion.depth -= 1;
    }

    fn complete_now(&mut self, reserved: TypeId, origin: &Origin, path: &[&str]) {
        match origin {
            Origin::Schema(id) => self.define(reserved, *id, path),
            Origin::Parts(parts) => self.define_parts(reserved, parts, path),
        }
    }
}

/// The owner and the last members.
fn shortened(path: &[&str]) -> Vec<String> {
    let (owner, members) = path.split_at(path.len().min(1));
    let last = members.get(members.len().saturating_sub(LAST_MEMBERS)..);
    let words = owner.iter().chain(last.unwrap_or_default());
    words.map(|word| (*word).to_owned()).collect()
}
