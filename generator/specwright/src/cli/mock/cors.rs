//! Programs in browsers, which ask a mock that is not where they come from: all of them may (the Fetch standard, section 3.2).

use axum::body::Bytes;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, HeaderName, HeaderValue, ORIGIN, VARY,
};
use axum::http::request::Parts;
use axum::http::{Method, Response, StatusCode};

use super::engine::Answer;

/// The answer to a browser that asks whether it may ask.
pub(super) fn preflight(parts: &Parts) -> Option<Answer> {
    let method = parts.headers.get(ACCESS_CONTROL_REQUEST_METHOD)?;
    if parts.method != Method::OPTIONS || !parts.headers.contains_key(ORIGIN) {
        return None;
    }
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, method.clone());
    if let Some(wanted) = parts.headers.get(ACCESS_CONTROL_REQUEST_HEADERS) {
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, wanted.clone());
    }
    Some(Answer {
        response,
        remarks: Vec::new(),
    })
}

/// Lets the program that a request comes from see the answer.
pub(super) fn allow(parts: &Parts, response: &mut Response<Bytes>) {
    let Some(origin) = parts.headers.get(ORIGIN) else {
        return;
    };
    // With credentials, `*` would be a name like any other.
    let names: Vec<&str> = response.headers().keys().map(HeaderName::as_str).collect();
    let exposed = HeaderValue::try_from(names.join(", ")).ok();
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    headers.insert(
        ACCESS_CONTROL_ALLOW_CREDENTIALS,
        HeaderValue::from_static("true"),
    );
    headers.extend(exposed.map(|names| (ACCESS_CONTROL_EXPOSE_HEADERS, names)));
    headers.append(VARY, HeaderValue::from_static("origin"));
}
