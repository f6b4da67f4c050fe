//! Paths: templates, methods, fallbacks, and the router among other routers.

use ::axum::Router;
use ::axum::routing::get;

use super::app::App;
use super::sample::server::router;
use super::support::{InProcess, client, send, send_to};
use crate::runtime::client::Client;
use crate::runtime::template::Template;

#[tokio::test]
async fn a_static_path_stands_beside_a_template() {
    assert_eq!(client().users_me().await.unwrap().name, "good [\"write\"]");
    let answer = send("GET /users/me2/\nauthorization: Bearer good", "").await;
    assert_eq!(answer.json()["errors"][0]["pointer"], "id");
}

#[tokio::test]
async fn segments_may_hold_several_parameters() {
    let client = client();
    assert_eq!(
        client.compare("v1", "main").await.unwrap(),
        "\"v1\" to \"main\""
    );
    assert_eq!(
        client.compare("a/b ü", "c.d").await.unwrap(),
        "\"a/b ü\" to \"c.d\""
    );
    assert_eq!(
        client.file_info("no dot").await.unwrap(),
        "GET \"no dot\" Some(7) file_info"
    );
    let file = client.download("a/b", "png").await.unwrap();
    assert_eq!(file.file_name.as_deref(), Some("a \"a/b\".png"));
    assert_eq!(file.content_type.as_deref(), Some("image/png"));
    assert_eq!(file.bytes().await.unwrap(), [0, 255, 10][..]);
    assert_eq!(send("GET /compare/onlyone", "").await.status, 404);
}

#[tokio::test]
async fn trailing_slashes_are_significant() {
    assert_eq!(
        send("GET /users/1\nauthorization: Bearer good", "")
            .await
            .status,
        404
    );
    assert_eq!(send("GET /search/", "").await.status, 404);
}

#[tokio::test]
async fn unknown_paths_and_methods_are_rejected() {
    let unknown = send("GET /nowhere", "").await;
    assert_eq!(
        (unknown.status.as_u16(), unknown.json()["status"].as_u64()),
        (404, Some(404))
    );
    let method = send("PUT /users/1/", "").await;
    assert_eq!(
        (method.status.as_u16(), method.header("allow")),
        (405, "DELETE, GET, HEAD, OPTIONS, PATCH")
    );
    let odd = send("QUERY /users/", "").await;
    assert_eq!(
        (odd.status.as_u16(), odd.header("allow")),
        (405, "OPTIONS, POST")
    );
}

#[tokio::test]
async fn options_are_told() {
    let options = send("OPTIONS /users/1/", "").await;
    assert_eq!(
        (options.status.as_u16(), options.header("allow")),
        (204, "DELETE, GET, HEAD, OPTIONS, PATCH")
    );
    assert!(options.body.is_empty());
    assert_eq!(send("OPTIONS /nowhere", "").await.status, 404);
}

#[tokio::test]
async fn head_is_answered_like_get_without_a_body() {
    let get = send("GET /users/me/\nauthorization: Bearer good", "").await;
    let head = send("HEAD /users/me/\nauthorization: Bearer good", "").await;
    assert_eq!(head.status, 200);
    assert_eq!(head.header("content-type"), "application/json");
    assert_eq!(head.header("content-length"), get.body.len().to_string());
    assert!(head.body.is_empty());
}

#[tokio::test]
async fn the_router_merges_and_nests() {
    let own = Router::new().route("/own", get(|| async { "own" }));
    let merged = own.clone().merge(router(App::default()));
    assert_eq!(send_to(merged.clone(), "GET /own", "").await.text(), "own");
    assert_eq!(
        send_to(merged.clone(), "GET /files/a", "").await.status,
        200
    );
    assert_eq!(send_to(merged, "GET /none", "").await.json()["status"], 404);
    let nested = own.nest("/api/v3", router(App::default()));
    assert_eq!(
        send_to(nested.clone(), "GET /api/v3/compare/a...b", "")
            .await
            .text(),
        "\"a\" to \"b\""
    );
    assert_eq!(
        send_to(nested.clone(), "GET /api/v3/none", "").await.json()["status"],
        404
    );
    assert_eq!(send_to(nested, "GET /none", "").await.text(), "");
}

#[tokio::test]
async fn the_base_url_keeps_its_prefix() {
    for base in [
        "http://test/api/v3",
        "http://test/api/v3/",
        "http://test:80/api/v3",
    ] {
        let nested = Router::new().nest("/api/v3", router(App::default()));
        let client = Client::builder(base)
            .transport(InProcess(nested))
            .bearer("good")
            .build()
            .unwrap();
        assert_eq!(
            client.users_me().await.unwrap().name,
            "good [\"write\"]",
            "{base}"
        );
    }
}

#[test]
fn templates_split_paths_and_know_their_shape() {
    let template = Template::new("/repos/{owner}/x/{base}...{head}/");
    assert_eq!(template.shape(), "/repos/{p1}/x/{p3}/");
    let values = template.split("/repos/me/x/a..b...c...d/").unwrap();
    let expected = [("owner", "me"), ("base", "a..b"), ("head", "c...d")];
    assert_eq!(
        values,
        expected.map(|(name, value)| (name, value.to_owned()))
    );
    for path in [
        "/repos/me/x/a..b/",
        "/repos//x/a...b/",
        "/repos/me/x/a...b",
        "/repos/me/y/a...b/",
        "/",
    ] {
        assert_eq!(template.split(path), None, "{path}");
    }
    assert_eq!(
        Template::new("/ä/{x}:cancel")
            .split("/%C3%A4/7:cancel")
            .unwrap(),
        [("x", "7".to_owned())]
    );
    assert_eq!(Template::new("/").shape(), "/");
}
