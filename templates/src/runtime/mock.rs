//! A double of the server, for tests of programs that use the client: it answers as the document shows it, or as it is told.

use ::bytes::Bytes;
use ::http::header::CONTENT_TYPE;
use ::http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use ::std::borrow::Cow;
use ::std::collections::{BTreeMap, VecDeque};
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::byte_stream::ByteStream;
use super::client::{Client, ClientBuilder};
use super::encode::{BoxError, Encode, Reply};
use super::responses::Responses;
use super::transport::{BoxFuture, Route, Transport, TransportError, TransportErrorKind};

#[allow(unused_imports)] // The macros name them from here.
pub use super::{encode, responses};

/// What an operation answers unless it is told otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The method, in upper case.
    pub method: &'static str,
    /// The path template.
    pub path: &'static str,
    /// The status.
    pub status: u16,
    /// The media type; empty where there is no body.
    pub media_type: &'static str,
    /// The body.
    pub body: &'static str,
}

/// A double of the server, in this process: [`Mock::client`] builds clients that talk to it. Its clones are the same double.
#[derive(Clone)]
pub struct Mock {
    examples: &'static [Example],
    state: Arc<Mutex<State>>,
}

/// The method and the path template of an operation.
type Key = (String, &'static str);

#[derive(Default)]
struct State {
    told: BTreeMap<Key, VecDeque<Result<Reply, TransportError>>>,
    requests: Vec<Request<Bytes>>,
}

impl Mock {
    /// A double that answers with these.
    pub fn of(examples: &'static [Example]) -> Self {
        Self {
            examples,
            state: Arc::default(),
        }
    }

    /// A builder of clients that talk to this double. Whether they have credentials does not matter to it.
    pub fn client(&self) -> ClientBuilder {
        Client::builder("http://mock").transport(self.clone())
    }

    /// What was asked so far, in its order.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.state().requests.clone()
    }

    /// What the operation with this method and this path template answers.
    pub fn operation<T, E>(
        &self,
        method: &'static str,
        path: &'static str,
        encode: Encode<T>,
    ) -> Answer<'_, T, E> {
        Answer {
            mock: self,
            method,
            path,
            encode,
            errors: PhantomData,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What it was told to answer next, else what the document shows.
    fn answer(&self, request: Request<Bytes>) -> Result<Reply, TransportError> {
        let key = key(&request);
        let mut state = self.state();
        state.requests.push(request);
        let told = state.told.get_mut(&key).and_then(VecDeque::pop_front);
        told.unwrap_or_else(|| {
            let mut examples = self.examples.iter();
            let example = examples.find(|one| (one.method, one.path) == (&*key.0, key.1));
            example.map(shown).ok_or_else(|| {
                let what = format!("the mock was not told what {} {} answers", key.0, key.1);
                TransportError::new(TransportErrorKind::Other, what)
            })
        })
    }
}

impl Transport for Mock {
    fn send(
        &self,
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = body.bytes().await.map_err(TransportError::of_body)?;
            respond(self.answer(Request::from_parts(parts, body))?).map_err(unsaid)
        })
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Mock").finish_non_exhaustive()
    }
}

/// What one operation answers. Each answer that is told is given once, in their order; then the document's example counts.
///
/// `T` is the success, `E` the declared errors.
#[must_use = "it answers nothing else until it is told what"]
pub struct Answer<'m, T, E> {
    mock: &'m Mock,
    method: &'static str,
    path: &'static str,
    encode: Encode<T>,
    errors: PhantomData<fn(E)>,
}

impl<T, E: Responses> Answer<'_, T, E> {
    /// A call will get this success.
    pub fn with(&self, success: T) -> &Self {
        self.tell((self.encode)(success).map_err(unsaid))
    }

    /// A call will get this error.
    pub fn error(&self, error: E) -> &Self {
        self.tell(error.encode().map_err(unsaid))
    }

    /// A call will get no answer.
    pub fn failure(&self, failure: TransportError) -> &Self {
        self.tell(Err(failure))
    }

    /// The requests of this operation so far.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        let mut requests = self.mock.requests();
        requests.retain(|request| key(request) == self.key());
        requests
    }

    fn tell(&self, answer: Result<Reply, TransportError>) -> &Self {
        let mut state = self.mock.state();
        state.told.entry(self.key()).or_default().push_back(answer);
        self
    }

    fn key(&self) -> Key {
        (self.method.to_owned(), self.path)
    }
}

impl<T, E> fmt::Debug for Answer<'_, T, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Answer of {} {}", self.method, self.path)
    }
}

fn key(request: &Request<Bytes>) -> Key {
    let route = request.extensions().get::<Route>();
    let path = route.map_or("", |route| route.0);
    (request.method().to_string(), path)
}

fn shown(example: &Example) -> Reply {
    Reply {
        status: example.status,
        content_type: (!example.media_type.is_empty()).then_some(Cow::Borrowed(example.media_type)),
        headers: HeaderMap::new(),
        body: ByteStream::from(example.body),
    }
}

/// An answer that cannot be written.
fn unsaid(error: BoxError) -> TransportError {
    TransportError::new(TransportErrorKind::Other, error)
}

fn respond(reply: Reply) -> Result<Response<ByteStream>, BoxError> {
    let mut response = Response::new(reply.body);
    *response.status_mut() = StatusCode::from_u16(reply.status)?;
    *response.headers_mut() = reply.headers;
    if let Some(content_type) = reply.content_type {
        let content_type = HeaderValue::from_str(&content_type)?;
        response.headers_mut().insert(CONTENT_TYPE, content_type);
    }
    Ok(response)
}

/// The methods of `Answers`, which stands in the module above, a row per operation: `"METHOD" "/template" => name: (success, errors) = reply`, where the
/// reply is `reply(status, codec)`, `reply_as(status, "media type", codec)`, `reply_stream(status, "media type", write)` or
/// `reply_any()`.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! answers {
    (super::Answers { $($(#[$attribute:meta])* $method:literal $path:literal => $name:ident: ($success:ty, $errors:ty) = $kind:ident($($reply:tt)*)),* $(,)? }) => {
        impl<'m> super::Answers<'m> {
            $(
                #[doc = ::std::concat!("What `", $method, " ", $path, "` answers.")]
                $(#[$attribute])*
                pub fn $name(&self) -> mock::Answer<'m, $success, $errors> {
                    self.0.operation($method, $path, mock::encoder!($kind $($reply)*))
                }
            )*
        }
    };
}
#[allow(unused_imports)]
pub(crate) use answers;

/// What makes a reply of a success.
#[allow(unused_macros)] // Only what the document needs is called.
macro_rules! encoder {
    (reply $status:literal, $codec:ident) => {
        mock::encoder!(reply_as $status, "", $codec)
    };
    (reply_as $status:literal, $media_type:literal, $codec:ident) => {
        |body| ::std::result::Result::Ok(mock::responses::declared(mock::encode::$codec(body)?, $status, $media_type))
    };
    (reply_stream $status:literal, $media_type:literal, $write:path) => {
        |body| ::std::result::Result::Ok(mock::responses::declared(mock::encode::stream($write(body))?, $status, $media_type))
    };
    (reply_any) => {
        mock::responses::Responses::encode
    };
}
#[allow(unused_imports)]
pub(crate) use encoder;
