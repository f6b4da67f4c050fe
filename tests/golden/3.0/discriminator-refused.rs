pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq)]
pub enum Mistake {
    /// A [`FieldMistake`].
    FieldMistake(FieldMistake),
    /// A [`FileMistake`].
    FileMistake(FileMistake),
}

#[derive(Clone, Debug, PartialEq)]
pub struct FieldMistake {
    pub section: FieldMistakeSection,
    pub field: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FileMistake {
    pub section: FileMistakeSection,
    pub hash: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FieldMistakeSection {
    /// `passport`
    Passport,
    /// `address`
    Address,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileMistakeSection {
    /// `passport`
    Passport,
    /// `contract`
    Contract,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

unions::union!(Mistake { FieldMistake: Object("field"), FileMistake: Object("hash") });
record!(FieldMistake { 0 section: required, 1 field: required });
record!(FileMistake { 0 section: required, 1 hash: required });
text_enum!(FieldMistakeSection { Passport = "passport", Address = "address" });
text_enum!(FileMistakeSection { Passport = "passport", Contract = "contract" });
validate::unconstrained!(FieldMistake, FileMistake, FieldMistakeSection, FileMistakeSection);
}
}
