pub mod models {
//! The types of the API.

pub use super::runtime::maybe::Maybe;
use super::runtime::constructor::constructor;

#[derive(Clone, Debug, PartialEq)]
pub struct Users {
    pub pagination: Pagination,
    pub results: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    pub next: f64,
    pub total_pages: Option<i64>,
}

constructor!(Pagination(next: f64) { next, total_pages: None });

#[derive(Clone, Debug, PartialEq)]
pub struct Orders {
    pub again: bool,
    pub found: Vec<OrdersFoundItem>,
    pub seen: Option<Vec<String>>,
}

constructor!(Orders(again: bool, found: Vec<OrdersFoundItem>) { again, found, seen: None });

#[derive(Clone, Debug, PartialEq)]
pub struct OrdersFoundItem {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ListEventsResponse {
    pub events: Option<Vec<String>>,
    pub meta: Option<ListEventsMeta>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ListEventsMeta {
    pub next_cursor: Maybe<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ListThingsResponse {
    pub data: Vec<i64>,
    pub total: i64,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Users { 0 pagination: required, 1 results: required });
record!(Pagination { 0 next: required, 1 total_pages: optional });
record!(Orders { 0 again: required, 1 found: required, 2 seen: optional });
record!(OrdersFoundItem { 0 id: required });
record!(ListEventsResponse { 0 events: optional, 1 meta: optional });
record!(ListEventsMeta { 0 next_cursor: maybe });
record!(ListThingsResponse { 0 data: required, 1 total: required });
validate::unconstrained!(Users, Pagination, Orders, OrdersFoundItem, ListEventsResponse, ListEventsMeta, ListThingsResponse);
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
use super::runtime::paging::{self, paged};

impl Client {
    /// `GET /users`
    pub fn list_users(&self) -> Call<'_, Users, Undeclared, ListUsers> {
        self.request("GET", "/users").returns(200, json)
    }

    /// `GET /events`
    pub fn list_events(&self) -> Call<'_, ListEventsResponse, Undeclared, ListEvents> {
        self.request("GET", "/events").returns(200, json)
    }

    /// `GET /things`
    pub fn list_things(&self, offset: i64) -> Call<'_, ListThingsResponse, Undeclared, ListThings> {
        self.request("GET", "/things").query("offset", &offset).returns(200, json)
    }

    /// `GET /names`
    pub fn list_names(&self) -> Call<'_, Vec<String>, Undeclared, ListNames> {
        self.request("GET", "/names").returns(200, json)
    }

    /// `GET /orders`
    pub fn list_orders(&self) -> Call<'_, Orders, Undeclared, ListOrders> {
        self.request("GET", "/orders").returns(200, json)
    }
}

options!(ListUsers { page: i64 => query("page"), items_value: &str => query("items") });
options!(ListEvents { cursor: &str => query("cursor") });
options!(ListThings {});
options!(ListNames { page: i64 => query("page") });
options!(ListOrders { from: &str => query("from") });
paged!(ListUsers: Users => String, "page", |page, at| page.results, at.mark(&page.pagination.next));
paged!(ListEvents: ListEventsResponse => String, "cursor", |page, at| page.events, at.mark(
    &page.meta.as_ref()?.next_cursor
));
paged!(ListThings: ListThingsResponse => i64, "offset", |page, at| page.data, at.offset_of(&page.total));
paged!(ListNames: Vec<String> => String, "page", |page, at| page, at.link());
paged!(ListOrders: Orders => OrdersFoundItem, "from", |page, at| page.found, at.more(&page.again)?.mark(
    &page.found.last()?.id
));
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
    /// `GET /users`
    fn list_users(
        &self, context: &Context<()>, parameters: ListUsersParameters,
    ) -> impl Future<Output = Outcome<Users, Undeclared>> + Send;

    /// `GET /events`
    fn list_events(
        &self, context: &Context<()>, parameters: ListEventsParameters,
    ) -> impl Future<Output = Outcome<ListEventsResponse, Undeclared>> + Send;

    /// `GET /things`
    fn list_things(
        &self, context: &Context<()>, parameters: ListThingsParameters,
    ) -> impl Future<Output = Outcome<ListThingsResponse, Undeclared>> + Send;

    /// `GET /names`
    fn list_names(
        &self, context: &Context<()>, parameters: ListNamesParameters,
    ) -> impl Future<Output = Outcome<Vec<String>, Undeclared>> + Send;

    /// `GET /orders`
    fn list_orders(
        &self, context: &Context<()>, parameters: ListOrdersParameters,
    ) -> impl Future<Output = Outcome<Orders, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "GET" "/users" open(&[]) => list_users(parameters: parameters()) => reply(200, json);
    "GET" "/events" open(&[]) => list_events(parameters: parameters()) => reply(200, json);
    "GET" "/things" open(&[]) => list_things(parameters: parameters()) => reply(200, json);
    "GET" "/names" open(&[]) => list_names(parameters: parameters()) => reply(200, json);
    "GET" "/orders" open(&[]) => list_orders(parameters: parameters()) => reply(200, json);
});
parameters!(#[derive(Default)] ListUsersParameters {
    page: Option<i64> = optional query "page", items_value: Option<String> = optional query "items"
});
parameters!(#[derive(Default)] ListEventsParameters { cursor: Option<String> = optional query "cursor" });
parameters!(ListThingsParameters { offset: i64 = required query "offset" });
parameters!(#[derive(Default)] ListNamesParameters { page: Option<i64> = optional query "page" });
parameters!(#[derive(Default)] ListOrdersParameters { from: Option<String> = optional query "from" });
}
