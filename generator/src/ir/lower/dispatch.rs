//! How a reader finds the branch of a union, decided when all types are known: by the discriminator, else by rules.

use std::collections::BTreeSet;

use super::Lowering;
use super::kinds::{constants, declares, is_object, leaves, may_lack};
use super::rules::{are_ambiguous, are_distinct, overlapping, rules};
use super::union::{BranchTags, PendingUnion, TagSource};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::arena::{TypeId, Types};
use crate::ir::condition::Condition;
use crate::ir::types::{Dispatch, JsonKind, Rule, RuleMember, Shape, Variant};

impl Lowering<'_, '_> {
    /// Decides for all unions.
    pub(super) fn decide_dispatch(&mut self) {
        for pending in std::mem::take(&mut self.unions) {
            let Shape::Union(union) = &self.types.get(pending.id).shape else {
                continue;
            };
            let mut variants = union.variants.clone();
            let dispatch = match &pending.discriminator {
                Some(source) => self.by_discriminator(pending.id, &mut variants, source),
                None => Dispatch::Rules(self.by_rules(pending.id, &mut variants)),
            };
            let condition = self.choice_condition(&pending, &variants, &dispatch);
            let constraints = &mut self.types.get_mut(pending.id).constraints;
            constraints.conditions.extend(condition);
            if let Shape::Union(union) = &mut self.types.get_mut(pending.id).shape {
                union.variants = variants;
                union.dispatch = dispatch;
            }
        }
    }

    /// What the choice says beyond that a branch can be read: that no other branch fits, and the limits of branches that are
    /// no types of their own.
    fn choice_condition(
        &mut self,
        pending: &PendingUnion,
        variants: &[Variant],
        dispatch: &Dispatch,
    ) -> Option<Condition> {
        let (is_one, branches) = pending.choice.as_ref()?;
        let Dispatch::Rules(rules) = dispatch else {
            return None;
        };
        let is_ambiguous = *is_one && overlap(rules);
        let has_limits = |variant: &Variant| {
            let id = self.types.resolve(variant.value.id);
            let one = self.types.get(id);
            !matches!(one.shape, Shape::Record(_) | Shape::Union(_)) && !one.constraints.is_empty()
        };
        if is_ambiguous || variants.iter().any(has_limits) {
            self.of_choice(*is_one, branches)
        } else {
            None
        }
    }

    fn by_rules(&mut self, id: TypeId, variants: &mut [Variant]) -> Vec<Rule> {
        let rules = rules(&self.types, variants);
        if are_ambiguous(&self.types, variants, &rules) && !self.broken.contains(&id) {
            let message = "nothing tells the branches of this union apart; the one that keeps most of a value is taken";
            let place = self.types.get(id).place.key();
            self.report(
                Diagnostic::warning(Code::AmbiguousUnion, message).at(&place).help(
                    "give the branches a `discriminator`, or a required property with a constant",
                ),
            );
        }
        rules
    }

    /// By the discriminator; where it says too little, by rules that know what it says.
    fn by_discriminator(
        &mut self,
        id: TypeId,
        variants: &mut [Variant],
        source: &TagSource,
    ) -> Dispatch {
        let property = &source.property;
        for (variant, tags) in variants.iter_mut().zip(&source.tags) {
            variant.tags = tags_of(&self.types, tags, variant.value.id, property);
        }
        let tags: Vec<Vec<String>> = variants.iter().map(|one| one.tags.clone()).collect();
        let objects = variants
            .iter()
            .map(|one| is_object(&self.types, one.value.id));
        let objects: Vec<bool> = objects.collect();
        let lacks_tags = |index: usize| {
            let none = tags.get(index).is_none_or(Vec::is_empty);
            none && objects.get(index) == Some(&true) && source.otherwise != Some(index)
        };
        let refuses = |variant: &Variant| {
            constants(&self.types, variant.value.id, property, false)
                .is_some_and(|allowed| !variant.tags.iter().all(|tag| allowed.contains(tag)))
        };
        let refused = variants.iter().any(refuses);
        let problem = if refused {
            Some("a branch does not allow the value that stands for it")
        } else if !are_distinct(&tags) {
            Some("two branches have the same value")
        } else if (0..variants.len()).any(lacks_tags) {
            Some("not every branch has a value")
        } else {
            None
        };
        if problem.is_none() && objects.iter().all(|is_object| *is_object) {
            let declared = variants
                .iter()
                .all(|one| declares(&self.types, one.value.id, property));
            return Dispatch::Tag {
                property: property.clone(),
                declared,
                otherwise: source.otherwise,
            };
        }
        if let Some(problem) = problem {
            let message = format!("the discriminator `{property}` does not decide: {problem}");
            let place = source.place.key();
            self.report(Diagnostic::warning(Code::AmbiguousUnion, message).at(&place));
        }
        if refused {
            variants.iter_mut().for_each(|one| one.tags.clear());
        }
        let mut rules = self.by_rules(id, variants);
        for (rule, variant) in rules.iter_mut().zip(variants.iter_mut()) {
            let values = std::mem::take(&mut variant.tags);
            let id = variant.value.id;
            let may_lack = || may_lack(&self.types, id, property);
            if !values.is_empty() && is_object(&self.types, id) && !may_lack() {
                rule.member = Some(RuleMember {
                    name: property.clone(),
                    values,
                });
            }
        }
        Dispatch::Rules(rules)
    }
}

/// The values that stand for a branch: those of the mapping, else those that its own declaration of the property allows,
/// else its component's name, unless a part of it allows other values alone.
fn tags_of(types: &Types, tags: &BranchTags, id: TypeId, property: &str) -> Vec<String> {
    if let BranchTags::Mapped(values) = tags {
        return values.clone();
    }
    let leaves = leaves(types, id).into_iter();
    let declared = leaves.map(|id| constants(types, id, property, false));
    let declared: Vec<Option<Vec<String>>> = declared.collect();
    match tags {
        BranchTags::Component(name) if declared.iter().all(Option::is_none) => vec![name.clone()],
        _ => {
            let all: Option<Vec<Vec<String>>> = declared.into_iter().collect();
            let all: BTreeSet<String> = all.into_iter().flatten().flatten().collect();
            all.into_iter().collect()
        }
    }
}

/// Whether a value may fit two rules.
fn overlap(rules: &[Rule]) -> bool {
    let decides = |rule: &Rule, kind: JsonKind| kind != JsonKind::Object || rule.member.is_none();
    let kinds = rules.iter().flat_map(|rule| {
        let kinds = rule.kinds.iter().copied();
        kinds.filter(move |kind| decides(rule, *kind))
    });
    overlapping(kinds)
}
