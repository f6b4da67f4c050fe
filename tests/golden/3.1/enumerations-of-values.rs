pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mixed {
    /// `"auto"`
    Auto,
    /// `1`
    V1,
    /// `1.5`
    V1_5,
    /// `true`
    True,
    /// `{"a":1}`
    A1,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Moment {
    /// `0`
    V0,
    /// `3000000000`
    V3000000000,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ratio {
    /// `0.5`
    V0_5,
    /// `1`
    V1,
    /// `2`
    V2,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    pub kind: ThingKind,
    pub version: ThingVersion,
    pub fixed: Option<ThingFixed>,
    pub name: String,
    pub mixed: Option<Mixed>,
}

constructor!(Thing(name: impl Into<String>, mixed: Option<Mixed>) {
    kind: ThingKind::Thing, version: ThingVersion::V3, fixed: None, name: name.into(), mixed
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ThingKind {
    /// `thing`
    #[default]
    Thing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ThingVersion {
    /// `3`
    #[default]
    V3,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ThingFixed {
    /// `true`
    #[default]
    True,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::value_enum::{self, value_enum};
use super::super::runtime::text_enum::integer_enum;
use super::*;
use super::super::runtime::validate;

value_enum!(Mixed { Auto = "\"auto\"", V1 = "1", V1_5 = "1.5", True = "true", A1 = "{\"a\":1}" });
integer_enum!(Moment { V0 = 0, V3000000000 = 3000000000 });
value_enum!(Ratio { V0_5 = "0.5", V1 = "1", V2 = "2" });
record!(Thing { 0 kind: required, 1 version: required, 2 fixed: optional, 3 name: required, 4 mixed: nullable });
text_enum!(ThingKind { Thing = "thing" });
integer_enum!(ThingVersion { V3 = 3 });
value_enum!(ThingFixed { True = "true" });
validate::unconstrained!(Mixed, Moment, Ratio, Thing, ThingKind, ThingVersion, ThingFixed);
}
}
