pub mod models {
//! The types of the API.

pub use super::runtime::maybe::Maybe;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// `proxy`
    Proxy,
    /// `forward_single`
    ForwardSingle,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Provider {
    /// How it takes part.
    pub mode: Option<Mode>,
    pub fallback: Maybe<Mode>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(Mode { Proxy = "proxy", ForwardSingle = "forward_single" });
record!(Provider { 0 mode: optional, 1 fallback: maybe });
validate::unconstrained!(Mode, Provider);
}
}
