//! Who is let in: whoever brings credentials of one alternative, right or wrong, since a mock knows none.

use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, COOKIE, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use specwright_core::ir::{ApiKeyLocation, Operation, SchemeUse, SecurityKind, SecurityScheme};
use specwright_templates::codec::parameter_read::{cookies, pairs};

use super::engine::Engine;
use super::refusal::Refusal;

impl Engine {
    /// Refuses a request without the credentials that the operation asks for.
    pub(super) fn let_in(&self, operation: &Operation, parts: &Parts) -> Result<(), Refusal> {
        let alternatives = &operation.security;
        let is_met = |one: &SchemeUse| {
            let scheme = self.api.schemes.get(one.scheme.0);
            scheme.is_none_or(|scheme| has_credentials(&scheme.kind, parts))
        };
        let mut all = alternatives.iter();
        if alternatives.is_empty() || all.any(|one| one.schemes.iter().all(is_met)) {
            return Ok(());
        }
        let uses = alternatives.iter().flat_map(|one| &one.schemes);
        let mut wanted: Vec<&SecurityScheme> = Vec::new();
        for scheme in uses.filter_map(|one| self.api.schemes.get(one.scheme.0)) {
            if !wanted.iter().any(|other| other.name == scheme.name) {
                wanted.push(scheme);
            }
        }
        let names: Vec<&str> = wanted.iter().map(|one| one.name.as_str()).collect();
        let detail = format!("no credentials: {} is wanted", names.join(" or "));
        let mut refusal = Refusal::new(StatusCode::UNAUTHORIZED, detail);
        let mut challenges: Vec<String> = wanted.iter().filter_map(|one| challenge(one)).collect();
        challenges.dedup();
        for challenge in challenges {
            refusal = refusal.with_header(WWW_AUTHENTICATE, &challenge);
        }
        Err(refusal)
    }
}

/// Whether a request brings credentials of a kind. A client certificate is not seen here.
fn has_credentials(kind: &SecurityKind, parts: &Parts) -> bool {
    let has_scheme = |scheme: &str| {
        let fields = parts.headers.get_all(AUTHORIZATION).iter();
        let mut texts = fields.filter_map(|field| field.to_str().ok());
        texts.any(|text| {
            let found = text.split_once(' ');
            found.is_some_and(|(word, rest)| {
                word.eq_ignore_ascii_case(scheme) && !rest.trim().is_empty()
            })
        })
    };
    let has_pair = |pairs: Vec<(String, String)>, name: &str| {
        let mut pairs = pairs.iter();
        pairs.any(|(key, value)| key == name && !value.is_empty())
    };
    match kind {
        SecurityKind::ApiKey { location, name } => match location {
            ApiKeyLocation::Header => {
                let found = parts.headers.get(name.as_str());
                found.is_some_and(|value| !value.is_empty())
            }
            ApiKeyLocation::Query => has_pair(pairs(parts.uri.query().unwrap_or_default()), name),
            ApiKeyLocation::Cookie => {
                let fields = parts.headers.get_all(COOKIE).iter();
                let mut texts = fields.filter_map(|field| field.to_str().ok());
                texts.any(|text| has_pair(cookies(text), name))
            }
        },
        SecurityKind::Authorization(scheme) => has_scheme(scheme),
        SecurityKind::MutualTls => true,
        other => authorization(other).is_some_and(has_scheme),
    }
}

/// The word in the `Authorization` field.
fn authorization(kind: &SecurityKind) -> Option<&str> {
    match kind {
        SecurityKind::Basic => Some("Basic"),
        SecurityKind::Bearer | SecurityKind::OAuth2 { .. } | SecurityKind::OpenIdConnect { .. } => {
            Some("Bearer")
        }
        SecurityKind::Authorization(scheme) => Some(scheme),
        SecurityKind::ApiKey { .. } | SecurityKind::MutualTls => None,
    }
}

/// What `WWW-Authenticate` says of a scheme; Basic demands a realm (RFC 7617, section 2).
fn challenge(scheme: &SecurityScheme) -> Option<String> {
    let word = authorization(&scheme.kind)?;
    Some(match scheme.kind {
        SecurityKind::Basic => format!("Basic realm=\"{}\"", scheme.name),
        _ => word.to_owned(),
    })
}
