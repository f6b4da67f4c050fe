use super::runtime::{
    authentication::{Denied, Presented},
    basic::Basic,
    encode::json,
    exchange::Context,
    parameters,
    router::Routes,
    security::{Scheme, SchemeKind},
    service::{Failure, Operation, Service, failure_from},
    service,
};
use super::{errors, models};
use ::http::request::Parts;
use ::std::future::Future;

const TOKEN: &Scheme = &Scheme { name: "token", kind: SchemeKind::Bearer };
const LOGIN: &Scheme = &Scheme { name: "login", kind: SchemeKind::Basic };

failure_from!(errors::UserError, errors::AnyError);

pub trait Authenticate: Send + Sync + 'static {
    type Principal: Clone + Send + Sync + 'static;

    fn token(
        &self,
        credential: &str,
        scopes: &[&str],
        parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    fn login(
        &self,
        credential: &Basic,
        scopes: &[&str],
        parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
}

async fn authenticate<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
    let Presented { scheme, credential, scopes, parts } = presented;
    match scheme.name {
        "token" => api.token(credential, scopes, parts).await,
        "login" => match Basic::decode(credential) {
            Some(credential) => api.login(&credential, scopes, parts).await,
            None => Err(Denied::malformed()),
        },
        _ => Err(Denied::malformed()),
    }
}

pub trait UsersApi: Service + Authenticate {
    fn users_create(
        &self,
        context: &Context<Self::Principal>,
        body: models::UserRequest,
    ) -> impl Future<Output = Result<models::User, Failure<errors::UserError>>> + Send;

    fn users_retrieve(
        &self,
        context: &Context<Self::Principal>,
        id: i64,
    ) -> impl Future<Output = Result<models::User, Failure<errors::UserError>>> + Send;
}

pub trait Api: UsersApi {}

impl<T: UsersApi> Api for T {}

pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::new(api, |api, presented| ::std::boxed::Box::pin(authenticate(api, presented)));
    users(&mut routes);
    routes.into_router()
}

fn users<A: UsersApi>(routes: &mut Routes<A, A::Principal>) {
    routes.add(
        &Operation {
            method: "POST",
            path: "/users/",
            name: "users_create",
            accepts: &["application/json"],
            security: &[&[(TOKEN, &[])], &[(LOGIN, &[])]],
        },
        |mut exchange| {
            let (Some(context), Some(body)) = (exchange.secured(), exchange.json()) else { return exchange.reject() };
            exchange.reply(201, json, context, move |api, context| ::std::boxed::Box::pin(api.users_create(context, body)))
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
            exchange.reply(200, json, context, move |api, context| ::std::boxed::Box::pin(api.users_retrieve(context, id)))
        },
    );
}
