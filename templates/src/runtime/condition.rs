//! Conditions that no type can keep, held against the JSON of a value: tables of the document, and what they mean
//! (JSON Schema 2020-12, core, sections 10 and 11, and validation, section 6).

use ::serde::Serialize;
use ::serde_json::Value;
use ::std::collections::BTreeSet;

use super::report::{Limit, Matcher, Report};

/// One kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// True or false.
    Boolean,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Kind {
    fn fits(self, value: &Value) -> bool {
        match self {
            Self::Null => value.is_null(),
            Self::Boolean => value.is_boolean(),
            Self::Integer => is_whole(value),
            Self::Number => value.is_number(),
            Self::Text => value.is_string(),
            Self::List => value.is_array(),
            Self::Object => value.is_object(),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "a whole number",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

/// `1.0` is a whole number too.
fn is_whole(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// What a value must satisfy.
pub enum Condition {
    /// Nothing satisfies it.
    Never,
    /// It is of one of these kinds.
    Kinds(&'static [Kind]),
    /// It is one of these, which are JSON.
    Values(&'static [&'static str]),
    /// It keeps these limits.
    Limits(&'static [Limit]),
    /// It does not satisfy the other.
    Not(&'static Condition),
    /// It satisfies all.
    All(&'static [Condition]),
    /// It satisfies at least one.
    Any(&'static [Condition]),
    /// It satisfies exactly one.
    One(&'static [Condition]),
    /// If it satisfies the first, it satisfies the second, else the third.
    If(&'static Condition, &'static Condition, &'static Condition),
    /// It has these members.
    Required(&'static [&'static str]),
    /// If it has this member, it satisfies the other.
    With(&'static str, &'static Condition),
    /// The keys of its members satisfy the other.
    Keys(&'static Condition),
    /// Its members satisfy these: by name, by what their keys match, and all that neither speaks of.
    Members(
        &'static [(&'static str, Condition)],
        &'static [(&'static dyn Matcher, Condition)],
        Option<&'static Condition>,
    ),
    /// Its items satisfy these: the first ones, and the others.
    Items(&'static [Condition], Option<&'static Condition>),
    /// So many of its items satisfy the other: at least, and at most.
    Contains(&'static Condition, u64, u64),
    /// It satisfies the first; members that this does not speak of satisfy the second, and items the third.
    Rest(
        &'static Condition,
        Option<&'static Condition>,
        Option<&'static Condition>,
    ),
    /// It is `null`, or satisfies the other.
    OrNull(&'static Condition),
    /// It satisfies another one, which may lead back to this one.
    Same(&'static Condition),
}

/// How often conditions may lead to one another for one value. A condition that needs itself for the same value says nothing.
const DEPTH: usize = 100;

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

impl Report {
    /// Checks a condition of the value.
    pub fn meets<T: Serialize + ?Sized>(&mut self, value: &T, condition: &'static Condition) {
        // A value that cannot be written as JSON will not be sent either.
        if let Ok(value) = ::serde_json::to_value(value) {
            self.holds(&value, condition);
        }
    }

    /// Checks a condition of one member, which is there.
    pub fn meets_member<T: Serialize + ?Sized>(
        &mut self,
        key: &str,
        value: &T,
        condition: &'static Condition,
    ) {
        self.at(key, |report| report.meets(value, condition));
    }

    /// Checks a condition of one member, if it is there.
    pub fn meets_optional<T: Serialize + ?Sized>(
        &mut self,
        key: &str,
        value: &T,
        condition: &'static Condition,
    ) {
        self.at(key, |report| match ::serde_json::to_value(value) {
            Ok(Value::Null) | Err(_) => {}
            Ok(value) => report.holds(&value, condition),
        });
    }

    fn holds(&mut self, value: &Value, condition: &'static Condition) {
        let mut found = self.aside();
        condition.check(value, &mut found, 0);
        // What a condition says about fields, their own limits may have said too.
        self.add_new(found);
    }
}

impl Condition {
    /// Whether the value satisfies it, and what it then speaks of.
    fn holds(&self, value: &Value, depth: usize) -> Option<Spoken> {
        let mut scratch = Report::default();
        let spoken = self.check(value, &mut scratch, depth);
        scratch.is_empty().then_some(spoken)
    }

    /// Adds what is violated, and says which members and items it speaks of.
    fn check(&self, value: &Value, report: &mut Report, depth: usize) -> Spoken {
        match self {
            Self::Never => report.add("not_allowed", "must not be there".to_owned()),
            Self::Kinds(kinds) => check_kinds(kinds, value, report),
            Self::Values(texts) => check_values(texts, value, report),
            Self::Limits(limits) => check_limits(limits, value, report),
            Self::Not(other) => {
                if other.holds(value, depth).is_some() {
                    report.add("not", "is what it must not be".to_owned());
                }
            }
            Self::Required(keys) => check_required(keys, value, report),
            Self::Keys(other) => check_keys(other, value, report, depth),
            Self::All(all) => {
                let mut spoken = Spoken::default();
                all.iter()
                    .for_each(|one| spoken.add(one.check(value, report, depth)));
                return spoken;
            }
            Self::Any(any) => return check_any(any, value, report, depth),
            Self::One(one) => return check_one(one, value, report, depth),
            Self::If(this, then, otherwise) => {
                return match this.holds(value, depth) {
                    Some(mut spoken) => {
                        spoken.add(then.check(value, report, depth));
                        spoken
                    }
                    None => otherwise.check(value, report, depth),
                };
            }
            Self::With(key, other) if value.get(*key).is_some() => {
                return other.check(value, report, depth);
            }
            Self::Members(named, patterns, others) => {
                return check_members(named, patterns, *others, value, report, depth);
            }
            Self::Items(first, others) => {
                return check_items(first, *others, value, report, depth);
            }
            Self::Contains(item, minimum, maximum) => {
                return check_contains(item, *minimum, *maximum, value, report, depth);
            }
            Self::Rest(first, members, items) => {
                let mut spoken = first.check(value, report, depth);
                check_rest(&mut spoken, *members, *items, value, report, depth);
                return spoken;
            }
            Self::OrNull(other) if !value.is_null() => return other.check(value, report, depth),
            Self::Same(other) if depth < DEPTH => return other.check(value, report, depth + 1),
            Self::With(..) | Self::OrNull(_) | Self::Same(_) => {}
        }
        Spoken::default()
    }
}

fn check_kinds(kinds: &[Kind], value: &Value, report: &mut Report) {
    if !kinds.iter().any(|kind| kind.fits(value)) {
        let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
        report.add("type", format!("must be {}", words.join(" or ")));
    }
}

fn check_values(texts: &[&str], value: &Value, report: &mut Report) {
    let is_value = |text: &&str| {
        ::serde_json::from_str(text).is_ok_and(|allowed: Value| is_equal(&allowed, value))
    };
    if !texts.iter().any(is_value) {
        report.add("value", format!("must be one of {}", texts.join(", ")));
    }
}

fn check_limits(limits: &[Limit], value: &Value, report: &mut Report) {
    let (count, what) = match value {
        Value::String(text) => return report.text(text, limits),
        Value::Number(number) => {
            let integer = number.as_i64().map(i128::from);
            return match integer.or(number.as_u64().map(i128::from)) {
                Some(integer) => report.integer(integer, limits),
                None => report.number(number.as_f64().unwrap_or_default(), limits),
            };
        }
        Value::Array(list) => (list.len(), "items"),
        Value::Object(object) => (object.len(), "members"),
        Value::Null | Value::Bool(_) => return,
    };
    for limit in limits {
        match (limit, value) {
            (Limit::UniqueItems, Value::Array(list)) => report.unique(list.iter().cloned()),
            (Limit::MinItems(_) | Limit::MaxItems(_), Value::Array(_))
            | (Limit::MinProperties(_) | Limit::MaxProperties(_), Value::Object(_)) => {
                report.count(count, *limit, what);
            }
            _ => {}
        }
    }
}

/// Whether two values are the same to JSON: `1` and `1.0` are.
fn is_equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || (left.is_f64() != right.is_f64() && left.as_f64() == right.as_f64())
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(a, b)| is_equal(a, b))
        }
        (Value::Object(left), Value::Object(right)) => {
            let is_same =
                |(key, a): (&String, &Value)| right.get(key).is_some_and(|b| is_equal(a, b));
            left.len() == right.len() && left.iter().all(is_same)
        }
        _ => one == other,
    }
}

fn check_required(keys: &[&str], value: &Value, report: &mut Report) {
    let Some(object) = value.as_object() else {
        return;
    };
    for key in keys.iter().filter(|key| !object.contains_key(**key)) {
        report.add("required", format!("must have the member `{key}`"));
    }
}

fn check_keys(other: &Condition, value: &Value, report: &mut Report, depth: usize) {
    for key in value
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys())
    {
        let mut scratch = Report::default();
        other.check(&Value::String(key.clone()), &mut scratch, depth);
        if let Some(problem) = scratch.first() {
            report.add("key", format!("the key `{key}` {}", problem.message));
        }
    }
}

fn check_any(any: &[Condition], value: &Value, report: &mut Report, depth: usize) -> Spoken {
    let mut spoken: Option<Spoken> = None;
    for found in any.iter().filter_map(|one| one.holds(value, depth)) {
        spoken.get_or_insert_default().add(found);
    }
    if spoken.is_none() {
        report.add("any_of", "fits none of the alternatives".to_owned());
    }
    spoken.unwrap_or_default()
}

fn check_one(one: &[Condition], value: &Value, report: &mut Report, depth: usize) -> Spoken {
    let mut fitting = one.iter().filter_map(|one| one.holds(value, depth));
    let first = fitting.next();
    let others = fitting.count();
    if first.is_none() {
        report.add("one_of", "fits none of the alternatives".to_owned());
    } else if others > 0 {
        let message = format!("fits {} alternatives, must fit exactly one", others + 1);
        report.add("one_of", message);
    }
    first.unwrap_or_default()
}

fn check_members(
    named: &[(&str, Condition)],
    patterns: &[(&dyn Matcher, Condition)],
    others: Option<&Condition>,
    value: &Value,
    report: &mut Report,
    depth: usize,
) -> Spoken {
    let mut spoken = Spoken::default();
    for (key, member) in value.as_object().into_iter().flatten() {
        let by_name = named
            .iter()
            .filter(|(name, _)| name == key)
            .map(|(_, one)| one);
        let by_pattern = patterns.iter().filter(|(pattern, _)| pattern.matches(key));
        let mut applied: Vec<&Condition> = by_name.chain(by_pattern.map(|(_, one)| one)).collect();
        if applied.is_empty() {
            applied.extend(others);
        }
        for condition in &applied {
            report.at(key, |report| drop(condition.check(member, report, depth)));
        }
        if !applied.is_empty() {
            spoken.members.insert(key.clone());
        }
    }
    spoken
}

fn check_items(
    first: &[Condition],
    others: Option<&Condition>,
    value: &Value,
    report: &mut Report,
    depth: usize,
) -> Spoken {
    let mut spoken = Spoken::default();
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        if let Some(condition) = first.get(index).or(others) {
            report.at(&index.to_string(), |report| {
                drop(condition.check(item, report, depth))
            });
            spoken.items.insert(index);
        }
    }
    spoken
}

fn check_contains(
    item: &Condition,
    minimum: u64,
    maximum: u64,
    value: &Value,
    report: &mut Report,
    depth: usize,
) -> Spoken {
    let mut spoken = Spoken::default();
    let Some(list) = value.as_array() else {
        return spoken;
    };
    let fits = |(_, one): &(usize, &Value)| item.holds(one, depth).is_some();
    spoken
        .items
        .extend(list.iter().enumerate().filter(fits).map(|(index, _)| index));
    let count = spoken.items.len() as u64;
    if count < minimum {
        let message = format!("must have at least {minimum} items of a certain kind, has {count}");
        report.add("contains", message);
    } else if count > maximum {
        let message = format!("must have at most {maximum} items of a certain kind, has {count}");
        report.add("contains", message);
    }
    spoken
}

/// Members and items that nothing spoke of yet.
fn check_rest(
    spoken: &mut Spoken,
    members: Option<&Condition>,
    items: Option<&Condition>,
    value: &Value,
    report: &mut Report,
    depth: usize,
) {
    let mut new = Spoken::default();
    if let (Some(condition), Some(object)) = (members, value.as_object()) {
        for (key, member) in object
            .iter()
            .filter(|(key, _)| !spoken.members.contains(*key))
        {
            report.at(key, |report| drop(condition.check(member, report, depth)));
            new.members.insert(key.clone());
        }
    }
    if let (Some(condition), Some(list)) = (items, value.as_array()) {
        let all = list.iter().enumerate();
        for (index, item) in all.filter(|(index, _)| !spoken.items.contains(index)) {
            report.at(&index.to_string(), |report| {
                drop(condition.check(item, report, depth))
            });
            new.items.insert(index);
        }
    }
    spoken.add(new);
}
