pub mod models {
//! The types of the API.

pub use super::runtime::maybe::Maybe;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq, Eq, ::std::hash::Hash)]
pub struct HTTPThing {
    pub identifier: String,
    pub identifier_lowercase: Option<String>,
    pub thing_kind: Option<ThingKind>,
    pub when: Maybe<::std::net::SocketAddr>,
    pub total: Maybe<Total>,
    pub total_lowercase: Option<i64>,
}

constructor!(HTTPThing(identifier: impl Into<String>) {
    identifier: identifier.into(), identifier_lowercase: None, thing_kind: None, when: Maybe::Absent,
    total: Maybe::Absent, total_lowercase: None
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ThingKind {
    /// `a`
    #[default]
    A,
}

pub type Total = i64;

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(HTTPThing {
    0 identifier: required "ID", 1 identifier_lowercase: optional "identifier", 2 thing_kind: optional "kind",
    3 when: maybe, 4 total: maybe "count", 5 total_lowercase: optional "total"
});
text_enum!(ThingKind { A = "a" });
validate::unconstrained!(HTTPThing, ThingKind);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::json;
use super::runtime::options::options;

impl Client {
    /// `GET /things`
    pub fn things(&self) -> Call<'_, HTTPThing, Undeclared, Things> {
        self.request("GET", "/things").returns(200, json)
    }
}

options!(Things { search: &str => query("q") });
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
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /things`
    fn things(
        &self, context: &Context<()>, parameters: ThingsParameters,
    ) -> impl Future<Output = Outcome<HTTPThing, Undeclared>> + Send;
}

routes!(DefaultApi as A, () { "GET" "/things" open(&[]) => things(parameters: parameters()) => reply(200, json); });
parameters!(#[derive(Default)] ThingsParameters { search: Option<String> = optional query "q" });
}
