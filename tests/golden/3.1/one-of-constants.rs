pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Low
    ///
    /// Nobody is called.
    Low,
    /// High
    High,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Found
    Found,
    /// Gone
    Gone,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sort {
    /// `name`
    Name,
    /// `size`
    Size,
    /// A value that the document does not name.
    Unknown(String),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::text_enum::open_text_enum;
use super::super::runtime::text_enum::integer_enum;
use super::*;
use super::super::runtime::validate;

text_enum!(Level { Low = "low", High = "high" });
integer_enum!(Code { Found = 1, Gone = 2 });
open_text_enum!(Sort { Name = "name", Size = "size" });
validate::unconstrained!(Level, Code, Sort);
}
}
