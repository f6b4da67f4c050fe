//! authentik's proxy providers: a server that keeps them in SQLite, and a command-line client.

pub mod api;
pub mod client_id;
pub mod redirect_uris;
pub mod serializer;
pub mod store;
