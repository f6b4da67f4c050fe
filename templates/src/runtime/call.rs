//! A call of an operation: first a request that is put together, then a future of its typed result.

use ::bytes::Bytes;
use ::http::{HeaderMap, StatusCode};
use ::serde::Serialize;
use ::std::fmt;
use ::std::future::IntoFuture;
use ::std::marker::PhantomData;
use ::std::time::Duration;

use super::byte_stream::ByteStream;
use super::client::Client;
use super::client_error::{ApiError, DecodeError, Error};
use super::decode::{Decode, Received};
use super::outgoing::Outgoing;
use super::parameter::Style;
use super::parameter_value::Value;
use super::problem::Problem;
use super::responses::{self, Read, Responses, Status};
use super::security::Requirement;
use super::sending::{Answered, Unanswered, exchange};
use super::transport::BoxFuture;

/// A request whose result has no type yet. See [`Client::request`].
#[must_use = "a request is sent by the call that `returns` makes"]
#[derive(Debug)]
pub struct Request<'c> {
    /// The client that sends it.
    pub client: &'c Client,
    /// The request so far.
    pub outgoing: Outgoing,
}

/// A call of an operation. `.await` sends it and gives the body of the success response; [`Call::send`] gives its
/// status and headers, too.
///
/// `T` is the success, `E` the declared errors; `M` only tells operations apart that have optional parameters.
#[must_use = "a call is sent by `.await`"]
pub struct Call<'c, T, E, M = ()> {
    /// The client that sends it.
    pub client: &'c Client,
    /// The request so far.
    pub outgoing: Outgoing,
    success: Success<T>,
    operation: PhantomData<fn() -> (E, M)>,
}

/// Says how the response with this status and media type is read; `None` where the status is not declared.
type Choose<T> = fn(u16, &str) -> Option<Read<T>>;

impl<T> Clone for Success<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Success<T> {}

/// Reads a body as it comes.
type Open<T> = fn(ByteStream) -> T;

/// Which response is a success.
enum Success<T> {
    /// The one with this status.
    One(Status, Decode<T>),
    /// The one with this status, whose body is read as it comes.
    Stream(Status, Open<T>),
    /// One of a set.
    Any(Choose<T>),
}

/// A success response.
#[derive(Clone, Debug)]
pub struct Full<T> {
    /// The status.
    pub status: StatusCode,
    /// The header fields.
    pub headers: HeaderMap,
    /// The body.
    pub body: T,
}

impl<'c> Request<'c> {
    /// A request with nothing but its method and its path.
    pub fn new(client: &'c Client, method: &'static str, template: &'static str) -> Self {
        Self {
            client,
            outgoing: Outgoing::new(method, template),
        }
    }

    /// Says which schemes the operation wants: alternatives, each of schemes that are used together.
    pub fn secured(mut self, alternatives: &'static [Requirement]) -> Self {
        self.outgoing.secured(alternatives);
        self
    }

    /// Sends it to this absolute URL, whatever the client's base URL and the path are.
    pub fn to(mut self, url: &str) -> Self {
        self.outgoing.address(url);
        self
    }

    /// Makes the call: its success response has this status, and `decode` reads it.
    pub fn returns<T, E, M>(self, status: u16, decode: Decode<T>) -> Call<'c, T, E, M> {
        self.returning(Success::One(Status::Exactly(status), decode))
    }

    /// Makes the call: its success responses have a range of statuses, `2` for `2XX`.
    pub fn returns_range<T, E, M>(self, hundred: u16, decode: Decode<T>) -> Call<'c, T, E, M> {
        self.returning(Success::One(Status::Range(hundred), decode))
    }

    /// Makes the call: its success response has this status, and `open` reads its body as it comes.
    pub fn returns_stream<T, E, M>(mut self, status: u16, open: Open<T>) -> Call<'c, T, E, M> {
        self.outgoing.take_time();
        self.returning(Success::Stream(Status::Exactly(status), open))
    }

    /// Makes the call: its success response is one of a set.
    pub fn returns_any<T: Responses, E, M>(mut self) -> Call<'c, T, E, M> {
        if T::ROWS
            .iter()
            .any(|row| matches!(row.read, Read::Stream(_)))
        {
            self.outgoing.take_time();
        }
        self.accept(&responses::media_types::<T>().join(", "))
            .returning(Success::Any(responses::choose::<T>))
    }

    fn returning<T, E, M>(self, success: Success<T>) -> Call<'c, T, E, M> {
        Call {
            client: self.client,
            outgoing: self.outgoing,
            success,
            operation: PhantomData,
        }
    }
}

/// What requests and calls have in common.
macro_rules! building {
    () => {
        /// Fills the next hole of the path.
        pub fn path<V: Serialize + ?Sized>(self, value: &V) -> Self {
            self.path_styled(Style::Simple, false, value)
        }

        /// Fills the next hole of the path, in a style.
        pub fn path_styled<V: Serialize + ?Sized>(
            mut self,
            style: Style,
            explode: bool,
            value: &V,
        ) -> Self {
            self.outgoing.fill(Value::of(value), style, explode);
            self
        }

        /// Adds a query parameter; a list repeats it.
        pub fn query<V: Serialize + ?Sized>(self, name: &str, value: &V) -> Self {
            self.query_styled(name, Style::Form, true, value)
        }

        /// Adds a query parameter, in a style.
        pub fn query_styled<V: Serialize + ?Sized>(
            mut self,
            name: &str,
            style: Style,
            explode: bool,
            value: &V,
        ) -> Self {
            self.outgoing
                .query(name, Value::of(value), style, explode, false);
            self
        }

        /// Adds a query parameter, in a style, whose reserved characters stay as they are (`allowReserved`).
        pub fn query_reserved<V: Serialize + ?Sized>(
            mut self,
            name: &str,
            style: Style,
            explode: bool,
            value: &V,
        ) -> Self {
            self.outgoing
                .query(name, Value::of(value), style, explode, true);
            self
        }

        /// Adds a query parameter whose text is JSON (`content: application/json`).
        pub fn query_content<V: Serialize + ?Sized>(mut self, name: &str, value: &V) -> Self {
            match ::serde_json::to_string(value) {
                Ok(json) => {
                    self.outgoing
                        .query(name, Ok(Value::Text(json)), Style::Form, true, false)
                }
                Err(error) => self
                    .outgoing
                    .fail(format!("the query parameter `{name}`: {error}")),
            }
            self
        }

        /// Adds a header parameter (`simple`, not exploded).
        pub fn header_parameter<V: Serialize + ?Sized>(self, name: &str, value: &V) -> Self {
            self.header_styled(name, false, value)
        }

        /// Adds a header parameter (`simple`).
        pub fn header_styled<V: Serialize + ?Sized>(
            mut self,
            name: &str,
            explode: bool,
            value: &V,
        ) -> Self {
            self.outgoing
                .header_parameter(name, Value::of(value), explode);
            self
        }

        /// Adds a cookie parameter (`form`, not exploded).
        pub fn cookie<V: Serialize + ?Sized>(self, name: &str, value: &V) -> Self {
            self.cookie_styled(name, false, value)
        }

        /// Adds a cookie parameter (`form`).
        pub fn cookie_styled<V: Serialize + ?Sized>(
            mut self,
            name: &str,
            explode: bool,
            value: &V,
        ) -> Self {
            self.outgoing.cookie(name, Value::of(value), explode);
            self
        }

        /// Sets the body, as JSON.
        pub fn json<V: Serialize + ?Sized>(self, body: &V) -> Self {
            self.json_as("application/json", body)
        }

        /// Sets the body, as JSON with a media type of its own.
        pub fn json_as<V: Serialize + ?Sized>(mut self, media_type: &str, body: &V) -> Self {
            let json = ::serde_json::to_vec(body)
                .map(Bytes::from)
                .map_err(|error| error.to_string());
            self.outgoing.body(media_type, json);
            self
        }

        /// Sets the body: a text.
        pub fn text(mut self, media_type: &str, body: &str) -> Self {
            self.outgoing
                .body(media_type, Ok(Bytes::copy_from_slice(body.as_bytes())));
            self
        }

        /// Sets the body, as it comes: what `write` makes of it. Of several media types, separated by a comma, it may
        /// state its own.
        pub fn stream<V, S>(
            mut self,
            media_types: &str,
            write: fn(S) -> ByteStream,
            body: V,
        ) -> Self
        where
            V: Into<S>,
        {
            self.outgoing.stream(media_types, write(body.into()));
            self
        }

        /// Says which media types are wanted; `application/json` unless said.
        pub fn accept(self, media_types: &str) -> Self {
            self.header("accept", media_types)
        }

        /// Sets a header field.
        pub fn header(mut self, name: &str, value: &str) -> Self {
            self.outgoing.header(name, value);
            self
        }

        /// Sets how long the request may take, from connecting to the last byte of the response.
        pub fn timeout(mut self, duration: Duration) -> Self {
            self.outgoing.timeout(duration);
            self
        }

        /// Sets the `Idempotency-Key`, by which a server knows a repeated request.
        pub fn idempotency_key(self, key: &str) -> Self {
            self.header("idempotency-key", key)
        }
    };
}

impl Request<'_> {
    building!();
}

impl<T, E, M> Call<'_, T, E, M> {
    building!();

    /// The same call of another request.
    pub fn with_request(&self, outgoing: Outgoing) -> Self {
        Self {
            client: self.client,
            outgoing,
            success: self.success,
            operation: PhantomData,
        }
    }
}

impl<'c, T: 'c, E: Responses, M: 'c> Call<'c, T, E, M> {
    /// Sends the call: status, headers and body of the success response.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn send(self) -> BoxFuture<'c, Result<Full<T>, Error<E>>> {
        Box::pin(self.run())
    }

    async fn run(mut self) -> Result<Full<T>, Error<E>> {
        let success = self.success;
        let takes_stream = |received: &Received| success.takes_stream(received);
        match exchange(self.client, &mut self.outgoing, &takes_stream).await {
            Ok(answered) => read(&success, answered),
            Err(Unanswered::Transport(failure)) => Err(Error::Transport(failure)),
            Err(Unanswered::Request(failure)) => Err(Error::Request(failure)),
        }
    }
}

impl<'c, T: 'c, E: Responses, M: 'c> IntoFuture for Call<'c, T, E, M> {
    type Output = Result<T, Error<E>>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.run().await.map(|full| full.body) })
    }
}

impl<T, E, M> fmt::Debug for Call<'_, T, E, M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Call")
            .field("request", &self.outgoing)
            .finish_non_exhaustive()
    }
}

impl<T> Success<T> {
    fn takes_stream(&self, received: &Received) -> bool {
        let status = received.status.as_u16();
        match *self {
            Self::One(..) => false,
            Self::Stream(wanted, _) => wanted.fits(status),
            Self::Any(choose) => {
                matches!(
                    choose(status, received.content_type()),
                    Some(Read::Stream(_))
                )
            }
        }
    }

    /// Reads a success; `None` where the response is none.
    fn read(
        &self,
        received: &Received,
        stream: Option<ByteStream>,
    ) -> Option<Result<T, Vec<Problem>>> {
        let status = received.status.as_u16();
        match *self {
            Self::One(wanted, decode) => wanted.fits(status).then(|| decode(received)),
            Self::Stream(_, open) => Some(Ok(open(stream?))),
            Self::Any(choose) => Some(match choose(status, received.content_type())? {
                Read::Whole(decode) => decode(received),
                Read::Stream(open) => Ok(open(status, stream?)),
            }),
        }
    }
}

/// The success, or the error that the status declares.
fn read<T, E: Responses>(
    success: &Success<T>,
    mut answered: Answered,
) -> Result<Full<T>, Error<E>> {
    let stream = answered.stream.take();
    let undecoded = |problems, answered: Answered| {
        let answer = answered.into_answer();
        Err(Error::Decode(DecodeError::new(problems, answer)))
    };
    match success.read(&answered.received, stream) {
        Some(Ok(body)) => {
            let Received {
                status, headers, ..
            } = answered.received;
            Ok(Full {
                status,
                headers,
                body,
            })
        }
        Some(Err(problems)) => undecoded(problems, answered),
        None => match responses::decode::<E>(&answered.received) {
            Some(Ok(kind)) => Err(Error::Api(ApiError::new(kind, answered.into_answer()))),
            Some(Err(problems)) => undecoded(problems, answered),
            None => Err(Error::Unexpected(Box::new(answered.into_answer()))),
        },
    }
}
