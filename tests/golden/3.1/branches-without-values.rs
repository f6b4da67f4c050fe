pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Label {
    pub text: Option<LabelText>,
    pub only: Option<bool>,
    pub none: Option<::serde_json::Value>,
    pub r#break: Option<LabelBreak>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum LabelText {
    /// A text.
    String(String),
    /// A number.
    Integer(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LabelBreak {
    /// `\r`
    Ud,
    /// `a\rb`
    AB,
    /// `\n`
    Ua,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::condition::{Condition, Kind};
use super::*;
use super::super::runtime::validate;

record!(Label { 0 text: optional, 1 only: optional, 2 none: optional, 3 r#break: optional "break" });
unions::union!(LabelText { String: Text, Integer: Integer });
text_enum!(LabelBreak { Ud = "\r", AB = "a\rb", Ua = "\n" });
validate::constraints!(Label { meets_optional only "only" = CONDITION_1, meets_optional none "none" = CONDITION_2 });
validate::unconstrained!(LabelBreak);

static CONDITION_1: Condition = Condition::Any(&[Condition::Kinds(&[Kind::Boolean]), Condition::Never]);

static CONDITION_2: Condition = Condition::Never;
}
}
