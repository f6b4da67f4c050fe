//! Tests of the runtime files, through a small API written as the generator would write it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a test that cannot go on has failed, and the sample API documents itself no more than it must"
)]

pub mod sample;
pub mod support;

mod basics;
mod models;
mod table;
