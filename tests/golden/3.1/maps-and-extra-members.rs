pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ValidationError {
    pub code: Option<String>,
    /// The members that the document does not name.
    pub additional_properties: BTreeMap<String, ::serde_json::Value>,
}

pub type Errors = BTreeMap<String, Vec<ValidationError>>;

pub type Anything = ::serde_json::Value;

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(ValidationError { 0 code: optional } rest additional_properties);
validate::unconstrained!(ValidationError);
}
}
