pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    String(String),
    /// A number.
    Number(f64),
    /// A boolean.
    Boolean(bool),
    /// A list.
    List(Vec<i64>),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::unions;
use super::*;
use super::super::runtime::validate;

unions::union!(Value { String: Text, Number: Integer | Number, Boolean: Boolean, List: List });
}
}
