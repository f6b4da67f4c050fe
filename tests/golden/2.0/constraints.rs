pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// At least 1 character; at most 30 characters; matches `^[\w.@+-]+$`.
    pub name: String,
    pub score: Option<i64>,
    /// At least 1; at most 65535.
    pub port: Option<i32>,
    /// More than 0; a multiple of 0.5.
    pub ratio: Option<f64>,
    /// At most 3 items; no two items are equal.
    pub tags: Option<Vec<String>>,
    pub owner: Option<Box<Account>>,
}

constructor!(Account(name: impl Into<String>) {
    name: name.into(), score: None, port: None, ratio: None, tags: None, owner: None
});

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::pattern::Pattern;
use super::*;
use super::super::runtime::validate;

record!(Account {
    0 name: required, 1 score: optional, 2 port: optional, 3 ratio: optional, 4 tags: optional, 5 owner: optional
});
validate::constraints!(Account {
    member name "name" [
        validate::Limit::MinLength(1), validate::Limit::MaxLength(30),
        validate::Limit::Pattern({ static PATTERN: Pattern = Pattern::new("^[\\w.@+-]+$"); &PATTERN })
    ],
    member port "port" [validate::Limit::Minimum(1), validate::Limit::Maximum(65535)],
    member ratio "ratio" [validate::Limit::ExclusiveMinimum(0.0), validate::Limit::MultipleOf(0.5)],
    member tags "tags" [validate::Limit::MaxItems(3), validate::Limit::UniqueItems], nested owner "owner"
});
}
}
