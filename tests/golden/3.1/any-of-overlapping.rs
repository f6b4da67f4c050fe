pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A [`ShapeObject`].
    Object(ShapeObject),
    /// A [`ShapeRadius`].
    Radius(ShapeRadius),
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ShapeObject {
    pub width: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ShapeRadius {
    pub width: Option<i64>,
    pub radius: Option<i64>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::*;
use super::super::runtime::validate;

unions::union!(Shape { Object: Object, Radius: Object });
record!(ShapeObject { 0 width: optional });
record!(ShapeRadius { 0 width: optional, 1 radius: optional });
validate::unconstrained!(ShapeObject, ShapeRadius);
}
}
