pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Nest(pub Vec<Nest>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Tree(pub BTreeMap<String, Branch>);

pub type Branch = Vec<Tree>;

#[derive(Clone, Debug, PartialEq)]
pub struct Link(pub Box<(LinkItem1, Option<Link>)>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Twigs {
    /// At least 1 item.
    pub twig: Option<Nest>,
    /// At most 1 member.
    pub tree: Option<FullTree>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct FullTree(pub BTreeMap<String, FullTree>);

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

#[derive(Clone, Debug, PartialEq)]
pub enum LinkItem1 {
    /// A text.
    String(String),
    /// A number.
    Integer(i64),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::newtype::newtype;
use super::super::runtime::condition::Condition;
use super::*;
use super::super::runtime::validate;

newtype!(Nest(Vec<Nest>));
newtype!(Tree(BTreeMap<String, Branch>));
newtype!(Link(Box<(LinkItem1, Option<Link>,)>) meets CONDITION_1);
record!(Twigs { 0 twig: optional, 1 tree: optional });
newtype!(FullTree(BTreeMap<String, FullTree>) meets CONDITION_3);
unions::union!(Json { String: Text, Number: Integer | Number, Boolean: Boolean, JsonList: List, Object: Object });
unions::union!(LinkItem1 { String: Text, Integer: Integer });
validate::constraints!(Twigs { meets_optional twig "twig" = CONDITION_2, nested tree "tree" });

static CONDITION_1: Condition = Condition::Limits(&[validate::Limit::MinItems(2)]);

static CONDITION_2: Condition = Condition::Limits(&[validate::Limit::MinItems(1)]);

static CONDITION_3: Condition = Condition::Limits(&[validate::Limit::MaxProperties(1)]);
}
}
