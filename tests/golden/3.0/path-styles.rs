pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub x: i64,
    pub y: i64,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Point { 0 x: required, 1 y: required });
validate::unconstrained!(Point);
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
use super::runtime::decode::empty;

impl Client {
    /// `GET /simple/{ids}/{point}`
    pub fn simple(&self, ids: &[i64], point: &Point) -> Call<'_, (), Undeclared> {
        self.request("GET", "/simple/{ids}/{point}")
            .path(&ids)
            .path_styled(Style::Simple, true, &point)
            .returns(204, empty)
    }

    /// `GET /label/{ids}/{point}`
    pub fn label(&self, ids: &[i64], point: &Point) -> Call<'_, (), Undeclared> {
        self.request("GET", "/label/{ids}/{point}")
            .path_styled(Style::Label, false, &ids)
            .path_styled(Style::Label, true, &point)
            .returns(204, empty)
    }

    /// `GET /matrix/{ids}/{point}`
    pub fn matrix(&self, ids: &[i64], point: &Point) -> Call<'_, (), Undeclared> {
        self.request("GET", "/matrix/{ids}/{point}")
            .path_styled(Style::Matrix, false, &ids)
            .path_styled(Style::Matrix, true, &point)
            .returns(204, empty)
    }

    /// `GET /compare/{base}...{head}.diff`
    pub fn compare(&self, base: &str, head: &str) -> Call<'_, (), Undeclared> {
        self.request("GET", "/compare/{base}...{head}.diff").path(&base).path(&head).returns(204, empty)
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
use super::runtime::parameter::Style;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /simple/{ids}/{point}`
    fn simple(
        &self, context: &Context<()>, ids: Vec<i64>, point: Point,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /label/{ids}/{point}`
    fn label(
        &self, context: &Context<()>, ids: Vec<i64>, point: Point,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /matrix/{ids}/{point}`
    fn matrix(
        &self, context: &Context<()>, ids: Vec<i64>, point: Point,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /compare/{base}...{head}.diff`
    fn compare(
        &self, context: &Context<()>, base: String, head: String,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/simple/{ids}/{point}" open(&[]) => simple(ids: path("ids"), point: path_styled("point", Style::Simple, true)) => reply(204, empty);
    "GET" "/label/{ids}/{point}" open(&[]) => label(
        ids: path_styled("ids", Style::Label, false), point: path_styled("point", Style::Label, true)
    ) => reply(204, empty);
    "GET" "/matrix/{ids}/{point}" open(&[]) => matrix(
        ids: path_styled("ids", Style::Matrix, false), point: path_styled("point", Style::Matrix, true)
    ) => reply(204, empty);
    "GET" "/compare/{base}...{head}.diff" open(&[]) => compare(base: path("base"), head: path("head")) => reply(204, empty);
});
}
