//! Bodies on the wire: a generated client calls a generated server, and the handler says what it understood.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use axum::Router;

/// Serves a router on a port of its own.
async fn served(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

mod media_types {
    use super::served;
    use specwright_tests::fixtures::v3_0::body_media_types as api;

    use api::models::{AddNoteRequest, ChangeNoteRequest, Note};
    use api::requests::{AddNoteBody, PutNoteBody};
    use api::runtime::byte_stream::ByteStream;
    use api::runtime::responses::Undeclared;
    use api::server::{Context, DefaultApi, Outcome, Service};

    struct App;

    impl Service for App {}

    impl DefaultApi for App {
        async fn add_note(
            &self,
            _: &Context<()>,
            body: AddNoteBody,
        ) -> Outcome<String, Undeclared> {
            Ok(match body {
                AddNoteBody::Json(note) => format!("note {}", note.title),
                AddNoteBody::Multipart(form) => format!("file {:?}", form.file.bytes),
                AddNoteBody::Text(text) => format!("text {text}"),
                AddNoteBody::Bytes(image) => {
                    let media_type = image.content_type.clone().unwrap_or_default();
                    format!("{media_type} {:?}", image.bytes().await?)
                }
            })
        }

        async fn put_note(
            &self,
            _: &Context<()>,
            body: Option<PutNoteBody>,
        ) -> Outcome<String, Undeclared> {
            Ok(format!("{body:?}"))
        }

        async fn change_note(
            &self,
            _: &Context<()>,
            body: ChangeNoteRequest,
        ) -> Outcome<String, Undeclared> {
            Ok(body.title.unwrap_or_default())
        }

        async fn add_picture(
            &self,
            _: &Context<()>,
            body: ByteStream,
        ) -> Outcome<String, Undeclared> {
            Ok(body.content_type.unwrap_or_default())
        }
    }

    fn note() -> Note {
        Note {
            title: "a".to_owned(),
        }
    }

    #[tokio::test]
    async fn each_media_type_arrives_as_what_it_is() {
        let url = served(api::server::router(App)).await;
        let client = api::client::Client::builder(url).build().unwrap();
        assert_eq!(client.add_note(note()).await.unwrap(), "note a");
        assert_eq!(client.add_note("a").await.unwrap(), "text a");
        let form = AddNoteRequest { file: "a".into() };
        assert_eq!(client.add_note(form).await.unwrap(), "file b\"a\"");
        let image = ByteStream::from("a").with_content_type("image/webp");
        assert_eq!(client.add_note(image).await.unwrap(), "image/webp b\"a\"");
        assert_eq!(client.put_note().await.unwrap(), "None");
        let text = client.put_note().body("a").await.unwrap();
        assert_eq!(text, "Some(Text(\"a\"))");
        let change = ChangeNoteRequest {
            title: Some("b".to_owned()),
        };
        assert_eq!(client.change_note(&change).await.unwrap(), "b");
        let picture = ByteStream::from("a").with_content_type("image/jpeg");
        assert_eq!(client.add_picture(picture).await.unwrap(), "image/jpeg");
        assert_eq!(client.add_picture("a").await.unwrap(), "image/png");
    }

    #[tokio::test]
    async fn what_others_send_is_read_by_its_media_type() {
        let url = served(api::server::router(App)).await;
        let send = async |method: reqwest::Method, media_type: &str, body: &'static str| {
            let request = reqwest::Client::new().request(method, format!("{url}/notes"));
            let answer = request.header("content-type", media_type).body(body);
            let answer = answer.send().await.unwrap();
            (answer.status().as_u16(), answer.text().await.unwrap())
        };
        let form = "application/x-www-form-urlencoded";
        let answer = send(reqwest::Method::POST, form, "title=b").await;
        assert_eq!(answer, (200, "note b".to_owned()));
        let answer = send(reqwest::Method::PATCH, form, "title=b").await;
        assert_eq!(answer, (200, "b".to_owned()));
        let patch = "application/merge-patch+json";
        let answer = send(reqwest::Method::PATCH, patch, "{\"title\":\"c\"}").await;
        assert_eq!(answer, (200, "c".to_owned()));
        let (status, text) = send(reqwest::Method::POST, form, "title=").await;
        assert!(
            status == 400 && text.contains("min_length"),
            "{status} {text}"
        );
        let (status, _) = send(reqwest::Method::POST, "application/xml", "<a/>").await;
        assert_eq!(status, 415);
    }
}
