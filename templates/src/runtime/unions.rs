//! Unions: the branch of a JSON value is found by the kind of the value and by its members. Only where that leaves
//! several, each is tried, and the one that keeps most of the value is taken.

use ::serde::de::{DeserializeOwned, Deserializer, Error};
use ::serde::ser::Serialize;
use ::serde_json::Value;

use super::explain;

/// The kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true`, `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Another number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
    /// All of them.
    Any,
}

impl Kind {
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(number) if number.is_i64() || number.is_u64() => Self::Integer,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::Text,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }
}

/// What a value of a branch looks like.
pub struct Rule {
    /// The branch.
    pub name: &'static str,
    /// Its kinds.
    pub kinds: &'static [Kind],
    /// A member that it has and others do not, with the values that it may have; none: any.
    pub member: Option<(&'static str, &'static [&'static str])>,
}

impl Rule {
    fn allows_kind(&self, value: &Value) -> bool {
        let kind = Kind::of(value);
        self.kinds
            .iter()
            .any(|one| *one == kind || *one == Kind::Any)
    }

    fn finds_member(&self, value: &Value) -> bool {
        self.member
            .is_some_and(|(member, texts)| match value.get(member) {
                Some(found) => texts.is_empty() || texts.contains(&&*scalar(found)),
                None => false,
            })
    }
}

/// A text as it is, all else as JSON.
pub fn scalar(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Reads a branch.
pub type Branch<T> = fn(&Value) -> Result<T, String>;

/// Reads a union by its rules, one per branch.
pub fn read<'de, D: Deserializer<'de>, T: Serialize>(
    deserializer: D,
    rules: &'static [Rule],
    branches: &[Branch<T>],
) -> Result<T, D::Error> {
    let value = <Value as ::serde::Deserialize>::deserialize(deserializer)?;
    choose(&value, rules, branches).map_err(D::Error::custom)
}

fn choose<'b, T: Serialize>(
    value: &Value,
    rules: &'static [Rule],
    branches: &'b [Branch<T>],
) -> Result<T, String> {
    let fitting: Vec<(&Rule, &'b Branch<T>)> = rules
        .iter()
        .zip(branches)
        .filter(|(rule, _)| rule.allows_kind(value))
        .collect();
    // A branch whose member is there goes before those that have none to show.
    let has_member = fitting.iter().any(|(rule, _)| rule.finds_member(value));
    let wanted = |rule: &Rule| rule.finds_member(value) || (!has_member && rule.member.is_none());
    if !fitting.iter().any(|(rule, _)| wanted(rule)) {
        return Err(unfit(value, rules, &fitting));
    }
    let (wanted, others): (Vec<_>, Vec<_>) =
        fitting.into_iter().partition(|(rule, _)| wanted(rule));
    let named = |(rule, branch): &(&Rule, &'b Branch<T>)| (rule.name, *branch);
    let others = others.iter().filter(|(rule, _)| rule.member.is_none());
    let others: Vec<_> = others.map(named).collect();
    match wanted.as_slice() {
        [(_, branch)] if others.is_empty() => branch(value),
        [(_, branch)] => preferred(value, branch, &others),
        several => tried(value, several.iter().map(named)),
    }
}

/// The branch whose member is there, or of those that have none to show, which may have that member too, the one that keeps
/// most. If none can be read, the first says why.
fn preferred<T: Serialize>(
    value: &Value,
    branch: &Branch<T>,
    others: &[(&'static str, &Branch<T>)],
) -> Result<T, String> {
    explain::quietly(|| branch(value))
        .or_else(|_| tried(value, others.iter().copied()))
        .or_else(|_| branch(value))
}

/// Why no branch may have the value.
fn unfit<T>(value: &Value, rules: &[Rule], fitting: &[(&Rule, &Branch<T>)]) -> String {
    let mut members = fitting.iter().filter_map(|(rule, _)| rule.member);
    match members.next() {
        None => {
            let wanted = rules
                .iter()
                .map(|rule| format!("{} is {:?}", rule.name, rule.kinds));
            no_branch(&wanted.collect::<Vec<_>>())
        }
        Some((first, texts)) if !texts.is_empty() && members.all(|(other, _)| other == first) => {
            let known = fitting.iter().filter_map(|(rule, _)| rule.member);
            unknown_value(
                first,
                value.get(first),
                known.flat_map(|(_, texts)| texts).copied(),
            )
        }
        Some(_) => {
            let wanted = fitting.iter().filter_map(|(rule, _)| {
                let (member, texts) = rule.member?;
                let values = if texts.is_empty() { "" } else { " is " };
                Some(format!(
                    "{} if {member}{values}{}",
                    rule.name,
                    texts.join(" or ")
                ))
            });
            no_branch(&wanted.collect::<Vec<_>>())
        }
    }
}

/// Of all branches that can be read, the first that keeps most of the value; else what each of them said.
pub fn tried<'b, T: Serialize + 'b>(
    value: &Value,
    branches: impl Iterator<Item = (&'static str, &'b Branch<T>)>,
) -> Result<T, String> {
    let mut best: Option<(usize, T)> = None;
    let mut reasons = Vec::new();
    for (name, branch) in branches {
        match explain::quietly(|| branch(value)) {
            Ok(found) => {
                let kept = ::serde_json::to_value(&found).unwrap_or_default();
                let loss = lost(value, &kept);
                if best.as_ref().is_none_or(|(least, _)| loss < *least) {
                    best = Some((loss, found));
                }
                if loss == 0 {
                    break;
                }
            }
            Err(reason) => reasons.push(format!("{name}: {reason}")),
        }
    }
    best.map(|(_, found)| found)
        .ok_or_else(|| no_branch(&reasons))
}

/// How many parts of a value are not kept.
fn lost(value: &Value, kept: &Value) -> usize {
    match (value, kept) {
        (Value::Object(members), Value::Object(kept)) => {
            let lost = |(key, value)| kept.get(key).map_or(1, |kept| lost(value, kept));
            members.iter().map(lost).sum()
        }
        (Value::Array(items), Value::Array(kept)) if items.len() == kept.len() => items
            .iter()
            .zip(kept)
            .map(|(item, kept)| lost(item, kept))
            .sum(),
        // A text or number may be written in another way.
        (value, kept) => {
            usize::from(::std::mem::discriminant(value) != ::std::mem::discriminant(kept))
        }
    }
}

/// Reads a branch from its value.
pub fn branch<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    if explain::is_active() {
        return explain::inside(value);
    }
    T::deserialize(value).map_err(|error| error.to_string())
}

/// The error for a member that is missing or stands for no branch.
pub fn unknown_value<'k>(
    member: &str,
    value: Option<&Value>,
    known: impl Iterator<Item = &'k str>,
) -> String {
    let known = known.collect::<Vec<_>>().join(", ");
    match value {
        Some(value) => format!("{member} is {value}, which is none of {known}"),
        None => format!("{member} is missing; it must be one of {known}"),
    }
}

/// The error for a value that fits no branch: what each branch said.
fn no_branch(reasons: &[String]) -> String {
    format!(
        "the value fits none of the alternatives: {}",
        reasons.join("; ")
    )
}

/// A row is `Variant: Kind | Kind`, followed by a member where one tells the branch from others: `("member")`, or
/// `("member" = "value" | "value")`. A condition of the whole comes last.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! union {
    ($name:ident { $($variant:ident: $($kind:ident)|+ $(($member:literal $(= $($text:literal)|+)?))?),* $(,)? } $(meets $condition:ident)?) => {
        impl ::serde::Serialize for $name {
            fn serialize<AnySerializer: ::serde::Serializer>(&self, serializer: AnySerializer) -> ::std::result::Result<AnySerializer::Ok, AnySerializer::Error> {
                match self { $(Self::$variant(branch) => ::serde::Serialize::serialize(branch, serializer),)* }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<AnyDeserializer: ::serde::Deserializer<'de>>(deserializer: AnyDeserializer) -> ::std::result::Result<Self, AnyDeserializer::Error> {
                unions::read(
                    deserializer,
                    &[$(unions::Rule {
                        name: ::std::stringify!($variant),
                        kinds: &[$(unions::Kind::$kind),+],
                        member: unions::member!($($member $(= $($text)|+)?)?),
                    }),*],
                    &[$(|value| unions::branch(value).map(Self::$variant)),*],
                )
            }
        }

        unions::validated_union!($name { $($variant),* } $(meets $condition)?);
    };
}
#[allow(unused_imports)]
pub(crate) use union;

/// The member of a rule.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! member {
    () => {
        ::std::option::Option::None
    };
    ($member:literal $(= $($text:literal)|+)?) => {
        ::std::option::Option::Some(($member, &[$($($text),+)?]))
    };
}
#[allow(unused_imports)]
pub(crate) use member;

/// What is inside the branch is checked, and a condition of the whole.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! validated_union {
    ($name:ident { $($variant:ident),* } $(meets $condition:ident)?) => {
        impl validate::Validate for $name {
            fn check(&self, report: &mut validate::Report) {
                match self { $(Self::$variant(branch) => validate::Validate::check(branch, report),)* }
                $(report.meets(self, &$condition);)?
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use validated_union;
