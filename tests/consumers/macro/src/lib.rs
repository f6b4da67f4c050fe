//! A crate in edition 2024 whose server is made by a macro.

#![deny(warnings)]

/// The generated code.
pub mod api {
    specwright::include_api! { spec = "specs/pets.yaml", generate = [models, server], tags = ["pets"] }
}

/// Uses what was generated.
pub fn pet(name: &str) -> api::models::Pet {
    api::models::Pet::new(name)
}
