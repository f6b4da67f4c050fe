pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};

/// What `post_users_id_keys` answers if all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum PostUsersIdKeysResponse {
    /// Any other status.
    Default {
        /// The status.
        status: u16,
    },
}

responses!(PostUsersIdKeysResponse { Default: default empty });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::empty;

impl Client {
    /// `GET /users/{id}/keys`
    pub fn get_users_id_keys(&self, id: i64) -> Call<'_, (), Undeclared> {
        self.request("GET", "/users/{id}/keys").path(&id).returns(204, empty)
    }

    /// `POST /users/{id}/keys`
    pub fn post_users_id_keys(&self, id: i64) -> Call<'_, PostUsersIdKeysResponse, Undeclared> {
        self.request("POST", "/users/{id}/keys").path(&id).returns_any()
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
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `GET /users/{id}/keys`
    fn get_users_id_keys(&self, context: &Context<()>, id: i64) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `POST /users/{id}/keys`
    fn post_users_id_keys(
        &self, context: &Context<()>, id: i64,
    ) -> impl Future<Output = Outcome<PostUsersIdKeysResponse, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/users/{id}/keys" open(&[]) => get_users_id_keys(id: path("id")) => reply(204, empty);
    "POST" "/users/{id}/keys" open(&[]) => post_users_id_keys(id: path("id")) => reply_any();
});
}
