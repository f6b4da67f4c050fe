pub mod models {
//! The types of the API.

use super::runtime::byte_stream::ByteStream;
use super::runtime::constructor::constructor;

#[derive(Debug, Default)]
pub struct Upload {
    pub file: Option<ByteStream>,
    /// Default: `"x"`.
    pub name: Option<String>,
    pub tags: Option<Vec<String>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Login {
    pub user: String,
    pub remember: Option<bool>,
}

constructor!(Login(user: impl Into<String>) { user: user.into(), remember: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Login { 0 user: required, 1 remember: optional });
validate::unconstrained!(Upload, Login);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::multipart;

multipart::to_parts!(super::models::Upload {
    file: optional file "file", name: optional text "name", tags: optional texts "tags"
});

use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::decode::{empty, text};
use super::runtime::byte_stream;
use super::runtime::form;

impl Client {
    /// `POST /upload`
    pub fn upload(&self, body: Upload) -> Call<'_, (), Undeclared> {
        self.request("POST", "/upload").multipart(body).returns(200, empty)
    }

    /// `POST /login`
    pub fn login(&self, body: &Login) -> Call<'_, String, Undeclared> {
        self.request("POST", "/login").form(form::PLAIN, body).accept("text/plain").returns(200, text)
    }

    /// `PUT /note`
    pub fn put_note(&self, body: &str) -> Call<'_, (), Undeclared> {
        self.request("PUT", "/note").text("text/plain", body).returns(204, empty)
    }

    /// `PUT /blob`
    pub fn put_blob(&self, body: impl Into<ByteStream>) -> Call<'_, (), Undeclared> {
        self.request("PUT", "/blob").stream("application/octet-stream", byte_stream::write, body).returns(204, empty)
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

use super::runtime::service;
use super::runtime::multipart_read;

multipart_read::from_parts!(super::models::Upload {
    file: optional file "file", name: optional text "name", tags: optional texts "tags"
});

use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::routes::{self, routes};
use super::runtime::encode::{empty, text};
use super::runtime::request_stream;
use super::runtime::form_read;
use super::runtime::multipart_stream;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /upload`
    fn upload(&self, context: &Context<()>, body: Upload) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `POST /login`
    fn login(&self, context: &Context<()>, body: Login) -> impl Future<Output = Outcome<String, Undeclared>> + Send;

    /// `PUT /note`
    fn put_note(&self, context: &Context<()>, body: String) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `PUT /blob`
    fn put_blob(&self, context: &Context<()>, body: ByteStream) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/upload" open(&[]) "multipart/form-data" multipart_stream::START => upload(body: multipart_stream()) => reply(200, empty);
    "POST" "/login" open(&[]) "application/x-www-form-urlencoded" => login(body: form(form_read::PLAIN)) => reply_as(200, "text/plain", text);
    "PUT" "/note" open(&[]) "text/plain" => put_note(body: text()) => reply(204, empty);
    "PUT" "/blob" open(&[]) "application/octet-stream" request_stream::STREAM => put_blob(body: stream()) => reply(204, empty);
});
}
