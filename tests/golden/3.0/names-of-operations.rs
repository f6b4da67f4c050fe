pub mod models {
//! The types of the API.

#[derive(Clone, Debug, PartialEq, Default)]
pub struct NewResponse {
    pub a: Option<String>,
}

pub type BuilderResponse = NewResponse;

pub type GetPetResponse = NewResponse;

pub type GetPetResponseModel = NewResponse;

pub type GetPetResponseModel2 = NewResponse;

pub type AwaitResponse = NewResponse;

pub type T1stResponse = NewResponse;

pub type Response = NewResponse;

pub type SelfResponse = NewResponse;

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(NewResponse { 0 a: optional });
validate::unconstrained!(NewResponse);
}
}

mod security {
//! The ways to prove who is calling, and which of them operations demand.

use super::runtime::security::{Requirement, Scheme, SchemeKind};

/// `bearer`: `Authorization: Bearer …`.
pub(super) static BEARER_SCHEME: Scheme = Scheme {
    name: "bearer",
    kind: SchemeKind::Bearer,
};

/// `header`: the header `x-key`.
pub(super) static HEADER_SCHEME: Scheme = Scheme {
    name: "header",
    kind: SchemeKind::ApiKeyHeader("x-key"),
};

/// `new`: `Authorization: Basic …`.
pub(super) static NEW_SCHEME: Scheme = Scheme {
    name: "new",
    kind: SchemeKind::Basic,
};

/// `fromFile`: the query parameter `key`.
pub(super) static FROM_FILE: Scheme = Scheme {
    name: "fromFile",
    kind: SchemeKind::ApiKeyQuery("key"),
};

pub(super) const BY_BEARER_SCHEME_OR_HEADER_SCHEME: &[Requirement] = &[
    &[(&BEARER_SCHEME, &[])], &[(&HEADER_SCHEME, &[])],
];

pub(super) const BY_NEW_SCHEME_OR_FROM_FILE: &[Requirement] = &[&[(&NEW_SCHEME, &[])], &[(&FROM_FILE, &[])]];
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::basic::Basic;
use super::security::{BEARER_SCHEME, HEADER_SCHEME, NEW_SCHEME, FROM_FILE};

impl ClientBuilder {
    /// Credentials for `bearer`: `Authorization: Bearer …`.
    pub fn bearer_scheme(self, secret: impl Into<String>) -> Self { self.credential(&BEARER_SCHEME, secret) }

    /// Credentials for `header`: the header `x-key`.
    pub fn header_scheme(self, secret: impl Into<String>) -> Self { self.credential(&HEADER_SCHEME, secret) }

    /// Credentials for `new`: `Authorization: Basic …`.
    pub fn new_scheme(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credential(
            &NEW_SCHEME,
            Basic {
                user: user.into(),
                password: password.into(),
            }.encode(),
        )
    }

    /// Credentials for `fromFile`: the query parameter `key`.
    pub fn from_file(self, secret: impl Into<String>) -> Self { self.credential(&FROM_FILE, secret) }
}
pub use self::runtime_tag::*;
pub use self::models_tag::*;
pub use self::client_tag::*;
pub use self::serde_tag::*;
pub use self::client_tag2::*;
pub use self::server_tag::*;
pub use self::not::*;
pub use self::tag::*;
pub use self::api::*;

mod runtime_tag {
//! Operations of `runtime`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /0/{self}`
    pub fn new_operation(&self, self_: &str, context_value: &str) -> Call<'_, NewResponse, Undeclared, New> {
        self.request("GET", "/0/{self}").path(&self_).query("context", &context_value).returns(200, json)
    }
}

options!(New { body_value: &str => query("body") });
}

mod models_tag {
//! Operations of `models`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /1/{self}`
    pub fn builder_operation(&self, self_: &str, self_2: &str) -> Call<'_, BuilderResponse, Undeclared, Builder> {
        self.request("GET", "/1/{self}").path(&self_).query("Self", &self_2).returns(200, json)
    }
}

options!(Builder { self_lowercase: &str => query("self") });
}

mod client_tag {
//! Operations of `client`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /2/{self}`
    pub fn get_pet(&self, self_: &str, timeout_value: &str) -> Call<'_, GetPetResponse, Undeclared, GetPet> {
        self.request("GET", "/2/{self}").path(&self_).query("timeout", &timeout_value).returns(200, json)
    }
}

options!(GetPet { header_value: &str => query("header") });
}

mod serde_tag {
//! Operations of `serde`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /3/{self}`
    pub fn get_pet_operation(
        &self, self_: &str, client: &str,
    ) -> Call<'_, GetPetResponseModel, Undeclared, GetPetOperation> {
        self.request("GET", "/3/{self}").path(&self_).query("client", &client).returns(200, json)
    }
}

options!(GetPetOperation { send_value: &str => query("send") });
}

mod client_tag2 {
//! Operations of `Client`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /4/{self}`
    pub fn get_pet_operation2(
        &self, self_: &str, r#async: &str,
    ) -> Call<'_, GetPetResponseModel2, Undeclared, GetPetOperation2> {
        self.request("GET", "/4/{self}").path(&self_).query("async", &r#async).returns(200, json)
    }
}

options!(GetPetOperation2 { r#type: &str => query("type") });
}

mod server_tag {
//! Operations of `Server`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /5/{self}`
    pub fn r#await(&self, self_: &str, call: &str) -> Call<'_, AwaitResponse, Undeclared, Await> {
        self.request("GET", "/5/{self}").path(&self_).query("call", &call).returns(200, json)
    }
}

options!(Await { new: &str => query("new") });
}

mod not {
//! Operations of `!`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /6/{self}`
    pub fn n1st(&self, self_: &str, a_uppercase: &str) -> Call<'_, T1stResponse, Undeclared, T1st> {
        self.request("GET", "/6/{self}").path(&self_).query("A", &a_uppercase).returns(200, json)
    }
}

options!(T1st { a: &str => query("a") });
}

mod tag {
//! Operations of `🦀`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /7/{self}`
    pub fn u1f980(&self, self_: &str, u1f680: &str) -> Call<'_, Response, Undeclared, U1f980> {
        self.request("GET", "/7/{self}").path(&self_).query("🚀", &u1f680).returns(200, json)
    }
}

options!(U1f980 { u1f980: &str => query("🦀") });
}

mod api {
//! Operations of `Api`.

use super::{Call, Client};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::json;
use super::super::runtime::options::options;

impl Client {
    /// `GET /8/{self}`
    pub fn self_(&self, self_: &str, parameters_value: &str) -> Call<'_, SelfResponse, Undeclared, SelfOperation> {
        self.request("GET", "/8/{self}").path(&self_).query("parameters", &parameters_value).returns(200, json)
    }
}

options!(SelfOperation { api_value: &str => query("api") });
}

mod orders_api {
//! Operations of `Orders API`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /10`
    pub fn count_orders(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/10").returns(204, empty) }
}
}

mod orders_api_tag {
//! Operations of `orders.api`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::decode::empty;

impl Client {
    /// `PUT /10`
    pub fn close_orders(&self) -> Call<'_, (), Undeclared> { self.request("PUT", "/10").returns(204, empty) }
}
}

mod default {
//! Operations of `default`.

use super::{Call, Client};
use super::super::runtime::responses::Undeclared;
use super::super::security::{
    BY_BEARER_SCHEME_OR_HEADER_SCHEME, BY_NEW_SCHEME_OR_FROM_FILE,
};
use super::super::runtime::decode::empty;

impl Client {
    /// `GET /9`
    pub fn from_file_operation(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/9").secured(BY_BEARER_SCHEME_OR_HEADER_SCHEME).returns(204, empty)
    }

    /// `PUT /9`
    pub fn into_operation(&self) -> Call<'_, (), Undeclared> {
        self.request("PUT", "/9").secured(BY_NEW_SCHEME_OR_FROM_FILE).returns(204, empty)
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

    /// Who the credential of `bearer` stands for: `Authorization: Bearer …`.
    fn bearer_scheme(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `header` stands for: the header `x-key`.
    fn header_scheme(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `new` stands for: `Authorization: Basic …`.
    fn new_scheme(
        &self, credential: &Basic, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `fromFile` stands for: the query parameter `key`.
    #[allow(clippy::wrong_self_convention)]
    fn from_file(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
}

/// Asks the method of a scheme.
async fn ask<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
    match presented.scheme.name {
        "bearer" => {
            api.bearer_scheme(presented.credential, presented.scopes, presented.parts).await
        }
        "header" => {
            api.header_scheme(presented.credential, presented.scopes, presented.parts).await
        }
        "new" => {
            api.new_scheme(
                    &Basic::decode(presented.credential).ok_or_else(Denied::malformed)?,
                    presented.scopes,
                    presented.parts,
                )
                .await
        }
        "fromFile" => {
            api.from_file(presented.credential, presented.scopes, presented.parts).await
        }
        _ => Err(Denied::malformed()),
    }
}

/// Everything that the document describes; implemented by whatever implements its parts.
pub trait Api: Service + RuntimeApi + ModelsApi + ClientApi + SerdeApi + ClientApi2 + ServerApi + NotApi + U1f980Api + ApiApi + OrdersApi + OrdersApiApi + DefaultApi {}

impl<
    T: Service + RuntimeApi + ModelsApi + ClientApi + SerdeApi + ClientApi2 + ServerApi
        + NotApi + U1f980Api + ApiApi + OrdersApi + OrdersApiApi + DefaultApi,
> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::new(api, |api, presented| Box::pin(ask(api, presented)));
    runtime_tag::add_routes(&mut routes);
    models_tag::add_routes(&mut routes);
    client_tag::add_routes(&mut routes);
    serde_tag::add_routes(&mut routes);
    client_tag2::add_routes(&mut routes);
    server_tag::add_routes(&mut routes);
    not::add_routes(&mut routes);
    tag::add_routes(&mut routes);
    api::add_routes(&mut routes);
    orders_api::add_routes(&mut routes);
    orders_api_tag::add_routes(&mut routes);
    default::add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service;
pub use self::runtime_tag::*;
pub use self::models_tag::*;
pub use self::client_tag::*;
pub use self::serde_tag::*;
pub use self::client_tag2::*;
pub use self::server_tag::*;
pub use self::not::*;
pub use self::tag::*;
pub use self::api::*;
pub use self::orders_api::*;
pub use self::orders_api_tag::*;
pub use self::default::*;

mod runtime_tag {
//! Operations of `runtime`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `runtime`.
pub trait RuntimeApi: Service + Authenticate {
    /// `GET /0/{self}`
    fn new_operation(
        &self, context: &Context<()>, self_: String, parameters: NewParameters,
    ) -> impl Future<Output = Outcome<NewResponse, Undeclared>> + Send;
}

routes!(RuntimeApi as A, A::Principal {
    "GET" "/0/{self}" open(&[]) => new_operation(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(NewParameters {
    body_value: Option<String> = optional query "body", context_value: String = required query "context"
});
}

mod models_tag {
//! Operations of `models`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `models`.
pub trait ModelsApi: Service + Authenticate {
    /// `GET /1/{self}`
    fn builder_operation(
        &self, context: &Context<()>, self_: String, parameters: BuilderParameters,
    ) -> impl Future<Output = Outcome<BuilderResponse, Undeclared>> + Send;
}

routes!(ModelsApi as A, A::Principal {
    "GET" "/1/{self}" open(&[]) => builder_operation(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(BuilderParameters {
    self_lowercase: Option<String> = optional query "self", self_2: String = required query "Self"
});
}

mod client_tag {
//! Operations of `client`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `client`.
pub trait ClientApi: Service + Authenticate {
    /// `GET /2/{self}`
    fn get_pet(
        &self, context: &Context<()>, self_: String, parameters: GetPetParameters,
    ) -> impl Future<Output = Outcome<GetPetResponse, Undeclared>> + Send;
}

routes!(ClientApi as A, A::Principal {
    "GET" "/2/{self}" open(&[]) => get_pet(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(GetPetParameters {
    header_value: Option<String> = optional query "header", timeout_value: String = required query "timeout"
});
}

mod serde_tag {
//! Operations of `serde`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `serde`.
pub trait SerdeApi: Service + Authenticate {
    /// `GET /3/{self}`
    fn get_pet_operation(
        &self, context: &Context<()>, self_: String, parameters: GetPetParameters2,
    ) -> impl Future<Output = Outcome<GetPetResponseModel, Undeclared>> + Send;
}

routes!(SerdeApi as A, A::Principal {
    "GET" "/3/{self}" open(&[]) => get_pet_operation(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(GetPetParameters2 {
    send_value: Option<String> = optional query "send", client: String = required query "client"
});
}

mod client_tag2 {
//! Operations of `Client`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `Client`.
pub trait ClientApi2: Service + Authenticate {
    /// `GET /4/{self}`
    fn get_pet_operation2(
        &self, context: &Context<()>, self_: String, parameters: GetPetParameters3,
    ) -> impl Future<Output = Outcome<GetPetResponseModel2, Undeclared>> + Send;
}

routes!(ClientApi2 as A, A::Principal {
    "GET" "/4/{self}" open(&[]) => get_pet_operation2(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(GetPetParameters3 {
    r#type: Option<String> = optional query "type", r#async: String = required query "async"
});
}

mod server_tag {
//! Operations of `Server`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `Server`.
pub trait ServerApi: Service + Authenticate {
    /// `GET /5/{self}`
    fn r#await(
        &self, context: &Context<()>, self_: String, parameters: AwaitParameters,
    ) -> impl Future<Output = Outcome<AwaitResponse, Undeclared>> + Send;
}

routes!(ServerApi as A, A::Principal {
    "GET" "/5/{self}" open(&[]) => r#await(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(AwaitParameters { new: Option<String> = optional query "new", call: String = required query "call" });
}

mod not {
//! Operations of `!`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `!`.
pub trait NotApi: Service + Authenticate {
    /// `GET /6/{self}`
    fn n1st(
        &self, context: &Context<()>, self_: String, parameters: T1stParameters,
    ) -> impl Future<Output = Outcome<T1stResponse, Undeclared>> + Send;
}

routes!(NotApi as A, A::Principal {
    "GET" "/6/{self}" open(&[]) => n1st(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(T1stParameters { a: Option<String> = optional query "a", a_uppercase: String = required query "A" });
}

mod tag {
//! Operations of `🦀`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `🦀`.
pub trait U1f980Api: Service + Authenticate {
    /// `GET /7/{self}`
    fn u1f980(
        &self, context: &Context<()>, self_: String, parameters: U1f980Parameters,
    ) -> impl Future<Output = Outcome<Response, Undeclared>> + Send;
}

routes!(U1f980Api as A, A::Principal {
    "GET" "/7/{self}" open(&[]) => u1f980(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(U1f980Parameters {
    u1f980: Option<String> = optional query "🦀", u1f680: String = required query "🚀"
});
}

mod api {
//! Operations of `Api`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::json;
use super::super::runtime::parameters::{self, parameters};

/// The operations of `Api`.
pub trait ApiApi: Service + Authenticate {
    /// `GET /8/{self}`
    fn self_(
        &self, context: &Context<()>, self_: String, parameters: SelfParameters,
    ) -> impl Future<Output = Outcome<SelfResponse, Undeclared>> + Send;
}

routes!(ApiApi as A, A::Principal {
    "GET" "/8/{self}" open(&[]) => self_(self_: path("self"), parameters: parameters()) => reply(200, json);
});
parameters!(SelfParameters {
    api_value: Option<String> = optional query "api", parameters_value: String = required query "parameters"
});
}

mod orders_api {
//! Operations of `Orders API`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `Orders API`.
pub trait OrdersApi: Service + Authenticate {
    /// `GET /10`
    fn count_orders(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(OrdersApi as A, A::Principal { "GET" "/10" open(&[]) => count_orders() => reply(204, empty); });
}

mod orders_api_tag {
//! Operations of `orders.api`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `orders.api`.
pub trait OrdersApiApi: Service + Authenticate {
    /// `PUT /10`
    fn close_orders(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(OrdersApiApi as A, A::Principal { "PUT" "/10" open(&[]) => close_orders() => reply(204, empty); });
}

mod default {
//! Operations of `default`.

use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::runtime::responses::Undeclared;
use super::super::security::{
    BY_BEARER_SCHEME_OR_HEADER_SCHEME, BY_NEW_SCHEME_OR_FROM_FILE,
};
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::empty;

/// The operations of `default`.
pub trait DefaultApi: Service + Authenticate {
    /// `GET /9`
    #[allow(clippy::wrong_self_convention)]
    fn from_file_operation(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `PUT /9`
    #[allow(clippy::wrong_self_convention)]
    fn into_operation(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, A::Principal {
    "GET" "/9" secured(BY_BEARER_SCHEME_OR_HEADER_SCHEME) => from_file_operation() => reply(204, empty);
    "PUT" "/9" secured(BY_NEW_SCHEME_OR_FROM_FILE) => into_operation() => reply(204, empty);
});
}
}
