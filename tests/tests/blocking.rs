//! Code that is not async: calls, pages and streams of a generated client that are waited for, against a generated server.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::sync::mpsc;
use std::thread;

use specwright_tests::fixtures::v3_0::blocking as api;
use specwright_tests::harness::served;

use api::client::{Client, Each, Error, Wait};
use api::errors::Error404;
use api::models::{Missing, Numbers};
use api::runtime::byte_stream::ByteStream;
use api::runtime::responses::Undeclared;
use api::server::{Context, DefaultApi, ListNumbersParameters, Outcome, Service, router};

/// What every chunk of the file is.
const CHUNK: &str = "12345678";

/// A page.
fn numbers(page: u64) -> Numbers {
    Numbers {
        results: vec![i64::try_from(page).unwrap(), 0],
        total_pages: 3,
    }
}

struct App;

impl Service for App {}

impl DefaultApi for App {
    async fn list_numbers(
        &self,
        _: &Context<()>,
        parameters: ListNumbersParameters,
    ) -> Outcome<Numbers, Error404> {
        match parameters.page.unwrap_or(1) {
            page @ 1..=3 => Ok(numbers(page)),
            page => Err(Error404::NotFound(Missing {
                page: i64::try_from(page)?,
            })
            .into()),
        }
    }

    async fn read_file(&self, _: &Context<()>) -> Outcome<ByteStream, Undeclared> {
        Ok(ByteStream::from(CHUNK.repeat(100_000)))
    }
}

/// A client of a server that a thread of its own runs, as long as the test does.
fn client() -> Client {
    let (url, started) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            url.send(served(router(App)).await.unwrap()).unwrap();
            std::future::pending::<()>().await;
        });
    });
    Client::builder(started.recv().unwrap()).build().unwrap()
}

#[test]
fn a_call_is_waited_for() {
    let client = client();
    let page = client.list_numbers().page(2).wait().unwrap();
    assert_eq!(page, numbers(2));
    let full = client.list_numbers().send().wait().unwrap();
    assert_eq!(full.status, 200);
    match client.list_numbers().page(9).wait() {
        Err(Error::Api(error)) => assert_eq!(error.status(), 404),
        other => panic!("{other:?}"),
    }
}

#[test]
fn items_pages_and_chunks_come_one_by_one() {
    let client = client();
    let items: Vec<i64> = Each(client.list_numbers().items())
        .map(Result::unwrap)
        .collect();
    assert_eq!(items, [1, 0, 2, 0, 3, 0]);
    assert_eq!(Each(client.list_numbers().page(2).pages()).count(), 2);
    let file = client.read_file().wait().unwrap();
    let chunks = Each(file).map(|chunk| chunk.unwrap().len());
    assert_eq!(chunks.sum::<usize>(), CHUNK.len() * 100_000);
    let file = client.read_file().wait().unwrap();
    assert_eq!(file.bytes().wait().unwrap().len(), CHUNK.len() * 100_000);
}

#[test]
fn threads_wait_beside_one_another() {
    let client = client();
    thread::scope(|scope| {
        for page in 1..=3 {
            let call = client.list_numbers().page(page);
            scope.spawn(move || assert_eq!(call.wait().unwrap(), numbers(page)));
        }
    });
}

#[tokio::test]
async fn async_code_may_wait_too() {
    let client = client();
    assert_eq!(client.list_numbers().wait().unwrap().total_pages, 3);
    assert_eq!(client.list_numbers().await.unwrap().total_pages, 3);
}
