//! The client: building, errors, timeouts, doubles; and once over a real connection.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::bytes::Bytes;
use ::http::{Request, Response};

use super::app::App;
use super::sample::models::UserRequest;
use super::sample::server::router;
use crate::runtime::call::Call;
use crate::runtime::client::Client;
use crate::runtime::client_error::Error;
use crate::runtime::decode::json;
use crate::runtime::responses::Undeclared;
use crate::runtime::transport::{Timeout, TransportError, TransportErrorKind, from_fn};

/// A client whose requests all get one answer.
fn answering(status: u16, body: &'static str) -> Client {
    let answer = move |_: Request<Bytes>| {
        let response = Response::builder()
            .status(status)
            .header("x-request-id", "r1");
        Ok(response.body(Bytes::from_static(body.as_bytes())).unwrap())
    };
    Client::builder("http://test/api")
        .transport(from_fn(answer))
        .build()
        .unwrap()
}

/// What a client sends.
async fn sent(send: impl AsyncFnOnce(&Client)) -> Request<Bytes> {
    let seen = Arc::new(Mutex::new(None));
    let keep = Arc::clone(&seen);
    let answer = move |request| {
        *keep.lock().unwrap() = Some(request);
        Ok(Response::new(Bytes::from_static(b"{}")))
    };
    let builder = Client::builder("http://test")
        .timeout(Duration::from_secs(9))
        .user_agent("mine/1")
        .header("x-a", "1");
    send(&builder.transport(from_fn(answer)).build().unwrap()).await;
    seen.lock().unwrap().take().unwrap()
}

#[tokio::test]
async fn a_call_takes_headers_and_a_timeout() {
    let plain = sent(async |client: &Client| drop(client.users_retrieve(1).await)).await;
    assert_eq!(plain.uri(), "http://test/users/1/");
    assert_eq!(plain.headers()["user-agent"], "mine/1");
    assert_eq!(plain.headers()["accept"], "application/json");
    assert_eq!(
        plain.extensions().get(),
        Some(&Timeout(Duration::from_secs(9)))
    );
    let changed = sent(async |client: &Client| {
        let call = client
            .users_retrieve(1)
            .header("x-a", "2")
            .idempotency_key("k")
            .timeout(Duration::from_secs(1));
        drop(call.await);
    })
    .await;
    assert_eq!(changed.headers()["x-a"], "2");
    assert_eq!(changed.headers()["idempotency-key"], "k");
    assert_eq!(
        changed.extensions().get(),
        Some(&Timeout(Duration::from_secs(1)))
    );
}

#[tokio::test]
async fn a_template_may_have_a_query() {
    let request = sent(async |client: &Client| {
        let request = client
            .request("GET", "/x/{id}?fixed=1")
            .path("a b")
            .query("more", &2);
        let call: Call<'_, serde_json::Value, Undeclared> = request.returns(200, json);
        call.await.unwrap();
    })
    .await;
    assert_eq!(request.uri(), "http://test/x/a%20b?fixed=1&more=2");
}

#[tokio::test]
async fn an_undeclared_status_is_told_with_all_that_is_known() {
    let error = answering(500, "out of order\n")
        .users_retrieve(3)
        .await
        .unwrap_err();
    assert!(matches!(&error, Error::Unexpected(answer) if answer.body == "out of order\n"));
    assert_eq!(
        error.to_string(),
        "GET /users/3/: 500 Internal Server Error (request r1) (not declared): out of order"
    );
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_told_with_its_places() {
    let error = answering(200, r#"{"id":"x"}"#)
        .users_retrieve(3)
        .await
        .unwrap_err();
    let Error::Decode(decode) = &error else {
        panic!("{error:?}")
    };
    let pointers: Vec<_> = decode
        .problems()
        .iter()
        .map(|problem| problem.pointer.as_str())
        .collect();
    assert_eq!(pointers, ["/id", "/name"]);
    assert!(error.to_string().contains("body /id"), "{error}");
    assert_eq!(error.status().unwrap(), 200);
    // Also where the status declares an error.
    assert!(matches!(
        answering(400, "<html>").users_retrieve(3).await,
        Err(Error::Decode(_))
    ));
}

#[tokio::test]
async fn a_failed_transport_is_told_with_its_cause() {
    let broken = from_fn(|_| Err(TransportError::new(TransportErrorKind::Connect, "refused")));
    let client = Client::builder("http://test")
        .transport(broken)
        .build()
        .unwrap();
    let error = client.users_retrieve(3).await.unwrap_err();
    assert_eq!(error.to_string(), "GET /users/3/: no connection");
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "refused"
    );
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn a_request_that_cannot_be_made_is_not_sent() {
    let client = answering(200, "{}");
    let message = async |name: &str| client.file_info(name).await.unwrap_err().to_string();
    assert_eq!(
        message("").await,
        "GET /files/: the path parameter `name` must not be empty"
    );
    assert_eq!(
        message("..").await,
        "GET /files/..: a path parameter must not be `.` or `..`"
    );
    let header = client.users_me().header("x-a", "a\nb").await.unwrap_err();
    assert!(matches!(header, Error::Request(_)), "{header}");
    let call = client
        .request("GET", "/{a}/{b}")
        .path("1")
        .returns::<serde_json::Value, Undeclared, ()>(200, json);
    assert!(
        call.await
            .unwrap_err()
            .to_string()
            .ends_with("the path has more holes than values")
    );
}

#[test]
fn a_base_url_must_be_absolute() {
    let build = |base: &str| {
        Client::builder(base)
            .transport(from_fn(|_| Ok(Response::default())))
            .build()
    };
    for (base, part) in [
        ("/api/v3", "must be absolute"),
        ("example.org", "must be absolute"),
        ("ftp://example.org", "must begin with"),
        ("http://a:b@example.org", "must not hold a user name"),
        ("http://example.org/?a", "must not have a query"),
        ("http://exa mple.org", "is not a valid URL"),
    ] {
        let error = build(base).unwrap_err().to_string();
        assert!(error.contains(part), "{base}: {error}");
    }
    assert_eq!(
        build("https://example.org/api//").unwrap().base_url(),
        "https://example.org/api"
    );
    assert!(
        Client::builder("http://test")
            .user_agent("a\nb")
            .build()
            .is_err()
    );
}

#[tokio::test]
async fn calls_can_be_spawned() {
    let client = answering(200, r#"{"id":1,"name":"Ann"}"#);
    let user = tokio::spawn(async move { client.users_retrieve(1).await })
        .await
        .unwrap()
        .unwrap();
    assert_eq!(user.name, "Ann");
}

/// A server on a port of its own.
pub async fn served(router: ::axum::Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { ::axum::serve(listener, router).await });
    format!("http://{address}/")
}

#[tokio::test]
async fn reqwest_carries_requests() {
    let client = Client::builder(served(router(App::default())).await)
        .bearer("good")
        .build()
        .unwrap();
    let created = client
        .users_create(&UserRequest {
            name: "Ann ä".to_owned(),
            age: None,
        })
        .send()
        .await
        .unwrap();
    assert_eq!(
        (created.status.as_u16(), &created.headers["location"]),
        (201, &"/users/1/".parse().unwrap())
    );
    assert_eq!(client.users_retrieve(1).await.unwrap().name, "Ann ä");
    assert_eq!(
        client.compare("a/b", "c d").await.unwrap(),
        "\"a/b\" to \"c d\""
    );
}

#[tokio::test]
async fn reqwest_tells_why_there_is_no_response() {
    let slow = ::axum::Router::new()
        .fallback(|| async { tokio::time::sleep(Duration::from_secs(20)).await });
    let client = Client::builder(served(slow).await).build().unwrap();
    let error = client
        .users_retrieve(1)
        .timeout(Duration::from_millis(50))
        .await
        .unwrap_err();
    assert!(
        matches!(&error, Error::Transport(failure) if failure.cause.kind() == TransportErrorKind::Timeout),
        "{error:?}"
    );
    let nobody = Client::builder("http://127.0.0.1:1").build().unwrap();
    let error = nobody.users_retrieve(1).await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(failure) if failure.cause.kind() == TransportErrorKind::Connect),
        "{error:?}"
    );
}

/// A server that answers with its name and the URI that it was asked for.
async fn echoing(name: &'static str) -> String {
    let echo = async move |uri: ::http::Uri| format!("\"{name} {uri}\"");
    served(::axum::Router::new().fallback(echo)).await
}

#[tokio::test]
async fn each_request_of_reqwest_goes_to_its_own_origin() {
    let (one, other) = (echoing("one").await, echoing("other").await);
    let client = Client::builder(format!("{one}v1/")).build().unwrap();
    let ask = async |to: Option<String>, id: &str, query: Option<&str>| {
        let request = client.request("GET", "/x/{id}").path(id);
        let request = query.into_iter().fold(request, |one, q| one.query("q", q));
        let request = to.iter().fold(request, |request, url| request.to(url));
        let call: Call<'_, String, Undeclared> = request.returns(200, json);
        call.await.unwrap()
    };
    assert_eq!(ask(None, "a", None).await, "one /v1/x/a");
    assert_eq!(
        ask(None, "a/ä%2F?#\\", Some("1&2 ?#%")).await,
        "one /v1/x/a%2F%C3%A4%252F%3F%23%5C?q=1%262%20%3F%23%25"
    );
    let elsewhere = format!("{other}y/?z=1");
    assert_eq!(ask(Some(elsewhere), "a", None).await, "other /y/?z=1");
    assert_eq!(ask(Some(other), "a", None).await, "other /");
    assert_eq!(ask(Some(format!("{one}?")), "a", None).await, "one /?");
    assert_eq!(ask(None, "b", None).await, "one /v1/x/b");
}
