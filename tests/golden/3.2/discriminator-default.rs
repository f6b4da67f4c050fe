pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub enum Animal {
    /// A [`Cat`].
    Cat(Cat),
    /// A [`Dog`].
    Dog(Dog),
    /// A [`Other`].
    Other(Other),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cat {
    pub kind: CatKind,
    pub lives: i64,
}

constructor!(Cat(lives: i64) { kind: CatKind::Cat, lives });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Dog {
    pub kind: DogKind,
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Other {
    pub kind: Option<String>,
    pub legs: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum CatKind {
    /// `cat`
    #[default]
    Cat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum DogKind {
    /// `dog`
    #[default]
    Dog,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tagged;
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

tagged::tagged_union!(Animal by "kind" { Cat = "cat", Dog = "dog", Other } else Other);
record!(Cat { 0 kind: required, 1 lives: required });
record!(Dog { 0 kind: required, 1 name: optional });
record!(Other { 0 kind: optional, 1 legs: optional });
text_enum!(CatKind { Cat = "cat" });
text_enum!(DogKind { Dog = "dog" });
validate::unconstrained!(Cat, Dog, Other, CatKind, DogKind);
}
}
