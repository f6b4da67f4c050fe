//! Credentials of every kind, from the client's builder to the server's methods.

use std::sync::{Arc, Mutex};

use ::bytes::Bytes;
use ::http::{Request, Response};

use super::support::{anonymous, send};
use crate::runtime::basic::Basic;
use crate::runtime::client::{Client, ClientBuilder};
use crate::runtime::transport::from_fn;

#[tokio::test]
async fn bearer_and_basic_are_alternatives() {
    let bearer = anonymous().token("good").bearer("other").build().unwrap();
    assert_eq!(bearer.users_me().await.unwrap().name, "good [\"write\"]");
    let basic = anonymous().login("Ann", "good").build().unwrap();
    assert_eq!(basic.users_me().await.unwrap().name, "Ann");
    let any_bearer = anonymous()
        .bearer("good")
        .login("Ann", "good")
        .build()
        .unwrap();
    assert_eq!(
        any_bearer.users_me().await.unwrap().name,
        "good [\"write\"]"
    );
    assert_eq!(
        anonymous()
            .build()
            .unwrap()
            .users_me()
            .await
            .unwrap_err()
            .status()
            .unwrap(),
        401
    );
}

#[tokio::test]
async fn schemes_may_be_wanted_together() {
    let both = anonymous().token("good").key("good").build().unwrap();
    assert_eq!(both.both().await.unwrap(), "good []");
    let other = anonymous().token("good").agent("good").build().unwrap();
    assert_eq!(other.both().await.unwrap(), "good [\"agent\"]");
    let half = anonymous().token("good").build().unwrap();
    assert_eq!(half.both().await.unwrap_err().status().unwrap(), 401);
    let bad_half = anonymous().token("good").key("bad").build().unwrap();
    assert_eq!(bad_half.both().await.unwrap_err().status().unwrap(), 401);
}

#[tokio::test]
async fn keys_travel_in_query_and_cookie() {
    let query = anonymous().query_key("good").build().unwrap();
    assert_eq!(
        query.maybe().await.unwrap(),
        "Some(\"good [\\\"query key\\\"]\")"
    );
    let cookie = anonymous().session("good").build().unwrap();
    assert_eq!(
        cookie.maybe().await.unwrap(),
        "Some(\"good [\\\"session\\\"]\")"
    );
    assert_eq!(anonymous().build().unwrap().maybe().await.unwrap(), "None");
}

/// The query and the cookies of a call that brings parameters of the names of keys, by a client with credentials.
async fn sent(with_credentials: fn(ClientBuilder) -> ClientBuilder) -> (String, String) {
    let requests = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&requests);
    let transport = from_fn(move |request: Request<Bytes>| {
        seen.lock().unwrap().push(request);
        Ok(Response::new(Bytes::from("\"None\"")))
    });
    let client = with_credentials(Client::builder("http://test").transport(transport));
    let client = client.build().unwrap();
    let call = client.maybe().query("key", "own").query("keys", "own");
    call.cookie("sid", "own")
        .cookie("side", "own")
        .await
        .unwrap();
    let requests = requests.lock().unwrap();
    let query = requests[0].uri().query().unwrap().to_owned();
    let cookies = requests[0].headers()["cookie"].to_str().unwrap().to_owned();
    (query, cookies)
}

#[tokio::test]
async fn a_key_that_is_a_parameter_too_is_sent_once() {
    let (query, cookies) = sent(|builder| builder.query_key("good")).await;
    assert_eq!(
        (&*query, &*cookies),
        ("keys=own&key=good", "sid=own; side=own")
    );
    let (query, cookies) = sent(|builder| builder.session("good")).await;
    assert_eq!(
        (&*query, &*cookies),
        ("key=own&keys=own", "side=own; sid=good")
    );
}

#[tokio::test]
async fn scopes_reach_the_program() {
    let client = anonymous().token("weak").build().unwrap();
    let error = client.users_me().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 403);
    assert!(error.to_string().contains("not for you"), "{error}");
}

#[tokio::test]
async fn the_answer_says_how_to_authenticate() {
    let answer = send("GET /users/me/", "").await;
    let challenges: Vec<_> = answer.headers.get_all("www-authenticate").iter().collect();
    assert_eq!(challenges, ["Bearer", "Basic realm=\"login\""]);
    assert_eq!(answer.json()["detail"], "credentials were not provided");
    assert_eq!(
        send("GET /users/me/\nauthorization: Basic !", "")
            .await
            .json()["detail"],
        "the credential is malformed"
    );
    assert_eq!(
        send("GET /users/me/\nauthorization: bEARER  good", "")
            .await
            .status,
        200
    );
}

#[test]
fn basic_credentials_are_those_of_the_rfc() {
    let basic = Basic {
        user: "Aladdin".to_owned(),
        password: "open sesame".to_owned(),
    };
    assert_eq!(basic.encode(), "QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    let colons = Basic {
        user: "a".to_owned(),
        password: "b:c".to_owned(),
    };
    assert_eq!(Basic::decode(&colons.encode()), Some(colons));
    assert!(!format!("{basic:?}").contains("sesame"));
}

#[test]
fn a_client_does_not_show_its_secrets() {
    let builder = anonymous()
        .bearer("S1")
        .login("Ann", "S2")
        .query_key("S3")
        .header("x-secret", "S4");
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    let call = client.users_retrieve(1).header("authorization", "S5");
    for shown in [shown, format!("{client:?}"), format!("{call:?}")] {
        assert!(!shown.contains('S'), "{shown}");
    }
    assert!(format!("{client:?}").contains("login"));
}
