//! Servers that break the rules, as a generated client sees them.

use std::fmt::Debug;
use std::time::Duration;

use specwright_tests::fixtures::v3_2::every_kind_of_exchange as api;
use tokio::runtime::Handle;
use tokio::time::timeout;

use api::client::{Client, Error};
use api::models::Note;
use api::runtime::item_stream::ItemStream;
use api::runtime::stream_error::StreamError;

use super::wire::{PATIENCE, Step, bytes, faulty, text, until};

/// A client that does not wait long.
async fn client(steps: Vec<Step>) -> Client {
    let client = Client::builder(faulty(steps).await).timeout(Duration::from_millis(500));
    client.build().unwrap()
}

/// The result of a call, in a word or two.
fn told<T, E: Debug>(result: &Result<T, Error<E>>) -> String {
    match result {
        Ok(_) => "ok".to_owned(),
        Err(Error::Api(error)) => format!("declared {}", error.status().as_u16()),
        Err(Error::Unexpected(answer)) => format!("undeclared {}", answer.status.as_u16()),
        Err(Error::Decode(_)) => "not decoded".to_owned(),
        Err(Error::Transport(failure)) => failure.cause.to_string(),
        Err(Error::Request(failure)) => failure.cause.to_string(),
    }
}

/// A whole answer.
fn answer(status: &str, fields: &str, body: impl AsRef<[u8]>) -> Vec<Step> {
    let body = body.as_ref();
    let head = format!(
        "HTTP/1.1 {status}\n{fields}content-length: {}\n\n",
        body.len()
    );
    vec![text(head), bytes(body)]
}

const JSON: &str = "content-type: application/json\n";
const HTML: &str = "content-type: text/html\n";
const HEAD: &str =
    "HTTP/1.1 201 Created\ncontent-type: application/json\ncontent-length: 100000\n\n";
const CHUNKED: &str =
    "HTTP/1.1 201 Created\ncontent-type: application/json\ntransfer-encoding: chunked\n\n";

/// What servers do, and what a call says of it.
fn cases() -> Vec<(&'static str, Vec<Step>, &'static str)> {
    let deep = format!(r#"{{"text":"a","more":{}"#, "[".repeat(100_000));
    let good = r#"{"text":"a"}"#;
    vec![
        ("nothing", vec![], "sending failed"),
        (
            "no HTTP",
            vec![text("SSH-2.0-OpenSSH_9.6\n")],
            "sending failed",
        ),
        (
            "half a head",
            vec![text("HTTP/1.1 201 Crea")],
            "sending failed",
        ),
        (
            "half a body",
            vec![text(HEAD), text(r#"{"te"#)],
            "sending failed",
        ),
        (
            "half a chunk",
            vec![text(CHUNKED), text("20\n{")],
            "sending failed",
        ),
        (
            "no chunk",
            vec![text(CHUNKED), text("zz\n{")],
            "sending failed",
        ),
        (
            "two lengths",
            answer("201 Created", "content-length: 3\n", good),
            "sending failed",
        ),
        (
            "a circle",
            answer("302 Found", "location: /notes\n", ""),
            "sending failed",
        ),
        ("silence", vec![Step::Silence], "timed out"),
        (
            "half a head and silence",
            vec![text("HTTP/1.1 201 Cre"), Step::Silence],
            "timed out",
        ),
        (
            "a head and silence",
            vec![text(HEAD), Step::Silence],
            "timed out",
        ),
        (
            "a slow body",
            vec![text(HEAD), Step::Trickle(b" ")],
            "timed out",
        ),
        (
            "another status",
            answer("204 No Content", "", ""),
            "undeclared 204",
        ),
        (
            "a large page",
            answer("502 Bad Gateway", HTML, vec![b'x'; 10_000_000]),
            "undeclared 502",
        ),
        (
            "another media type",
            answer("201 Created", HTML, "<html>"),
            "not decoded",
        ),
        (
            "a page for an error",
            answer("409 Conflict", HTML, "<html>"),
            "not decoded",
        ),
        ("no body", answer("201 Created", JSON, ""), "not decoded"),
        (
            "half a JSON",
            answer("201 Created", JSON, r#"{"text":"a"#),
            "not decoded",
        ),
        (
            "another JSON",
            answer("201 Created", JSON, r#"{"text":1}"#),
            "not decoded",
        ),
        (
            "no UTF-8",
            answer("201 Created", JSON, b"{\"text\":\"\xff\"}"),
            "not decoded",
        ),
        (
            "a deep JSON",
            answer("201 Created", JSON, deep),
            "not decoded",
        ),
        (
            "fields twice",
            answer("201 Created", &JSON.repeat(2), good),
            "ok",
        ),
        (
            "an error",
            answer("409 Conflict", JSON, r#"{"with":"a"}"#),
            "declared 409",
        ),
        ("a good answer", answer("201 Created", JSON, good), "ok"),
    ]
}

#[tokio::test]
async fn every_answer_is_a_typed_result_and_nothing_is_left_behind() {
    let cases = cases();
    // Each server goes on waiting for connections.
    let servers = cases.len();
    for (name, steps, expected) in cases {
        let client = client(steps).await;
        let call = client.add_note("t", &Note::new("a".to_owned()));
        let result = timeout(PATIENCE, call.into_future()).await;
        let result = result.unwrap_or_else(|_| panic!("{name} hangs"));
        assert_eq!(told(&result), expected, "{name}: {result:?}");
        if let Err(error) = result {
            let size = error.answer().map_or(0, |answer| answer.body.len());
            assert!(size <= 1 << 20 && error.to_string().len() < 4096, "{name}");
        }
    }
    until(|| Handle::current().metrics().num_alive_tasks() == servers).await;
}

/// What comes of a stream, each item in a word.
async fn seen<T>(mut items: ItemStream<T>, show: fn(T) -> String) -> Vec<String> {
    let mut seen = Vec::new();
    while let Some(item) = timeout(PATIENCE, items.next()).await.unwrap() {
        seen.push(match item {
            Ok(item) => show(item),
            Err(StreamError::Broken(_)) => "broken".to_owned(),
            Err(StreamError::Item { .. }) => "unreadable".to_owned(),
            Err(error) => error.to_string(),
        });
    }
    seen
}

#[tokio::test]
async fn a_stream_that_breaks_gives_what_came_before_and_an_error() {
    let head = "HTTP/1.1 200 OK\ncontent-type: text/event-stream\n";
    let chunked = format!("{head}transfer-encoding: chunked\n\n");
    let event = "data: {\"text\":\"a\"}\n\n";
    let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
    let cases = [
        // Without a length, the end of the connection is that of the body; half an event is none.
        (
            vec![
                text(format!("{head}\n")),
                bytes(event),
                bytes("data: {\"te"),
            ],
            vec!["a"],
        ),
        (
            vec![text(&chunked), bytes(chunk(event)), bytes("5\r\nda")],
            vec!["a", "broken"],
        ),
        (
            vec![
                text(&chunked),
                bytes(chunk("data: {}\n\n")),
                bytes(chunk(event)),
                text("0\n\n"),
            ],
            vec!["unreadable", "a"],
        ),
        (
            vec![
                text(&chunked),
                bytes(chunk("data: \"\u{fffd}\n\n")),
                bytes(chunk("data: {\"text\":\"\n\n")),
                text("0\n\n"),
            ],
            vec!["unreadable", "unreadable"],
        ),
        // Events are UTF-8.
        (
            vec![
                text(&chunked),
                bytes(b"e\r\ndata: \"\xff\xff\xff\xff\"\n\n\r\n".as_slice()),
                text("0\n\n"),
            ],
            vec!["broken"],
        ),
    ];
    for (steps, expected) in cases {
        let events = client(steps).await.watch().await.unwrap();
        assert_eq!(seen(events, |note| note.text).await, expected);
    }
}

#[tokio::test]
async fn half_a_download_is_an_error_after_its_first_half() {
    let head = "HTTP/1.1 200 OK\ncontent-type: application/octet-stream\ncontent-length: 10\n\n";
    let mut file = client(vec![text(head), bytes("1234")])
        .await
        .download()
        .await
        .unwrap();
    assert_eq!(file.next().await.unwrap().unwrap(), "1234");
    assert!(matches!(
        file.next().await,
        Some(Err(StreamError::Broken(_)))
    ));
    assert!(file.next().await.is_none());
    // A call's own timeout holds to the end of its stream.
    let slow = client(vec![text(head), Step::Trickle(b""), Step::Silence]).await;
    let file = slow
        .download()
        .timeout(Duration::from_millis(300))
        .await
        .unwrap();
    let error = timeout(PATIENCE, file.bytes()).await.unwrap().unwrap_err();
    assert!(matches!(error, StreamError::Broken(_)), "{error}");
}

#[tokio::test]
async fn nobody_at_the_other_end_is_told_as_such() {
    // The port was free a moment ago.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = Client::builder(format!("http://{address}"))
        .build()
        .unwrap();
    assert_eq!(told(&client.download().await), "no connection");
}
