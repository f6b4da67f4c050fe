pub mod models {
//! The types of the API.

use ::uuid::Uuid;
pub use super::runtime::maybe::Maybe;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    pub name: String,
    pub owner: Option<String>,
    pub color: Option<String>,
    pub flow: Maybe<Uuid>,
}

constructor!(Thing(name: impl Into<String>, owner: Option<String>) {
    name: name.into(), owner, color: None, flow: Maybe::Absent
});

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Thing { 0 name: required, 1 owner: nullable, 2 color: optional, 3 flow: maybe });
validate::unconstrained!(Thing, ::uuid::Uuid);
}
}
