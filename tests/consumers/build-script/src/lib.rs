//! A crate in edition 2021 whose client is made by its build script.

#![deny(warnings)]

/// The generated code.
pub mod api {
    include!(concat!(env!("OUT_DIR"), "/pets.rs"));
}

/// Uses what was generated.
pub fn pet(name: &str) -> api::models::Pet {
    api::models::Pet::new(name)
}
