pub mod models {
//! The types of the API.

pub use super::runtime::maybe::Maybe;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    pub a: Option<String>,
    pub b: Option<Other>,
    pub c: Option<ThingC>,
    pub d: (),
    pub e: (),
    pub f: Vec<Option<i64>>,
    pub g: Option<()>,
}

constructor!(Thing(
    a: Option<String>, b: Option<Other>, c: Option<ThingC>, d: (), e: (), f: Vec<Option<i64>>
) { a, b, c, d, e, f, g: None });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Other {
    pub n: Maybe<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ThingC {
    /// `x`
    #[default]
    X,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Thing {
    0 a: nullable, 1 b: nullable, 2 c: nullable, 3 d: required, 4 e: required, 5 f: required, 6 g: optional
});
record!(Other { 0 n: maybe });
text_enum!(ThingC { X = "x" });
validate::unconstrained!(Thing, Other, ThingC);
}
}
