//! Values against shapes.

use serde_json::{Map, Value};

use super::report::Report;
use super::{Check, DEPTH, format, number};
use crate::ir::{
    Dispatch, Enumeration, Extra, JsonKind, Record, Rule, Shape, Tuple, Type, TypeUse, Union,
    Variant,
};

impl Check<'_> {
    /// A value of a type in use. `depth` is how many types were entered since the value was.
    pub(super) fn using(&self, value: &Value, of: TypeUse, report: &mut Report, depth: usize) {
        if (value.is_null() && of.or_null) || depth > DEPTH || !report.step() {
            return;
        }
        let one = self.types.get(of.id);
        self.shape(value, one, report, depth + 1);
        self.limits(value, &one.constraints, report, depth + 1);
    }

    fn shape(&self, value: &Value, one: &Type, report: &mut Report, depth: usize) {
        match (&one.shape, value) {
            (Shape::Any, _)
            | (Shape::Null, Value::Null)
            | (Shape::Boolean, Value::Bool(_))
            | (Shape::Number(_), Value::Number(_))
            | (Shape::Binary, Value::String(_)) => {}
            (Shape::Never, _) => report.add("not_allowed", "must not be there"),
            (Shape::Integer(width), Value::Number(number)) => number::width(number, *width, report),
            (Shape::Text(format), Value::String(text)) => format::check(text, format, report),
            (Shape::JsonText(inside), Value::String(text)) => {
                match serde_json::from_str::<Value>(text) {
                    Ok(value) => self.using(&value, *inside, report, 0),
                    Err(error) => report.add("syntax", format!("must be JSON: {error}")),
                }
            }
            (Shape::Enumeration(enumeration), _) => one_of(value, enumeration, report),
            (Shape::List(list), Value::Array(items)) => {
                self.items(items.iter().map(|item| (item, list.items)), report);
            }
            (Shape::Tuple(tuple), Value::Array(items)) => self.tuple(items, tuple, report),
            (Shape::Map(of), Value::Object(members)) => {
                for (key, member) in members {
                    report.at(key, |report| self.using(member, *of, report, 0));
                }
            }
            (Shape::Record(record), Value::Object(members)) => {
                self.record(members, record, report);
            }
            (Shape::Union(union), _) => self.union(value, union, report, depth),
            (Shape::Alias(other), _) => self.using(value, *other, report, depth),
            (other, _) => report.add("type", format!("must be {}", word(other))),
        }
    }

    fn items<'v>(&self, items: impl Iterator<Item = (&'v Value, TypeUse)>, report: &mut Report) {
        for (index, (item, of)) in items.enumerate() {
            report.at(&index.to_string(), |report| self.using(item, of, report, 0));
        }
    }

    fn tuple(&self, items: &[Value], tuple: &Tuple, report: &mut Report) {
        if items.len() < tuple.required {
            let (least, count) = (tuple.required, items.len());
            report.add(
                "min_items",
                format!("must have at least {least} items, has {count}"),
            );
        }
        if items.len() > tuple.positions.len() && tuple.rest.is_none() {
            let (most, count) = (tuple.positions.len(), items.len());
            report.add(
                "max_items",
                format!("must have at most {most} items, has {count}"),
            );
        }
        let rest = std::iter::repeat_with(|| tuple.rest).map_while(|rest| rest);
        let types = tuple.positions.iter().copied().chain(rest);
        self.items(items.iter().zip(types), report);
    }

    fn record(&self, members: &Map<String, Value>, record: &Record, report: &mut Report) {
        for field in &record.fields {
            match members.get(&field.wire_name) {
                Some(member) => report.at(&field.wire_name, |report| {
                    self.using(member, field.value, report, 0);
                }),
                None if field.required => report.at(&field.wire_name, |report| {
                    report.add("required", "this member is required");
                }),
                None => {}
            }
        }
        if record.extra == Extra::Ignored {
            return;
        }
        let named: std::collections::BTreeSet<&str> = record
            .fields
            .iter()
            .map(|field| field.wire_name.as_str())
            .collect();
        for (key, member) in members
            .iter()
            .filter(|(key, _)| !named.contains(key.as_str()))
        {
            report.at(key, |report| match &record.extra {
                Extra::Kept(of) => self.using(member, *of, report, 0),
                Extra::Refused => report.add("unknown", "this member is unknown"),
                Extra::Ignored => {}
            });
        }
    }

    fn union(&self, value: &Value, union: &Union, report: &mut Report, depth: usize) {
        match &union.dispatch {
            Dispatch::Tag {
                property,
                declared,
                otherwise,
            } => {
                let Some(object) = value.as_object() else {
                    return self.any(value, union.variants.iter().collect(), report, depth);
                };
                let tagged = object.get(property).map(tag);
                let by_tag = |tag: &String| {
                    let found = union.variants.iter().find(|one| one.tags.contains(tag));
                    found.or_else(|| union.variants.get((*otherwise)?))
                };
                match tagged {
                    Some(tag) => match by_tag(&tag) {
                        Some(variant) => self.using(value, variant.value, report, depth),
                        None => report.at(property, |report| {
                            report.add("value", format!("must be one of {}", tags(union)));
                        }),
                    },
                    None if *declared => report.at(property, |report| {
                        report.add("required", "this member is required");
                    }),
                    None => self.any(value, union.variants.iter().collect(), report, depth),
                }
            }
            Dispatch::Rules(rules) => {
                let all: Vec<&Variant> = union.variants.iter().collect();
                if all
                    .iter()
                    .any(|one| self.is_one(value, one.value, report, depth))
                {
                    return;
                }
                // The branch that the value looks like says what is wrong.
                let alike = union.variants.iter().zip(rules);
                let alike = alike.filter(|(_, rule)| looks_like(value, rule));
                self.none(value, alike.map(|(one, _)| one).collect(), report, depth);
            }
        }
    }

    /// A value of any branch.
    fn any(&self, value: &Value, variants: Vec<&Variant>, report: &mut Report, depth: usize) {
        let mut all = variants.iter();
        if !all.any(|one| self.is_one(value, one.value, report, depth)) {
            self.none(value, variants, report, depth);
        }
    }

    /// A value that is of none of these branches, one of which it was meant to be of.
    fn none(&self, value: &Value, variants: Vec<&Variant>, report: &mut Report, depth: usize) {
        match variants.as_slice() {
            [only] => self.using(value, only.value, report, depth),
            _ => report.add("any_of", "fits none of the alternatives"),
        }
    }

    fn is_one(&self, value: &Value, of: TypeUse, report: &mut Report, depth: usize) -> bool {
        let check = |report: &mut Report| self.using(value, of, report, depth);
        report.aside(check).0.is_empty()
    }
}

/// The text by which a value stands for a branch.
fn tag(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn tags(union: &Union) -> String {
    let tags = union.variants.iter().flat_map(|variant| &variant.tags);
    let quoted: Vec<String> = tags.map(|tag| format!("{tag:?}")).collect();
    quoted.join(", ")
}

fn looks_like(value: &Value, rule: &Rule) -> bool {
    let kind = JsonKind::of(value);
    let is_kind = rule.kinds.contains(&kind)
        || (kind == JsonKind::Integer && rule.kinds.contains(&JsonKind::Number));
    let has_member = rule.member.as_ref().is_none_or(|member| {
        let found = value.get(&member.name).map(tag);
        found.is_some_and(|found| member.values.is_empty() || member.values.contains(&found))
    });
    is_kind && (has_member || !value.is_object())
}

/// A value that is listed; of an open list, one like those.
fn one_of(value: &Value, enumeration: &Enumeration, report: &mut Report) {
    let listed = || enumeration.values.iter().map(|one| &one.value);
    let is_alike = |other: &Value| JsonKind::of(other) == JsonKind::of(value);
    let fits = listed().any(|other| number::is_equal(other, value))
        || (enumeration.open && listed().any(is_alike));
    if !fits {
        let values: Vec<String> = listed().map(Value::to_string).collect();
        report.add("value", format!("must be one of {}", values.join(", ")));
    }
}

fn word(shape: &Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Boolean => "a boolean",
        Shape::Integer(_) => "a whole number",
        Shape::Number(_) => "a number",
        Shape::Text(_) | Shape::JsonText(_) | Shape::Binary => "a text",
        Shape::List(_) | Shape::Tuple(_) => "a list",
        Shape::Map(_) | Shape::Record(_) => "an object",
        Shape::Any | Shape::Never | Shape::Enumeration(_) | Shape::Union(_) | Shape::Alias(_) => {
            "something else"
        }
    }
}
