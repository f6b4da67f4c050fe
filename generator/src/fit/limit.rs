//! Values against limits: each is about one kind of value, and says nothing of others.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::report::Report;
use super::{Check, number};
use crate::ir::{Bounds, Constraints};
use crate::pattern;

impl Check<'_> {
    /// All that a type demands beyond its shape.
    pub(super) fn limits(
        &self,
        value: &Value,
        limits: &Constraints,
        report: &mut Report,
        depth: usize,
    ) {
        match value {
            Value::String(one) => text(one, limits, report),
            Value::Number(one) => numeric(one, limits, report),
            Value::Array(items) => list(items, limits, report),
            Value::Object(members) => count(members.len(), &limits.properties, MEMBERS, report),
            Value::Null | Value::Bool(_) => {}
        }
        for condition in &limits.conditions {
            self.condition(value, condition, report, depth);
        }
    }
}

/// The codes of a lower and an upper bound, and what is counted.
type Counted = (&'static str, &'static str, &'static str);

const CHARACTERS: Counted = ("min_length", "max_length", "characters");
const ITEMS: Counted = ("min_items", "max_items", "items");
const MEMBERS: Counted = ("min_properties", "max_properties", "members");

fn count(count: usize, bounds: &Bounds, (low, high, what): Counted, report: &mut Report) {
    let count = count as u64;
    match (bounds.minimum, bounds.maximum) {
        (Some(least), _) if count < least => {
            report.add(
                low,
                format!("must have at least {least} {what}, has {count}"),
            );
        }
        (_, Some(most)) if count > most => {
            report.add(
                high,
                format!("must have at most {most} {what}, has {count}"),
            );
        }
        _ => {}
    }
}

fn text(text: &str, limits: &Constraints, report: &mut Report) {
    if !limits.length.is_empty() {
        count(text.chars().count(), &limits.length, CHARACTERS, report);
    }
    for pattern in &limits.patterns {
        if !pattern::matches(pattern, text) {
            report.add("pattern", format!("must match the pattern {pattern}"));
        }
    }
}

fn numeric(value: &Number, limits: &Constraints, report: &mut Report) {
    if let Some((bound, excluded)) = &limits.minimum {
        match number::compare(value, &bound.0) {
            Some(Ordering::Less) if !excluded => {
                report.add("minimum", format!("must be at least {}", bound.0));
            }
            Some(Ordering::Less | Ordering::Equal) if *excluded => {
                report.add(
                    "exclusive_minimum",
                    format!("must be more than {}", bound.0),
                );
            }
            _ => {}
        }
    }
    if let Some((bound, excluded)) = &limits.maximum {
        match number::compare(value, &bound.0) {
            Some(Ordering::Greater) if !excluded => {
                report.add("maximum", format!("must be at most {}", bound.0));
            }
            Some(Ordering::Greater | Ordering::Equal) if *excluded => {
                report.add(
                    "exclusive_maximum",
                    format!("must be less than {}", bound.0),
                );
            }
            _ => {}
        }
    }
    if let Some(step) = &limits.multiple_of
        && !number::is_multiple(value, &step.0)
    {
        report.add("multiple_of", format!("must be a multiple of {}", step.0));
    }
}

fn list(items: &[Value], limits: &Constraints, report: &mut Report) {
    count(items.len(), &limits.items, ITEMS, report);
    let is_repeated = |(index, item): (usize, &Value)| {
        let mut before = items.iter().take(index);
        before.any(|other| number::is_equal(other, item))
    };
    if limits.unique_items && items.iter().enumerate().any(is_repeated) {
        report.add("unique_items", "must have no two equal items");
    }
}
