//! The client, as the generator would write it.

use super::runtime::{
    basic::Basic,
    byte_stream::{self, ByteStream},
    call::{Call, Request},
    choice,
    client::{Client, ClientBuilder},
    decode::{empty, json, text},
    event_data, form,
    item_stream::ItemStream,
    json_lines,
    options::options,
    parameter::Style,
    responses::Undeclared,
};
use super::security::{
    AGENT, BY_BOTH_OR_AGENT, BY_KEY_OR_NOBODY, BY_TOKEN_OR_LOGIN, KEY, LOGIN, QUERY_KEY, SESSION,
    TOKEN,
};
use super::{errors, models};

impl ClientBuilder {
    pub fn token(self, token: impl Into<String>) -> Self {
        self.credential(&TOKEN, token)
    }

    pub fn login(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credential(
            &LOGIN,
            Basic {
                user: user.into(),
                password: password.into(),
            }
            .encode(),
        )
    }

    pub fn agent(self, token: impl Into<String>) -> Self {
        self.credential(&AGENT, token)
    }

    pub fn key(self, key: impl Into<String>) -> Self {
        self.credential(&KEY, key)
    }

    pub fn query_key(self, key: impl Into<String>) -> Self {
        self.credential(&QUERY_KEY, key)
    }

    pub fn session(self, key: impl Into<String>) -> Self {
        self.credential(&SESSION, key)
    }
}

/// Users: JSON and errors.
impl Client {
    pub fn users_create(
        &self,
        body: &models::UserRequest,
    ) -> Call<'_, models::User, errors::UserError> {
        self.request("POST", "/users/")
            .secured(BY_TOKEN_OR_LOGIN)
            .json(body)
            .returns(201, json)
    }

    pub fn users_retrieve(&self, id: i64) -> Call<'_, models::User, errors::UserError> {
        self.request("GET", "/users/{id}/")
            .path(&id)
            .secured(BY_TOKEN_OR_LOGIN)
            .returns(200, json)
    }

    pub fn users_partial_update(
        &self,
        id: i64,
    ) -> Call<'_, models::User, errors::UserError, UsersPartialUpdate> {
        self.request("PATCH", "/users/{id}/")
            .path(&id)
            .secured(BY_TOKEN_OR_LOGIN)
            .returns(200, json)
    }

    pub fn users_destroy(&self, id: i64) -> Call<'_, (), errors::UserError> {
        self.request("DELETE", "/users/{id}/")
            .path(&id)
            .secured(BY_TOKEN_OR_LOGIN)
            .returns(204, empty)
    }

    pub fn users_me(&self) -> Call<'_, models::User, Undeclared> {
        self.request("GET", "/users/me/")
            .secured(BY_TOKEN_OR_LOGIN)
            .returns(200, json)
    }
}

options!(UsersPartialUpdate { body: &models::UserRequest => json() });

/// Security.
impl Client {
    pub fn both(&self) -> Call<'_, String, Undeclared> {
        self.request("GET", "/both")
            .secured(BY_BOTH_OR_AGENT)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn maybe(&self) -> Call<'_, String, Undeclared> {
        self.request("GET", "/maybe")
            .secured(BY_KEY_OR_NOBODY)
            .accept("text/plain")
            .returns(200, text)
    }
}

/// Paths, parameters and bodies of all kinds.
impl Client {
    pub fn compare(&self, base: &str, head: &str) -> Call<'_, String, Undeclared> {
        self.request("GET", "/compare/{base}...{head}")
            .path(base)
            .path(head)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn download(&self, name: &str, format: &str) -> Call<'_, ByteStream, Undeclared> {
        self.request("GET", "/files/{name}.{format}")
            .path(name)
            .path(format)
            .accept("image/*")
            .returns_stream(200, byte_stream::read)
    }

    pub fn file_info(&self, name: &str) -> Call<'_, String, Undeclared> {
        self.request("GET", "/files/{name}")
            .path(name)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn styles(
        &self,
        list: &[String],
        label: &models::Filter,
        matrix: &[i64],
    ) -> Call<'_, String, Undeclared> {
        self.request("GET", "/styles/{list}/{label}/{matrix}")
            .path(list)
            .path_styled(Style::Label, true, label)
            .path_styled(Style::Matrix, true, matrix)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn search(&self, color: &str) -> Call<'_, String, Undeclared, Search> {
        self.request("GET", "/search")
            .query("color", color)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn forms_create(
        &self,
        body: &models::Filter,
    ) -> Call<'_, models::Filter, errors::AnyError> {
        self.request("POST", "/forms")
            .form(form::PLAIN, body)
            .returns(200, json)
    }

    pub fn uploads_create(&self, body: &models::Upload) -> Call<'_, String, errors::AnyError> {
        self.request("POST", "/uploads")
            .multipart(body)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn albums_create(&self, body: models::Album) -> Call<'_, String, errors::AnyError> {
        self.request("POST", "/albums")
            .multipart(body)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn raw_update(
        &self,
        body: impl Into<ByteStream>,
    ) -> Call<'_, ByteStream, errors::AnyError> {
        self.request("PUT", "/raw")
            .stream("application/octet-stream", byte_stream::write, body)
            .accept("*/*")
            .returns_stream(200, byte_stream::read)
    }

    pub fn items_echo(
        &self,
        body: impl Into<ItemStream<models::UserRequest>>,
    ) -> Call<'_, ItemStream<models::UserRequest>, errors::AnyError> {
        self.request("POST", "/items")
            .stream("application/jsonl", json_lines::write, body)
            .accept("text/event-stream")
            .returns_stream(200, event_data::read)
    }

    pub fn notes_create(
        &self,
        body: impl Into<models::NoteBody>,
    ) -> Call<'_, String, errors::AnyError> {
        self.request("POST", "/notes")
            .chosen_body::<models::NoteBody>(body.into())
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn notes_update(&self) -> Call<'_, String, errors::AnyError, NotesUpdate> {
        self.request("PUT", "/notes")
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn feed_retrieve(&self, kind: &str) -> Call<'_, errors::Feed, Undeclared> {
        self.request("GET", "/feeds/{kind}")
            .path(kind)
            .returns_any()
    }

    pub fn text_update(&self, body: &str) -> Call<'_, String, errors::AnyError> {
        self.request("PUT", "/text")
            .text("text/csv", body)
            .accept("application/xml")
            .returns(200, text)
    }

    pub fn documents_retrieve(&self, kind: &str) -> Call<'_, errors::Document, errors::AnyError> {
        self.request("GET", "/documents/{kind}")
            .path(kind)
            .accept("application/json, application/xml")
            .returns_any()
    }
}

options!(Search {
    ids: &[i64] => query("ids"),
    words: &[&str] => query_styled("words", Style::Form, false),
    spaced: &[&str] => query_styled("spaced", Style::SpaceDelimited, false),
    piped: &[&str] => query_styled("piped", Style::PipeDelimited, false),
    deep: &models::Filter => query_styled("deep", Style::DeepObject, true),
    beside: &models::Beside => query("beside"),
    content: &models::Filter => query_content("content"),
    reserved: &str => query_reserved("reserved", Style::Form, true),
    limit: i64 => query("limit"),
    x_tags: &[&str] => header_parameter("X-Tags"),
    visit: &str => cookie("visit"),
});

options!(NotesUpdate {});

impl<T, E> Call<'_, T, E, NotesUpdate> {
    pub fn body(self, body: impl Into<models::NoteBody>) -> Self {
        self.chosen_body::<models::NoteBody>(body.into())
    }
}

impl choice::Choice for models::NoteBody {
    fn write(self, request: Request<'_>) -> Request<'_> {
        match self {
            Self::Json(body) => request.json(&body),
            Self::Text(body) => request.text("text/plain", &body),
            Self::Image(body) => {
                request.stream("image/*, application/pdf", byte_stream::write, body)
            }
        }
    }
}
