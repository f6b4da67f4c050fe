//! Streams between the sample client and the sample server, and what both do when they go wrong.

use std::task::Poll;
use std::time::Duration;

use ::axum::body::Body;
use ::bytes::Bytes;
use ::http::Response;

use super::app::App;
use super::client::served;
use super::sample::errors::Feed;
use super::sample::models::UserRequest;
use super::sample::server::router;
use super::support::{client, send};
use crate::runtime::byte_stream::ByteStream;
use crate::runtime::client::Client;
use crate::runtime::client_error::Error;
use crate::runtime::item_stream::ItemStream;
use crate::runtime::stream_error::StreamError;
use crate::runtime::transport::from_fn;

fn user(name: &str) -> UserRequest {
    UserRequest {
        name: name.to_owned(),
        age: None,
    }
}

/// A body of equal chunks that is never whole.
fn chunks(count: usize) -> ByteStream {
    let chunk = Bytes::from_static(&[b'x'; 1000]);
    ByteStream::new(ItemStream::from_iter(vec![chunk; count]))
}

#[tokio::test]
async fn streams_cross_the_wire_in_both_directions() {
    let over_tcp = Client::builder(served(router(App::default())).await);
    for client in [client(), over_tcp.build().unwrap()] {
        let users: Vec<_> = (1..500).map(|index| user(&format!("ü{index}"))).collect();
        let mut received = client.items_echo(users.clone()).await.unwrap();
        assert_eq!(received.next().await.unwrap().unwrap(), users[0]);
        assert_eq!(received.all().await.unwrap(), users[1..]);
        let received = client.raw_update(chunks(9)).send().await.unwrap();
        assert_eq!(received.headers["content-type"], "application/octet-stream");
        assert_eq!(received.body.bytes().await.unwrap().len(), 9000);
    }
}

#[tokio::test]
async fn the_media_type_says_whether_a_response_is_a_stream() {
    let client = client();
    let Feed::OkEventStream(items) = client.feed_retrieve("events").await.unwrap() else {
        panic!("no events");
    };
    assert_eq!(items.all().await.unwrap().len(), 2);
    let Feed::OkBytes(bytes) = client.feed_retrieve("bytes").await.unwrap() else {
        panic!("no bytes");
    };
    assert_eq!(bytes.bytes().await.unwrap(), "bytes");
    let one = client.feed_retrieve("one").await.unwrap();
    assert!(matches!(one, Feed::Whole(detail) if detail.detail == "one"));
    let answer = from_fn(|request| {
        assert_eq!(
            request.headers()["accept"],
            "application/json, text/event-stream, application/octet-stream"
        );
        Ok(Response::new(Bytes::from_static(b"{\"detail\":\"\"}")))
    });
    let client = Client::builder("http://test").transport(answer).build();
    client.unwrap().feed_retrieve("one").await.unwrap();
}

#[tokio::test]
async fn a_stream_is_limited_as_any_body() {
    let head = "PUT /raw\ncontent-type: application/octet-stream\nx-whole: 1";
    let answer = send(head, Body::from_stream(chunks(10))).await;
    assert_eq!(answer.status, 200);
    let answer = send(head, Body::from_stream(chunks(11))).await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    // A handler that has answered already can only break off.
    let error = client().raw_update(chunks(11)).await.unwrap();
    assert!(error.bytes().await.is_err());
}

#[tokio::test]
async fn what_is_wrong_with_a_stream_answers_the_request() {
    let head = "POST /items\ncontent-type: application/jsonl\nx-whole: 1";
    let answer = send(head, "{\"name\":\"a\"}\n{\"name\":\"\"}\n").await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json()["errors"][0]["pointer"], "/name");
    assert_eq!(answer.json()["detail"], "item 1 of the body is not valid");
    let half = ItemStream::polled({
        let mut parts = vec![Err(StreamError::broken("gone")), Ok(Bytes::from("{\"na"))];
        move |_| Poll::Ready(parts.pop())
    });
    let answer = send(head, Body::from_stream(half)).await;
    assert_eq!(answer.status, 400);
    let answer = send("POST /items\ncontent-type: text/plain", "{}").await;
    assert_eq!(answer.status, 415);
    assert_eq!(send("POST /items", "{}").await.status, 415);
    let answer = send("POST /items\ncontent-type: application/jsonl", "").await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, ""));
}

/// A server that sends a chunk now and then.
fn slow() -> ::axum::Router {
    ::axum::Router::new().fallback(async || {
        let mut left = 4;
        let mut sleep = None;
        let chunks = ItemStream::polled(move |context| {
            let pause = Duration::from_millis(60);
            let sleep = sleep.get_or_insert_with(|| Box::pin(tokio::time::sleep(pause)));
            if sleep.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            sleep.as_mut().reset(tokio::time::Instant::now() + pause);
            left -= 1;
            Poll::Ready((left > 0).then_some(Ok(Bytes::from("data: {\"name\":\"a\"}\n\n"))))
        });
        Response::builder()
            .header("content-type", "text/event-stream")
            .body(Body::from_stream(chunks))
            .unwrap()
    })
}

#[tokio::test]
async fn the_usual_timeout_ends_with_the_head_of_a_stream() {
    let base = served(slow()).await;
    let client = Client::builder(base).timeout(Duration::from_millis(100));
    let client = client.build().unwrap();
    let items = client.items_echo(vec![]).await.unwrap();
    assert_eq!(items.all().await.unwrap().len(), 3);
    let own = client
        .items_echo(vec![])
        .timeout(Duration::from_millis(100));
    let error = own.await.unwrap().all().await.unwrap_err();
    assert!(matches!(error, StreamError::Broken(_)), "{error}");
    let silent =
        ::axum::Router::new().fallback(async || tokio::time::sleep(Duration::from_secs(20)).await);
    let client = Client::builder(served(silent).await).timeout(Duration::from_millis(50));
    let error = client
        .build()
        .unwrap()
        .items_echo(vec![])
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error}");
}

#[tokio::test]
async fn of_an_error_only_the_beginning_is_taken_in() {
    let huge = ::axum::Router::new().fallback(async || {
        let chunk = Bytes::from_static(&[b'x'; 1 << 16]);
        let endless = ItemStream::polled(move |_| Poll::Ready(Some(Ok(chunk.clone()))));
        (::http::StatusCode::BAD_GATEWAY, Body::from_stream(endless))
    });
    let client = Client::builder(served(huge).await).build().unwrap();
    let error = client.users_retrieve(1).await.unwrap_err();
    assert_eq!(error.answer().unwrap().body.len(), 1 << 20);
}
