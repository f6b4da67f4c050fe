//! Which way members travel. What only responses have is left out of requests, and the other way round; a type that both
//! hold gets a second one for requests, if that makes a difference to it or to what it is made of.

use std::collections::BTreeMap;

use super::Lowering;
use super::reach::{parts, received, sent};
use super::union::PendingUnion;
use crate::ir::arena::{TypeId, Types};
use crate::ir::operation::Operation;
use crate::ir::types::{Direction, Extra, NameHint, Shape, TypeUse};

impl Lowering<'_, '_> {
    /// Gives requests and responses types of their own where they differ.
    pub(super) fn split_directions(&mut self, operations: &mut [Operation]) {
        let one_way = |direction| holders(&self.types, direction);
        let (read_only, write_only) = (one_way(Direction::ReadOnly), one_way(Direction::WriteOnly));
        let sent = reached(&self.types, operations.iter().flat_map(sent));
        let received = reached(&self.types, operations.iter().flat_map(received));
        let is = |marks: &[bool], id: TypeId| marks.get(id.index()) == Some(&true);
        let ids: Vec<TypeId> = self.types.iter().map(|(id, _)| id).collect();
        let mut copies: BTreeMap<TypeId, TypeId> = BTreeMap::new();
        for id in &ids {
            let differs = is(&read_only, *id) || is(&write_only, *id);
            if differs && is(&sent, *id) && is(&received, *id) {
                let one = self.types.get(*id).clone();
                let copy = self
                    .types
                    .reserve(request_hint(&one.hint), one.place.clone());
                let hint = self.types.get(copy).hint.clone();
                *self.types.get_mut(copy) = crate::ir::Type { hint, ..one };
                copies.insert(*id, copy);
            }
        }
        for id in ids {
            match copies.get(&id) {
                Some(copy) => {
                    travel(&mut self.types, *copy, Direction::ReadOnly, &copies);
                    travel(&mut self.types, id, Direction::WriteOnly, &BTreeMap::new());
                }
                None if is(&sent, id) && !is(&received, id) => {
                    travel(&mut self.types, id, Direction::ReadOnly, &copies);
                }
                None if is(&received, id) && !is(&sent, id) => {
                    travel(&mut self.types, id, Direction::WriteOnly, &BTreeMap::new());
                }
                None => {}
            }
        }
        self.note_copies(&copies);
        for operation in operations {
            let parameters = operation.parameters.iter_mut().map(|one| &mut one.value);
            let bodies = operation
                .body
                .iter_mut()
                .flat_map(|body| &mut body.contents);
            let contents =
                bodies.flat_map(|content| content.value.iter_mut().chain(&mut content.item));
            for value in parameters.chain(contents) {
                redirect(value, &copies);
            }
        }
    }

    /// What is known of a type holds for its copy.
    fn note_copies(&mut self, copies: &BTreeMap<TypeId, TypeId>) {
        let broken: Vec<TypeId> = self
            .broken
            .iter()
            .filter_map(|id| copies.get(id).copied())
            .collect();
        self.broken.extend(broken);
        let unions: Vec<PendingUnion> = self
            .unions
            .iter()
            .filter_map(|pending| {
                Some(PendingUnion {
                    id: *copies.get(&pending.id)?,
                    discriminator: pending.discriminator.clone(),
                    choice: pending.choice.clone(),
                })
            })
            .collect();
        self.unions.extend(unions);
    }
}

/// The types that have a member which travels one way, or are made of such types.
fn holders(types: &Types, direction: Direction) -> Vec<bool> {
    let mut users: Vec<Vec<TypeId>> = vec![Vec::new(); types.len()];
    let mut pending = Vec::new();
    for (id, one) in types.iter() {
        for part in parts(one) {
            if let Some(users) = users.get_mut(part.index()) {
                users.push(id);
            }
        }
        if let Shape::Record(record) = &one.shape
            && record
                .fields
                .iter()
                .any(|field| field.direction == direction)
        {
            pending.push(id);
        }
    }
    spread(types, pending, |id| {
        users.get(id.index()).cloned().unwrap_or_default()
    })
}

/// The types that these are made of, themselves included.
fn reached(types: &Types, roots: impl Iterator<Item = TypeId>) -> Vec<bool> {
    spread(types, roots.collect(), |id| parts(types.get(id)))
}

fn spread(
    types: &Types,
    mut pending: Vec<TypeId>,
    next: impl Fn(TypeId) -> Vec<TypeId>,
) -> Vec<bool> {
    let mut marks = vec![false; types.len()];
    while let Some(id) = pending.pop() {
        if let Some(mark) = marks.get_mut(id.index())
            && !std::mem::replace(mark, true)
        {
            pending.extend(next(id));
        }
    }
    marks
}

/// Leaves out the members that travel the other way, and leads to the copies of the types that have one.
fn travel(types: &mut Types, id: TypeId, other_way: Direction, copies: &BTreeMap<TypeId, TypeId>) {
    let lead = |value: &mut TypeUse| redirect(value, copies);
    match &mut types.get_mut(id).shape {
        Shape::List(list) => lead(&mut list.items),
        Shape::Tuple(tuple) => tuple
            .positions
            .iter_mut()
            .chain(&mut tuple.rest)
            .for_each(lead),
        Shape::Map(value) | Shape::Alias(value) | Shape::JsonText(value) => lead(value),
        Shape::Union(union) => union
            .variants
            .iter_mut()
            .for_each(|one| lead(&mut one.value)),
        Shape::Record(record) => {
            record.fields.retain(|field| field.direction != other_way);
            record
                .fields
                .iter_mut()
                .for_each(|field| lead(&mut field.value));
            if let Extra::Kept(value) = &mut record.extra {
                lead(value);
            }
        }
        _ => {}
    }
}

fn redirect(value: &mut TypeUse, copies: &BTreeMap<TypeId, TypeId>) {
    if let Some(copy) = copies.get(&value.id) {
        value.id = *copy;
    }
}

/// Where the name of a type for requests comes from: `Pet` becomes `PetRequest`.
fn request_hint(hint: &NameHint) -> NameHint {
    let path = match hint {
        NameHint::Pinned(name) | NameHint::Component(name) => {
            vec![name.clone(), "request".to_owned()]
        }
        NameHint::Titled(title, path) => {
            return NameHint::Titled(format!("{title} request"), path.clone());
        }
        NameHint::Derived(path) => {
            let mut path = path.clone();
            match path.as_mut_slice() {
                [_, .., last] => last.push_str("_request"),
                _ => path.push("request".to_owned()),
            }
            path
        }
    };
    NameHint::Derived(path)
}
