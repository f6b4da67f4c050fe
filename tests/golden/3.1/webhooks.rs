pub mod models {
//! The types of the API.

use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Subscription {
    pub url: String,
    /// At least 1.
    pub days: Option<u64>,
}

constructor!(Subscription(url: impl Into<String>) { url: url.into(), days: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Pet {
    /// At least 1 character.
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Gone {
    pub reason: Option<String>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Subscription { 0 url: required, 1 days: optional });
record!(Pet { 0 name: required });
record!(Gone { 0 reason: optional });
validate::constraints!(Subscription { member days "days" [validate::Limit::Minimum(1)] });
validate::constraints!(Pet { member name "name" [validate::Limit::MinLength(1)] });
validate::unconstrained!(Gone);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status 410.
#[derive(Clone, Debug, PartialEq)]
pub enum Error410 {
    /// Status 410.
    Gone(Gone),
}

responses!(Error410 { Gone: 410 json });
}

mod security {
//! The ways to prove who is calling, and which of them operations demand.

use super::runtime::security::{Requirement, Scheme, SchemeKind};

/// `token`: `Authorization: Bearer …`.
pub(super) static TOKEN: Scheme = Scheme {
    name: "token",
    kind: SchemeKind::Bearer,
};

/// `key`: the header `X-Key`.
pub(super) static KEY: Scheme = Scheme {
    name: "key",
    kind: SchemeKind::ApiKeyHeader("X-Key"),
};

pub(super) const BY_TOKEN: &[Requirement] = &[&[(&TOKEN, &[])]];

pub(super) const BY_KEY: &[Requirement] = &[&[(&KEY, &[])]];
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::security::{TOKEN, KEY};

impl ClientBuilder {
    /// Credentials for `token`: `Authorization: Bearer …`.
    pub fn token(self, secret: impl Into<String>) -> Self { self.credential(&TOKEN, secret) }

    /// Credentials for `key`: the header `X-Key`.
    pub fn key(self, secret: impl Into<String>) -> Self { self.credential(&KEY, secret) }
}

use super::models::*;
use super::runtime::responses::Undeclared;
use super::security::BY_TOKEN;
use super::runtime::decode::empty;
use super::runtime::options::options;

impl Client {
    /// `POST /subscriptions`
    pub fn subscribe(&self, body: &Subscription) -> Call<'_, (), Undeclared> {
        self.request("POST", "/subscriptions").json(body).secured(BY_TOKEN).returns(201, empty)
    }

    /// `GET /webhooks`
    pub fn webhooks_operation(&self) -> Call<'_, (), Undeclared, WebhooksOperation> {
        self.request("GET", "/webhooks").secured(BY_TOKEN).returns(204, empty)
    }

    /// `DELETE /subscriptions/{id}`
    pub fn unsubscribe(&self, id: i64) -> Call<'_, (), Undeclared> {
        self.request("DELETE", "/subscriptions/{id}").path(&id).secured(BY_TOKEN).returns(204, empty)
    }
}

options!(WebhooksOperation { page: i64 => query("page") });

pub mod webhooks {
//! What the API sends to those who want to know: webhooks and callbacks.

use super::super::runtime::call::Request;
use super::{Call, Client};
use super::super::models::*;
use super::super::errors::*;
use super::super::runtime::responses::Undeclared;
use super::super::security::BY_KEY;
use super::super::runtime::decode::{empty, json};
use super::super::runtime::options::options;

impl Webhooks {
    /// `newPet`, `POST`: A pet was added
    pub fn new_pet(&self, x_signature: &str, body: &Pet) -> Call<'_, (), Error410, NewPet> {
        self.request("POST", "/newPet").header_parameter("X-Signature", &x_signature).json(body).returns(204, empty)
    }

    /// `lost pet/found`, `PUT`
    pub fn pet_found(&self) -> Call<'_, (), Undeclared, PetFound> {
        self.request("PUT", "/petFound").secured(BY_KEY).returns(204, empty)
    }

    /// `🦀`, `POST`
    pub fn post(&self) -> Call<'_, (), Undeclared> { self.request("POST", "/post").returns(204, empty) }

    /// `renewal`, `POST`: The subscription ends soon
    pub fn renewal(&self, body: &Subscription) -> Call<'_, bool, Undeclared> {
        self.request("POST", "/renewal").json(body).returns(200, json)
    }

    /// `ended`, `DELETE`
    pub fn subscription_ended(&self) -> Call<'_, (), Undeclared> {
        self.request("DELETE", "/subscriptionEnded").returns(204, empty)
    }
}

options!(NewPet {
    /// At least 1.
    attempt: u64 => query("attempt")
});
options!(PetFound {
    /// The body.
    body: &str => text("text/plain")
});

/// What the API sends to those who want to know: webhooks and callbacks.
#[derive(Clone, Debug)]
pub struct Webhooks {
    client: Client,
    url: String,
}

impl Client {
    /// What the API sends to those who want to be told under this absolute URL, whose query stays. It goes with this client's
    /// header fields, timeouts, retries and credentials.
    pub fn webhooks(&self, url: impl Into<String>) -> Webhooks {
        Webhooks {
            client: self.clone(),
            url: url.into(),
        }
    }
}

impl Webhooks {
    fn request(&self, method: &'static str, route: &'static str) -> Request<'_> {
        self.client.request(method, route).to(&self.url)
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

    /// Who the credential of `key` stands for: the header `X-Key`.
    fn key(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
}

/// Asks the method of a scheme.
async fn ask<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
    match presented.scheme.name {
        "token" => {
            api.token(presented.credential, presented.scopes, presented.parts).await
        }
        "key" => api.key(presented.credential, presented.scopes, presented.parts).await,
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

use super::runtime::service::{self, failure_from};
use super::errors;

failure_from!(errors::Error410);

use super::models::*;
use super::runtime::responses::Undeclared;
use super::security::BY_TOKEN;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;
use super::runtime::parameters::{self, parameters};

/// The operations of `default`.
pub trait DefaultApi: Service + Authenticate {
    /// `POST /subscriptions`
    fn subscribe(
        &self, context: &Context<Self::Principal>, body: Subscription,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /webhooks`
    fn webhooks_operation(
        &self, context: &Context<Self::Principal>, parameters: WebhooksParameters,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `DELETE /subscriptions/{id}`
    fn unsubscribe(
        &self, context: &Context<Self::Principal>, id: i64,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, A::Principal {
    "POST" "/subscriptions" secured(BY_TOKEN) "application/json" => subscribe(body: json()) => reply(201, empty);
    "GET" "/webhooks" secured(BY_TOKEN) => webhooks_operation(parameters: parameters()) => reply(204, empty);
    "DELETE" "/subscriptions/{id}" secured(BY_TOKEN) => unsubscribe(id: path("id")) => reply(204, empty);
});
parameters!(#[derive(Default)] WebhooksParameters { page: Option<i64> = optional query "page" });

pub mod webhooks {
//! What the API sends to those who want to know: webhooks and callbacks.

use super::ask;
use ::std::future::Future;
use super::{Authenticate, Context, Outcome, Routes, Service, service};
use super::super::models::*;
use super::super::errors::*;
use super::super::runtime::responses::Undeclared;
use super::super::security::BY_KEY;
use super::super::runtime::routes::{self, routes};
use super::super::runtime::encode::{empty, json};
use super::super::runtime::parameters::{self, parameters};
use super::super::runtime::validate;

/// The operations of `webhooks`.
///
/// What the API sends to those who want to know: webhooks and callbacks.
pub trait WebhooksApi: Service + Authenticate {
    /// `newPet`, `POST`: A pet was added
    fn new_pet(
        &self, context: &Context<()>, parameters: NewPetParameters, body: Pet,
    ) -> impl Future<Output = Outcome<(), Error410>> + Send;

    /// `lost pet/found`, `PUT`
    fn pet_found(
        &self, context: &Context<Self::Principal>, body: Option<String>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `🦀`, `POST`
    fn post(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `renewal`, `POST`: The subscription ends soon
    fn renewal(
        &self, context: &Context<()>, body: Subscription,
    ) -> impl Future<Output = Outcome<bool, Undeclared>> + Send;

    /// `ended`, `DELETE`
    fn subscription_ended(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(WebhooksApi as A, A::Principal {
    "POST" "/newPet" open(&[]) "application/json" => new_pet(parameters: parameters(), body: json()) => reply(204, empty);
    "PUT" "/petFound" secured(BY_KEY) "text/plain" => pet_found(body: optional_text()) => reply(204, empty);
    "POST" "/post" open(&[]) => post() => reply(204, empty);
    "POST" "/renewal" open(&[]) "application/json" => renewal(body: json()) => reply(200, json);
    "DELETE" "/subscriptionEnded" open(&[]) => subscription_ended() => reply(204, empty);
});
parameters!(NewPetParameters {
    x_signature: String = required header "X-Signature",
    /// At least 1.
    attempt: Option<u64> = optional query "attempt" [validate::Limit::Minimum(1)]
});

/// Serves those who receive: each webhook and callback under `/` and its operation id. Nest the router wherever the API
/// was told to send to. Signatures are checked in [`Service::body`], which sees header fields and bytes before they are read.
pub fn router<A: WebhooksApi>(receiver: A) -> ::axum::Router {
    let mut routes = Routes::new(receiver, |api, presented| Box::pin(ask(api, presented)));
    add_routes(&mut routes);
    routes.into_router()
}
}
}
