//! The transport that clients use unless told otherwise: reqwest.

use ::http::{Request, Response};
use ::std::future::Future;

use super::byte_stream::ByteStream;
use super::reqwest_body::{receive, send};
use super::transport::{
    BoxFuture, HeadTimeout, Timeout, Transport, TransportError, TransportErrorKind,
};

/// Sends with a `reqwest::Client`. What reqwest is configured for comes with it: proxies, client certificates (mutual
/// TLS), connection limits.
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
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        Box::pin(self.carry(request))
    }
}

impl ReqwestTransport {
    async fn carry(
        &self,
        request: Request<ByteStream>,
    ) -> Result<Response<ByteStream>, TransportError> {
        let timeout = request.extensions().get::<Timeout>().copied();
        let head = request.extensions().get::<HeadTimeout>().copied();
        let (parts, body) = request.into_parts();
        let request = Request::from_parts(parts, send(body).await?);
        let mut request = ::reqwest::Request::try_from(request).map_err(failure)?;
        if let Some(Timeout(duration)) = timeout {
            *request.timeout_mut() = Some(duration);
        }
        let response = within(head, self.client.execute(request)).await?;
        receive(response.map_err(failure)?).await
    }
}

/// Waits for a response until it is too late.
#[cfg(not(target_arch = "wasm32"))]
async fn within<T>(
    limit: Option<HeadTimeout>,
    response: impl Future<Output = T>,
) -> Result<T, TransportError> {
    match limit {
        Some(HeadTimeout(duration)) => ::tokio::time::timeout(duration, response)
            .await
            .map_err(|elapsed| TransportError::new(TransportErrorKind::Timeout, elapsed)),
        None => Ok(response.await),
    }
}

/// A browser has a limit of its own.
#[cfg(target_arch = "wasm32")]
async fn within<T>(
    _: Option<HeadTimeout>,
    response: impl Future<Output = T>,
) -> Result<T, TransportError> {
    Ok(response.await)
}

/// The URL is left out: it may hold credentials.
pub fn failure(error: ::reqwest::Error) -> TransportError {
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
