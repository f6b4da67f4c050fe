pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListReportsState {
    /// `open`
    Open,
    /// `closed`
    Closed,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(ListReportsState { Open = "open", Closed = "closed" });
validate::unconstrained!(ListReportsState, ::uuid::Uuid);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::parameter::Style;
use ::uuid::Uuid;
use super::runtime::decode::{empty, json};
use super::runtime::options::options;

impl Client {
    /// `GET /reports/{kind}/{id}/`
    pub fn list_reports(&self, kind: &str, id: Uuid, since: i64) -> Call<'_, Vec<String>, Undeclared, ListReports> {
        self.request("GET", "/reports/{kind}/{id}/")
            .path(&kind)
            .path(&id)
            .query("since", &since)
            .returns(200, json)
    }

    /// `GET /reports/{kind}/latest/`
    pub fn latest_report(&self, kind: &str) -> Call<'_, (), Undeclared> {
        self.request("GET", "/reports/{kind}/latest/").path(&kind).returns(204, empty)
    }
}

options!(ListReports {
    /// At least 1 character.
    name_iexact: &str => query("name__iexact"),
    ids: &[i64] => query("ids"),
    packed: &[String] => query_styled("packed", Style::Form, false),
    /// Default: `"open"`.
    state: ListReportsState => query("state"),
    /// Default: `20`.
    page_size: i64 => query("page_size"),
    x_trace: &str => header_parameter("X-Trace"),
    session: &str => cookie_styled("session", true)
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
pub trait Api: Service + ReportsApi {}

impl<T: Service + ReportsApi> Api for T {}

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
use ::uuid::Uuid;
use super::runtime::routes::{self, routes};
use super::runtime::encode::{empty, json};
use super::runtime::parameters::{self, parameters};
use super::runtime::validate;

/// The operations of `reports`.
pub trait ReportsApi: Service {
    /// `GET /reports/{kind}/{id}/`
    fn list_reports(
        &self, context: &Context<()>, kind: String, id: Uuid, parameters: ListReportsParameters,
    ) -> impl Future<Output = Outcome<Vec<String>, Undeclared>> + Send;

    /// `GET /reports/{kind}/latest/`
    fn latest_report(
        &self, context: &Context<()>, kind: String,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(ReportsApi as A, () {
    "GET" "/reports/{kind}/{id}/" open(&[]) => list_reports(kind: path("kind"), id: path("id"), parameters: parameters()) => reply(200, json);
    "GET" "/reports/{kind}/latest/" open(&[]) => latest_report(kind: path("kind")) => reply(204, empty);
});
parameters!(ListReportsParameters {
    since: i64 = required query "since",
    /// At least 1 character.
    name_iexact: Option<String> = optional query "name__iexact" [validate::Limit::MinLength(1)],
    ids: Option<Vec<i64>> = optional query "ids",
    packed: Option<Vec<String>> = optional query "packed" (Form, false),
    /// Default: `"open"`.
    state: ListReportsState = default(ListReportsState::Open) query "state",
    /// Default: `20`.
    page_size: i64 = default(20) query "page_size",
    x_trace: Option<String> = optional header "X-Trace",
    session: Option<String> = optional cookie "session" (true)
});
}
