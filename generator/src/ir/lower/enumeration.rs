//! Enumerations: `enum` and `const`, of all parts together.

use std::collections::BTreeSet;

use super::Lowering;
use super::branch::is_name;
use super::kinds::scalar;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ir::types::{EnumValue, Enumeration};
use crate::openapi::{Kind, Kinds, Schema};
use crate::source::Node;

/// What parts that list values say together.
pub(super) enum Listed {
    /// These values.
    Values(Enumeration),
    /// `null` alone.
    Null,
}

impl EnumValue {
    /// Takes what the schema of the value alone says about it. A text names itself; other values are named by the title.
    pub(super) fn describe(&mut self, title: Option<&str>, description: Option<&str>) {
        let is_text = self.value.is_string();
        let name = title.filter(|title| !is_text && is_name(title));
        self.name = self.name.take().or(name.map(str::to_owned));
        let words: Vec<&str> = title.into_iter().chain(description).collect();
        let description = (!words.is_empty()).then(|| words.join("\n\n"));
        self.description = self.description.take().or(description);
    }
}

/// A text that two values share if they are one by JSON Schema, where `1.0` is `1` and the order of members is nothing.
pub(super) fn identity(value: &serde_json::Value) -> String {
    match value.as_f64() {
        // Without an exponent, as whole numbers are written.
        Some(number) if value.is_f64() && number.fract() == 0.0 => format!("{number:.0}"),
        _ => {
            let mut sorted = value.clone();
            sorted.sort_all_objects();
            sorted.to_string()
        }
    }
}

impl<'d> Lowering<'_, 'd> {
    /// What the parts list; `None` where none of them lists values.
    pub(super) fn listed(&mut self, schemas: &[&Schema<'d>]) -> Option<Listed> {
        let kinds = schemas.iter().rev().map(|schema| schema.kinds);
        let kinds = kinds.into_iter().find(|kinds| !kinds.is_empty());
        let lists =
            |schema: &&&Schema<'d>| schema.constant.is_some() || schema.enumeration.is_some();
        let listing: Vec<&Schema<'d>> = schemas.iter().filter(lists).copied().collect();
        let (own, others) = listing.split_last()?;
        let mut values = self.values(own, kinds.unwrap_or_default());
        let stated = values.clone();
        for other in others {
            let allowed = self.values(other, kinds.unwrap_or_default());
            let allowed: BTreeSet<String> =
                allowed.iter().map(|one| identity(&one.value)).collect();
            values.retain(|one| allowed.contains(&identity(&one.value)));
        }
        if values.is_empty() && !stated.is_empty() {
            let message =
                "the enumerations of the parts have no value in common; the last one counts";
            let place = own.place.key();
            self.report(Diagnostic::warning(Code::Contradiction, message).at(&place));
            values = stated;
        }
        let open = listing.iter().any(|schema| schema.extensible);
        let only_null = values.iter().all(|one| one.value.is_null());
        if !values.is_empty() && only_null {
            return Some(Listed::Null);
        }
        values.retain(|one| !one.value.is_null());
        (!values.is_empty()).then_some(Listed::Values(Enumeration { values, open }))
    }

    /// The values that one schema lists, each once.
    fn values(&mut self, schema: &Schema<'d>, kinds: Kinds) -> Vec<EnumValue> {
        let (nodes, place) = match (schema.constant, schema.enumeration) {
            (Some(constant), _) => (std::slice::from_ref(constant), schema.place.child("const")),
            (None, Some(values)) => (values, schema.place.child("enum")),
            (None, None) => return Vec::new(),
        };
        let mut values: Vec<EnumValue> = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, node) in nodes.iter().enumerate() {
            let place = match schema.constant {
                Some(_) => place.clone(),
                None => place.index(index),
            };
            let Some(value) = self.fitting(node, kinds, &place) else {
                continue;
            };
            if !seen.insert(identity(&value)) {
                let message = format!("the value {value} stands twice");
                let place = place.clone();
                self.report(Diagnostic::warning(Code::DuplicateName, message).at(&place));
                continue;
            }
            let at = |list: &[&'d str]| list.get(index).copied();
            let written = scalar(&value);
            let told = || {
                let told = schema.told_values.iter();
                told.filter(|told| written.as_deref() == Some(told.value))
            };
            let name = at(&schema.value_names).or_else(|| told().find_map(|told| told.name));
            let description =
                at(&schema.value_descriptions).or_else(|| told().find_map(|told| told.description));
            values.push(EnumValue {
                value,
                name: name.filter(|name| !name.is_empty()).map(str::to_owned),
                description: description.map(str::to_owned),
            });
        }
        values
    }

    /// A value, brought to the stated type: YAML makes numbers and booleans of texts that lack their quotes, and some
    /// documents quote numbers. One that does not fit at all is reported and left out.
    fn fitting(&mut self, node: &Node, kinds: Kinds, place: &Place) -> Option<serde_json::Value> {
        let numeric = kinds.contains(Kind::Integer) || kinds.contains(Kind::Number);
        let text = kinds.contains(Kind::Text) || kinds.contains(Kind::File);
        let converted = match node {
            _ if kinds.without(Kind::Null).is_empty() => return Some(node.to_json()),
            Node::Null => return Some(serde_json::Value::Null),
            Node::Text(_) if text => return Some(node.to_json()),
            Node::Number(_) if numeric => return Some(node.to_json()),
            Node::Bool(_) if kinds.contains(Kind::Boolean) => return Some(node.to_json()),
            Node::List(_) if kinds.contains(Kind::List) => return Some(node.to_json()),
            Node::Object(_) if kinds.contains(Kind::Object) => return Some(node.to_json()),
            Node::Number(number) if text => Some(number.as_str().into()),
            Node::Bool(value) if text => Some(value.to_string().into()),
            Node::Text(digits) if numeric => serde_json::from_str(digits)
                .ok()
                .filter(serde_json::Value::is_number),
            _ => None,
        };
        let message = match &converted {
            Some(value) => format!(
                "the value is {}, not of the stated type; {value} is taken",
                node.kind()
            ),
            None => format!(
                "the value is {}, not of the stated type; it is left out",
                node.kind()
            ),
        };
        self.report(Diagnostic::warning(Code::Mismatch, message).at(place));
        converted
    }
}
