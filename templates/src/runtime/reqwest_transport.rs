//! The transport that clients use unless told otherwise: reqwest.

use ::bytes::Bytes;
use ::http::{Request, Response};

use super::transport::{BoxFuture, Timeout, Transport, TransportError, TransportErrorKind};

/// Sends with a `reqwest::Client`.
#[derive(Clone, Debug, Default)]
pub struct ReqwestTransport {
    client: ::reqwest::Client,
}

impl From<::reqwest::Client> for ReqwestTransport {
    fn from(client: ::reqwest::Client) -> Self {
        Self { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: Request<Bytes>,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        Box::pin(async move { self.carry(request).await.map_err(failure) })
    }
}

impl ReqwestTransport {
    async fn carry(&self, request: Request<Bytes>) -> Result<Response<Bytes>, ::reqwest::Error> {
        let timeout = request.extensions().get::<Timeout>().copied();
        let mut request = ::reqwest::Request::try_from(request)?;
        if let Some(Timeout(duration)) = timeout {
            *request.timeout_mut() = Some(duration);
        }
        let mut received = self.client.execute(request).await?;
        let status = received.status();
        let headers = ::std::mem::take(received.headers_mut());
        let mut response = Response::new(received.bytes().await?);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

/// The URL is left out: it may hold credentials.
fn failure(error: ::reqwest::Error) -> TransportError {
    let kind = if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        connection(&error)
    };
    TransportError::new(kind, error.without_url())
}

#[cfg(not(target_arch = "wasm32"))]
fn connection(error: &::reqwest::Error) -> TransportErrorKind {
    if error.is_connect() {
        TransportErrorKind::Connect
    } else {
        TransportErrorKind::Other
    }
}

/// A browser does not tell why a request failed.
#[cfg(target_arch = "wasm32")]
fn connection(_: &::reqwest::Error) -> TransportErrorKind {
    TransportErrorKind::Other
}
