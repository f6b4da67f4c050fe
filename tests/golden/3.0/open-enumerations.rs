pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// `new`
    New,
    /// `done`
    Done,
    /// A value that the document does not name.
    Unknown(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// `1`
    V1,
    /// `2`
    V2,
    /// A value that the document does not name.
    Unknown(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Closed {
    /// `yes`
    Yes,
    /// `no`
    No,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Color {
    /// `red`
    Red,
    /// A value that the document does not name.
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Task {
    pub status: Option<Status>,
    pub kind: Option<TaskKind>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TaskKind {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that the document does not name.
    Unknown(String),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::text_enum::open_text_enum;
use super::super::runtime::open_integer::open_integer_enum;
use super::*;
use super::super::runtime::validate;

open_text_enum!(Status { New = "new", Done = "done" });
open_integer_enum!(Level { V1 = 1, V2 = 2 });
text_enum!(Closed { Yes = "yes", No = "no" });
open_text_enum!(Color { Red = "red" });
record!(Task { 0 status: optional, 1 kind: optional });
open_text_enum!(TaskKind { Small = "small", Large = "large" });
validate::unconstrained!(Status, Level, Closed, Color, Task, TaskKind);
}
}
