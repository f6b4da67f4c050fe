pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub enum Pet {
    /// A [`Cat`].
    Cat(Cat),
    /// A [`Dog`].
    Dog(Dog),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cat {
    pub kind: String,
    pub name: Option<String>,
    pub lives: Option<i64>,
}

constructor!(Cat(kind: impl Into<String>) { kind: kind.into(), name: None, lives: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Dog {
    pub kind: String,
    pub name: Option<String>,
    pub bark: Option<bool>,
}

constructor!(Dog(kind: impl Into<String>) { kind: kind.into(), name: None, bark: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tagged;
use super::*;
use super::super::runtime::validate;

tagged::tagged_union!(Pet by "kind" { Cat = "Cat", Dog = "Dog" });
record!(Cat { 0 kind: required, 1 name: optional, 2 lives: optional });
record!(Dog { 0 kind: required, 1 name: optional, 2 bark: optional });
validate::unconstrained!(Cat, Dog);
}
}
