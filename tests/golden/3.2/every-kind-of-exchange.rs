pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub text: String,
    pub more: Option<::serde_json::Value>,
}

constructor!(Note(text: impl Into<String>) { text: text.into(), more: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub with: String,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Note { 0 text: required, 1 more: optional });
record!(Conflict { 0 with: required });
validate::unconstrained!(Note, Conflict);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status 409.
#[derive(Clone, Debug, PartialEq)]
pub enum Error409 {
    /// Status 409.
    Conflict(Conflict),
}

responses!(Error409 { Conflict: 409 json });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::errors::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::item_stream::ItemStream;
use super::runtime::decode::{empty, json, text};
use super::runtime::{byte_stream, event_data, json_lines};
use super::runtime::options::options;

impl Client {
    /// `POST /notes`
    pub fn add_note(&self, x_trace: &str, body: &Note) -> Call<'_, Note, Error409, AddNote> {
        self.request("POST", "/notes").header_parameter("X-Trace", &x_trace).json(body).returns(201, json)
    }

    /// `PUT /text`
    pub fn put_text(&self, body: &str) -> Call<'_, String, Undeclared> {
        self.request("PUT", "/text").text("text/plain", body).accept("text/plain").returns(200, text)
    }

    /// `GET /file`
    pub fn download(&self) -> Call<'_, ByteStream, Undeclared> {
        self.request("GET", "/file").accept("application/octet-stream").returns_stream(200, byte_stream::read)
    }

    /// `PUT /file`
    pub fn upload(&self, body: impl Into<ByteStream>) -> Call<'_, (), Undeclared> {
        self.request("PUT", "/file").stream("application/octet-stream", byte_stream::write, body).returns(204, empty)
    }

    /// `GET /events`
    pub fn watch(&self) -> Call<'_, ItemStream<Note>, Undeclared> {
        self.request("GET", "/events").accept("text/event-stream").returns_stream(200, event_data::read)
    }

    /// `POST /events`
    pub fn report(&self, body: impl Into<ItemStream<Note>>) -> Call<'_, (), Undeclared> {
        self.request("POST", "/events").stream("application/jsonl", json_lines::write, body).returns(204, empty)
    }
}

options!(AddNote { label: &str => query("label") });
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

failure_from!(errors::Error409);

use super::models::*;
use super::errors::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::item_stream::ItemStream;
use super::runtime::routes::{self, routes};
use super::runtime::encode::{empty, json, text};
use super::runtime::{byte_stream, event_data, json_lines};
use super::runtime::request_stream;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /notes`
    fn add_note(
        &self, context: &Context<()>, parameters: AddNoteParameters, body: Note,
    ) -> impl Future<Output = Outcome<Note, Error409>> + Send;

    /// `PUT /text`
    fn put_text(&self, context: &Context<()>, body: String) -> impl Future<Output = Outcome<String, Undeclared>> + Send;

    /// `GET /file`
    fn download(&self, context: &Context<()>) -> impl Future<Output = Outcome<ByteStream, Undeclared>> + Send;

    /// `PUT /file`
    fn upload(&self, context: &Context<()>, body: ByteStream) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /events`
    fn watch(&self, context: &Context<()>) -> impl Future<Output = Outcome<ItemStream<Note>, Undeclared>> + Send;

    /// `POST /events`
    fn report(
        &self, context: &Context<()>, body: ItemStream<Note>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/notes" open(&[]) "application/json" => add_note(parameters: parameters(), body: json()) => reply(201, json);
    "PUT" "/text" open(&[]) "text/plain" => put_text(body: text()) => reply_as(200, "text/plain", text);
    "GET" "/file" open(&[]) => download() => reply_stream(200, "application/octet-stream", byte_stream::write);
    "PUT" "/file" open(&[]) "application/octet-stream" request_stream::STREAM => upload(body: stream()) => reply(204, empty);
    "GET" "/events" open(&[]) => watch() => reply_stream(200, "text/event-stream", event_data::write);
    "POST" "/events" open(&[]) "application/jsonl" request_stream::STREAM => report(body: items(json_lines::read)) => reply(204, empty);
});
parameters!(AddNoteParameters {
    x_trace: String = required header "X-Trace", label: Option<String> = optional query "label"
});
}
