//! Things that have another name and are the same: by their place, by what is on the wire, or by what they are made of.

use std::collections::{BTreeMap, BTreeSet};

use super::aliases::with_names;
use crate::surface::{Entry, Key, OperationPart, Surface, TypePart};

/// Two types with at least this part of their members in common are the same.
const ALIKE: f64 = 0.75;

/// What was renamed.
#[derive(Debug, Default)]
pub(super) struct Renamed {
    /// Old names of types by new ones.
    types: BTreeMap<String, String>,
    /// Old names of operations by new ones.
    operations: BTreeMap<String, String>,
    /// Old names of fields, variants and parameters by their new keys.
    parts: BTreeMap<Key, String>,
    /// What keeps the old names, as values of the option `rename`.
    pub(super) offers: Vec<String>,
}

/// Finds what was renamed.
pub(super) fn find(old: &Surface, new: &Surface) -> Renamed {
    let mut renamed = Renamed::default();
    renamed.find_types(old, new);
    renamed.find_operations(old, new);
    let old = renamed.applied_to(old);
    renamed.find_parts(&old, new);
    renamed.offer(new);
    renamed
}

impl Renamed {
    /// The old name of something that was renamed as a whole.
    pub(super) fn old_name(&self, whole: &Key) -> Option<&String> {
        match whole {
            Key::Type(name, TypePart::Itself) => self.types.get(name),
            Key::Operation(name, OperationPart::Itself) => self.operations.get(name),
            _ => None,
        }
    }

    /// The parts that were renamed, with their old names.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&Key, &String)> {
        self.parts.iter()
    }

    /// The old surface in the new names.
    pub(super) fn applied_to(&self, old: &Surface) -> Surface {
        let by_old = |names: &BTreeMap<String, String>| -> BTreeMap<String, String> {
            let pairs = names.iter().map(|(new, old)| (old.clone(), new.clone()));
            pairs.collect()
        };
        let (types, operations) = (by_old(&self.types), by_old(&self.operations));
        let name =
            |names: &BTreeMap<String, String>, old: &String| names.get(old).unwrap_or(old).clone();
        let parts: BTreeMap<Key, &Key> = self
            .parts
            .iter()
            .map(|(new, old)| (with_part(new, old), new))
            .collect();
        let mut applied = Surface::default();
        for (key, entry) in old.iter() {
            let key = match key {
                Key::Type(owner, part) => Key::Type(name(&types, owner), part.clone()),
                Key::Operation(owner, part) => {
                    Key::Operation(name(&operations, owner), part.clone())
                }
                other => other.clone(),
            };
            let mut entry = entry.clone();
            for fact in SPELT {
                if let Some(text) = entry.facts.get_mut(*fact) {
                    *text = with_names(text, |one| types.get(one).map(String::as_str));
                }
            }
            let key = parts.get(&key).map_or(key, |new| (*new).clone());
            applied.insert(key, entry);
        }
        applied
    }

    fn find_types(&mut self, old: &Surface, new: &Surface) {
        let (gone, mut fresh) = (types_only_in(old, new), types_only_in(new, old));
        for (name, one) in gone {
            let same_place = fresh.iter().find(|(_, other)| {
                !one.entry.at.is_empty()
                    && other.entry.at == one.entry.at
                    && other.entry.fact("kind") == one.entry.fact("kind")
            });
            let found = same_place.map(|(name, _)| *name).or_else(|| {
                let mut alike = fresh.iter().filter(|(_, other)| {
                    other.entry.fact("kind") == one.entry.fact("kind")
                        && likeness(&one.members, &other.members) >= ALIKE
                });
                // Two that are alike are no answer.
                alike
                    .next()
                    .filter(|_| alike.next().is_none())
                    .map(|(name, _)| *name)
            });
            if let Some(found) = found {
                fresh.remove(found);
                self.types.insert(found.to_owned(), name.to_owned());
            }
        }
    }

    fn find_operations(&mut self, old: &Surface, new: &Surface) {
        let (gone, fresh) = (only_in(old, new), only_in(new, old));
        for (key, entry) in &gone {
            let Key::Operation(name, OperationPart::Itself) = key else {
                continue;
            };
            let same = fresh.iter().find(|(other, one)| {
                matches!(other, Key::Operation(_, OperationPart::Itself))
                    && one.fact("call") == entry.fact("call")
            });
            if let Some((Key::Operation(found, _), _)) = same {
                self.operations.insert(found.clone(), name.clone());
            }
        }
    }

    /// Fields, variants and parameters that are the same on the wire, or the only fields of a struct that came and went.
    fn find_parts(&mut self, old: &Surface, new: &Surface) {
        let fresh = siblings(only_in(new, old));
        for (whole, gone) in siblings(only_in(old, new)) {
            let fresh = fresh.get(&whole).map(Vec::as_slice).unwrap_or_default();
            for (key, entry) in &gone {
                let same = fresh
                    .iter()
                    .find(|(_, one)| one.fact("wire") == entry.fact("wire"));
                let like = match (gone.as_slice(), fresh) {
                    ([_], [only]) => Some(only).filter(|(other, one)| {
                        one.fact("type") == entry.fact("type")
                            && resemble(&name_of(key), &name_of(other))
                    }),
                    _ => None,
                };
                if let Some((found, _)) = same.or(like) {
                    self.parts.insert((*found).clone(), name_of(key));
                }
            }
        }
    }

    /// What a user has to say for the old names to stay.
    fn offer(&mut self, new: &Surface) {
        let mut offers = Vec::new();
        for (name, old) in &self.types {
            let key = Key::Type(name.clone(), TypePart::Itself);
            offers.extend(new.get(&key).map(|entry| (schema(entry), old)));
        }
        for (name, old) in &self.operations {
            let key = Key::Operation(name.clone(), OperationPart::Itself);
            offers.extend(
                new.get(&key)
                    .map(|entry| (entry.fact("id").to_owned(), old)),
            );
        }
        for (key, old) in &self.parts {
            let owner = new.get(&key.whole()).map(|owner| match key {
                Key::Operation(..) => owner.fact("id").to_owned(),
                _ => owner.fact("schema").to_owned(),
            });
            let Some(entry) = new.get(key) else {
                continue;
            };
            let what = match owner.filter(|owner| !owner.is_empty()) {
                Some(owner) => format!("{owner}.{}", entry.fact("wire")),
                None => entry.at.clone(),
            };
            offers.push((what, old));
        }
        self.offers = offers
            .into_iter()
            .filter(|(what, _)| !what.is_empty())
            .map(|(what, old)| format!("{what}={old}"))
            .collect();
    }
}

/// The facts that spell types.
const SPELT: &[&str] = &[
    "type",
    "target",
    "same_as",
    "new",
    "arguments",
    "returns",
    "handler",
];

/// What a user calls a type.
fn schema(entry: &Entry) -> String {
    match entry.fact("schema") {
        "" => entry.at.clone(),
        schema => schema.to_owned(),
    }
}

fn only_in<'s>(one: &'s Surface, other: &Surface) -> Vec<(&'s Key, &'s Entry)> {
    one.iter()
        .filter(|(key, _)| other.get(key).is_none())
        .collect()
}

/// A type with what it is made of: the names of its parts, in Rust and on the wire.
struct Described<'s> {
    entry: &'s Entry,
    members: BTreeSet<String>,
}

fn types_only_in<'s>(one: &'s Surface, other: &Surface) -> BTreeMap<&'s str, Described<'s>> {
    let mut types = BTreeMap::new();
    for (key, entry) in only_in(one, other) {
        match key {
            Key::Type(name, TypePart::Itself) => {
                let members = BTreeSet::new();
                types.insert(name.as_str(), Described { entry, members });
            }
            Key::Type(owner, part) => {
                if let Some(one) = types.get_mut(owner.as_str()) {
                    one.members
                        .insert(format!("{part:?} {}", entry.fact("wire")));
                }
            }
            _ => {}
        }
    }
    types
}

/// Parts, by what they belong to; answers have no names of their own.
fn siblings<'s>(entries: Vec<(&'s Key, &'s Entry)>) -> BTreeMap<Key, Vec<(&'s Key, &'s Entry)>> {
    let mut siblings: BTreeMap<Key, Vec<_>> = BTreeMap::new();
    for (key, entry) in entries {
        let whole = key.whole();
        if whole != *key && !matches!(key, Key::Operation(_, OperationPart::Answer(_))) {
            siblings.entry(whole).or_default().push((key, entry));
        }
    }
    siblings
}

/// How much two sets have in common, from 0 to 1.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let all = one.union(other).count();
    if all == 0 {
        return 0.0;
    }
    one.intersection(other).count() as f64 / all as f64
}

/// Whether one name is a spelling of the other: one is inside the other, letters apart from that in their order.
fn resemble(one: &str, other: &str) -> bool {
    let is_inside = |short: &str, long: &str| {
        let mut letters = long.chars();
        short.chars().all(|letter| letters.any(|one| one == letter))
    };
    is_inside(one, other) || is_inside(other, one)
}

fn name_of(key: &Key) -> String {
    match key {
        Key::Type(_, TypePart::Field(name) | TypePart::Variant(name))
        | Key::Operation(_, OperationPart::Parameter(name) | OperationPart::Answer(name)) => {
            name.clone()
        }
        other => other.name(),
    }
}

/// The key of a sibling with another name.
fn with_part(key: &Key, name: &str) -> Key {
    let name = name.to_owned();
    match key {
        Key::Type(owner, TypePart::Field(_)) => Key::Type(owner.clone(), TypePart::Field(name)),
        Key::Type(owner, TypePart::Variant(_)) => Key::Type(owner.clone(), TypePart::Variant(name)),
        Key::Operation(owner, OperationPart::Parameter(_)) => {
            Key::Operation(owner.clone(), OperationPart::Parameter(name))
        }
        other => other.clone(),
    }
}
