//! Create, read, update and delete over HTTP.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use serde_json::{Value, json};
use support::{FLOW, PROVIDERS, Server, UNKNOWN, body};

const PATH: &str = "/providers/proxy/1/";
const MANAGED: [&str; 5] = [
    "c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7301",
    "c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7302",
    "c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7303",
    "c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7304",
    "c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7305",
];

#[tokio::test]
async fn a_new_provider_has_the_servers_defaults() {
    let (_directory, server) = Server::fresh(&[]);
    let answer = server
        .call_with("POST", PROVIDERS, &body("a", json!({})))
        .await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.headers.get("location"), None);
    let mut provider = answer.json();
    let client_id = provider["client_id"].take();
    let client_id = client_id.as_str().unwrap();
    assert!(client_id.len() == 40 && client_id.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let expected = json!({
        "pk": 1, "name": "a", "authentication_flow": null, "authorization_flow": FLOW, "invalidation_flow": FLOW,
        "property_mappings": MANAGED, "component": "ak-provider-proxy-form", "assigned_application_slug": null,
        "assigned_application_name": null, "assigned_backchannel_application_slug": null,
        "assigned_backchannel_application_name": null, "verbose_name": "Proxy Provider",
        "verbose_name_plural": "Proxy Providers", "meta_model_name": "authentik_providers_proxy.proxyprovider",
        "client_id": null, "internal_host": "http://upstream:8080", "external_host": "https://app.example.com",
        "internal_host_ssl_validation": true, "certificate": null, "skip_path_regex": "",
        "basic_auth_enabled": false, "basic_auth_password_attribute": "", "basic_auth_user_attribute": "",
        "mode": "proxy", "intercept_header_auth": true, "redirect_uris": [
            {
                "matching_mode": "strict", "redirect_uri_type": "authorization",
                "url": "https://app.example.com/outpost.goauthentik.io/callback?X-authentik-auth-callback=true",
            },
            {
                "matching_mode": "strict", "redirect_uri_type": "authorization",
                "url": "https://app.example.com?X-authentik-auth-callback=true",
            },
        ],
        "cookie_domain": "", "jwt_federation_sources": [], "jwt_federation_providers": [], "jwks_sources": [],
        "access_token_validity": "hours=1", "refresh_token_validity": "days=30", "outpost_set": [],
    });
    assert_eq!(provider, expected);
}

#[tokio::test]
async fn put_needs_the_required_members_and_keeps_the_others() {
    let (_directory, server) = Server::fresh(&[]);
    let set = json!({"certificate": UNKNOWN, "skip_path_regex": "^/x", "jwks_sources": [UNKNOWN]});
    server.create("a", set).await;
    let before = server.call("GET", PATH).await.json();
    assert_eq!(before["jwt_federation_sources"], json!([UNKNOWN]));
    assert_eq!(before["jwks_sources"], json!([UNKNOWN]));
    let changes = json!({"external_host": "https://b.example.com/x/"});
    let after = server.call_with("PUT", PATH, &body("b", changes)).await;
    assert_eq!(after.status, 200);
    let after = after.json();
    assert_eq!(after["name"], "b");
    assert_eq!(
        after["redirect_uris"][0]["url"],
        "https://b.example.com/x/outpost.goauthentik.io/callback?X-authentik-auth-callback=true"
    );
    for kept in [
        "certificate",
        "skip_path_regex",
        "jwt_federation_sources",
        "client_id",
        "pk",
    ] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    let answer = server
        .call_with("PUT", PATH, &json!({"name": "c", "mode": "forward_single"}))
        .await;
    assert_eq!(answer.status, 400);
    assert_eq!(server.call("GET", PATH).await.json(), after);
}

#[tokio::test]
async fn patch_keeps_clears_and_replaces() {
    let (_directory, server) = Server::fresh(&[]);
    let set = json!({
        "certificate": UNKNOWN, "authentication_flow": FLOW, "jwt_federation_providers": [5], "mode": "forward_single",
        "property_mappings": [UNKNOWN],
    });
    server.create("a", set).await;
    let before = server.call("GET", PATH).await.json();
    let changes = json!({
        "mode": "forward_single", "certificate": null, "jwt_federation_providers": [], "property_mappings": [],
    });
    let after = server.call_with("PATCH", PATH, &changes).await;
    assert_eq!(after.status, 200);
    let mut expected = before.clone();
    expected["certificate"] = Value::Null;
    expected["jwt_federation_providers"] = json!([]);
    expected["property_mappings"] = json!(MANAGED);
    assert_eq!(after.json(), expected);
}

#[tokio::test]
async fn patch_checks_members_together_by_the_body_alone() {
    let (_directory, server) = Server::fresh(&[]);
    server.create("a", json!({"mode": "forward_single"})).await;
    let problems =
        json!({"internal_host": ["Internal host cannot be empty when forward auth is disabled."]});
    for changes in [json!({}), json!({"name": "b"}), json!({"mode": "proxy"})] {
        server
            .call_with("PATCH", PATH, &changes)
            .await
            .assert(400, &problems);
    }
    let named = json!({"name": "b", "mode": "forward_single"});
    assert_eq!(
        server.call_with("PATCH", PATH, &named).await.json()["name"],
        "b"
    );
}

#[tokio::test]
async fn a_name_may_be_kept_but_not_taken() {
    let (_directory, server) = Server::fresh(&[]);
    server.create("a", json!({})).await;
    server.create("b", json!({})).await;
    assert_eq!(
        server
            .call_with("PUT", PATH, &body("a", json!({})))
            .await
            .status,
        200
    );
    let taken = json!({"name": ["provider with this name already exists."]});
    server
        .call_with("PUT", PATH, &body("b", json!({})))
        .await
        .assert(400, &taken);
    let changes = json!({"name": "b", "mode": "forward_single"});
    server
        .call_with("PATCH", PATH, &changes)
        .await
        .assert(400, &taken);
}

#[tokio::test]
async fn a_deleted_provider_is_gone_and_its_number_with_it() {
    let (_directory, server) = Server::fresh(&[]);
    server.create("a", json!({})).await;
    let answer = server.call("DELETE", PATH).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
    assert_eq!(answer.headers.get("content-type"), None);
    let none = json!({"detail": "No ProxyProvider matches the given query."});
    for method in ["GET", "DELETE"] {
        server.call(method, PATH).await.assert(404, &none);
    }
    assert_eq!(server.create("a", json!({})).await, 2);
}

#[tokio::test]
async fn used_by_lists_the_providers_that_accept_its_tokens() {
    let (_directory, server) = Server::fresh(&[]);
    server.create("a", json!({})).await;
    server
        .call("GET", "/providers/proxy/1/used_by/")
        .await
        .assert(200, &json!([]));
    server
        .create("b", json!({"jwt_federation_providers": [1]}))
        .await;
    let users = json!([{
        "app": "authentik_providers_proxy", "model_name": "proxyprovider", "pk": "2", "name": "b",
        "action": "cascade_many",
    }]);
    server
        .call("GET", "/providers/proxy/1/used_by/")
        .await
        .assert(200, &users);
}
