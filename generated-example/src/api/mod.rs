//! The API of proxy providers over a store.

mod accept;
mod answers;
mod authentication;
mod query;
