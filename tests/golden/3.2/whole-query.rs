pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ListPetsFilter {
    pub name: Option<String>,
    pub age: Option<i64>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(ListPetsFilter { 0 name: optional, 1 age: optional });
validate::unconstrained!(ListPetsFilter);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::empty;
use super::runtime::options::options;

impl Client {
    /// `GET /pets`
    pub fn list_pets(&self) -> Call<'_, (), Undeclared, ListPets> { self.request("GET", "/pets").returns(204, empty) }
}

options!(ListPets { filter: &ListPetsFilter => query("filter") });
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
use super::runtime::encode::empty;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /pets`
    fn list_pets(
        &self, context: &Context<()>, parameters: ListPetsParameters,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () { "GET" "/pets" open(&[]) => list_pets(parameters: parameters()) => reply(204, empty); });
parameters!(#[derive(Default)] ListPetsParameters { filter: Option<ListPetsFilter> = optional query "filter" });
}
