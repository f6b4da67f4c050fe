//! Tests of the runtime files, through a small API written as the generator would write it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]
#![allow(
    unreachable_pub,
    missing_docs,
    reason = "the sample has the shape of generated code"
)]

mod app;
mod sample;
mod support;

mod accept;
mod blocking;
mod bodies;
mod choices;
mod client;
mod codec;
mod conditions;
mod credentials;
mod models;
mod multipart_streams;
mod paging;
mod parameters;
mod rejections;
mod responses;
mod retry;
mod routing;
mod streams;
mod streams_on_the_wire;
mod table;
mod tokens;
mod traced;
