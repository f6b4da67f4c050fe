pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RunEvent {
    /// A [`PartAdded`].
    PartAdded(PartAdded),
    /// A [`RunEnded`].
    RunEnded(RunEnded),
}

#[derive(Clone, Debug, PartialEq)]
pub struct PartAdded {
    pub event: PartAddedEvent,
    pub data: Part,
}

constructor!(PartAdded(data: Part) { event: PartAddedEvent::Added, data });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct RunEnded {
    pub event: RunEndedEvent,
    pub data: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum PartAddedEvent {
    /// `added`
    #[default]
    Added,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum RunEndedEvent {
    /// `ended`
    #[default]
    Ended,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct CompleteRequest {
    pub stream: Option<bool>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::tagged;
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Part { 0 text: required });
tagged::tagged_union!(RunEvent by "event" { PartAdded = "added", RunEnded = "ended" });
record!(PartAdded { 0 event: required, 1 data: required });
record!(RunEnded { 0 event: required, 1 data: optional });
text_enum!(PartAddedEvent { Added = "added" });
text_enum!(RunEndedEvent { Ended = "ended" });
record!(CompleteRequest { 0 stream: optional });
validate::unconstrained!(Part, PartAdded, RunEnded, PartAddedEvent, RunEndedEvent, CompleteRequest);
}
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::runtime::event_data;
use super::models::*;
use super::runtime::item_stream::ItemStream;

/// What `complete` answers if all is well.
#[derive(Debug)]
pub enum CompleteResponse {
    /// Status 200.
    OkJson(Part),
    /// Status 200 as `text/event-stream`.
    OkEventStream(ItemStream<Part>),
}

responses!(CompleteResponse { OkJson: 200 json, OkEventStream: 200 [event_data] "text/event-stream" });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::event_source::ServerSentEvent;
use super::runtime::item_stream::ItemStream;
use super::runtime::{event_source, json_event_objects, json_lines, text_lines};

impl Client {
    /// `POST /completions`
    pub fn complete(&self, body: &CompleteRequest) -> Call<'_, CompleteResponse, Undeclared> {
        self.request("POST", "/completions").json(body).returns_any()
    }

    /// `GET /runs`
    pub fn watch_runs(&self) -> Call<'_, ItemStream<RunEvent>, Undeclared> {
        self.request("GET", "/runs").accept("text/event-stream").returns_stream(200, json_event_objects::read)
    }

    /// `GET /parts`
    pub fn list_parts(&self) -> Call<'_, ItemStream<Part>, Undeclared> {
        self.request("GET", "/parts").accept("application/x-ndjson").returns_stream(200, json_lines::read)
    }

    /// `POST /lines`
    pub fn append_lines(
        &self, body: impl Into<ItemStream<String>>,
    ) -> Call<'_, ItemStream<ServerSentEvent>, Undeclared> {
        self.request("POST", "/lines")
            .stream("application/x-ndjson", text_lines::write, body)
            .accept("text/event-stream")
            .returns_stream(200, event_source::read)
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
use super::models::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::event_source::ServerSentEvent;
use super::runtime::item_stream::ItemStream;
use super::runtime::routes::{self, routes};
use super::runtime::{event_source, json_event_objects, json_lines, text_lines};
use super::runtime::request_stream;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /completions`
    fn complete(
        &self, context: &Context<()>, body: CompleteRequest,
    ) -> impl Future<Output = Outcome<CompleteResponse, Undeclared>> + Send;

    /// `GET /runs`
    fn watch_runs(
        &self, context: &Context<()>,
    ) -> impl Future<Output = Outcome<ItemStream<RunEvent>, Undeclared>> + Send;

    /// `GET /parts`
    fn list_parts(&self, context: &Context<()>) -> impl Future<Output = Outcome<ItemStream<Part>, Undeclared>> + Send;

    /// `POST /lines`
    fn append_lines(
        &self, context: &Context<()>, body: ItemStream<String>,
    ) -> impl Future<Output = Outcome<ItemStream<ServerSentEvent>, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/completions" open(&[]) "application/json" => complete(body: json()) => reply_any();
    "GET" "/runs" open(&[]) => watch_runs() => reply_stream(200, "text/event-stream", json_event_objects::write);
    "GET" "/parts" open(&[]) => list_parts() => reply_stream(200, "application/x-ndjson", json_lines::write);
    "POST" "/lines" open(&[]) "application/x-ndjson" request_stream::STREAM => append_lines(body: items(text_lines::read)) => reply_stream(
        200, "text/event-stream", event_source::write
    );
});
}
