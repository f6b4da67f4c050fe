pub mod models {
//! The types of the API.

use ::uuid::Uuid;
pub use super::runtime::maybe::Maybe;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    pub name: String,
    pub owner: Option<String>,
    pub color: Option<String>,
    pub flow: Maybe<Uuid>,
}

constructor!(Thing(name: impl Into<String>, owner: Option<String>) {
    name: name.into(), owner, color: None, flow: Maybe::Absent
});

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Thing { 0 name: required, 1 owner: nullable, 2 color: optional, 3 flow: maybe });
validate::unconstrained!(Thing, ::uuid::Uuid);
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
    /// `PATCH /things/{id}`
    pub fn update_thing(&self, id: i64) -> Call<'_, Thing, Undeclared, UpdateThing> {
        self.request("PATCH", "/things/{id}").path(&id).returns(200, json)
    }
}

options!(UpdateThing {
    /// The body.
    body: &Thing => json()
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
pub trait Api: Service + ThingsApi {}

impl<T: Service + ThingsApi> Api for T {}

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

/// The operations of `things`.
pub trait ThingsApi: Service {
    /// `PATCH /things/{id}`
    fn update_thing(
        &self, context: &Context<()>, id: i64, body: Option<Thing>,
    ) -> impl Future<Output = Outcome<Thing, Undeclared>> + Send;
}

routes!(ThingsApi as A, () {
    "PATCH" "/things/{id}" open(&[]) "application/json" => update_thing(id: path("id"), body: optional_json()) => reply(200, json);
});
}
