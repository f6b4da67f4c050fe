//! Streams that other servers send, read by a generated client over a connection.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use axum::Router;
use specwright_tests::fixtures::v3_0::items_by_schema as runs;
use specwright_tests::harness::served;

#[tokio::test]
async fn what_other_servers_send_is_read() {
    use axum::routing::{get, post};
    use runs::models::{CompleteRequest, Part, RunEvent};
    use runs::responses::CompleteResponse;

    let event_stream = |text: &'static str| ([("content-type", "text/event-stream")], text);
    let router = Router::new()
        .route(
            "/completions",
            post(move || async move {
                event_stream("data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\ndata: [DONE]\n\n")
            }),
        )
        .route(
            "/runs",
            get(move || async move {
                event_stream(
                    "event: added\ndata: {\"text\":\"a\"}\n\nevent: ended\ndata: done\n\nevent: odd\ndata: 1\n\n",
                )
            }),
        )
        .route("/parts", get(|| async { "{\"text\":\"a\"}\n{\"text\":\"b\"}" }));
    let client = runs::client::Client::builder(served(router).await.unwrap());
    let client = client.build().unwrap();
    let request = CompleteRequest { stream: Some(true) };
    let CompleteResponse::OkEventStream(parts) = client.complete(&request).await.unwrap() else {
        panic!("no stream")
    };
    let both = ["a", "b"].map(|text| Part {
        text: text.to_owned(),
    });
    assert_eq!(parts.all().await.unwrap(), both);
    let parts = client.list_parts().await.unwrap();
    assert_eq!(parts.all().await.unwrap(), both);
    let mut events = client.watch_runs().await.unwrap();
    let added = events.next().await.unwrap().unwrap();
    assert!(matches!(added, RunEvent::PartAdded(added) if added.data == both[0]));
    let ended = events.next().await.unwrap().unwrap();
    assert!(matches!(ended, RunEvent::RunEnded(ended) if ended.data.as_deref() == Some("done")));
    let odd = events.next().await.unwrap().unwrap_err().to_string();
    assert!(odd.starts_with("item 2 cannot be read"), "{odd}");
    assert!(events.next().await.is_none());
}
