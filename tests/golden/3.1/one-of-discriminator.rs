pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub enum Challenge {
    /// A [`Password`].
    Password(Password),
    /// A [`Code`].
    Code(Code),
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Password {
    /// Default: `"ak-password"`.
    pub component: Option<String>,
    pub length: Option<i64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// Default: `"ak-code"`.
    pub component: Option<String>,
    pub device: String,
}

constructor!(Code(device: impl Into<String>) { component: None, device: device.into() });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tagged;
use super::*;
use super::super::runtime::validate;

tagged::tagged_union!(Challenge by "component" { Password = "ak-password", Code = "ak-code" });
record!(Password { 0 component: defaulted("ak-password".to_owned()), 1 length: optional });
record!(Code { 0 component: defaulted("ak-code".to_owned()), 1 device: required });
validate::unconstrained!(Password, Code);
}
}
