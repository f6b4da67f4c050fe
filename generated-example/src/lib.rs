//! authentik's proxy providers: a server that keeps them in SQLite, and a command-line client. Both stand on the code
//! in [`generated`].

mod api;
mod client_id;
pub mod commands;
pub mod generated;
mod redirect_uris;
mod serializer;
mod server;
mod store;
