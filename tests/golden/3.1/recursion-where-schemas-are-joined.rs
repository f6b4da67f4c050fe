pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

pub type Limited = Vec<LimitedItem>;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct List(pub Vec<List>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Other(pub Vec<Other>);

/// At most 9 items.
pub type Both = Vec<BothItem>;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Map(pub BTreeMap<String, Map>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct OtherMap(pub BTreeMap<String, OtherMap>);

pub type BothMaps = BTreeMap<String, BothMapsValue>;

#[derive(Clone, Debug, PartialEq)]
pub struct Pair(pub Box<(String, Option<Pair>)>);

#[derive(Clone, Debug, PartialEq)]
pub struct OtherPair(pub Box<(String, Option<OtherPair>)>);

pub type BothPairs = (String, Option<Pair>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct LimitedItem(pub Vec<LimitedItem>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct BothItem(pub Vec<BothItem>);

#[derive(Clone, Debug, PartialEq, Default)]
pub struct BothMapsValue(pub BTreeMap<String, BothMapsValue>);

mod serde {
//! How the models become JSON and back.

use super::super::runtime::newtype::newtype;
use super::super::runtime::condition::Condition;
use super::*;
use super::super::runtime::validate;

newtype!(List(Vec<List>));
newtype!(Other(Vec<Other>) meets CONDITION_1);
newtype!(Map(BTreeMap<String, Map>));
newtype!(OtherMap(BTreeMap<String, OtherMap>));
newtype!(Pair(Box<(String, Option<Pair>,)>) meets CONDITION_2);
newtype!(OtherPair(Box<(String, Option<OtherPair>,)>) meets CONDITION_2);
newtype!(LimitedItem(Vec<LimitedItem>) meets CONDITION_3);
newtype!(BothItem(Vec<BothItem>) meets CONDITION_1);
newtype!(BothMapsValue(BTreeMap<String, BothMapsValue>));

static CONDITION_1: Condition = Condition::Limits(&[validate::Limit::MaxItems(9)]);

static CONDITION_2: Condition = Condition::Limits(&[validate::Limit::MinItems(2)]);

static CONDITION_3: Condition = Condition::Limits(&[validate::Limit::MinItems(1)]);
}
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::models::*;

/// What `compare` answers if all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareResponse {
    /// Status 200.
    Ok(BothMaps),
    /// Status 201.
    Created(BothPairs),
}

responses!(CompareResponse { Ok: 200 json, Created: 201 json });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::options::options;

impl Client {
    /// `POST /trees`
    pub fn compare(&self) -> Call<'_, CompareResponse, Undeclared, Compare> {
        self.request("POST", "/trees").returns_any()
    }
}

options!(Compare {
    /// The body.
    body: &Both => json()
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
use super::responses::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /trees`
    fn compare(
        &self, context: &Context<()>, body: Option<Both>,
    ) -> impl Future<Output = Outcome<CompareResponse, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/trees" open(&[]) "application/json" => compare(body: optional_json()) => reply_any();
});
}
