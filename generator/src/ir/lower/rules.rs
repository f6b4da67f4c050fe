//! Rules: what a value of each branch of a union looks like, where no discriminator says it. Kinds come first; objects
//! are told apart by a constant member, else by a member that one branch alone requires.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::kinds::{constants, field_constants, json_kinds, leaves, record};
use crate::ir::arena::{TypeId, Types};
use crate::ir::types::{
    Enumeration, Extra, Field, JsonKind, Record, Rule, RuleMember, Shape, TextFormat, Variant,
};

/// The rules of branches, which are first put into the order in which they are to be tried.
pub(super) fn rules(types: &Types, variants: &mut [Variant]) -> Vec<Rule> {
    let kinds = variants
        .iter()
        .flat_map(|variant| json_kinds(types, variant.value.id));
    if overlapping(kinds) {
        variants.sort_by_key(|variant| rank(types, variant.value.id));
    }
    let members = members(types, variants);
    let mut rules: Vec<Rule> = variants
        .iter()
        .zip(members)
        .map(|(variant, member)| Rule {
            kinds: json_kinds(types, variant.value.id),
            member,
        })
        .collect();
    // Whole numbers go to the branch that is for them alone.
    let integers = |rule: &Rule| {
        rule.kinds.contains(&JsonKind::Integer) && !rule.kinds.contains(&JsonKind::Number)
    };
    if rules.iter().any(integers) {
        let is_number = |id| matches!(types.get(types.resolve(id)).shape, Shape::Number(_));
        for (rule, variant) in rules.iter_mut().zip(variants.iter()) {
            if is_number(variant.value.id) {
                rule.kinds.remove(&JsonKind::Integer);
            }
        }
    }
    rules
}

/// Whether a kind stands twice.
pub(super) fn overlapping(kinds: impl IntoIterator<Item = JsonKind>) -> bool {
    let mut seen = BTreeSet::new();
    kinds.into_iter().any(|kind| !seen.insert(kind))
}

/// What is more particular is tried first.
fn rank(types: &Types, id: TypeId) -> u8 {
    match &types.get(types.resolve(id)).shape {
        Shape::Enumeration(Enumeration { open: false, .. }) => 0,
        Shape::Text(TextFormat::Plain(_)) | Shape::Enumeration(_) => 2,
        Shape::Record(Record {
            extra: Extra::Kept(_),
            ..
        }) => 2,
        Shape::Map(_) => 3,
        Shape::Any => 4,
        _ => 1,
    }
}

/// For each branch, the member that tells it apart.
fn members(types: &Types, variants: &[Variant]) -> Vec<Option<RuleMember>> {
    let records: Vec<Option<&Record>> = variants
        .iter()
        .map(|variant| record(types, variant.value.id))
        .collect();
    let has_objects =
        |variant: &&Variant| json_kinds(types, variant.value.id).contains(&JsonKind::Object);
    // One object alone needs nothing to be known by.
    if variants.iter().filter(has_objects).count() < 2 {
        return vec![None; variants.len()];
    }
    let property = constant_property(types, &records);
    let declaring = declaring(types, variants);
    let of_variant = |(variant, record): (&Variant, &Option<&Record>)| {
        let constant = property.and_then(|property| {
            Some(RuleMember {
                name: property.to_owned(),
                values: constants(types, variant.value.id, property, true)?,
            })
        });
        constant.or_else(|| unique_member((*record)?, &declaring))
    };
    variants.iter().zip(&records).map(of_variant).collect()
}

/// The member whose constants differ from branch to branch, and that most branches require.
fn constant_property<'t>(types: &Types, records: &[Option<&'t Record>]) -> Option<&'t str> {
    let mut values: IndexMap<&str, Vec<Vec<String>>> = IndexMap::new();
    let fields = records.iter().flatten().flat_map(|record| &record.fields);
    for field in fields {
        let constants = field_constants(types, field, true);
        values
            .entry(&field.wire_name)
            .or_default()
            .extend(constants);
    }
    let mut best: Option<(usize, &str)> = None;
    for (property, values) in values {
        let is_better = best.is_none_or(|(count, _)| values.len() > count);
        if !values.is_empty() && is_better && are_distinct(&values) {
            best = Some((values.len(), property));
        }
    }
    best.map(|(_, property)| property)
}

/// How many branches declare each member, be it in a branch of theirs.
fn declaring<'t>(types: &'t Types, variants: &[Variant]) -> BTreeMap<&'t str, usize> {
    let mut declaring = BTreeMap::new();
    for variant in variants {
        let leaves = leaves(types, variant.value.id).into_iter();
        let records = leaves.filter_map(|id| record(types, id));
        let fields = records.flat_map(|record| &record.fields);
        let members: BTreeSet<&str> = fields.map(|field| field.wire_name.as_str()).collect();
        for member in members {
            *declaring.entry(member).or_default() += 1;
        }
    }
    declaring
}

/// Whether no value stands twice.
pub(super) fn are_distinct(values: &[Vec<String>]) -> bool {
    let all: Vec<&String> = values.iter().flatten().collect();
    let distinct: BTreeSet<&String> = all.iter().copied().collect();
    distinct.len() == all.len()
}

/// A member that the branch requires and no other declares.
fn unique_member(own: &Record, declaring: &BTreeMap<&str, usize>) -> Option<RuleMember> {
    let is_unique = |candidate: &&Field| {
        candidate.required && declaring.get(candidate.wire_name.as_str()) == Some(&1)
    };
    own.fields.iter().find(is_unique).map(|field| RuleMember {
        name: field.wire_name.clone(),
        values: Vec::new(),
    })
}

/// A branch while it is held against all others.
struct Branch<'t> {
    id: TypeId,
    rule: &'t Rule,
    /// The values of its members, be they optional, that are enumerated.
    constants: BTreeMap<&'t str, BTreeSet<String>>,
}

impl<'t> Branch<'t> {
    fn new(types: &'t Types, id: TypeId, rule: &'t Rule) -> Self {
        let fields = record(types, id)
            .into_iter()
            .flat_map(|record| &record.fields);
        let constants = fields.filter_map(|field| {
            let values = field_constants(types, field, false)?;
            Some((field.wire_name.as_str(), values.into_iter().collect()))
        });
        Self {
            id,
            rule,
            constants: constants.collect(),
        }
    }
}

/// Whether some values are allowed by two rules, and neither kind, member nor text decides.
pub(super) fn are_ambiguous(types: &Types, variants: &[Variant], rules: &[Rule]) -> bool {
    let branches = variants.iter().zip(rules);
    let branches: Vec<Branch<'_>> = branches
        .filter(|(_, rule)| !is_told(rule))
        .map(|(variant, rule)| Branch::new(types, variant.value.id, rule))
        .collect();
    branches.iter().enumerate().any(|(index, one)| {
        let mut others = branches.iter().skip(index + 1);
        others.any(|other| overlap(types, one, other))
    })
}

/// Whether a rule is for objects alone that a member tells from all others.
fn is_told(rule: &Rule) -> bool {
    rule.member.is_some() && rule.kinds.iter().eq([&JsonKind::Object])
}

fn overlap(types: &Types, one: &Branch<'_>, other: &Branch<'_>) -> bool {
    let kinds = [&one.rule.kinds, &other.rule.kinds];
    let shared = |kind: JsonKind| kinds.iter().all(|kinds| kinds.contains(&kind));
    let same_rank = rank(types, one.id) == rank(types, other.id);
    let no_member = one.rule.member.is_none() && other.rule.member.is_none();
    if shared(JsonKind::Object) && no_member && same_rank {
        return !differ_by_constant(one, other);
    }
    if shared(JsonKind::List) && same_rank {
        return match (item(types, one.id), item(types, other.id)) {
            (Some(one), Some(other)) => {
                !json_kinds(types, one).is_disjoint(&json_kinds(types, other))
            }
            _ => true,
        };
    }
    let texts = |id| match &types.get(types.resolve(id)).shape {
        Shape::Enumeration(enumeration) => Some(&enumeration.values),
        _ => None,
    };
    match (texts(one.id), texts(other.id)) {
        (Some(one), Some(other)) => one
            .iter()
            .any(|value| other.iter().any(|other| other.value == value.value)),
        _ => shared(JsonKind::Boolean) || (shared(JsonKind::Integer) && same_rank),
    }
}

/// Whether two records have a member, be it optional, whose values differ.
fn differ_by_constant(one: &Branch<'_>, other: &Branch<'_>) -> bool {
    one.constants.iter().any(|(property, values)| {
        let others = other.constants.get(property);
        others.is_some_and(|others| values.is_disjoint(others))
    })
}

fn item(types: &Types, id: TypeId) -> Option<TypeId> {
    match &types.get(types.resolve(id)).shape {
        Shape::List(list) => Some(list.items.id),
        _ => None,
    }
}
