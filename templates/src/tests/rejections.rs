//! Requests that do not reach their handler, and hooks.

use super::app::App;
use super::sample::server::router;
use super::support::{send, send_to};

const JSON: &str = "authorization: Bearer good\ncontent-type: application/json";

#[tokio::test]
async fn all_problems_of_path_and_body_are_named_at_once() {
    let answer = send(&format!("PATCH /users/x/\n{JSON}"), r#"{"age": "old"}"#).await;
    assert_eq!(answer.status, 400);
    let errors = answer.json()["errors"].as_array().unwrap().clone();
    let places: Vec<_> = errors
        .iter()
        .map(|error| {
            (
                error["in"].as_str().unwrap(),
                error["pointer"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        places,
        [("path", "id"), ("body", "/age"), ("body", "/name")]
    );
}

#[tokio::test]
async fn constraints_are_checked() {
    let answer = send(&format!("POST /users/\n{JSON}"), r#"{"name": ""}"#).await;
    let error = &answer.json()["errors"][0];
    assert_eq!(
        (error["pointer"].as_str(), error["code"].as_str()),
        (Some("/name"), Some("min_length"))
    );
}

#[tokio::test]
async fn a_body_must_be_there_and_be_json() {
    let missing = send(&format!("POST /users/\n{JSON}"), "").await;
    assert_eq!(missing.json()["errors"][0]["code"], "required");
    let broken = send(&format!("POST /users/\n{JSON}"), "{").await;
    assert_eq!(broken.status, 400);
    assert!(
        broken.json()["detail"]
            .as_str()
            .unwrap()
            .starts_with("the body is malformed")
    );
}

#[tokio::test]
async fn the_media_type_must_fit() {
    let fits = "content-type: Application/JSON; charset=utf-8\nauthorization: Bearer good";
    assert_eq!(
        send(&format!("POST /users/\n{fits}"), r#"{"name":"Ann"}"#)
            .await
            .status,
        201
    );
    for other in ["text/plain", "application/merge-patch+json"] {
        let head = format!("POST /users/\nauthorization: Bearer good\ncontent-type: {other}");
        let answer = send(&head, r#"{"name":"Ann"}"#).await;
        assert_eq!(answer.status, 415, "{other}");
    }
    assert_eq!(
        send("POST /users/\nauthorization: Bearer good", "{}")
            .await
            .status,
        415
    );
}

#[tokio::test]
async fn a_large_body_is_refused() {
    let answer = send(
        &format!("POST /users/\n{JSON}"),
        format!("\"{}\"", "x".repeat(10_000)),
    )
    .await;
    assert_eq!(
        (answer.status.as_u16(), answer.json()["title"].as_str()),
        (413, Some("Payload Too Large"))
    );
}

#[tokio::test]
async fn hooks_see_and_change_requests() {
    let app = App::default();
    let router = router(app.clone());
    assert_eq!(
        send_to(router.clone(), "GET /search?colour=red", "")
            .await
            .status,
        200
    );
    assert_eq!(
        send_to(router.clone(), "GET /compare/a%20b...c\nx-teapot: 1", "")
            .await
            .status,
        418
    );
    assert_eq!(
        send_to(router.clone(), &format!("POST /users/\n{JSON}"), "\"Ann\"")
            .await
            .status,
        201
    );
    assert_eq!(
        send_to(
            router.clone(),
            "DELETE /users/1/\nauthorization: Bearer none",
            ""
        )
        .await
        .status,
        401
    );
    let failed = send_to(router, "DELETE /users/300/\nauthorization: Bearer good", "").await;
    assert_eq!(failed.status, 502);
    let seen = app.seen.lock().unwrap().clone();
    assert_eq!(
        seen,
        [
            "search []",
            "compare [(\"base\", \"a b\"), (\"head\", \"c\")]",
            "users_create []",
            "users_destroy [(\"id\", \"300\")]",
            "failed: out of range integral type conversion attempted",
        ]
    );
}

#[tokio::test]
async fn handlers_set_header_fields() {
    let answer = send(&format!("POST /users/\n{JSON}"), r#"{"name":"Ann"}"#).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (201, "/users/1/")
    );
}
