//! Clients and plain requests against the sample server in the same process.

use ::axum::body::Body;
use ::bytes::Bytes;
use ::http::{Request, Response, StatusCode};
use ::serde_json::Value;
use ::tower::ServiceExt as _;

use super::app::App;
use super::sample::server::router;
use crate::runtime::byte_stream::ByteStream;
use crate::runtime::client::{Client, ClientBuilder};
use crate::runtime::transport::{BoxFuture, Transport, TransportError};

/// A transport that hands requests to a router.
pub struct InProcess(pub ::axum::Router);

impl Transport for InProcess {
    fn send(
        &self,
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        let router = self.0.clone();
        Box::pin(async move {
            let response = router
                .oneshot(request.map(Body::from_stream))
                .await
                .unwrap();
            Ok(response.map(|body| ByteStream::new(body.into_data_stream())))
        })
    }
}

/// A builder of clients of the sample server, without credentials.
pub fn anonymous() -> ClientBuilder {
    Client::builder("http://test").transport(InProcess(router(App::default())))
}

/// A client of the sample server.
pub fn client() -> Client {
    anonymous().bearer("good").build().unwrap()
}

/// A response, read.
#[derive(Debug)]
pub struct Plain {
    pub status: StatusCode,
    pub headers: ::http::HeaderMap,
    pub body: Bytes,
}

impl Plain {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    pub fn json(&self) -> Value {
        ::serde_json::from_slice(&self.body).unwrap()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// Sends a request to a router. `head` is `METHOD path`, then header fields, one a line.
pub async fn send_to(router: ::axum::Router, head: &str, body: impl Into<Body>) -> Plain {
    let mut lines = head.lines();
    let (method, path) = lines.next().unwrap().split_once(' ').unwrap();
    let mut request = Request::builder().method(method).uri(path);
    for line in lines {
        let (name, value) = line.trim().split_once(": ").unwrap();
        request = request.header(name, value);
    }
    let response = router
        .oneshot(request.body(body.into()).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    let body = ::axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Plain {
        status: parts.status,
        headers: parts.headers,
        body,
    }
}

/// Sends a request to the sample server.
pub async fn send(head: &str, body: impl Into<Body>) -> Plain {
    send_to(router(App::default()), head, body).await
}
