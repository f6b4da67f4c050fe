//! Conditions: which the runtime holds against the JSON of a type or member, and how they are written.

use std::collections::BTreeMap;

use super::checks::is_measured;
use super::condition_item::{ConditionArgument, ConditionItem};
use super::constraints::{all_limits, limits};
use super::enums::kind_word;
use super::items::ItemBuilder;
use crate::ir::{
    Condition, ConditionId, Conditions, Constraints, Extra, Members, Shape, TypeId, TypeUse,
};

/// The conditions that are written, each once.
pub(super) struct ConditionTable<'a> {
    conditions: &'a Conditions,
    list: Vec<ConditionItem>,
    known: BTreeMap<ConditionId, usize>,
    /// Conditions that others lead to and their positions, which are not yet written.
    open: Vec<(ConditionId, usize)>,
}

impl<'a> ConditionTable<'a> {
    /// None yet.
    pub(super) fn new(conditions: &'a Conditions) -> Self {
        Self {
            conditions,
            list: Vec::new(),
            known: BTreeMap::new(),
            open: Vec::new(),
        }
    }

    /// All that were added.
    pub(super) fn finish(self) -> Vec<ConditionItem> {
        self.list
    }

    /// The position of a condition.
    pub(super) fn add(&mut self, condition: &Condition) -> usize {
        let item = self.item(condition);
        self.write_open();
        if let Some(known) = self.list.iter().position(|one| *one == item) {
            return known;
        }
        self.list.push(item);
        self.list.len() - 1
    }

    fn same(&mut self, id: ConditionId) -> usize {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let position = self.list.len();
        self.known.insert(id, position);
        self.list.push(ConditionItem::new(
            "All",
            [ConditionArgument::All(Vec::new())],
        ));
        self.open.push((id, position));
        position
    }

    /// Writes the conditions that others lead to, and those that these lead to, one after another, as a chain may be long.
    fn write_open(&mut self) {
        let conditions = self.conditions;
        while let Some((id, position)) = self.open.pop() {
            let item = conditions.get(id).map(|condition| self.item(condition));
            if let Some((slot, item)) = self.list.get_mut(position).zip(item) {
                *slot = item;
            }
        }
    }

    fn item(&mut self, condition: &Condition) -> ConditionItem {
        use ConditionArgument as Argument;
        match condition {
            Condition::Never => ConditionItem::new("Never", []),
            Condition::Kinds(kinds) => {
                let kinds = kinds.iter().map(kind_word);
                ConditionItem::new("Kinds", [Argument::Kinds(kinds.collect())])
            }
            Condition::Values(values) => {
                let values = values.iter().map(ToString::to_string);
                ConditionItem::new("Values", [Argument::Texts(values.collect())])
            }
            Condition::Limits(limits) => {
                ConditionItem::new("Limits", [Argument::Limits(all_limits(limits))])
            }
            Condition::Not(other) => ConditionItem::new("Not", [self.one(other)]),
            Condition::All(all) => ConditionItem::new("All", [self.all(all)]),
            Condition::Any(any) => ConditionItem::new("Any", [self.all(any)]),
            Condition::One(one) => ConditionItem::new("One", [self.all(one)]),
            Condition::If(all) => {
                let [this, then, otherwise] = all;
                let arguments = [self.one(this), self.one(then), self.one(otherwise)];
                ConditionItem::new("If", arguments)
            }
            Condition::Required(keys) => {
                ConditionItem::new("Required", [Argument::Texts(keys.clone())])
            }
            Condition::With(key, other) => {
                ConditionItem::new("With", [Argument::Text(key.clone()), self.one(other)])
            }
            Condition::Keys(other) => ConditionItem::new("Keys", [self.one(other)]),
            Condition::Members(members) => {
                let named = Argument::Named(self.named(&members.named));
                let patterns = Argument::Patterns(self.named(&members.patterns));
                let others = self.maybe(members.others.as_deref());
                ConditionItem::new("Members", [named, patterns, others])
            }
            Condition::Items(first, others) => {
                let arguments = [self.all(first), self.maybe(others.as_deref())];
                ConditionItem::new("Items", arguments)
            }
            Condition::Contains(item, minimum, maximum) => {
                let counts = [Argument::Count(*minimum), Argument::Count(*maximum)];
                let arguments = std::iter::once(self.one(item)).chain(counts);
                ConditionItem::new("Contains", arguments)
            }
            Condition::Rest(rest) => {
                let of = self.one(&rest.of);
                let members = self.maybe(rest.members.as_deref());
                let items = self.maybe(rest.items.as_deref());
                ConditionItem::new("Rest", [of, members, items])
            }
            Condition::OrNull(other) => ConditionItem::new("OrNull", [self.one(other)]),
            Condition::Same(id) => ConditionItem::new("Same", [Argument::Static(self.same(*id))]),
        }
    }

    /// Conditions that apply together, as one.
    fn together(&mut self, conditions: &[Condition]) -> Box<ConditionItem> {
        Box::new(match conditions {
            [only] => self.item(only),
            several => ConditionItem::new("All", [self.all(several)]),
        })
    }

    fn one(&mut self, conditions: &[Condition]) -> ConditionArgument {
        ConditionArgument::One(self.together(conditions))
    }

    fn maybe(&mut self, conditions: Option<&[Condition]>) -> ConditionArgument {
        ConditionArgument::Maybe(conditions.map(|all| self.together(all)))
    }

    fn all(&mut self, conditions: &[Condition]) -> ConditionArgument {
        ConditionArgument::All(conditions.iter().map(|one| self.item(one)).collect())
    }

    fn named(&mut self, conditions: &[(String, Condition)]) -> Vec<(String, ConditionItem)> {
        let named = conditions.iter();
        named
            .map(|(name, one)| (name.clone(), self.item(one)))
            .collect()
    }
}

impl ItemBuilder<'_> {
    /// What an item as a whole must satisfy beyond the limits of its fields.
    pub(super) fn own_condition(&self, id: TypeId) -> Option<Condition> {
        let one = self.api.types.get(id);
        let mut all = one.constraints.conditions.clone();
        match &one.shape {
            Shape::Record(record) => {
                if let Extra::Kept(value) = &record.extra
                    && let Some(others) = self.lifted(*value, true)
                {
                    let named = record.fields.iter();
                    all.push(Condition::Members(Members {
                        named: named
                            .map(|field| (field.wire_name.clone(), Condition::NOTHING))
                            .collect(),
                        patterns: Vec::new(),
                        others: Some(vec![others]),
                    }));
                }
            }
            Shape::Union(_) | Shape::Enumeration(_) => {}
            _ => {
                all.extend(limits_of(&one.constraints));
                all.extend(self.inside(&one.shape));
            }
        }
        Some(Condition::all(all)).filter(|condition| !condition.is_empty())
    }

    /// What values of a type in use must satisfy up to the items in it, which have conditions of their own; with the limits of the
    /// type itself, or without them, where something else checks these.
    pub(super) fn lifted(&self, value: TypeUse, with_limits: bool) -> Option<Condition> {
        let mut all = Vec::new();
        let mut or_null = false;
        let types = &self.api.types;
        let end = types.resolve(value.id);
        // Nothing measures a type around a list or map.
        let with_limits = with_limits || self.table.is_wrapped(end);
        let end = &types.get(end).shape;
        for current in types.aliases(value) {
            or_null |= current.or_null;
            let one = types.get(current.id);
            let is_last = !matches!(one.shape, Shape::Alias(_));
            let is_own = one.replacement.is_some();
            if is_own || (is_last && self.is_checked_item(current.id)) {
                break;
            }
            // The limits of types need not be checked again.
            let has_limits = is_measured(end) && !limits(&one.constraints, end).is_empty();
            if with_limits && has_limits {
                all.extend(limits_of(&one.constraints));
            }
            // The length of a tuple is kept by its type.
            if matches!(end, Shape::Tuple(_)) && one.constraints.unique_items {
                all.extend(limits_of(&Constraints {
                    unique_items: true,
                    ..Constraints::default()
                }));
            }
            all.extend(one.constraints.conditions.iter().cloned());
            if is_last {
                all.extend(self.inside(&one.shape));
            }
        }
        let condition = Condition::all(all);
        if condition.is_empty() {
            None
        } else if or_null {
            Some(Condition::OrNull(vec![condition]))
        } else {
            Some(condition)
        }
    }

    /// Whether a type is an item that checks its own condition.
    fn is_checked_item(&self, id: TypeId) -> bool {
        let shape = &self.api.types.get(id).shape;
        let has_name = self.table.name(id).is_some();
        match shape {
            Shape::Record(_) | Shape::Union(_) => true,
            Shape::Enumeration(_) => has_name,
            Shape::Tuple(_) if !self.table.is_plain_tuple(id) => has_name,
            _ => self.table.is_wrapped(id),
        }
    }

    /// What the items and values of a list, tuple or map must satisfy.
    fn inside(&self, shape: &Shape) -> Option<Condition> {
        match shape {
            Shape::List(list) => {
                let items = self.lifted(list.items, true)?;
                Some(Condition::Items(Vec::new(), Some(vec![items])))
            }
            Shape::Map(value) => Some(Condition::Members(Members {
                others: Some(vec![self.lifted(*value, true)?]),
                ..Members::default()
            })),
            Shape::Tuple(tuple) => {
                let lifted = tuple.positions.iter().map(|one| self.lifted(*one, true));
                let first: Vec<Option<Condition>> = lifted.collect();
                let others = tuple.rest.and_then(|rest| self.lifted(rest, true));
                if others.is_none() && first.iter().all(Option::is_none) {
                    return None;
                }
                let first = first
                    .into_iter()
                    .map(|one| one.unwrap_or(Condition::NOTHING));
                Some(Condition::Items(
                    first.collect(),
                    others.map(|one| vec![one]),
                ))
            }
            _ => None,
        }
    }
}

/// The limits alone.
fn limits_of(constraints: &Constraints) -> Option<Condition> {
    let limits = Constraints {
        conditions: Vec::new(),
        ..constraints.clone()
    };
    (!all_limits(&limits).is_empty()).then_some(Condition::Limits(limits))
}
