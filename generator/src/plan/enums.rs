//! Enums: enumerations of values and unions of types, with the names of their variants.

use super::docs::lines;
use super::items::ItemBuilder;
use super::model::{Otherwise, TypeKind, UnionItem, UnionReading, UnionRule, UnionVariant};
use super::names::{Scope, TypeName, VariantName, variant_candidates};
use super::types::EnumKind;
use crate::ir::{Dispatch, EnumValue, Enumeration, JsonKind, Rule, Shape, TypeId, Union};

impl ItemBuilder<'_> {
    /// The enum of a union.
    pub(super) fn union(&self, union: &Union) -> UnionItem {
        let mut scope = Scope::reserving(&["Self"]);
        let variants: Vec<UnionVariant> = union
            .variants
            .iter()
            .map(|variant| UnionVariant {
                name: VariantName::new(scope.allocate(variant_candidates(&variant.name))),
                value: self.table.element(variant.value),
            })
            .collect();
        let reading = match &union.dispatch {
            Dispatch::Tag {
                property,
                declared,
                otherwise,
            } => UnionReading::Tag {
                property: property.clone(),
                tags: union.variants.iter().map(|one| one.tags.clone()).collect(),
                otherwise: match otherwise.and_then(|index| variants.get(index)) {
                    Some(variant) => Otherwise::Take(variant.name.clone()),
                    None if *declared => Otherwise::Refuse,
                    None => Otherwise::Try,
                },
            },
            Dispatch::Rules(rules) => UnionReading::Rules(rules.iter().map(union_rule).collect()),
        };
        UnionItem { variants, reading }
    }

    /// The only value that a type has: a constant.
    pub(super) fn only_value(&self, id: TypeId) -> Option<(TypeName, VariantName)> {
        let id = self.api.types.resolve(id);
        if self.table.is_foreign(id) {
            return None;
        }
        match &self.api.types.get(id).shape {
            Shape::Enumeration(enumeration)
                if !enumeration.open && enumeration.values.len() == 1 =>
            {
                let variant = variant_names(enumeration).into_iter().next()?;
                Some((self.table.name(id)?.clone(), variant))
            }
            _ => None,
        }
    }
}

/// The enum of an enumeration; `None` where its values are any JSON.
pub(super) fn enumeration(enumeration: &Enumeration) -> Option<TypeKind> {
    Some(match EnumKind::of(enumeration) {
        EnumKind::Texts => TypeKind::TextEnum {
            variants: rows(enumeration, |value| value.as_str().map(str::to_owned)),
            open: enumeration.open,
        },
        EnumKind::Integers => TypeKind::IntegerEnum {
            variants: rows(enumeration, serde_json::Value::as_i64),
            open: enumeration.open,
        },
        EnumKind::Mixed => TypeKind::ValueEnum(rows(enumeration, |value| Some(value.to_string()))),
        EnumKind::OpenMixed => return None,
    })
}

/// Variants with their values and docs.
fn rows<V>(
    enumeration: &Enumeration,
    value: impl Fn(&serde_json::Value) -> Option<V>,
) -> Vec<(VariantName, V, Vec<String>)> {
    let row = |(name, one): (VariantName, &EnumValue)| {
        let docs = one.description.as_deref().map(lines).unwrap_or_default();
        Some((name, value(&one.value)?, docs))
    };
    let names = variant_names(enumeration).into_iter();
    names.zip(&enumeration.values).filter_map(row).collect()
}

/// A rule in the words of the runtime.
fn union_rule(rule: &Rule) -> UnionRule {
    let kinds = if JsonKind::ALL.iter().all(|kind| rule.kinds.contains(kind)) {
        vec!["Any"]
    } else {
        rule.kinds.iter().map(kind_word).collect()
    };
    let member = rule.member.as_ref();
    UnionRule {
        kinds,
        member: member.map(|member| (member.name.clone(), member.values.clone())),
    }
}

/// The runtime's word for a kind.
pub(super) fn kind_word(kind: &JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "Null",
        JsonKind::Boolean => "Boolean",
        JsonKind::Integer => "Integer",
        JsonKind::Number => "Number",
        JsonKind::Text => "Text",
        JsonKind::List => "List",
        JsonKind::Object => "Object",
    }
}

/// The variants' names, in the order of the values.
pub(super) fn variant_names(enumeration: &Enumeration) -> Vec<VariantName> {
    let reserved: &[&str] = if enumeration.open {
        &["Self", "Unknown"]
    } else {
        &["Self"]
    };
    let mut scope = Scope::reserving(reserved);
    enumeration
        .values
        .iter()
        .map(|one| {
            let text = match (&one.name, &one.value) {
                (Some(name), _) => name.clone(),
                (None, serde_json::Value::String(text)) => text.clone(),
                (None, value) => value.to_string().replace('-', "minus"),
            };
            let mut candidates = variant_candidates(&text);
            candidates.push(format!(
                "{}Value",
                candidates.first().cloned().unwrap_or_default()
            ));
            VariantName::new(scope.allocate(candidates))
        })
        .collect()
}
