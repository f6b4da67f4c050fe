pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct QueryPetsRequest {
    pub name: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(QueryPetsRequest { 0 name: optional });
validate::unconstrained!(QueryPetsRequest);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::{empty, json};

impl Client {
    /// `QUERY /pets`
    pub fn query_pets(&self, body: &QueryPetsRequest) -> Call<'_, Vec<String>, Undeclared> {
        self.request("QUERY", "/pets").json(body).returns(200, json)
    }

    /// `COPY /pets`
    pub fn copy_pets(&self) -> Call<'_, (), Undeclared> { self.request("COPY", "/pets").returns(204, empty) }
}
}

pub mod server {
//! The server: implement the traits, and serve what `router` returns.

use ::std::future::Future;
pub use ::http::request::Parts;
pub use super::runtime::encode::BoxError;
pub use super::runtime::exchange::Context;
pub use super::runtime::problem::Problem;
pub use super::runtime::rejection::{Rejection, RejectionKind};
pub use super::runtime::service::{Failure, Operation, PathParameters, Service};
use super::runtime::router::Routes;

/// What a handler returns: the success that the document declares, or a failure.
pub type Outcome<T, E> = Result<T, Failure<E>>;

/// The path under which the document says that the API is served, for `axum::Router::nest`.
pub const BASE_PATH: &str = "";

/// Everything that the document describes; implemented by whatever implements its parts.
pub trait Api: Service + DefaultApi {}

impl<T: Service + DefaultApi> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::open(api);
    add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service;
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::{empty, json};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `QUERY /pets`
    fn query_pets(
        &self, context: &Context<()>, body: QueryPetsRequest,
    ) -> impl Future<Output = Outcome<Vec<String>, Undeclared>> + Send;

    /// `COPY /pets`
    fn copy_pets(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "QUERY" "/pets" open(&[]) "application/json" => query_pets(body: json()) => reply(200, json);
    "COPY" "/pets" open(&[]) => copy_pets() => reply(204, empty);
});
}
