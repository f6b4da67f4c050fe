pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ByPosition {
    /// Hardly any.
    Low,
    /// A lot.
    HighValue,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ByValue {
    /// The first.
    A,
    /// `b`
    Bravo,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Holder {
    pub mode: Option<PowerMode>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Open {
    /// `1`
    V1,
    /// `2`
    V2,
    /// A value that the document does not name.
    Unknown(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PowerMode {
    /// No power.
    Off,
    /// `1`
    On,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::text_enum::integer_enum;
use super::super::runtime::open_integer::open_integer_enum;
use super::*;
use super::super::runtime::validate;

integer_enum!(ByPosition { Low = 10, HighValue = 20 });
text_enum!(ByValue { A = "a", Bravo = "b" });
record!(Holder { 0 mode: optional });
open_integer_enum!(Open { V1 = 1, V2 = 2 });
text_enum!(PowerMode { Off = "0", On = "1" });
validate::unconstrained!(ByPosition, ByValue, Holder, Open, PowerMode);
}
}
