pub mod models {
//! The types of the API.

pub use super::runtime::maybe::Maybe;
use super::runtime::time_formats::{Rfc3339Date, Rfc3339DateTime};
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub starts: Rfc3339DateTime,
    pub day: Maybe<Rfc3339Date>,
    pub changes: Option<Vec<Rfc3339DateTime>>,
}

constructor!(Event(starts: Rfc3339DateTime) { starts, day: Maybe::Absent, changes: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Event { 0 starts: required, 1 day: maybe, 2 changes: optional });
validate::unconstrained!(Event);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::time_formats::{Rfc3339Date, Rfc3339DateTime};
use super::runtime::decode::json;
use super::runtime::options::options;

impl Client {
    /// `GET /events/{day}`
    pub fn events_of_day(&self, day: Rfc3339Date) -> Call<'_, Vec<Event>, Undeclared, EventsOfDay> {
        self.request("GET", "/events/{day}").path(&day).returns(200, json)
    }
}

options!(EventsOfDay { after: Rfc3339DateTime => query("after") });
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
use super::runtime::time_formats::{Rfc3339Date, Rfc3339DateTime};
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /events/{day}`
    fn events_of_day(
        &self, context: &Context<()>, day: Rfc3339Date, parameters: EventsOfDayParameters,
    ) -> impl Future<Output = Outcome<Vec<Event>, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/events/{day}" open(&[]) => events_of_day(day: path("day"), parameters: parameters()) => reply(200, json);
});
parameters!(#[derive(Default)] EventsOfDayParameters { after: Option<Rfc3339DateTime> = optional query "after" });
}
