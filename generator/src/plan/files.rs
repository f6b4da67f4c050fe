//! Files: where models and enums of responses stand. Those of a large document are spread by tag: what one tag alone uses
//! stands in a file of that tag, so that a crate can leave it out.

use std::collections::BTreeMap;

use super::condition_item::ConditionItem;
use super::model::{ModelGroup, TypeItem};
use super::names::{ModuleName, TypeName};
use super::operation_model::{BodyKind, BodySet, OperationGroup, ResponseSet, Success};
use super::rust_type::RustType;
use super::tags::Tags;
use super::usage::Reach;

/// With more types than this, the models are spread over files.
const ONE_FILE_LIMIT: usize = 120;

/// Whether there are too many types for one file.
pub(super) fn is_spread(types: &[TypeItem]) -> bool {
    types.len() > ONE_FILE_LIMIT
}

/// One file for all.
pub(super) fn together(types: &[TypeItem], conditions: &[ConditionItem]) -> Vec<ModelGroup> {
    vec![ModelGroup {
        module: None,
        feature: None,
        types: (0..types.len()).collect(),
        conditions: (0..conditions.len()).collect(),
    }]
}

/// A file for each tag that alone uses some types, and one for the others. Conditions that types of several files name are in none.
pub(super) fn spread(
    types: &[TypeItem],
    conditions: &[ConditionItem],
    mut reach: Vec<Reach>,
    tags: &Tags,
) -> Vec<ModelGroup> {
    settle(types, &mut reach);
    let owners = condition_owners(types, conditions, &reach);
    let mut groups: BTreeMap<Option<usize>, ModelGroup> = BTreeMap::new();
    for (position, owner) in reach.iter().map(owner).enumerate() {
        let group = groups.entry(owner).or_insert_with(|| group(tags, owner));
        group.types.push(position);
    }
    for (position, owner) in owners.iter().enumerate() {
        if let Some(group) = owner.and_then(|owner| groups.get_mut(&owner)) {
            group.conditions.push(position);
        }
    }
    groups.into_values().collect()
}

/// Puts the enums of responses that one tag alone uses into its module.
pub(super) fn spread_sets(sets: &mut [ResponseSet], groups: &[OperationGroup]) {
    let mut users: Vec<Reach> = vec![Reach::Nobody; sets.len()];
    for (position, group) in groups.iter().enumerate() {
        for operation in &group.operations {
            let many = match operation.success {
                Success::Many(set) => Some(set),
                Success::One(..) => None,
            };
            for set in operation.error.into_iter().chain(many) {
                if let Some(user) = users.get_mut(set) {
                    *user = user.and(position);
                }
            }
        }
    }
    for (set, user) in sets.iter_mut().zip(&users) {
        let group = owner(user).and_then(|position| groups.get(position));
        set.of_tag = group.map(|group| group.module.clone());
    }
}

/// Puts the enums of request bodies into the modules of their tags; each is of one operation.
pub(super) fn spread_bodies(sets: &mut [BodySet], groups: &[OperationGroup]) {
    for group in groups {
        let bodies = group.operations.iter().filter_map(|one| one.body.as_ref());
        for body in bodies {
            if let BodyKind::Many(set) = body.kind
                && let Some(set) = sets.get_mut(set)
            {
                set.of_tag = Some(group.module.clone());
            }
        }
    }
}

/// The tag whose file a thing stands in; `None`: that of all.
fn owner(reach: &Reach) -> Option<usize> {
    match reach {
        Reach::One(tag) => Some(*tag),
        Reach::Nobody | Reach::Several => None,
    }
}

fn group(tags: &Tags, owner: Option<usize>) -> ModelGroup {
    let tag = owner.and_then(|position| tags.get(position));
    ModelGroup {
        module: Some(tag.map_or_else(ModuleName::shared, |tag| tag.module.clone())),
        feature: tag.and_then(|tag| tag.feature.clone()),
        types: Vec::new(),
        conditions: Vec::new(),
    }
}

/// What is for all must find there what it is made of: also what is its other name, since equal types are written once.
fn settle(types: &[TypeItem], reach: &mut [Reach]) {
    let names: BTreeMap<&TypeName, usize> = types.iter().map(|item| &item.name).zip(0..).collect();
    let parts: Vec<Vec<usize>> = types.iter().map(|item| parts(item, &names)).collect();
    let mut pending: Vec<usize> = (0..types.len()).collect();
    while let Some(position) = pending.pop() {
        let Some(own) = reach.get(position).copied() else {
            continue;
        };
        for part in parts.get(position).into_iter().flatten() {
            if let Some(other) = reach.get_mut(*part).filter(|other| **other != own)
                && owner(other).is_some()
            {
                *other = Reach::Several;
                pending.push(*part);
            }
        }
    }
}

/// The types that the definition of a type names.
fn parts(item: &TypeItem, names: &BTreeMap<&TypeName, usize>) -> Vec<usize> {
    let mut parts = Vec::new();
    for value in item.kind.written() {
        value.visit(&mut |part| {
            if let RustType::Named(name) = part {
                parts.extend(names.get(name));
            }
        });
    }
    parts
}

/// The file of each condition, as the position of a tag or that of all; `None` where several need it.
fn condition_owners(
    types: &[TypeItem],
    conditions: &[ConditionItem],
    reach: &[Reach],
) -> Vec<Option<Option<usize>>> {
    let mut owners: Vec<Vec<Option<usize>>> = vec![Vec::new(); conditions.len()];
    let mut pending: Vec<(usize, Option<usize>)> = types
        .iter()
        .zip(reach.iter().map(owner))
        .flat_map(|(item, owner)| item.conditions().map(move |one| (one, owner)))
        .collect();
    while let Some((position, owner)) = pending.pop() {
        let Some(known) = owners.get_mut(position) else {
            continue;
        };
        // Two are as good as any number.
        if known.len() < 2 && !known.contains(&owner) {
            known.push(owner);
            let named = conditions.get(position).map(ConditionItem::named);
            pending.extend(named.into_iter().flatten().map(|one| (one, owner)));
        }
    }
    let only = |owners: Vec<Option<usize>>| match owners.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    owners.into_iter().map(only).collect()
}
