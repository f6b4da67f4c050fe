//! What crosses the stages: the harness, and the compiled code of every fixture in `specs/`.

pub mod harness;
pub mod own_types;

/// The generated code of every fixture, compiled with all warnings denied.
#[deny(warnings)]
#[allow(
    missing_docs,
    unreachable_pub,
    reason = "the code is for crates without these lints"
)]
pub mod fixtures {
    include!(concat!(env!("OUT_DIR"), "/fixtures.rs"));
}
