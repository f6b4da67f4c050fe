//! Which response is decoded as what.

use ::bytes::Bytes;
use ::http::{HeaderMap, HeaderValue, StatusCode};

use super::sample::errors::{AnyError, Document, UserError};
use super::sample::models::{Detail, UserRequest};
use super::support::client;
use crate::runtime::client_error::Error;
use crate::runtime::decode::Received;
use crate::runtime::responses::{Responses as _, decode};

fn received(status: u16, content_type: &str, body: &str) -> Received {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_str(content_type).unwrap());
    Received {
        status: StatusCode::from_u16(status).unwrap(),
        headers,
        body: Bytes::copy_from_slice(body.as_bytes()),
    }
}

fn detail(detail: &str) -> Detail {
    Detail {
        detail: detail.to_owned(),
    }
}

#[test]
fn an_exact_status_goes_before_a_range() {
    let body = r#"{"detail":"x"}"#;
    let read = |status| decode::<UserError>(&received(status, "application/json", body));
    assert_eq!(read(400), Some(Ok(UserError::BadRequest(detail("x")))));
    assert_eq!(read(404), Some(Ok(UserError::NotFound)));
    assert_eq!(
        read(409),
        Some(Ok(UserError::ClientError {
            status: 409,
            body: detail("x")
        }))
    );
    assert_eq!(read(500), None);
}

#[test]
fn the_default_takes_the_rest() {
    let read = decode::<AnyError>(&received(599, "text/plain", "x"));
    assert_eq!(
        read,
        Some(Ok(AnyError::Default {
            status: 599,
            body: "x".to_owned()
        }))
    );
}

#[test]
fn the_media_type_chooses_among_responses_of_one_status() {
    let read = |content_type, body| decode::<Document>(&received(200, content_type, body)).unwrap();
    assert_eq!(
        read("application/json; charset=utf-8", r#"{"detail":"x"}"#),
        Ok(Document::OkJson(detail("x")))
    );
    assert_eq!(
        read("APPLICATION/XML", "<a/>"),
        Ok(Document::OkXml("<a/>".to_owned()))
    );
    // No media type fits: the first response counts, and its decoder says what is wrong.
    assert_eq!(read("text/html", "<html>").unwrap_err()[0].code, "syntax");
}

#[test]
fn replies_carry_status_and_media_type() {
    let reply = |document: Document| {
        let reply = document.encode().unwrap();
        (reply.status, reply.content_type.unwrap_or_default())
    };
    assert_eq!(
        reply(Document::OkJson(detail("x"))),
        (200, "application/json".into())
    );
    assert_eq!(
        reply(Document::OkXml(String::new())),
        (200, "application/xml".into())
    );
    assert_eq!(
        reply(Document::Created(detail("x"))),
        (201, "application/vnd.api+json".into())
    );
    assert_eq!(reply(Document::NoContent), (204, "".into()));
    let error = UserError::ClientError {
        status: 409,
        body: detail("x"),
    }
    .encode()
    .unwrap();
    assert_eq!(
        (error.status, &error.body.as_bytes().unwrap()[..]),
        (409, &br#"{"detail":"x"}"#[..])
    );
    assert_eq!(
        AnyError::Default {
            status: 500,
            body: "x".to_owned()
        }
        .encode()
        .unwrap()
        .status,
        500
    );
}

#[tokio::test]
async fn sets_of_responses_cross_the_wire() {
    let client = client();
    assert_eq!(
        client.documents_retrieve("json").await.unwrap(),
        Document::OkJson(detail("json"))
    );
    assert_eq!(
        client.documents_retrieve("xml").await.unwrap(),
        Document::OkXml("<detail/>".to_owned())
    );
    assert_eq!(
        client.documents_retrieve("created").await.unwrap(),
        Document::Created(detail("created"))
    );
    assert_eq!(
        client.documents_retrieve("none").await.unwrap(),
        Document::NoContent
    );
    match client.documents_retrieve("tea").await {
        Err(Error::Api(error)) => {
            assert_eq!(
                error.into_kind(),
                AnyError::Default {
                    status: 418,
                    body: "tea".to_owned()
                }
            );
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn declared_errors_are_typed() {
    let client = client();
    let created = client
        .users_create(&UserRequest {
            name: "Ann".to_owned(),
            age: Some(7),
        })
        .await
        .unwrap();
    assert_eq!(
        client.users_retrieve(created.id).send().await.unwrap().body,
        created
    );
    client.users_destroy(1).await.unwrap();
    for (id, expected) in [
        (-1, UserError::BadRequest(detail("negative"))),
        (9, UserError::NotFound),
    ] {
        match client.users_retrieve(id).await {
            Err(Error::Api(error)) => assert_eq!(error.into_kind(), expected),
            other => panic!("{other:?}"),
        }
    }
    match client
        .users_create(&UserRequest {
            name: "taken".to_owned(),
            age: None,
        })
        .await
    {
        Err(Error::Api(error)) => assert_eq!(
            (error.status().as_u16(), error.body().as_ref()),
            (409, r#"{"detail":"taken"}"#)
        ),
        other => panic!("{other:?}"),
    }
}
