pub mod models {
//! The types of the API.

use super::runtime::byte_stream::ByteStream;

#[derive(Debug)]
pub struct Edit {
    pub picture: ByteStream,
    pub prompt: String,
    pub background: String,
    pub quality: String,
    pub style: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub url: String,
    pub prompt: String,
    pub background: String,
    pub quality: String,
    pub style: String,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Order { 0 url: required, 1 prompt: required, 2 background: required, 3 quality: required, 4 style: required });
validate::unconstrained!(Edit, Order);
}
}

pub mod requests {
//! What operations take that accept several media types.

use super::models::*;

/// What `editPicture` takes, by its media type.
#[derive(Debug)]
pub enum EditPictureBody {
    /// As `application/x-www-form-urlencoded`.
    Form(Box<Order>),
    /// As `multipart/form-data`.
    Multipart(Box<Edit>),
    /// As `text/plain`.
    Text(String),
}

impl From<Order> for EditPictureBody {
    fn from(body: Order) -> Self { Self::Form(Box::new(body)) }
}

impl From<Edit> for EditPictureBody {
    fn from(body: Edit) -> Self { Self::Multipart(Box::new(body)) }
}

impl From<String> for EditPictureBody {
    fn from(body: String) -> Self { Self::Text(body) }
}

impl From<&str> for EditPictureBody {
    fn from(body: &str) -> Self { Self::Text(body.to_owned()) }
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::multipart;

multipart::to_parts!(super::models::Edit {
    picture: required file "picture", prompt: required text "prompt", background: required text "background",
    quality: required text "quality", style: required text "style"
});

use super::requests::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::empty;
use super::runtime::form;
use super::runtime::{call, choice};

impl Client {
    /// `POST /pictures`
    pub fn edit_picture(&self, body: impl Into<EditPictureBody>) -> Call<'_, (), Undeclared> {
        self.request("POST", "/pictures").chosen_body::<EditPictureBody>(body.into()).returns(204, empty)
    }
}

impl choice::Choice for EditPictureBody {
    fn write(self, request: call::Request<'_>) -> call::Request<'_> {
        match self {
            Self::Form(body) => request.form(form::PLAIN, &*body),
            Self::Multipart(body) => request.multipart(*body),
            Self::Text(body) => request.text("text/plain", &body),
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
use super::runtime::multipart_read;

multipart_read::from_parts!(super::models::Edit {
    picture: required file "picture", prompt: required text "prompt", background: required text "background",
    quality: required text "quality", style: required text "style"
});

use super::requests::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;
use super::runtime::form_read;
use super::runtime::multipart_stream;
use super::runtime::choice_read::ReadChoice as _;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /pictures`
    fn edit_picture(
        &self, context: &Context<()>, body: EditPictureBody,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/pictures" open(&[]) "application/x-www-form-urlencoded" "multipart/form-data" multipart_stream::START "text/plain" => edit_picture(
        body: choice(
            &[
                |exchange| exchange.form(form_read::PLAIN).map(|body| EditPictureBody::Form(Box::new(body))),
                |exchange| exchange.multipart_stream().map(|body| EditPictureBody::Multipart(Box::new(body))),
                |exchange| exchange.text().map(EditPictureBody::Text)
            ]
        )
    ) => reply(204, empty);
});
}
