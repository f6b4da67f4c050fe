pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::responses::Undeclared;
use super::runtime::decode::json;

impl Client {
    /// `GET /pets`
    pub fn count_pets(&self) -> Call<'_, f64, Undeclared> { self.request("GET", "/pets").returns(200, json) }
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
pub const BASE_PATH: &str = "/v1";

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

/// The document that describes the API, as JSON.
pub const DOCUMENT: &str = "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Pets\",\"version\":\"1.10.0\",\"description\":\"Quotes \\\" and \\\\ and\\nlines\"},\"servers\":[{\"url\":\"/v1\"}],\"paths\":{\"/pets\":{\"get\":{\"operationId\":\"countPets\",\"responses\":{\"200\":{\"description\":\"How many\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"number\",\"maximum\":1500}}}}}}}}}";

/// Serves [`DOCUMENT`] under `/openapi.json`, to everybody: merge it with what [`router`] returns, or with whatever
/// router is meant to have it.
pub fn document() -> ::axum::Router {
    let answer = ([(::http::header::CONTENT_TYPE, "application/json")], DOCUMENT);
    ::axum::Router::new().route("/openapi.json", ::axum::routing::get(move || async move { answer }))
}

use super::runtime::service;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /pets`
    fn count_pets(&self, context: &Context<()>) -> impl Future<Output = Outcome<f64, Undeclared>> + Send;
}

routes!(DefaultApi as A, () { "GET" "/pets" open(&[]) => count_pets() => reply(200, json); });
}
