pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub name: String,
    pub parent: Option<Box<Node>>,
    pub children: Option<Vec<Node>>,
}

constructor!(Node(name: impl Into<String>) { name: name.into(), parent: None, children: None });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Tree(pub BTreeMap<String, Tree>);

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::newtype::newtype;
use super::*;
use super::super::runtime::validate;

record!(Node { 0 name: required, 1 parent: optional, 2 children: optional });
newtype!(Tree(BTreeMap<String, Tree>));
validate::unconstrained!(Node);
}
}
