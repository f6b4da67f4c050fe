pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Base {
    pub id: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Closed {
    pub id: Option<i64>,
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Depending {
    pub kind: Option<String>,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, ::serde_json::Value>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pair {
    pub first: Option<String>,
    pub second: Option<i64>,
    /// What follows.
    pub rest: Vec<::serde_json::Value>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Limited {
    /// A [`LimitedValue`].
    Value(LimitedValue),
    /// A [`LimitedObject`].
    Object(LimitedObject),
}

#[derive(Clone, Debug, PartialEq)]
pub struct LimitedValue {
    /// At least 1.
    pub size: u64,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, ::serde_json::Value>,
}

constructor!(LimitedValue(size: u64) { size, additional_properties: BTreeMap::new() });

#[derive(Clone, Debug, PartialEq)]
pub struct LimitedObject {
    /// At least 1.
    pub size: Option<u64>,
    pub more: ::serde_json::Value,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, ::serde_json::Value>,
}

constructor!(LimitedObject(more: ::serde_json::Value) { size: None, more, additional_properties: BTreeMap::new() });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tuple::{self, tuple};
use super::super::runtime::condition::{Condition, Kind};
use super::*;
use super::super::runtime::validate;

record!(Base { 0 id: optional });
record!(Closed { 0 id: optional, 1 name: optional }; closed);
record!(Depending { 0 kind: optional } rest additional_properties);
tuple!(Pair { first: optional, second: optional } rest rest meets CONDITION_2);
unions::union!(Limited { Value: Object, Object: Object("more") } meets CONDITION_3);
record!(LimitedValue { 0 size: required } rest additional_properties);
record!(LimitedObject { 0 size: optional, 1 more: required } rest additional_properties);
validate::constraints!(Depending {} meets CONDITION_1);
validate::constraints!(LimitedValue { member size "size" [validate::Limit::Minimum(1)] });
validate::constraints!(LimitedObject { member size "size" [validate::Limit::Minimum(1)] });
validate::unconstrained!(Base, Closed);

static CONDITION_1: Condition = Condition::Rest(
    &Condition::All(
        &[
            Condition::Kinds(&[Kind::Object]),
            Condition::Members(&[("kind", Condition::Kinds(&[Kind::Text]))], &[], None),
            Condition::If(
                &Condition::Required(&["kind"]), &Condition::Members(&[("detail", Condition::All(&[]))], &[], None),
                &Condition::All(&[]),
            ),
        ],
    ),
    Some(&Condition::Never),
    None,
);

static CONDITION_2: Condition = Condition::Rest(
    &Condition::All(
        &[
            Condition::Kinds(&[Kind::List]),
            Condition::Items(&[Condition::Kinds(&[Kind::Text]), Condition::Kinds(&[Kind::Integer])], None),
        ],
    ),
    None,
    Some(&Condition::Never),
);

static CONDITION_3: Condition = Condition::Rest(
    &Condition::All(
        &[
            Condition::Kinds(&[Kind::Object]),
            Condition::Any(
                &[
                    Condition::Required(&["size"]),
                    Condition::All(
                        &[
                            Condition::Required(&["more"]),
                            Condition::Members(&[("more", Condition::All(&[]))], &[], None),
                        ],
                    ),
                ],
            ),
            Condition::Members(
                &[
                    (
                        "size",
                        Condition::All(
                            &[
                                Condition::Kinds(&[Kind::Integer]),
                                Condition::Limits(&[validate::Limit::MinimumNumber(1.0)]),
                            ],
                        ),
                    ),
                ],
                &[],
                None,
            ),
        ],
    ),
    Some(&Condition::Never),
    None,
);
}
}
