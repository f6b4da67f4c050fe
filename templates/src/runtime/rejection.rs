//! Requests that do not reach their handler, and the answer to them.

use ::axum::body::Body;
use ::axum::response::Response;
use ::http::header::{ALLOW, CONTENT_TYPE, HeaderValue, WWW_AUTHENTICATE};
use ::http::{HeaderMap, StatusCode};

use super::problem::Problem;
use super::problem_document::problem_document;
use super::service::Operation;

/// Why a request does not reach its handler.
#[derive(Clone, Debug)]
pub struct Rejection {
    /// The status that fits.
    pub status: StatusCode,
    /// What it is about.
    pub kind: RejectionKind,
    /// A sentence for people.
    pub detail: String,
    /// Everything that is wrong with the request: parameters and body.
    pub problems: Vec<Problem>,
    /// The operation, where the request has one.
    pub operation: Option<&'static Operation>,
}

/// What a rejection is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RejectionKind {
    /// No operation has this path.
    NotFound,
    /// The path has operations, but none with this method.
    MethodNotAllowed {
        /// The methods that there are.
        allow: Vec<String>,
    },
    /// Who sends the request is not known.
    Unauthenticated,
    /// Who sends the request may not do that.
    Forbidden,
    /// The client takes none of the media types that the operation answers with.
    NotAcceptable,
    /// The body has a media type that the operation does not accept.
    UnsupportedMediaType,
    /// The body is larger than [`Service::BODY_LIMIT`](super::service::Service::BODY_LIMIT).
    TooLarge,
    /// The body took longer to arrive than [`Service::BODY_TIME`](super::service::Service::BODY_TIME).
    TooSlow,
    /// The body has not the syntax of its media type.
    Malformed,
    /// Parameters or the body are not what the document demands.
    Invalid,
    /// The program failed.
    Internal,
}

impl RejectionKind {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Malformed | Self::Invalid => StatusCode::BAD_REQUEST,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl Rejection {
    /// A rejection with the status that fits its kind.
    pub fn new(
        kind: RejectionKind,
        detail: impl Into<String>,
        operation: Option<&'static Operation>,
    ) -> Self {
        Self {
            status: kind.status(),
            kind,
            detail: detail.into(),
            problems: Vec::new(),
            operation,
        }
    }

    /// A request that was sent to no operation.
    pub fn not_found() -> Self {
        Self::new(
            RejectionKind::NotFound,
            "there is nothing at this path",
            None,
        )
    }

    /// A request whose handler failed.
    pub fn internal() -> Self {
        Self::new(RejectionKind::Internal, "the server failed", None)
    }

    /// The answer of RFC 9457, with the problems as `errors`.
    pub fn to_problem_document(&self) -> Response {
        let document = problem_document(self.status, &self.detail, &self.problems);
        let mut response = Response::new(Body::from(document.to_string()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers();
        response.headers_mut().insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        response
    }

    /// The answer to OPTIONS where no operation has that method (RFC 9110, section 9.3.7).
    pub fn to_options(&self) -> Response {
        if !matches!(self.kind, RejectionKind::MethodNotAllowed { .. }) {
            return self.to_problem_document();
        }
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NO_CONTENT;
        *response.headers_mut() = self.headers();
        response
    }

    /// The header fields that the status demands: `Allow` (RFC 9110, section 15.5.6) and `WWW-Authenticate`
    /// (section 15.5.2).
    pub fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        match &self.kind {
            RejectionKind::MethodNotAllowed { allow } => {
                headers.extend(
                    HeaderValue::try_from(allow.join(", "))
                        .ok()
                        .map(|value| (ALLOW, value)),
                );
            }
            RejectionKind::Unauthenticated => {
                for challenge in self.challenges() {
                    headers.extend(
                        HeaderValue::try_from(challenge)
                            .ok()
                            .map(|value| (WWW_AUTHENTICATE, value)),
                    );
                }
            }
            _ => {}
        }
        headers
    }

    /// The authentication schemes that the operation takes in the `Authorization` field.
    fn challenges(&self) -> Vec<String> {
        let requirements = self
            .operation
            .iter()
            .flat_map(|operation| operation.security);
        let schemes =
            requirements.flat_map(|requirement| requirement.iter().map(|(scheme, _)| scheme));
        let mut challenges: Vec<String> = Vec::new();
        for scheme in schemes {
            let challenge = match scheme.kind.authorization() {
                // Basic demands a realm (RFC 7617, section 2).
                Some("Basic") => format!("Basic realm=\"{}\"", scheme.name),
                Some(word) => word.to_owned(),
                None => continue,
            };
            if !challenges.contains(&challenge) {
                challenges.push(challenge);
            }
        }
        challenges
    }
}
