//! Bodies as they come: bytes, lines, sequences and events, cut at any place and broken in every way.

use std::task::Poll;
use std::time::Duration;

use ::bytes::Bytes;
use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use ::serde_json::{Value, json};

use super::sample::models::Detail;
use crate::runtime::byte_stream::ByteStream;
use crate::runtime::event_source::{self, ServerSentEvent};
use crate::runtime::item_stream::{ITEM_LIMIT, ItemStream};
use crate::runtime::stream_error::StreamError;
use crate::runtime::{
    event_data, event_objects, json_event_objects, json_lines, json_sequence, text_lines,
};

/// A body that comes in chunks of some length, waiting before each.
fn chunked(content: &[u8], length: usize) -> ByteStream {
    let chunks: Vec<Bytes> = content.chunks(length).map(Bytes::copy_from_slice).collect();
    let mut chunks = chunks.into_iter();
    let mut wait = false;
    ByteStream::new(ItemStream::polled(move |context| {
        wait = !wait;
        if wait {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(chunks.next().map(Ok))
    }))
}

/// A body that breaks off.
fn broken(content: &'static str) -> ByteStream {
    let mut parts = vec![Err("gone"), Ok(Bytes::from(content))];
    ByteStream::new(ItemStream::polled(move |_| {
        Poll::Ready(parts.pop().map(|part| part.map_err(StreamError::broken)))
    }))
}

/// Each item, or what is wrong in its stead.
async fn told<T: std::fmt::Debug>(mut items: ItemStream<T>) -> Vec<String> {
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(match item {
            Ok(item) => format!("{item:?}"),
            Err(error) => error.to_string(),
        });
    }
    all
}

fn detail(detail: &str) -> Detail {
    Detail {
        detail: detail.to_owned(),
    }
}

#[tokio::test]
async fn bytes_are_taken_whole_or_within_a_limit() {
    for length in [1, 3, 100] {
        let body = || chunked(b"0123456789", length);
        assert_eq!(body().bytes().await.unwrap(), "0123456789");
        assert_eq!(body().bytes_within(10).await.unwrap(), "0123456789");
        let error = body().bytes_within(9).await.unwrap_err();
        assert!(matches!(error, StreamError::TooLarge { limit: 9 }));
        let (start, ended) = body().start(4).await.unwrap();
        assert!(start.starts_with(b"0123") && !ended);
    }
    assert_eq!(ByteStream::default().bytes().await.unwrap(), "");
    let mut body = broken("half");
    assert_eq!(body.next().await.unwrap().unwrap(), "half");
    let error = body.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the body broke off: gone");
    assert!(body.next().await.is_none());
}

/// Whatever is written is read again, wherever it is cut.
async fn round_trip<T>(
    read: fn(ByteStream) -> ItemStream<T>,
    write: fn(ItemStream<T>) -> ByteStream,
    items: Vec<T>,
    wire: &str,
) where
    T: Clone + PartialEq + std::fmt::Debug + Send + 'static,
{
    let written = write(items.clone().into()).bytes().await.unwrap();
    assert_eq!(written, wire);
    for length in 1..=written.len() {
        let again = read(chunked(&written, length)).all().await.unwrap();
        assert_eq!(again, items, "in chunks of {length}");
    }
}

#[tokio::test]
async fn items_survive_the_wire() {
    let details = vec![detail("ä\n\u{1E}"), detail("")];
    round_trip(
        json_lines::read,
        json_lines::write,
        details.clone(),
        "{\"detail\":\"ä\\n\\u001e\"}\n{\"detail\":\"\"}\n",
    )
    .await;
    round_trip(
        json_sequence::read,
        json_sequence::write,
        details.clone(),
        "\u{1E}{\"detail\":\"ä\\n\\u001e\"}\n\u{1E}{\"detail\":\"\"}\n",
    )
    .await;
    round_trip(
        event_data::read,
        event_data::write,
        details,
        "data: {\"detail\":\"ä\\n\\u001e\"}\n\ndata: {\"detail\":\"\"}\n\n",
    )
    .await;
    round_trip(
        text_lines::read,
        text_lines::write,
        vec!["a".to_owned(), String::new(), "ü ".to_owned()],
        "a\n\nü \n",
    )
    .await;
    let event = ServerSentEvent {
        event: Some("said".to_owned()),
        data: "one\n\ntwo".to_owned(),
        id: Some("7".to_owned()),
        retry: Some(10),
    };
    round_trip(
        event_source::read,
        event_source::write,
        vec![event, ServerSentEvent::new("")],
        "event: said\ndata: one\ndata: \ndata: two\nid: 7\nretry: 10\n\ndata: \n\n",
    )
    .await;
}

#[tokio::test]
async fn lines_are_read_as_peers_write_them() {
    let lines = b"\r\n{\"detail\":\"a\"}\r\n\n  \n{\"detail\":\"b\"}";
    let details: Vec<Detail> = json_lines::read(chunked(lines, 4)).all().await.unwrap();
    assert_eq!(details, [detail("a"), detail("b")]);
    let lines = text_lines::read(chunked(b"a\r\n\r\nb", 2))
        .all()
        .await
        .unwrap();
    assert_eq!(lines, ["a", "", "b"]);
    let records = b"\x1E{\"detail\":\n\"a\"}\n\x1E\x1E{\"detail\":\"b\"}\n\x1E{\"deta";
    let records = told(json_sequence::read::<Detail>(chunked(records, 9))).await;
    assert_eq!(
        records[..2],
        ["Detail { detail: \"a\" }", "Detail { detail: \"b\" }"]
    );
    assert!(
        records[2].starts_with("item 2 cannot be read"),
        "{records:?}"
    );
}

#[tokio::test]
async fn an_item_is_there_before_the_next_one_begins() {
    for (read, first) in [
        (
            json_lines::read as fn(ByteStream) -> ItemStream<Value>,
            "1\n",
        ),
        (json_sequence::read, "\u{1E}1\n"),
        (event_data::read, "data: 1\n\n"),
    ] {
        let mut parts = vec![Bytes::from(first)];
        let body = ByteStream::new(ItemStream::polled(move |_| match parts.pop() {
            Some(part) => Poll::Ready(Some(Ok(part))),
            None => Poll::Pending,
        }));
        assert_eq!(read(body).next().await.unwrap().unwrap(), json!(1));
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let lines = b"{\"detail\":1}\n{\"detail\":\"a\"}\n\"\xFF\"\n{";
    let items = told(json_lines::read::<Detail>(chunked(lines, 5))).await;
    assert_eq!(
        items[..2],
        [
            "item 0 cannot be read: body /detail: invalid type: integer `1`, expected a string",
            "Detail { detail: \"a\" }"
        ]
    );
    assert!(items[2].starts_with("item 2 cannot be read"), "{items:?}");
    assert!(items[3].starts_with("item 3 cannot be read"), "{items:?}");
    assert_eq!(items.len(), 4);
    let items = told(text_lines::read(chunked(b"\xFF\na", 9))).await;
    assert!(items[0].contains("not UTF-8") && items[1] == "\"a\"");
    // Where an event ends cannot be told any more.
    let items = told(event_source::read(chunked(
        b"data: a\n\ndata: \xFF\n\ndata: b\n\n",
        9,
    )))
    .await;
    assert!(items.len() == 2 && items[1].contains("utf8"), "{items:?}");
}

#[tokio::test]
async fn a_stream_that_breaks_off_ends_with_an_error() {
    let items = told(json_lines::read::<Value>(broken("1\n2"))).await;
    assert_eq!(items.len(), 2);
    assert!(items[1].contains("broke off"), "{items:?}");
    let items = told(event_data::read::<Value>(broken("data: 1\n\ndata: 2\n"))).await;
    assert_eq!(items.len(), 2);
    assert!(items[1].contains("gone"), "{items:?}");
    // What is sent breaks off, too.
    let items = ItemStream::new(ItemStream::polled({
        let mut parts = vec![Err(StreamError::broken("gone")), Ok(1)];
        move |_| Poll::Ready(parts.pop())
    }));
    let mut body = json_lines::write(items);
    assert_eq!(body.next().await.unwrap().unwrap(), "1\n");
    assert!(body.next().await.unwrap().is_err() && body.next().await.is_none());
}

#[tokio::test]
async fn an_item_that_never_ends_is_given_up() {
    for read in [
        json_lines::read as fn(ByteStream) -> ItemStream<Value>,
        json_sequence::read,
        event_data::read,
    ] {
        let endless = ByteStream::new(ItemStream::polled(|_| {
            Poll::Ready(Some(Ok(Bytes::from_static(&[b'x'; 1 << 20]))))
        }));
        let mut items = read(endless);
        let error = items.next().await.unwrap().unwrap_err();
        assert!(matches!(error, StreamError::TooLarge { limit: ITEM_LIMIT }));
        assert!(items.next().await.is_none());
    }
}

#[tokio::test]
async fn events_are_objects_of_their_parts() {
    async fn read<T: DeserializeOwned + Serialize + Send + 'static>(
        read: fn(ByteStream) -> ItemStream<T>,
        wire: &'static str,
    ) -> Vec<Value> {
        let items = read(chunked(wire.as_bytes(), 3)).all().await.unwrap();
        items
            .iter()
            .map(|item| serde_json::to_value(item).unwrap())
            .collect()
    }
    let wire = "\u{FEFF}: hello\n\nevent: a\ndata: {\"x\":1}\nid: 7\nretry: 5\n\ndata: plain\n\nevent: none\n\n";
    assert_eq!(
        read::<Value>(event_objects::read, wire).await,
        [
            json!({"event": "a", "data": "{\"x\":1}", "id": "7", "retry": 5}),
            json!({"data": "plain"})
        ]
    );
    assert_eq!(
        read::<Value>(json_event_objects::read, wire).await,
        [
            json!({"event": "a", "data": {"x": 1}, "id": "7", "retry": 5}),
            json!({"data": "plain"})
        ]
    );
    assert_eq!(
        read::<Value>(event_data::read, "data: 1\n\ndata: [DONE]\n\n").await,
        [json!(1)]
    );
    let items = vec![
        json!({"event": "a", "data": {"x": 1}, "retry": 5}),
        json!({"data": "b"}),
    ];
    let written = json_event_objects::write(items.into())
        .bytes()
        .await
        .unwrap();
    assert_eq!(
        written,
        "event: a\ndata: {\"x\":1}\nretry: 5\n\ndata: b\n\n"
    );
    let invalid = ServerSentEvent {
        id: Some("a\nb".to_owned()),
        ..ServerSentEvent::default()
    };
    let mut body = event_source::write(vec![invalid].into());
    assert!(body.next().await.unwrap().is_err());
}

#[tokio::test(start_paused = true)]
async fn a_quiet_stream_of_events_says_that_it_is_there() {
    let sleep = |seconds| Box::pin(tokio::time::sleep(Duration::from_secs(seconds)));
    let mut sleeping = sleep(40);
    let mut left = vec![2, 1];
    let mut body = event_data::write(ItemStream::polled(move |context| {
        if sleeping.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        sleeping = sleep(10);
        Poll::Ready(left.pop().map(Ok))
    }));
    let mut chunks = Vec::new();
    while let Some(chunk) = body.next().await {
        chunks.push(chunk.unwrap());
    }
    assert_eq!(chunks, [":\n\n", ":\n\n", "data: 1\n\n", "data: 2\n\n"]);
}
