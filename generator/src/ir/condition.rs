//! Conditions: what values must satisfy that no shape and no single limit can say.

use std::collections::BTreeSet;

use super::types::{Constraints, JsonKind};

/// The index of a condition that others lead to, in [`Conditions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConditionId(u32);

/// The conditions that others lead to, also from within themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conditions {
    list: Vec<Condition>,
}

impl Conditions {
    /// Adds a condition that is still unknown.
    pub fn reserve(&mut self) -> ConditionId {
        let id = ConditionId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(Condition::NOTHING);
        id
    }

    /// Completes a condition.
    pub fn set(&mut self, id: ConditionId, condition: Condition) {
        if let Some(slot) = self.list.get_mut(id.0 as usize) {
            *slot = condition;
        }
    }

    /// The condition with this id.
    pub fn get(&self, id: ConditionId) -> Option<&Condition> {
        self.list.get(id.0 as usize)
    }
}

/// What a value must satisfy.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Nothing satisfies it.
    Never,
    /// It is of one of these kinds; whole numbers are numbers.
    Kinds(BTreeSet<JsonKind>),
    /// It is one of these.
    Values(Vec<serde_json::Value>),
    /// It keeps those limits that are about its kind.
    Limits(Constraints),
    /// It does not satisfy all of these together.
    Not(Vec<Condition>),
    /// It satisfies all; none says nothing.
    All(Vec<Condition>),
    /// It satisfies at least one.
    Any(Vec<Condition>),
    /// It satisfies exactly one.
    One(Vec<Condition>),
    /// If it satisfies all of the first, it satisfies the second, else the third.
    If([Vec<Condition>; 3]),
    /// If it is an object, it has these members.
    Required(Vec<String>),
    /// If it has this member, it satisfies these.
    With(String, Vec<Condition>),
    /// The keys of its members satisfy these.
    Keys(Vec<Condition>),
    /// Its members satisfy these.
    Members(Members),
    /// Its items satisfy these: the first ones, and the others.
    Items(Vec<Condition>, Option<Vec<Condition>>),
    /// So many of its items satisfy these: at least, and at most.
    Contains(Vec<Condition>, u64, u64),
    /// It satisfies some conditions, and what this does not speak of satisfies others.
    Rest(Rest),
    /// It is `null`, or satisfies these.
    OrNull(Vec<Condition>),
    /// It satisfies another one.
    Same(ConditionId),
}

/// What the members of an object satisfy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Members {
    /// Those with these keys.
    pub named: Vec<(String, Condition)>,
    /// Those whose keys match these patterns.
    pub patterns: Vec<(String, Condition)>,
    /// All others.
    pub others: Option<Vec<Condition>>,
}

/// What remains of a value after conditions spoke of some of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// The conditions.
    pub of: Vec<Condition>,
    /// What members satisfy of which they do not speak.
    pub members: Option<Vec<Condition>>,
    /// What items satisfy of which they do not speak.
    pub items: Option<Vec<Condition>>,
}

impl Condition {
    /// Every value satisfies it.
    pub const NOTHING: Self = Self::All(Vec::new());

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::All(all) if all.is_empty())
    }

    /// All of these together.
    pub fn all(conditions: impl IntoIterator<Item = Self>) -> Self {
        let mut all: Vec<Self> = conditions
            .into_iter()
            .filter(|one| !one.is_empty())
            .collect();
        match (all.len(), all.pop()) {
            (1, Some(only)) => only,
            (_, last) => {
                all.extend(last);
                Self::All(all)
            }
        }
    }

    /// How many conditions and values it is made of, all that is in it counted.
    pub fn length(&self) -> usize {
        let own = match self {
            Self::Values(values) => values.len(),
            _ => 1,
        };
        let parts = self.parts().into_iter().map(Self::length);
        own + parts.sum::<usize>()
    }

    /// The conditions that it is made of.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::All(all)
            | Self::Any(all)
            | Self::One(all)
            | Self::Not(all)
            | Self::With(_, all)
            | Self::Keys(all)
            | Self::Contains(all, ..)
            | Self::OrNull(all) => all.iter().collect(),
            Self::If(all) => all.iter().flatten().collect(),
            Self::Items(first, others) => first.iter().chain(others.iter().flatten()).collect(),
            Self::Members(members) => {
                let named = members.named.iter().chain(&members.patterns);
                let named = named.map(|(_, condition)| condition);
                named.chain(members.others.iter().flatten()).collect()
            }
            Self::Rest(rest) => {
                let others = rest.members.iter().chain(&rest.items).flatten();
                rest.of.iter().chain(others).collect()
            }
            Self::Never
            | Self::Kinds(_)
            | Self::Values(_)
            | Self::Limits(_)
            | Self::Required(_)
            | Self::Same(_) => Vec::new(),
        }
    }
}
