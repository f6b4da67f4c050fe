//! Two surfaces compared: what changed, and whom it breaks.

mod aliases;
mod judge;
mod limits;
mod rename;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use self::judge::Judge;
use super::{Entry, Key, Surface};
use crate::diagnostic::Place;

/// What a change does to code that was written for the old surface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing.
    #[default]
    Nothing,
    /// It goes on as it did, and could do more.
    Addition,
    /// It does not compile any more, or what it does is refused.
    Breaking,
}

/// What a change does to either side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// To those who call the API with the client.
    pub callers: Effect,
    /// To those who implement it with the server, and who owe something to clients that are in use.
    pub implementers: Effect,
}

/// The part of a version that must grow (Semantic Versioning 2.0.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Semver {
    /// Nobody notices.
    Patch,
    /// There is more.
    Minor,
    /// Something breaks.
    Major,
}

impl Semver {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// One side of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Those who call it.
    Callers,
    /// Those who implement it.
    Implementers,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of what.
    pub key: Key,
    /// Which.
    pub what: What,
    /// What it does to whom.
    pub effects: Effects,
    /// Where that stood.
    pub old: Option<Spot>,
    /// Where it stands now.
    pub new: Option<Spot>,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It had another name.
    Renamed {
        /// That one.
        from: String,
    },
    /// A fact about it is another.
    Changed {
        /// Which.
        fact: String,
        /// What was said; empty: nothing.
        old: String,
        /// What is said; empty: nothing.
        new: String,
    },
}

/// A place in one of the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// As a surface writes it.
    pub at: String,
    /// The same, while the document is at hand.
    pub place: Option<Place>,
}

/// All changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// In the order of surfaces.
    pub changes: Vec<Change>,
    /// Values of the option `rename` by which the old names stay, each `WHAT=NAME`.
    pub renames: Vec<String>,
}

impl Comparison {
    /// What all changes together do to a side.
    pub fn effect_on(&self, side: Side) -> Effect {
        let effects = self.changes.iter().map(|change| change.effects.on(side));
        effects.max().unwrap_or_default()
    }

    /// The part of the version that must grow for a side.
    pub fn semver_for(&self, side: Side) -> Semver {
        match self.effect_on(side) {
            Effect::Nothing => Semver::Patch,
            Effect::Addition => Semver::Minor,
            Effect::Breaking => Semver::Major,
        }
    }
}

impl Effects {
    fn both(effect: Effect) -> Self {
        Self {
            callers: effect,
            implementers: effect,
        }
    }

    fn new(callers: Effect, implementers: Effect) -> Self {
        Self {
            callers,
            implementers,
        }
    }

    fn max(self, other: Self) -> Self {
        Self {
            callers: self.callers.max(other.callers),
            implementers: self.implementers.max(other.implementers),
        }
    }

    /// What is done to a side.
    pub fn on(self, side: Side) -> Effect {
        match side {
            Side::Callers => self.callers,
            Side::Implementers => self.implementers,
        }
    }
}

/// Compares two surfaces.
pub fn compare(old: &Surface, new: &Surface) -> Comparison {
    let renamed = rename::find(old, new);
    let old = renamed.applied_to(old);
    let mut comparer = Comparer {
        judge: Judge::new(&old, new),
        changes: Vec::new(),
    };
    for (whole, parts) in wholes(&old, new) {
        if let Some(from) = renamed.old_name(&whole) {
            let what = What::Renamed { from: from.clone() };
            comparer.push(&whole, what, Effects::both(Effect::Breaking));
        }
        comparer.whole(&whole, &parts);
    }
    comparer.renamed_parts(&renamed);
    let mut changes = comparer.changes;
    changes.sort_by(|one, other| one.key.cmp(&other.key));
    Comparison {
        changes,
        renames: renamed.offers,
    }
}

/// The things that stand for themselves, each with its parts.
fn wholes(old: &Surface, new: &Surface) -> BTreeMap<Key, BTreeSet<Key>> {
    let mut wholes: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    for (key, _) in old.iter().chain(new.iter()) {
        let whole = key.whole();
        let is_part = whole != *key;
        let parts = wholes.entry(whole).or_default();
        parts.extend(is_part.then(|| key.clone()));
    }
    wholes
}

struct Comparer<'c> {
    judge: Judge<'c>,
    changes: Vec<Change>,
}

impl Comparer<'_> {
    /// Compares a thing and its parts. The parts of what is new or gone are not told one by one.
    fn whole(&mut self, key: &Key, parts: &BTreeSet<Key>) {
        let (old, new) = (self.judge.old, self.judge.new);
        match (old.get(key), new.get(key)) {
            (Some(one), Some(other)) => {
                if one.fact("kind") != other.fact("kind") {
                    return self.fact(key, "kind", one, other, Effects::both(Effect::Breaking));
                }
                let before = self.changes.len();
                for part in parts {
                    match (old.get(part), new.get(part)) {
                        (Some(one), Some(other)) => self.facts(part, one, other),
                        _ => self.one_sided(part),
                    }
                }
                // What the parts explain is not told again.
                if self.changes.len() == before {
                    self.facts(key, one, other);
                } else {
                    self.own_facts(key, one, other);
                }
            }
            _ => self.one_sided(key),
        }
    }

    fn one_sided(&mut self, key: &Key) {
        if self.judge.new.get(key).is_some() {
            let effects = self.judge.added(key);
            self.push(key, What::Added, effects);
        } else {
            let effects = self.judge.removed(key);
            self.push(key, What::Removed, effects);
        }
    }

    fn facts(&mut self, key: &Key, old: &Entry, new: &Entry) {
        for fact in names_of_facts(old, new) {
            if let Some(effects) = self.judge.changed(key, &fact) {
                self.fact(key, &fact, old, new, effects);
            }
        }
    }

    /// The facts that no part explains.
    fn own_facts(&mut self, key: &Key, old: &Entry, new: &Entry) {
        for fact in names_of_facts(old, new) {
            if !judge::FOLLOWS_FROM_PARTS.contains(&fact.as_str())
                && let Some(effects) = self.judge.changed(key, &fact)
            {
                self.fact(key, &fact, old, new, effects);
            }
        }
    }

    fn fact(&mut self, key: &Key, fact: &str, old: &Entry, new: &Entry, effects: Effects) {
        let what = What::Changed {
            fact: fact.to_owned(),
            old: old.fact(fact).to_owned(),
            new: new.fact(fact).to_owned(),
        };
        self.push(key, what, effects);
    }

    fn renamed_parts(&mut self, renamed: &rename::Renamed) {
        for (key, from) in renamed.parts() {
            let what = What::Renamed { from: from.clone() };
            self.push(key, what, Effects::both(Effect::Breaking));
        }
    }

    fn push(&mut self, key: &Key, what: What, effects: Effects) {
        let spot = |entry: Option<&Entry>| {
            let entry = entry.filter(|entry| !entry.at.is_empty())?;
            Some(Spot {
                at: entry.at.clone(),
                place: entry.place.clone(),
            })
        };
        self.changes.push(Change {
            key: key.clone(),
            what,
            effects,
            old: spot(self.judge.old.get(key)),
            new: spot(self.judge.new.get(key)),
        });
    }
}

fn names_of_facts(old: &Entry, new: &Entry) -> BTreeSet<String> {
    let names = old.facts.keys().chain(new.facts.keys());
    names
        .filter(|name| old.fact(name) != new.fact(name))
        .cloned()
        .collect()
}
