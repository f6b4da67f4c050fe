//! One request on its way through a handler: what generated code reads from it, and what it answers.

use ::axum::body::Bytes;
use ::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use ::http::request::Parts;
use ::http::{Extensions, HeaderMap, Method, Uri};
use ::serde::de::DeserializeOwned;
use ::std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::accept::preferred;
use super::byte_stream::ByteStream;
use super::decode::{from_json, from_text, problem, text_of};
use super::encode::{self, BoxError, Encode, Reply};
use super::parameter::Style;
use super::parameters::{Arguments, Parameters};
use super::problem::{Location, Problem};
use super::rejection::{Rejection, RejectionKind};
use super::responses::{Responses, declared, media_types};
use super::service::{BoxFuture, Failure, Operation};
use super::validate::{Limit, Measure, Validate};

/// What a handler knows of a request beside its parameters and its body.
#[derive(Clone, Debug)]
pub struct Context<P> {
    /// Who sends the request.
    pub principal: P,
    operation: &'static Operation,
    parts: Arc<Parts>,
    response_headers: Arc<Mutex<HeaderMap>>,
}

impl<P> Context<P> {
    /// The operation.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The URI.
    pub fn uri(&self) -> &Uri {
        &self.parts.uri
    }

    /// The header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// The media type of these responses that the client likes best, by its `Accept` field.
    pub fn preferred<T: Responses>(&self) -> Option<&'static str> {
        preferred(&self.parts.headers, &media_types::<T>())
    }

    /// What middleware and [`Service::before`](super::service::Service::before) added to the request.
    pub fn extensions(&self) -> &Extensions {
        &self.parts.extensions
    }

    /// Sets a header field of the response, whatever the response will be.
    pub fn set_response_header(&self, name: HeaderName, value: HeaderValue) {
        self.response_headers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(name, value);
    }
}

/// A request that a handler reads. What is wrong with it is gathered, so that one answer can name all of it.
pub struct Exchange<A, P> {
    api: Arc<A>,
    principal: Option<P>,
    incoming: Incoming,
}

/// What an exchange holds that does not depend on who sends the request.
#[derive(Debug)]
pub struct Incoming {
    /// The operation.
    pub operation: &'static Operation,
    /// The request without its body.
    pub parts: Arc<Parts>,
    /// The path parameters, still encoded.
    pub holes: Vec<(&'static str, String)>,
    /// The body; without content where there is none.
    pub body: ByteStream,
    /// The beginning of a form of which `body` is the rest; empty otherwise.
    pub start: Bytes,
    /// Which of the accepted media types it has.
    pub accepted: Option<usize>,
    /// What is wrong with a body that the handler reads.
    pub broken: Arc<OnceLock<Rejection>>,
    /// Header fields that the handler sets.
    pub response_headers: Arc<Mutex<HeaderMap>>,
    /// What is wrong so far.
    pub problems: Vec<Problem>,
}

/// What outlives an exchange.
pub struct Shared {
    /// The request without its body.
    pub parts: Arc<Parts>,
    /// The header fields that the handler sets.
    pub headers: Arc<Mutex<HeaderMap>>,
    /// What is wrong with a body that the handler reads.
    pub broken: Arc<OnceLock<Rejection>>,
}

/// How a request ends.
pub enum Outcome {
    /// With a response of the handler.
    Reply(Reply),
    /// With an error that the document does not declare.
    Failed(BoxError),
    /// Before its handler.
    Rejected(Rejection),
}

impl<A, P> Exchange<A, P> {
    /// A request that nothing has been read from.
    pub fn new(api: Arc<A>, principal: Option<P>, incoming: Incoming) -> Self {
        Self {
            api,
            principal,
            incoming,
        }
    }

    /// What is needed after the handler has taken the exchange.
    pub fn shared(&self) -> Shared {
        let incoming = &self.incoming;
        Shared {
            parts: Arc::clone(&incoming.parts),
            headers: Arc::clone(&incoming.response_headers),
            broken: Arc::clone(&incoming.broken),
        }
    }

    /// What was received.
    pub fn incoming(&mut self) -> &mut Incoming {
        &mut self.incoming
    }

    /// The context of an operation that only a known caller may use.
    pub fn secured(&mut self) -> Option<Context<P>> {
        let principal = self.principal.take()?;
        Some(self.incoming.context(principal))
    }

    /// The context of an operation that anyone may use and that wants to know who does.
    pub fn identified(&mut self) -> Context<Option<P>> {
        let principal = self.principal.take();
        self.incoming.context(principal)
    }

    /// The context of an operation that anyone may use.
    pub fn open(&mut self) -> Context<()> {
        self.incoming.context(())
    }

    /// A path parameter.
    pub fn path<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        self.path_styled(name, Style::Simple, false)
    }

    /// A path parameter, in a style.
    pub fn path_styled<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
        style: Style,
        explode: bool,
    ) -> Option<T> {
        let incoming = &mut self.incoming;
        Arguments::new(&incoming.parts, &mut incoming.problems).path(
            &incoming.holes,
            name,
            style,
            explode,
        )
    }

    /// A path parameter, in a style, within limits.
    pub fn path_limited<T: DeserializeOwned + Measure>(
        &mut self,
        name: &'static str,
        style: Style,
        explode: bool,
        limits: &[Limit],
    ) -> Option<T> {
        let incoming = &mut self.incoming;
        let mut arguments = Arguments::new(&incoming.parts, &mut incoming.problems);
        let value = arguments.path(&incoming.holes, name, style, explode)?;
        arguments.limited(Location::Path, name, value, limits)
    }

    /// The query, header and cookie parameters.
    pub fn parameters<T: Parameters>(&mut self) -> Option<T> {
        let incoming = &mut self.incoming;
        T::read(&mut Arguments::new(&incoming.parts, &mut incoming.problems))
    }

    /// The accepted media type that the body has; empty where there is no body.
    pub fn media_type(&self) -> &str {
        text_of(&self.incoming.parts.headers, CONTENT_TYPE)
    }

    /// The body, as JSON.
    pub fn json<T: DeserializeOwned + Validate>(&mut self) -> Option<T> {
        self.required_body(json)
    }

    /// The body, as JSON, if there is one.
    pub fn optional_json<T: DeserializeOwned + Validate>(&mut self) -> Option<Option<T>> {
        self.optional_body(json)
    }

    /// The body, as text.
    pub fn text(&mut self) -> Option<String> {
        self.required_body(|bytes| from_text(bytes))
    }

    /// The body, as text, if there is one.
    pub fn optional_text(&mut self) -> Option<Option<String>> {
        self.optional_body(|bytes| from_text(bytes))
    }

    /// A body that must be there.
    pub fn required_body<T>(
        &mut self,
        read: impl FnOnce(&Bytes) -> Result<T, Vec<Problem>>,
    ) -> Option<T> {
        match self.optional_body(read)? {
            Some(value) => Some(value),
            None => {
                self.incoming
                    .problems
                    .push(problem("required", "a body is required".to_owned()));
                None
            }
        }
    }

    /// A body that may be left out.
    pub fn optional_body<T>(
        &mut self,
        read: impl FnOnce(&Bytes) -> Result<T, Vec<Problem>>,
    ) -> Option<Option<T>> {
        if self.incoming.is_without_body() {
            return Some(None);
        }
        let bytes = self.incoming.body.as_bytes().cloned();
        match read(&bytes.unwrap_or_default()) {
            Ok(value) => Some(Some(value)),
            Err(problems) => {
                self.incoming.problems.extend(problems);
                None
            }
        }
    }

    /// The end of a request that could not be read: names everything that is wrong with it.
    pub fn reject(self) -> BoxFuture<'static, Outcome> {
        let rejection = self.incoming.rejection();
        Box::pin(async move { Outcome::Rejected(rejection) })
    }
}

/// The methods that call the API. The closure boxes the future of the API's method: an `async` block for each
/// operation would cost the compiler much more.
impl<A: Send + Sync + 'static, P: Send + 'static> Exchange<A, P> {
    /// Calls an operation that has one success response.
    pub fn reply<T: 'static, E: Responses, C: Send + Sync + 'static>(
        self,
        status: u16,
        encode: Encode<T>,
        context: Context<C>,
        call: impl for<'x> FnOnce(&'x A, &'x Context<C>) -> BoxFuture<'x, Result<T, Failure<E>>>
        + Send
        + 'static,
    ) -> BoxFuture<'static, Outcome> {
        self.reply_as(status, "", encode, context, call)
    }

    /// The same, with a media type that is not the usual one of its kind.
    pub fn reply_as<T: 'static, E: Responses, C: Send + Sync + 'static>(
        self,
        status: u16,
        media_type: &'static str,
        encode: Encode<T>,
        context: Context<C>,
        call: impl for<'x> FnOnce(&'x A, &'x Context<C>) -> BoxFuture<'x, Result<T, Failure<E>>>
        + Send
        + 'static,
    ) -> BoxFuture<'static, Outcome> {
        Box::pin(async move {
            Outcome::of_call(call(&self.api, &context).await, |value| {
                encode(value).map(|reply| declared(reply, status, media_type))
            })
        })
    }

    /// Calls an operation whose success response is written as it comes.
    pub fn reply_stream<T: 'static, E: Responses, C: Send + Sync + 'static>(
        self,
        status: u16,
        media_type: &'static str,
        write: fn(T) -> ByteStream,
        context: Context<C>,
        call: impl for<'x> FnOnce(&'x A, &'x Context<C>) -> BoxFuture<'x, Result<T, Failure<E>>>
        + Send
        + 'static,
    ) -> BoxFuture<'static, Outcome> {
        Box::pin(async move {
            Outcome::of_call(call(&self.api, &context).await, |value| {
                encode::stream(write(value)).map(|reply| declared(reply, status, media_type))
            })
        })
    }

    /// Calls an operation that has several success responses. It is not called for a client that takes none of their
    /// media types.
    pub fn reply_any<T: Responses, E: Responses, C: Send + Sync + 'static>(
        self,
        context: Context<C>,
        call: impl for<'x> FnOnce(&'x A, &'x Context<C>) -> BoxFuture<'x, Result<T, Failure<E>>>
        + Send
        + 'static,
    ) -> BoxFuture<'static, Outcome> {
        if let Some(rejection) = self.incoming.unacceptable(&media_types::<T>()) {
            return Box::pin(async move { Outcome::Rejected(rejection) });
        }
        Box::pin(async move { Outcome::of_call(call(&self.api, &context).await, T::encode) })
    }
}

impl Outcome {
    fn of(reply: Result<Reply, BoxError>) -> Self {
        match reply {
            Ok(reply) => Self::Reply(reply),
            Err(error) => Self::Failed(error),
        }
    }

    /// What a handler answers; its success is written by `encode`.
    fn of_call<T, E: Responses>(
        answer: Result<T, Failure<E>>,
        encode: impl FnOnce(T) -> Result<Reply, BoxError>,
    ) -> Self {
        match answer {
            Ok(value) => Self::of(encode(value)),
            Err(Failure::Api(error)) => Self::of(error.encode()),
            Err(Failure::Other(error)) => Self::Failed(error),
        }
    }
}

impl Incoming {
    fn context<P>(&self, principal: P) -> Context<P> {
        Context {
            principal,
            operation: self.operation,
            parts: Arc::clone(&self.parts),
            response_headers: Arc::clone(&self.response_headers),
        }
    }

    /// Whether there plainly is no body.
    pub fn is_without_body(&self) -> bool {
        self.body.as_bytes().is_some_and(Bytes::is_empty)
    }

    /// The answer to a client that takes none of these media types, if there is a choice.
    fn unacceptable(&self, media_types: &[&str]) -> Option<Rejection> {
        let is_met = preferred(&self.parts.headers, media_types).is_some();
        (media_types.len() > 1 && !is_met).then(|| {
            let detail = format!("the answer can be {}", media_types.join(" or "));
            Rejection::new(RejectionKind::NotAcceptable, detail, Some(self.operation))
        })
    }

    fn rejection(self) -> Rejection {
        let (kind, detail) = match self
            .problems
            .iter()
            .find(|problem| problem.code == "syntax")
        {
            Some(problem) => (
                RejectionKind::Malformed,
                format!("the body is malformed: {}", problem.message),
            ),
            None if self
                .problems
                .iter()
                .any(|problem| problem.code == "too_large") =>
            {
                (RejectionKind::TooLarge, "the body is too large".to_owned())
            }
            // Only a missing principal ends a request without a problem.
            None if self.problems.is_empty() => (
                RejectionKind::Unauthenticated,
                "credentials were not provided".to_owned(),
            ),
            None => (
                RejectionKind::Invalid,
                "the request is not valid".to_owned(),
            ),
        };
        Rejection {
            problems: self.problems,
            ..Rejection::new(kind, detail, Some(self.operation))
        }
    }
}

fn json<T: DeserializeOwned + Validate>(bytes: &Bytes) -> Result<T, Vec<Problem>> {
    let value: T = from_json(bytes)?;
    let problems = value.problems();
    if problems.is_empty() {
        Ok(value)
    } else {
        Err(problems)
    }
}
