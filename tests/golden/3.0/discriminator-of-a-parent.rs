pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub enum Pet {
    /// A [`Cat`].
    Cat(Cat),
    /// A [`Dog`].
    Dog(Dog),
    /// A [`Puppy`].
    Puppy(Puppy),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cat {
    pub pet_type: String,
    pub name: Option<String>,
    pub lives: Option<i64>,
}

constructor!(Cat(pet_type: impl Into<String>) { pet_type: pet_type.into(), name: None, lives: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Dog {
    pub pet_type: String,
    pub name: Option<String>,
}

constructor!(Dog(pet_type: impl Into<String>) { pet_type: pet_type.into(), name: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Puppy {
    pub pet_type: String,
    pub name: Option<String>,
    pub age: i64,
}

constructor!(Puppy(pet_type: impl Into<String>, age: i64) { pet_type: pet_type.into(), name: None, age });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Owner {
    pub pet: Option<Pet>,
    pub dog: Option<Dog>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tagged;
use super::*;
use super::super::runtime::validate;

tagged::tagged_union!(Pet by "petType" { Cat = "cat", Dog = "Dog", Puppy = "Puppy" });
record!(Cat { 0 pet_type: required "petType", 1 name: optional, 2 lives: optional });
record!(Dog { 0 pet_type: required "petType", 1 name: optional });
record!(Puppy { 0 pet_type: required "petType", 1 name: optional, 2 age: required });
record!(Owner { 0 pet: optional, 1 dog: optional });
validate::unconstrained!(Cat, Dog, Puppy, Owner);
}
}
