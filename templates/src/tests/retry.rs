//! Sending again: what, when, and how often.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ::bytes::Bytes;
use ::http::{Request, Response};

use super::sample::models::UserRequest;
use crate::runtime::byte_stream::ByteStream;
use crate::runtime::client::Client;
use crate::runtime::item_stream::ItemStream;
use crate::runtime::retry::Retry;
use crate::runtime::transport::{TransportError, TransportErrorKind, from_fn};

const QUICK: Retry = Retry {
    attempts: 3,
    wait: Duration::from_millis(1),
    longest_wait: Duration::from_millis(1500),
    budget: 20,
};

/// A client whose requests fail a number of times in one way, and the count of its requests.
fn failing(
    retry: Retry,
    times: usize,
    fail: impl Fn() -> Result<Response<Bytes>, TransportError> + Send + Sync + 'static,
) -> (Client, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    let answer = move |_: Request<Bytes>| {
        if seen.fetch_add(1, Ordering::SeqCst) < times {
            return fail();
        }
        Ok(Response::new(Bytes::from_static(
            br#"{"id":1,"name":"Ann"}"#,
        )))
    };
    let builder = Client::builder("http://test").transport(from_fn(answer));
    (builder.retry(retry).build().unwrap(), count)
}

fn status(status: u16) -> Result<Response<Bytes>, TransportError> {
    let response = Response::builder().status(status);
    Ok(response.body(Bytes::new()).unwrap())
}

fn lost(kind: TransportErrorKind) -> Result<Response<Bytes>, TransportError> {
    Err(TransportError::new(kind, "lost"))
}

#[tokio::test]
async fn what_does_no_harm_twice_is_sent_again() {
    let user = UserRequest {
        name: "Ann".to_owned(),
        age: None,
    };
    for code in [408, 429, 500, 502, 503, 504] {
        let (client, count) = failing(QUICK, 2, move || status(code));
        client.users_retrieve(1).await.unwrap();
        assert_eq!(count.load(Ordering::SeqCst), 3, "{code}");
        let (client, count) = failing(QUICK, 2, move || status(code));
        assert!(client.users_create(&user).await.is_err());
        assert_eq!(count.load(Ordering::SeqCst), 1, "{code}");
        let (client, count) = failing(QUICK, 2, move || status(code));
        let call = client.users_create(&user).idempotency_key("k");
        // What is answered in the end is no 201.
        assert!(call.await.unwrap_err().to_string().contains("200 OK"));
        assert_eq!(count.load(Ordering::SeqCst), 3, "{code}");
    }
    for code in [400, 401, 404, 409, 501] {
        let (client, count) = failing(QUICK, 2, move || status(code));
        assert!(client.users_retrieve(1).await.is_err());
        assert_eq!(count.load(Ordering::SeqCst), 1, "{code}");
    }
    for (kind, read, written) in [
        (TransportErrorKind::Connect, 3, 3),
        (TransportErrorKind::Timeout, 3, 1),
        (TransportErrorKind::Other, 3, 1),
    ] {
        let (client, count) = failing(QUICK, 9, move || lost(kind));
        assert!(client.users_retrieve(1).await.is_err());
        assert_eq!(count.swap(0, Ordering::SeqCst), read, "{kind:?}");
        assert!(client.users_create(&user).await.is_err());
        assert_eq!(count.load(Ordering::SeqCst), written, "{kind:?}");
    }
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let (client, count) = failing(QUICK, 9, || status(503));
    let chunks = ItemStream::from_iter([Bytes::from("a")]);
    assert!(client.raw_update(ByteStream::new(chunks)).await.is_err());
    assert_eq!(count.swap(0, Ordering::SeqCst), 1);
    assert!(client.raw_update("all there").await.is_err());
    assert_eq!(count.load(Ordering::SeqCst), 3);
}

/// A `503` that says when to come back.
fn busy(after: &'static str) -> Result<Response<Bytes>, TransportError> {
    let response = Response::builder()
        .status(503)
        .header("date", "Wed, 21 Oct 2015 07:28:00 GMT")
        .header("retry-after", after);
    Ok(response.body(Bytes::new()).unwrap())
}

#[tokio::test]
async fn the_server_says_when_to_come_back() {
    for after in ["1", "Wed, 21 Oct 2015 07:28:01 GMT"] {
        let (client, count) = failing(QUICK, 1, move || busy(after));
        let begin = Instant::now();
        client.users_retrieve(1).await.unwrap();
        assert!(begin.elapsed() >= Duration::from_secs(1), "{after}");
        assert_eq!(count.load(Ordering::SeqCst), 2);
    }
    for after in ["2", "Wed, 21 Oct 2015 07:29:00 GMT"] {
        let (client, count) = failing(QUICK, 1, move || busy(after));
        assert!(client.users_retrieve(1).await.is_err());
        assert_eq!(count.load(Ordering::SeqCst), 1, "{after} is too long");
    }
    for after in ["soon", "0", "Wed, 21 Oct 2015 07:27:00 GMT"] {
        let (client, count) = failing(QUICK, 1, move || busy(after));
        client.users_retrieve(1).await.unwrap();
        assert_eq!(count.load(Ordering::SeqCst), 2, "{after}");
    }
}

#[tokio::test]
async fn a_server_that_only_fails_is_spared() {
    let budget = Retry { budget: 3, ..QUICK };
    let (client, count) = failing(budget, 1000, || status(503));
    for _ in 0..5 {
        assert!(client.users_retrieve(1).await.is_err());
    }
    assert_eq!(count.load(Ordering::SeqCst), 5 + 3);
    let none = Retry {
        attempts: 1,
        ..QUICK
    };
    let (client, count) = failing(none, 1000, || status(503));
    assert!(client.users_retrieve(1).await.is_err());
    assert_eq!(count.load(Ordering::SeqCst), 1);
}
