//! The transport that clients use unless told otherwise: reqwest.

use ::http::uri::{Authority, Scheme};
use ::http::{Request, Response, Uri};
use ::reqwest::Url;
use ::std::future::Future;
use ::std::sync::OnceLock;

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
    /// Where the first request went.
    origin: OnceLock<Origin>,
}

/// The beginning of a URL. To read one is the dearest part of making a request, and nearly all requests of a client go to
/// one place: it is read once.
#[derive(Clone, Debug)]
struct Origin {
    scheme: Scheme,
    authority: Authority,
    /// The URL without path and query.
    url: Url,
}

impl From<::reqwest::Client> for ReqwestTransport {
    fn from(client: ::reqwest::Client) -> Self {
        Self {
            client,
            origin: OnceLock::new(),
        }
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
        let mut request = ::reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(send(body).await?);
        if let Some(Timeout(duration)) = timeout {
            *request.timeout_mut() = Some(duration);
        }
        let response = within(head, self.client.execute(request)).await?;
        receive(response.map_err(failure)?).await
    }

    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        if let Some(url) = self.origin.get().and_then(|origin| origin.url(uri)) {
            return Ok(url);
        }
        let url = Url::parse(&uri.to_string())
            .map_err(|error| TransportError::new(TransportErrorKind::Other, error))?;
        if let Some(origin) = Origin::of(uri, &url) {
            // Another request may have been faster; then its origin is kept.
            let _ = self.origin.set(origin);
        }
        Ok(url)
    }
}

impl Origin {
    /// The origin of a URL, if it does not hold credentials.
    fn of(uri: &Uri, url: &Url) -> Option<Self> {
        let authority = uri.authority()?;
        let mut url = url.clone();
        url.set_path("");
        url.set_query(None);
        (!authority.as_str().contains('@')).then_some(Self {
            scheme: uri.scheme()?.clone(),
            authority: authority.clone(),
            url,
        })
    }

    /// The URL that a URI stands for, if it has this origin.
    fn url(&self, uri: &Uri) -> Option<Url> {
        let is_own = uri.scheme() == Some(&self.scheme) && uri.authority() == Some(&self.authority);
        is_own.then(|| {
            let mut url = self.url.clone();
            url.set_path(uri.path());
            url.set_query(uri.query());
            url
        })
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
