pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub price: crate::own_types::Money,
    pub host: ::std::collections::BTreeMap<String, String>,
    pub port: Option<::std::num::NonZeroU16>,
    pub stamp: Option<uuid::Uuid>,
}

constructor!(Order(
    price: crate::own_types::Money, host: ::std::collections::BTreeMap<String, String >
) { price, host, port: None, stamp: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Order { 0 price: required, 1 host: required, 2 port: optional, 3 stamp: optional });
validate::unconstrained!(Order, crate::own_types::Money, uuid::Uuid);
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
    /// `POST /orders`
    pub fn order(&self, body: &Order) -> Call<'_, crate::own_types::Money, Undeclared, OrderOperation> {
        self.request("POST", "/orders").json(body).returns(200, json)
    }
}

options!(OrderOperation { limit: &crate::own_types::Money => query("limit") });
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
    /// `POST /orders`
    fn order(
        &self, context: &Context<()>, parameters: OrderParameters, body: Order,
    ) -> impl Future<Output = Outcome<crate::own_types::Money, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/orders" open(&[]) "application/json" => order(parameters: parameters(), body: json()) => reply(200, json);
});
parameters!(#[derive(Default)] OrderParameters { limit: Option<crate::own_types::Money> = optional query "limit" });
}
