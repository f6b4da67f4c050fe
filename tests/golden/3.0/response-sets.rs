pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Thing {
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub detail: String,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Thing { 0 name: optional });
record!(Problem { 0 detail: required });
validate::unconstrained!(Thing, Problem);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status 400 or 404.
#[derive(Clone, Debug, PartialEq)]
pub enum Error400Or404 {
    /// Status 400.
    BadRequest(Problem),
    /// Status 404.
    NotFound,
}

/// A declared error: status 4xx or Default.
#[derive(Clone, Debug, PartialEq)]
pub enum Error4xxOrDefault {
    /// Any other status from 400 to 499.
    ClientError {
        /// The status.
        status: u16,
        /// The body.
        body: Problem,
    },
    /// Any other status.
    Default {
        /// The status.
        status: u16,
    },
}

responses!(Error400Or404 { BadRequest: 400 json, NotFound: 404 empty });
responses!(Error4xxOrDefault { ClientError: 4XX json, Default: default empty });
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::models::*;

/// What `put_c` answers if all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum PutCResponse {
    /// Status 200.
    OkJson(Thing),
    /// Status 200 as `application/xml`.
    OkXml(String),
    /// Status 202.
    Accepted,
}

responses!(PutCResponse { OkJson: 200 json, OkXml: 200 text "application/xml", Accepted: 202 empty });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::errors::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::decode::json;
use super::runtime::byte_stream;

impl Client {
    /// `GET /a`
    pub fn get_a(&self) -> Call<'_, Thing, Error400Or404> { self.request("GET", "/a").returns(200, json) }

    /// `GET /b`
    pub fn get_b(&self) -> Call<'_, Thing, Error400Or404> { self.request("GET", "/b").returns(200, json) }

    /// `PUT /c`
    pub fn put_c(&self) -> Call<'_, PutCResponse, Error4xxOrDefault> { self.request("PUT", "/c").returns_any() }

    /// `GET /d`
    pub fn download(&self) -> Call<'_, ByteStream, Undeclared> {
        self.request("GET", "/d").accept("application/octet-stream").returns_stream(200, byte_stream::read)
    }
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

use super::runtime::service::{self, failure_from};
use super::errors;

failure_from!(errors::Error400Or404, errors::Error4xxOrDefault);

use super::models::*;
use super::errors::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;
use super::runtime::byte_stream;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /a`
    fn get_a(&self, context: &Context<()>) -> impl Future<Output = Outcome<Thing, Error400Or404>> + Send;

    /// `GET /b`
    fn get_b(&self, context: &Context<()>) -> impl Future<Output = Outcome<Thing, Error400Or404>> + Send;

    /// `PUT /c`
    fn put_c(&self, context: &Context<()>) -> impl Future<Output = Outcome<PutCResponse, Error4xxOrDefault>> + Send;

    /// `GET /d`
    fn download(&self, context: &Context<()>) -> impl Future<Output = Outcome<ByteStream, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/a" open(&[]) => get_a() => reply(200, json); "GET" "/b" open(&[]) => get_b() => reply(200, json);
    "PUT" "/c" open(&[]) => put_c() => reply_any();
    "GET" "/d" open(&[]) => download() => reply_stream(200, "application/octet-stream", byte_stream::write);
});
}
