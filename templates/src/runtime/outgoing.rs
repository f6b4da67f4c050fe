//! A request while it is put together: nothing here depends on the types of an operation.

use ::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderName, HeaderValue};
use ::http::{HeaderMap, Uri};
use ::std::fmt;
use ::std::time::Duration;

use super::byte_stream::ByteStream;
use super::client::Settings;
use super::client_error::RequestError;
use super::credentials::Presented;
use super::media_type;
use super::parameter::{Style, push_fixed};
use super::parameter_value::{Unwritable, Value};
use super::parameter_write::{header, path, push_cookie, push_query};
use super::security::{Requirement, SchemeKind};
use super::transport::{HeadTimeout, Route, Timeout};

/// A request while it is put together.
pub struct Outgoing {
    /// The method.
    pub method: &'static str,
    /// The path so far, without the base URL's.
    pub path: String,
    /// The whole template.
    pub route: &'static str,
    /// What follows of the template, beginning with the fixed part before the next hole.
    template: &'static str,
    /// The whole URL, in the stead of the base URL and the path.
    address: Option<String>,
    query: String,
    cookies: String,
    headers: HeaderMap,
    body: ByteStream,
    security: &'static [Requirement],
    timeout: Option<Duration>,
    /// Whether the client's usual timeout ends with the head of the response.
    takes_its_time: bool,
    /// The first thing that went wrong; comes out when the request is sent.
    problem: Option<RequestError>,
}

impl Outgoing {
    /// A request with nothing but its method and its path.
    pub fn new(method: &'static str, template: &'static str) -> Self {
        let (template, query) = template.split_once('?').unwrap_or((template, ""));
        Self {
            method,
            path: String::new(),
            route: template,
            template,
            address: None,
            query: query.to_owned(),
            cookies: String::new(),
            headers: HeaderMap::new(),
            body: ByteStream::default(),
            security: &[],
            timeout: None,
            takes_its_time: false,
            problem: None,
        }
    }

    /// Notes what went wrong, unless something else did before.
    pub fn fail(&mut self, message: String) {
        self.problem.get_or_insert(RequestError(message));
    }

    /// Fills the next hole of the path.
    pub fn fill(&mut self, value: Result<Value, Unwritable>, style: Style, explode: bool) {
        let hole = self
            .template
            .split_once('{')
            .and_then(|(fixed, rest)| Some((fixed, rest.split_once('}')?)));
        let Some((fixed, (name, rest))) = hole else {
            return self.fail("the path has fewer holes than values".to_owned());
        };
        push_fixed(&mut self.path, fixed);
        self.template = rest;
        match value.map(|value| path(name, value, style, explode)) {
            Ok(Some(text)) => self.path.push_str(&text),
            Ok(None) => self.fail(format!("the path parameter `{name}` must not be empty")),
            Err(error) => self.fail(format!("the path parameter `{name}`: {error}")),
        }
    }

    /// Adds a query parameter.
    pub fn query(
        &mut self,
        name: &str,
        value: Result<Value, Unwritable>,
        style: Style,
        explode: bool,
        reserved: bool,
    ) {
        match value {
            Ok(value) => push_query(&mut self.query, name, value, style, explode, reserved),
            Err(error) => self.fail(format!("the query parameter `{name}`: {error}")),
        }
    }

    /// Adds a header parameter.
    pub fn header_parameter(
        &mut self,
        name: &str,
        value: Result<Value, Unwritable>,
        explode: bool,
    ) {
        match value.map(|value| header(value, explode)) {
            Ok(Some(text)) => self.header(name, &text),
            Ok(None) => {}
            Err(error) => self.fail(format!("the header parameter `{name}`: {error}")),
        }
    }

    /// Adds a cookie.
    pub fn cookie(&mut self, name: &str, value: Result<Value, Unwritable>, explode: bool) {
        match value {
            Ok(value) => push_cookie(&mut self.cookies, name, value, explode),
            Err(error) => self.fail(format!("the cookie `{name}`: {error}")),
        }
    }

    /// Sets a header field.
    pub fn header(&mut self, name: &str, value: &str) {
        match HeaderName::try_from(name) {
            Ok(name) => self.field(name, value),
            Err(_) => self.fail(format!("the header field `{name}` has an invalid name")),
        }
    }

    /// Sets a header field with a valid name.
    fn field(&mut self, name: HeaderName, value: &str) {
        match HeaderValue::try_from(value) {
            Ok(value) => drop(self.headers.insert(name, value)),
            Err(_) => self.fail(format!("the header field `{name}` has an invalid value")),
        }
    }

    /// The same request without its body, to be sent once more.
    pub fn again(&self) -> Self {
        Self {
            method: self.method,
            path: self.path.clone(),
            route: self.route,
            template: self.template,
            address: self.address.clone(),
            query: self.query.clone(),
            cookies: self.cookies.clone(),
            headers: self.headers.clone(),
            body: ByteStream::default(),
            security: self.security,
            timeout: self.timeout,
            takes_its_time: self.takes_its_time,
            problem: self.problem.clone(),
        }
    }

    /// The same request, to be sent once more; `None` where its body is a stream.
    pub fn copy(&self) -> Option<Self> {
        let body = self.body.as_bytes()?.clone().into();
        Some(Self {
            body,
            ..self.again()
        })
    }

    /// The value of a query parameter, still encoded.
    pub fn asked(&self, name: &str) -> Option<&str> {
        let start = pair(name, String::new());
        let mut pairs = self.query.split('&');
        pairs.find_map(|pair| pair.strip_prefix(&*start))
    }

    /// Sets a query parameter to another value.
    pub fn ask(&mut self, name: &str, value: String) {
        let start = pair(name, String::new());
        let pairs = self.query.split('&');
        let others = pairs.filter(|pair| !pair.is_empty() && !pair.starts_with(&start));
        let pairs: Vec<String> = others
            .map(str::to_owned)
            .chain([pair(name, value)])
            .collect();
        self.query = pairs.join("&");
    }

    /// Sets the whole query.
    pub fn ask_all(&mut self, query: String) {
        self.query = query;
    }

    /// Sets the body and its media type.
    pub fn body(&mut self, content_type: &str, body: Result<impl Into<ByteStream>, String>) {
        self.field(CONTENT_TYPE, content_type);
        match body {
            Ok(body) => self.body = body.into(),
            Err(error) => self.fail(format!("the body: {error}")),
        }
    }

    /// Sets the body, as it comes. Its media type is its own where that is one of those that are taken, written as in an
    /// `Accept` field, or else the first of these.
    pub fn stream(&mut self, taken: &str, body: ByteStream) {
        let own = body.content_type.as_deref();
        let own = own.filter(|own| media_type::best(taken.split(", "), own).is_some());
        let first = taken.split(", ").next().unwrap_or_default();
        let content_type = match own {
            Some(own) => own,
            None if first.contains('*') => "application/octet-stream",
            None => first,
        };
        self.field(CONTENT_TYPE, content_type);
        self.body = body;
    }

    /// Sets the alternatives of schemes of which one is to be satisfied.
    pub fn secured(&mut self, alternatives: &'static [Requirement]) {
        self.security = alternatives;
    }

    /// The alternatives of schemes of which one is to be satisfied.
    pub fn security(&self) -> &'static [Requirement] {
        self.security
    }

    /// Sets how long the request may take.
    pub fn timeout(&mut self, duration: Duration) {
        self.timeout = Some(duration);
    }

    /// Sends it to this URL, wherever the client's base URL leads.
    pub fn address(&mut self, url: &str) {
        self.address = Some(url.to_owned());
    }

    /// Lets the body of the response take its time, unless this request has a timeout of its own.
    pub fn take_time(&mut self) {
        self.takes_its_time = true;
    }

    /// The request to the path under the client's base URL, with the client's headers and credentials.
    ///
    /// # Errors
    ///
    /// What went wrong while the request was put together.
    pub fn finish(
        &mut self,
        settings: &Settings,
        credentials: &[Presented<'_>],
    ) -> Result<::http::Request<ByteStream>, RequestError> {
        self.end_path();
        self.add_credentials(credentials);
        let uri = self.uri(&settings.base_url);
        if !self.cookies.is_empty() {
            let cookies = ::std::mem::take(&mut self.cookies);
            self.field(COOKIE, &cookies);
        }
        if let Some(problem) = self.problem.take() {
            return Err(problem);
        }
        let invalid = |error: &dyn ::std::error::Error| {
            RequestError(format!("the request is not valid: {error}"))
        };
        let mut request = ::http::Request::new(::std::mem::take(&mut self.body));
        *request.method_mut() = self.method.parse().map_err(|error| invalid(&error))?;
        *request.uri_mut() = uri.parse::<Uri>().map_err(|error| invalid(&error))?;
        *request.headers_mut() = self.all_headers(&settings.headers);
        request.extensions_mut().insert(Route(self.route));
        match (self.timeout, settings.timeout) {
            (Some(own), _) => drop(request.extensions_mut().insert(Timeout(own))),
            (None, Some(usual)) if self.takes_its_time => {
                request.extensions_mut().insert(HeadTimeout(usual));
            }
            (None, Some(usual)) => drop(request.extensions_mut().insert(Timeout(usual))),
            (None, None) => {}
        }
        Ok(request)
    }

    /// The request's header fields, and those of the client that it does not set itself.
    fn all_headers(&mut self, usual: &HeaderMap) -> HeaderMap {
        let mut headers = ::std::mem::take(&mut self.headers);
        for (name, value) in usual {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        let json = || HeaderValue::from_static("application/json");
        headers.entry(ACCEPT).or_insert_with(json);
        headers
    }

    fn end_path(&mut self) {
        push_fixed(&mut self.path, self.template);
        if self.template.contains('{') {
            self.fail("the path has more holes than values".to_owned());
        }
        // They would be taken out on the way, and the request would go to another path (RFC 3986, section 5.2.4).
        let is_dots = |segment| matches!(segment, "." | "..");
        if self.path.contains('.') && self.path.split('/').any(is_dots) {
            self.fail("a path parameter must not be `.` or `..`".to_owned());
        }
    }

    fn uri(&self, base_url: &str) -> String {
        let path = self.path.strip_prefix('/').unwrap_or(&self.path);
        let address = self.address.clone();
        let mut uri = address.unwrap_or_else(|| [base_url, "/", path].concat());
        if !self.query.is_empty() {
            uri.push(if uri.contains('?') { '&' } else { '?' });
            uri.push_str(&self.query);
        }
        uri
    }

    /// Documents that describe a credential as a parameter, too, do not get it twice.
    fn add_credentials(&mut self, credentials: &[Presented<'_>]) {
        for presented in credentials {
            let credential = &*presented.secret;
            match presented.kind {
                SchemeKind::ApiKeyHeader(name) => self.secret(name, credential),
                SchemeKind::ApiKeyQuery(name) => self.ask(name, credential.to_owned()),
                SchemeKind::ApiKeyCookie(name) => {
                    let start = format!("{name}=");
                    let pairs = self.cookies.split("; ");
                    let others = pairs.filter(|pair| !pair.is_empty() && !pair.starts_with(&start));
                    let own = [start.as_str(), credential].concat();
                    let pairs: Vec<&str> = others.chain([own.as_str()]).collect();
                    self.cookies = pairs.join("; ");
                }
                SchemeKind::MutualTls => {}
                SchemeKind::Bearer | SchemeKind::Basic | SchemeKind::Authorization(_) => {
                    let scheme = presented.kind.authorization().unwrap_or_default();
                    self.secret("authorization", &[scheme, " ", credential].concat());
                }
            }
        }
    }

    /// Sets a header field whose value must not be logged.
    fn secret(&mut self, name: &str, value: &str) {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(true);
                self.headers.insert(name, value);
            }
            _ => self.fail(format!(
                "the credential in the header field `{name}` is not valid"
            )),
        }
    }
}

/// A parameter in a query.
fn pair(name: &str, value: String) -> String {
    let mut pair = String::new();
    push_query(
        &mut pair,
        name,
        Value::Text(value),
        Style::Form,
        true,
        false,
    );
    pair
}

/// Neither query, headers nor body are shown: they may hold secrets.
impl fmt::Debug for Outgoing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}{}", self.method, self.path, self.template)
    }
}
