pub mod models {
//! The types of the API.

use ::chrono::{DateTime, NaiveDate, Utc};
use ::uuid::Uuid;
use super::runtime::base64::Base64;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Formats {
    pub id: Option<Uuid>,
    pub at: Option<DateTime<Utc>>,
    pub day: Option<NaiveDate>,
    pub link: Option<String>,
    pub mail: Option<String>,
    pub data: Option<Base64>,
    pub small: Option<i32>,
    pub big: Option<i64>,
    pub count: Option<u64>,
    pub single: Option<f32>,
    pub double: Option<f64>,
    pub address: Option<::std::net::Ipv4Addr>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Formats {
    0 id: optional, 1 at: optional, 2 day: optional, 3 link: optional, 4 mail: optional, 5 data: optional,
    6 small: optional, 7 big: optional, 8 count: optional, 9 single: optional, 10 double: optional, 11 address: optional
});
validate::unconstrained!(Formats, ::chrono::DateTime<::chrono::Utc>, ::chrono::NaiveDate, ::uuid::Uuid);
}
}
