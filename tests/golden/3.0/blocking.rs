pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    pub results: Vec<i64>,
    pub total_pages: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    pub page: i64,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Numbers { 0 results: required, 1 total_pages: required });
record!(Missing { 0 page: required });
validate::unconstrained!(Numbers, Missing);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status 404.
#[derive(Clone, Debug, PartialEq)]
pub enum Error404 {
    /// Status 404.
    NotFound(Missing),
}

responses!(Error404 { NotFound: 404 json });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
pub use super::runtime::blocking::{Each, Wait};
use super::models::*;
use super::errors::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::decode::json;
use super::runtime::byte_stream;
use super::runtime::options::options;
use super::runtime::paging::{self, paged};

impl Client {
    /// `GET /numbers`
    pub fn list_numbers(&self) -> Call<'_, Numbers, Error404, ListNumbers> {
        self.request("GET", "/numbers").returns(200, json)
    }

    /// `GET /file`
    pub fn read_file(&self) -> Call<'_, ByteStream, Undeclared> {
        self.request("GET", "/file").accept("application/octet-stream").returns_stream(200, byte_stream::read)
    }
}

options!(ListNumbers {
    /// At least 1.
    page: u64 => query("page")
});
paged!(ListNumbers: Numbers => i64, "page", |page, at| page.results, at.page_of(1, &page.total_pages));
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

use super::runtime::service::{self, failure_from};
use super::errors;

failure_from!(errors::Error404);

use super::models::*;
use super::errors::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;
use super::runtime::byte_stream;
use super::runtime::parameters::{self, parameters};
use super::runtime::validate;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /numbers`
    fn list_numbers(
        &self, context: &Context<()>, parameters: ListNumbersParameters,
    ) -> impl Future<Output = Outcome<Numbers, Error404>> + Send;

    /// `GET /file`
    fn read_file(&self, context: &Context<()>) -> impl Future<Output = Outcome<ByteStream, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/numbers" open(&[]) => list_numbers(parameters: parameters()) => reply(200, json);
    "GET" "/file" open(&[]) => read_file() => reply_stream(200, "application/octet-stream", byte_stream::write);
});
parameters!(#[derive(Default)] ListNumbersParameters {
    /// At least 1.
    page: Option<u64> = optional query "page" [validate::Limit::Minimum(1)]
});
}
