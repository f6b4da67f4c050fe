//! From an OpenAPI description to Rust: models, a reqwest client, axum server traits.
//!
//! The same code comes through three doors.
//!
//! # In a build script
//!
//! ```toml
//! [build-dependencies]
//! specwright = { version = "0.1", default-features = false }
//! ```
//!
//! ```no_run
//! // build.rs, in `fn main`
//! specwright::Generator::new("specs/authentik-proxy.yaml").client(true).server(true).build();
//! ```
//!
//! ```ignore
//! // src/lib.rs
//! include!(concat!(env!("OUT_DIR"), "/authentik-proxy.rs"));
//! ```
//!
//! # In a macro
//!
//! ```toml
//! [dependencies]
//! specwright = { version = "0.1", default-features = false, features = ["macros"] }
//! ```
//!
//! ```ignore
//! // src/lib.rs
//! specwright::include_api! { spec = "specs/authentik-proxy.yaml", generate = [models, client] }
//! ```
//!
//! # On the command line
//!
//! ```text
//! specwright generate specs/authentik-proxy.yaml --out src/generated
//! ```
//!
//! With the first two, the crate itself must depend on what the generated code names; the `Cargo.toml` that
//! `specwright generate --crate NAME` writes lists exactly that.

mod generator;

#[cfg(feature = "cli")]
pub mod cli;

pub use generator::{BuildError, Generator};
pub use specwright_core::diagnostic;
pub use specwright_core::options::{DateTime, Decimal, Map, Options, Parts, Uuid};
pub use specwright_core::output::{GeneratedFile, Layout};
pub use specwright_core::pipeline::Generation;

/// The code of an OpenAPI description, in place.
#[cfg(feature = "macros")]
pub use specwright_macros::include_api;
