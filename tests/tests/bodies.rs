//! Bodies on the wire: a generated client calls a generated server, and the handler says what it understood.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod media_types {
    use specwright_tests::fixtures::v3_0::body_media_types as api;
    use specwright_tests::harness::served;

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
                AddNoteBody::Multipart(form) => format!("file {:?}", form.file.bytes().await?),
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
        let url = served(api::server::router(App)).await.unwrap();
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
        let url = served(api::server::router(App)).await.unwrap();
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

mod multipart {
    use specwright_tests::fixtures::v3_0::multipart_files as api;
    use specwright_tests::harness::served;

    use std::pin::Pin;
    use std::task::{Context as Task, Poll};

    use api::models::{Album, Note, PutCoverRequest};
    use api::runtime::byte_stream::ByteStream;
    use api::runtime::responses::Undeclared;
    use api::server::{Context, DefaultApi, Outcome, Service};

    struct App;

    impl Service for App {
        const BODY_LIMIT: usize = 8 * 1024 * 1024;
    }

    /// What arrived of a file, and whether it was there before it was asked for.
    async fn described(file: ByteStream) -> Outcome<String, Undeclared> {
        let name = file.file_name.clone().unwrap_or_default();
        let media_type = file.content_type.clone().unwrap_or_default();
        let is_whole = file.as_bytes().is_some();
        Ok(format!(
            "{name} {media_type} {} {is_whole}",
            file.bytes().await?.len()
        ))
    }

    impl DefaultApi for App {
        async fn add_album(&self, _: &Context<()>, body: Album) -> Outcome<String, Undeclared> {
            let mut said = format!("{} {:?}", body.title, body.place);
            for file in body.cover.into_iter().chain(body.pictures) {
                said.push_str(&format!(", {}", described(file).await?));
            }
            Ok(said)
        }

        async fn put_cover(
            &self,
            _: &Context<()>,
            body: Option<PutCoverRequest>,
        ) -> Outcome<String, Undeclared> {
            match body.and_then(|body| body.cover) {
                Some(cover) => described(cover).await,
                None => Ok("nothing".to_owned()),
            }
        }

        async fn add_note(&self, _: &Context<()>, body: Note) -> Outcome<String, Undeclared> {
            Ok(format!(
                "{} {:?}",
                body.text,
                body.file.map(|file| file.bytes)
            ))
        }
    }

    /// Mebibytes that are not there yet.
    struct Mebibytes(usize);

    impl futures_core::Stream for Mebibytes {
        type Item = Result<Vec<u8>, String>;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Task<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(self.0.checked_sub(1).map(|left| {
                self.0 = left;
                Ok(vec![b'x'; 1024 * 1024])
            }))
        }
    }

    #[tokio::test]
    async fn files_travel_with_names_and_media_types() {
        let url = served(api::server::router(App)).await.unwrap();
        let client = api::client::Client::builder(url).build().unwrap();
        let album = Album {
            cover: Some("ab".into()),
            place: Some(vec![1.0, 2.5]),
            ..Album::new("a", vec![ByteStream::from("c").with_file_name("ä.png")])
        };
        let said = client.add_album(album).await.unwrap();
        let files = "cover image/gif 2 true, ä.png application/octet-stream 1 true";
        assert_eq!(said, format!("a Some([1.0, 2.5]), {files}"));
        let large = ByteStream::new(Mebibytes(5)).with_content_type("image/png");
        let album = Album::new("a", vec!["b".into(), large]);
        let said = client.add_album(album).await.unwrap();
        let files = "pictures application/octet-stream 1 true, pictures image/png 5242880 false";
        assert_eq!(said, format!("a None, {files}"));
        let error = client.add_album(Album::new("", vec!["b".into()])).await;
        let error = error.unwrap_err().to_string();
        assert!(
            error.contains("min_length") && error.contains("/title"),
            "{error}"
        );
        let large = ByteStream::new(Mebibytes(9));
        let error = client.add_album(Album::new("a", vec![large])).await;
        assert!(error.is_err());
    }

    #[tokio::test]
    async fn a_form_may_be_left_out_or_hold_its_files() {
        let url = served(api::server::router(App)).await.unwrap();
        let client = api::client::Client::builder(&url).build().unwrap();
        assert_eq!(client.put_cover().await.unwrap(), "nothing");
        let cover = PutCoverRequest {
            cover: Some("a".into()),
        };
        let said = client.put_cover().body(cover).await.unwrap();
        assert_eq!(said, "cover application/octet-stream 1 true");
        let note = Note::new("a");
        assert_eq!(client.add_note(&note).await.unwrap(), "a None");
        let form = reqwest::multipart::Form::new()
            .text("text", "b")
            .part("file", reqwest::multipart::Part::bytes(b"c".to_vec()));
        let request = reqwest::Client::new().post(format!("{url}/notes"));
        let answer = request.multipart(form).send().await.unwrap();
        assert_eq!(answer.text().await.unwrap(), "b Some(b\"c\")");
    }
}
