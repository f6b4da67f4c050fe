//! Branches of a choice: which count, what they are called, and choices that are no unions but enumerations.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::Lowering;
use super::enumeration::{Listed, identity};
use super::shape::kind_name;
use crate::ir::types::{Enumeration, Shape};
use crate::openapi::{Kind, Schema, SchemaId};

/// Branches by the schemas that they are or stand for.
type Found = IndexMap<SchemaId, SchemaId>;

impl<'d> Lowering<'_, 'd> {
    /// The branches without those for `null` and repetitions, with those of choices that stand among them, nameless, in
    /// their stead.
    pub(super) fn essential_branches(&self, branches: &[SchemaId]) -> Vec<SchemaId> {
        let mut found = Found::default();
        self.add_branches(branches, &mut found, 0);
        found.into_values().collect()
    }

    fn add_branches(&self, branches: &[SchemaId], found: &mut Found, depth: usize) {
        for id in branches {
            let schema = self.schema(*id);
            let is_choice = schema.name.is_none() && schema.has_choice() && !self.has_more(schema);
            let behind = self.behind(*id);
            if self.is_null(*id) || found.contains_key(&behind) {
                continue;
            }
            if is_choice && depth < self.schemas.len() {
                self.add_branches(&self.branches(*id), found, depth + 1);
            } else {
                found.insert(behind, *id);
            }
        }
    }

    /// Whether a schema with a choice says something beside it.
    fn has_more(&self, schema: &Schema<'_>) -> bool {
        (!schema.one_of.is_empty() && !schema.any_of.is_empty())
            || schema.reference.is_some()
            || schema.rust_name.is_some()
            || schema.rust_type.is_some()
            || schema.discriminator.is_some()
            || schema.has_members()
            || schema.has_constraints()
            || !schema.all_of.is_empty()
    }

    /// The enumeration that a choice is, if it is one: all branches list values (`oneOf: [{const: a}, {const: b}]`), or
    /// all but one, which is any text (`anyOf: [{type: string}, {enum: [a, b]}]`): then values may be added.
    pub(super) fn enumeration_of_branches(&mut self, branches: &[SchemaId]) -> Option<Shape> {
        let mut listed: Vec<SchemaId> = Vec::new();
        let mut plain = 0;
        let mut named = 0;
        for id in branches {
            let behind = self.behind(*id);
            let schema = self.schema(behind);
            let only_text = schema.kinds.without(Kind::Null).iter().eq([Kind::Text]);
            if schema.has_choice() || !schema.all_of.is_empty() || schema.reference.is_some() {
                return None;
            } else if schema.enumeration.is_some() || schema.constant.is_some() {
                listed.push(*id);
                named += usize::from(self.component_name(*id).is_some());
            } else if only_text && schema.format.is_none() && !schema.has_constraints() {
                plain += 1;
            } else {
                return None;
            }
        }
        // Enumerations that have names are types of their own.
        let is_one = if plain == 0 {
            named == 0 && listed.len() > 1
        } else {
            plain == 1
        };
        if listed.is_empty() || !is_one {
            return None;
        }
        let mut values = Vec::new();
        let mut seen = BTreeSet::new();
        for id in listed {
            let Some(Listed::Values(Enumeration { values: more, .. })) =
                self.listed(&[self.schemas.get(self.behind(id))])
            else {
                return None;
            };
            let schema = self.schema(id);
            let alone = more.len() == 1;
            for mut value in more {
                if plain == 1 && !value.value.is_string() {
                    return None;
                }
                if alone {
                    value.describe(schema.title, schema.description);
                }
                if seen.insert(identity(&value.value)) {
                    values.push(value);
                }
            }
        }
        Some(Shape::Enumeration(Enumeration {
            values,
            open: plain == 1,
        }))
    }

    /// Names for branches, each another one.
    pub(super) fn branch_names(&self, branches: &[SchemaId]) -> Vec<String> {
        let plain: Vec<String> = branches.iter().map(|id| self.branch_name(*id)).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &plain {
            *counts.entry(name).or_default() += 1;
        }
        let mut told = BTreeSet::new();
        let mut name = |(id, name): (&SchemaId, &String)| {
            let repeats = counts.get(name.as_str()).is_some_and(|count| *count > 1);
            let telling = repeats.then(|| self.telling_name(*id, branches)).flatten();
            let is_free = |name: &String| !counts.contains_key(name.as_str());
            let telling = telling.filter(|name| is_free(name) && told.insert(name.clone()));
            telling.unwrap_or_else(|| name.clone())
        };
        branches.iter().zip(&plain).map(&mut name).collect()
    }

    /// The name of a branch: of its component, else its title, else its only value, else the kind of value that it is.
    fn branch_name(&self, id: SchemaId) -> String {
        if let Some(name) = self.component_name(id) {
            return name.to_owned();
        }
        let schema = self.schema(self.behind(id));
        let title = self.schema(id).title.or(schema.title);
        if let Some(title) = title.filter(|title| is_name(title)) {
            return title.to_owned();
        }
        let own = schema.all_of.last().map(|last| self.schema(*last));
        let kinds = match own {
            Some(own) if schema.kinds.is_empty() => own.kinds,
            _ => schema.kinds,
        };
        let mut kinds = kinds.without(Kind::Null).iter();
        match (kinds.next(), kinds.next()) {
            (Some(Kind::List), None) => {
                let item = schema.items.and_then(|items| self.component_name(items));
                item.map_or_else(|| "list".to_owned(), |item| format!("{item} list"))
            }
            (Some(kind), None) => kind_name(kind).to_owned(),
            (None, _) if !schema.properties.is_empty() => kind_name(Kind::Object).to_owned(),
            _ => "value".to_owned(),
        }
    }

    /// What tells a branch from the others: the value of a constant member, a member that it alone has, a format, an
    /// only value, the kind of its items.
    fn telling_name(&self, id: SchemaId, branches: &[SchemaId]) -> Option<String> {
        let schema = self.schema(self.behind(id));
        let only = |schema: &Schema<'d>| match (schema.constant, schema.enumeration) {
            (Some(node), _) | (None, Some([node])) => super::kinds::scalar(&node.to_json()),
            _ => None,
        };
        let constant = schema.properties.iter().find_map(|property| {
            let value = only(self.schema(property.schema))?;
            let is_required = schema.required.contains(&property.name);
            let names_itself =
                value.starts_with(char::is_alphabetic) && value.len() > "false".len();
            let name = property.name;
            is_required.then(|| {
                if names_itself {
                    value
                } else {
                    format!("{name} {value}")
                }
            })
        });
        let lacks = |id: &SchemaId, name: &str| {
            let other = self.schema(self.behind(*id));
            other
                .properties
                .iter()
                .all(|property| property.name != name)
                && !other.required.contains(&name)
        };
        let own = |name: &&&str| {
            let mut others = branches.iter().filter(|other| **other != id);
            others.all(|other| lacks(other, name))
        };
        let declared: Vec<&str> = schema.properties.iter().map(|one| one.name).collect();
        let required = schema.required.iter().find(own);
        let member = required.or_else(|| declared.iter().find(own));
        let item = schema.items.map(|items| self.branch_name(items));
        constant
            .or_else(|| member.map(|name| (*name).to_owned()))
            .or_else(|| only(schema))
            .or_else(|| schema.format.map(str::to_owned))
            .or_else(|| item.map(|item| format!("{item} list")))
    }
}

/// Whether a title is short enough to be a name rather than a sentence.
pub(super) fn is_name(title: &str) -> bool {
    title.split_whitespace().count() <= 4
        && title.chars().any(char::is_alphabetic)
        && title.chars().count() <= 40
}
