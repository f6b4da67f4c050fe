pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Pet {
    pub name: String,
    pub owner: Option<Owner>,
    pub tags: Option<Vec<Tag>>,
}

constructor!(Pet(name: impl Into<String>) { name: name.into(), owner: None, tags: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    pub label: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Owner {
    pub name: String,
    pub pets: Option<Vec<Pet>>,
}

constructor!(Owner(name: impl Into<String>) { name: name.into(), pets: None });

#[derive(Clone, Debug, PartialEq)]
pub struct FailureResponse {
    pub message: String,
}

/// At least 1.
pub type PageSize = i32;

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Pet { 0 name: required, 1 owner: optional, 2 tags: optional });
record!(Tag { 0 label: required });
record!(Owner { 0 name: required, 1 pets: optional });
record!(FailureResponse { 0 message: required });
validate::unconstrained!(Pet, Tag, Owner, FailureResponse);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status Default.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultError {
    /// Any other status.
    Default {
        /// The status.
        status: u16,
        /// The body.
        body: FailureResponse,
    },
}

responses!(DefaultError { Default: default json });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::errors::*;
use super::runtime::decode::json;
use super::runtime::options::options;

impl Client {
    /// `GET /pets/{id}`
    pub fn get_pet(&self, id: i64) -> Call<'_, Pet, DefaultError> {
        self.request("GET", "/pets/{id}").path(&id).returns(200, json)
    }

    /// `GET /owners`
    pub fn list_owners(&self) -> Call<'_, Vec<Owner>, DefaultError, ListOwners> {
        self.request("GET", "/owners").returns(200, json)
    }
}

options!(ListOwners {
    /// At least 1.
    limit: PageSize => query("limit")
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

use super::runtime::service::{self, failure_from};
use super::errors;

failure_from!(errors::DefaultError);

use super::models::*;
use super::errors::*;
use super::runtime::routes::{self, routes};
use super::runtime::encode::json;
use super::runtime::parameters::{self, parameters};
use super::runtime::validate;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /pets/{id}`
    fn get_pet(&self, context: &Context<()>, id: i64) -> impl Future<Output = Outcome<Pet, DefaultError>> + Send;

    /// `GET /owners`
    fn list_owners(
        &self, context: &Context<()>, parameters: ListOwnersParameters,
    ) -> impl Future<Output = Outcome<Vec<Owner>, DefaultError>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/pets/{id}" open(&[]) => get_pet(id: path("id")) => reply(200, json);
    "GET" "/owners" open(&[]) => list_owners(parameters: parameters()) => reply(200, json);
});
parameters!(#[derive(Default)] ListOwnersParameters {
    /// At least 1.
    limit: Option<PageSize> = optional query "limit" [validate::Limit::Minimum(1)]
});
}
