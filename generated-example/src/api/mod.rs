//! The API of proxy providers over a store.
//!
//! The generated server calls [`App`] through three traits: `Authenticate` and `Service` for what all operations
//! have in common (`service.rs`), and `ProvidersApi` for the operations (`providers.rs`).

mod accept;
mod answers;
mod authentication;
mod convert;
mod providers;
mod query;
mod service;

use axum::{Router, response::Response};
use http::StatusCode;

use self::authentication::Token;
use crate::{
    generated::server,
    store::{References, Store},
};

/// Serves the API from a store.
pub(crate) struct App {
    store: Store,
    token: Token,
    references: References,
}

impl App {
    /// Serves a store to callers that send a token.
    pub(crate) fn new(store: Store, token: String, references: References) -> Self {
        Self {
            store,
            token: Token::new(token),
            references,
        }
    }
}

/// The routes of the API, without its base path.
pub(crate) fn router(app: App) -> Router {
    server::router(app)
}

/// Answers a path outside the API.
pub(crate) async fn not_found() -> Response {
    answers::detail(StatusCode::NOT_FOUND, answers::NOT_FOUND)
}
