//! Conditions: what schemas say about values that their types do not keep, and what whole schemas say.

use std::collections::BTreeSet;

use super::Lowering;
use super::combine::Part;
use crate::ir::condition::{Condition, ConditionId, Members, Rest};
use crate::ir::types::{Constraints, JsonKind, Shape};
use crate::openapi::{Assertions, Kind, Property, Schema, SchemaId};

/// So many conditions and values a choice is made of at most that is said a second time, beside its union: a choice in a choice in
/// a choice says its own again with every level.
const MOST_WRITTEN: usize = 1000;

/// So many other conditions are looked at in order to know whether one speaks of members.
const MOST_SEEN: usize = 100;

impl<'a, 'd> Lowering<'a, 'd> {
    /// What parts that apply together say beyond the shape that they have.
    pub(super) fn conditions(&mut self, parts: &[Part], shape: &Shape) -> Vec<Condition> {
        let mut all = Vec::new();
        let is_closed = matches!(shape, Shape::Record(_)) && self.is_closed(parts);
        for (index, part) in parts.iter().enumerate().filter(|(_, part)| part.conditions) {
            let is_last = index + 1 == parts.len();
            all.extend(self.beyond_shape(part, parts, is_closed && is_last));
        }
        // A choice between values that nobody needs to tell apart is no union.
        if matches!(shape, Shape::Alias(_))
            && parts.iter().any(|part| part.conditions)
            && let Some(choice) = self.choice(parts)
        {
            all.extend(self.of_choice(choice.one_of, &choice.branches));
        }
        let schemas = self.schemas_of(parts);
        let constraints = self.constraints(&schemas);
        match shape {
            Shape::Never => all.push(Condition::Never),
            Shape::Record(_) if !constraints.properties.is_empty() => {
                all.push(Condition::Limits(Constraints {
                    properties: constraints.properties,
                    ..Constraints::default()
                }));
            }
            Shape::Union(_) if !constraints.is_empty() => {
                all.push(Condition::Limits(constraints));
            }
            _ => {}
        }
        all.retain(|condition| !condition.is_empty());
        all
    }

    /// What one of some parts says that no shape keeps; whether its record is closed, a shape does keep.
    fn beyond_shape(&mut self, part: &Part, parts: &[Part], is_closed: bool) -> Vec<Condition> {
        let schema = self.schema(part.schema);
        if let Some(assertions) = &schema.assertions
            && assertions.has_rest()
            && !is_closed
        {
            return vec![self.whole(part.schema)];
        }
        let mut all = self.asserted(schema);
        all.extend(self.forbidden(schema));
        all.extend(self.by_patterns(schema, parts));
        for (is_one, counts, branches) in [
            (true, part.one_of, &schema.one_of),
            (false, part.any_of, &schema.any_of),
        ] {
            if counts && !branches.is_empty() && self.is_shapeless(branches) {
                let branches = self.wholes(branches);
                all.push(choice(is_one, branches));
            }
        }
        all
    }

    /// What patterns of keys say. A single one gives the members their type, so what is left is who else may be there.
    fn by_patterns(&mut self, schema: &Schema<'d>, parts: &[Part]) -> Option<Condition> {
        let is_false = |id: SchemaId| self.schema(id).boolean == Some(false);
        let is_closed = schema.additional_properties.is_some_and(is_false);
        match (
            schema.pattern_properties.as_slice(),
            schema.additional_properties,
        ) {
            ([], _) => None,
            ([_], None) if schema.properties.is_empty() => None,
            ([only], _) if is_closed => {
                let properties = self
                    .schemas_of(parts)
                    .into_iter()
                    .flat_map(|one| &one.properties);
                Some(Condition::Members(Members {
                    named: properties
                        .map(|one| (one.name.to_owned(), Condition::NOTHING))
                        .collect(),
                    patterns: vec![(only.name.to_owned(), Condition::NOTHING)],
                    others: Some(vec![Condition::Never]),
                }))
            }
            _ => Some(self.members(schema)),
        }
    }

    /// Exactly one branch fits, or at least one, where that can be said shortly and without leading to other schemas, which would
    /// be described a second time.
    pub(super) fn of_choice(&mut self, is_one: bool, branches: &[SchemaId]) -> Option<Condition> {
        let branches = self.wholes(branches);
        let is_simple = branches.iter().all(|one| !leads_on(one));
        let length: usize = branches.iter().map(Condition::length).sum();
        (is_simple && length <= MOST_WRITTEN).then_some(choice(is_one, branches))
    }

    /// Members that must not be there.
    fn forbidden(&self, schema: &Schema<'d>) -> Option<Condition> {
        let is_false = |one: &&Property<'d>| self.schema(one.schema).boolean == Some(false);
        let named = schema.properties.iter().filter(is_false);
        let named: Vec<(String, Condition)> = named
            .map(|one| (one.name.to_owned(), Condition::Never))
            .collect();
        let members = Members {
            named,
            ..Members::default()
        };
        (!members.named.is_empty()).then_some(Condition::Members(members))
    }

    /// Whether the last part, which all others are parts of, says by `unevaluatedProperties: false` no more than that the
    /// record is closed: nothing in it depends on the value.
    pub(super) fn is_closed(&self, parts: &[Part]) -> bool {
        let Some(last) = parts.last().map(|part| part.schema) else {
            return false;
        };
        let is_false = |id: SchemaId| self.schema(id).boolean == Some(false);
        let is_stated = self.schema(last).assertions.as_ref().is_some_and(|one| {
            one.unevaluated_items.is_none() && one.unevaluated_properties.is_some_and(is_false)
        });
        let own = self.parts(&[last]).unwrap_or_default();
        let is_own = |part: &Part| own.iter().any(|one| one.schema == part.schema);
        let depends = |part: &Part| {
            let schema = self.schema(part.schema);
            let conditional = schema.assertions.as_ref().is_some_and(|one| {
                one.condition.is_some()
                    || !one.dependent_schemas.is_empty()
                    || (part.schema != last && one.has_rest())
            });
            conditional || schema.has_choice() || !schema.pattern_properties.is_empty()
        };
        is_stated && parts.iter().all(is_own) && !own.iter().any(depends)
    }

    /// Whether members count that a record does not name, by these parts, whose members are declared as these.
    pub(super) fn speaks_of_others(&mut self, parts: &[Part], declared: &[&str]) -> bool {
        let mut all = Vec::new();
        let is_closed = self.is_closed(parts);
        for (index, part) in parts.iter().enumerate() {
            let is_last = index + 1 == parts.len();
            all.extend(self.beyond_shape(part, parts, is_closed && is_last));
        }
        let counts = self
            .schemas_of(parts)
            .iter()
            .any(|one| one.property_count != (None, None));
        self.complete_conditions();
        counts || self.names_others(&all, declared)
    }

    fn names_others(&self, conditions: &[Condition], declared: &[&str]) -> bool {
        let is_other = |key: &String| !declared.contains(&key.as_str());
        let mut seen = BTreeSet::new();
        let mut pending: Vec<&Condition> = conditions.iter().collect();
        while let Some(condition) = pending.pop() {
            let names_others = match condition {
                Condition::Keys(_) | Condition::Rest(_) => true,
                Condition::Limits(limits) => !limits.properties.is_empty(),
                Condition::Required(keys) => keys.iter().any(is_other),
                Condition::With(key, _) if is_other(key) => true,
                // What is inside members is of no concern here.
                Condition::Members(members) => {
                    !members.patterns.is_empty()
                        || members.others.is_some()
                        || members.named.iter().any(|(key, _)| is_other(key))
                }
                Condition::Items(..) | Condition::Contains(..) => false,
                Condition::Same(id) => {
                    let is_new = seen.insert(*id);
                    pending.extend(self.conditions.get(*id).filter(|_| is_new));
                    // To keep members that do not count is no mistake.
                    seen.len() > MOST_SEEN
                }
                other => {
                    pending.extend(other.parts());
                    false
                }
            };
            if names_others {
                return true;
            }
        }
        false
    }

    /// All that a schema says, with references as conditions of their own.
    pub(super) fn whole(&mut self, id: SchemaId) -> Condition {
        let schema = self.schema(id);
        match schema.boolean {
            Some(true) => return Condition::NOTHING,
            Some(false) => return Condition::Never,
            None => {}
        }
        let mut all = self.of_values(schema);
        if let Some(target) = schema.reference {
            all.push(Condition::Same(self.condition_id(target)));
        }
        all.extend(self.wholes(&schema.all_of));
        if !schema.any_of.is_empty() {
            all.push(Condition::Any(self.wholes(&schema.any_of)));
        }
        if !schema.one_of.is_empty() {
            all.push(Condition::One(self.wholes(&schema.one_of)));
        }
        if !schema.required.is_empty() {
            let keys = schema.required.iter().map(|key| (*key).to_owned());
            all.push(Condition::Required(keys.collect()));
        }
        let has_members = !schema.properties.is_empty()
            || !schema.pattern_properties.is_empty()
            || schema.additional_properties.is_some();
        if has_members {
            all.push(self.members(schema));
        }
        if schema.items.is_some() || !schema.prefix_items.is_empty() {
            let first = self.wholes(&schema.prefix_items);
            let others = schema.items.map(|id| self.wholes(&[id]));
            all.push(Condition::Items(first, others));
        }
        all.extend(self.asserted(schema));
        match &schema.assertions {
            Some(assertions) if assertions.has_rest() => {
                let mut rest = |id: Option<SchemaId>| id.map(|id| self.wholes(&[id]));
                Condition::Rest(Rest {
                    members: rest(assertions.unevaluated_properties),
                    items: rest(assertions.unevaluated_items),
                    of: all,
                })
            }
            _ => Condition::all(all),
        }
    }

    /// All that each of some schemas says.
    fn wholes(&mut self, ids: &[SchemaId]) -> Vec<Condition> {
        ids.iter().map(|id| self.whole(*id)).collect()
    }

    /// Kinds, values and limits.
    fn of_values(&self, schema: &Schema<'d>) -> Vec<Condition> {
        let mut all = Vec::new();
        if !schema.kinds.is_empty() {
            let kinds = schema.kinds.iter().map(json_kind);
            let null = schema.nullable.then_some(JsonKind::Null);
            all.push(Condition::Kinds(kinds.chain(null).collect()));
        }
        if let Some(values) = schema.enumeration.filter(|_| !schema.extensible) {
            let values = values.iter().map(|node| node.to_json());
            all.push(Condition::Values(values.collect()));
        }
        if let Some(constant) = schema.constant {
            all.push(Condition::Values(vec![constant.to_json()]));
        }
        let constraints = self.constraints(&[schema]);
        if !constraints.is_empty() {
            all.push(Condition::Limits(constraints));
        }
        all
    }

    fn members(&mut self, schema: &Schema<'d>) -> Condition {
        let mut named = |properties: &[Property<'d>]| -> Vec<(String, Condition)> {
            let named = properties.iter();
            named
                .map(|one| (one.name.to_owned(), self.whole(one.schema)))
                .collect()
        };
        let (named, patterns) = (named(&schema.properties), named(&schema.pattern_properties));
        Condition::Members(Members {
            named,
            patterns,
            others: schema.additional_properties.map(|id| self.wholes(&[id])),
        })
    }

    /// The keywords that no shape keeps.
    pub(super) fn asserted(&mut self, schema: &Schema<'d>) -> Vec<Condition> {
        let Some(assertions) = &schema.assertions else {
            return Vec::new();
        };
        let assertions: &Assertions<'d> = assertions;
        let mut all = Vec::new();
        if let Some(not) = assertions.not {
            all.push(Condition::Not(self.wholes(&[not])));
        }
        if let Some(condition) = assertions.condition {
            let mut branch = |id: Option<SchemaId>| self.wholes(id.as_slice());
            all.push(Condition::If([
                branch(Some(condition)),
                branch(assertions.then),
                branch(assertions.otherwise),
            ]));
        }
        if let Some(item) = assertions.contains {
            let (minimum, maximum) = assertions.contains_count;
            all.push(Condition::Contains(
                self.wholes(&[item]),
                minimum.unwrap_or(1),
                maximum.unwrap_or(u64::MAX),
            ));
        }
        if let Some(names) = assertions.property_names {
            all.push(Condition::Keys(self.wholes(&[names])));
        }
        for (key, required) in &assertions.dependent_required {
            let required = required.iter().map(|key| (*key).to_owned()).collect();
            let required = Condition::Required(required);
            all.push(Condition::With((*key).to_owned(), vec![required]));
        }
        for dependent in &assertions.dependent_schemas {
            let other = self.whole(dependent.schema);
            all.push(Condition::With(dependent.name.to_owned(), vec![other]));
        }
        all
    }

    /// The condition that a schema is which others refer to. It is completed later, so that no chain is too long for the stack.
    fn condition_id(&mut self, id: SchemaId) -> ConditionId {
        if let Some(known) = self.condition_ids.get(&id) {
            return *known;
        }
        let reserved = self.conditions.reserve();
        self.condition_ids.insert(id, reserved);
        self.open_conditions.push((reserved, id));
        reserved
    }

    /// Completes all conditions that were referred to, and those that these refer to.
    pub(super) fn complete_conditions(&mut self) {
        while let Some((reserved, id)) = self.open_conditions.pop() {
            let condition = self.whole(id);
            self.conditions.set(reserved, condition);
        }
    }
}

/// Exactly one of several, or at least one.
fn choice(is_one: bool, branches: Vec<Condition>) -> Condition {
    if is_one {
        Condition::One(branches)
    } else {
        Condition::Any(branches)
    }
}

/// Whether a condition leads to another schema.
fn leads_on(condition: &Condition) -> bool {
    matches!(condition, Condition::Same(_)) || condition.parts().into_iter().any(leads_on)
}

fn json_kind(kind: Kind) -> JsonKind {
    match kind {
        Kind::Null => JsonKind::Null,
        Kind::Boolean => JsonKind::Boolean,
        Kind::Integer => JsonKind::Integer,
        Kind::Number => JsonKind::Number,
        Kind::Text | Kind::File => JsonKind::Text,
        Kind::List => JsonKind::List,
        Kind::Object => JsonKind::Object,
    }
}
