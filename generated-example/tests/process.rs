//! The program as a whole: many callers at once, restarts, and the end.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::{
    collections::BTreeSet,
    io::{Read, Write},
    net::TcpStream,
    sync::Arc,
    time::Duration,
};

use serde_json::json;
use support::{PROVIDERS, Server, TOKEN, body};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn creating_at_the_same_time_loses_nothing() {
    let (_directory, server) = Server::fresh(&[]);
    let server = Arc::new(server);
    let mut callers = JoinSet::new();
    for caller in 0..8 {
        let server = Arc::clone(&server);
        callers.spawn(async move {
            let mut numbers = Vec::new();
            for number in 0..25 {
                numbers.push(
                    server
                        .create(&format!("{caller}-{number}"), json!({}))
                        .await,
                );
            }
            numbers
        });
    }
    let numbers: BTreeSet<i64> = callers.join_all().await.into_iter().flatten().collect();
    assert_eq!(numbers, (1..=200).collect());
    let list = server.call("GET", PROVIDERS).await.json();
    assert_eq!(list["pagination"]["count"], 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn of_equal_names_at_the_same_time_one_wins() {
    let (_directory, server) = Server::fresh(&[]);
    let server = Arc::new(server);
    let mut callers = JoinSet::new();
    for _ in 0..16 {
        let server = Arc::clone(&server);
        callers.spawn(async move {
            server
                .call_with("POST", PROVIDERS, &body("a", json!({})))
                .await
        });
    }
    let (won, lost): (Vec<_>, Vec<_>) = callers
        .join_all()
        .await
        .into_iter()
        .partition(|answer| answer.status == 201);
    assert_eq!(won.len(), 1);
    for answer in lost {
        answer.assert(
            400,
            &json!({"name": ["provider with this name already exists."]}),
        );
    }
}

#[tokio::test]
async fn a_restart_keeps_everything() {
    let (directory, mut server) = Server::fresh(&[]);
    server.create("a", json!({"skip_path_regex": "^/x"})).await;
    let before = server.call("GET", "/providers/proxy/1/").await.json();
    server.signal("-TERM");
    assert!(server.wait().success());
    let server = Server::start(&directory.path().join("providers.sqlite"), &[]);
    assert_eq!(
        server.call("GET", "/providers/proxy/1/").await.json(),
        before
    );
    assert_eq!(server.create("b", json!({})).await, 2);
}

#[tokio::test]
async fn a_killed_server_has_kept_what_it_answered() {
    let (directory, mut server) = Server::fresh(&[]);
    server.create("a", json!({})).await;
    server.signal("-KILL");
    assert!(!server.wait().success());
    let server = Server::start(&directory.path().join("providers.sqlite"), &[]);
    assert_eq!(
        server.call("GET", "/providers/proxy/1/").await.json()["name"],
        "a"
    );
}

/// A request that is half sent when the signal comes is still answered.
#[tokio::test]
async fn signals_end_the_server_after_the_running_requests() {
    for signal in ["-TERM", "-INT"] {
        let (_directory, mut server) = Server::fresh(&[]);
        let address = server
            .url
            .strip_prefix("http://")
            .unwrap()
            .split('/')
            .next()
            .unwrap()
            .to_owned();
        let text = body("a", json!({})).to_string();
        let (first, second) = text.split_at(10);
        let mut connection = TcpStream::connect(address).unwrap();
        write!(
            connection,
            "POST /api/v3{PROVIDERS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {TOKEN}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{first}",
            text.len()
        )
        .unwrap();
        std::thread::sleep(Duration::from_millis(200));
        server.signal(signal);
        std::thread::sleep(Duration::from_millis(200));
        connection.write_all(second.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
        assert!(server.wait().success());
    }
}
