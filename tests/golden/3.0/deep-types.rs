pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq)]
pub struct Deep {
    #[allow(clippy::type_complexity)]
    pub levels: Vec<BTreeMap<String, BTreeMap<String, Vec<Vec<String>>>>>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Deep { 0 levels: required });
validate::unconstrained!(Deep);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};

/// A declared error: status 404.
#[derive(Clone, Debug, PartialEq)]
pub enum Error404 {
    /// Status 404.
    NotFound(String),
}

responses!(Error404 { NotFound: 404 json });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::errors::*;
use ::std::collections::BTreeMap;
use super::runtime::decode::json;
use super::runtime::options::options;

impl Client {
    /// `GET /deep`
    #[allow(clippy::type_complexity)]
    pub fn deep(&self) -> Call<
        '_, Vec<BTreeMap<String, BTreeMap<String, BTreeMap<String, ::serde_json::Value>>>>, Error404, DeepOperation,
    > {
        self.request("GET", "/deep").returns(200, json)
    }
}

options!(DeepOperation { size: i64 => query("size") });
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

use super::runtime::service::{self, failure_from};
use super::errors;

failure_from!(errors::Error404);

use super::errors::*;
use ::std::collections::BTreeMap;
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /deep`
    #[allow(clippy::type_complexity)]
    fn deep(&self, context: &Context<()>, parameters: DeepParameters) -> impl Future<
        Output = Outcome<Vec<BTreeMap<String, BTreeMap<String, BTreeMap<String, ::serde_json::Value>>>>, Error404>,
    > + Send;
}

routes!(DefaultApi as A, () { "GET" "/deep" open(&[]) => deep(parameters: parameters()) => reply(200, json); });
parameters!(#[derive(Default)] DeepParameters { size: Option<i64> = optional query "size" });
}
