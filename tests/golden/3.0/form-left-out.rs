pub mod models {
//! The types of the API.

use super::runtime::byte_stream::ByteStream;
use super::runtime::constructor::constructor;

#[derive(Debug)]
pub struct Upload {
    pub file: ByteStream,
    pub title: Option<String>,
}

constructor!(Upload(file: impl Into<ByteStream>) { file: file.into(), title: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub title: String,
    pub tags: Option<Vec<String>>,
}

constructor!(Note(title: impl Into<String>) { title: title.into(), tags: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Note { 0 title: required, 1 tags: optional });
validate::unconstrained!(Upload, Note);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::multipart;

multipart::to_parts!(super::models::Upload { file: required file "file", title: optional text "title" });
multipart::to_parts!(&super::models::Note { title: required text "title", tags: optional texts "tags" });

use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::empty;
use super::runtime::options::options;

impl Client {
    /// `POST /files`
    pub fn add_file(&self) -> Call<'_, (), Undeclared, AddFile> { self.request("POST", "/files").returns(204, empty) }

    /// `POST /notes`
    pub fn add_note(&self) -> Call<'_, (), Undeclared, AddNote> { self.request("POST", "/notes").returns(204, empty) }
}

options!(AddFile {});

impl<T, E> Call<'_, T, E, AddFile> {
    /// The body.
    pub fn body(self, body: Upload) -> Self { self.multipart(body) }
}

options!(AddNote {
    /// The body.
    body: &Note => multipart()
});
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

multipart_read::from_parts!(super::models::Upload { file: required file "file", title: optional text "title" });
multipart_read::from_parts!(super::models::Note { title: required text "title", tags: optional texts "tags" });

use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;
use super::runtime::multipart_stream;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /files`
    fn add_file(
        &self, context: &Context<()>, body: Option<Upload>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `POST /notes`
    fn add_note(
        &self, context: &Context<()>, body: Option<Note>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/files" open(&[]) "multipart/form-data" multipart_stream::START => add_file(body: optional_multipart_stream()) => reply(204, empty);
    "POST" "/notes" open(&[]) "multipart/form-data" => add_note(body: optional_multipart()) => reply(204, empty);
});
}
