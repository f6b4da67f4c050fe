pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Foo {
    pub foo: String,
    pub baz: Option<i64>,
    pub quux: Option<bool>,
}

constructor!(Foo(foo: impl Into<String>) { foo: foo.into(), baz: None, quux: None });

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Foo { 0 foo: required, 1 baz: optional, 2 quux: optional });
validate::unconstrained!(Foo);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::empty;
use super::runtime::options::options;

impl Client {
    /// `POST /foo/{foo}`
    #[allow(clippy::disallowed_names)]
    pub fn foo(&self, foo: &str, baz: &str) -> Call<'_, (), Undeclared, FooOperation> {
        self.request("POST", "/foo/{foo}").path(&foo).query("baz", &baz).returns(204, empty)
    }
}

options!(FooOperation {
    /// At most 5 characters.
    quux: &str => query("quux"),
    /// The body.
    body: &Foo => json()
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

use super::runtime::service;
use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;
use super::runtime::parameters::{self, parameters};
use super::runtime::validate;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /foo/{foo}`
    fn foo(
        &self, context: &Context<()>, foo: String, parameters: FooParameters, body: Option<Foo>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/foo/{foo}" open(&[]) "application/json" => foo(foo: path("foo"), parameters: parameters(), body: optional_json()) => reply(204, empty);
});
parameters!(FooParameters {
    baz: String = required query "baz",
    /// At most 5 characters.
    quux: Option<String> = optional query "quux" [validate::Limit::MaxLength(5)]
});
}
