pub mod models {
//! The types of the API.

use super::runtime::binary::Binary;
use super::runtime::byte_stream::ByteStream;
use super::runtime::constructor::constructor;

pub type File = Binary;

pub type Place = Vec<f64>;

#[derive(Debug)]
pub struct Album {
    /// At least 1 character.
    pub title: String,
    pub cover: Option<ByteStream>,
    /// At least 1 item.
    pub pictures: Vec<ByteStream>,
    pub place: Option<Place>,
}

constructor!(Album(title: impl Into<String>, pictures: Vec<ByteStream>) {
    title: title.into(), cover: None, pictures, place: None
});

#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub text: String,
    pub file: Option<Binary>,
}

constructor!(Note(text: impl Into<String>) { text: text.into(), file: None });

#[derive(Debug, Default)]
pub struct PutCoverRequest {
    pub cover: Option<ByteStream>,
}

mod serde {
//! How the models become JSON and back.

use super::super::runtime::wire::{self, record};
use super::*;
use super::super::runtime::validate;

record!(Note { 0 text: required, 1 file: optional });
validate::constraints!(Album {
    member title "title" [validate::Limit::MinLength(1)], member pictures "pictures" [validate::Limit::MinItems(1)]
});
validate::unconstrained!(Note, PutCoverRequest);
}
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::multipart;

multipart::to_parts!(super::models::Album {
    title: required text "title", cover: optional file "cover" "image/gif", pictures: required files "pictures",
    place: optional json "place" "application/json"
});
multipart::to_parts!(&super::models::Note { text: required text "text", file: optional binary "file" });
multipart::to_parts!(super::models::PutCoverRequest { cover: optional file "cover" });

use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::decode::text;
use super::runtime::options::options;

impl Client {
    /// `POST /albums`
    pub fn add_album(&self, body: Album) -> Call<'_, String, Undeclared> {
        self.request("POST", "/albums").multipart(body).accept("text/plain").returns(200, text)
    }

    /// `PUT /albums`
    pub fn put_cover(&self) -> Call<'_, String, Undeclared, PutCover> {
        self.request("PUT", "/albums").accept("text/plain").returns(200, text)
    }

    /// `POST /notes`
    pub fn add_note(&self, body: &Note) -> Call<'_, String, Undeclared> {
        self.request("POST", "/notes").json(body).accept("text/plain").returns(200, text)
    }
}

options!(PutCover {});

impl<T, E> Call<'_, T, E, PutCover> {
    /// The body.
    pub fn body(self, body: PutCoverRequest) -> Self { self.multipart(body) }
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

multipart_read::from_parts!(super::models::Album {
    title: required text "title", cover: optional file "cover" "image/gif", pictures: required files "pictures",
    place: optional json "place" "application/json"
});
multipart_read::from_parts!(super::models::Note { text: required text "text", file: optional binary "file" });
multipart_read::from_parts!(super::models::PutCoverRequest { cover: optional file "cover" });

use super::models::*;
use super::runtime::responses::Undeclared;
use super::runtime::routes::{self, routes};
use super::runtime::encode::text;
use super::runtime::multipart_stream;
use super::runtime::choice_read::ReadChoice as _;

/// The operations of `default`.
pub trait DefaultApi: Service {
    /// `POST /albums`
    fn add_album(&self, context: &Context<()>, body: Album) -> impl Future<Output = Outcome<String, Undeclared>> + Send;

    /// `PUT /albums`
    fn put_cover(
        &self, context: &Context<()>, body: Option<PutCoverRequest>,
    ) -> impl Future<Output = Outcome<String, Undeclared>> + Send;

    /// `POST /notes`
    fn add_note(&self, context: &Context<()>, body: Note) -> impl Future<Output = Outcome<String, Undeclared>> + Send;
}

routes!(DefaultApi as A, () {
    "POST" "/albums" open(&[]) "multipart/form-data" multipart_stream::START => add_album(body: multipart_stream()) => reply_as(200, "text/plain", text);
    "PUT" "/albums" open(&[]) "multipart/form-data" multipart_stream::START => put_cover(
        body: optional_multipart_stream()
    ) => reply_as(200, "text/plain", text);
    "POST" "/notes" open(&[]) "application/json" "multipart/form-data" => add_note(
        body: choice(&[|exchange| exchange.json(), |exchange| exchange.multipart()])
    ) => reply_as(200, "text/plain", text);
});
}
