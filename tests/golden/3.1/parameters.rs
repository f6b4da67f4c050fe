pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListReportsState {
    /// `open`
    Open,
    /// `closed`
    Closed,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(ListReportsState { Open = "open", Closed = "closed" });
validate::unconstrained!(ListReportsState, ::uuid::Uuid);
}
}
