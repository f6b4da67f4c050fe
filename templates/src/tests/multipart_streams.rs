//! Forms whose files come as they do, from both ends.

use ::axum::body::Body;
use ::bytes::Bytes;
use ::std::pin::Pin;
use ::std::task::{Context, Poll};

use super::sample::models::Album;
use super::support::{client, send};
use crate::runtime::byte_stream::ByteStream;

/// Chunks of bytes that are not there yet.
struct Chunks(Vec<Bytes>);

impl ::futures_core::Stream for Chunks {
    type Item = Result<Bytes, String>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop().map(Ok))
    }
}

fn streamed(count: usize, chunk: &'static [u8]) -> ByteStream {
    ByteStream::new(Chunks(vec![Bytes::from_static(chunk); count]))
}

fn album() -> Album {
    Album {
        title: "a".to_owned(),
        cover: None,
        pictures: vec![ByteStream::from("ab").with_file_name("x")],
        note: Some("n".to_owned()),
    }
}

#[tokio::test]
async fn a_small_form_is_there_at_once() {
    let said = client().albums_create(album()).await.unwrap();
    assert_eq!(said, "a Some(\"n\"), x image/png 2 195 true");
    let streamed = Album {
        pictures: vec![streamed(2, b"ab"), streamed(1, b"").with_file_name("empty")],
        ..album()
    };
    let said = client().albums_create(streamed).await.unwrap();
    let files = "pictures image/png 4 390 true, empty image/png 0 0 true";
    assert_eq!(said, format!("a Some(\"n\"), {files}"));
}

#[tokio::test]
async fn the_last_file_of_a_large_form_comes_as_it_does() {
    for chunk in [&b"\r\n--\r"[..], b"0123456789", b"\r", b"\r\n"] {
        let count = 4_000 / chunk.len();
        let sum: usize = chunk.iter().map(|byte| usize::from(*byte)).sum::<usize>() * count;
        let album = Album {
            cover: Some(ByteStream::from("c").with_content_type("image/gif")),
            pictures: vec![streamed(count, chunk).with_file_name("large")],
            ..album()
        };
        let said = client().albums_create(album).await.unwrap();
        let large = format!("large image/png {} {sum} false", count * chunk.len());
        assert_eq!(
            said,
            format!("a Some(\"n\"), cover image/gif 1 99 true, {large}")
        );
    }
}

#[tokio::test]
async fn only_the_last_file_may_be_large() {
    let album = Album {
        pictures: vec![streamed(400, b"0123456789"), "b".into()],
        ..album()
    };
    let error = client().albums_create(album).await.unwrap_err().to_string();
    assert!(
        error.contains("400") && error.contains("a part follows a file"),
        "{error}"
    );
}

#[tokio::test]
async fn a_large_form_has_the_limit_of_all_bodies() {
    let album = Album {
        pictures: vec![streamed(2_000, b"0123456789")],
        ..album()
    };
    let error = client().albums_create(album).await.unwrap_err().to_string();
    assert!(error.contains("413"), "{error}");
}

#[tokio::test]
async fn fields_come_before_a_large_file() {
    let head = "POST /albums\ncontent-type: multipart/form-data; boundary=b";
    let part = |name: &str, content: &str| {
        format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{content}\r\n")
    };
    let large = "x".repeat(2_000);
    let chunked = |body: String| {
        let chunks = body.as_bytes().chunks(100).map(Bytes::copy_from_slice);
        Body::from_stream(Chunks(chunks.rev().collect()))
    };
    let body = format!("{}{}--b--", part("pictures", &large), part("title", "a"));
    let answer = send(head, chunked(body)).await;
    assert_eq!(answer.json()["errors"][0]["pointer"], "/title");
    let body = format!("{}{}--b--", part("title", &large), part("pictures", "a"));
    assert_eq!(send(head, chunked(body)).await.status, 413);
    // Without an end, and small ones in any order.
    let body = format!("{}{}", part("title", "a"), part("pictures", &large));
    assert_eq!(send(head, body).await.status, 400);
    let body = format!("{}{}--b--", part("pictures", "a"), part("title", "a"));
    assert_eq!(send(head, body).await.status, 200);
}
