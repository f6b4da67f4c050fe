//! From operations to an axum router, and what happens to each request on its way to its handler.

use ::axum::Router;
use ::axum::body::{Body, Bytes, HttpBody as _};
use ::axum::extract::{DefaultBodyLimit, FromRequest, Request};
use ::axum::response::Response;
use ::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use ::http::request::Parts;
use ::http::{HeaderMap, Method, StatusCode};
use ::std::future::{Future, poll_fn};
use ::std::pin::pin;
use ::std::sync::{Arc, Mutex, PoisonError};
use ::std::task::Poll;
use ::std::time::Duration;
use ::tokio::time::timeout;

use super::authentication::{Authenticator, Denied, authenticate};
use super::byte_stream::ByteStream;
use super::decode::text_of;
use super::encode::Reply;
use super::exchange::{Exchange, Incoming, Outcome, Shared};
use super::media_type;
use super::parameters::decoded;
use super::rejection::{Rejection, RejectionKind};
use super::service::{BoxFuture, Operation, PathParameters, Reading, Service};
use super::template::Template;

/// Reads a request, calls its handler, and says how it ends.
pub type Handler<A, P> = fn(Exchange<A, P>) -> BoxFuture<'static, Outcome>;

/// The texts in the holes of a path, by name.
type Holes = Vec<(&'static str, String)>;

/// The operations of an API, before they are a router.
pub struct Routes<A, P> {
    api: Arc<A>,
    authenticator: Option<Authenticator<A, P>>,
    shapes: Vec<Shape<A, P>>,
}

/// The operations whose paths axum cannot tell apart.
struct Shape<A, P> {
    path: String,
    /// The most specific templates first.
    routes: Vec<Route<A, P>>,
}

/// One operation.
struct Route<A, P> {
    template: Template,
    operation: &'static Operation,
    handler: Handler<A, P>,
}

impl<A: Service, P: Send + Sync + 'static> Routes<A, P> {
    /// No operations yet. The authenticator is asked whom credentials belong to.
    pub fn new(api: A, authenticator: Authenticator<A, P>) -> Self {
        Self {
            api: Arc::new(api),
            authenticator: Some(authenticator),
            shapes: Vec::new(),
        }
    }

    /// No operations yet, for a document without security schemes.
    pub fn open(api: A) -> Self {
        Self {
            api: Arc::new(api),
            authenticator: None,
            shapes: Vec::new(),
        }
    }

    /// Adds an operation.
    pub fn add(&mut self, operation: &'static Operation, handler: Handler<A, P>) {
        let template = Template::new(operation.path);
        let path = template.shape();
        let weight = template.weight();
        let route = Route {
            template,
            operation,
            handler,
        };
        match self.shapes.iter_mut().find(|shape| shape.path == path) {
            Some(shape) => {
                let place = shape
                    .routes
                    .partition_point(|other| other.template.weight() >= weight);
                shape.routes.insert(place, route);
            }
            None => self.shapes.push(Shape {
                path,
                routes: vec![route],
            }),
        }
    }

    /// The router. Its fallback answers unknown paths; a router that is merged with another one that has a
    /// fallback needs [`Router::reset_fallback`] first.
    pub fn into_router(self) -> Router {
        let Self {
            api,
            authenticator,
            shapes,
        } = self;
        let mut router = Router::new().without_v07_checks();
        for shape in shapes {
            let shape = Arc::new(shape);
            let api = Arc::clone(&api);
            router = router.route(
                &shape.path.clone(),
                ::axum::routing::any(move |request: Request| {
                    run(api, authenticator, shape, request)
                }),
            );
        }
        router.fallback(move |request: Request| async move {
            let (parts, _) = request.into_parts();
            api.reject(&Rejection::not_found(), &parts)
        })
    }
}

/// Answers a request to one shape of path.
async fn run<A: Service, P: Send + Sync + 'static>(
    api: Arc<A>,
    authenticator: Option<Authenticator<A, P>>,
    shape: Arc<Shape<A, P>>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let is_head = parts.method == Method::HEAD;
    let (route, holes) = match shape.find(&parts) {
        Ok(found) => found,
        Err(rejection) => return api.reject(&rejection, &parts),
    };
    let ready = prepare(&api, authenticator, route.operation, holes, parts, body).await;
    let response = match ready {
        Ok(exchange) => answer(&*api, route.handler, exchange).await,
        Err(response) => *response,
    };
    if is_head {
        without_body(response)
    } else {
        response
    }
}

/// Lets a request in: credentials, the hook, the body.
async fn prepare<A: Service, P>(
    api: &Arc<A>,
    authenticator: Option<Authenticator<A, P>>,
    operation: &'static Operation,
    holes: Vec<(&'static str, String)>,
    mut parts: Parts,
    body: Body,
) -> Result<Exchange<A, P>, Box<Response>> {
    let parameters = holes
        .iter()
        .map(|(name, raw)| (*name, decoded(raw)))
        .collect();
    parts.extensions.insert(PathParameters(parameters));
    let principal = match authenticator {
        Some(authenticator) => authenticate(&**api, authenticator, operation, &parts).await,
        None => Ok(None),
    };
    let principal =
        principal.map_err(|denied| Box::new(api.reject(&denial(denied, operation), &parts)))?;
    api.before(operation, &mut parts).await.map_err(Box::new)?;
    let accepted = accepted(operation, &parts);
    let limits = (A::BODY_LIMIT, A::FORM_MEMORY);
    let mut start = Bytes::new();
    let received = receive(operation, accepted, &parts, body, limits);
    let received = within(A::BODY_TIME, received).await;
    let body = match received.unwrap_or_else(|| Err(too_slow(operation, A::BODY_TIME))) {
        Ok(Received::None) => ByteStream::default(),
        Ok(Received::Whole(bytes)) => {
            let bytes = api.body(operation, &parts, bytes).await.map_err(Box::new)?;
            ByteStream::from(bytes)
        }
        Ok(Received::Start(bytes, rest)) => {
            start = bytes;
            rest
        }
        Ok(Received::Stream(body)) => body,
        Err(rejection) => return Err(Box::new(api.reject(&rejection, &parts))),
    };
    let incoming = Incoming {
        operation,
        parts: Arc::new(parts),
        holes,
        body,
        start,
        accepted,
        broken: Arc::default(),
        response_headers: Arc::default(),
        problems: Vec::new(),
    };
    Ok(Exchange::new(Arc::clone(api), principal, incoming))
}

/// Calls the handler and turns its outcome into a response.
async fn answer<A: Service, P>(
    api: &A,
    handler: Handler<A, P>,
    exchange: Exchange<A, P>,
) -> Response {
    let Shared {
        parts,
        headers,
        broken,
    } = exchange.shared();
    let mut response = match handler(exchange).await {
        Outcome::Reply(reply) => respond(reply).unwrap_or_else(|error| api.fail(error, &parts)),
        // What is wrong with the request goes before what its handler made of it.
        Outcome::Failed(error) => match broken.get() {
            Some(rejection) => api.reject(rejection, &parts),
            None => api.fail(error, &parts),
        },
        Outcome::Rejected(rejection) => api.reject(&rejection, &parts),
    };
    add_headers(&mut response, &headers);
    response
}

fn add_headers(response: &mut Response, headers: &Mutex<HeaderMap>) {
    let mut headers = headers.lock().unwrap_or_else(PoisonError::into_inner);
    if !headers.is_empty() {
        response.headers_mut().extend(headers.drain());
    }
}

fn denial(denied: Denied, operation: &'static Operation) -> Rejection {
    let (kind, detail) = match denied {
        Denied::Unauthenticated(detail) => (RejectionKind::Unauthenticated, detail),
        Denied::Forbidden(detail) => (RejectionKind::Forbidden, detail),
    };
    Rejection::new(kind, detail, Some(operation))
}

/// The body of a request.
enum Received {
    /// The operation takes none.
    None,
    /// It is there.
    Whole(Bytes),
    /// Its beginning is there, and the handler reads the rest.
    Start(Bytes, ByteStream),
    /// The handler reads it.
    Stream(ByteStream),
}

/// Which of the accepted media types a request has.
fn accepted(operation: &Operation, parts: &Parts) -> Option<usize> {
    let content_type = text_of(&parts.headers, CONTENT_TYPE);
    let patterns = operation.accepts.iter().map(|one| one.media_type);
    media_type::best(patterns, content_type)
}

/// The body, where the operation has one: its media type and its size are checked.
async fn receive(
    operation: &'static Operation,
    accepted: Option<usize>,
    parts: &Parts,
    body: Body,
    (limit, form_memory): (usize, usize),
) -> Result<Received, Rejection> {
    let Some(first) = operation.accepts.first() else {
        return Ok(Received::None);
    };
    let rejection = |kind, detail: String| Rejection::new(kind, detail, Some(operation));
    let wanted = || {
        let wanted: Vec<&str> = operation.accepts.iter().map(|one| one.media_type).collect();
        wanted.join(" or ")
    };
    let content_type = text_of(&parts.headers, CONTENT_TYPE);
    let accepted = accepted.and_then(|index| operation.accepts.get(index));
    if accepted.is_none() && !content_type.is_empty() {
        let detail = format!(
            "the body has the media type {content_type:?}, not {}",
            wanted()
        );
        return Err(rejection(RejectionKind::UnsupportedMediaType, detail));
    }
    let received = match accepted.unwrap_or(first).reading {
        Reading::Stream if body.is_end_stream() => {
            return Ok(Received::Stream(ByteStream::default()));
        }
        Reading::Stream => Received::Stream(stream(parts, body)),
        Reading::Start => {
            let mut body = stream(parts, body);
            match body.start(limit.min(form_memory)).await {
                Ok((bytes, true)) => Received::Whole(bytes),
                Ok((bytes, false)) if bytes.len() < limit => Received::Start(bytes, body),
                Ok(_) => return Err(too_large(operation, limit)),
                Err(error) => return Err(rejection(RejectionKind::Malformed, error.to_string())),
            }
        }
        Reading::Whole => Received::Whole(whole(operation, body, limit).await?),
    };
    match &received {
        Received::Whole(bytes) if bytes.is_empty() => Ok(received),
        _ if accepted.is_some() => Ok(received),
        _ => {
            let detail = format!("the body has no media type; {} is wanted", wanted());
            Err(rejection(RejectionKind::UnsupportedMediaType, detail))
        }
    }
}

/// A body that is read as it comes.
fn stream(parts: &Parts, body: Body) -> ByteStream {
    ByteStream::new(body.into_data_stream()).described(&parts.headers)
}

/// A body in memory.
async fn whole(
    operation: &'static Operation,
    body: Body,
    limit: usize,
) -> Result<Bytes, Rejection> {
    let mut request = Request::new(body);
    DefaultBodyLimit::max(limit).apply(&mut request);
    Bytes::from_request(request, &()).await.map_err(|error| {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return too_large(operation, limit);
        }
        Rejection::new(RejectionKind::Malformed, error.body_text(), Some(operation))
    })
}

/// What a future gives, if it does so in time. What is there at once needs no clock.
async fn within<F: Future>(time: Duration, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    match poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await {
        Poll::Ready(output) => Some(output),
        Poll::Pending => timeout(time, future).await.ok(),
    }
}

fn too_slow(operation: &'static Operation, time: Duration) -> Rejection {
    let detail = format!("the body was not there within {time:?}");
    Rejection::new(RejectionKind::TooSlow, detail, Some(operation))
}

fn too_large(operation: &'static Operation, limit: usize) -> Rejection {
    let detail = format!("the body is larger than {limit} bytes");
    Rejection::new(RejectionKind::TooLarge, detail, Some(operation))
}

fn respond(reply: Reply) -> Result<Response, super::encode::BoxError> {
    let body = match reply.body.as_bytes() {
        Some(bytes) => Body::from(bytes.clone()),
        None => Body::from_stream(reply.body),
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status)?;
    *response.headers_mut() = reply.headers;
    if let Some(content_type) = reply.content_type {
        response
            .headers_mut()
            .insert(CONTENT_TYPE, HeaderValue::from_str(&content_type)?);
    }
    Ok(response)
}

/// The answer to HEAD: all but the body of the answer to GET, with the length that the body would have.
fn without_body(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    if let Some(length) = body.size_hint().exact() {
        parts.headers.entry(CONTENT_LENGTH).or_insert(length.into());
    }
    Response::from_parts(parts, Body::empty())
}

impl<A, P> Shape<A, P> {
    /// The operation that a request is for, and the values of its path's holes, still encoded.
    fn find(&self, parts: &Parts) -> Result<(&Route<A, P>, Holes), Rejection> {
        let path = parts.uri.path();
        let method = parts.method.as_str();
        let of_method = |method: &str| {
            let routes = self.routes.iter();
            let mut routes = routes.filter(|route| route.operation.method == method);
            routes.find_map(|route| Some((route, route.template.split(path)?)))
        };
        // A GET answers HEAD, unless there is an operation of its own.
        let get = || (method == "HEAD").then(|| of_method("GET")).flatten();
        of_method(method)
            .or_else(get)
            .ok_or_else(|| self.not_found(path, method))
    }

    /// The answer to a request that no operation is for.
    fn not_found(&self, path: &str, method: &str) -> Rejection {
        let routes = self.routes.iter();
        let fitting = routes.filter(|route| route.template.split(path).is_some());
        let mut allow = allowed(fitting.map(|route| route.operation.method));
        if allow.is_empty() {
            return Rejection::not_found();
        }
        if !allow.iter().any(|method| method == "OPTIONS") {
            allow.push("OPTIONS".to_owned());
        }
        allow.sort();
        let detail = format!("this path takes {}, not {method}", allow.join(", "));
        Rejection::new(RejectionKind::MethodNotAllowed { allow }, detail, None)
    }
}

fn allowed(methods: impl Iterator<Item = &'static str>) -> Vec<String> {
    let mut allow: Vec<String> = Vec::new();
    for method in methods {
        let head = if method == "GET" { Some("HEAD") } else { None };
        for method in [Some(method), head].into_iter().flatten() {
            if !allow.iter().any(|other| other == method) {
                allow.push(method.to_owned());
            }
        }
    }
    allow
}
