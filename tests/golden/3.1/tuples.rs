pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

pub type Point = (f64, f64);

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub first: String,
    pub second: Option<i64>,
    /// What follows.
    pub rest: Vec<bool>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub first: i64,
    pub second: Option<i64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub from: Point,
    pub rows: Option<Vec<Row>>,
}

constructor!(Line(from: Point) { from, rows: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::tuple::{self, tuple};
use super::super::runtime::condition::Condition;
use super::*;
use super::super::runtime::validate;

tuple!(Row { first: required, second: optional } rest rest meets CONDITION_1);
tuple!(Version { first: required, second: optional } meets CONDITION_2);
record!(Line { 0 from: required, 1 rows: optional });
validate::constraints!(Line { nested rows "rows" });

static CONDITION_1: Condition = Condition::Limits(&[validate::Limit::MinItems(1)]);

static CONDITION_2: Condition = Condition::Limits(&[validate::Limit::MinItems(1), validate::Limit::MaxItems(2)]);
}
}
