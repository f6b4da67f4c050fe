//! The server, as the generator would write it.

use super::runtime::{
    authentication::{Denied, Presented},
    basic::Basic,
    binary::Binary,
    encode::{bytes, empty, json, text},
    exchange::Context,
    parameter::Style,
    parameters::{self, parameters},
    responses::Undeclared,
    router::Routes,
    security::{Scheme, SchemeKind},
    service::{self, Failure, Operation, Service, failure_from},
    validate::Limit,
};
use super::{errors, models};
use ::http::request::Parts;
use ::std::future::Future;

const TOKEN: &Scheme = &Scheme { name: "token", kind: SchemeKind::Bearer };
const LOGIN: &Scheme = &Scheme { name: "login", kind: SchemeKind::Basic };
const AGENT: &Scheme = &Scheme { name: "agent", kind: SchemeKind::Authorization("bearer+agent") };
const KEY: &Scheme = &Scheme { name: "key", kind: SchemeKind::ApiKeyHeader("X-Key") };
const QUERY_KEY: &Scheme = &Scheme { name: "query_key", kind: SchemeKind::ApiKeyQuery("key") };
const SESSION: &Scheme = &Scheme { name: "session", kind: SchemeKind::ApiKeyCookie("sid") };

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

async fn authenticate<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
    let Presented { scheme, credential, scopes, parts } = presented;
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

    fn both(&self, context: &Context<Self::Principal>) -> impl Future<Output = Answer<String, Undeclared>> + Send;

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
    ) -> impl Future<Output = Answer<Binary, Undeclared>> + Send;

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

    fn raw_update(
        &self,
        context: &Context<()>,
        body: Binary,
    ) -> impl Future<Output = Answer<Binary, errors::AnyError>> + Send;

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

/// Parameters of `search`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchParameters {
    pub color: String,
    pub ids: Option<Vec<i64>>,
    pub words: Option<Vec<String>>,
    pub spaced: Option<Vec<String>>,
    pub piped: Option<Vec<String>>,
    pub deep: Option<models::Filter>,
    pub beside: Option<models::Beside>,
    pub content: Option<models::Filter>,
    pub reserved: Option<String>,
    pub limit: i64,
    pub x_tags: Option<Vec<String>>,
    pub visit: Option<String>,
}
parameters!(SearchParameters {
    color: required query "color",
    ids: optional query "ids",
    words: optional query "words" (Form, false),
    spaced: optional query "spaced" (SpaceDelimited, false),
    piped: optional query "piped" (PipeDelimited, false),
    deep: optional query "deep" (DeepObject, true),
    beside: optional query "beside",
    content: optional query_json "content",
    reserved: optional query "reserved",
    limit: default(20) query "limit" [Limit::Minimum(1), Limit::Maximum(100)],
    x_tags: optional header "X-Tags",
    visit: optional cookie "visit",
});

pub trait Api: UsersApi + ThingsApi {}

impl<T: UsersApi + ThingsApi> Api for T {}

pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::new(api, |api, presented| ::std::boxed::Box::pin(authenticate(api, presented)));
    users(&mut routes);
    things(&mut routes);
    routes.into_router()
}

fn users<A: UsersApi>(routes: &mut Routes<A, A::Principal>) {
    routes.add(
        &Operation {
            method: "POST",
            path: "/users/",
            name: "users_create",
            accepts: &["application/json"],
            security: &[&[(TOKEN, &["write"])], &[(LOGIN, &[])]],
        },
        |mut exchange| {
            let (Some(context), Some(body)) = (exchange.secured(), exchange.json()) else { return exchange.reject() };
            exchange.reply(201, json, context, move |api, context| Box::pin(api.users_create(context, body)))
        },
    );
    routes.add(
        &Operation {
            method: "GET",
            path: "/users/{id}/",
            name: "users_retrieve",
            accepts: &[],
            security: &[&[(TOKEN, &[])], &[(LOGIN, &[])]],
        },
        |mut exchange| {
            let (Some(context), Some(id)) = (exchange.secured(), exchange.path("id")) else { return exchange.reject() };
            exchange.reply(200, json, context, move |api, context| Box::pin(api.users_retrieve(context, id)))
        },
    );
    routes.add(
        &Operation {
            method: "PATCH",
            path: "/users/{id}/",
            name: "users_partial_update",
            accepts: &["application/json"],
            security: &[&[(TOKEN, &[])], &[(LOGIN, &[])]],
        },
        |mut exchange| {
            let (Some(context), Some(id), Some(body)) =
                (exchange.secured(), exchange.path("id"), exchange.optional_json())
            else {
                return exchange.reject();
            };
            exchange.reply(200, json, context, move |api, context| Box::pin(api.users_partial_update(context, id, body)))
        },
    );
    routes.add(
        &Operation {
            method: "DELETE",
            path: "/users/{id}/",
            name: "users_destroy",
            accepts: &[],
            security: &[&[(TOKEN, &[])], &[(LOGIN, &[])]],
        },
        |mut exchange| {
            let (Some(context), Some(id)) = (exchange.secured(), exchange.path("id")) else { return exchange.reject() };
            exchange.reply(204, empty, context, move |api, context| Box::pin(api.users_destroy(context, id)))
        },
    );
    routes.add(
        &Operation {
            method: "GET",
            path: "/users/me/",
            name: "users_me",
            accepts: &[],
            security: &[&[(TOKEN, &[])], &[(LOGIN, &[])]],
        },
        |mut exchange| {
            let Some(context) = exchange.secured() else { return exchange.reject() };
            exchange.reply(200, json, context, move |api, context| Box::pin(api.users_me(context)))
        },
    );
    routes.add(
        &Operation {
            method: "GET",
            path: "/both",
            name: "both",
            accepts: &[],
            security: &[&[(TOKEN, &[]), (KEY, &[])], &[(AGENT, &[])]],
        },
        |mut exchange| {
            let Some(context) = exchange.secured() else { return exchange.reject() };
            exchange.reply(200, text, context, move |api, context| Box::pin(api.both(context)))
        },
    );
    routes.add(
        &Operation {
            method: "GET",
            path: "/maybe",
            name: "maybe",
            accepts: &[],
            security: &[&[(QUERY_KEY, &[])], &[(SESSION, &[])], &[]],
        },
        |mut exchange| {
            let context = exchange.identified();
            exchange.reply(200, text, context, move |api, context| Box::pin(api.maybe(context)))
        },
    );
}

fn things<A: ThingsApi>(routes: &mut Routes<A, A::Principal>) {
    routes.add(
        &Operation { method: "GET", path: "/compare/{base}...{head}", name: "compare", accepts: &[], security: &[] },
        |mut exchange| {
            let (context, Some(base), Some(head)) = (exchange.open(), exchange.path("base"), exchange.path("head"))
            else {
                return exchange.reject();
            };
            exchange.reply(200, text, context, move |api, context| Box::pin(api.compare(context, base, head)))
        },
    );
    routes.add(
        &Operation { method: "GET", path: "/files/{name}", name: "file_info", accepts: &[], security: &[] },
        |mut exchange| {
            let (context, Some(name)) = (exchange.open(), exchange.path("name")) else { return exchange.reject() };
            exchange.reply(200, text, context, move |api, context| Box::pin(api.file_info(context, name)))
        },
    );
    routes.add(
        &Operation { method: "GET", path: "/files/{name}.{format}", name: "download", accepts: &[], security: &[] },
        |mut exchange| {
            let (context, Some(name), Some(format)) =
                (exchange.open(), exchange.path("name"), exchange.path("format"))
            else {
                return exchange.reject();
            };
            exchange.reply_as(200, "image/*", bytes, context, move |api, context| {
                Box::pin(api.download(context, name, format))
            })
        },
    );
    routes.add(
        &Operation {
            method: "GET",
            path: "/styles/{list}/{label}/{matrix}",
            name: "styles",
            accepts: &[],
            security: &[],
        },
        |mut exchange| {
            let (context, Some(list), Some(label), Some(matrix)) = (
                exchange.open(),
                exchange.path("list"),
                exchange.path_styled("label", Style::Label, true),
                exchange.path_styled("matrix", Style::Matrix, true),
            ) else {
                return exchange.reject();
            };
            exchange.reply(200, text, context, move |api, context| Box::pin(api.styles(context, list, label, matrix)))
        },
    );
    routes.add(
        &Operation { method: "GET", path: "/search", name: "search", accepts: &[], security: &[] },
        |mut exchange| {
            let (context, Some(parameters)) = (exchange.open(), exchange.parameters()) else {
                return exchange.reject();
            };
            exchange.reply(200, text, context, move |api, context| Box::pin(api.search(context, parameters)))
        },
    );
    routes.add(
        &Operation {
            method: "POST",
            path: "/forms",
            name: "forms_create",
            accepts: &["application/x-www-form-urlencoded"],
            security: &[],
        },
        |mut exchange| {
            let (context, Some(body)) = (exchange.open(), exchange.form(&[])) else { return exchange.reject() };
            exchange.reply(200, json, context, move |api, context| Box::pin(api.forms_create(context, body)))
        },
    );
    routes.add(
        &Operation {
            method: "POST",
            path: "/uploads",
            name: "uploads_create",
            accepts: &["multipart/form-data"],
            security: &[],
        },
        |mut exchange| {
            let (context, Some(body)) = (exchange.open(), exchange.multipart()) else { return exchange.reject() };
            exchange.reply(200, text, context, move |api, context| Box::pin(api.uploads_create(context, body)))
        },
    );
    routes.add(
        &Operation {
            method: "PUT",
            path: "/raw",
            name: "raw_update",
            accepts: &["application/octet-stream"],
            security: &[],
        },
        |mut exchange| {
            let (context, Some(body)) = (exchange.open(), exchange.bytes()) else { return exchange.reject() };
            exchange.reply(200, bytes, context, move |api, context| Box::pin(api.raw_update(context, body)))
        },
    );
    routes.add(
        &Operation { method: "PUT", path: "/text", name: "text_update", accepts: &["text/*"], security: &[] },
        |mut exchange| {
            let (context, Some(body)) = (exchange.open(), exchange.text()) else { return exchange.reject() };
            exchange.reply_as(200, "application/xml", text, context, move |api, context| {
                Box::pin(api.text_update(context, body))
            })
        },
    );
    routes.add(
        &Operation {
            method: "GET",
            path: "/documents/{kind}",
            name: "documents_retrieve",
            accepts: &[],
            security: &[],
        },
        |mut exchange| {
            let (context, Some(kind)) = (exchange.open(), exchange.path("kind")) else { return exchange.reject() };
            exchange.reply_any(context, move |api, context| Box::pin(api.documents_retrieve(context, kind)))
        },
    );
}
