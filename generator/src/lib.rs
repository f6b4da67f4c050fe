//! The pipeline of specwright: an OpenAPI description goes in, Rust comes out.
//!
//! Six stages, each in its folder, hand one immutable value to the next:
//! `source` → `openapi` → `ir` → `plan` → `emit` → `output`. [`pipeline`] is the only file that knows the
//! order. `ARCHITECTURE.md` beside this crate is the map.

pub mod diagnostic;
pub mod emit;
#[cfg(feature = "sample")]
pub mod fit;
mod graph;
pub mod ir;
pub mod lint;
pub mod openapi;
pub mod options;
pub mod output;
mod pattern;
pub mod pipeline;
pub mod plan;
#[cfg(feature = "sample")]
pub mod sample;
pub mod source;
pub mod surface;
pub mod update;
