//! What all operations have in common: the order of the checks, and authentik's shapes for every refusal.

use axum::{body::Bytes, response::Response};
use http::{
    HeaderMap, HeaderValue, Method, StatusCode, Uri,
    header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING},
};
use serde_json::{Value, json};

use super::{
    App,
    accept::accepts_json,
    answers,
    query::{self, LastPage, Refusal},
};
use crate::{
    generated::{
        runtime::problem::Problem,
        server::{
            Authenticate, BoxError, Denied, Operation, Parts, PathParameters, Rejection,
            RejectionKind, Service,
        },
    },
    serializer::{self, NO_FIELD, Problems, Purpose},
};

impl Authenticate for App {
    /// There is only one token, so that it does not matter who calls.
    type Principal = ();

    async fn authentik(
        &self,
        credential: &str,
        _scopes: &[&str],
        _parts: &Parts,
    ) -> Result<(), Denied> {
        self.token
            .check(credential)
            .map_err(|refusal| Denied::Unauthenticated(refusal.to_string()))
    }
}

impl Service for App {
    async fn before(
        &self,
        operation: &'static Operation,
        parts: &mut Parts,
    ) -> Result<(), Response> {
        if !accepts_json(&parts.headers) {
            return Err(answers::not_acceptable());
        }
        if let Some(id) = path_id(parts) {
            let id = id.map_err(|()| answers::detail(StatusCode::NOT_FOUND, answers::NOT_FOUND))?;
            self.find(id, parts).await?;
        } else if operation.method == "GET" {
            make_query_regular(parts).map_err(refused_query)?;
        }
        if has_no_body(&parts.headers) {
            // No body counts as an empty object, whatever its media type.
            let json = HeaderValue::from_static("application/json");
            parts.headers.insert(CONTENT_TYPE, json);
        }
        Ok(())
    }

    async fn body(
        &self,
        operation: &'static Operation,
        parts: &Parts,
        bytes: Bytes,
    ) -> Result<Bytes, Response> {
        let body: Value = match bytes.as_ref() {
            [] => json!({}),
            bytes => {
                serde_json::from_slice(bytes).map_err(|error| broken_json(&error.to_string()))?
            }
        };
        let purpose = match operation.method {
            "PATCH" => Purpose::Parts,
            _ => Purpose::Whole,
        };
        let existing = path_id(parts).and_then(Result::ok);
        let draft = serializer::read(&body, purpose);
        let checked = self.store.check(draft, existing, self.references).await;
        let draft = checked.map_err(|error| self.fail(error.into(), parts))?;
        match draft.finish() {
            Ok(body) => Ok(body.to_string().into()),
            Err(problems) => Err(answers::problems(&problems)),
        }
    }

    fn reject(&self, rejection: &Rejection, parts: &Parts) -> Response {
        if rejection.kind == RejectionKind::NotFound {
            return answers::detail(StatusCode::NOT_FOUND, answers::NOT_FOUND);
        }
        if !accepts_json(&parts.headers) {
            return answers::not_acceptable();
        }
        if let Err(refusal) = self.token.check_headers(&parts.headers) {
            return answers::detail(StatusCode::FORBIDDEN, refusal.to_string());
        }
        match &rejection.kind {
            RejectionKind::MethodNotAllowed { allow } if parts.method == Method::OPTIONS => {
                answers::options("Proxy Provider", allow)
            }
            RejectionKind::MethodNotAllowed { allow } => {
                answers::method_not_allowed(parts.method.as_str(), allow)
            }
            RejectionKind::UnsupportedMediaType => {
                let media_type = parts.headers.get(CONTENT_TYPE);
                let media_type = media_type.and_then(|value| value.to_str().ok());
                answers::unsupported_media_type(media_type.unwrap_or_default())
            }
            RejectionKind::Malformed => broken_json(&rejection.detail),
            RejectionKind::Invalid => answers::problems(&by_name(&rejection.problems)),
            _ => answers::detail(rejection.status, &rejection.detail),
        }
    }

    fn fail(&self, error: BoxError, _parts: &Parts) -> Response {
        let error: &dyn std::error::Error = error.as_ref();
        tracing::error!(error, "a request failed");
        answers::detail(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error.")
    }
}

impl App {
    /// Refuses a number that no provider has.
    async fn find(&self, id: i64, parts: &Parts) -> Result<(), Response> {
        match self.store.get(id).await {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(answers::detail(StatusCode::NOT_FOUND, answers::NO_PROVIDER)),
            Err(error) => Err(self.fail(error.into(), parts)),
        }
    }
}

/// The provider's number in the path, if the path has one; an error if it is no number.
fn path_id(parts: &Parts) -> Option<Result<i64, ()>> {
    let PathParameters(parameters) = parts.extensions.get()?;
    let (_, text) = parameters.iter().find(|(name, _)| *name == "id")?;
    Some(text.parse().map_err(|_| ()))
}

/// Rewrites the query so that its typed parameters decode.
fn make_query_regular(parts: &mut Parts) -> Result<(), Refusal> {
    let regular = query::regular(parts.uri.query().unwrap_or_default())?;
    if regular.last_page {
        parts.extensions.insert(LastPage);
    }
    let uri = format!("{}?{}", parts.uri.path(), regular.query);
    parts.uri = Uri::try_from(uri).map_err(|_| Refusal::Length)?;
    Ok(())
}

fn refused_query(refusal: Refusal) -> Response {
    match refusal {
        Refusal::Filters(problems) => answers::problems(&problems),
        Refusal::Page => answers::detail(StatusCode::NOT_FOUND, answers::NO_PAGE),
        Refusal::Length => answers::detail(StatusCode::URI_TOO_LONG, "The query is too long."),
    }
}

/// Problems of parameters and of the body, in authentik's shape.
fn by_name(problems: &[Problem]) -> Problems {
    let mut by_name = Problems::new();
    for problem in problems {
        let name = problem.pointer.trim_start_matches('/');
        let name = if name.is_empty() { NO_FIELD } else { name };
        by_name
            .entry(name.to_owned())
            .or_default()
            .push(problem.message.clone());
    }
    by_name
}

fn has_no_body(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH);
    length.is_none_or(|length| length == "0") && !headers.contains_key(TRANSFER_ENCODING)
}

fn broken_json(reason: &str) -> Response {
    answers::detail(
        StatusCode::BAD_REQUEST,
        format!("JSON parse error - {reason}"),
    )
}
