pub mod models {
//! The types of the API.

use ::uuid::Uuid;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A [`OutcomeOkTrue`].
    OkTrue(OutcomeOkTrue),
    /// A [`OutcomeOkFalse`].
    OkFalse(OutcomeOkFalse),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Contact {
    /// A [`ContactMail`].
    Mail(ContactMail),
    /// A [`ContactPhone`].
    Phone(ContactPhone),
    /// A text.
    String(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// A [`AmountValue`].
    Value(AmountValue),
    /// A number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A text.
    Uuid(Uuid),
    /// A text.
    String(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Pair {
    /// A [`Amount`].
    Amount(Amount),
    /// A list.
    PairList(Vec<Option<Pair>>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeOkTrue {
    pub ok: OutcomeOk,
    pub value: String,
}

constructor!(OutcomeOkTrue(value: impl Into<String>) { ok: OutcomeOk::True, value: value.into() });

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum OutcomeOk {
    /// `true`
    #[default]
    True,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct OutcomeOkFalse {
    pub ok: OutcomeOkFalseOk,
    pub code: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum OutcomeOkFalseOk {
    /// `false`
    #[default]
    False,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ContactMail {
    pub mail: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ContactPhone {
    pub phone: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AmountValue {
    /// `all`
    All,
    /// `none`
    None,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::text_enum::{self, text_enum};
use super::super::runtime::value_enum::{self, value_enum};
use super::*;
use super::super::runtime::validate;

unions::union!(Outcome { OkTrue: Object("ok" = "true"), OkFalse: Object("ok" = "false") });
unions::union!(Contact { Mail: Object("mail"), Phone: Object("phone"), String: Text });
unions::union!(Amount { Value: Text, Integer: Integer, Number: Number, Uuid: Text, String: Text });
unions::union!(Pair { Amount: Integer | Number | Text, PairList: List });
record!(OutcomeOkTrue { 0 ok: required, 1 value: required });
value_enum!(OutcomeOk { True = "true" });
record!(OutcomeOkFalse { 0 ok: required, 1 code: optional });
value_enum!(OutcomeOkFalseOk { False = "false" });
record!(ContactMail { 0 mail: required });
record!(ContactPhone { 0 phone: required });
text_enum!(AmountValue { All = "all", None = "none" });
validate::unconstrained!(OutcomeOkTrue, OutcomeOk, OutcomeOkFalse, OutcomeOkFalseOk, ContactMail, ContactPhone, AmountValue, ::uuid::Uuid);
}
}
