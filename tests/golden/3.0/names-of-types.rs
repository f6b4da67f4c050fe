pub mod models {
//! The types of the API.

use ::std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct OptionModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct VecModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct StringModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ResultModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct BoxModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct SomeModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct NoneModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct OkModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ErrModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct DefaultModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct CloneModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct DebugModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct FromModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct IntoModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct SelfModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct SelfModel2 {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Crate {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Type {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct IteratorModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct SendModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Context {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Api {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ErrorModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Call {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Client {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ClientBuilder {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ApiError {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Outcome {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Failure {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Rejection {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Request {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Response {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct MaybeModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct BinaryModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Base64Model {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Validate {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Violations {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct BTreeMapModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Arc {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Service {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Routes {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Future {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pin {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Duration {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct StatusCode {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Router {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Value {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Parts {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Info {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Serde {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Std {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Runtime {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Models {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ClientModel {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Server {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct I32 {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct U8 {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Bool {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Str {
    pub a: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Usize {
    pub a: Option<String>,
}

pub type Uuid = ::uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct DateTime {
    pub at: Option<::chrono::DateTime<::chrono::Utc>>,
    pub id: Option<::uuid::Uuid>,
}

pub type NaiveDate = ::chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct T123 {
    pub a: Option<Vec<VecModel>>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Plus {
    pub a: Option<OptionModel>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Minus {
    pub a: Option<BoxModel>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct U1f980 {
    pub a: Option<StringModel>,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct 日本語 {
    pub a: Option<BTreeMap<String, BTreeMapModel>>,
}

pub type PetStore = String;

pub type PetStoreModel = String;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct PetStoreModel2 {
    pub a: Option<String>,
}

pub type PetStoreModel3 = i64;

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(OptionModel { 0 a: optional });
record!(VecModel { 0 a: optional });
record!(StringModel { 0 a: optional });
record!(ResultModel { 0 a: optional });
record!(BoxModel { 0 a: optional });
record!(SomeModel { 0 a: optional });
record!(NoneModel { 0 a: optional });
record!(OkModel { 0 a: optional });
record!(ErrModel { 0 a: optional });
record!(DefaultModel { 0 a: optional });
record!(CloneModel { 0 a: optional });
record!(DebugModel { 0 a: optional });
record!(FromModel { 0 a: optional });
record!(IntoModel { 0 a: optional });
record!(SelfModel { 0 a: optional });
record!(SelfModel2 { 0 a: optional });
record!(Crate { 0 a: optional });
record!(Type { 0 a: optional });
record!(IteratorModel { 0 a: optional });
record!(SendModel { 0 a: optional });
record!(Context { 0 a: optional });
record!(Api { 0 a: optional });
record!(ErrorModel { 0 a: optional });
record!(Call { 0 a: optional });
record!(Client { 0 a: optional });
record!(ClientBuilder { 0 a: optional });
record!(ApiError { 0 a: optional });
record!(Outcome { 0 a: optional });
record!(Failure { 0 a: optional });
record!(Rejection { 0 a: optional });
record!(Request { 0 a: optional });
record!(Response { 0 a: optional });
record!(MaybeModel { 0 a: optional });
record!(BinaryModel { 0 a: optional });
record!(Base64Model { 0 a: optional });
record!(Validate { 0 a: optional });
record!(Violations { 0 a: optional });
record!(BTreeMapModel { 0 a: optional });
record!(Arc { 0 a: optional });
record!(Service { 0 a: optional });
record!(Routes { 0 a: optional });
record!(Future { 0 a: optional });
record!(Pin { 0 a: optional });
record!(Duration { 0 a: optional });
record!(StatusCode { 0 a: optional });
record!(Router { 0 a: optional });
record!(Value { 0 a: optional });
record!(Parts { 0 a: optional });
record!(Info { 0 a: optional });
record!(Serde { 0 a: optional });
record!(Std { 0 a: optional });
record!(Runtime { 0 a: optional });
record!(Models { 0 a: optional });
record!(ClientModel { 0 a: optional });
record!(Server { 0 a: optional });
record!(I32 { 0 a: optional });
record!(U8 { 0 a: optional });
record!(Bool { 0 a: optional });
record!(Str { 0 a: optional });
record!(Usize { 0 a: optional });
record!(DateTime { 0 at: optional, 1 id: optional });
record!(T123 { 0 a: optional });
record!(Plus { 0 a: optional });
record!(Minus { 0 a: optional });
record!(U1f980 { 0 a: optional });
record!(日本語 { 0 a: optional });
record!(PetStoreModel2 { 0 a: optional });
validate::unconstrained!(OptionModel, VecModel, StringModel, ResultModel, BoxModel, SomeModel, NoneModel, OkModel, ErrModel, DefaultModel, CloneModel, DebugModel, FromModel, IntoModel, SelfModel, SelfModel2, Crate, Type, IteratorModel, SendModel, Context, Api, ErrorModel, Call, Client, ClientBuilder, ApiError, Outcome, Failure, Rejection, Request, Response, MaybeModel, BinaryModel, Base64Model, Validate, Violations, BTreeMapModel, Arc, Service, Routes, Future, Pin, Duration, StatusCode, Router, Value, Parts, Info, Serde, Std, Runtime, Models, ClientModel, Server, I32, U8, Bool, Str, Usize, DateTime, T123, Plus, Minus, U1f980, 日本語, PetStoreModel2, ::chrono::DateTime<::chrono::Utc>, ::chrono::NaiveDate, ::uuid::Uuid);
}
}

pub mod errors {
//! The errors that operations declare, one enum per set of statuses.

use super::runtime::responses::{self, responses};
use super::models::*;

/// A declared error: status Default.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultError {
    /// Any other status.
    Default {
        /// The status.
        status: u16,
        /// The body.
        body: ErrorModel,
    },
}

responses!(DefaultError { Default: default json });
}

pub mod responses {
//! The answers of operations that have more than one.

use super::runtime::responses::{self, responses};
use super::models;

/// What `Client` answers if all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientResponse {
    /// Status 200.
    Ok(models::Call),
    /// Status 201.
    Created(models::Service),
}

responses!(ClientResponse { Ok: 200 json, Created: 201 json });
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::models::*;
use super::errors::*;
use super::responses::*;
use super::runtime::options::options;

impl Client {
    /// `GET /a`
    pub fn client(&self) -> Call<'_, ClientResponse, DefaultError, ClientOperation> {
        self.request("GET", "/a").returns_any()
    }
}

options!(ClientOperation { q: Uuid => query("q") });
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
pub trait Api: Service + ContextApi {}

impl<T: Service + ContextApi> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::open(api);
    add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service::{self, failure_from};
use super::errors;

failure_from!(errors::DefaultError);

use super::models::*;
use super::errors::*;
use super::responses::*;
use super::runtime::routes::{self, routes};
use super::runtime::parameters::{self, parameters};

/// The operations of `Context`.
pub trait ContextApi: Service {
    /// `GET /a`
    fn client(
        &self, context: &Context<()>, parameters: ClientParameters,
    ) -> impl Future<Output = Outcome<ClientResponse, DefaultError>> + Send;
}

routes!(ContextApi as A, () { "GET" "/a" open(&[]) => client(parameters: parameters()) => reply_any(); });
parameters!(#[derive(Default)] ClientParameters { q: Option<Uuid> = optional query "q" });
}
