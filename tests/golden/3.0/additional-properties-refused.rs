pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Report {
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Nothing {}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Report { 0 name: optional });
record!(Order { 0 name: required }; closed);
record!(Nothing {}; closed);
validate::unconstrained!(Report, Order, Nothing);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::json;

impl Client {
    /// `GET /reports`
    pub fn list_reports(&self) -> Call<'_, Report, Undeclared> { self.request("GET", "/reports").returns(200, json) }
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
use super::runtime::encode::json;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /reports`
    fn list_reports(&self, context: &Context<()>) -> impl Future<Output = Outcome<Report, Undeclared>> + Send;
}

routes!(DefaultApi as A, () { "GET" "/reports" open(&[]) => list_reports() => reply(200, json); });
}
