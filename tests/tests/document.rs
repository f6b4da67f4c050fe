//! Serving the document: what a client gets is the document, beside the operations and below the same path.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use axum::body::{Body, to_bytes};
use http::{Request, Response};
use serde_json::Value;
use specwright_tests::fixtures::v3_1::document_served::runtime::responses::Undeclared;
use specwright_tests::fixtures::v3_1::document_served::server::{
    self, BASE_PATH, Context, DefaultApi, Outcome, Service,
};
use tower::ServiceExt as _;

#[derive(Clone)]
struct Pets;

impl Service for Pets {}

impl DefaultApi for Pets {
    async fn count_pets(&self, _: &Context<()>) -> Outcome<f64, Undeclared> {
        Ok(3.0)
    }
}

async fn get(path: &str) -> Response<Body> {
    let api = server::router(Pets).merge(server::document());
    let app = axum::Router::new().nest(BASE_PATH, api);
    let request = Request::get(path).body(Body::empty()).unwrap();
    app.oneshot(request).await.unwrap()
}

#[tokio::test]
async fn the_document_is_served_beside_the_operations() {
    assert_eq!(get("/v1/pets").await.status(), 200);
    assert_eq!(get("/openapi.json").await.status(), 404);
    let answer = get("/v1/openapi.json").await;
    assert_eq!(answer.headers()["content-type"], "application/json");
    let text = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let document: Value = serde_json::from_slice(&text).unwrap();
    assert_eq!(document["info"]["version"], "1.10.0");
    assert_eq!(
        document["info"]["description"],
        "Quotes \" and \\ and\nlines"
    );
    assert_eq!(text, server::DOCUMENT);
    assert!(server::DOCUMENT.starts_with(r#"{"openapi":"3.1.0","info":{"title":"Pets","#));
}
