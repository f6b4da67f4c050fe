//! Requests that get no answer of their operation, and what they get instead (RFC 9457, as generated servers answer).

use axum::body::Bytes;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::{Response, StatusCode};
use specwright_templates::codec::problem::Problem;
use specwright_templates::codec::problem_document::{errors, problem_document};

use super::engine::Answer;

/// What was wrong with a request, where the document describes the body of the answer: JSON, as the `errors` of a problem document.
const PROBLEMS: HeaderName = HeaderName::from_static("specwright-problems");
/// No longer text is sent in a header field.
const MOST_HEADER_BYTES: usize = 4096;

/// Why a request gets no answer of its operation.
pub(super) struct Refusal {
    status: StatusCode,
    detail: String,
    problems: Vec<Problem>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: detail.into(),
            problems: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// A request whose parameters or body are not what the document demands.
    pub(super) fn invalid(problems: Vec<Problem>) -> Self {
        Self {
            problems,
            ..Self::new(StatusCode::BAD_REQUEST, "the request is not valid")
        }
    }

    /// The same with another status.
    pub(super) fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The same with a header field.
    pub(super) fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.extend(named_header(name, value));
        self
    }

    /// The statuses for which the document may describe the answer, the best first.
    pub(super) fn statuses(&self) -> &'static [u16] {
        match self.status {
            StatusCode::BAD_REQUEST => &[400, 422],
            StatusCode::UNAUTHORIZED => &[401],
            StatusCode::NOT_ACCEPTABLE => &[406],
            StatusCode::UNSUPPORTED_MEDIA_TYPE => &[415],
            _ => &[],
        }
    }

    /// The answer that the document describes, with the reasons beside it.
    pub(super) fn told_by(self, answer: Answer) -> Answer {
        let remarks = self.remarks();
        let errors = errors(&self.problems).to_string();
        let mut response = answer.response;
        if !self.problems.is_empty() && errors.len() <= MOST_HEADER_BYTES {
            response
                .headers_mut()
                .extend(named_header(PROBLEMS, &ascii(&errors)));
        }
        self.add_headers(&mut response);
        Answer { response, remarks }
    }

    fn add_headers(self, response: &mut Response<Bytes>) {
        for (name, value) in self.headers {
            response.headers_mut().append(name, value);
        }
    }

    /// The answer as a problem document.
    pub(super) fn answer(self) -> Answer {
        let document = problem_document(self.status, &self.detail, &self.problems);
        let remarks = self.remarks();
        let mut response = Response::new(Bytes::from(document.to_string()));
        *response.status_mut() = self.status;
        response.headers_mut().insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        self.add_headers(&mut response);
        Answer { response, remarks }
    }

    fn remarks(&self) -> Vec<String> {
        if self.problems.is_empty() {
            return vec![self.detail.clone()];
        }
        self.problems.iter().map(Problem::to_string).collect()
    }
}

/// A header field, unless the value cannot be one.
pub(super) fn named_header(name: HeaderName, value: &str) -> Option<(HeaderName, HeaderValue)> {
    Some((name, HeaderValue::try_from(value).ok()?))
}

/// JSON without characters that header fields cannot hold.
fn ascii(json: &str) -> String {
    let mut text = String::new();
    for character in json.chars() {
        if character.is_ascii() {
            text.push(character);
            continue;
        }
        let mut units = [0; 2];
        for unit in character.encode_utf16(&mut units) {
            text.push_str(&format!("\\u{unit:04x}"));
        }
    }
    text
}
