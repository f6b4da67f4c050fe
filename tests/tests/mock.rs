//! The double of the server: what a generated client gets from it, and what it tells of the client.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use specwright_tests::fixtures::v3_2::double_of_the_server as api;

use api::client::Error;
use api::errors::{DefaultError, Error409};
use api::mock::Mock;
use api::models::Pet;
use api::responses::FindPetResponse;
use api::runtime::item_stream::ItemStream;
use api::runtime::transport::{TransportError, TransportErrorKind};

fn pet(name: &str) -> Pet {
    Pet::new(name.to_owned())
}

#[tokio::test]
async fn it_answers_as_the_document_shows_it() {
    let mock = Mock::new();
    let client = mock.client().build().unwrap();
    assert_eq!(
        client.list_pets().await.unwrap(),
        [pet("Rex"), pet("Bella")]
    );
    let added = client.add_pet(&pet("Max")).await.unwrap();
    assert_eq!(added.age, Some(7));
    client.remove_pet("Max").await.unwrap();
    let found = client.find_pet("Max").await.unwrap();
    assert!(matches!(found, FindPetResponse::OkJson(one) if !one.name.is_empty()));
    let events = client.watch().await.unwrap().all().await.unwrap();
    assert_eq!(events.len(), 3);
    assert_eq!(client.answer().await.unwrap().answers.len(), 1);
    let picture = client.picture().await.unwrap();
    assert_eq!(picture.content_type.as_deref(), Some("image/png"));
    assert_eq!(picture.bytes().await.unwrap(), "bytes");
}

#[tokio::test]
async fn it_answers_as_it_is_told_once_for_each_time() {
    let mock = Mock::new();
    let client = mock.client().build().unwrap();
    let answers = mock.answers();
    answers.list_pets().with(vec![]).with(vec![pet("Tom")]);
    assert_eq!(client.list_pets().await.unwrap(), []);
    assert_eq!(client.list_pets().await.unwrap(), [pet("Tom")]);
    assert_eq!(client.list_pets().await.unwrap().len(), 2);

    answers.add_pet().error(Error409::Conflict(pet("Rex")));
    match client.add_pet(&pet("Rex")).await {
        Err(Error::Api(error)) => assert_eq!(error.into_kind(), Error409::Conflict(pet("Rex"))),
        other => panic!("{other:?}"),
    }
    answers.find_pet().with(FindPetResponse::Accepted);
    assert!(matches!(
        client.find_pet("a").await,
        Ok(FindPetResponse::Accepted)
    ));
    let failed = DefaultError::Default {
        status: 503,
        body: "later".to_owned(),
    };
    answers.find_pet().error(failed);
    assert_eq!(
        client.find_pet("a").await.unwrap_err().status().unwrap(),
        503
    );
    answers.watch().with(ItemStream::new(Each(vec![pet("a")])));
    assert_eq!(
        client.watch().await.unwrap().all().await.unwrap(),
        [pet("a")]
    );
    let failure = TransportError::new(TransportErrorKind::Timeout, "too slow");
    answers.remove_pet().failure(failure);
    assert!(matches!(
        client.remove_pet("a").await,
        Err(Error::Transport(_))
    ));
}

#[tokio::test]
async fn it_tells_what_was_asked() {
    let mock = Mock::new();
    let client = mock.client().build().unwrap();
    client.list_pets().page(2).await.unwrap();
    client
        .add_pet(&pet("Max"))
        .header("x-trace", "1")
        .await
        .unwrap();
    client.remove_pet("M/x").await.unwrap();
    let seen: Vec<String> = mock
        .requests()
        .iter()
        .map(|request| {
            format!(
                "{} {}",
                request.method(),
                request.uri().path_and_query().unwrap()
            )
        })
        .collect();
    assert_eq!(
        seen,
        ["GET /pets?page=2", "POST /pets", "DELETE /pets/M%2Fx"]
    );
    let added = mock.answers().add_pet().requests();
    assert_eq!(added.len(), 1);
    assert_eq!(added[0].headers()["x-trace"], "1");
    assert_eq!(added[0].body(), r#"{"name":"Max"}"#);
    // A clone is the same double; another one has seen nothing.
    assert_eq!(mock.clone().requests().len(), 3);
    assert!(Mock::new().requests().is_empty());
}

/// The items as a stream.
struct Each(Vec<Pet>);

impl futures_core::Stream for Each {
    type Item = Result<Pet, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop().map(Ok))
    }
}
