pub mod models {
//! The types of the API.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PutColorRequest {
    /// `red`
    Red,
    /// `blue`
    Blue,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

text_enum!(PutColorRequest { Red = "red", Blue = "blue" });
validate::unconstrained!(PutColorRequest);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::{empty, json};
use super::runtime::options::options;

impl Client {
    /// `PUT /number`
    pub fn put_number(&self, body: i64) -> Call<'_, i64, Undeclared> {
        self.request("PUT", "/number").json(&body).returns(200, json)
    }

    /// `PUT /color`
    pub fn put_color(&self, body: PutColorRequest) -> Call<'_, (), Undeclared> {
        self.request("PUT", "/color").json(&body).returns(204, empty)
    }

    /// `PUT /name`
    pub fn put_name(&self) -> Call<'_, (), Undeclared, PutName> { self.request("PUT", "/name").returns(204, empty) }
}

options!(PutName {
    /// The body.
    body: &str => json()
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
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::{empty, json};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `PUT /number`
    fn put_number(&self, context: &Context<()>, body: i64) -> impl Future<Output = Outcome<i64, Undeclared>> + Send;

    /// `PUT /color`
    fn put_color(
        &self, context: &Context<()>, body: PutColorRequest,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `PUT /name`
    fn put_name(
        &self, context: &Context<()>, body: Option<String>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "PUT" "/number" open(&[]) "application/json" => put_number(body: json()) => reply(200, json);
    "PUT" "/color" open(&[]) "application/json" => put_color(body: json()) => reply(204, empty);
    "PUT" "/name" open(&[]) "application/json" => put_name(body: optional_json()) => reply(204, empty);
});
}
