//! Sending again what failed and may be sent again.

use ::http::header::{DATE, RETRY_AFTER};
use ::http::request::Parts;
use ::http::{HeaderMap, Method, Request, Response, StatusCode};
use ::std::collections::hash_map::RandomState;
use ::std::hash::{BuildHasher, Hasher};
use ::std::sync::atomic::{AtomicU32, Ordering};
use ::std::time::{Duration, SystemTime};

use super::byte_stream::ByteStream;
use super::transport::{BoxFuture, Transport, TransportError, TransportErrorKind};

/// The statuses after which a request may do better: those of overload and of what stands between (RFC 9110, section 15).
const PASSING: [StatusCode; 6] = [
    StatusCode::REQUEST_TIMEOUT,
    StatusCode::TOO_MANY_REQUESTS,
    StatusCode::INTERNAL_SERVER_ERROR,
    StatusCode::BAD_GATEWAY,
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::GATEWAY_TIMEOUT,
];

/// What a retry costs of the budget, where a success gives back 1.
const COST: u32 = 10;

/// When and how often a request is sent again.
///
/// Sent again is what cannot do harm twice: requests with a method that is idempotent (RFC 9110, section 9.2.2) or with an
/// `Idempotency-Key`, and those that no connection was made for. A body that is a stream is sent once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How often a request is sent at most, the first time included.
    pub attempts: u32,
    /// How long to wait before the second time; twice as long before each later one. A part of it is left to chance, so
    /// that clients which failed together do not come back together.
    pub wait: Duration,
    /// How long to wait at most. Where the server wants more (`Retry-After`), its answer stands.
    pub longest_wait: Duration,
    /// How many retries a client has in hand for a server that only fails; ten successes give one back.
    pub budget: u32,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            attempts: 3,
            wait: Duration::from_millis(250),
            longest_wait: Duration::from_secs(20),
            budget: 20,
        }
    }
}

/// A transport that sends again.
pub struct Retrying {
    inner: Box<dyn Transport>,
    retry: Retry,
    /// What is left of the budget.
    left: AtomicU32,
}

impl Retrying {
    /// Sends by another transport.
    pub fn new(inner: Box<dyn Transport>, retry: Retry) -> Self {
        Self {
            inner,
            retry,
            left: AtomicU32::new(retry.budget.saturating_mul(COST)),
        }
    }

    /// How long to wait until the next attempt, if there is to be one.
    fn next(
        &self,
        attempt: u32,
        request: &Parts,
        result: &Result<Response<ByteStream>, TransportError>,
    ) -> Option<Duration> {
        let wanted = match result {
            Ok(response) if !PASSING.contains(&response.status()) => {
                self.give_back();
                return None;
            }
            Ok(response) => is_repeatable(request).then(|| retry_after(response.headers()))?,
            Err(error) if error.kind() == TransportErrorKind::Connect => None,
            Err(_) => is_repeatable(request).then_some(None)?,
        };
        let wanted = wanted.unwrap_or_default();
        let is_left = attempt < self.retry.attempts && wanted <= self.retry.longest_wait;
        (is_left && self.take()).then(|| wanted.max(self.pause(attempt)))
    }

    /// Twice as long with each attempt, between half of that and all of it.
    fn pause(&self, attempt: u32) -> Duration {
        let factor = 2_u32.saturating_pow(attempt.saturating_sub(1));
        let longest = self
            .retry
            .wait
            .saturating_mul(factor)
            .min(self.retry.longest_wait);
        let chance = RandomState::new().build_hasher().finish() % 1024;
        longest / 2 + (longest / 2048).saturating_mul(u32::try_from(chance).unwrap_or_default())
    }

    fn take(&self) -> bool {
        let less = |left: u32| left.checked_sub(COST);
        let order = Ordering::Relaxed;
        self.left.fetch_update(order, order, less).is_ok()
    }

    fn give_back(&self) {
        let most = self.retry.budget.saturating_mul(COST);
        let more = |left: u32| Some(left.saturating_add(1).min(most));
        let order = Ordering::Relaxed;
        // It always can be given back.
        let _ = self.left.fetch_update(order, order, more);
    }
}

impl Transport for Retrying {
    fn send(
        &self,
        request: Request<ByteStream>,
    ) -> BoxFuture<'_, Result<Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let Some(bytes) = body.as_bytes().cloned() else {
                return self.inner.send(Request::from_parts(parts, body)).await;
            };
            let mut attempt = 1;
            loop {
                let request = Request::from_parts(parts.clone(), bytes.clone().into());
                let result = self.inner.send(request).await;
                let Some(pause) = self.next(attempt, &parts, &result) else {
                    return result;
                };
                drop(result);
                sleep(pause).await;
                attempt += 1;
            }
        })
    }
}

fn is_repeatable(request: &Parts) -> bool {
    let once = [&Method::POST, &Method::PATCH, &Method::CONNECT];
    !once.contains(&&request.method) || request.headers.contains_key("idempotency-key")
}

/// How long the server wants to be left alone, as seconds or as a date (RFC 9110, section 10.2.3).
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let then = ::httpdate::parse_http_date(text).ok()?;
    // By the server's clock, if it tells the time.
    let date = headers.get(DATE).and_then(|date| date.to_str().ok());
    let now = date.and_then(|date| ::httpdate::parse_http_date(date).ok());
    let now = now.or_else(own_clock)?;
    Some(then.duration_since(now).unwrap_or_default())
}

#[cfg(not(target_arch = "wasm32"))]
fn own_clock() -> Option<SystemTime> {
    Some(SystemTime::now())
}

#[cfg(not(target_arch = "wasm32"))]
async fn sleep(pause: Duration) {
    ::tokio::time::sleep(pause).await;
}

/// A browser has a clock, but none that Rust knows.
#[cfg(target_arch = "wasm32")]
fn own_clock() -> Option<SystemTime> {
    None
}

/// The same holds for its timers: it is sent again at once.
#[cfg(target_arch = "wasm32")]
async fn sleep(_: Duration) {}
