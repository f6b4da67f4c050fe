pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ordering {
    /// `name`
    Name,
    /// `-name`
    MinusName,
    /// `ASC`
    Asc,
    /// `asc`
    AscLowercase,
    /// `static`
    Static,
    /// `1.1`
    V1_1,
    /// `6`
    V6,
    /// `NO`
    No,
    /// The empty text.
    Empty,
    /// `urn:ietf:rfc:8935`
    UrnIetfRfc8935,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// `1`
    V1,
    /// `2`
    V2,
    /// `-1`
    Minus1,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Open {
    /// `red`
    Red,
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

text_enum!(Ordering {
    Name = "name", MinusName = "-name", Asc = "ASC", AscLowercase = "asc", Static = "static", V1_1 = "1.1", V6 = "6",
    No = "NO", Empty = "", UrnIetfRfc8935 = "urn:ietf:rfc:8935"
});
integer_enum!(Level { V1 = 1, V2 = 2, Minus1 = -1 });
open_text_enum!(Open { Red = "red" });
validate::unconstrained!(Ordering, Level, Open);
}
}
