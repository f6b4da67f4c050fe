//! Compressed responses: a generated router takes tower-http's layer, and a client undoes it where reqwest has the feature `gzip`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use specwright_tests::fixtures::v3_2::every_kind_of_exchange as api;
use specwright_tests::harness::served;
use tower_http::compression::CompressionLayer;

use api::client::Client;
use api::errors::Error409;
use api::models::Note;
use api::runtime::byte_stream::ByteStream;
use api::runtime::item_stream::ItemStream;
use api::runtime::responses::Undeclared;
use api::server::{AddNoteParameters, Context, DefaultApi, Outcome, Service, router};

/// Gives back what it gets.
struct App;

impl Service for App {}

impl DefaultApi for App {
    async fn add_note(
        &self,
        _: &Context<()>,
        _: AddNoteParameters,
        body: Note,
    ) -> Outcome<Note, Error409> {
        Ok(body)
    }

    async fn put_text(&self, _: &Context<()>, body: String) -> Outcome<String, Undeclared> {
        Ok(body)
    }

    async fn download(&self, _: &Context<()>) -> Outcome<ByteStream, Undeclared> {
        Ok(ByteStream::from(vec![7; 100_000]))
    }

    async fn upload(&self, _: &Context<()>, _: ByteStream) -> Outcome<(), Undeclared> {
        Ok(())
    }

    async fn watch(&self, _: &Context<()>) -> Outcome<ItemStream<Note>, Undeclared> {
        Err(std::io::Error::other("nothing happens").into())
    }

    async fn report(&self, _: &Context<()>, _: ItemStream<Note>) -> Outcome<(), Undeclared> {
        Ok(())
    }
}

#[tokio::test]
async fn a_compressed_response_is_read_as_what_it_was() {
    let app = router(App).layer(CompressionLayer::new());
    let url = served(app).await.unwrap();
    let plain = reqwest::Client::builder().gzip(false).build().unwrap();
    let answer = plain
        .get(format!("{url}/file"))
        .header("accept-encoding", "gzip");
    let answer = answer.send().await.unwrap();
    assert_eq!(answer.headers()["content-encoding"], "gzip");
    assert!(answer.bytes().await.unwrap().len() < 1000);

    let client = Client::builder(url).build().unwrap();
    let text = "again and ".repeat(1000);
    assert_eq!(client.put_text(&text).await.unwrap(), text);
    let note = Note::new(text);
    assert_eq!(client.add_note("t", &note).await.unwrap(), note);
    let file = client.download().await.unwrap().bytes().await.unwrap();
    assert_eq!(file, vec![7; 100_000]);
}
