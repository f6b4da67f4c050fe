//! Pages, filters, search and order of the list over HTTP.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use serde_json::{Value, json};
use support::{FLOW, PROVIDERS, Server, UNKNOWN};

async fn list(server: &Server, query: &str) -> Value {
    let answer = server.call("GET", &format!("{PROVIDERS}?{query}")).await;
    assert_eq!(answer.status, 200, "{query}: {}", answer.text);
    answer.json()
}

async fn names(server: &Server, query: &str) -> Vec<String> {
    let list = list(server, query).await;
    let name = |provider: &Value| provider["name"].as_str().unwrap().to_owned();
    list["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(name)
        .collect()
}

#[tokio::test]
async fn an_empty_list_has_one_page() {
    let (_directory, server) = Server::fresh(&[]);
    let expected = json!({
        "pagination": {
            "next": 0, "previous": 0, "count": 0, "current": 1, "total_pages": 1, "start_index": 0, "end_index": 0,
        },
        "results": [],
        "autocomplete": {},
    });
    assert_eq!(list(&server, "").await, expected);
    assert_eq!(list(&server, "page=last").await, expected);
}

#[tokio::test]
async fn pages_are_numbered_and_bounded() {
    let (_directory, server) = Server::fresh(&[]);
    for number in 0..21 {
        server.create(&format!("p{number:02}"), json!({})).await;
    }
    let expected = json!({
        "next": 2, "previous": 0, "count": 21, "current": 1, "total_pages": 2, "start_index": 1, "end_index": 20,
    });
    for query in ["", "page=", "page=1"] {
        assert_eq!(
            list(&server, query).await["pagination"],
            expected,
            "{query}"
        );
    }
    let expected = json!({
        "next": 0, "previous": 1, "count": 21, "current": 2, "total_pages": 2, "start_index": 21, "end_index": 21,
    });
    for query in ["page=2", "page=last"] {
        assert_eq!(
            list(&server, query).await["pagination"],
            expected,
            "{query}"
        );
    }
    assert_eq!(
        names(&server, "page=3&page_size=9").await,
        ["p18", "p19", "p20"]
    );
    for query in [
        "page_size=0",
        "page_size=-1",
        "page_size=x",
        "page_size=1000",
    ] {
        assert_eq!(names(&server, query).await.len(), 21, "{query}");
    }
    for query in [
        "page=3",
        "page=0",
        "page=-1",
        "page=x",
        "page=1.0",
        "page=99999999999999999999",
    ] {
        let answer = server.call("GET", &format!("{PROVIDERS}?{query}")).await;
        answer.assert(404, &json!({"detail": "Invalid page."}));
    }
}

#[tokio::test]
async fn filters_compare_without_case_and_forgive() {
    let (_directory, server) = Server::fresh(&[]);
    let odd = json!({
        "mode": "forward_domain", "cookie_domain": "Example.com", "certificate": UNKNOWN,
        "authorization_flow": UNKNOWN, "property_mappings": [UNKNOWN], "skip_path_regex": "^/Ä",
        "external_host": "https://odd.example.com/A", "internal_host": "http://Odd", "basic_auth_enabled": true,
        "basic_auth_user_attribute": "User", "basic_auth_password_attribute": "Pass",
        "internal_host_ssl_validation": false,
    });
    server.create("Odd", odd).await;
    server.create("plain", json!({})).await;
    let certificate = format!("certificate__kp_uuid__iexact={UNKNOWN}");
    let mappings = format!("property_mappings__iexact={UNKNOWN}&property_mappings__iexact={FLOW}");
    let odd_only = [
        "name__iexact=oDD",
        "mode__iexact=FORWARD_domain",
        "cookie_domain__iexact=example.COM",
        "skip_path_regex__iexact=%5E%2F%C3%A4",
        "external_host__iexact=https://ODD.example.com/a",
        "internal_host__iexact=http://odd",
        "basic_auth_user_attribute__iexact=user",
        "basic_auth_password_attribute__iexact=pass",
        "basic_auth_enabled__iexact=true",
        "internal_host_ssl_validation__iexact=False",
        certificate.as_str(),
        mappings.as_str(),
    ];
    for query in odd_only {
        assert_eq!(names(&server, query).await, ["Odd"], "{query}");
    }
    let slug = "authorization_flow__slug__iexact=Default-Provider-authorization-explicit-consent";
    assert_eq!(names(&server, slug).await, ["plain"]);
    let all = [
        "name__iexact=",
        "application__isnull=true",
        "basic_auth_enabled__iexact=perhaps",
        "color=red",
    ];
    for query in all {
        assert_eq!(names(&server, query).await.len(), 2, "{query}");
    }
    let none = [
        "application__isnull=false",
        "mode__iexact=nonsense",
        "certificate__name__iexact=x",
    ];
    for query in none {
        assert!(names(&server, query).await.is_empty(), "{query}");
    }
}

#[tokio::test]
async fn uuids_that_are_none_are_refused() {
    let (_directory, server) = Server::fresh(&[]);
    let query = "certificate__kp_uuid__iexact=x&property_mappings__iexact=y";
    let expected = json!({
        "certificate__kp_uuid__iexact": ["Enter a valid UUID."],
        "property_mappings__iexact": ["“y” is not a valid value."],
    });
    server
        .call("GET", &format!("{PROVIDERS}?{query}"))
        .await
        .assert(400, &expected);
}

#[tokio::test]
async fn searching_and_ordering() {
    let (_directory, server) = Server::fresh(&[]);
    for (name, mode) in [
        ("b mail", "proxy"),
        ("A Mail & web", "forward_single"),
        ("c", "forward_single"),
    ] {
        server.create(name, json!({"mode": mode})).await;
    }
    assert_eq!(names(&server, "").await, ["A Mail & web", "b mail", "c"]);
    assert_eq!(
        names(&server, "search=MAIL").await,
        ["A Mail & web", "b mail"]
    );
    assert_eq!(names(&server, "search=mail%20%26").await, ["A Mail & web"]);
    assert_eq!(names(&server, "search=web,mail").await, ["A Mail & web"]);
    assert_eq!(
        names(&server, "ordering=-name").await,
        ["c", "b mail", "A Mail & web"]
    );
    assert_eq!(
        names(&server, "ordering=mode,-name").await,
        ["c", "A Mail & web", "b mail"]
    );
    assert_eq!(
        names(&server, "ordering=nonsense").await,
        ["A Mail & web", "b mail", "c"]
    );
}
