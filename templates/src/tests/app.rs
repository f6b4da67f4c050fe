//! The program behind the sample API.

use std::sync::{Arc, Mutex};

use ::axum::body::Bytes;
use ::axum::response::{IntoResponse, Response};
use ::http::header::{HeaderName, HeaderValue};
use ::http::request::Parts;

use super::sample::errors::{AnyError, Document, Feed, UserError};
use super::sample::models::{Album, Detail, Filter, NoteBody, Upload, User, UserRequest};
use super::sample::server::{Authenticate, SearchParameters, ThingsApi, UsersApi};
use crate::runtime::authentication::Denied;
use crate::runtime::basic::Basic;
use crate::runtime::byte_stream::ByteStream;
use crate::runtime::encode::BoxError;
use crate::runtime::exchange::Context;
use crate::runtime::item_stream::ItemStream;
use crate::runtime::responses::Undeclared;
use crate::runtime::service::{Failure, Operation, PathParameters, Service};

/// What the hooks saw, and the users.
#[derive(Clone, Default)]
pub struct App {
    users: Arc<Mutex<Vec<User>>>,
    pub seen: Arc<Mutex<Vec<String>>>,
}

impl App {
    fn see(&self, what: impl Into<String>) {
        self.seen.lock().unwrap().push(what.into());
    }
}

impl Service for App {
    const BODY_LIMIT: usize = 10_000;
    const FORM_MEMORY: usize = 1_000;

    async fn before(
        &self,
        operation: &'static Operation,
        parts: &mut Parts,
    ) -> Result<(), Response> {
        let parameters = parts.extensions.get::<PathParameters>().unwrap();
        self.see(format!("{} {:?}", operation.name, parameters.0));
        if parts.headers.contains_key("x-teapot") {
            return Err(http::StatusCode::IM_A_TEAPOT.into_response());
        }
        if operation.name == "search" && parts.uri.query() == Some("colour=red") {
            parts.uri = "/search?color=red".parse().unwrap();
        }
        parts.extensions.insert(7_u8);
        Ok(())
    }

    async fn body(
        &self,
        operation: &'static Operation,
        _: &Parts,
        bytes: Bytes,
    ) -> Result<Bytes, Response> {
        if operation.name == "users_create" && bytes == "\"Ann\"" {
            return Ok(Bytes::from_static(br#"{"name":"Ann"}"#));
        }
        Ok(bytes)
    }

    fn fail(&self, error: BoxError, _: &Parts) -> Response {
        self.see(format!("failed: {error}"));
        http::StatusCode::BAD_GATEWAY.into_response()
    }
}

fn known(credential: &str, scopes: &[&str]) -> Result<String, Denied> {
    match credential {
        "good" => Ok(format!("good {scopes:?}")),
        "weak" => Err(Denied::Forbidden("not for you".to_owned())),
        _ => Err(Denied::Unauthenticated("unknown".to_owned())),
    }
}

impl Authenticate for App {
    type Principal = String;

    async fn token(&self, credential: &str, scopes: &[&str], _: &Parts) -> Result<String, Denied> {
        known(credential, scopes)
    }

    async fn login(&self, credential: &Basic, _: &[&str], _: &Parts) -> Result<String, Denied> {
        known(&credential.password, &[]).map(|_| credential.user.clone())
    }

    async fn agent(&self, credential: &str, _: &[&str], _: &Parts) -> Result<String, Denied> {
        known(credential, &["agent"])
    }

    async fn key(&self, credential: &str, _: &[&str], _: &Parts) -> Result<String, Denied> {
        known(credential, &["key"])
    }

    async fn query_key(&self, credential: &str, _: &[&str], _: &Parts) -> Result<String, Denied> {
        known(credential, &["query key"])
    }

    async fn session(&self, credential: &str, _: &[&str], _: &Parts) -> Result<String, Denied> {
        known(credential, &["session"])
    }
}

impl UsersApi for App {
    async fn users_create(
        &self,
        context: &Context<String>,
        body: UserRequest,
    ) -> Result<User, Failure<UserError>> {
        if body.name == "taken" {
            Err(UserError::ClientError {
                status: 409,
                body: Detail {
                    detail: "taken".to_owned(),
                },
            })?;
        }
        let mut users = self.users.lock().unwrap();
        let user = User {
            id: users.len() as i64 + 1,
            name: body.name,
        };
        users.push(user.clone());
        let location = HeaderValue::try_from(format!("/users/{}/", user.id))?;
        context.set_response_header(HeaderName::from_static("location"), location);
        Ok(user)
    }

    async fn users_retrieve(
        &self,
        _: &Context<String>,
        id: i64,
    ) -> Result<User, Failure<UserError>> {
        if id < 0 {
            return Err(UserError::BadRequest(Detail {
                detail: "negative".to_owned(),
            })
            .into());
        }
        let user = self
            .users
            .lock()
            .unwrap()
            .iter()
            .find(|user| user.id == id)
            .cloned();
        Ok(user.ok_or(UserError::NotFound)?)
    }

    async fn users_partial_update(
        &self,
        _: &Context<String>,
        id: i64,
        body: Option<UserRequest>,
    ) -> Result<User, Failure<UserError>> {
        Ok(User {
            id,
            name: body.map_or("no body".to_owned(), |body| body.name),
        })
    }

    async fn users_destroy(&self, _: &Context<String>, id: i64) -> Result<(), Failure<UserError>> {
        let _: u8 = u8::try_from(id)?;
        Ok(())
    }

    async fn users_me(&self, context: &Context<String>) -> Result<User, Failure<Undeclared>> {
        Ok(User {
            id: 0,
            name: context.principal.clone(),
        })
    }

    async fn both(&self, context: &Context<String>) -> Result<String, Failure<Undeclared>> {
        Ok(context.principal.clone())
    }

    async fn maybe(
        &self,
        context: &Context<Option<String>>,
    ) -> Result<String, Failure<Undeclared>> {
        Ok(format!("{:?}", context.principal))
    }
}

impl ThingsApi for App {
    async fn compare(
        &self,
        _: &Context<()>,
        base: String,
        head: String,
    ) -> Result<String, Failure<Undeclared>> {
        Ok(format!("{base:?} to {head:?}"))
    }

    async fn download(
        &self,
        _: &Context<()>,
        name: String,
        format: String,
    ) -> Result<ByteStream, Failure<Undeclared>> {
        Ok(ByteStream::from(&[0, 255, 10][..])
            .with_file_name(format!("a \"{name}\".{format}"))
            .with_content_type(format!("image/{format}")))
    }

    async fn file_info(
        &self,
        context: &Context<()>,
        name: String,
    ) -> Result<String, Failure<Undeclared>> {
        let extension = context.extensions().get::<u8>();
        Ok(format!(
            "{} {name:?} {extension:?} {}",
            context.method(),
            context.operation().name
        ))
    }

    async fn styles(
        &self,
        _: &Context<()>,
        list: Vec<String>,
        label: Filter,
        matrix: Vec<i64>,
    ) -> Result<String, Failure<Undeclared>> {
        Ok(format!("{list:?} {label:?} {matrix:?}"))
    }

    async fn search(
        &self,
        _: &Context<()>,
        parameters: SearchParameters,
    ) -> Result<String, Failure<Undeclared>> {
        Ok(format!("{parameters:?}"))
    }

    async fn forms_create(
        &self,
        _: &Context<()>,
        body: Filter,
    ) -> Result<Filter, Failure<AnyError>> {
        Ok(body)
    }

    async fn uploads_create(
        &self,
        _: &Context<()>,
        body: Upload,
    ) -> Result<String, Failure<AnyError>> {
        Ok(format!("{body:?}"))
    }

    async fn notes_create(
        &self,
        context: &Context<()>,
        body: NoteBody,
    ) -> Result<String, Failure<AnyError>> {
        let media_type = context.headers().get("content-type");
        let media_type = media_type.map(|value| value.to_str().unwrap().to_owned());
        let body = match body {
            NoteBody::Image(bytes) => format!("{:?}", bytes.bytes().await?),
            other => format!("{other:?}"),
        };
        Ok(format!("{}: {body}", media_type.unwrap_or_default()))
    }

    async fn notes_update(
        &self,
        context: &Context<()>,
        body: Option<NoteBody>,
    ) -> Result<String, Failure<AnyError>> {
        match body {
            Some(body) => self.notes_create(context, body).await,
            None => Ok("nothing".to_owned()),
        }
    }

    async fn albums_create(
        &self,
        _: &Context<()>,
        body: Album,
    ) -> Result<String, Failure<AnyError>> {
        let mut said = format!("{} {:?}", body.title, body.note);
        for file in body.cover.into_iter().chain(body.pictures) {
            let name = file.file_name.clone().unwrap_or_default();
            let media_type = file.content_type.clone().unwrap_or_default();
            let is_whole = file.as_bytes().is_some();
            let bytes = file.bytes().await?;
            let sum: usize = bytes.iter().map(|byte| usize::from(*byte)).sum();
            let length = bytes.len();
            said.push_str(&format!(", {name} {media_type} {length} {sum} {is_whole}"));
        }
        Ok(said)
    }

    async fn raw_update(
        &self,
        context: &Context<()>,
        body: ByteStream,
    ) -> Result<ByteStream, Failure<AnyError>> {
        if context.headers().contains_key("x-whole") {
            return Ok(body.bytes().await?.into());
        }
        Ok(body)
    }

    async fn items_echo(
        &self,
        context: &Context<()>,
        body: ItemStream<UserRequest>,
    ) -> Result<ItemStream<UserRequest>, Failure<AnyError>> {
        if context.headers().contains_key("x-whole") {
            return Ok(body.all().await?.into());
        }
        Ok(body)
    }

    async fn feed_retrieve(
        &self,
        context: &Context<()>,
        kind: String,
    ) -> Result<Feed, Failure<Undeclared>> {
        let detail = Detail {
            detail: kind.clone(),
        };
        Ok(match kind.as_str() {
            "liked" if context.preferred::<Feed>() == Some("text/event-stream") => {
                Feed::OkEventStream(vec![detail].into())
            }
            "events" => Feed::OkEventStream(vec![detail.clone(), detail].into()),
            "bytes" => Feed::OkBytes(b"bytes"[..].into()),
            _ => Feed::Whole(detail),
        })
    }

    async fn text_update(
        &self,
        _: &Context<()>,
        body: String,
    ) -> Result<String, Failure<AnyError>> {
        Ok(format!("<csv>{body}</csv>"))
    }

    async fn documents_retrieve(
        &self,
        _: &Context<()>,
        kind: String,
    ) -> Result<Document, Failure<AnyError>> {
        let detail = Detail {
            detail: kind.clone(),
        };
        match kind.as_str() {
            "json" => Ok(Document::OkJson(detail)),
            "xml" => Ok(Document::OkXml("<detail/>".to_owned())),
            "created" => Ok(Document::Created(detail)),
            "none" => Ok(Document::NoContent),
            _ => Err(AnyError::Default {
                status: 418,
                body: kind,
            })?,
        }
    }
}
