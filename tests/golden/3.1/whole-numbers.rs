pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Numbers {
    pub plain: Option<i64>,
    pub count: Option<u64>,
    pub wide: Option<u64>,
    pub huge: Option<i128>,
    pub rounded: Option<i64>,
    pub small: Option<u8>,
    pub address: Option<::std::net::IpAddr>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Numbers {
    0 plain: optional, 1 count: optional, 2 wide: optional, 3 huge: optional, 4 rounded: optional, 5 small: optional,
    6 address: optional
});
validate::unconstrained!(Numbers);
}
}
