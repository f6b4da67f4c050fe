//! Who is let in: every request with and without credentials of every scheme, right and wrong, against what the document says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use http::{Request, StatusCode, header};
use specwright_tests::fixtures::v3_1::security_of_every_scheme as api;
use specwright_tests::harness::repository;
use tower::ServiceExt as _;

use api::runtime::responses::Undeclared;
use api::server::{Authenticate, Basic, Context, DefaultApi, Denied, Outcome, Parts, Service};

/// Whom a handler saw: the scheme that told who is calling; `None` where nobody was asked or known.
type Seen = Option<&'static str>;

/// Notes whom its handlers see.
#[derive(Clone, Default)]
struct App {
    entered: Arc<Mutex<Vec<Seen>>>,
}

impl App {
    fn enter(&self, who: Seen) -> Outcome<(), Undeclared> {
        self.entered.lock().unwrap().push(who);
        Ok(())
    }
}

impl Service for App {}

/// The scheme that stands for its caller, if the credential is the right one.
fn known(scheme: &'static str, credential: &str) -> Result<&'static str, Denied> {
    match credential {
        "right" => Ok(scheme),
        _ => Err(Denied::Unauthenticated("unknown".to_owned())),
    }
}

/// The same for an operation with these scopes.
fn scoped(scheme: &'static str, credential: &str, scopes: &[&str]) -> Result<&'static str, Denied> {
    assert_eq!(scopes, ["read"]);
    known(scheme, credential)
}

impl Authenticate for App {
    type Principal = &'static str;

    async fn token(&self, credential: &str, _: &[&str], _: &Parts) -> Result<&'static str, Denied> {
        known("token", credential)
    }

    async fn login(
        &self,
        credential: &Basic,
        _: &[&str],
        _: &Parts,
    ) -> Result<&'static str, Denied> {
        known("login", &credential.password)
    }

    async fn agent(&self, credential: &str, _: &[&str], _: &Parts) -> Result<&'static str, Denied> {
        known("agent", credential)
    }

    async fn key(&self, credential: &str, _: &[&str], _: &Parts) -> Result<&'static str, Denied> {
        known("key", credential)
    }

    async fn query(&self, credential: &str, _: &[&str], _: &Parts) -> Result<&'static str, Denied> {
        known("query", credential)
    }

    async fn session(
        &self,
        credential: &str,
        _: &[&str],
        _: &Parts,
    ) -> Result<&'static str, Denied> {
        known("session", credential)
    }

    async fn oauth(
        &self,
        credential: &str,
        scopes: &[&str],
        _: &Parts,
    ) -> Result<&'static str, Denied> {
        scoped("oauth", credential, scopes)
    }

    async fn openid(
        &self,
        credential: &str,
        scopes: &[&str],
        _: &Parts,
    ) -> Result<&'static str, Denied> {
        scoped("openid", credential, scopes)
    }
}

/// Handlers that enter what their context tells of the caller.
macro_rules! handlers {
    (secured { $($secured:ident)* } optional { $($optional:ident)* }) => {
        impl DefaultApi for App {
            async fn nobody(&self, _: &Context<()>) -> Outcome<(), Undeclared> {
                self.enter(None)
            }
            $(async fn $secured(&self, context: &Context<&'static str>) -> Outcome<(), Undeclared> {
                self.enter(Some(context.principal))
            })*
            $(async fn $optional(&self, context: &Context<Option<&'static str>>) -> Outcome<(), Undeclared> {
                self.enter(context.principal)
            })*
        }
    };
}

handlers! {
    secured {
        by_token by_login by_agent by_key by_query by_session by_oauth by_openid by_token_or_login
        by_token_and_login by_token_or_agent by_token_and_agent by_token_or_key by_token_and_key by_token_or_query
        by_token_and_query by_token_or_session by_token_and_session by_token_or_oauth by_token_and_oauth
        by_token_or_openid by_token_and_openid by_login_or_agent by_login_and_agent by_login_or_key by_login_and_key
        by_login_or_query by_login_and_query by_login_or_session by_login_and_session by_login_or_oauth
        by_login_and_oauth by_login_or_openid by_login_and_openid by_agent_or_key by_agent_and_key by_agent_or_query
        by_agent_and_query by_agent_or_session by_agent_and_session by_agent_or_oauth by_agent_and_oauth
        by_agent_or_openid by_agent_and_openid by_key_or_query by_key_and_query by_key_or_session by_key_and_session
        by_key_or_oauth by_key_and_oauth by_key_or_openid by_key_and_openid by_query_or_session by_query_and_session
        by_query_or_oauth by_query_and_oauth by_query_or_openid by_query_and_openid by_session_or_oauth
        by_session_and_oauth by_session_or_openid by_session_and_openid by_oauth_or_openid by_oauth_and_openid
        by_key_and_query_or_session by_session_or_key_and_query_and_token
    }
    optional {
        by_token_or_nobody by_login_or_nobody by_agent_or_nobody by_key_or_nobody by_query_or_nobody
        by_session_or_nobody by_oauth_or_nobody by_openid_or_nobody by_token_and_key_or_login_and_key_or_nobody
    }
}

/// What a document demands: alternatives of schemes that must all be met.
type Alternatives = Vec<Vec<String>>;

/// The operations of the document and what they demand.
fn operations() -> Vec<(String, Alternatives)> {
    let path = repository().join("specs/3.1/security-of-every-scheme.yaml");
    let document: serde_yaml::Value =
        serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let paths = document["paths"].as_mapping().unwrap().iter();
    let schemes = |one: &serde_yaml::Value| -> Vec<String> {
        let names = one.as_mapping().unwrap().keys();
        names
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    };
    paths
        .map(|(path, item)| {
            let security = item["get"]["security"].as_sequence().unwrap();
            let path = path.as_str().unwrap().to_owned();
            (path, security.iter().map(schemes).collect())
        })
        .collect()
}

/// A way to send a credential: how a request gets it, and which schemes are met by it if it is right.
struct Sent {
    put: fn(&mut Wanted),
    meets: &'static [&'static str],
}

/// A request in the making.
#[derive(Default)]
struct Wanted {
    query: &'static str,
    headers: Vec<(header::HeaderName, &'static str)>,
}

impl Sent {
    const fn nothing() -> Self {
        Self {
            put: |_| {},
            meets: &[],
        }
    }

    const fn wrong(put: fn(&mut Wanted)) -> Self {
        Self { put, meets: &[] }
    }
}

/// All that can stand in `Authorization`.
const AUTHORIZATION: &[Sent] = &[
    Sent::nothing(),
    Sent {
        put: |one| one.authorization("Bearer right"),
        meets: &["token", "oauth", "openid"],
    },
    Sent::wrong(|one| one.authorization("Bearer wrong")),
    // `ann:right`, `ann:wrong`, and no base64 at all.
    Sent {
        put: |one| one.authorization("Basic YW5uOnJpZ2h0"),
        meets: &["login"],
    },
    Sent::wrong(|one| one.authorization("Basic YW5uOndyb25n")),
    Sent::wrong(|one| one.authorization("Basic !")),
    Sent {
        put: |one| one.authorization("Negotiate right"),
        meets: &["agent"],
    },
    Sent::wrong(|one| one.authorization("Negotiate wrong")),
    Sent::wrong(|one| one.authorization("right")),
];
const KEY: &[Sent] = &[
    Sent::nothing(),
    Sent {
        put: |one| one.header("x-key", "right"),
        meets: &["key"],
    },
    Sent::wrong(|one| one.header("x-key", "wrong")),
];
const QUERY: &[Sent] = &[
    Sent::nothing(),
    Sent {
        put: |one| one.query = "?key=right",
        meets: &["query"],
    },
    Sent::wrong(|one| one.query = "?key=wrong"),
];
const SESSION: &[Sent] = &[
    Sent::nothing(),
    Sent {
        put: |one| one.header("cookie", "a=b; session=right"),
        meets: &["session"],
    },
    Sent::wrong(|one| one.header("cookie", "session=wrong")),
];

impl Wanted {
    fn authorization(&mut self, value: &'static str) {
        self.headers.push((header::AUTHORIZATION, value));
    }

    fn header(&mut self, name: &'static str, value: &'static str) {
        self.headers
            .push((header::HeaderName::from_static(name), value));
    }

    fn request(self, path: &str) -> Request<Body> {
        let mut request = Request::get(format!("{path}{}", self.query));
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        request.body(Body::empty()).unwrap()
    }
}

/// Everything that can be sent: one way of each place.
fn combinations() -> Vec<[&'static Sent; 4]> {
    let mut all = Vec::new();
    for authorization in AUTHORIZATION {
        for key in KEY {
            for query in QUERY {
                all.extend(
                    SESSION
                        .iter()
                        .map(|session| [authorization, key, query, session]),
                );
            }
        }
    }
    all
}

/// Whom the document lets in with credentials for these schemes: `None` nobody, `Some(None)` somebody unknown.
fn expected(alternatives: &Alternatives, met: &[&str]) -> Option<Option<String>> {
    let is_met = |schemes: &&Vec<String>| {
        !schemes.is_empty() && schemes.iter().all(|one| met.contains(&one.as_str()))
    };
    if let Some(schemes) = alternatives.iter().find(is_met) {
        return Some(schemes.first().cloned());
    }
    let is_open = alternatives.is_empty() || alternatives.iter().any(Vec::is_empty);
    is_open.then_some(None)
}

async fn status(router: &Router, request: Request<Body>) -> StatusCode {
    let response = router.clone().oneshot(request).await.unwrap();
    let challenged = response.headers().contains_key(header::WWW_AUTHENTICATE);
    let status = response.status();
    assert!(status == StatusCode::UNAUTHORIZED || !challenged);
    status
}

#[tokio::test]
async fn only_what_the_document_lets_in_reaches_a_handler() {
    let app = App::default();
    let router = api::server::router(app.clone());
    let mut outcomes: BTreeMap<bool, usize> = BTreeMap::new();
    for (path, alternatives) in operations() {
        for sent in combinations() {
            let mut wanted = Wanted::default();
            sent.iter().for_each(|one| (one.put)(&mut wanted));
            let met: Vec<&str> = sent.iter().flat_map(|one| one.meets).copied().collect();
            let status = status(&router, wanted.request(&path)).await;
            let seen = app.entered.lock().unwrap().drain(..).collect::<Vec<Seen>>();
            let expected = expected(&alternatives, &met);
            let case = format!("{path} with {met:?}");
            match &expected {
                Some(who) => {
                    assert_eq!(status, StatusCode::NO_CONTENT, "{case}");
                    assert_eq!(seen, [who.as_deref()], "{case}");
                }
                None => {
                    assert_eq!(status, StatusCode::UNAUTHORIZED, "{case}");
                    assert!(seen.is_empty(), "{case}");
                }
            }
            *outcomes.entry(expected.is_some()).or_default() += 1;
        }
    }
    // Both happen, and often: the table is no table of one answer.
    assert!(
        outcomes.len() == 2 && outcomes.values().all(|count| *count > 1_000),
        "{outcomes:?}"
    );
}
