//! What can go wrong in a call.

use ::bytes::Bytes;
use ::http::{HeaderMap, StatusCode};
use ::std::borrow::Cow;
use ::std::error::Error as StdError;
use ::std::fmt;

use super::decode::{Received, text_of};
use super::problem::Problem;
use super::transport::TransportError;

/// How much of a body is shown, in bytes.
const SHOWN: usize = 1024;

/// Why a call did not give what its success response declares. `E` are the operation's declared errors.
#[derive(Debug)]
pub enum Error<E> {
    /// The server answered with an error that the document declares.
    Api(ApiError<E>),
    /// The server answered with a status that the document does not declare.
    Unexpected(Box<Answer>),
    /// The body of the answer is not what the document declares for its status.
    Decode(DecodeError),
    /// No answer came back.
    Transport(RequestFailure<TransportError>),
    /// The request could not be made.
    Request(RequestFailure<RequestError>),
}

impl<E> Error<E> {
    /// The status of the answer, if one came back.
    pub fn status(&self) -> Option<StatusCode> {
        self.answer().map(|answer| answer.status)
    }

    /// The answer, if one came back.
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Api(error) => Some(&error.inner.answer),
            Self::Unexpected(answer) => Some(answer),
            Self::Decode(error) => Some(&error.inner.answer),
            Self::Transport(_) | Self::Request(_) => None,
        }
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(formatter),
            Self::Unexpected(answer) => {
                write!(formatter, "{answer} (not declared){}", Shown(answer))
            }
            Self::Decode(error) => error.fmt(formatter),
            Self::Transport(failure) => failure.fmt(formatter),
            Self::Request(failure) => failure.fmt(formatter),
        }
    }
}

impl<E: fmt::Debug> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(failure) => failure.cause.source(),
            _ => None,
        }
    }
}

/// An error that the document declares.
#[derive(Debug)]
pub struct ApiError<E> {
    inner: Box<Declared<E>>,
}

#[derive(Debug)]
struct Declared<E> {
    kind: E,
    answer: Answer,
}

impl<E> ApiError<E> {
    /// A declared error with the answer that it was read from.
    pub fn new(kind: E, answer: Answer) -> Self {
        Self {
            inner: Box::new(Declared { kind, answer }),
        }
    }

    /// The error that was declared for the status.
    pub fn kind(&self) -> &E {
        &self.inner.kind
    }

    /// The error that was declared for the status, by value.
    pub fn into_kind(self) -> E {
        self.inner.kind
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.inner.answer.status
    }

    /// The header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.inner.answer.headers
    }

    /// The beginning of the body, as text.
    pub fn body(&self) -> Cow<'_, str> {
        self.inner.answer.text()
    }
}

impl<E> fmt::Display for ApiError<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}{}",
            self.inner.answer,
            Shown(&self.inner.answer)
        )
    }
}

impl<E: fmt::Debug> StdError for ApiError<E> {}

/// A body that is not what the document declares.
#[derive(Debug)]
pub struct DecodeError {
    inner: Box<Undecoded>,
}

#[derive(Debug)]
struct Undecoded {
    problems: Vec<Problem>,
    answer: Answer,
}

impl DecodeError {
    /// The problems of an answer.
    pub fn new(problems: Vec<Problem>, answer: Answer) -> Self {
        Self {
            inner: Box::new(Undecoded { problems, answer }),
        }
    }

    /// What is wrong, each with its JSON Pointer.
    pub fn problems(&self) -> &[Problem] {
        &self.inner.problems
    }

    /// The answer.
    pub fn answer(&self) -> &Answer {
        &self.inner.answer
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; its body cannot be read", self.inner.answer)?;
        for (index, problem) in self.inner.problems.iter().enumerate() {
            write!(
                formatter,
                "{} {problem}",
                if index == 0 { ":" } else { ";" }
            )?;
        }
        Ok(())
    }
}

impl StdError for DecodeError {}

/// An answer that did not give a success: to which request, and what came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The method of the request.
    pub method: &'static str,
    /// The path of the request, without its query, which may hold a credential.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The header fields.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Answer {
    /// What was received to a request.
    pub fn new(method: &'static str, path: String, received: Received) -> Self {
        let Received {
            status,
            headers,
            body,
        } = received;
        Self {
            method,
            path,
            status,
            headers,
            body,
        }
    }

    /// The server's name for the request, for its operators.
    pub fn request_id(&self) -> Option<&str> {
        ["x-request-id", "request-id", "x-correlation-id"]
            .iter()
            .map(|name| text_of(&self.headers, *name))
            .find(|text| !text.is_empty())
    }

    /// The beginning of the body, as text.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.body.get(..SHOWN).unwrap_or(&self.body))
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}: {}", self.method, self.path, self.status)?;
        match self.request_id() {
            Some(id) => write!(formatter, " (request {id})"),
            None => Ok(()),
        }
    }
}

/// The beginning of a body, behind a colon.
struct Shown<'a>(&'a Answer);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.text();
        let more = if self.0.body.len() > SHOWN { "…" } else { "" };
        if text.trim().is_empty() {
            Ok(())
        } else {
            write!(formatter, ": {}{more}", text.trim_end())
        }
    }
}

/// A request that has no answer, and why.
#[derive(Debug)]
pub struct RequestFailure<C> {
    /// The method of the request.
    pub method: &'static str,
    /// The path of the request.
    pub path: String,
    /// Why.
    pub cause: C,
}

impl<C: fmt::Display> fmt::Display for RequestFailure<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}: {}", self.method, self.path, self.cause)
    }
}

/// Why a request could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError(pub String);

impl fmt::Display for RequestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl StdError for RequestError {}
