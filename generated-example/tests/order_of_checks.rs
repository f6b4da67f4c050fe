//! Which refusal comes first: Accept, token, method, object, media type, JSON, members.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use serde_json::json;
use support::{PROVIDERS, Server, send};

const MISSING: &str = "Authentication credentials were not provided.";
const NOT_ACCEPTABLE: &str = "Could not satisfy the request Accept header.";

#[tokio::test]
async fn callers_without_the_token_are_refused_with_403() {
    let (_directory, server) = Server::fresh(&[]);
    let cases = [
        ("", MISSING),
        ("Bearer", MISSING),
        ("test-token", MISSING),
        ("Basic dGVzdDp0ZXN0", "Unsupported authentication type"),
        ("Token test-token", "Unsupported authentication type"),
        ("Bearer wrong", "Token invalid/expired"),
    ];
    send(server.anonymous("GET", PROVIDERS))
        .await
        .assert(403, &json!({"detail": MISSING}));
    for (value, detail) in cases {
        let answer = send(
            server
                .anonymous("GET", PROVIDERS)
                .header("authorization", value),
        )
        .await;
        answer.assert(403, &json!({"detail": detail}));
        assert_eq!(answer.headers.get("www-authenticate"), None);
    }
    let lower_case = server
        .anonymous("GET", PROVIDERS)
        .header("authorization", "bearer test-token");
    assert_eq!(send(lower_case).await.status, 200);
}

#[tokio::test]
async fn accept_is_checked_before_the_token_and_the_token_before_the_method() {
    let (_directory, server) = Server::fresh(&[]);
    let not_acceptable = json!({"detail": NOT_ACCEPTABLE});
    for (method, path) in [
        ("GET", PROVIDERS),
        ("PUT", PROVIDERS),
        ("GET", "/providers/proxy/7/"),
    ] {
        let anonymous = server.anonymous(method, path).header("accept", "text/html");
        send(anonymous).await.assert(406, &not_acceptable);
        let known = server.request(method, path).header("accept", "text/html");
        send(known).await.assert(406, &not_acceptable);
    }
    send(server.anonymous("PUT", PROVIDERS))
        .await
        .assert(403, &json!({"detail": MISSING}));
    let ranges = server
        .request("GET", PROVIDERS)
        .header("accept", "text/html, */*;q=0.1");
    assert_eq!(send(ranges).await.status, 200);
}

#[tokio::test]
async fn other_methods_are_refused_with_405_before_the_object_is_looked_up() {
    let (_directory, server) = Server::fresh(&[]);
    let collection = "GET, POST, HEAD, OPTIONS";
    let object = "GET, PUT, PATCH, DELETE, HEAD, OPTIONS";
    let cases = [
        ("PUT", PROVIDERS, collection),
        ("PATCH", PROVIDERS, collection),
        ("DELETE", PROVIDERS, collection),
        ("QUERY", PROVIDERS, collection),
        ("POST", "/providers/proxy/7/", object),
        ("TRACE", "/providers/proxy/7/", object),
        ("POST", "/providers/proxy/7/used_by/", "GET, HEAD, OPTIONS"),
    ];
    for (method, path, allow) in cases {
        let answer = server.call(method, path).await;
        answer.assert(
            405,
            &json!({"detail": format!("Method \"{method}\" not allowed.")}),
        );
        assert_eq!(answer.headers["allow"], allow);
    }
}

#[tokio::test]
async fn options_tells_what_is_allowed() {
    let (_directory, server) = Server::fresh(&[]);
    let answer = server.call("OPTIONS", PROVIDERS).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["allow"], "GET, POST, HEAD, OPTIONS");
    assert_eq!(answer.json()["parses"], json!(["application/json"]));
    assert_eq!(
        send(server.anonymous("OPTIONS", PROVIDERS)).await.status,
        403
    );
}

#[tokio::test]
async fn objects_are_looked_up_before_the_body() {
    let (_directory, server) = Server::fresh(&[]);
    let none = json!({"detail": "No ProxyProvider matches the given query."});
    for method in ["GET", "PUT", "PATCH", "DELETE"] {
        let request = server
            .request(method, "/providers/proxy/7/")
            .header("content-type", "text/plain");
        send(request.body("x")).await.assert(404, &none);
    }
    server
        .call("GET", "/providers/proxy/7/used_by/")
        .await
        .assert(404, &none);
    server
        .call("GET", "/providers/proxy/-1/")
        .await
        .assert(404, &none);
}

#[tokio::test]
async fn numbers_that_are_none_and_unknown_paths_are_not_found() {
    let (_directory, server) = Server::fresh(&[]);
    let not_found = json!({"detail": "Not found."});
    let paths = [
        "/providers/proxy/x/",
        "/providers/proxy/1.5/",
        "/providers/proxy/99999999999999999999/",
        "/providers/proxy/x/used_by/",
        "/providers/proxy",
        "/providers/proxy/1",
        "/providers/proxy/1/used_by",
        "/nothing/",
        "",
        "/",
    ];
    for path in paths {
        server.call("GET", path).await.assert(404, &not_found);
    }
    let answer = server
        .call_with("POST", "/providers/proxy", &json!({}))
        .await;
    answer.assert(404, &not_found);
    assert_eq!(
        send(server.anonymous("GET", "/../../outside")).await.status,
        404
    );
}

#[tokio::test]
async fn other_media_types_are_refused_with_415() {
    let (_directory, server) = Server::fresh(&[]);
    server.create("a", json!({})).await;
    for media_type in [
        "text/plain",
        "application/merge-patch+json",
        "application/x-www-form-urlencoded",
    ] {
        for (method, path) in [
            ("POST", PROVIDERS),
            ("PUT", "/providers/proxy/1/"),
            ("PATCH", "/providers/proxy/1/"),
        ] {
            let request = server
                .request(method, path)
                .header("content-type", media_type)
                .body("{");
            let detail = format!("Unsupported media type \"{media_type}\" in request.");
            send(request).await.assert(415, &json!({"detail": detail}));
        }
    }
    let charset = server
        .request("POST", PROVIDERS)
        .header("content-type", "application/json; charset=utf-8");
    let answer = send(charset.body(support::body("b", json!({})).to_string())).await;
    assert_eq!(answer.status, 201);
}

#[tokio::test]
async fn broken_json_has_a_detail() {
    let (_directory, server) = Server::fresh(&[]);
    for text in ["{", "{\"name\": NaN}", "nothing", "{} {}", "\u{0}"] {
        let request = server
            .request("POST", PROVIDERS)
            .header("content-type", "application/json");
        let answer = send(request.body(text)).await;
        assert_eq!(answer.status, 400, "{text}");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.starts_with("JSON parse error - "), "{detail}");
    }
}

#[tokio::test]
async fn heads_are_answered_like_gets_without_a_body() {
    let (_directory, server) = Server::fresh(&[]);
    let answer = server.call("HEAD", PROVIDERS).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, ""));
}
