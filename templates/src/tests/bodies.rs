//! Request bodies of every kind.

use super::sample::models::{Filter, Upload, UserRequest};
use super::support::{client, send};
use crate::runtime::binary::Binary;
use crate::runtime::maybe::Maybe;

fn filter() -> Filter {
    Filter {
        color: Some("ä&= +".to_owned()),
        sizes: Some(vec![1, 2]),
        exact: Some(true),
    }
}

#[tokio::test]
async fn forms_arrive_as_they_were_sent() {
    let client = client();
    assert_eq!(client.forms_create(&filter()).await.unwrap(), filter());
    assert_eq!(
        client
            .forms_create(&Filter {
                color: Some(String::new()),
                ..Filter::default()
            })
            .await
            .unwrap()
            .color
            .as_deref(),
        Some("")
    );
}

#[tokio::test]
async fn forms_of_browsers_are_read() {
    let form = "content-type: application/x-www-form-urlencoded; charset=utf-8";
    let answer = send(
        &format!("POST /forms\n{form}"),
        "color=a+b%26&sizes=3&more=x",
    )
    .await;
    assert_eq!(answer.text(), r#"{"color":"a b&","sizes":[3]}"#);
    let answer = send(&format!("POST /forms\n{form}"), "exact=maybe").await;
    let error = &answer.json()["errors"][0];
    assert_eq!(
        (error["in"].as_str(), error["pointer"].as_str()),
        (Some("body"), Some("/exact"))
    );
}

fn upload() -> Upload {
    let file = |bytes: &'static [u8], name: &str| Binary {
        bytes: bytes.into(),
        file_name: Some(name.to_owned()),
        content_type: Some("text/x".to_owned()),
    };
    Upload {
        file: file(b"\r\n--x\r\n\0\xFF", "a \"b\" ä\r\n.txt"),
        title: Some("a title, ä".to_owned()),
        tags: Some(vec!["one".to_owned(), String::new()]),
        filter: Some(filter()),
        note: Maybe::Value("n".to_owned()),
        more: vec![file(b"", "empty"), file(b"\r\n", "line")],
    }
}

#[tokio::test]
async fn multipart_forms_arrive_as_they_were_sent() {
    let client = client();
    assert_eq!(
        client.uploads_create(&upload()).await.unwrap(),
        format!("{:?}", upload())
    );
    let plain = Upload {
        file: Binary::from("bytes"),
        title: None,
        tags: None,
        filter: None,
        note: Maybe::Absent,
        more: vec![Binary::from("image")],
    };
    let mut arrived = plain.clone();
    arrived.file.file_name = Some("file".to_owned());
    arrived.file.content_type = Some("application/octet-stream".to_owned());
    arrived.more[0].file_name = Some("more".to_owned());
    arrived.more[0].content_type = Some("image/png".to_owned());
    assert_eq!(
        client.uploads_create(&plain).await.unwrap(),
        format!("{arrived:?}")
    );
}

#[tokio::test]
async fn all_problems_of_a_multipart_form_are_named() {
    let head = "POST /uploads\ncontent-type: multipart/form-data; boundary=\"b b\"";
    let part = |name: &str, content: &str| {
        format!("--b b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{content}\r\n")
    };
    let body = format!(
        "preamble\r\n{}{}{}--b b--",
        part("filter", "{}x"),
        part("title", "a"),
        part("title", "b")
    );
    let answer = send(head, body).await;
    let errors = answer.json()["errors"].as_array().unwrap().clone();
    let places: Vec<_> = errors
        .iter()
        .map(|error| {
            (
                error["pointer"].as_str().unwrap(),
                error["code"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            ("/file", "required"),
            ("/title", "repeated"),
            ("/filter", "syntax"),
            ("/more", "required")
        ]
    );
}

#[tokio::test]
async fn a_multipart_form_that_does_not_end_is_malformed() {
    for body in [
        "",
        "--b",
        "--b\r\n",
        "--b\r\nContent-Disposition: form-data; name=a\r\n\r\ntext",
        "no boundary",
    ] {
        let answer = send(
            "POST /uploads\ncontent-type: multipart/form-data; boundary=b",
            body,
        )
        .await;
        assert_eq!(answer.status, 400, "{body}");
    }
    assert_eq!(
        send("POST /uploads\ncontent-type: multipart/form-data", "x")
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn bytes_and_texts_arrive_as_they_were_sent() {
    let client = client();
    let sent = vec![0, 159, 146, 150];
    let received = client.raw_update(sent.clone()).await.unwrap();
    assert_eq!(received.bytes().await.unwrap(), sent);
    let full = client.text_update("a;b\nü").send().await.unwrap();
    assert_eq!(full.body, "<csv>a;b\nü</csv>");
    assert_eq!(full.headers["content-type"], "application/xml");
    assert_eq!(
        send("PUT /text\ncontent-type: text/plain", vec![0xFF])
            .await
            .json()["errors"][0]["code"],
        "encoding"
    );
}

#[tokio::test]
async fn an_optional_body_may_be_left_out() {
    let client = client();
    assert_eq!(
        client.users_partial_update(1).await.unwrap().name,
        "no body"
    );
    let body = UserRequest {
        name: "Ann".to_owned(),
        age: None,
    };
    assert_eq!(
        client
            .users_partial_update(1)
            .body(&body)
            .await
            .unwrap()
            .name,
        "Ann"
    );
}
