pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A [`Created`].
    Created(Created),
    /// A [`Deleted`].
    Deleted(Deleted),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Created {
    pub kind: String,
    pub name: Option<String>,
}

constructor!(Created(kind: impl Into<String>) { kind: kind.into(), name: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    pub at: i64,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tagged;
use super::*;
use super::super::runtime::validate;

tagged::tagged_union!(Event by "kind" { Created = "created" | "renewed", Deleted = "deleted" } or trial);
record!(Created { 0 kind: required, 1 name: optional });
record!(Deleted { 0 at: required });
validate::unconstrained!(Created, Deleted);
}
}
