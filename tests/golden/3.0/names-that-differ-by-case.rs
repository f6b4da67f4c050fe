pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Thing {
    pub name: Option<String>,
    pub name2: Option<String>,
    pub name_uppercase: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Thing { 0 name: optional, 1 name2: optional "Name", 2 name_uppercase: optional "NAME" });
validate::unconstrained!(Thing);
}
}
