pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ReportErrorRequest {
    pub text: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(ReportErrorRequest { 0 text: optional });
validate::unconstrained!(ReportErrorRequest);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};

/// A declared error: status 400.
#[derive(Clone, Debug, PartialEq)]
pub enum Error400 {
    /// Status 400.
    BadRequest,
}

responses!(Error400 { BadRequest: 400 empty });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::multipart;

multipart::to_parts!(&super::models::ReportErrorRequest { text: optional text "text" });
pub use self::parameters_tag::*;

mod parameters_tag {
//! Operations of `parameters`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::empty;
use super::super::runtime::options::options;

impl Client {
    /// `GET /parameters`
    pub fn list_parameters(&self) -> Call<'_, (), Undeclared, ListParameters> {
        self.request("GET", "/parameters").returns(204, empty)
    }
}

options!(ListParameters {
    /// At most 9.
    size: i64 => query("size")
});
}

mod errors_tag {
//! Operations of `errors`.

use super::{Call, Client};
use super::super::models::*;
use super::super::errors::*;
use super::super::runtime::decode::empty;

impl Client {
    /// `POST /errors`
    pub fn report_error(&self, body: &ReportErrorRequest) -> Call<'_, (), Error400> {
        self.request("POST", "/errors").multipart(body).returns(204, empty)
    }
}
}

mod multipart_tag {
//! Operations of `multipart`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /multipart`
    pub fn multipart(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/multipart").returns(204, empty) }
}
}

mod gr_e {
//! Operations of `Größe`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /size`
    pub fn size(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/size").returns(204, empty) }
}
}

mod tag {
//! Operations of `用户`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /users`
    pub fn users(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/users").returns(204, empty) }
}
}

mod self_ {
//! Operations of `self`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /self`
    pub fn me(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/self").returns(204, empty) }
}
}
}

pub mod server {
//! The server: implement the traits, and serve what `router` returns.

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
pub trait Api: Service + ParametersApi + ErrorsApi + MultipartApi + GrößeApi + 用户Api + SelfApi {}

impl<
    T: Service + ParametersApi + ErrorsApi + MultipartApi + GrößeApi + 用户Api
        + SelfApi,
> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::open(api);
    parameters_tag::add_routes(&mut routes);
    errors_tag::add_routes(&mut routes);
    multipart_tag::add_routes(&mut routes);
    gr_e::add_routes(&mut routes);
    tag::add_routes(&mut routes);
    self_::add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service::{self, failure_from};
use super::errors;

failure_from!(errors::Error400);

use super::runtime::multipart_read;

multipart_read::from_parts!(super::models::ReportErrorRequest { text: optional text "text" });
pub use self::parameters_tag::*;
pub use self::errors_tag::*;
pub use self::multipart_tag::*;
pub use self::gr_e::*;
pub use self::tag::*;
pub use self::self_::*;

mod parameters_tag {
//! Operations of `parameters`.

use ::std::future::Future;
use super::{Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;
use super::super::runtime::parameters::{self, parameters};
use super::super::runtime::validate;

/// The operations of `parameters`.
pub trait ParametersApi: Service {
    /// `GET /parameters`
    fn list_parameters(
        &self, context: &Context<()>, parameters: ListParametersParameters,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(ParametersApi as A, () {
    "GET" "/parameters" open(&[]) => list_parameters(parameters: parameters()) => reply(204, empty);
});
parameters!(#[derive(Default)] ListParametersParameters {
    /// At most 9.
    size: Option<i64> = optional query "size" [validate::Limit::Maximum(9)]
});
}

mod errors_tag {
//! Operations of `errors`.

use ::std::future::Future;
use super::{Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::errors::*;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `errors`.
pub trait ErrorsApi: Service {
    /// `POST /errors`
    fn report_error(
        &self, context: &Context<()>, body: ReportErrorRequest,
    ) -> impl Future<Output = Outcome<(), Error400>> + Send;
}

routes!(ErrorsApi as A, () {
    "POST" "/errors" open(&[]) "multipart/form-data" => report_error(body: multipart()) => reply(204, empty);
});
}

mod multipart_tag {
//! Operations of `multipart`.

use ::std::future::Future;
use super::{Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `multipart`.
pub trait MultipartApi: Service {
    /// `GET /multipart`
    fn multipart(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(MultipartApi as A, () { "GET" "/multipart" open(&[]) => multipart() => reply(204, empty); });
}

mod gr_e {
//! Operations of `Größe`.

use ::std::future::Future;
use super::{Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `Größe`.
pub trait GrößeApi: Service {
    /// `GET /size`
    fn size(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(GrößeApi as A, () { "GET" "/size" open(&[]) => size() => reply(204, empty); });
}

mod tag {
//! Operations of `用户`.

use ::std::future::Future;
use super::{Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `用户`.
pub trait 用户Api: Service {
    /// `GET /users`
    fn users(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(用户Api as A, () { "GET" "/users" open(&[]) => users() => reply(204, empty); });
}

mod self_ {
//! Operations of `self`.

use ::std::future::Future;
use super::{Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `self`.
pub trait SelfApi: Service {
    /// `GET /self`
    fn me(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(SelfApi as A, () { "GET" "/self" open(&[]) => me() => reply(204, empty); });
}
}
