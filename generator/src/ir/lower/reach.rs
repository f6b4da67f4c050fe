//! Leaving out what needs a type that could not be lowered.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::arena::TypeId;
use crate::ir::operation::{Content, Operation};
use crate::ir::types::{Extra, Shape, Type, TypeUse};

impl Lowering<'_, '_> {
    /// The operations that need no broken type; the others are reported.
    pub(super) fn without_broken(&mut self, operations: Vec<Operation>) -> Vec<Operation> {
        if self.broken.is_empty() {
            return operations;
        }
        let broken = self.all_broken();
        let (kept, dropped): (Vec<Operation>, Vec<Operation>) =
            operations.into_iter().partition(|operation| {
                let mut used = sent(operation).chain(received(operation));
                !used.any(|id| broken.get(id.index()) == Some(&true))
            });
        for operation in dropped {
            let id = &operation.id;
            let message =
                format!("the operation `{id}` is left out, since a schema it needs cannot be used");
            self.report(Diagnostic::error(Code::Unsupported, message).at(&operation.place.key()));
        }
        kept
    }

    /// For each type, whether it or a type that it is made of is broken.
    fn all_broken(&self) -> Vec<bool> {
        let mut users: Vec<Vec<TypeId>> = vec![Vec::new(); self.types.len()];
        for (id, one) in self.types.iter() {
            for part in parts(one) {
                if let Some(users) = users.get_mut(part.index()) {
                    users.push(id);
                }
            }
        }
        let mut broken = vec![false; self.types.len()];
        let mut queue: Vec<TypeId> = self.broken.iter().copied().collect();
        while let Some(id) = queue.pop() {
            if let Some(slot) = broken.get_mut(id.index())
                && !std::mem::replace(slot, true)
            {
                queue.extend(users.get(id.index()).into_iter().flatten());
            }
        }
        broken
    }
}

/// The types that a type is made of.
pub(super) fn parts(one: &Type) -> Vec<TypeId> {
    let id = |used: &TypeUse| used.id;
    match &one.shape {
        Shape::List(list) => vec![list.items.id],
        Shape::Tuple(tuple) => tuple.positions.iter().chain(&tuple.rest).map(id).collect(),
        Shape::Map(value) | Shape::Alias(value) | Shape::JsonText(value) => vec![value.id],
        Shape::Union(union) => union.variants.iter().map(|one| one.value.id).collect(),
        Shape::Record(record) => {
            let fields = record.fields.iter().map(|field| field.value.id);
            let extra = match &record.extra {
                Extra::Kept(value) => Some(value.id),
                Extra::Ignored | Extra::Refused => None,
            };
            fields.chain(extra).collect()
        }
        _ => Vec::new(),
    }
}

/// The types that requests of an operation name.
pub(super) fn sent(operation: &Operation) -> impl Iterator<Item = TypeId> {
    let parameters = operation.parameters.iter().map(|one| one.value.id);
    let bodies = operation.body.iter().flat_map(|body| &body.contents);
    parameters.chain(bodies.flat_map(types_of_content))
}

/// The types that responses of an operation name.
pub(super) fn received(operation: &Operation) -> impl Iterator<Item = TypeId> {
    let contents = operation.responses.iter().flat_map(|one| &one.contents);
    let headers = operation.responses.iter().flat_map(|one| &one.headers);
    contents
        .flat_map(types_of_content)
        .chain(headers.map(|header| header.value.id))
}

fn types_of_content(content: &Content) -> impl Iterator<Item = TypeId> {
    let types = content.value.into_iter().chain(content.item);
    types.map(|value| value.id)
}
