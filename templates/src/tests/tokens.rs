//! Credentials that do not last: sources, and tokens of OAuth 2.0.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;

use ::bytes::Bytes;
use ::http::{Request, Response};

use super::sample::security::{BY_TOKEN_OR_LOGIN, TOKEN};
use crate::runtime::byte_stream::ByteStream;
use crate::runtime::call::Call;
use crate::runtime::client::{Client, ClientBuilder};
use crate::runtime::credentials::TokenSource;
use crate::runtime::decode::json;
use crate::runtime::item_stream::ItemStream;
use crate::runtime::oauth2::OAuth2;
use crate::runtime::responses::Undeclared;
use crate::runtime::transport::from_fn;

/// What a server of tokens was asked, one line each.
type Asked = Arc<Mutex<Vec<String>>>;

/// A source whose server gives numbered tokens that last for some seconds.
fn numbered(lasts: &'static str, source: OAuth2) -> (OAuth2, Asked) {
    let asked = Asked::default();
    let seen = Arc::clone(&asked);
    let answer = move |request: Request<Bytes>| {
        let authorization = request.headers().get("authorization");
        let authorization = authorization.map_or("", |value| value.to_str().unwrap());
        let body = std::str::from_utf8(request.body()).unwrap();
        let mut seen = seen.lock().unwrap();
        seen.push(format!("{} {authorization} {body}", request.uri()));
        let body = if request.uri().path() == "/discovery" {
            r#"{"token_endpoint":"http://id/found"}"#.to_owned()
        } else {
            let number = seen.len();
            format!(r#"{{"access_token":"t{number}","token_type":"Bearer"{lasts}}}"#)
        };
        Ok(Response::new(Bytes::from(body)))
    };
    (source.transport(from_fn(answer)), asked)
}

fn plain() -> OAuth2 {
    OAuth2::new("http://id/token", "i d:", "s&cret")
}

#[tokio::test]
async fn a_token_is_fetched_once_for_all() {
    let (source, asked) = numbered(r#","expires_in":3600"#, plain().scopes(["a", "b c"]));
    let (one, two) = tokio::join!(source.token(), source.token());
    assert_eq!(
        (one.unwrap(), two.unwrap()),
        ("t1".to_owned(), "t1".to_owned())
    );
    assert_eq!(source.token().await.unwrap(), "t1");
    source.refused("other");
    assert_eq!(source.token().await.unwrap(), "t1");
    source.refused("t1");
    assert_eq!(source.token().await.unwrap(), "t2");
    // `Basic` of the form-encoded id and secret.
    let line = "http://id/token Basic aSUyMGQlM0E6cyUyNmNyZXQ= grant_type=client_credentials&scope=a%20b%20c";
    assert_eq!(*asked.lock().unwrap(), [line, line]);
}

#[tokio::test]
async fn a_token_is_renewed_before_its_end() {
    for lasts in [r#","expires_in":20"#, r#","expires_in":"5""#] {
        let (source, _) = numbered(lasts, plain());
        assert_eq!(source.token().await.unwrap(), "t1");
        assert_eq!(source.token().await.unwrap(), "t2", "{lasts}");
    }
    for lasts in ["", r#","expires_in":"90""#] {
        let (source, _) = numbered(lasts, plain());
        assert_eq!(source.token().await.unwrap(), "t1");
        assert_eq!(source.token().await.unwrap(), "t1", "{lasts}");
    }
}

#[tokio::test]
async fn a_refresh_token_stands_for_a_user_and_may_change() {
    let lasts = r#","expires_in":1,"refresh_token":"r1""#;
    let source = plain().refresh_token("r0").secret_in_body();
    let (source, asked) = numbered(lasts, source);
    source.token().await.unwrap();
    source.token().await.unwrap();
    let line = |token: &str| {
        format!(
            "http://id/token  grant_type=refresh_token&refresh_token={token}&client_id=i%20d%3A&client_secret=s%26cret"
        )
    };
    assert_eq!(*asked.lock().unwrap(), [line("r0"), line("r1")]);
}

#[tokio::test]
async fn openid_connect_says_where_tokens_are() {
    let source = OAuth2::discovered("http://id/discovery", "i", "s");
    let (source, asked) = numbered("", source);
    assert_eq!(source.token().await.unwrap(), "t2");
    let asked = asked.lock().unwrap();
    assert!(asked[0].starts_with("http://id/discovery"), "{asked:?}");
    assert!(asked[1].starts_with("http://id/found Basic"), "{asked:?}");
}

/// The requests that a server saw which does not know the token `t1`.
type Seen = Arc<Mutex<Vec<String>>>;

/// A client of such a server.
fn unknown_at_first(builder: impl FnOnce(ClientBuilder) -> ClientBuilder) -> (Client, Seen) {
    let seen = Seen::default();
    let requests = Arc::clone(&seen);
    let answer = move |request: Request<Bytes>| {
        let token = request.headers()["authorization"].to_str().unwrap();
        let status = if token.ends_with('1') { 401 } else { 200 };
        let body = String::from_utf8_lossy(request.body()).into_owned();
        let line = format!("{} {} {token} {body}", request.method(), request.uri());
        requests.lock().unwrap().push(line);
        let body = Bytes::from_static(br#"{"id":1,"name":"Ann"}"#);
        Ok(Response::builder().status(status).body(body).unwrap())
    };
    let client = builder(Client::builder("http://test").transport(from_fn(answer)));
    (client.build().unwrap(), seen)
}

#[tokio::test]
async fn a_request_with_a_refused_token_is_sent_once_more_with_another() {
    let (source, _) = numbered("", plain());
    let (client, seen) = unknown_at_first(|client| client.credential_source(&TOKEN, source));
    let call = client.request("PUT", "/x/{id}").path("a b").query("q", &1);
    let call = call.json(&[true]).secured(BY_TOKEN_OR_LOGIN);
    let call: Call<'_, serde_json::Value, Undeclared> = call.returns(200, json);
    call.await.unwrap();
    client.users_retrieve(1).await.unwrap();
    assert_eq!(
        *seen.lock().unwrap(),
        [
            "PUT http://test/x/a%20b?q=1 Bearer t1 [true]",
            "PUT http://test/x/a%20b?q=1 Bearer t2 [true]",
            "GET http://test/users/1/ Bearer t2 ",
        ]
    );
}

#[tokio::test]
async fn a_request_is_not_repeated_in_vain() {
    let fixed = async || Ok("t1".to_owned());
    let (client, seen) = unknown_at_first(|client| client.credential_source(&TOKEN, fixed));
    let error = client.users_retrieve(1).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(seen.lock().unwrap().len(), 1, "no other token");

    let (client, seen) = unknown_at_first(|client| client.bearer("t1"));
    assert!(client.users_retrieve(1).await.is_err());
    assert_eq!(seen.lock().unwrap().len(), 1, "a token that lasts");

    let next = AtomicUsize::new(0);
    let all_bad = move || {
        let number = next.fetch_add(10, Ordering::SeqCst) + 1;
        async move { Ok(format!("t{number}")) }
    };
    let (client, seen) = unknown_at_first(|client| client.credential_source(&TOKEN, all_bad));
    assert!(client.users_retrieve(1).await.is_err());
    assert_eq!(seen.lock().unwrap().len(), 2, "once more, not for ever");

    let (source, _) = numbered("", plain());
    let (client, seen) = unknown_at_first(|client| client.credential_source(&TOKEN, source));
    let call = client.request("POST", "/x").secured(BY_TOKEN_OR_LOGIN);
    let mut parts = vec![Ok(Bytes::from_static(b"a"))];
    let body = ByteStream::new(ItemStream::polled(move |_| Poll::Ready(parts.pop())));
    let call = call.stream::<ByteStream, ByteStream>("text/plain", |body| body, body);
    let call: Call<'_, serde_json::Value, Undeclared> = call.returns(200, json);
    assert!(call.await.is_err());
    assert_eq!(
        seen.lock().unwrap().len(),
        1,
        "a body that is sent as it comes"
    );
}

#[tokio::test]
async fn any_function_is_a_source_and_its_error_is_told() {
    let count = Arc::new(AtomicUsize::new(0));
    let answer = |request: Request<Bytes>| {
        assert_eq!(request.headers()["authorization"], "Bearer t0");
        Ok(Response::new(Bytes::from_static(
            br#"{"id":1,"name":"Ann"}"#,
        )))
    };
    let next = move || {
        let number = count.fetch_add(1, Ordering::SeqCst);
        async move {
            match number {
                0 => Ok("t0".to_owned()),
                _ => Err("the vault is shut".into()),
            }
        }
    };
    let builder = Client::builder("http://test").transport(from_fn(answer));
    let client = builder.bearer_source(next).build().unwrap();
    client.users_retrieve(1).await.unwrap();
    let error = client.users_retrieve(1).await.unwrap_err().to_string();
    assert_eq!(error, "GET /users/1/: no credential: the vault is shut");
}

#[tokio::test]
async fn the_server_of_the_tokens_says_what_is_wrong() {
    let refused = |body: &'static str| {
        plain().transport(from_fn(move |_| {
            Ok(Response::builder()
                .status(400)
                .body(Bytes::from(body))
                .unwrap())
        }))
    };
    for (body, expected) in [
        (
            r#"{"error":"invalid_client"}"#,
            "http://id/token answered 400 Bad Request: invalid_client",
        ),
        (
            r#"{"error":"x","error_description":"gone"}"#,
            "http://id/token answered 400 Bad Request: gone",
        ),
        ("<html>", "http://id/token answered 400 Bad Request"),
    ] {
        assert_eq!(
            refused(body).token().await.unwrap_err().to_string(),
            expected
        );
    }
    let silent = plain().transport(from_fn(|_| Ok(Response::new(Bytes::from("{}")))));
    let error = silent.token().await.unwrap_err().to_string();
    assert_eq!(error, "the answer has no `access_token`");
}
