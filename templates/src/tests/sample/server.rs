//! The server, as the generator would write it.

use super::runtime::{
    authentication::{Denied, Presented},
    basic::Basic,
    byte_stream::{self, ByteStream},
    choice_read::ReadChoice as _,
    encode::{empty, json, text},
    event_data,
    exchange::Context,
    form_read,
    item_stream::ItemStream,
    json_lines, multipart_stream,
    parameter::Style,
    parameters::{self, parameters},
    request_stream,
    responses::Undeclared,
    router::Routes,
    routes::{self, routes},
    service::{self, Failure, Service, failure_from},
    validate::Limit,
};
use super::security::{BY_BOTH_OR_AGENT, BY_KEY_OR_NOBODY, BY_TOKEN_OR_LOGIN};
use super::{errors, models};
use ::http::request::Parts;
use ::std::future::Future;

failure_from!(errors::UserError, errors::AnyError);

macro_rules! scheme_methods {
    ($($name:ident: $credential:ty),*) => {
        pub trait Authenticate: Send + Sync + 'static {
            type Principal: Clone + Send + Sync + 'static;
            $(fn $name(
                &self,
                credential: &$credential,
                scopes: &[&str],
                parts: &Parts,
            ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;)*
        }
    };
}
scheme_methods!(token: str, login: Basic, agent: str, key: str, query_key: str, session: str);

async fn authenticate<A: Authenticate>(
    api: &A,
    presented: Presented<'_>,
) -> Result<A::Principal, Denied> {
    let Presented {
        scheme,
        credential,
        scopes,
        parts,
    } = presented;
    match scheme.name {
        "token" => api.token(credential, scopes, parts).await,
        "login" => match Basic::decode(credential) {
            Some(credential) => api.login(&credential, scopes, parts).await,
            None => Err(Denied::malformed()),
        },
        "agent" => api.agent(credential, scopes, parts).await,
        "key" => api.key(credential, scopes, parts).await,
        "query_key" => api.query_key(credential, scopes, parts).await,
        "session" => api.session(credential, scopes, parts).await,
        _ => Err(Denied::malformed()),
    }
}

type Answer<T, E> = Result<T, Failure<E>>;

pub trait UsersApi: Service + Authenticate {
    fn users_create(
        &self,
        context: &Context<Self::Principal>,
        body: models::UserRequest,
    ) -> impl Future<Output = Answer<models::User, errors::UserError>> + Send;

    fn users_retrieve(
        &self,
        context: &Context<Self::Principal>,
        id: i64,
    ) -> impl Future<Output = Answer<models::User, errors::UserError>> + Send;

    fn users_partial_update(
        &self,
        context: &Context<Self::Principal>,
        id: i64,
        body: Option<models::UserRequest>,
    ) -> impl Future<Output = Answer<models::User, errors::UserError>> + Send;

    fn users_destroy(
        &self,
        context: &Context<Self::Principal>,
        id: i64,
    ) -> impl Future<Output = Answer<(), errors::UserError>> + Send;

    fn users_me(
        &self,
        context: &Context<Self::Principal>,
    ) -> impl Future<Output = Answer<models::User, Undeclared>> + Send;

    fn both(
        &self,
        context: &Context<Self::Principal>,
    ) -> impl Future<Output = Answer<String, Undeclared>> + Send;

    fn maybe(
        &self,
        context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Answer<String, Undeclared>> + Send;
}

pub trait ThingsApi: Service + Authenticate {
    fn compare(
        &self,
        context: &Context<()>,
        base: String,
        head: String,
    ) -> impl Future<Output = Answer<String, Undeclared>> + Send;

    fn download(
        &self,
        context: &Context<()>,
        name: String,
        format: String,
    ) -> impl Future<Output = Answer<ByteStream, Undeclared>> + Send;

    fn file_info(
        &self,
        context: &Context<()>,
        name: String,
    ) -> impl Future<Output = Answer<String, Undeclared>> + Send;

    fn styles(
        &self,
        context: &Context<()>,
        list: Vec<String>,
        label: models::Filter,
        matrix: Vec<i64>,
    ) -> impl Future<Output = Answer<String, Undeclared>> + Send;

    fn search(
        &self,
        context: &Context<()>,
        parameters: SearchParameters,
    ) -> impl Future<Output = Answer<String, Undeclared>> + Send;

    fn forms_create(
        &self,
        context: &Context<()>,
        body: models::Filter,
    ) -> impl Future<Output = Answer<models::Filter, errors::AnyError>> + Send;

    fn uploads_create(
        &self,
        context: &Context<()>,
        body: models::Upload,
    ) -> impl Future<Output = Answer<String, errors::AnyError>> + Send;

    fn albums_create(
        &self,
        context: &Context<()>,
        body: models::Album,
    ) -> impl Future<Output = Answer<String, errors::AnyError>> + Send;

    fn raw_update(
        &self,
        context: &Context<()>,
        body: ByteStream,
    ) -> impl Future<Output = Answer<ByteStream, errors::AnyError>> + Send;

    fn items_echo(
        &self,
        context: &Context<()>,
        body: ItemStream<models::UserRequest>,
    ) -> impl Future<Output = Answer<ItemStream<models::UserRequest>, errors::AnyError>> + Send;

    fn notes_create(
        &self,
        context: &Context<()>,
        body: models::NoteBody,
    ) -> impl Future<Output = Answer<String, errors::AnyError>> + Send;

    fn notes_update(
        &self,
        context: &Context<()>,
        body: Option<models::NoteBody>,
    ) -> impl Future<Output = Answer<String, errors::AnyError>> + Send;

    fn feed_retrieve(
        &self,
        context: &Context<()>,
        kind: String,
    ) -> impl Future<Output = Answer<errors::Feed, Undeclared>> + Send;

    fn text_update(
        &self,
        context: &Context<()>,
        body: String,
    ) -> impl Future<Output = Answer<String, errors::AnyError>> + Send;

    fn documents_retrieve(
        &self,
        context: &Context<()>,
        kind: String,
    ) -> impl Future<Output = Answer<errors::Document, errors::AnyError>> + Send;
}

parameters!(#[derive(Default)] SearchParameters {
    color: String = required query "color",
    ids: Option<Vec<i64>> = optional query "ids",
    words: Option<Vec<String>> = optional query "words" (Form, false),
    spaced: Option<Vec<String>> = optional query "spaced" (SpaceDelimited, false),
    piped: Option<Vec<String>> = optional query "piped" (PipeDelimited, false),
    deep: Option<models::Filter> = optional query "deep" (DeepObject, true),
    beside: Option<models::Beside> = optional query "beside",
    content: Option<models::Filter> = optional query_json "content",
    reserved: Option<String> = optional query "reserved",
    limit: i64 = default(20) query "limit" [Limit::Minimum(1), Limit::Maximum(100)],
    x_tags: Option<Vec<String>> = optional header "X-Tags",
    visit: Option<String> = optional cookie "visit",
});

pub trait Api: UsersApi + ThingsApi {}

impl<T: UsersApi + ThingsApi> Api for T {}

pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::new(api, |api, presented| Box::pin(authenticate(api, presented)));
    users::add_routes(&mut routes);
    things::add_routes(&mut routes);
    routes.into_router()
}

mod users {
    use super::*;

    routes!(UsersApi as A, A::Principal {
        "POST" "/users/" secured(BY_TOKEN_OR_LOGIN) "application/json" => users_create(body: json()) => reply(201, json);
        "GET" "/users/{id}/" secured(BY_TOKEN_OR_LOGIN) => users_retrieve(id: path("id")) => reply(200, json);
        "PATCH" "/users/{id}/" secured(BY_TOKEN_OR_LOGIN) "application/json" => users_partial_update(
            id: path("id"), body: optional_json()
        ) => reply(200, json);
        "DELETE" "/users/{id}/" secured(BY_TOKEN_OR_LOGIN) => users_destroy(id: path("id")) => reply(204, empty);
        "GET" "/users/me/" secured(BY_TOKEN_OR_LOGIN) => users_me() => reply(200, json);
        "GET" "/both" secured(BY_BOTH_OR_AGENT) => both() => reply(200, text);
        "GET" "/maybe" identified(BY_KEY_OR_NOBODY) => maybe() => reply(200, text);
    });
}

mod things {
    use super::*;

    routes!(ThingsApi as A, A::Principal {
        "GET" "/compare/{base}...{head}" open(&[]) => compare(base: path("base"), head: path("head")) => reply(200, text);
        "GET" "/files/{name}" open(&[]) => file_info(name: path("name")) => reply(200, text);
        "GET" "/files/{name}.{format}" open(&[]) => download(
            name: path("name"), format: path("format")
        ) => reply_stream(200, "image/*", byte_stream::write);
        "GET" "/styles/{list}/{label}/{matrix}" open(&[]) => styles(
            list: path("list"), label: path_styled("label", Style::Label, true),
            matrix: path_styled("matrix", Style::Matrix, true)
        ) => reply(200, text);
        "GET" "/search" open(&[]) => search(parameters: parameters()) => reply(200, text);
        "POST" "/forms" open(&[]) "application/x-www-form-urlencoded" => forms_create(
            body: form(form_read::PLAIN)
        ) => reply(200, json);
        "POST" "/uploads" open(&[]) "multipart/form-data" => uploads_create(body: multipart()) => reply(200, text);
        "POST" "/albums" open(&[]) "multipart/form-data" multipart_stream::START => albums_create(
            body: multipart_stream()
        ) => reply(200, text);
        "PUT" "/raw" open(&[]) "application/octet-stream" request_stream::STREAM => raw_update(
            body: stream()
        ) => reply_stream(200, "*/*", byte_stream::write);
        "POST" "/items" open(&[]) "application/jsonl" request_stream::STREAM => items_echo(
            body: items(json_lines::read)
        ) => reply_stream(200, "text/event-stream", event_data::write);
        "POST" "/notes" open(&[]) "application/json" "application/*+json" "application/x-www-form-urlencoded" "text/plain"
            "image/*" request_stream::STREAM "application/pdf" request_stream::STREAM => notes_create(
            body: choice(&[
                |exchange| exchange.json().map(models::NoteBody::Json),
                |exchange| exchange.json().map(models::NoteBody::Json),
                |exchange| exchange.form(form_read::PLAIN).map(models::NoteBody::Json),
                |exchange| exchange.text().map(models::NoteBody::Text),
                |exchange| exchange.stream().map(models::NoteBody::Image),
                |exchange| exchange.stream().map(models::NoteBody::Image),
            ])
        ) => reply(200, text);
        "PUT" "/notes" open(&[]) "text/plain" "image/*" request_stream::STREAM => notes_update(
            body: optional_choice(&[
                |exchange| exchange.text().map(models::NoteBody::Text),
                |exchange| exchange.stream().map(models::NoteBody::Image),
            ])
        ) => reply(200, text);
        "GET" "/feeds/{kind}" open(&[]) => feed_retrieve(kind: path("kind")) => reply_any();
        "PUT" "/text" open(&[]) "text/*" => text_update(body: text()) => reply_as(200, "application/xml", text);
        "GET" "/documents/{kind}" open(&[]) => documents_retrieve(kind: path("kind")) => reply_any();
    });
}
