//! Request bodies of one of several media types, from both ends.

use super::sample::models::UserRequest;
use super::support::{client, send};
use crate::runtime::byte_stream::ByteStream;

fn ann() -> UserRequest {
    UserRequest {
        name: "Ann".to_owned(),
        age: None,
    }
}

#[tokio::test]
async fn a_value_travels_as_its_media_type() {
    let client = client();
    let text = client.notes_create("hello".to_owned()).await.unwrap();
    assert_eq!(text, r#"text/plain: Text("hello")"#);
    let json = client.notes_create(ann()).await.unwrap();
    assert_eq!(json, format!("application/json: Json({:?})", ann()));
}

#[tokio::test]
async fn bytes_state_which_of_the_media_types_they_have() {
    for (own, sent) in [
        ("application/pdf", "application/pdf"),
        ("image/png", "image/png"),
        ("text/x", "application/octet-stream"),
    ] {
        let bytes = ByteStream::from("b").with_content_type(own);
        let answer = client().notes_create(bytes).await;
        match answer {
            Ok(answer) => assert_eq!(answer, format!("{sent}: b\"b\"")),
            // A range alone says nothing that a server would take.
            Err(error) => assert!(error.to_string().contains("415"), "{error}"),
        }
    }
}

#[tokio::test]
async fn the_media_type_decides_how_a_body_is_read() {
    let post = |media_type: &str| format!("POST /notes\ncontent-type: {media_type}");
    let json = r#"{"name":"Ann"}"#;
    for (media_type, body, expected) in [
        ("application/json; charset=utf-8", json, "Json("),
        ("application/merge-patch+json", json, "Json("),
        ("application/x-www-form-urlencoded", "name=Ann", "Json("),
        ("text/plain", json, "Text("),
        ("image/webp", json, "b\""),
    ] {
        let answer = send(&post(media_type), body).await;
        assert_eq!(answer.status, 200, "{media_type}");
        assert!(answer.text().contains(expected), "{}", answer.text());
    }
    let answer = send(&post("application/xml"), "<a/>").await;
    assert_eq!(answer.status, 415);
    assert!(
        answer.text().contains("application/*+json"),
        "{}",
        answer.text()
    );
    assert_eq!(send("POST /notes", "hello").await.status, 415);
    let answer = send("POST /notes", "").await;
    assert_eq!(answer.json()["errors"][0]["code"], "required");
}

#[tokio::test]
async fn a_choice_may_be_left_out() {
    let client = client();
    assert_eq!(client.notes_update().await.unwrap(), "nothing");
    let sent = client.notes_update().body("a".to_owned()).await.unwrap();
    assert_eq!(sent, r#"text/plain: Text("a")"#);
}
