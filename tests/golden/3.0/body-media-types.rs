pub mod models {
//! The types of the API.

use super::runtime::byte_stream::ByteStream;

#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// At least 1 character.
    pub title: String,
}

#[derive(Debug)]
pub struct AddNoteRequest {
    pub file: ByteStream,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ChangeNoteRequest {
    pub title: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Note { 0 title: required });
record!(ChangeNoteRequest { 0 title: optional });
validate::constraints!(Note { member title "title" [validate::Limit::MinLength(1)] });
validate::unconstrained!(AddNoteRequest, ChangeNoteRequest);
}
}

pub mod requests {
//! What operations take that accept several media types.

use super::models::*;
use super::runtime::byte_stream::ByteStream;

/// What `add_note` takes, by its media type.
#[derive(Debug)]
pub enum AddNoteBody {
    /// As `application/json` or `application/x-www-form-urlencoded`.
    Json(Note),
    /// As `multipart/form-data`.
    Multipart(AddNoteRequest),
    /// As `text/plain`.
    Text(String),
    /// As `image/*`.
    Bytes(ByteStream),
}

impl From<Note> for AddNoteBody {
    fn from(body: Note) -> Self { Self::Json(body) }
}

impl From<AddNoteRequest> for AddNoteBody {
    fn from(body: AddNoteRequest) -> Self { Self::Multipart(body) }
}

impl From<String> for AddNoteBody {
    fn from(body: String) -> Self { Self::Text(body) }
}

impl From<&str> for AddNoteBody {
    fn from(body: &str) -> Self { Self::Text(body.to_owned()) }
}

impl From<ByteStream> for AddNoteBody {
    fn from(body: ByteStream) -> Self { Self::Bytes(body) }
}

/// What `put_note` takes, by its media type.
#[derive(Clone, Debug, PartialEq)]
pub enum PutNoteBody {
    /// As `application/json`.
    Json(Note),
    /// As `text/plain`.
    Text(String),
}

impl From<Note> for PutNoteBody {
    fn from(body: Note) -> Self { Self::Json(body) }
}

impl From<String> for PutNoteBody {
    fn from(body: String) -> Self { Self::Text(body) }
}

impl From<&str> for PutNoteBody {
    fn from(body: &str) -> Self { Self::Text(body.to_owned()) }
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::multipart;

multipart::to_parts!(super::models::AddNoteRequest { file: required file "file" });

use super::models::*;
use super::requests::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::decode::text;
use super::runtime::byte_stream;
use super::runtime::{call, choice};
use super::runtime::options::options;

impl Client {
    /// `POST /notes`
    pub fn add_note(&self, body: impl Into<AddNoteBody>) -> Call<'_, String, Undeclared> {
        self.request("POST", "/notes")
            .chosen_body::<AddNoteBody>(body.into())
            .accept("text/plain")
            .returns(200, text)
    }

    /// `PUT /notes`
    pub fn put_note(&self) -> Call<'_, String, Undeclared, PutNote> {
        self.request("PUT", "/notes").accept("text/plain").returns(200, text)
    }

    /// `PATCH /notes`
    pub fn change_note(&self, body: &ChangeNoteRequest) -> Call<'_, String, Undeclared> {
        self.request("PATCH", "/notes").json(body).accept("text/plain").returns(200, text)
    }

    /// `POST /pictures`
    pub fn add_picture(&self, body: impl Into<ByteStream>) -> Call<'_, String, Undeclared> {
        self.request("POST", "/pictures")
            .stream("image/png, image/jpeg", byte_stream::write, body)
            .accept("text/plain")
            .returns(200, text)
    }
}

options!(PutNote {});

impl<T, E> Call<'_, T, E, PutNote> {
    /// The body.
    pub fn body(self, body: impl Into<PutNoteBody>) -> Self { self.chosen_body::<PutNoteBody>(body.into()) }
}

impl choice::Choice for AddNoteBody {
    fn write(self, request: call::Request<'_>) -> call::Request<'_> {
        match self {
            Self::Json(body) => request.json(&body),
            Self::Multipart(body) => request.multipart(body),
            Self::Text(body) => request.text("text/plain", &body),
            Self::Bytes(body) => request.stream("image/*", byte_stream::write, body),
        }
    }
}

impl choice::Choice for PutNoteBody {
    fn write(self, request: call::Request<'_>) -> call::Request<'_> {
        match self {
            Self::Json(body) => request.json(&body),
            Self::Text(body) => request.text("text/plain", &body),
        }
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

multipart_read::from_parts!(super::models::AddNoteRequest { file: required file "file" });

use super::models::*;
use super::requests::*;
use super::runtime::responses::Undeclared;
use super::runtime::byte_stream::ByteStream;
use super::runtime::routes::{self, routes};
use super::runtime::encode::text;
use super::runtime::request_stream;
use super::runtime::form_read;
use super::runtime::multipart_stream;
use super::runtime::choice_read::ReadChoice as _;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /notes`
    fn add_note(
        &self, context: &Context<()>, body: AddNoteBody,
    ) -> impl Future<Output = Outcome<String, Undeclared>> + Send;

    /// `PUT /notes`
    fn put_note(
        &self, context: &Context<()>, body: Option<PutNoteBody>,
    ) -> impl Future<Output = Outcome<String, Undeclared>> + Send;

    /// `PATCH /notes`
    fn change_note(
        &self, context: &Context<()>, body: ChangeNoteRequest,
    ) -> impl Future<Output = Outcome<String, Undeclared>> + Send;

    /// `POST /pictures`
    fn add_picture(
        &self, context: &Context<()>, body: ByteStream,
    ) -> impl Future<Output = Outcome<String, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/notes" open(&[]) "application/json" "application/x-www-form-urlencoded" "multipart/form-data" multipart_stream::START "text/plain" "image/*" request_stream::STREAM => add_note(
        body: choice(
            &[
                |exchange| exchange.json().map(AddNoteBody::Json),
                |exchange| exchange.form(form_read::PLAIN).map(AddNoteBody::Json),
                |exchange| exchange.multipart_stream().map(AddNoteBody::Multipart),
                |exchange| exchange.text().map(AddNoteBody::Text), |exchange| exchange.stream().map(AddNoteBody::Bytes)
            ]
        )
    ) => reply_as(200, "text/plain", text);
    "PUT" "/notes" open(&[]) "application/json" "text/plain" => put_note(
        body: optional_choice(&[|exchange| exchange.json().map(PutNoteBody::Json), |exchange| exchange.text().map(PutNoteBody::Text)])
    ) => reply_as(200, "text/plain", text);
    "PATCH" "/notes" open(&[]) "application/json" "application/*+json" "application/x-www-form-urlencoded" => change_note(
        body: choice(&[|exchange| exchange.json(), |exchange| exchange.json(), |exchange| exchange.form(form_read::PLAIN)])
    ) => reply_as(200, "text/plain", text);
    "POST" "/pictures" open(&[]) "image/png" request_stream::STREAM "image/jpeg" request_stream::STREAM => add_picture(body: stream()) => reply_as(
        200, "text/plain", text
    );
});
}
