pub mod models {
//! The types of the API.

use super::runtime::json_text::JsonText;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// At least 0.
    pub at: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A [`ChangeAdded`].
    Added(ChangeAdded),
    /// A [`ChangeRemoved`].
    Removed(ChangeRemoved),
}

/// Added
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeAdded {
    pub event: ChangeEvent,
    pub data: String,
    pub id: Option<String>,
}

constructor!(ChangeAdded(data: impl Into<String>) { event: ChangeEvent::Added, data: data.into(), id: None });

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ChangeEvent {
    /// `added`
    #[default]
    Added,
}

/// Removed
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRemoved {
    pub event: ChangeRemovedEvent,
    pub data: JsonText<ChangeContent>,
}

constructor!(ChangeRemoved(data: JsonText<ChangeContent>) { event: ChangeRemovedEvent::Removed, data });

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ChangeRemovedEvent {
    /// `removed`
    #[default]
    Removed,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ChangeContent {
    pub count: Option<i64>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::unions;
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Measurement { 0 at: required });
unions::union!(Change { Added: Object("event" = "added"), Removed: Object("event" = "removed") });
record!(ChangeAdded { 0 event: required, 1 data: required, 2 id: optional });
text_enum!(ChangeEvent { Added = "added" });
record!(ChangeRemoved { 0 event: required, 1 data: required });
text_enum!(ChangeRemovedEvent { Removed = "removed" });
record!(ChangeContent { 0 count: optional });
validate::constraints!(Measurement { member at "at" [validate::Limit::MinimumNumber(0.0)] });
validate::unconstrained!(ChangeAdded, ChangeEvent, ChangeRemoved, ChangeRemovedEvent, ChangeContent);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};

/// A declared error: status Default.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultError {
    /// Any other status as `text/event-stream`.
    Default {
        /// The status.
        status: u16,
        /// The body.
        body: String,
    },
}

responses!(DefaultError { Default: default text "text/event-stream" });
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::runtime::{event_source, json_lines};
use super::runtime::event_source::ServerSentEvent;
use super::runtime::item_stream::ItemStream;

/// What `follow` answers if all is well.
#[derive(Debug)]
pub enum FollowResponse {
    /// Status 200 as `application/x-ndjson`.
    OkXNdjson(ItemStream<::serde_json::Value>),
    /// Status 200 as `text/event-stream`.
    OkEventStream(ItemStream<ServerSentEvent>),
}

responses!(FollowResponse {
    OkXNdjson: 200 [json_lines] "application/x-ndjson", OkEventStream: 200 [event_source] "text/event-stream"
});
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
use super::runtime::item_stream::ItemStream;
use super::runtime::decode::empty;
use super::runtime::{event_objects, json_lines, json_sequence};
use super::runtime::options::options;

impl Client {
    /// `POST /measurements`
    pub fn convert(&self, body: impl Into<ItemStream<Measurement>>) -> Call<'_, ItemStream<Measurement>, Undeclared> {
        self.request("POST", "/measurements")
            .stream("application/jsonl", json_lines::write, body)
            .accept("application/json-seq")
            .returns_stream(200, json_sequence::read)
    }

    /// `PUT /measurements`
    pub fn import(&self) -> Call<'_, (), Undeclared, Import> {
        self.request("PUT", "/measurements").returns(204, empty)
    }

    /// `GET /changes`
    pub fn watch(&self) -> Call<'_, ItemStream<Change>, Undeclared> {
        self.request("GET", "/changes").accept("text/event-stream").returns_stream(200, event_objects::read)
    }

    /// `GET /log`
    pub fn follow(&self) -> Call<'_, FollowResponse, DefaultError> { self.request("GET", "/log").returns_any() }
}

options!(Import {});

impl<T, E> Call<'_, T, E, Import> {
    /// The body.
    pub fn body(self, body: impl Into<ItemStream<Vec<i64>>>) -> Self {
        self.stream("application/json-seq", json_sequence::write, body)
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

failure_from!(errors::DefaultError);

use super::models::*;
use super::errors::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::item_stream::ItemStream;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;
use super::runtime::{event_objects, json_lines, json_sequence};
use super::runtime::request_stream;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /measurements`
    fn convert(
        &self, context: &Context<()>, body: ItemStream<Measurement>,
    ) -> impl Future<Output = Outcome<ItemStream<Measurement>, Undeclared>> + Send;

    /// `PUT /measurements`
    fn import(
        &self, context: &Context<()>, body: Option<ItemStream<Vec<i64>>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /changes`
    fn watch(&self, context: &Context<()>) -> impl Future<Output = Outcome<ItemStream<Change>, Undeclared>> + Send;

    /// `GET /log`
    fn follow(&self, context: &Context<()>) -> impl Future<Output = Outcome<FollowResponse, DefaultError>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/measurements" open(&[]) "application/jsonl" request_stream::STREAM => convert(body: items(json_lines::read)) => reply_stream(
        200, "application/json-seq", json_sequence::write
    );
    "PUT" "/measurements" open(&[]) "application/json-seq" request_stream::STREAM => import(body: optional_items(json_sequence::read)) => reply(204, empty);
    "GET" "/changes" open(&[]) => watch() => reply_stream(200, "text/event-stream", event_objects::write);
    "GET" "/log" open(&[]) => follow() => reply_any();
});
}
