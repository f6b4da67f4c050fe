//! What carries a request to the server and brings the response back.

use ::bytes::Bytes;
use ::http::{Request, Response};
use ::std::fmt;
use ::std::future::Future;
use ::std::pin::Pin;
use ::std::sync::Arc;
use ::std::time::Duration;

use super::byte_stream::ByteStream;
use super::stream_error::StreamError;

/// A boxed future that can be sent to another thread.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'f, T> = Pin<Box<dyn Future<Output = T> + Send + 'f>>;

/// A boxed future. In a browser there is one thread only.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'f, T> = Pin<Box<dyn Future<Output = T> + 'f>>;

/// Carries requests. Tests, retries and tracing plug in here.
pub trait Transport: Send + Sync {
    /// Sends a request; the body of the response may still be on its way. How long it may take is the request's
    /// extension [`Timeout`] or [`HeadTimeout`], if it has one.
    fn send(
        &self,
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        (**self).send(request)
    }
}

/// The path of a request as the document writes it, with holes for its parameters: what requests of one operation have
/// in common. An extension of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route(pub &'static str);

/// How long one request may take, from connecting to the last byte of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeout(pub Duration);

/// How long it may take until the head of the response is there, whose body then takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadTimeout(pub Duration);

/// Why no response came back.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Box<dyn ::std::error::Error + Send + Sync>,
}

/// In which way sending failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportErrorKind {
    /// No connection could be made.
    Connect,
    /// It took too long.
    Timeout,
    /// Anything else.
    Other,
}

impl TransportError {
    /// An error with its cause.
    pub fn new(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn ::std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: source.into(),
        }
    }

    /// A body that could not be sent or received.
    pub fn of_body(error: StreamError) -> Self {
        match error {
            StreamError::Broken(source) => match source.downcast() {
                Ok(own) => *own,
                Err(source) => Self::new(TransportErrorKind::Other, source),
            },
            other => Self::new(TransportErrorKind::Other, other),
        }
    }

    /// In which way sending failed.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection",
            TransportErrorKind::Timeout => "timed out",
            TransportErrorKind::Other => "sending failed",
        })
    }
}

impl ::std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn ::std::error::Error + 'static)> {
        Some(&*self.source)
    }
}

/// A transport made from a function: a double for tests.
///
/// The function gets each request, with its whole body, and returns the response, at once.
pub fn from_fn<F>(answer: F) -> impl Transport
where
    F: Fn(Request<Bytes>) -> Result<Response<Bytes>, TransportError> + Send + Sync,
{
    FromFn(answer)
}

struct FromFn<F>(F);

impl<F> Transport for FromFn<F>
where
    F: Fn(Request<Bytes>) -> Result<Response<Bytes>, TransportError> + Send + Sync,
{
    fn send(
        &self,
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = body.bytes().await.map_err(TransportError::of_body)?;
            let response = (self.0)(Request::from_parts(parts, body))?;
            Ok(response.map(ByteStream::from))
        })
    }
}
