//! A span for each request, with the names of OpenTelemetry (semantic conventions for HTTP client spans).

use ::http::{Request, Response};
use ::tracing::field::Empty;
use ::tracing::{Instrument, Span, info_span};

use super::byte_stream::ByteStream;
use super::client::ClientBuilder;
use super::transport::{BoxFuture, Route, Transport, TransportError, TransportErrorKind};

/// A transport that records each request. A span ends with the head of the response; the query is not recorded, since it may
/// hold credentials.
pub struct Traced {
    inner: Box<dyn Transport>,
}

impl Traced {
    /// Sends by another transport.
    pub fn new(inner: Box<dyn Transport>) -> Self {
        Self { inner }
    }
}

impl ClientBuilder {
    /// Records a span for each request through the crate `tracing`; with retries, for each attempt.
    pub fn traced(self) -> Self {
        self.layer(|inner| Box::new(Traced::new(inner)))
    }
}

impl Transport for Traced {
    fn send(
        &self,
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        let span = span(&request);
        let response = self.inner.send(request);
        Box::pin(async move {
            let result = response.instrument(span.clone()).await;
            match &result {
                Ok(response) => {
                    let status = response.status();
                    span.record("http.response.status_code", status.as_u16());
                    if status.is_client_error() || status.is_server_error() {
                        span.record("error.type", status.as_str());
                        span.record("otel.status_code", "ERROR");
                    }
                }
                Err(error) => {
                    span.record("error.type", error_type(error.kind()));
                    span.record("otel.status_code", "ERROR");
                }
            }
            result
        })
    }
}

fn span(request: &Request<ByteStream>) -> Span {
    let uri = request.uri();
    let method = request.method().as_str();
    let route = request.extensions().get::<Route>();
    let name = route.map_or_else(
        || method.to_owned(),
        |route| format!("{method} {}", route.0),
    );
    let usual = if uri.scheme_str() == Some("https") {
        443
    } else {
        80
    };
    let span = info_span!(
        "request",
        "otel.kind" = "client",
        "otel.name" = name,
        "http.request.method" = method,
        "server.address" = uri.host(),
        "server.port" = uri.port_u16().unwrap_or(usual),
        "url.scheme" = uri.scheme_str(),
        "url.path" = uri.path(),
        "url.template" = Empty,
        "http.response.status_code" = Empty,
        "error.type" = Empty,
        "otel.status_code" = Empty,
    );
    if let Some(Route(template)) = route {
        span.record("url.template", *template);
    }
    span
}

fn error_type(kind: TransportErrorKind) -> &'static str {
    match kind {
        TransportErrorKind::Connect => "connect",
        TransportErrorKind::Timeout => "timeout",
        TransportErrorKind::Other => "_OTHER",
    }
}
