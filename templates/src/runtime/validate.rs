//! Constraints beyond types: lengths, counts, ranges, patterns; all violations of a value at once.

use ::std::collections::BTreeMap;
use ::std::fmt;

use super::maybe::Maybe;
use super::problem::Problem;
pub use super::report::{Limit, Matcher, Report};
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
        report.into_problems()
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
                Limit::UniqueItems => report.unique(
                    self.iter()
                        .map(|item| ::serde_json::to_value(item).unwrap_or_default()),
                ),
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
/// the field itself, `nested field "key"` for what is inside it, `meets_member field "key" = CONDITION` for a condition of
/// its JSON (`meets_optional` where it may be absent). A condition of the record comes last.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! constraints {
    ($name:ident { $($row:ident $field:ident $key:literal $([$($limit:expr),* $(,)?])? $(= $condition:ident)?),* $(,)? } $(meets $whole:ident)?) => {
        #[allow(deprecated)] // Deprecated members are checked like all others.
        impl validate::Validate for $name {
            fn check(&self, report: &mut validate::Report) {
                $(report.$row($key, &self.$field $(, &[$($limit),*])? $(, &$condition)?);)*
                $(report.meets(self, &$whole);)?
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
