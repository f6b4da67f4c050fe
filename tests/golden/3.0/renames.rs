pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Pet {
    pub name: String,
    pub id: String,
    pub st: Option<PetStatus>,
    pub owner: Option<Owner>,
}

constructor!(Pet(name: impl Into<String>, id: impl Into<String>) {
    name: name.into(), id: id.into(), st: None, owner: None
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PetStatus {
    /// `1`
    Active,
    /// `2`
    Retired,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Owner {
    pub x: Option<i64>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Pet { 0 name: required "nm", 1 id: required, 2 st: optional, 3 owner: optional "o" });
text_enum!(PetStatus { Active = "1", Retired = "2" });
record!(Owner { 0 x: optional });
validate::unconstrained!(Pet, PetStatus, Owner);
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
    /// `GET /pets`
    pub fn pets(&self) -> Call<'_, Pet, Undeclared, Pets> { self.request("GET", "/pets").returns(200, json) }
}

options!(Pets { search: &str => query("q") });
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
    /// `GET /pets`
    fn pets(
        &self, context: &Context<()>, parameters: PetsParameters,
    ) -> impl Future<Output = Outcome<Pet, Undeclared>> + Send;
}

routes!(DefaultApi as A, () { "GET" "/pets" open(&[]) => pets(parameters: parameters()) => reply(200, json); });
parameters!(#[derive(Default)] PetsParameters { search: Option<String> = optional query "q" });
}
