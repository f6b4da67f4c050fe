pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}

mod security {
//! The ways to prove who is calling, and which of them operations demand.

use super::runtime::security::{Requirement, Scheme, SchemeKind};

/// `service`: `Authorization: Bearer …`.
pub(super) static SERVICE: Scheme = Scheme {
    name: "service",
    kind: SchemeKind::Bearer,
};

/// `login`: `Authorization: Bearer …`.
pub(super) static LOGIN: Scheme = Scheme {
    name: "login",
    kind: SchemeKind::Bearer,
};

/// `user`: `Authorization: Bearer …`.
pub(super) static USER: Scheme = Scheme {
    name: "user",
    kind: SchemeKind::Bearer,
};

pub(super) const BY_SERVICE_OR_LOGIN_OR_USER: &[Requirement] = &[
    &[(&SERVICE, &["read"])], &[(&LOGIN, &[])], &[(&USER, &[])],
];
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
pub use super::runtime::oauth2::OAuth2;
use super::security::{SERVICE, LOGIN, USER};

impl ClientBuilder {
    /// Credentials for `service`: `Authorization: Bearer …`.
    pub fn service(self, secret: impl Into<String>) -> Self { self.credential(&SERVICE, secret) }

    /// Credentials for `login`: `Authorization: Bearer …`.
    pub fn login(self, secret: impl Into<String>) -> Self { self.credential(&LOGIN, secret) }

    /// Credentials for `user`: `Authorization: Bearer …`.
    pub fn user(self, secret: impl Into<String>) -> Self { self.credential(&USER, secret) }

    /// Tokens for `service`, by client credentials, for these scopes; [`OAuth2`] knows other ways.
    pub fn service_client(self, id: impl Into<String>, secret: impl Into<String>, scopes: &[&str]) -> Self {
        let tokens = OAuth2::new(self.absolute("/oauth/token"), id, secret);
        self.credential_source(&SERVICE, tokens.scopes(scopes.iter().copied()))
    }

    /// Tokens for `login`, by client credentials, for these scopes; [`OAuth2`] knows other ways.
    pub fn login_client(self, id: impl Into<String>, secret: impl Into<String>, scopes: &[&str]) -> Self {
        let tokens = OAuth2::discovered(
            self.absolute("https://login.example/.well-known/openid-configuration"), id, secret,
        );
        self.credential_source(&LOGIN, tokens.scopes(scopes.iter().copied()))
    }
}

/// The servers that the document names, for [`Client::builder`].
#[derive(Debug)]
pub enum Servers {}

impl Servers {
    /// `https://api.example/v1`
    pub fn server() -> String { "https://api.example/v1".to_owned() }
}

use super::runtime::responses::Undeclared;
use super::security::BY_SERVICE_OR_LOGIN_OR_USER;
use super::runtime::decode::empty;

impl Client {
    /// `GET /me`
    pub fn me(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/me").secured(BY_SERVICE_OR_LOGIN_OR_USER).returns(204, empty)
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
pub const BASE_PATH: &str = "/v1";

pub use super::runtime::authentication::Denied;
use super::runtime::authentication::Presented;

/// Finds out who is calling; one method per scheme of the document.
///
/// A scheme is asked before the handler of an operation that demands it.
pub trait Authenticate: Send + Sync + 'static {
    /// Who is calling, as handlers see it.
    type Principal: Send + Sync + 'static;

    /// Who the credential of `service` stands for: `Authorization: Bearer …`.
    fn service(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `login` stands for: `Authorization: Bearer …`.
    fn login(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `user` stands for: `Authorization: Bearer …`.
    fn user(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
}

/// Asks the method of a scheme.
async fn ask<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
    match presented.scheme.name {
        "service" => {
            api.service(presented.credential, presented.scopes, presented.parts).await
        }
        "login" => {
            api.login(presented.credential, presented.scopes, presented.parts).await
        }
        "user" => api.user(presented.credential, presented.scopes, presented.parts).await,
        _ => Err(Denied::malformed()),
    }
}

/// Everything that the document describes; implemented by whatever implements its parts.
pub trait Api: Service + DefaultApi {}

impl<T: Service + DefaultApi> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::new(api, |api, presented| Box::pin(ask(api, presented)));
    add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service;
use super::runtime::responses::Undeclared;
use super::security::BY_SERVICE_OR_LOGIN_OR_USER;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;

/// The operations of `default`.
pub trait DefaultApi: Service + Authenticate {
    /// `GET /me`
    fn me(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, A::Principal {
    "GET" "/me" secured(BY_SERVICE_OR_LOGIN_OR_USER) => me() => reply(204, empty);
});
}
