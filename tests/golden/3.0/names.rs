pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct OptionModel {
    pub r#type: Option<String>,
    pub self_: Option<String>,
    pub n1: Option<i64>,
    pub minus_v1: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ModelRequest {
    pub user_name: Option<String>,
    pub user_name_lowercase: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ModelRequestModel {
    pub a: String,
}

pub type StringModel = String;

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(OptionModel {
    0 r#type: optional "type", 1 self_: optional "self", 2 n1: optional "+1", 3 minus_v1: optional "-1"
});
record!(ModelRequest { 0 user_name: optional "userName", 1 user_name_lowercase: optional "user_name" });
record!(ModelRequestModel { 0 a: required });
validate::unconstrained!(OptionModel, ModelRequest, ModelRequestModel);
}
}
