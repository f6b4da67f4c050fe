//! Constraints beyond types: lengths, counts, ranges, patterns; all violations of a value at once.

use ::std::collections::{BTreeMap, HashSet};
use ::std::fmt;

use super::maybe::Maybe;
use super::problem::{Location, Problem, push_key};
use super::validate;

/// Everything that a value violates. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violations(Vec<Problem>);

impl Violations {
    /// The violations, in the order of the fields.
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }

    /// The violations, by value.
    pub fn into_problems(self) -> Vec<Problem> {
        self.0
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            write!(
                formatter,
                "{}{}: {}",
                if index == 0 { "" } else { "; " },
                problem.pointer,
                problem.message
            )?;
        }
        Ok(())
    }
}

impl ::std::error::Error for Violations {}

/// A value that may be constrained.
pub trait Validate {
    /// Adds what is violated to the report.
    fn check(&self, report: &mut Report) {
        let _ = report;
    }

    /// All that is violated.
    fn problems(&self) -> Vec<Problem> {
        let mut report = Report::default();
        self.check(&mut report);
        report.problems
    }

    /// Checks every constraint of the document.
    ///
    /// # Errors
    ///
    /// All violations, each with the JSON Pointer of its place.
    fn validate(&self) -> Result<(), Violations> {
        let problems = self.problems();
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Violations(problems))
        }
    }
}

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
    /// Checks the limits of one member.
    pub fn member<T: Measure + ?Sized>(&mut self, key: &str, value: &T, limits: &[Limit]) {
        self.at(key, |report| value.measure(limits, report));
    }

    /// Checks what is inside one member.
    pub fn nested<T: Validate + ?Sized>(&mut self, key: &str, value: &T) {
        self.at(key, |report| value.check(report));
    }

    /// Checks limits of the value itself.
    pub fn limits<T: Measure + ?Sized>(&mut self, value: &T, limits: &[Limit]) {
        value.measure(limits, self);
    }

    fn at(&mut self, key: &str, check: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_key(&mut self.pointer, key);
        check(self);
        self.pointer.truncate(length);
    }

    fn add(&mut self, code: &'static str, message: String) {
        self.problems.push(Problem {
            location: Location::Body,
            pointer: self.pointer.clone(),
            code,
            message,
        });
    }

    fn count(&mut self, count: usize, limit: Limit, what: &str) {
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

    fn text(&mut self, text: &str, limits: &[Limit]) {
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

    fn integer(&mut self, value: i128, limits: &[Limit]) {
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

    fn number(&mut self, value: f64, limits: &[Limit]) {
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

/// A value that limits can be held against. Absent and `null` values violate nothing.
pub trait Measure {
    /// Adds the limits that the value violates.
    fn measure(&self, limits: &[Limit], report: &mut Report);
}

impl Measure for str {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        report.text(self, limits);
    }
}

impl Measure for String {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        report.text(self, limits);
    }
}

macro_rules! measure_numbers {
    ($method:ident $wide:ident: $($number:ident)*) => {
        $(impl Measure for $number {
            fn measure(&self, limits: &[Limit], report: &mut Report) {
                report.$method(*self as $wide, limits);
            }
        })*
    };
}
measure_numbers!(integer i128: i8 i16 i32 i64 u8 u16 u32 u64);
measure_numbers!(number f64: f32 f64);

impl<T: Measure> Measure for Option<T> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        if let Some(value) = self {
            value.measure(limits, report);
        }
    }
}

impl<T: Measure> Measure for Maybe<T> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        if let Maybe::Value(value) = self {
            value.measure(limits, report);
        }
    }
}

impl<T: Measure + ?Sized> Measure for Box<T> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        (**self).measure(limits, report);
    }
}

impl<T: ::serde::Serialize> Measure for Vec<T> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        for limit in limits {
            match limit {
                Limit::MinItems(_) | Limit::MaxItems(_) => {
                    report.count(self.len(), *limit, "items")
                }
                Limit::UniqueItems => {
                    let mut seen = HashSet::new();
                    // Equal items have equal JSON; the text can be hashed, which the item may not.
                    if !self
                        .iter()
                        .all(|item| seen.insert(::serde_json::to_string(item).unwrap_or_default()))
                    {
                        report.add("unique_items", "must not have equal items".to_owned());
                    }
                }
                _ => {}
            }
        }
    }
}

impl<T> Measure for BTreeMap<String, T> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        report.members(self.len(), limits);
    }
}

#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! unconstrained {
    ($($name:ty),* $(,)?) => {
        $(impl validate::Validate for $name {})*
    };
}
#[allow(unused_imports)]
pub(crate) use unconstrained;

unconstrained!(
    (),
    bool,
    i8,
    i16,
    i32,
    i64,
    u8,
    u16,
    u32,
    u64,
    f32,
    f64,
    String,
    ::serde_json::Value,
);

impl<T: Validate> Validate for Option<T> {
    fn check(&self, report: &mut Report) {
        if let Some(value) = self {
            value.check(report);
        }
    }
}

impl<T: Validate> Validate for Maybe<T> {
    fn check(&self, report: &mut Report) {
        if let Maybe::Value(value) = self {
            value.check(report);
        }
    }
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    fn check(&self, report: &mut Report) {
        (**self).check(report);
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn check(&self, report: &mut Report) {
        for (index, item) in self.iter().enumerate() {
            report.nested(&index.to_string(), item);
        }
    }
}

macro_rules! tuples {
    ($(($($item:ident $index:tt)+))+) => {
        $(impl<$($item: Validate),+> Validate for ($($item,)+) {
            fn check(&self, report: &mut Report) {
                $(report.nested(stringify!($index), &self.$index);)+
            }
        })+
    };
}

tuples! {
    (A 0)
    (A 0 B 1)
    (A 0 B 1 C 2)
    (A 0 B 1 C 2 D 3)
    (A 0 B 1 C 2 D 3 E 4)
    (A 0 B 1 C 2 D 3 E 4 F 5)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11)
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    fn check(&self, report: &mut Report) {
        for (key, value) in self {
            report.nested(key, value);
        }
    }
}

/// `Validate` of a record, from one row per constrained field: `member field "key" [limits]` for limits of
/// the field itself, `nested field "key"` for what is inside it, `value [limits]` for those of the record.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! constraints {
    ($name:ident { $($row:ident $field:ident $key:literal $([$($limit:expr),* $(,)?])?),* $(,)? }) => {
        #[allow(deprecated)] // Deprecated members are checked like all others.
        impl validate::Validate for $name {
            fn check(&self, report: &mut validate::Report) {
                $(report.$row($key, &self.$field $(, &[$($limit),*])?);)*
            }
        }

        impl $name {
            /// Checks every constraint of the document.
            ///
            /// # Errors
            ///
            /// All violations, each with the JSON Pointer of its place.
            pub fn validate(&self) -> ::std::result::Result<(), validate::Violations> {
                validate::Validate::validate(self)
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use constraints;
