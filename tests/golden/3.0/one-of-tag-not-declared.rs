pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    /// A [`Ldap`].
    Ldap(Ldap),
    /// A [`Saml`].
    Saml(Saml),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ldap {
    pub base: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Saml {
    pub audience: String,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tagged;
use super::*;
use super::super::runtime::validate;

tagged::tagged_union!(Model by "model" { Ldap = "ldap", Saml = "saml" } or trial);
record!(Ldap { 0 base: required });
record!(Saml { 0 audience: required });
validate::unconstrained!(Ldap, Saml);
}
}
