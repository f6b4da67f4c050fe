//! What a program may decide about its server beside the operations: limits, hooks, answers to errors.

use ::axum::body::Bytes;
use ::axum::response::Response;
use ::http::Method;
use ::http::request::Parts;
use ::std::future::Future;
use ::std::pin::Pin;
use ::std::time::Duration;

use super::encode::BoxError;
use super::rejection::Rejection;
use super::security::Requirement;

/// A boxed future that can be sent to another thread.
pub type BoxFuture<'f, T> = Pin<Box<dyn Future<Output = T> + Send + 'f>>;

/// An operation of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The method, in upper case.
    pub method: &'static str,
    /// The path template.
    pub path: &'static str,
    /// The name of its handler.
    pub name: &'static str,
    /// The media types of its request body; empty where it has none.
    pub accepts: &'static [Accepted],
    /// Who may call it: alternatives, each of schemes with scopes that are wanted together. Without an
    /// alternative everyone may, as with an alternative without schemes.
    pub security: &'static [Requirement],
}

/// A media type that a request body may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The media type, or a range such as `image/*`.
    pub media_type: &'static str,
    /// How a body of it is read.
    pub reading: Reading,
}

/// How the body of a request is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Before its handler is called.
    Whole,
    /// Its beginning before its handler is called, the rest by it: a form, whose last file comes as it does.
    Start,
    /// By its handler, as it comes.
    Stream,
}

/// The path parameters of a request, decoded; in the request's extensions from [`Service::before`] on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathParameters(pub Vec<(&'static str, String)>);

/// A server of the API. Every method has a default.
pub trait Service: Send + Sync + 'static {
    /// How large a request body may be, in bytes, whether it is read whole or as it comes.
    const BODY_LIMIT: usize = 2 * 1024 * 1024;

    /// How long a request body that is read whole may take to arrive. One that is read as it comes takes its time.
    const BODY_TIME: Duration = Duration::from_secs(60);

    /// How much of a form whose files come as they do is held in memory, in bytes. A file that goes beyond it is read as it
    /// comes, and must be the last part.
    const FORM_MEMORY: usize = 2 * 1024 * 1024;

    /// Runs after authentication, before anything of the request is read. It may change the request, or answer it
    /// with an error of its own. [`PathParameters`] are in the extensions.
    fn before(
        &self,
        operation: &'static Operation,
        parts: &mut Parts,
    ) -> impl Future<Output = Result<(), Response>> + Send {
        let _ = (operation, parts);
        async { Ok(()) }
    }

    /// Gets the body before it is decoded, where the operation has one that is read whole and its media type is
    /// accepted. It may change the body, or answer the request with an error of its own.
    fn body(
        &self,
        operation: &'static Operation,
        parts: &Parts,
        bytes: Bytes,
    ) -> impl Future<Output = Result<Bytes, Response>> + Send {
        let _ = (operation, parts);
        async { Ok(bytes) }
    }

    /// Answers a request that does not reach its handler; unless overridden, with a problem document (RFC 9457), and
    /// OPTIONS with the methods that there are.
    fn reject(&self, rejection: &Rejection, parts: &Parts) -> Response {
        if parts.method == Method::OPTIONS {
            return rejection.to_options();
        }
        rejection.to_problem_document()
    }

    /// Answers a request whose handler failed with an error that the document does not declare; unless
    /// overridden, with status 500 and a problem document that does not show the error.
    fn fail(&self, error: BoxError, parts: &Parts) -> Response {
        let _ = (error, parts);
        Rejection::internal().to_problem_document()
    }
}

/// Why a handler does not give a success. `?` makes it from a declared error and from any other error.
#[derive(Debug)]
pub enum Failure<E> {
    /// An error that the document declares.
    Api(Box<E>),
    /// Any other error. See [`Service::fail`].
    Other(BoxError),
}

impl<E, X: ::std::error::Error + Send + Sync + 'static> From<X> for Failure<E> {
    fn from(error: X) -> Self {
        Self::Other(Box::new(error))
    }
}

/// Makes `?` turn declared errors into a [`Failure`].
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! failure_from {
    ($($name:ty),* $(,)?) => {
        $(impl ::std::convert::From<$name> for Failure<$name> {
            fn from(error: $name) -> Self {
                Self::Api(::std::boxed::Box::new(error))
            }
        })*
    };
}
#[allow(unused_imports)]
pub(crate) use failure_from;
