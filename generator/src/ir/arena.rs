//! The arena of types: what gives them their ids, and follows these.

use std::iter::successors;

use super::types::{Constraints, Docs, NameHint, Shape, Type, TypeUse};
use crate::diagnostic::Place;

/// The index of a type in [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(u32);

impl TypeId {
    /// Its position in the arena.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The arena of types. Ids are given by `reserve`, so that recursive types can refer to themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Types {
    list: Vec<Type>,
}

impl Types {
    /// Adds a type whose shape is still unknown ([`Shape::Any`] until `set_shape`).
    pub fn reserve(&mut self, hint: NameHint, place: Place) -> TypeId {
        let id = TypeId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(Type {
            hint,
            docs: Docs::default(),
            place,
            shape: Shape::Any,
            constraints: Constraints::default(),
            replacement: None,
            traits: Vec::new(),
        });
        id
    }

    /// The type with this id.
    pub fn get(&self, id: TypeId) -> &Type {
        &self.list[id.index()]
    }

    /// The type with this id, to complete it.
    pub fn get_mut(&mut self, id: TypeId) -> &mut Type {
        &mut self.list[id.index()]
    }

    /// All types with their ids, in order of creation.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &Type)> {
        self.list
            .iter()
            .enumerate()
            .map(|(index, one)| (TypeId(index as u32), one))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The type behind aliases; an alias that runs in a circle ends at itself.
    pub fn resolve(&self, id: TypeId) -> TypeId {
        let (mut current, mut met) = (id, id);
        let (mut steps, mut limit) = (0, 1);
        // Brent's way to notice a circle: the mark moves on in ever longer intervals, so a circle comes back to it.
        while let Shape::Alias(next) = self.get(current).shape {
            current = next.id;
            if current == met {
                return id;
            }
            steps += 1;
            if steps == limit {
                (met, steps, limit) = (current, 0, limit * 2);
            }
        }
        current
    }

    /// A type in use, and what its aliases lead to, one after another.
    pub fn aliases(&self, value: TypeUse) -> impl Iterator<Item = TypeUse> {
        successors(Some(value), |current| match self.get(current.id).shape {
            Shape::Alias(next) => Some(next),
            _ => None,
        })
    }

    /// Gives the aliases that run in a circle, so that nothing is behind them, the shape of any value. After that, aliases end.
    pub(super) fn end_circles(&mut self) {
        let is_alias = |id: &TypeId| matches!(self.get(*id).shape, Shape::Alias(_));
        let ids = self.iter().map(|(id, _)| id);
        let circles: Vec<TypeId> = ids.filter(|id| is_alias(&self.resolve(*id))).collect();
        for id in circles {
            self.get_mut(id).shape = Shape::Any;
        }
    }
}
