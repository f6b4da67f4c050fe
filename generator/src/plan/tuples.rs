//! Tuples: which are tuples in Rust too. A tuple of tuples of tuples doubles what is written with every level, so one that holds very
//! much is a struct of its own.

use std::collections::BTreeSet;

use super::usage::parts;
use crate::ir::{Shape, Tuple, TypeId, Types};

/// The traits that everything implements end at so many positions.
const MOST_POSITIONS: usize = 12;

/// So many values a tuple holds at most, with those of the tuples in it.
const MOST_VALUES: usize = 16;

/// The tuples that are tuples in Rust too.
#[derive(Debug)]
pub(super) struct PlainTuples(BTreeSet<TypeId>);

impl PlainTuples {
    /// Finds them.
    pub(super) fn of(types: &Types) -> Self {
        let mut search = Search {
            types,
            weights: vec![Weight::Unknown; types.len()],
            plain: BTreeSet::new(),
        };
        for (id, one) in types.iter() {
            if matches!(one.shape, Shape::Tuple(_)) {
                search.weigh(id);
            }
        }
        Self(search.plain)
    }

    /// Whether a type is one of them.
    pub(super) fn contains(&self, id: TypeId) -> bool {
        self.0.contains(&id)
    }
}

/// How many values are written where a type is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Unknown,
    /// Its parts are being weighed.
    Open,
    Values(usize),
}

struct Search<'a> {
    types: &'a Types,
    weights: Vec<Weight>,
    plain: BTreeSet<TypeId>,
}

impl Search<'_> {
    /// Weighs a type after its parts, without recursion, as they may lie deep.
    fn weigh(&mut self, id: TypeId) {
        let mut way = vec![id];
        while let Some(id) = way.last().copied() {
            match self.weights[id.index()] {
                Weight::Unknown => {
                    self.weights[id.index()] = Weight::Open;
                    let unknown = |part: &TypeId| self.weights[part.index()] == Weight::Unknown;
                    way.extend(self.written_parts(id).into_iter().filter(unknown));
                }
                Weight::Open => {
                    way.pop();
                    self.weights[id.index()] = Weight::Values(self.values(id));
                }
                Weight::Values(_) => {
                    way.pop();
                }
            }
        }
    }

    fn values(&mut self, id: TypeId) -> usize {
        let parts = self.written_parts(id).into_iter();
        let values = parts.map(|part| match self.weights[part.index()] {
            Weight::Values(values) => values,
            Weight::Unknown | Weight::Open => 1,
        });
        let values = values.fold(0, usize::saturating_add).max(1);
        match &self.types.get(id).shape {
            Shape::Tuple(tuple) if is_exact(tuple) && values <= MOST_VALUES => {
                self.plain.insert(id);
                values
            }
            Shape::Tuple(_) => 1,
            _ => values,
        }
    }

    /// The types that are written where a type is, unless they have names.
    fn written_parts(&self, id: TypeId) -> Vec<TypeId> {
        let one = self.types.get(id);
        match &one.shape {
            Shape::Record(_) | Shape::Union(_) => Vec::new(),
            Shape::Tuple(tuple) if !is_exact(tuple) => Vec::new(),
            _ => parts(one),
        }
    }
}

fn is_exact(tuple: &Tuple) -> bool {
    tuple.is_exact() && (1..=MOST_POSITIONS).contains(&tuple.positions.len())
}
