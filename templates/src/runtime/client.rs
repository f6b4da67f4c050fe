//! The client: where it sends to, with which credentials, and how.

use ::http::header::{HeaderName, HeaderValue, USER_AGENT};
use ::http::{HeaderMap, Uri};
use ::std::fmt;
use ::std::sync::Arc;
use ::std::time::Duration;

use super::call::Request;
use super::credentials::{Credential, Credentials, TokenSource};
use super::reqwest_transport::ReqwestTransport;
use super::retry::{Retry, Retrying};
use super::security::Scheme;
use super::transport::Transport;

/// A client of the API. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

/// What all clones share.
struct Inner {
    settings: Settings,
    transport: Box<dyn Transport>,
}

/// What a client was built with.
#[derive(Clone)]
pub struct Settings {
    /// Scheme, authority and path prefix, without a slash at the end.
    pub base_url: String,
    /// Sent with every request that does not set them itself.
    pub headers: HeaderMap,
    /// How long a request may take that does not say so itself.
    pub timeout: Option<Duration>,
    /// Who the client is.
    pub credentials: Credentials,
}

impl Client {
    /// A client for the API at `base_url`, for example `https://sso.example.org/api/v3`. The path is kept; whether
    /// it ends in a slash does not matter.
    pub fn builder(base_url: impl Into<String>) -> ClientBuilder {
        ClientBuilder {
            settings: Settings {
                base_url: base_url.into(),
                headers: HeaderMap::new(),
                timeout: None,
                credentials: Credentials::default(),
            },
            transport: None,
            retry: None,
            problem: None,
        }
    }

    /// The URL that the paths are appended to.
    pub fn base_url(&self) -> &str {
        &self.inner.settings.base_url
    }

    /// Starts a request. `template` is a path with a hole `{name}` for each path parameter, filled in their order.
    ///
    /// Operations that the document does not describe can be called in this way, too.
    pub fn request(&self, method: &'static str, template: &'static str) -> Request<'_> {
        Request::new(self, method, template)
    }

    /// What the client was built with.
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// What carries the requests.
    pub fn transport(&self) -> &dyn Transport {
        &*self.inner.transport
    }
}

/// Credentials are not shown.
impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.settings.fmt(formatter)
    }
}

/// Credentials and header values are not shown: a header may hold a secret.
impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("base_url", &self.base_url)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("timeout", &self.timeout)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}

/// Builds a [`Client`].
#[must_use = "a client is made by `build`"]
pub struct ClientBuilder {
    settings: Settings,
    transport: Option<Box<dyn Transport>>,
    retry: Option<Retry>,
    problem: Option<BuildError>,
}

impl ClientBuilder {
    /// The token of every scheme with `Authorization: Bearer …` that has no token of its own.
    pub fn bearer(mut self, token: impl Into<String>) -> Self {
        let token = Credential::Fixed(token.into());
        self.settings.credentials.set_bearer(token);
        self
    }

    /// Where such tokens come from, if they do not last.
    pub fn bearer_source(mut self, source: impl TokenSource + 'static) -> Self {
        let source = Credential::Source(Arc::new(source));
        self.settings.credentials.set_bearer(source);
        self
    }

    /// The credential of one scheme, as it travels: a token, a key, or an encoded user name and password.
    pub fn credential(mut self, scheme: &'static Scheme, credential: impl Into<String>) -> Self {
        let credential = Credential::Fixed(credential.into());
        self.settings.credentials.set(scheme, credential);
        self
    }

    /// Where the credentials of one scheme come from, if they do not last.
    pub fn credential_source(
        mut self,
        scheme: &'static Scheme,
        source: impl TokenSource + 'static,
    ) -> Self {
        let source = Credential::Source(Arc::new(source));
        self.settings.credentials.set(scheme, source);
        self
    }

    /// Puts something around what carries the requests: metrics, a cache, a limit of rates. Set the transport first.
    pub fn layer(mut self, wrap: impl FnOnce(Box<dyn Transport>) -> Box<dyn Transport>) -> Self {
        self.transport = Some(wrap(self.transport.unwrap_or_else(usual)));
        self
    }

    /// Sends again what failed and may be sent again. Each attempt has the time of a whole request.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// What the client will be built with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The `User-Agent` of every request.
    pub fn user_agent(self, name: &str) -> Self {
        self.header(USER_AGENT.as_str(), name)
    }

    /// A header field of every request. A call that sets the same field wins.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => {
                self.settings.headers.insert(name, value);
            }
            _ => {
                self.problem = Some(BuildError(format!(
                    "the header field {name:?} has an invalid name or value"
                )))
            }
        }
        self
    }

    /// How long a request may take, from connecting to the last byte of the response.
    pub fn timeout(mut self, duration: Duration) -> Self {
        self.settings.timeout = Some(duration);
        self
    }

    /// What carries the requests; unless set, reqwest.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// A base URL that is not absolute, or a header field that is not valid.
    pub fn build(self) -> Result<Client, BuildError> {
        let Self {
            mut settings,
            transport,
            retry,
            problem,
        } = self;
        if let Some(problem) = problem {
            return Err(problem);
        }
        settings.base_url = checked(&settings.base_url)?;
        let transport = transport.unwrap_or_else(usual);
        let transport = match retry {
            Some(retry) => Box::new(Retrying::new(transport, retry)),
            None => transport,
        };
        Ok(Client {
            inner: Arc::new(Inner {
                settings,
                transport,
            }),
        })
    }
}

/// Credentials are not shown.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.settings.fmt(formatter)
    }
}

fn usual() -> Box<dyn Transport> {
    Box::new(ReqwestTransport::default())
}

/// The base URL without the slash at its end.
fn checked(base_url: &str) -> Result<String, BuildError> {
    let refuse = |reason: &str| Err(BuildError(format!("the base URL {reason}")));
    let Ok(uri) = base_url.parse::<Uri>() else {
        return refuse("is not a valid URL");
    };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return refuse("must be absolute: scheme, host and path, as in `https://example.org/api`");
    };
    if !matches!(scheme, "http" | "https") {
        return refuse("must begin with `http://` or `https://`");
    }
    if authority.as_str().contains('@') {
        return refuse("must not hold a user name or a password");
    }
    if uri.query().is_some() || base_url.contains('#') {
        return refuse("must not have a query or a fragment");
    }
    Ok(base_url.trim_end_matches('/').to_owned())
}

/// Why a client cannot be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError(String);

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ::std::error::Error for BuildError {}
