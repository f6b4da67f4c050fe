//! Types that lead only to one another and have no name but as aliases: lists of lists of themselves, where schemas are joined.
//! One of each circle needs a type of its own, since a type cannot be written within itself.

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

/// One type of each circle that goes through no type of its own. Aliases are passed over: what they stand for is on all of
/// their circles.
pub(super) fn nameless(types: &Types, is_named: impl Fn(TypeId) -> bool) -> BTreeSet<TypeId> {
    let mut states = vec![State::New; types.len()];
    let mut found = BTreeSet::new();
    let nameless_parts = |id: TypeId| {
        let parts = parts(types.get(id)).into_iter();
        let parts: Vec<TypeId> = parts.filter(|part| !is_named(*part)).collect();
        parts.into_iter()
    };
    for (start, _) in types.iter().filter(|(id, _)| !is_named(*id)) {
        if states.get(start.index()) != Some(&State::New) {
            continue;
        }
        let mut way = vec![(start, nameless_parts(start))];
        set(&mut states, start, State::Open);
        while let Some((id, rest)) = way.last_mut() {
            let Some(part) = rest.next() else {
                set(&mut states, *id, State::Done);
                way.pop();
                continue;
            };
            match states.get(part.index()) {
                Some(State::New) => {
                    set(&mut states, part, State::Open);
                    way.push((part, nameless_parts(part)));
                }
                Some(State::Open) => {
                    found.insert(types.resolve(part));
                }
                Some(State::Done) | None => {}
            }
        }
    }
    found
}

fn set(states: &mut [State], id: TypeId, state: State) {
    if let Some(slot) = states.get_mut(id.index()) {
        *slot = state;
    }
}
