pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ArchiveResponse {
    pub seconds: Option<i64>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(ArchiveResponse { 0 seconds: optional });
validate::unconstrained!(ArchiveResponse);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::runtime::binary::Binary;

/// A declared error: status 404.
#[derive(Clone, Debug, PartialEq)]
pub enum Error404 {
    /// Status 404 as `application/octet-stream`.
    NotFound(Binary),
}

responses!(Error404 { NotFound: 404 bytes "application/octet-stream" });
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::runtime::byte_stream;
use super::models::*;
use super::runtime::byte_stream::ByteStream;

/// What `archive` answers if all is well.
#[derive(Debug)]
pub enum ArchiveResponse2 {
    /// Status 200 as `application/zip`.
    Ok(ByteStream),
    /// Status 202.
    Accepted(ArchiveResponse),
}

responses!(ArchiveResponse2 { Ok: 200 [byte_stream] "application/zip", Accepted: 202 json });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::errors::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::decode::empty;
use super::runtime::byte_stream;
use super::runtime::options::options;

impl Client {
    /// `GET /files/{name}`
    pub fn download(&self, name: &str) -> Call<'_, ByteStream, Error404> {
        self.request("GET", "/files/{name}")
            .path(&name)
            .accept("application/octet-stream")
            .returns_stream(200, byte_stream::read)
    }

    /// `PUT /files/{name}`
    pub fn upload(&self, name: &str, body: impl Into<ByteStream>) -> Call<'_, (), Undeclared> {
        self.request("PUT", "/files/{name}")
            .path(&name)
            .stream("image/*", byte_stream::write, body)
            .returns(204, empty)
    }

    /// `PATCH /files/{name}`
    pub fn append(&self, name: &str) -> Call<'_, ByteStream, Undeclared, Append> {
        self.request("PATCH", "/files/{name}").path(&name).accept("image/*").returns_stream(200, byte_stream::read)
    }

    /// `GET /archive`
    pub fn archive(&self) -> Call<'_, ArchiveResponse2, Undeclared> { self.request("GET", "/archive").returns_any() }
}

options!(Append {});

impl<T, E> Call<'_, T, E, Append> {
    /// The body.
    pub fn body(self, body: impl Into<ByteStream>) -> Self {
        self.stream("application/octet-stream", byte_stream::write, body)
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

failure_from!(errors::Error404);

use super::errors::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;
use super::runtime::byte_stream;
use super::runtime::request_stream;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /files/{name}`
    fn download(
        &self, context: &Context<()>, name: String,
    ) -> impl Future<Output = Outcome<ByteStream, Error404>> + Send;

    /// `PUT /files/{name}`
    fn upload(
        &self, context: &Context<()>, name: String, body: ByteStream,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `PATCH /files/{name}`
    fn append(
        &self, context: &Context<()>, name: String, body: Option<ByteStream>,
    ) -> impl Future<Output = Outcome<ByteStream, Undeclared>> + Send;

    /// `GET /archive`
    fn archive(&self, context: &Context<()>) -> impl Future<Output = Outcome<ArchiveResponse2, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/files/{name}" open(&[]) => download(name: path("name")) => reply_stream(200, "application/octet-stream", byte_stream::write);
    "PUT" "/files/{name}" open(&[]) "image/*" request_stream::STREAM => upload(name: path("name"), body: stream()) => reply(204, empty);
    "PATCH" "/files/{name}" open(&[]) "application/octet-stream" request_stream::STREAM => append(
        name: path("name"), body: optional_stream()
    ) => reply_stream(200, "image/*", byte_stream::write);
    "GET" "/archive" open(&[]) => archive() => reply_any();
});
}
