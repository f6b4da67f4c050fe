//! Which bodies are refused, and how, over HTTP. Every rule of single members has its own unit test.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use serde_json::{Value, json};
use support::{FLOW, PROVIDERS, Server, UNKNOWN, body, send};

const REQUIRED: &str = "This field is required.";
const NO_INTERNAL_HOST: &str = "Internal host cannot be empty when forward auth is disabled.";

async fn assert_refused(server: &Server, body: &Value, problems: &Value) {
    server
        .call_with("POST", PROVIDERS, body)
        .await
        .assert(400, problems);
}

#[tokio::test]
async fn all_bad_members_are_reported_together_with_what_the_store_knows() {
    let (_directory, server) = Server::fresh(&[]);
    server.create("taken", json!({})).await;
    let sent = json!({
        "name": " taken ", "authorization_flow": "x", "internal_host": null, "external_host": "",
        "mode": "y", "property_mappings": "z", "access_token_validity": "5", "basic_auth_enabled": "perhaps",
        "jwt_federation_providers": ["w"], "skip_path_regex": true, "certificate": false,
    });
    let problems = json!({
        "name": ["provider with this name already exists."],
        "authorization_flow": ["“x” is not a valid UUID."],
        "invalidation_flow": [REQUIRED],
        "internal_host": ["This field may not be null."],
        "external_host": ["This field may not be blank."],
        "mode": ["\"y\" is not a valid choice."],
        "property_mappings": ["Expected a list of items but got type \"str\"."],
        "access_token_validity": ["5 is not in the correct format of 'hours=3;minutes=1'."],
        "basic_auth_enabled": ["Must be a valid boolean."],
        "jwt_federation_providers": ["Incorrect type. Expected pk value, received str."],
        "skip_path_regex": ["Not a valid string."],
        "certificate": ["Incorrect type. Expected pk value, received bool."],
    });
    assert_refused(&server, &sent, &problems).await;
}

#[tokio::test]
async fn members_together_are_checked_last() {
    let (_directory, server) = Server::fresh(&[]);
    assert_refused(
        &server,
        &body("a", json!({"internal_host": ""})),
        &json!({"internal_host": [NO_INTERNAL_HOST]}),
    )
    .await;
    let basic = json!({
        "basic_auth_enabled": ["User and password attributes must be set when basic auth is enabled."]
    });
    assert_refused(
        &server,
        &body("a", json!({"basic_auth_enabled": true})),
        &basic,
    )
    .await;
    let forward = body(
        "a",
        json!({"mode": "forward_domain", "internal_host": "http://upstream"}),
    );
    let answer = server.call_with("POST", PROVIDERS, &forward).await;
    assert_eq!(answer.status, 201);
}

#[tokio::test]
async fn bodies_that_are_no_objects_are_refused() {
    let (_directory, server) = Server::fresh(&[]);
    let list = json!({"non_field_errors": ["Invalid data. Expected a dictionary, but got list."]});
    assert_refused(&server, &json!([]), &list).await;
    assert_refused(
        &server,
        &json!(null),
        &json!({"non_field_errors": ["No data provided"]}),
    )
    .await;
}

#[tokio::test]
async fn an_empty_body_is_an_empty_object() {
    let (_directory, server) = Server::fresh(&[]);
    server.create("a", json!({})).await;
    let required = json!({
        "authorization_flow": [REQUIRED], "external_host": [REQUIRED],
        "invalidation_flow": [REQUIRED], "name": [REQUIRED],
    });
    let no_host = json!({"internal_host": [NO_INTERNAL_HOST]});
    let cases = [
        ("POST", PROVIDERS, &required),
        ("PUT", "/providers/proxy/1/", &required),
        ("PATCH", "/providers/proxy/1/", &no_host),
    ];
    for (method, path, problems) in cases {
        server.call(method, path).await.assert(400, problems);
        let typed = server
            .request(method, path)
            .header("content-type", "application/json");
        send(typed).await.assert(400, problems);
        server
            .call_with(method, path, &json!({}))
            .await
            .assert(400, problems);
    }
}

#[tokio::test]
async fn accepted_spellings_are_answered_in_canonical_form() {
    let (_directory, server) = Server::fresh(&[]);
    let changes = json!({
        "authorization_flow": FLOW.replace('-', ""), "authentication_flow": "", "intercept_header_auth": "false",
        "skip_path_regex": "^/a$\n^/b$\n", "access_token_validity": " HOURS= 1", "pk": 77, "color": "red",
        "jwt_federation_providers": ["1"], "name": 12,
    });
    let provider = server
        .call_with("POST", PROVIDERS, &body("", changes))
        .await
        .json();
    assert_eq!(provider["pk"], 1);
    assert_eq!(provider["name"], "12");
    assert_eq!(provider["authorization_flow"], FLOW);
    assert_eq!(provider["authentication_flow"], Value::Null);
    assert_eq!(provider["intercept_header_auth"], false);
    assert_eq!(provider["skip_path_regex"], "^/a$\n^/b$");
    assert_eq!(provider["access_token_validity"], "HOURS= 1");
    assert_eq!(provider["jwt_federation_providers"], json!([1]));
    assert_eq!(provider.get("color"), None);
}

#[tokio::test]
async fn references_are_looked_up_only_on_demand() {
    let (_directory, lenient) = Server::fresh(&[]);
    let sent = body(
        "a",
        json!({"invalidation_flow": UNKNOWN, "certificate": UNKNOWN}),
    );
    assert_eq!(
        lenient.call_with("POST", PROVIDERS, &sent).await.status,
        201
    );
    let mapping_filter = format!("{PROVIDERS}?property_mappings__iexact={UNKNOWN}");
    assert_eq!(lenient.call("GET", &mapping_filter).await.status, 200);

    let (_directory, strict) = Server::fresh(&["--strict-references"]);
    let unknown = format!("Invalid pk \"{UNKNOWN}\" - object does not exist.");
    let problems = json!({"invalidation_flow": [unknown], "certificate": [unknown]});
    assert_refused(&strict, &sent, &problems).await;
    strict.create("a", json!({})).await;
    let choice = format!("Select a valid choice. {UNKNOWN} is not one of the available choices.");
    let answer = strict.call("GET", &mapping_filter).await;
    answer.assert(400, &json!({"property_mappings__iexact": [choice]}));
}
