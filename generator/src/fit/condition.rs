//! Values against conditions (JSON Schema 2020-12, core, sections 10 and 11).

use std::collections::BTreeSet;

use serde_json::Value;

use super::report::Report;
use super::{Check, DEPTH, number};
use crate::ir::{Condition, JsonKind, Members, Rest};
use crate::pattern;

/// Which members and items some conditions speak of.
#[derive(Default)]
struct Spoken {
    members: BTreeSet<String>,
    items: BTreeSet<usize>,
}

impl Spoken {
    fn add(&mut self, other: Self) {
        self.members.extend(other.members);
        self.items.extend(other.items);
    }
}

impl Check<'_> {
    /// Adds what is violated of a condition.
    pub(super) fn condition(
        &self,
        value: &Value,
        condition: &Condition,
        report: &mut Report,
        depth: usize,
    ) {
        drop(self.spoken(value, condition, report, depth));
    }

    /// Adds what is violated, and says which members and items the condition speaks of.
    fn spoken(
        &self,
        value: &Value,
        condition: &Condition,
        report: &mut Report,
        depth: usize,
    ) -> Spoken {
        if depth > DEPTH || !report.step() {
            return Spoken::default();
        }
        match condition {
            Condition::Never => report.add("not_allowed", "must not be there"),
            Condition::Kinds(kinds) => check_kinds(kinds, value, report),
            Condition::Values(values) => check_values(values, value, report),
            Condition::Limits(limits) => self.limits(value, limits, report, depth),
            Condition::Not(all) => {
                if self.holds(value, all, report, depth).is_some() {
                    report.add("not", "is what it must not be");
                }
            }
            Condition::Required(keys) => check_required(keys, value, report),
            Condition::Keys(all) => self.keys(value, all, report, depth),
            Condition::All(all) => return self.all(value, all, report, depth),
            Condition::Any(any) => return self.any_of(value, any, report, depth),
            Condition::One(one) => return self.exactly_one(value, one, report, depth),
            Condition::If([this, then, otherwise]) => {
                return match self.holds(value, this, report, depth) {
                    Some(mut spoken) => {
                        spoken.add(self.all(value, then, report, depth));
                        spoken
                    }
                    None => self.all(value, otherwise, report, depth),
                };
            }
            Condition::With(key, all) if value.get(key).is_some() => {
                return self.all(value, all, report, depth);
            }
            Condition::Members(members) => return self.members(value, members, report, depth),
            Condition::Items(first, others) => {
                return self.each_item(value, first, others.as_deref(), report, depth);
            }
            Condition::Contains(all, least, most) => {
                return self.contains(value, all, (*least, *most), report, depth);
            }
            Condition::Rest(rest) => return self.rest(value, rest, report, depth),
            Condition::OrNull(all) if !value.is_null() => {
                return self.all(value, all, report, depth);
            }
            Condition::Same(id) => {
                if let Some(other) = self.conditions.get(*id) {
                    return self.spoken(value, other, report, depth + 1);
                }
            }
            Condition::With(..) | Condition::OrNull(_) => {}
        }
        Spoken::default()
    }

    fn all(&self, value: &Value, all: &[Condition], report: &mut Report, depth: usize) -> Spoken {
        let mut spoken = Spoken::default();
        for one in all {
            spoken.add(self.spoken(value, one, report, depth));
        }
        spoken
    }

    /// Whether the value satisfies them, and what they then speak of.
    fn holds(
        &self,
        value: &Value,
        all: &[Condition],
        report: &mut Report,
        depth: usize,
    ) -> Option<Spoken> {
        let (problems, spoken) = report.aside(|report| self.all(value, all, report, depth));
        problems.is_empty().then_some(spoken)
    }

    fn keys(&self, value: &Value, all: &[Condition], report: &mut Report, depth: usize) {
        for key in value.as_object().into_iter().flat_map(|one| one.keys()) {
            let text = Value::String(key.clone());
            let (problems, _) = report.aside(|report| self.all(&text, all, report, depth));
            if let Some(problem) = problems.first() {
                report.add("key", format!("the key `{key}` {}", problem.message));
            }
        }
    }

    fn any_of(
        &self,
        value: &Value,
        any: &[Condition],
        report: &mut Report,
        depth: usize,
    ) -> Spoken {
        let mut spoken: Option<Spoken> = None;
        for one in any {
            let found = self.holds(value, std::slice::from_ref(one), report, depth);
            if let Some(found) = found {
                spoken.get_or_insert_default().add(found);
            }
        }
        if spoken.is_none() {
            report.add("any_of", "fits none of the alternatives");
        }
        spoken.unwrap_or_default()
    }

    fn exactly_one(
        &self,
        value: &Value,
        one: &[Condition],
        report: &mut Report,
        depth: usize,
    ) -> Spoken {
        let mut fitting = Vec::new();
        for one in one {
            fitting.extend(self.holds(value, std::slice::from_ref(one), report, depth));
        }
        let count = fitting.len();
        match fitting.into_iter().next() {
            Some(first) if count == 1 => return first,
            Some(_) => {
                let message = format!("fits {count} alternatives, must fit exactly one");
                report.add("one_of", message);
            }
            None => report.add("one_of", "fits none of the alternatives"),
        }
        Spoken::default()
    }

    fn members(
        &self,
        value: &Value,
        members: &Members,
        report: &mut Report,
        depth: usize,
    ) -> Spoken {
        let mut spoken = Spoken::default();
        for (key, member) in value.as_object().into_iter().flatten() {
            let named = members.named.iter().filter(|(name, _)| name == key);
            let patterns = members.patterns.iter();
            let patterns = patterns.filter(|(pattern, _)| pattern::matches(pattern, key));
            let mut applied: Vec<&Condition> = named.chain(patterns).map(|(_, one)| one).collect();
            if applied.is_empty() {
                match &members.others {
                    Some(others) => applied.extend(others),
                    None => continue,
                }
            }
            report.at(key, |report| {
                for one in applied {
                    self.condition(member, one, report, depth);
                }
            });
            spoken.members.insert(key.clone());
        }
        spoken
    }

    fn each_item(
        &self,
        value: &Value,
        first: &[Condition],
        others: Option<&[Condition]>,
        report: &mut Report,
        depth: usize,
    ) -> Spoken {
        let mut spoken = Spoken::default();
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            let applied = first.get(index).map(std::slice::from_ref).or(others);
            if let Some(all) = applied {
                report.at(&index.to_string(), |report| {
                    drop(self.all(item, all, report, depth));
                });
                spoken.items.insert(index);
            }
        }
        spoken
    }

    fn contains(
        &self,
        value: &Value,
        all: &[Condition],
        (least, most): (u64, u64),
        report: &mut Report,
        depth: usize,
    ) -> Spoken {
        let mut spoken = Spoken::default();
        let Some(list) = value.as_array() else {
            return spoken;
        };
        for (index, item) in list.iter().enumerate() {
            if self.holds(item, all, report, depth).is_some() {
                spoken.items.insert(index);
            }
        }
        let count = spoken.items.len() as u64;
        if count < least {
            let message =
                format!("must have at least {least} items of a certain kind, has {count}");
            report.add("contains", message);
        } else if count > most {
            let message = format!("must have at most {most} items of a certain kind, has {count}");
            report.add("contains", message);
        }
        spoken
    }

    /// What conditions speak of, and then the members and items that they do not speak of.
    fn rest(&self, value: &Value, rest: &Rest, report: &mut Report, depth: usize) -> Spoken {
        let mut spoken = self.all(value, &rest.of, report, depth);
        if let (Some(all), Some(object)) = (&rest.members, value.as_object()) {
            for (key, member) in object {
                if spoken.members.insert(key.clone()) {
                    report.at(key, |report| drop(self.all(member, all, report, depth)));
                }
            }
        }
        if let (Some(all), Some(list)) = (&rest.items, value.as_array()) {
            for (index, item) in list.iter().enumerate() {
                if spoken.items.insert(index) {
                    report.at(&index.to_string(), |report| {
                        drop(self.all(item, all, report, depth));
                    });
                }
            }
        }
        spoken
    }
}

fn check_kinds(kinds: &BTreeSet<JsonKind>, value: &Value, report: &mut Report) {
    let kind = match value {
        Value::Number(one) if number::is_whole(one) => JsonKind::Integer,
        other => JsonKind::of(other),
    };
    let is_number = kind == JsonKind::Integer && kinds.contains(&JsonKind::Number);
    if !kinds.contains(&kind) && !is_number {
        let words: Vec<&str> = kinds.iter().map(|kind| word(*kind)).collect();
        report.add("type", format!("must be {}", words.join(" or ")));
    }
}

fn check_values(values: &[Value], value: &Value, report: &mut Report) {
    if !values.iter().any(|one| number::is_equal(one, value)) {
        let texts: Vec<String> = values.iter().map(Value::to_string).collect();
        report.add("value", format!("must be one of {}", texts.join(", ")));
    }
}

fn check_required(keys: &[String], value: &Value, report: &mut Report) {
    let Some(object) = value.as_object() else {
        return;
    };
    for key in keys.iter().filter(|key| !object.contains_key(*key)) {
        report.at(key, |report| {
            report.add("required", "this member is required")
        });
    }
}

fn word(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "null",
        JsonKind::Boolean => "a boolean",
        JsonKind::Integer => "a whole number",
        JsonKind::Number => "a number",
        JsonKind::Text => "a text",
        JsonKind::List => "a list",
        JsonKind::Object => "an object",
    }
}
