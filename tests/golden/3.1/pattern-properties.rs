pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

pub type Headers = BTreeMap<String, String>;

pub type Mixed = BTreeMap<String, MixedValue>;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Named {
    pub id: Option<i64>,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, ::serde_json::Value>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Open {
    pub id: Option<i64>,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, OpenValue>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum MixedValue {
    /// A number.
    Integer(i64),
    /// A text.
    String(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum OpenValue {
    /// A boolean.
    Boolean(bool),
    /// A text.
    String(String),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::pattern::Pattern;
use super::super::runtime::condition::{Condition, Kind};
use super::*;
use super::super::runtime::validate;

record!(Named { 0 id: optional } rest additional_properties);
record!(Open { 0 id: optional } rest additional_properties);
unions::union!(MixedValue { Integer: Integer, String: Text });
unions::union!(OpenValue { Boolean: Boolean, String: Text });
validate::constraints!(Named {} meets CONDITION_1);
validate::constraints!(Open {} meets CONDITION_2);

static CONDITION_1: Condition = Condition::Members(
    &[("id", Condition::Kinds(&[Kind::Integer]))],
    &[
        (
            {
                static PATTERN: Pattern = Pattern::new("^x-");
                &PATTERN
            },
            Condition::Kinds(&[Kind::Boolean]),
        ),
    ],
    None,
);

static CONDITION_2: Condition = Condition::Members(
    &[("id", Condition::Kinds(&[Kind::Integer]))],
    &[
        (
            {
                static PATTERN: Pattern = Pattern::new("^x-");
                &PATTERN
            },
            Condition::Kinds(&[Kind::Boolean]),
        ),
    ],
    Some(&Condition::Kinds(&[Kind::Text])),
);
}
}
