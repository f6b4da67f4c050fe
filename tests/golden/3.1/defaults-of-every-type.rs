pub mod models {
//! The types of the API.

use ::chrono::{DateTime, NaiveDate, Utc};
use ::std::collections::BTreeMap;
use ::uuid::Uuid;
pub use super::runtime::maybe::Maybe;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Thing {
    /// Default: `["a"]`.
    pub tags: Option<Vec<String>>,
    /// Default: `{"width":2}`.
    pub size: Option<ThingSize>,
    /// Default: `"2020-02-29"`.
    pub since: Option<NaiveDate>,
    /// Default: `"2020-02-29T00:00:00Z"`.
    pub at: Option<DateTime<Utc>>,
    /// Default: `"00000000-0000-0000-0000-000000000000"`.
    pub id: Option<Uuid>,
    /// Default: `{}`.
    pub limits: Option<BTreeMap<String, f64>>,
    /// Default: `5`.
    pub choice: Option<ThingChoice>,
    /// Default: `"none"`.
    pub note: Maybe<String>,
    /// Default: `"auto"`.
    pub fallback: Option<ThingFallback>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ThingSize {
    pub width: Option<i64>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ThingChoice {
    /// A number.
    Integer(i64),
    /// A text.
    String(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ThingFallback {
    /// `1.5`
    V1_5,
    /// `"auto"`
    Auto,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::value_enum::{self, value_enum};
use super::*;
use super::super::runtime::validate;

record!(Thing {
    0 tags: defaulted_json("[\"a\"]"), 1 size: defaulted_json("{\"width\":2}"),
    2 since: defaulted_json("\"2020-02-29\""), 3 at: defaulted_json("\"2020-02-29T00:00:00Z\""),
    4 id: defaulted_json("\"00000000-0000-0000-0000-000000000000\""), 5 limits: defaulted_json("{}"),
    6 choice: defaulted_json("5"), 7 note: maybe_defaulted("\"none\""), 8 fallback: defaulted(ThingFallback::Auto)
});
record!(ThingSize { 0 width: optional });
unions::union!(ThingChoice { Integer: Integer, String: Text });
value_enum!(ThingFallback { V1_5 = "1.5", Auto = "\"auto\"" });
validate::unconstrained!(Thing, ThingSize, ThingFallback, ::chrono::DateTime<::chrono::Utc>, ::chrono::NaiveDate, ::uuid::Uuid);
}
}
