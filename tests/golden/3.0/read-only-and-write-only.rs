pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct User {
    pub id: i64,
    pub name: String,
    pub groups: Option<Vec<Group>>,
    pub plan: Option<Plan>,
}

constructor!(User(id: i64, name: impl Into<String>) { id, name: name.into(), groups: None, plan: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: i64,
    pub parent: Option<Box<Group>>,
}

constructor!(Group(id: i64) { id, parent: None });

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Plan {
    /// Default: `1`.
    pub size: Option<i64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct UserRequest {
    pub name: String,
    pub password: String,
    pub groups: Option<Vec<GroupRequest>>,
    pub plan: Option<Plan>,
}

constructor!(UserRequest(name: impl Into<String>, password: impl Into<String>) {
    name: name.into(), password: password.into(), groups: None, plan: None
});

#[derive(Clone, Debug, PartialEq, Default)]
pub struct GroupRequest {
    pub parent: Option<Box<GroupRequest>>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(User { 0 id: required, 1 name: required, 2 groups: optional, 3 plan: optional });
record!(Group { 0 id: required, 1 parent: optional });
record!(Plan { 0 size: optional });
record!(UserRequest { 0 name: required, 1 password: required, 2 groups: optional, 3 plan: optional });
record!(GroupRequest { 0 parent: optional });
validate::unconstrained!(User, Group, Plan, UserRequest, GroupRequest);
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
    /// `POST /users`
    pub fn add_user(&self, body: &UserRequest) -> Call<'_, User, Undeclared> {
        self.request("POST", "/users").json(body).returns(201, json)
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
    /// `POST /users`
    fn add_user(
        &self, context: &Context<()>, body: UserRequest,
    ) -> impl Future<Output = Outcome<User, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/users" open(&[]) "application/json" => add_user(body: json()) => reply(201, json);
});
}
