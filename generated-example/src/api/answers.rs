//! Answers in the shapes of authentik: `{"detail": …}`, or messages by the name of the member.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header::ALLOW};
use serde_json::json;

use crate::serializer::Problems;

/// The detail of a path that leads nowhere.
pub(super) const NOT_FOUND: &str = "Not found.";
/// The detail of a provider that does not exist.
pub(super) const NO_PROVIDER: &str = "No ProxyProvider matches the given query.";
/// The detail of a page that a list does not have.
pub(super) const NO_PAGE: &str = "Invalid page.";
/// The detail of an `Accept` header that JSON does not satisfy.
const NOT_ACCEPTABLE: &str = "Could not satisfy the request Accept header.";

/// A refusal with one reason.
pub(super) fn detail(status: StatusCode, detail: impl AsRef<str>) -> Response {
    (status, Json(json!({"detail": detail.as_ref()}))).into_response()
}

/// A refusal with messages by the name of the member.
pub(super) fn problems(problems: &Problems) -> Response {
    (StatusCode::BAD_REQUEST, Json(problems)).into_response()
}

/// Status 406.
pub(super) fn not_acceptable() -> Response {
    detail(StatusCode::NOT_ACCEPTABLE, NOT_ACCEPTABLE)
}

/// Status 405, with the methods that are allowed.
pub(super) fn method_not_allowed(method: &str, allowed: &[String]) -> Response {
    let message = format!("Method \"{method}\" not allowed.");
    with_allow(detail(StatusCode::METHOD_NOT_ALLOWED, message), allowed)
}

/// The answer to OPTIONS: what the path is called, and the methods that are allowed.
pub(super) fn options(name: &str, allowed: &[String]) -> Response {
    let body = json!({
        "name": name,
        "description": "",
        "renders": ["application/json"],
        "parses": ["application/json"],
    });
    with_allow(Json(body).into_response(), allowed)
}

/// Status 415.
pub(super) fn unsupported_media_type(media_type: &str) -> Response {
    let message = format!("Unsupported media type \"{media_type}\" in request.");
    detail(StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
}

/// Adds the `Allow` header. HEAD follows from GET, and OPTIONS is always answered.
fn with_allow(mut response: Response, allowed: &[String]) -> Response {
    let is_allowed = |method: &&str| match *method {
        "HEAD" => allowed.iter().any(|allowed| allowed == "GET"),
        "OPTIONS" => true,
        method => allowed.iter().any(|allowed| allowed == method),
    };
    let order = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
    let methods: Vec<&str> = order.into_iter().filter(is_allowed).collect();
    if let Ok(value) = HeaderValue::from_str(&methods.join(", ")) {
        response.headers_mut().insert(ALLOW, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allow_of(allowed: &[&str]) -> Option<HeaderValue> {
        let allowed: Vec<String> = allowed.iter().map(|&method| method.to_owned()).collect();
        method_not_allowed("X", &allowed)
            .headers()
            .get(ALLOW)
            .cloned()
    }

    #[test]
    fn allow_lists_methods_in_order() {
        let cases: [(&[&str], &str); 3] = [
            (&["POST", "GET"], "GET, POST, HEAD, OPTIONS"),
            (
                &["DELETE", "GET", "HEAD", "PATCH", "PUT"],
                "GET, PUT, PATCH, DELETE, HEAD, OPTIONS",
            ),
            (&["POST"], "POST, OPTIONS"),
        ];
        for (allowed, expected) in cases {
            assert_eq!(allow_of(allowed), Some(HeaderValue::from_static(expected)));
        }
    }
}
