//! Who sends a request: credentials are found by scheme, and the program says whom they belong to.

use ::http::header::{AUTHORIZATION, AsHeaderName, COOKIE};
use ::http::request::Parts;
use ::std::borrow::Cow;

use super::parameter::Encoding;
use super::parameter_read::{cookies, pairs};
use super::security::{Requirement, Scheme, SchemeKind};
use super::service::{BoxFuture, Operation};

/// A credential that came with a request.
pub struct Presented<'r> {
    /// The scheme that it belongs to.
    pub scheme: &'static Scheme,
    /// The token, the key, or what follows `Basic`; empty for mutual TLS, whose credential the connection has.
    pub credential: &'r str,
    /// The scopes that the operation wants.
    pub scopes: &'static [&'static str],
    /// The request.
    pub parts: &'r Parts,
}

/// Why a credential is not good enough. The text tells the caller why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denied {
    /// It does not tell who the caller is: status 401.
    Unauthenticated(String),
    /// The caller may not do this: status 403.
    Forbidden(String),
}

impl Denied {
    /// For a credential that does not have the form of its scheme.
    pub fn malformed() -> Self {
        Self::Unauthenticated("the credential is malformed".to_owned())
    }
}

/// Asks the program whom a credential belongs to.
pub type Authenticator<A, P> = for<'r> fn(&'r A, Presented<'r>) -> BoxFuture<'r, Result<P, Denied>>;

/// The principal of a request: of the first alternative that is satisfied, that of its first scheme. `None` where
/// everyone may send it and nobody could be recognised.
pub async fn authenticate<A, P>(
    api: &A,
    authenticator: Authenticator<A, P>,
    operation: &'static Operation,
    parts: &Parts,
) -> Result<Option<P>, Denied> {
    let mut denied = None;
    for requirement in operation.security {
        match satisfy(api, authenticator, requirement, parts).await {
            Some(Ok(principal)) => return Ok(Some(principal)),
            // That the caller is known but not allowed says more than that another credential is not known.
            Some(Err(reason)) if denied.is_none() || matches!(reason, Denied::Forbidden(_)) => {
                denied = Some(reason)
            }
            Some(Err(_)) | None => {}
        }
    }
    if operation.security.is_empty()
        || operation
            .security
            .iter()
            .any(|requirement| requirement.is_empty())
    {
        return Ok(None);
    }
    Err(denied
        .unwrap_or_else(|| Denied::Unauthenticated("credentials were not provided".to_owned())))
}

/// The first principal of the schemes of an alternative; `None` where a credential was not sent, or none is wanted.
async fn satisfy<A, P>(
    api: &A,
    authenticator: Authenticator<A, P>,
    requirement: Requirement,
    parts: &Parts,
) -> Option<Result<P, Denied>> {
    let found = requirement
        .iter()
        .map(|(scheme, scopes)| Some((*scheme, *scopes, credential(scheme.kind, parts)?)));
    let found: Vec<_> = found.collect::<Option<_>>()?;
    let mut first = None;
    for (scheme, scopes, credential) in found {
        let presented = Presented {
            scheme,
            credential: &credential,
            scopes,
            parts,
        };
        match authenticator(api, presented).await {
            Ok(principal) => {
                first.get_or_insert(principal);
            }
            Err(denied) => return Some(Err(denied)),
        }
    }
    first.map(Ok)
}

/// The credential of a scheme, if the request has one.
fn credential(kind: SchemeKind, parts: &Parts) -> Option<Cow<'_, str>> {
    fn text(parts: &Parts, name: impl AsHeaderName) -> Option<&str> {
        parts.headers.get(name)?.to_str().ok()
    }
    match kind {
        SchemeKind::Bearer | SchemeKind::Basic | SchemeKind::Authorization(_) => {
            let (scheme, credential) = text(parts, AUTHORIZATION)?.trim().split_once(' ')?;
            let wanted = scheme.eq_ignore_ascii_case(kind.authorization()?);
            wanted.then(|| Cow::Borrowed(credential.trim()))
        }
        SchemeKind::ApiKeyHeader(name) => text(parts, name).map(Cow::Borrowed),
        SchemeKind::ApiKeyCookie(name) => {
            let cookie = cookies(text(parts, COOKIE)?)
                .into_iter()
                .find(|(key, _)| key == name);
            cookie.map(|(_, value)| Cow::Owned(value))
        }
        SchemeKind::ApiKeyQuery(name) => {
            let pair = pairs(parts.uri.query()?)
                .into_iter()
                .find(|(key, _)| key == name);
            pair.and_then(|(_, value)| {
                Some(Cow::Owned(Encoding::Form.decode(&value)?.into_owned()))
            })
        }
        SchemeKind::MutualTls => Some(Cow::Borrowed("")),
    }
}
