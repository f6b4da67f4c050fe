//! What is wrong with a request, as JSON (RFC 9457).

use ::http::StatusCode;
use ::serde_json::{Value, json};

use super::problem::Problem;

/// The document: a status and a sentence, with the problems as `errors`.
pub fn problem_document(status: StatusCode, detail: &str, problems: &[Problem]) -> Value {
    let mut document = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
        "detail": detail,
    });
    if !problems.is_empty() {
        document["errors"] = errors(problems);
    }
    document
}

/// The member `errors`: a list of the problems.
pub fn errors(problems: &[Problem]) -> Value {
    let error = |problem: &Problem| {
        json!({
            "in": problem.location.as_str(),
            "pointer": problem.pointer,
            "code": problem.code,
            "detail": problem.message,
        })
    };
    problems.iter().map(error).collect()
}
