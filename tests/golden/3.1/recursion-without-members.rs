pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Nest(pub Vec<Nest>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Tree(pub BTreeMap<String, Branch>);

pub type Branch = Vec<Tree>;

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// A text.
    String(String),
    /// A number.
    Number(f64),
    /// A boolean.
    Boolean(bool),
    /// A list.
    JsonList(Vec<Option<Json>>),
    /// A map.
    Object(BTreeMap<String, Option<Json>>),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::unions;
use super::super::runtime::newtype::newtype;
use super::*;
use super::super::runtime::validate;

newtype!(Nest(Vec<Nest>));
newtype!(Tree(BTreeMap<String, Branch>));
unions::union!(Json { String: Text, Number: Integer | Number, Boolean: Boolean, JsonList: List, Object: Object });
}
}
