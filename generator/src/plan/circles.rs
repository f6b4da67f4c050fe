//! Types that lead only to one another and have no name but as aliases (lists of lists of themselves, where schemas are joined). One
//! of each such circle needs a type of its own, since a type cannot be written within itself.

use std::collections::BTreeSet;

use super::usage::parts;
use crate::graph::closing_edges;
use crate::ir::{TypeId, Types};

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
