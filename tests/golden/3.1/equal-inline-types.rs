pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pet {
    /// Who owns it.
    pub owner: Option<PetOwner>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct House {
    /// Who owns it.
    pub owner: Option<HouseOwner>,
    pub kind: Option<HouseKindModel>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Boat {
    /// Who owns the boat.
    pub owner: Option<BoatOwner>,
}

/// Who owns it.
#[derive(Clone, Debug, PartialEq)]
pub struct PetOwner {
    /// At most 20 characters.
    pub name: String,
    pub kind: Option<PetKind>,
    pub address: Option<PetAddress>,
}

constructor!(PetOwner(name: impl Into<String>) { name: name.into(), kind: None, address: None });

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PetKind {
    /// `person`
    Person,
    /// `shop`
    Shop,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct PetAddress {
    pub street: Option<String>,
}

/// Who owns it.
pub type HouseOwner = PetOwner;

pub type HouseKind = PetKind;

pub type HouseAddress = PetAddress;

pub type HouseKindModel = PetKind;

/// Who owns the boat.
#[derive(Clone, Debug, PartialEq)]
pub struct BoatOwner {
    /// At most 20 characters.
    pub name: String,
    pub kind: Option<BoatKind>,
    pub address: Option<BoatAddress>,
}

constructor!(BoatOwner(name: impl Into<String>) { name: name.into(), kind: None, address: None });

pub type BoatKind = PetKind;

pub type BoatAddress = PetAddress;

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Pet { 0 owner: optional });
record!(House { 0 owner: optional, 1 kind: optional });
record!(Boat { 0 owner: optional });
record!(PetOwner { 0 name: required, 1 kind: optional, 2 address: optional });
text_enum!(PetKind { Person = "person", Shop = "shop" });
record!(PetAddress { 0 street: optional });
record!(BoatOwner { 0 name: required, 1 kind: optional, 2 address: optional });
validate::constraints!(Pet { nested owner "owner" });
validate::constraints!(House { nested owner "owner" });
validate::constraints!(Boat { nested owner "owner" });
validate::constraints!(PetOwner { member name "name" [validate::Limit::MaxLength(20)] });
validate::constraints!(BoatOwner { member name "name" [validate::Limit::MaxLength(20)] });
validate::unconstrained!(PetKind, PetAddress);
}
}
