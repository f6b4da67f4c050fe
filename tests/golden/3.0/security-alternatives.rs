pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}

mod security {
//! The ways to prove who is calling, and which of them operations demand.

use super::runtime::security::{Requirement, Scheme, SchemeKind};

/// `token`: `Authorization: Bearer …`.
pub(super) static TOKEN: Scheme = Scheme {
    name: "token",
    kind: SchemeKind::Bearer,
};

/// `login`: `Authorization: Basic …`.
pub(super) static LOGIN: Scheme = Scheme {
    name: "login",
    kind: SchemeKind::Basic,
};

/// `key`: the header `X-Key`.
pub(super) static KEY: Scheme = Scheme {
    name: "key",
    kind: SchemeKind::ApiKeyHeader("X-Key"),
};

/// `oauth`: `Authorization: Bearer …`.
pub(super) static OAUTH: Scheme = Scheme {
    name: "oauth",
    kind: SchemeKind::Bearer,
};

pub(super) const BY_TOKEN: &[Requirement] = &[&[(&TOKEN, &[])]];

pub(super) const BY_TOKEN_OR_LOGIN: &[Requirement] = &[&[(&TOKEN, &[])], &[(&LOGIN, &[])]];

pub(super) const BY_KEY_AND_TOKEN: &[Requirement] = &[&[(&KEY, &[]), (&TOKEN, &[])]];

pub(super) const BY_TOKEN_OR_NOBODY: &[Requirement] = &[&[(&TOKEN, &[])], &[]];

pub(super) const BY_OAUTH: &[Requirement] = &[&[(&OAUTH, &["read", "write"])]];
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::basic::Basic;
pub use super::runtime::oauth2::OAuth2;
use super::security::{TOKEN, LOGIN, KEY, OAUTH};

impl ClientBuilder {
    /// Credentials for `token`: `Authorization: Bearer …`.
    pub fn token(self, secret: impl Into<String>) -> Self { self.credential(&TOKEN, secret) }

    /// Credentials for `login`: `Authorization: Basic …`.
    pub fn login(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credential(
            &LOGIN,
            Basic {
                user: user.into(),
                password: password.into(),
            }.encode(),
        )
    }

    /// Credentials for `key`: the header `X-Key`.
    pub fn key(self, secret: impl Into<String>) -> Self { self.credential(&KEY, secret) }

    /// Credentials for `oauth`: `Authorization: Bearer …`.
    pub fn oauth(self, secret: impl Into<String>) -> Self { self.credential(&OAUTH, secret) }

    /// Tokens for `oauth`, by client credentials, for these scopes; [`OAuth2`] knows other ways.
    pub fn oauth_client(self, id: impl Into<String>, secret: impl Into<String>, scopes: &[&str]) -> Self {
        let tokens = OAuth2::new(self.absolute("https://example.org/token"), id, secret);
        self.credential_source(&OAUTH, tokens.scopes(scopes.iter().copied()))
    }
}

mod a {
//! Operations of `a`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::security::BY_TOKEN;
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /one`
    pub fn one(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/one").secured(BY_TOKEN).returns(204, empty) }
}
}

mod b {
//! Operations of `b`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::security::{
    BY_KEY_AND_TOKEN, BY_OAUTH, BY_TOKEN_OR_LOGIN, BY_TOKEN_OR_NOBODY,
};
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /either`
    pub fn either(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/either").secured(BY_TOKEN_OR_LOGIN).returns(204, empty)
    }

    /// `GET /both`
    pub fn both(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/both").secured(BY_KEY_AND_TOKEN).returns(204, empty)
    }

    /// `GET /maybe`
    pub fn maybe(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/maybe").secured(BY_TOKEN_OR_NOBODY).returns(204, empty)
    }

    /// `GET /open`
    pub fn open(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/open").returns(204, empty) }

    /// `GET /scoped`
    pub fn scoped(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/scoped").secured(BY_OAUTH).returns(204, empty)
    }
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

pub use super::runtime::basic::Basic;
pub use super::runtime::authentication::Denied;
use super::runtime::authentication::Presented;

/// Finds out who is calling; one method per scheme of the document.
///
/// A scheme is asked before the handler of an operation that demands it.
pub trait Authenticate: Send + Sync + 'static {
    /// Who is calling, as handlers see it.
    type Principal: Send + Sync + 'static;

    /// Who the credential of `token` stands for: `Authorization: Bearer …`.
    fn token(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `login` stands for: `Authorization: Basic …`.
    fn login(
        &self, credential: &Basic, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `key` stands for: the header `X-Key`.
    fn key(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `oauth` stands for: `Authorization: Bearer …`.
    fn oauth(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
}

/// Asks the method of a scheme.
async fn ask<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
    match presented.scheme.name {
        "token" => {
            api.token(presented.credential, presented.scopes, presented.parts).await
        }
        "login" => {
            api.login(
                    &Basic::decode(presented.credential).ok_or_else(Denied::malformed)?,
                    presented.scopes,
                    presented.parts,
                )
                .await
        }
        "key" => api.key(presented.credential, presented.scopes, presented.parts).await,
        "oauth" => {
            api.oauth(presented.credential, presented.scopes, presented.parts).await
        }
        _ => Err(Denied::malformed()),
    }
}

/// Everything that the document describes; implemented by whatever implements its parts.
pub trait Api: Service + AApi + BApi {}

impl<T: Service + AApi + BApi> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::new(api, |api, presented| Box::pin(ask(api, presented)));
    a::add_routes(&mut routes);
    b::add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service;
pub use self::a::*;
pub use self::b::*;

mod a {
//! Operations of `a`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::security::BY_TOKEN;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `a`.
pub trait AApi: Service + Authenticate {
    /// `GET /one`
    fn one(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(AApi as A, A::Principal { "GET" "/one" secured(BY_TOKEN) => one() => reply(204, empty); });
}

mod b {
//! Operations of `b`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::security::{
    BY_KEY_AND_TOKEN, BY_OAUTH, BY_TOKEN_OR_LOGIN, BY_TOKEN_OR_NOBODY,
};
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `b`.
pub trait BApi: Service + Authenticate {
    /// `GET /either`
    fn either(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /both`
    fn both(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /maybe`
    fn maybe(&self, context: &Context<Option<Self::Principal>>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /open`
    fn open(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /scoped`
    fn scoped(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(BApi as A, A::Principal {
    "GET" "/either" secured(BY_TOKEN_OR_LOGIN) => either() => reply(204, empty);
    "GET" "/both" secured(BY_KEY_AND_TOKEN) => both() => reply(204, empty);
    "GET" "/maybe" identified(BY_TOKEN_OR_NOBODY) => maybe() => reply(204, empty);
    "GET" "/open" open(&[]) => open() => reply(204, empty);
    "GET" "/scoped" secured(BY_OAUTH) => scoped() => reply(204, empty);
});
}
}
