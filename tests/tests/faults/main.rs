//! Peers that break every rule of the wire: a typed error or a clean answer for each, in good time, and nothing is left behind.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod client;
mod server;
mod wire;
