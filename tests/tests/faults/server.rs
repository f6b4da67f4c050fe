//! Clients that break the rules, as a generated server sees them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use specwright_tests::fixtures::v3_2::every_kind_of_exchange as api;
use specwright_tests::harness::served;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

use api::errors::Error409;
use api::models::Note;
use api::runtime::byte_stream::ByteStream;
use api::runtime::item_stream::ItemStream;
use api::runtime::responses::Undeclared;
use api::server::{AddNoteParameters, Context, DefaultApi, Outcome, Service, router};

use super::wire::{Step, answer, bytes, text, until};

/// Counts the handlers that have had their request whole. Its own references are those who still hold it.
#[derive(Clone, Default)]
struct App {
    done: Arc<AtomicUsize>,
}

impl App {
    fn count(&self) -> Outcome<(), Undeclared> {
        self.done.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

impl Service for App {
    const BODY_TIME: Duration = Duration::from_millis(200);
}

impl DefaultApi for App {
    async fn add_note(
        &self,
        _: &Context<()>,
        _: AddNoteParameters,
        body: Note,
    ) -> Outcome<Note, Error409> {
        self.done.fetch_add(1, Ordering::Relaxed);
        Ok(body)
    }

    async fn put_text(&self, _: &Context<()>, body: String) -> Outcome<String, Undeclared> {
        self.done.fetch_add(1, Ordering::Relaxed);
        Ok(body)
    }

    async fn download(&self, _: &Context<()>) -> Outcome<ByteStream, Undeclared> {
        let holder = Arc::clone(&self.done);
        Ok(ByteStream::new(ItemStream::polled(move |_| {
            let _ = &holder;
            Poll::Ready(Some(Ok(Bytes::from_static(&[0; 1024]))))
        })))
    }

    async fn upload(&self, _: &Context<()>, body: ByteStream) -> Outcome<(), Undeclared> {
        body.bytes().await?;
        self.count()
    }

    async fn watch(&self, _: &Context<()>) -> Outcome<ItemStream<Note>, Undeclared> {
        let holder = Arc::clone(&self.done);
        Ok(ItemStream::polled(move |_| {
            let _ = &holder;
            Poll::Pending
        }))
    }

    async fn report(&self, _: &Context<()>, body: ItemStream<Note>) -> Outcome<(), Undeclared> {
        body.all().await?;
        self.count()
    }
}

/// The head of a request, with its first line and its fields.
fn head(line: &str, fields: &str) -> Step {
    text(format!(
        "{line} HTTP/1.1\nhost: test\nconnection: close\n{fields}\n"
    ))
}

/// A whole request; the client then waits.
fn request(line: &str, fields: &str, body: impl AsRef<[u8]>) -> Vec<Step> {
    let body = body.as_ref();
    let length = format!("{fields}content-length: {}\n", body.len());
    vec![head(line, &length), bytes(body), Step::Silence]
}

const NOTE: &str = "x-trace: t\ncontent-type: application/json\n";
const GOOD: &str = r#"{"text":"a"}"#;

/// What clients do to an operation with a JSON body, and how they are answered.
fn notes() -> Vec<(&'static str, Vec<Step>, &'static str)> {
    let deep = format!(r#"{{"text":"a","more":{}"#, "[".repeat(100_000));
    let long = format!("{NOTE}content-length: 100000\n");
    let post = |fields: &str, body: &str| request("POST /notes", fields, body);
    vec![
        ("a good request", post(NOTE, GOOD), "201"),
        (
            "half a body",
            vec![head("POST /notes", &long), bytes("{\"te")],
            "400",
        ),
        (
            "half a body and silence",
            vec![head("POST /notes", &long), bytes("{"), Step::Silence],
            "408",
        ),
        (
            "a slow body",
            vec![head("POST /notes", &long), Step::Trickle(b" ")],
            "408",
        ),
        ("a large body", post(NOTE, &" ".repeat(10_000_000)), "413"),
        (
            "another media type",
            post("x-trace: t\ncontent-type: text/html\n", GOOD),
            "415",
        ),
        ("no media type", post("x-trace: t\n", GOOD), "415"),
        ("no body", post(NOTE, ""), "400"),
        ("half a JSON", post(NOTE, "{"), "400"),
        ("another JSON", post(NOTE, "[1]"), "400"),
        ("a deep JSON", post(NOTE, &deep), "400"),
        (
            "no UTF-8",
            request("POST /notes", NOTE, b"{\"text\":\"\xff\"}"),
            "400",
        ),
        (
            "no UTF-8 in a query",
            request("POST /notes?label=%FF", NOTE, GOOD),
            "400",
        ),
        (
            "a query twice",
            request("POST /notes?label=a&label=b", NOTE, GOOD),
            "400",
        ),
        // The lines of a field are one value (RFC 9110, section 5.3).
        (
            "a field twice",
            post(&format!("x-trace: u\n{NOTE}"), GOOD),
            "201",
        ),
        (
            "no UTF-8 in a field",
            vec![
                text("POST /notes HTTP/1.1\nhost: test\nconnection: close\nx-trace: "),
                bytes(b"\xff\r\ncontent-type: application/json\r\ncontent-length: 12\r\n\r\n"),
                bytes(GOOD),
                Step::Silence,
            ],
            "400",
        ),
        (
            "no field",
            post("content-type: application/json\n", GOOD),
            "400",
        ),
        (
            "no UTF-8 in a path",
            request("POST /%FF", NOTE, GOOD),
            "404",
        ),
        (
            "two lengths",
            post(&format!("{NOTE}content-length: 3\n"), GOOD),
            "400",
        ),
        ("no HTTP", vec![text("HELO test\n\n"), Step::Silence], "400"),
    ]
}

/// The same for the other bodies.
fn others() -> Vec<(&'static str, Vec<Step>, &'static str)> {
    const TEXT: &str = "content-type: text/plain\n";
    const FILE: &str = "content-type: application/octet-stream\n";
    const LINES: &str = "content-type: application/jsonl\n";
    let long = |fields: &str| format!("{fields}content-length: 100\n");
    vec![
        ("a text", request("PUT /text", TEXT, "a"), "200"),
        (
            "a text that is none",
            request("PUT /text", TEXT, b"\xff\xfe"),
            "400",
        ),
        (
            "half a text and silence",
            vec![head("PUT /text", &long(TEXT)), Step::Silence],
            "408",
        ),
        ("a file", request("PUT /file", FILE, "a"), "204"),
        (
            "a large file",
            request("PUT /file", FILE, vec![0; 10_000_000]),
            "413",
        ),
        (
            "half a file",
            vec![head("PUT /file", &long(FILE)), bytes("1234")],
            "400",
        ),
        (
            "items",
            request("POST /events", LINES, format!("{GOOD}\n{GOOD}\n")),
            "204",
        ),
        (
            "items one of which is none",
            request("POST /events", LINES, format!("{GOOD}\n[]\n")),
            "400",
        ),
        (
            "half of the items",
            vec![head("POST /events", &long(LINES)), bytes(GOOD)],
            "400",
        ),
    ]
}

#[tokio::test]
async fn every_request_is_answered_and_nothing_is_left_behind() {
    let app = App::default();
    let url = served(router(app.clone())).await.unwrap();
    let address = url.trim_start_matches("http://");
    let holders = Arc::strong_count(&app.done);
    let mut good = 0;
    for (name, steps, expected) in notes().into_iter().chain(others()) {
        let answer = answer(address, &steps).await;
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert_eq!(status, expected, "{name}: {answer}");
        good += usize::from(status.starts_with('2'));
        assert_eq!(app.done.load(Ordering::Relaxed), good, "{name}");
    }
    until(|| Arc::strong_count(&app.done) == holders).await;
}

#[tokio::test]
async fn a_client_that_goes_ends_what_it_was_sent() {
    let app = App::default();
    let url = served(router(app.clone())).await.unwrap();
    let holders = Arc::strong_count(&app.done);
    for path in ["/file", "/events"] {
        let mut connection = TcpStream::connect(url.trim_start_matches("http://"))
            .await
            .unwrap();
        let Step::Write(request) = head(&format!("GET {path}"), "") else {
            panic!("a head is written");
        };
        tokio::io::AsyncWriteExt::write_all(&mut connection, &request)
            .await
            .unwrap();
        assert!(connection.read(&mut [0; 64]).await.unwrap() > 0);
        assert!(Arc::strong_count(&app.done) > holders, "{path}");
        drop(connection);
        until(|| Arc::strong_count(&app.done) == holders).await;
    }
}
