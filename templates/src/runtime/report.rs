//! What values must keep beyond their types, and what was found wrong with them.

use ::serde_json::Value;
use ::std::collections::HashSet;

use super::problem::{Location, Problem, push_key};

/// One constraint (JSON Schema 2020-12, validation, section 6).
#[derive(Clone, Copy)]
pub enum Limit {
    /// At least so many characters.
    MinLength(u64),
    /// At most so many characters.
    MaxLength(u64),
    /// At least so many items.
    MinItems(u64),
    /// At most so many items.
    MaxItems(u64),
    /// At least so many members.
    MinProperties(u64),
    /// At most so many members.
    MaxProperties(u64),
    /// No integer below.
    Minimum(i128),
    /// No integer above.
    Maximum(i128),
    /// No number below.
    MinimumNumber(f64),
    /// No number above.
    MaximumNumber(f64),
    /// Only numbers above.
    ExclusiveMinimum(f64),
    /// Only numbers below.
    ExclusiveMaximum(f64),
    /// Only whole multiples.
    MultipleOf(f64),
    /// No two items are equal.
    UniqueItems,
    /// Matches the pattern somewhere.
    Pattern(&'static dyn Matcher),
}

/// A pattern that texts are held against.
pub trait Matcher: Sync {
    /// The pattern as the document writes it.
    fn text(&self) -> &str;

    /// Whether it matches somewhere in the text.
    fn matches(&self, text: &str) -> bool;
}

/// What was found wrong so far, and where the check stands.
#[derive(Default)]
pub struct Report {
    pointer: String,
    problems: Vec<Problem>,
}

impl Report {
    /// Whether nothing was found wrong.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// What was found wrong first.
    pub fn first(&self) -> Option<&Problem> {
        self.problems.first()
    }

    /// All that was found wrong.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Goes on with what stands under a key.
    pub fn at(&mut self, key: &str, check: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_key(&mut self.pointer, key);
        check(self);
        self.pointer.truncate(length);
    }

    /// Adds a problem of the value where the check stands.
    pub fn add(&mut self, code: &'static str, message: String) {
        self.problems.push(Problem {
            location: Location::Body,
            pointer: self.pointer.clone(),
            code,
            message,
        });
    }

    /// Adds what another check of the same value found, but for what is known.
    pub fn add_new(&mut self, other: Self) {
        let key = |problem: &Problem| (problem.pointer.clone(), problem.message.clone());
        let known: HashSet<(String, String)> = self.problems.iter().map(key).collect();
        let new = other.problems.into_iter();
        self.problems
            .extend(new.filter(|one| !known.contains(&key(one))));
    }

    /// The start of another check of the same value.
    pub fn aside(&self) -> Self {
        Self {
            pointer: self.pointer.clone(),
            problems: Vec::new(),
        }
    }

    /// Checks a limit of a count.
    pub fn count(&mut self, count: usize, limit: Limit, what: &str) {
        let count = count as u64;
        match limit {
            Limit::MinLength(minimum) if count < minimum => {
                self.add(
                    "min_length",
                    format!("must have at least {minimum} {what}, has {count}"),
                );
            }
            Limit::MinItems(minimum) if count < minimum => {
                self.add(
                    "min_items",
                    format!("must have at least {minimum} {what}, has {count}"),
                );
            }
            Limit::MinProperties(minimum) if count < minimum => {
                self.add(
                    "min_properties",
                    format!("must have at least {minimum} {what}, has {count}"),
                );
            }
            Limit::MaxLength(maximum) if count > maximum => {
                self.add(
                    "max_length",
                    format!("must have at most {maximum} {what}, has {count}"),
                );
            }
            Limit::MaxItems(maximum) if count > maximum => {
                self.add(
                    "max_items",
                    format!("must have at most {maximum} {what}, has {count}"),
                );
            }
            Limit::MaxProperties(maximum) if count > maximum => {
                self.add(
                    "max_properties",
                    format!("must have at most {maximum} {what}, has {count}"),
                );
            }
            _ => {}
        }
    }

    /// Checks how many members an object has.
    pub fn members(&mut self, count: usize, limits: &[Limit]) {
        for limit in limits {
            if matches!(limit, Limit::MinProperties(_) | Limit::MaxProperties(_)) {
                self.count(count, *limit, "members");
            }
        }
    }

    /// Checks that no two items are equal.
    pub fn unique(&mut self, mut items: impl Iterator<Item = Value>) {
        let mut seen = HashSet::new();
        if !items.all(|item| seen.insert(canonical(item).to_string())) {
            self.add("unique_items", "must not have equal items".to_owned());
        }
    }

    /// Checks the limits of a text.
    pub fn text(&mut self, text: &str, limits: &[Limit]) {
        for limit in limits {
            match limit {
                Limit::MinLength(_) | Limit::MaxLength(_) => {
                    self.count(text.chars().count(), *limit, "characters")
                }
                Limit::Pattern(pattern) if !pattern.matches(text) => {
                    self.add(
                        "pattern",
                        format!("must match the pattern {}", pattern.text()),
                    );
                }
                _ => {}
            }
        }
    }

    /// Checks the limits of a whole number.
    pub fn integer(&mut self, value: i128, limits: &[Limit]) {
        for limit in limits {
            match *limit {
                Limit::Minimum(minimum) if value < minimum => {
                    self.add("minimum", format!("must be at least {minimum}, is {value}"));
                }
                Limit::Maximum(maximum) if value > maximum => {
                    self.add("maximum", format!("must be at most {maximum}, is {value}"));
                }
                other => self.number(value as f64, &[other]),
            }
        }
    }

    /// Checks the limits of a number.
    pub fn number(&mut self, value: f64, limits: &[Limit]) {
        for limit in limits {
            match *limit {
                Limit::MinimumNumber(minimum) if value < minimum => {
                    self.add("minimum", format!("must be at least {minimum}, is {value}"));
                }
                Limit::MaximumNumber(maximum) if value > maximum => {
                    self.add("maximum", format!("must be at most {maximum}, is {value}"));
                }
                Limit::ExclusiveMinimum(minimum) if value <= minimum => {
                    self.add(
                        "exclusive_minimum",
                        format!("must be greater than {minimum}, is {value}"),
                    );
                }
                Limit::ExclusiveMaximum(maximum) if value >= maximum => {
                    self.add(
                        "exclusive_maximum",
                        format!("must be less than {maximum}, is {value}"),
                    );
                }
                Limit::MultipleOf(step) if !is_multiple(value, step) => {
                    self.add(
                        "multiple_of",
                        format!("must be a multiple of {step}, is {value}"),
                    );
                }
                _ => {}
            }
        }
    }
}

/// Whether `value / step` is whole, up to the rounding of binary fractions (`0.3` is a multiple of `0.1`).
fn is_multiple(value: f64, step: f64) -> bool {
    let quotient = value / step;
    quotient.is_finite()
        && (quotient - quotient.round()).abs() <= f64::EPSILON * quotient.abs().max(1.0)
}

/// What equal values share: `1.0` is `1`.
fn canonical(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => {
                Value::from(float as i64)
            }
            _ => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(canonical).collect(),
        Value::Object(members) => {
            let mut sorted: Vec<(String, Value)> = members.into_iter().collect();
            sorted.sort_by(|one, other| one.0.cmp(&other.0));
            let members = sorted
                .into_iter()
                .map(|(key, value)| (key, canonical(value)));
            members.collect()
        }
        other => other,
    }
}
