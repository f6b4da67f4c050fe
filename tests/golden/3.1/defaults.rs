pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Color {
    /// `red`
    Red,
    /// `blue`
    Blue,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ThingRequest {
    /// Default: `3`.
    pub size: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Thing {
    /// Default: `3`.
    pub size: Option<i64>,
    /// Default: `"none"`.
    pub name: Option<String>,
    /// Default: `true`.
    pub shiny: Option<bool>,
    /// Default: `"blue"`.
    pub color: Option<Color>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(Color { Red = "red", Blue = "blue" });
record!(ThingRequest { 0 size: optional });
record!(Thing {
    0 size: defaulted(3), 1 name: defaulted("none".to_owned()), 2 shiny: defaulted(true),
    3 color: defaulted(Color::Blue)
});
validate::unconstrained!(Color, ThingRequest, Thing);
}
}
