pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Pet {
    /// At least 1 character.
    pub name: Name,
    pub kind: Option<Kind>,
    pub owner: Option<Person>,
}

constructor!(Pet(name: Name) { name, kind: None, owner: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// At least 1 character.
    pub name: Name,
    pub best_friend: Option<Box<Person>>,
}

constructor!(Person(name: Name) { name, best_friend: None });

/// At least 1 character.
pub type Name = String;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `cat`
    Cat,
    /// `dog`
    Dog,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::super::runtime::text_enum::{self, text_enum};
use super::*;
use super::super::runtime::validate;

record!(Pet { 0 name: required, 1 kind: optional, 2 owner: optional });
record!(Person { 0 name: required, 1 best_friend: optional });
text_enum!(Kind { Cat = "cat", Dog = "dog" });
validate::constraints!(Pet { member name "name" [validate::Limit::MinLength(1)], nested owner "owner" });
validate::constraints!(Person {
    member name "name" [validate::Limit::MinLength(1)], nested best_friend "best_friend"
});
validate::unconstrained!(Kind);
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
    /// `GET /pets`
    pub fn list_pets(&self) -> Call<'_, Vec<Pet>, Undeclared> { self.request("GET", "/pets").returns(200, json) }
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
    /// `GET /pets`
    fn list_pets(&self, context: &Context<()>) -> impl Future<Output = Outcome<Vec<Pet>, Undeclared>> + Send;
}

routes!(DefaultApi as A, () { "GET" "/pets" open(&[]) => list_pets() => reply(200, json); });
}
