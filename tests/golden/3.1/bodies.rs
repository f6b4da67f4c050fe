pub mod models {
//! The types of the API.

use super::runtime::byte_stream::ByteStream;
use super::runtime::constructor::constructor;

#[derive(Debug, Default)]
pub struct Upload {
    pub file: Option<ByteStream>,
    /// Default: `"x"`.
    pub name: Option<String>,
    pub tags: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Login {
    pub user: String,
    pub remember: Option<bool>,
}

constructor!(Login(user: impl Into<String>) { user: user.into(), remember: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Login { 0 user: required, 1 remember: optional });
validate::unconstrained!(Upload, Login);
}
}
