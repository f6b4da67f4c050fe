//! Tests of the runtime files, through a small API written as the generator would write it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]
#![allow(unreachable_pub, reason = "the sample has the shape of generated code")]

mod sample;
mod support;

mod basics;
mod table;
