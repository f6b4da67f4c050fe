//! Circles: which edges of a graph close one, and which types lead only to one another and have no name but as aliases (lists of
//! lists of themselves, where schemas are joined). One of each such circle needs a type of its own, since a type cannot be
//! written within itself.

use std::collections::BTreeSet;

use super::usage::parts;
use crate::ir::{TypeId, Types};

/// Where the walk has been.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the way that is walked.
    Open,
    Done,
}

/// The edges that close a circle, found depth first in the order of the nodes: from which node, and which edge of it. The edges
/// of a node are its own marks of them, each with the node that it leads to.
pub(super) fn closing_edges(edges: &[Vec<(usize, usize)>]) -> BTreeSet<(usize, usize)> {
    let mut state = vec![State::New; edges.len()];
    let mut found = BTreeSet::new();
    for start in 0..edges.len() {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::Open;
        let mut way = vec![(start, 0)];
        while let Some((node, next)) = way.pop() {
            let Some((edge, target)) = edges[node].get(next) else {
                state[node] = State::Done;
                continue;
            };
            way.push((node, next + 1));
            match state[*target] {
                State::Open => {
                    found.insert((node, *edge));
                }
                State::New => {
                    state[*target] = State::Open;
                    way.push((*target, 0));
                }
                State::Done => {}
            }
        }
    }
    found
}

/// One type of each circle that goes through no type of its own. Aliases are passed over: what they stand for is on all of
/// their circles.
pub(super) fn nameless(types: &Types, is_named: impl Fn(TypeId) -> bool) -> BTreeSet<TypeId> {
    let ids: Vec<TypeId> = types.iter().map(|(id, _)| id).collect();
    let parts_of = |id: &TypeId| -> Vec<(usize, usize)> {
        if is_named(*id) {
            return Vec::new();
        }
        let parts = parts(types.get(*id)).into_iter();
        let nameless = parts.filter(|part| !is_named(*part));
        nameless.map(|part| (part.index(), part.index())).collect()
    };
    let edges: Vec<_> = ids.iter().map(parts_of).collect();
    let closing = closing_edges(&edges).into_iter();
    let targets = closing.filter_map(|(_, target)| ids.get(target));
    targets.map(|target| types.resolve(*target)).collect()
}
