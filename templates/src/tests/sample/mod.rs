//! A small API in the shape of generated code: models, errors, client and server.

pub mod client;
pub mod errors;
pub mod models;
pub mod security;
pub mod server;

pub use crate::runtime;
