pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq, PartialOrd, Copy, Ord, Eq, Hash)]
pub struct Point {
    pub x: i64,
    pub y: Option<i64>,
}

constructor!(Point(x: i64) { x, y: None });

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// `left`
    Left,
    /// `right`
    Right,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// A [`Point`].
    Point(Point),
    /// A [`Side`].
    Side(Side),
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Point { 0 x: required, 1 y: optional });
text_enum!(Side { Left = "left", Right = "right" });
unions::union!(Way { Point: Object, Side: Text });
validate::unconstrained!(Point, Side);
}
}
