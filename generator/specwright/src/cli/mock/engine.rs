//! The order in which a request is looked at, and its answer made.

use axum::body::Bytes;
use axum::http::header::ALLOW;
use axum::http::request::Parts;
use axum::http::{Method, Response, StatusCode};
use specwright_core::fit::Fit;
use specwright_core::ir::{Api, Operation, Shape, TypeUse};
use specwright_core::sample::Sampler;

use super::preferences::Preferences;
use super::refusal::{Refusal, named_header};
use super::routes::{Found, Missing, Routes};

/// A document that answers requests.
pub(super) struct Engine {
    pub(super) api: Api,
    routes: Routes,
    seed: usize,
    dynamic: bool,
}

/// An answer, and what is worth knowing about it.
pub(super) struct Answer {
    pub(super) response: Response<Bytes>,
    pub(super) remarks: Vec<String>,
}

impl Engine {
    /// A server of the document; with `dynamic`, values are made although there are examples.
    pub(super) fn new(api: Api, seed: usize, dynamic: bool) -> Self {
        Self {
            routes: Routes::new(&api),
            api,
            seed,
            dynamic,
        }
    }

    /// How many operations there are.
    pub(super) fn operations(&self) -> usize {
        self.api.operations.len()
    }

    /// The shape of a type, behind its other names.
    pub(super) fn shape(&self, of: TypeUse) -> &Shape {
        let types = &self.api.types;
        &types.get(types.resolve(of.id)).shape
    }

    pub(super) fn fit(&self) -> Fit<'_> {
        Fit::new(&self.api)
    }

    /// What makes values, with or without the document's examples.
    pub(super) fn sampler(&self, dynamic: bool) -> Sampler<'_> {
        let sampler = Sampler::new(&self.api).seeded(self.seed);
        if dynamic {
            sampler
        } else {
            sampler.with_examples()
        }
    }

    /// The answer to a request.
    pub(super) fn answer(&self, parts: &Parts, body: &Bytes) -> Answer {
        let path = parts.uri.path();
        match self.routes.find(&self.api, parts.method.as_str(), path) {
            Ok(found) => {
                let answer = self.operation(&found, parts, body);
                answer.unwrap_or_else(|refusal| self.refuse(found.operation, refusal, parts))
            }
            Err(Missing::Path) => {
                Refusal::new(StatusCode::NOT_FOUND, "there is nothing at this path").answer()
            }
            Err(Missing::Method(allow)) if parts.method == Method::OPTIONS => options(&allow),
            Err(Missing::Method(allow)) => {
                let detail = format!("this path takes {allow}, not {}", parts.method);
                Refusal::new(StatusCode::METHOD_NOT_ALLOWED, detail)
                    .with_header(ALLOW, &allow)
                    .answer()
            }
        }
    }

    fn operation(&self, found: &Found<'_>, parts: &Parts, body: &Bytes) -> Result<Answer, Refusal> {
        let operation = found.operation;
        self.let_in(operation, parts)?;
        let mut problems = self.parameter_problems(found, parts);
        if let Some(expected) = &operation.body {
            problems.extend(self.body_problems(expected, parts, body)?);
        }
        if !problems.is_empty() {
            return Err(Refusal::invalid(problems));
        }
        let preferences = Preferences::of(&parts.headers, self.dynamic)?;
        self.respond(operation, &preferences, parts)
    }

    /// The answer to a request that is refused: as the document describes answers of this status, else a problem document.
    fn refuse(&self, operation: &Operation, refusal: Refusal, parts: &Parts) -> Answer {
        let declared = refusal
            .statuses()
            .iter()
            .find_map(|status| self.declared(operation, *status, parts));
        match declared {
            // A described answer without a body says nothing; a problem document does.
            Some(answer) if answer.response.body().is_empty() => {
                refusal.with_status(answer.response.status()).answer()
            }
            Some(answer) => refusal.told_by(answer),
            None => refusal.answer(),
        }
    }
}

/// The answer to OPTIONS where no operation has that method (RFC 9110, section 9.3.7).
fn options(allow: &str) -> Answer {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response.headers_mut().extend(named_header(ALLOW, allow));
    Answer {
        response,
        remarks: Vec::new(),
    }
}
