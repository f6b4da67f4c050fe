pub mod models {
//! The types of the API.

use ::rust_decimal::Decimal;
use super::runtime::decimal::DecimalNumber;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    pub id: String,
    /// At least 0.
    pub net: DecimalNumber,
    /// Matches `^[0-9.]+$`.
    pub gross: Decimal,
    pub steps: Option<Vec<DecimalNumber>>,
}

constructor!(Price(
    id: impl Into<String>, net: DecimalNumber, gross: Decimal
) { id: id.into(), net, gross, steps: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Price { 0 id: required, 1 net: required, 2 gross: required, 3 steps: optional });
validate::constraints!(Price { member net "net" [validate::Limit::MinimumNumber(0.0)] });
validate::unconstrained!(::rust_decimal::Decimal);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decimal::DecimalNumber;
use super::runtime::decode::empty;

impl Client {
    /// `POST /prices`
    pub fn set_price(&self, rate: DecimalNumber, body: &Price) -> Call<'_, (), Undeclared> {
        self.request("POST", "/prices").query("rate", &rate).json(body).returns(204, empty)
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
use super::runtime::decimal::DecimalNumber;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /prices`
    fn set_price(
        &self, context: &Context<()>, parameters: SetPriceParameters, body: Price,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/prices" open(&[]) "application/json" => set_price(parameters: parameters(), body: json()) => reply(204, empty);
});
parameters!(SetPriceParameters { rate: DecimalNumber = required query "rate" });
}
