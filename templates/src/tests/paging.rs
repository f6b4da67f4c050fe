//! Pages: what asks for the next one, and what ends them.

use ::bytes::Bytes;
use ::http::{Request, Response};
use ::std::sync::{Arc, Mutex};

use super::sample::runtime::decode::json;
use crate::runtime::call::Call;
use crate::runtime::client::Client;
use crate::runtime::options::options;
use crate::runtime::paging::{self, paged};
use crate::runtime::responses::Undeclared;
use crate::runtime::transport::from_fn;
use crate::runtime::wire::{self, record};

#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub results: Option<Vec<i64>>,
    pub next: Option<f64>,
    pub cursor: Option<String>,
    pub more: Option<bool>,
    pub total: Option<i64>,
}
record!(Page { 0 results: optional, 1 next: optional, 2 cursor: optional, 3 more: optional, 4 total: optional });

macro_rules! operations {
    ($($name:ident $marker:ident),*) => {
        impl Client {
            $(fn $name(&self) -> Call<'_, Page, Undeclared, $marker> {
                self.request("GET", "/results").query("size", &2).returns(200, json)
            })*
        }
        $(options!($marker { page: i64 => query("page"), cursor: &str => query("cursor") });)*
    };
}
operations!(by_next ByNext, by_cursor ByCursor, by_number ByNumber, by_offset ByOffset, by_last ByLast);
paged!(ByNext: Page => i64, "page", |page, at| page.results, at.mark(&page.next));
paged!(ByCursor: Page => i64, "cursor", |page, at| page.results, at.mark(&page.cursor));
paged!(ByNumber: Page => i64, "page", |page, at| page.results, at.page_of(1, &page.total));
paged!(ByOffset: Page => i64, "page", |page, at| page.results, at.more(&page.more)?.offset());
paged!(ByLast: Page => i64, "cursor", |page, at| page.results, at.more(&page.more)?.mark(&page.results.as_ref()?.last()?));

impl Client {
    fn by_link(&self) -> Call<'_, Vec<i64>, Undeclared, ByLink> {
        self.request("GET", "/results").returns(200, json)
    }
}
options!(ByLink {});
paged!(ByLink: Vec<i64> => i64, "page", |page, at| page, at.link());

/// The queries that were sent.
type Queries = Arc<Mutex<Vec<String>>>;

/// A client whose server gives these answers, one after another: a `Link` field and a body.
fn client(answers: &[(&'static str, &'static str)]) -> (Client, Queries) {
    let queries = Queries::default();
    let (seen, answers) = (Arc::clone(&queries), answers.to_vec());
    let transport = from_fn(move |request: Request<Bytes>| {
        let mut seen = seen.lock().unwrap();
        let (link, body) = answers[seen.len()];
        seen.push(request.uri().query().unwrap_or_default().to_owned());
        let mut response = Response::new(Bytes::from(body));
        let headers = response.headers_mut();
        headers.insert("content-type", "application/json".parse().unwrap());
        if !link.is_empty() {
            headers.insert("link", link.parse().unwrap());
        }
        Ok(response)
    });
    let client = Client::builder("http://test").transport(transport).build();
    (client.unwrap(), queries)
}

macro_rules! check {
    ($call:ident $(.$option:ident($value:expr))? [$($answer:expr),*] => $items:expr, $queries:expr) => {{
        let (client, queries) = client(&[$($answer),*]);
        let items = client.$call()$(.$option($value))?.items().all().await;
        let items = items.map_err(|error| error.to_string());
        assert_eq!(items.as_deref(), $items);
        let expected: &[&str] = &$queries;
        assert_eq!(*queries.lock().unwrap(), expected);
    }};
}

#[tokio::test]
async fn a_page_names_the_next_one() {
    check!(by_next [
        ("", r#"{"results":[1,2],"next":2}"#), ("", r#"{"results":[3],"next":0}"#)
    ] => Ok(&[1, 2, 3][..]), ["size=2", "size=2&page=2"]);
    check!(by_next.page(4) [
        ("", r#"{"results":[1],"next":5}"#), ("", r#"{"results":[2]}"#)
    ] => Ok(&[1, 2][..]), ["size=2&page=4", "size=2&page=5"]);
    check!(by_cursor [
        ("", r#"{"results":[1],"cursor":"a b"}"#), ("", r#"{"results":[2],"cursor":""}"#)
    ] => Ok(&[1, 2][..]), ["size=2", "size=2&cursor=a%20b"]);
    check!(by_cursor [
        ("", r#"{"results":[1],"cursor":"https://x.test/other?cursor=b&size=9#f"}"#), ("", r#"{"results":[2]}"#)
    ] => Ok(&[1, 2][..]), ["size=2", "cursor=b&size=9"]);
}

#[tokio::test]
async fn pages_are_counted() {
    check!(by_number [
        ("", r#"{"results":[1],"total":2}"#), ("", r#"{"results":[2],"total":2}"#)
    ] => Ok(&[1, 2][..]), ["size=2", "size=2&page=2"]);
    check!(by_offset [
        ("", r#"{"results":[1,2],"more":true}"#), ("", r#"{"results":[3],"more":false}"#)
    ] => Ok(&[1, 2, 3][..]), ["size=2", "size=2&page=2"]);
    check!(by_last [
        ("", r#"{"results":[1,7],"more":true}"#), ("", r#"{"results":[8],"more":false}"#)
    ] => Ok(&[1, 7, 8][..]), ["size=2", "size=2&cursor=7"]);
}

#[tokio::test]
async fn a_link_leads_to_the_next_page() {
    check!(by_link [
        (r#"<https://x.test/a?page=1>; rel="first", </a?q=1,2&page=2>; rel="last next""#, "[1]"),
        (r#"<https://x.test/a?page=1>; rel=prev"#, "[2]")
    ] => Ok(&[1, 2][..]), ["", "q=1,2&page=2"]);
}

#[tokio::test]
async fn pages_end() {
    // Without results, though there is said to be more.
    check!(by_cursor [
        ("", r#"{"results":[1],"cursor":"a"}"#), ("", r#"{"results":[],"cursor":"b"}"#)
    ] => Ok(&[1][..]), ["size=2", "size=2&cursor=a"]);
    // In a circle.
    let circle = "GET /results: the page leads to one that was there before".to_owned();
    check!(by_cursor [
        ("", r#"{"results":[1],"cursor":"a"}"#), ("", r#"{"results":[2],"cursor":"b"}"#),
        ("", r#"{"results":[3],"cursor":"a"}"#)
    ] => Err(&circle), ["size=2", "size=2&cursor=a", "size=2&cursor=b"]);
    let (client, _) = client(&[("", r#"{"results":[1],"cursor":"a"}"#), ("", "no JSON")]);
    let mut pages = client.by_cursor().pages();
    assert_eq!(pages.next().await.unwrap().unwrap().results, Some(vec![1]));
    assert!(pages.next().await.unwrap().is_err());
    assert!(pages.next().await.is_none());
}
