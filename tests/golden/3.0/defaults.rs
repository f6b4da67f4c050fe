pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Color {
    /// `red`
    Red,
    /// `blue`
    Blue,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ThingRequest {
    /// Default: `3`.
    pub size: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Thing {
    /// Default: `3`.
    pub size: Option<i64>,
    /// Default: `"none"`.
    pub name: Option<String>,
    /// Default: `true`.
    pub shiny: Option<bool>,
    /// Default: `"blue"`.
    pub color: Option<Color>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(Color { Red = "red", Blue = "blue" });
record!(ThingRequest { 0 size: optional });
record!(Thing {
    0 size: defaulted(3), 1 name: defaulted("none".to_owned()), 2 shiny: defaulted(true),
    3 color: defaulted(Color::Blue)
});
validate::unconstrained!(Color, ThingRequest, Thing);
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

impl Client {
    /// `POST /things`
    pub fn create_thing(&self, body: &ThingRequest) -> Call<'_, Thing, Undeclared> {
        self.request("POST", "/things").json(body).returns(201, json)
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
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /things`
    fn create_thing(
        &self, context: &Context<()>, body: ThingRequest,
    ) -> impl Future<Output = Outcome<Thing, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/things" open(&[]) "application/json" => create_thing(body: json()) => reply(201, json);
});
}
