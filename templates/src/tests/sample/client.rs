//! The client, as the generator would write it.

use super::runtime::{
    basic::Basic,
    binary::Binary,
    call::Call,
    client::{Client, ClientBuilder},
    decode::{bytes, empty, json, text},
    parameter::Style,
    responses::Undeclared,
    security::{Scheme, SchemeKind},
};
use super::{errors, models};

const TOKEN: &Scheme = &Scheme { name: "token", kind: SchemeKind::Bearer };
const LOGIN: &Scheme = &Scheme { name: "login", kind: SchemeKind::Basic };
const AGENT: &Scheme = &Scheme { name: "agent", kind: SchemeKind::Authorization("bearer+agent") };
const KEY: &Scheme = &Scheme { name: "key", kind: SchemeKind::ApiKeyHeader("X-Key") };
const QUERY_KEY: &Scheme = &Scheme { name: "query_key", kind: SchemeKind::ApiKeyQuery("key") };
const SESSION: &Scheme = &Scheme { name: "session", kind: SchemeKind::ApiKeyCookie("sid") };

impl ClientBuilder {
    pub fn token(self, token: impl Into<String>) -> Self {
        self.credential(TOKEN, token)
    }

    pub fn login(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credential(LOGIN, Basic { user: user.into(), password: password.into() }.encode())
    }

    pub fn agent(self, token: impl Into<String>) -> Self {
        self.credential(AGENT, token)
    }

    pub fn key(self, key: impl Into<String>) -> Self {
        self.credential(KEY, key)
    }

    pub fn query_key(self, key: impl Into<String>) -> Self {
        self.credential(QUERY_KEY, key)
    }

    pub fn session(self, key: impl Into<String>) -> Self {
        self.credential(SESSION, key)
    }
}

/// Users: JSON and errors.
impl Client {
    pub fn users_create(&self, body: &models::UserRequest) -> Call<'_, models::User, errors::UserError> {
        self.request("POST", "/users/").secured(&[&[TOKEN], &[LOGIN]]).json(body).returns(201, json)
    }

    pub fn users_retrieve(&self, id: i64) -> Call<'_, models::User, errors::UserError> {
        self.request("GET", "/users/{id}/").path(&id).secured(&[&[TOKEN], &[LOGIN]]).returns(200, json)
    }

    pub fn users_partial_update(&self, id: i64) -> Call<'_, models::User, errors::UserError, UsersPartialUpdate> {
        self.request("PATCH", "/users/{id}/").path(&id).secured(&[&[TOKEN], &[LOGIN]]).returns(200, json)
    }

    pub fn users_destroy(&self, id: i64) -> Call<'_, (), errors::UserError> {
        self.request("DELETE", "/users/{id}/").path(&id).secured(&[&[TOKEN], &[LOGIN]]).returns(204, empty)
    }

    pub fn users_me(&self) -> Call<'_, models::User, Undeclared> {
        self.request("GET", "/users/me/").secured(&[&[TOKEN], &[LOGIN]]).returns(200, json)
    }
}

#[derive(Debug)]
pub enum UsersPartialUpdate {}

impl<T, E> Call<'_, T, E, UsersPartialUpdate> {
    pub fn body(self, body: &models::UserRequest) -> Self {
        self.json(body)
    }
}

/// Security.
impl Client {
    pub fn both(&self) -> Call<'_, String, Undeclared> {
        self.request("GET", "/both").secured(&[&[TOKEN, KEY], &[AGENT]]).accept("text/plain").returns(200, text)
    }

    pub fn maybe(&self) -> Call<'_, String, Undeclared> {
        self.request("GET", "/maybe").secured(&[&[QUERY_KEY], &[SESSION], &[]]).accept("text/plain").returns(200, text)
    }
}

/// Paths, parameters and bodies of all kinds.
impl Client {
    pub fn compare(&self, base: &str, head: &str) -> Call<'_, String, Undeclared> {
        self.request("GET", "/compare/{base}...{head}").path(base).path(head).accept("text/plain").returns(200, text)
    }

    pub fn download(&self, name: &str, format: &str) -> Call<'_, Binary, Undeclared> {
        self.request("GET", "/files/{name}.{format}").path(name).path(format).accept("image/*").returns(200, bytes)
    }

    pub fn file_info(&self, name: &str) -> Call<'_, String, Undeclared> {
        self.request("GET", "/files/{name}").path(name).accept("text/plain").returns(200, text)
    }

    pub fn styles(&self, list: &[String], label: &models::Filter, matrix: &[i64]) -> Call<'_, String, Undeclared> {
        self.request("GET", "/styles/{list}/{label}/{matrix}")
            .path(list)
            .path_styled(label, Style::Label, true)
            .path_styled(matrix, Style::Matrix, true)
            .accept("text/plain")
            .returns(200, text)
    }

    pub fn search(&self, color: &str) -> Call<'_, String, Undeclared, Search> {
        self.request("GET", "/search").query("color", color).accept("text/plain").returns(200, text)
    }

    pub fn forms_create(&self, body: &models::Filter) -> Call<'_, models::Filter, errors::AnyError> {
        self.request("POST", "/forms").form(body, &[]).returns(200, json)
    }

    pub fn uploads_create(&self, body: &models::Upload) -> Call<'_, String, errors::AnyError> {
        self.request("POST", "/uploads").multipart(body).accept("text/plain").returns(200, text)
    }

    pub fn raw_update(&self, body: Binary) -> Call<'_, Binary, errors::AnyError> {
        self.request("PUT", "/raw").bytes("application/octet-stream", body.bytes).accept("*/*").returns(200, bytes)
    }

    pub fn text_update(&self, body: &str) -> Call<'_, String, errors::AnyError> {
        self.request("PUT", "/text").text("text/csv", body).accept("application/xml").returns(200, text)
    }

    pub fn documents_retrieve(&self, kind: &str) -> Call<'_, errors::Document, errors::AnyError> {
        self.request("GET", "/documents/{kind}").path(kind).accept("application/json, application/xml").returns_any()
    }
}

#[derive(Debug)]
pub enum Search {}

impl<T, E> Call<'_, T, E, Search> {
    pub fn ids(self, ids: &[i64]) -> Self {
        self.query("ids", ids)
    }

    pub fn words(self, words: &[&str]) -> Self {
        self.query_styled("words", words, Style::Form, false)
    }

    pub fn spaced(self, spaced: &[&str]) -> Self {
        self.query_styled("spaced", spaced, Style::SpaceDelimited, false)
    }

    pub fn piped(self, piped: &[&str]) -> Self {
        self.query_styled("piped", piped, Style::PipeDelimited, false)
    }

    pub fn deep(self, deep: &models::Filter) -> Self {
        self.query_styled("deep", deep, Style::DeepObject, true)
    }

    pub fn beside(self, beside: &models::Beside) -> Self {
        self.query("beside", beside)
    }

    pub fn content(self, content: &models::Filter) -> Self {
        self.query_content("content", content)
    }

    pub fn reserved(self, reserved: &str) -> Self {
        self.query_reserved("reserved", reserved, Style::Form, true)
    }

    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", &limit)
    }

    pub fn x_tags(self, x_tags: &[&str]) -> Self {
        self.header_parameter("X-Tags", x_tags)
    }

    pub fn visit(self, visit: &str) -> Self {
        self.cookie("visit", visit)
    }
}
