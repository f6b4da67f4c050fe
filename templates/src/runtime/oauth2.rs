//! Tokens of OAuth 2.0, by client credentials or a refresh token (RFC 6749, sections 4.4 and 6), also where OpenID Connect says
//! that they are to be had.

use ::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use ::http::{Request, Response, Uri};
use ::serde_json::Value;
use ::std::fmt;
use ::std::time::{Duration, Instant};
use ::tokio::sync::Mutex;

use super::basic::Basic;
use super::byte_stream::ByteStream;
use super::client::ClientBuilder;
use super::credentials::TokenSource;
use super::parameter::push_encoded;
use super::reqwest_transport::ReqwestTransport;
use super::stream_error::BoxError;
use super::transport::{BoxFuture, Timeout, Transport};

/// How long before its end a token is not used any more.
const MARGIN: Duration = Duration::from_secs(30);
/// How long a token that says nothing of its end is used.
const UNSTATED: Duration = Duration::from_secs(300);
/// How long the server of the tokens may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How large its answers may be, in bytes.
const LIMIT: usize = 256 * 1024;

/// A source of access tokens. A token is kept until shortly before its end, and fetched once for all who wait for it.
pub struct OAuth2 {
    transport: Box<dyn Transport>,
    endpoint: Endpoint,
    client: Basic,
    in_body: bool,
    scopes: String,
    refresh: Option<String>,
    token: Mutex<Option<Token>>,
}

/// Where tokens are to be had.
enum Endpoint {
    /// Here.
    Token(String),
    /// Where this document says (OpenID Connect Discovery 1.0).
    Discovery(String),
}

struct Token {
    access: String,
    refresh: Option<String>,
    end: End,
}

/// How long a token is good.
enum End {
    /// Until then.
    At(Instant),
    /// Until it is refused: it lasts for ever, or in a browser, which has no such clock.
    Refusal,
    /// No longer.
    Refused,
}

impl End {
    fn after(lasts: Duration) -> Self {
        if cfg!(target_arch = "wasm32") {
            return Self::Refusal;
        }
        let end = Instant::now().checked_add(lasts);
        end.map_or(Self::Refusal, Self::At)
    }

    fn is_over(&self) -> bool {
        match self {
            Self::At(end) => Instant::now() >= *end,
            Self::Refusal => false,
            Self::Refused => true,
        }
    }
}

impl OAuth2 {
    /// Tokens of the endpoint at a URL, for a client with this id and secret.
    pub fn new(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        let endpoint = Endpoint::Token(token_url.into());
        Self::at(endpoint, client_id.into(), client_secret.into())
    }

    /// Tokens of the endpoint that the OpenID Connect document at a URL names.
    pub fn discovered(
        url: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        let endpoint = Endpoint::Discovery(url.into());
        Self::at(endpoint, client_id.into(), client_secret.into())
    }

    fn at(endpoint: Endpoint, user: String, password: String) -> Self {
        Self {
            transport: Box::new(ReqwestTransport::default()),
            endpoint,
            client: Basic { user, password },
            in_body: false,
            scopes: String::new(),
            refresh: None,
            token: Mutex::default(),
        }
    }

    /// The scopes that are asked for.
    pub fn scopes<'s>(mut self, scopes: impl IntoIterator<Item = &'s str>) -> Self {
        self.scopes = Vec::from_iter(scopes).join(" ");
        self
    }

    /// Stands for the user who gave this refresh token, not for the client itself.
    pub fn refresh_token(mut self, token: impl Into<String>) -> Self {
        self.refresh = Some(token.into());
        self
    }

    /// Sends id and secret in the body, for servers that do not take them in `Authorization`.
    pub fn secret_in_body(mut self) -> Self {
        self.in_body = true;
        self
    }

    /// Sends by another transport.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Box::new(transport);
        self
    }

    async fn fetch(&self, refresh: Option<&str>) -> Result<Token, BoxError> {
        let url = match &self.endpoint {
            Endpoint::Token(url) => url.clone(),
            Endpoint::Discovery(url) => {
                let document = self
                    .ask(Request::get(url).body(ByteStream::default())?)
                    .await?;
                text(&document, "token_endpoint")
                    .ok_or_else(|| format!("{url} names no `token_endpoint`"))?
            }
        };
        let answer = self.ask(self.request(&url, refresh)?).await?;
        let access = text(&answer, "access_token").ok_or("the answer has no `access_token`")?;
        let seconds = answer.get("expires_in").and_then(|seconds| match seconds {
            Value::String(text) => text.parse().ok(),
            other => other.as_u64(),
        });
        let lasts = seconds.map_or(UNSTATED, Duration::from_secs);
        Ok(Token {
            access,
            refresh: text(&answer, "refresh_token"),
            // Even one that ends at once is used once.
            end: End::after(lasts.saturating_sub(MARGIN)),
        })
    }

    fn request(&self, url: &str, refresh: Option<&str>) -> Result<Request<ByteStream>, BoxError> {
        let mut fields = match refresh {
            Some(token) => vec![("grant_type", "refresh_token"), ("refresh_token", token)],
            None => vec![("grant_type", "client_credentials")],
        };
        if !self.scopes.is_empty() {
            fields.push(("scope", &self.scopes));
        }
        let mut request = Request::post(url).header(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        if self.in_body {
            fields.push(("client_id", &self.client.user));
            fields.push(("client_secret", &self.client.password));
        } else {
            // The id may hold a colon: both are form-encoded first (RFC 6749, section 2.3.1).
            let credential = Basic {
                user: encoded(&self.client.user),
                password: encoded(&self.client.password),
            };
            let mut value = HeaderValue::try_from(format!("Basic {}", credential.encode()))?;
            value.set_sensitive(true);
            request = request.header(AUTHORIZATION, value);
        }
        let pairs = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = Vec::from_iter(pairs).join("&");
        Ok(request.body(ByteStream::from(body))?)
    }

    /// Sends a request; its answer is JSON.
    async fn ask(&self, mut request: Request<ByteStream>) -> Result<Value, BoxError> {
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(ACCEPT, json);
        request.extensions_mut().insert(Timeout(PATIENCE));
        let uri: Uri = request.uri().clone();
        let response: Response<ByteStream> = self.transport.send(request).await?;
        let (parts, body) = response.into_parts();
        let bytes = body.bytes_within(LIMIT).await?;
        let answer: Value = ::serde_json::from_slice(&bytes).unwrap_or_default();
        if parts.status.is_success() {
            return Ok(answer);
        }
        let said = text(&answer, "error_description").or_else(|| text(&answer, "error"));
        let said = said.map(|said| format!(": {said}")).unwrap_or_default();
        Err(format!("{uri} answered {}{said}", parts.status).into())
    }
}

impl ClientBuilder {
    /// A URL of the document, which may be meant below the host of the API.
    pub fn absolute(&self, url: &str) -> String {
        let base = &self.settings().base_url;
        if url.contains("://") {
            return url.to_owned();
        }
        let host = base.find("://").and_then(|scheme| {
            let start = scheme + "://".len();
            let length = base.get(start..)?.find('/')?;
            base.get(..start + length)
        });
        let host = host.unwrap_or(base).trim_end_matches('/');
        format!("{host}/{}", url.trim_start_matches('/'))
    }
}

impl TokenSource for OAuth2 {
    fn token(&self) -> BoxFuture<'_, Result<String, BoxError>> {
        Box::pin(async move {
            // Who waits for the lock finds the token that another one has fetched.
            let mut kept = self.token.lock().await;
            if let Some(token) = kept.as_ref().filter(|token| !token.end.is_over()) {
                return Ok(token.access.clone());
            }
            let rotated = kept.as_ref().and_then(|token| token.refresh.clone());
            let refresh = rotated.or_else(|| self.refresh.clone());
            let mut token = self.fetch(refresh.as_deref()).await?;
            // A server need not give a new one with each token.
            token.refresh = token.refresh.or(refresh);
            Ok(kept.insert(token).access.clone())
        })
    }

    fn refused(&self, token: &str) {
        // Where it is locked, another one is being fetched.
        let mut locked = self.token.try_lock().ok();
        let kept = locked.as_mut().and_then(|kept| kept.as_mut());
        if let Some(kept) = kept.filter(|kept| kept.access == token) {
            kept.end = End::Refused;
        }
    }
}

fn text(answer: &Value, name: &str) -> Option<String> {
    answer.get(name)?.as_str().map(str::to_owned)
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    push_encoded(&mut out, text);
    out
}

/// Secrets are not shown.
impl fmt::Debug for OAuth2 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OAuth2")
            .field("client", &self.client.user)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
