//! The client program: what it prints, and its exit codes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::process::{Command, Output};

use serde_json::Value;
use support::{FLOW, Server, TOKEN, UNKNOWN};

fn providers(server: &Server, arguments: &[&str]) -> Output {
    providers_at(&server.url, TOKEN, arguments)
}

fn providers_at(url: &str, token: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_generated-example"))
        .arg("providers")
        .args(arguments)
        .env("GENERATED_EXAMPLE_BASE_URL", url)
        .env("GENERATED_EXAMPLE_TOKEN", token)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a call that must succeed prints with `--json`.
fn json(server: &Server, arguments: &[&str]) -> Value {
    let output = providers(server, &[arguments, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The arguments that create a provider, before others.
fn create<'a>(name: &'a str, others: &[&'a str]) -> Vec<&'a str> {
    let required = [
        "create",
        "--name",
        name,
        "--authorization-flow",
        FLOW,
        "--invalidation-flow",
        FLOW,
        "--external-host",
        "https://a.example.com",
    ];
    [required.as_slice(), others].concat()
}

#[tokio::test]
async fn every_operation_can_be_called() {
    let (_directory, server) = Server::fresh(&[]);
    let others = [
        "--internal-host",
        "http://upstream",
        "--certificate",
        UNKNOWN,
        "--skip-path-regex",
        "^/x",
    ];
    let created = json(&server, &create("a", &others));
    assert_eq!(
        (&created["pk"], &created["certificate"]),
        (&Value::from(1), &Value::from(UNKNOWN))
    );
    assert_eq!(json(&server, &["get", "1"]), created);

    let changes = [
        "update",
        "1",
        "--name",
        "b",
        "--certificate",
        "none",
        "--jwt-federation-providers",
        "1",
        "2",
    ];
    let updated = json(&server, &changes);
    assert_eq!(updated["name"], "b");
    assert_eq!(updated["certificate"], Value::Null);
    assert_eq!(updated["skip_path_regex"], "^/x");
    assert_eq!(
        updated["jwt_federation_providers"],
        serde_json::json!([1, 2])
    );

    let replace = [
        &["replace", "1"],
        &create("c", &["--mode", "forward_single"])[1..],
    ]
    .concat();
    assert_eq!(json(&server, &replace)["mode"], "forward_single");
    assert_eq!(json(&server, &["used-by", "1"])[0]["name"], "c");
    assert_eq!(
        json(&server, &["list", "--search", "C"])["results"][0]["name"],
        "c"
    );

    let deleted = providers(&server, &["delete", "1"]);
    assert_eq!(text(&deleted.stdout), "provider 1 is deleted\n");
    assert_eq!(json(&server, &["list"])["pagination"]["count"], 0);
}

#[tokio::test]
async fn answers_are_tables_for_people() {
    let (_directory, server) = Server::fresh(&[]);
    let created = providers(&server, &create("wiki", &["--mode", "forward_domain"]));
    let details = text(&created.stdout);
    assert!(
        details.contains("client_id") && details.contains("outpost.goauthentik.io"),
        "{details}"
    );
    let list = text(&providers(&server, &["list"]).stdout);
    assert!(
        list.contains("wiki") && list.contains("forward_domain"),
        "{list}"
    );
    assert!(
        list.ends_with("page 1 of 1, 1 providers in all\n"),
        "{list}"
    );
}

#[tokio::test]
async fn refusals_are_lines_and_exit_codes() {
    let (_directory, server) = Server::fresh(&[]);
    let output = providers(&server, &create("a", &["--mode", "proxy"]));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "the server refused (400 Bad Request):\n  \
         internal_host: Internal host cannot be empty when forward auth is disabled.\n"
    );
    let output = providers(&server, &["get", "7"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "the server refused (404 Not Found):\n  No ProxyProvider matches the given query.\n"
    );
    let output = providers_at(&server.url, "wrong", &["list"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("Token invalid/expired"));
    assert!(!text(&output.stderr).contains(TOKEN));
}

#[test]
fn other_failures_have_codes_of_their_own() {
    let wrong = providers_at("http://127.0.0.1:1", TOKEN, &["get", "x"]);
    assert_eq!(wrong.status.code(), Some(2));
    let nobody = providers_at("http://127.0.0.1:1", TOKEN, &["list"]);
    assert_eq!(nobody.status.code(), Some(3));
    let relative = providers_at("/api/v3", TOKEN, &["list"]);
    assert_eq!(relative.status.code(), Some(3));
}
