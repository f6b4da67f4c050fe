pub mod models {
//! The types of the API.

use super::runtime::index_map::IndexMap;
use super::runtime::constructor::constructor;

/// At most 3 members.
pub type Labels = IndexMap<String, String>;

#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub name: String,
    /// At most 3 members.
    pub labels: Option<Labels>,
    pub children: Option<IndexMap<String, Node>>,
    /// The members that the document does not name.
    pub additional_properties: IndexMap<String, u64>,
}

constructor!(Node(name: impl Into<String>) {
    name: name.into(), labels: None, children: None, additional_properties: IndexMap::new()
});

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::condition::Condition;
use super::*;
use super::super::runtime::validate;

record!(Node { 0 name: required, 1 labels: optional, 2 children: optional } rest additional_properties);
validate::constraints!(Node {
    member labels "labels" [validate::Limit::MaxProperties(3)], nested children "children"
} meets CONDITION_1);

static CONDITION_1: Condition = Condition::Members(
    &[("name", Condition::All(&[])), ("labels", Condition::All(&[])), ("children", Condition::All(&[]))], &[],
    Some(&Condition::Limits(&[validate::Limit::MinimumNumber(1.0)])),
);
}
}
