//! The rules of single members and of members together, case by case.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};

use super::*;

const UUID: &str = "0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8f";
const UUID_WITHOUT_DASHES: &str = "0b9d7f0e6a1c4f7b9f4a2f4b5c6d7e8f";

const REQUIRED: &str = "This field is required.";
const NOT_NULL: &str = "This field may not be null.";
const NOT_BLANK: &str = "This field may not be blank.";
const NOT_TEXT: &str = "Not a valid string.";
const NOT_BOOLEAN: &str = "Must be a valid boolean.";
const NOT_URL: &str = "Enter a valid URL.";

/// A body that passes, with some members replaced.
fn body_with(changes: Value) -> Value {
    let mut body = json!({
        "name": "a",
        "authorization_flow": UUID,
        "invalidation_flow": UUID,
        "internal_host": "http://upstream",
        "external_host": "https://a.example.com",
    });
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

fn kept(changes: Value) -> Value {
    match read(&body_with(changes.clone()), Purpose::Whole).finish() {
        Ok(body) => body,
        Err(problems) => panic!("{changes} is refused: {problems:?}"),
    }
}

fn problems_of(body: &Value, purpose: Purpose) -> Value {
    match read(body, purpose).finish() {
        Ok(body) => panic!("{body} is accepted"),
        Err(problems) => serde_json::to_value(problems).unwrap(),
    }
}

#[test]
fn single_members_are_refused() {
    let cases = [
        ("name", json!(null), NOT_NULL),
        ("authorization_flow", json!(null), NOT_NULL),
        ("authorization_flow", json!(""), NOT_NULL),
        ("internal_host", json!(null), NOT_NULL),
        ("property_mappings", json!(null), NOT_NULL),
        ("basic_auth_enabled", json!(null), NOT_NULL),
        ("mode", json!(null), NOT_NULL),
        ("name", json!(""), NOT_BLANK),
        ("name", json!(" \t"), NOT_BLANK),
        ("external_host", json!(""), NOT_BLANK),
        ("access_token_validity", json!(""), NOT_BLANK),
        ("refresh_token_validity", json!("  "), NOT_BLANK),
        ("name", json!(true), NOT_TEXT),
        ("name", json!(["a"]), NOT_TEXT),
        ("skip_path_regex", json!({}), NOT_TEXT),
        ("name", json!("a\u{0}b"), "Null characters are not allowed."),
        ("authorization_flow", json!("x"), "“x” is not a valid UUID."),
        ("certificate", json!("x"), "“x” is not a valid UUID."),
        ("certificate", json!(1.5), "“1.5” is not a valid UUID."),
        (
            "certificate",
            json!(true),
            "Incorrect type. Expected pk value, received bool.",
        ),
        (
            "certificate",
            json!(5),
            "Invalid pk \"5\" - object does not exist.",
        ),
        (
            "property_mappings",
            json!("x"),
            "Expected a list of items but got type \"str\".",
        ),
        (
            "property_mappings",
            json!({}),
            "Expected a list of items but got type \"dict\".",
        ),
        (
            "property_mappings",
            json!([UUID, "x", "y"]),
            "“x” is not a valid UUID.",
        ),
        ("jwks_sources", json!(["x"]), "“x” is not a valid UUID."),
        (
            "jwt_federation_sources",
            json!([null]),
            "Invalid pk \"None\" - object does not exist.",
        ),
        (
            "jwt_federation_providers",
            json!(["x"]),
            "Incorrect type. Expected pk value, received str.",
        ),
        (
            "jwt_federation_providers",
            json!([true]),
            "Incorrect type. Expected pk value, received bool.",
        ),
        (
            "jwt_federation_providers",
            json!([18_446_744_073_709_551_615_u64]),
            "Invalid pk \"18446744073709551615\" - object does not exist.",
        ),
        ("intercept_header_auth", json!("perhaps"), NOT_BOOLEAN),
        ("intercept_header_auth", json!(2), NOT_BOOLEAN),
        ("intercept_header_auth", json!([]), NOT_BOOLEAN),
        ("mode", json!("x"), "\"x\" is not a valid choice."),
        ("mode", json!(""), "\"\" is not a valid choice."),
        ("mode", json!(1), "\"1\" is not a valid choice."),
        ("internal_host", json!("x"), NOT_URL),
        ("external_host", json!("ftp://x"), NOT_URL),
        (
            "access_token_validity",
            json!("5"),
            "5 is not in the correct format of 'hours=3;minutes=1'.",
        ),
    ];
    for (member, value, message) in cases {
        let body = body_with(json!({ member: value }));
        let mut problems = serde_json::Map::new();
        problems.insert(member.to_owned(), json!([message]));
        assert_eq!(
            problems_of(&body, Purpose::Whole),
            Value::Object(problems),
            "{body}"
        );
    }
}

#[test]
fn single_members_are_kept_in_canonical_form() {
    let cases = [
        ("name", json!(" a\n"), json!("a")),
        ("name", json!(5), json!("5")),
        ("name", json!(1.5), json!("1.5")),
        (
            "skip_path_regex",
            json!("^/a$\n^/b$\n"),
            json!("^/a$\n^/b$"),
        ),
        ("skip_path_regex", json!("(["), json!("([")),
        (
            "authorization_flow",
            json!(UUID_WITHOUT_DASHES),
            json!(UUID),
        ),
        ("authentication_flow", json!(""), json!(null)),
        ("certificate", json!(null), json!(null)),
        (
            "property_mappings",
            json!([UUID_WITHOUT_DASHES, UUID]),
            json!([UUID]),
        ),
        (
            "jwt_federation_providers",
            json!([3, "4", 3]),
            json!([3, 4]),
        ),
        ("intercept_header_auth", json!("False"), json!(false)),
        ("intercept_header_auth", json!("true"), json!(true)),
        ("intercept_header_auth", json!(0), json!(false)),
        ("intercept_header_auth", json!(1), json!(true)),
        (
            "external_host",
            json!("HTTP://a.example.com "),
            json!("HTTP://a.example.com"),
        ),
        (
            "access_token_validity",
            json!("HOURS= 1"),
            json!("HOURS= 1"),
        ),
    ];
    for (member, value, expected) in cases {
        assert_eq!(
            kept(json!({ member: value }))[member],
            expected,
            "{member}: {value}"
        );
    }
}

#[test]
fn all_bad_members_are_reported_together() {
    let body = json!({"external_host": "x", "mode": "y", "name": null});
    let expected = json!({
        "authorization_flow": [REQUIRED],
        "external_host": [NOT_URL],
        "invalidation_flow": [REQUIRED],
        "mode": ["\"y\" is not a valid choice."],
        "name": [NOT_NULL],
    });
    assert_eq!(problems_of(&body, Purpose::Whole), expected);
}

#[test]
fn an_empty_object_misses_the_four_required_members() {
    let expected = json!({
        "authorization_flow": [REQUIRED],
        "external_host": [REQUIRED],
        "invalidation_flow": [REQUIRED],
        "name": [REQUIRED],
    });
    assert_eq!(problems_of(&json!({}), Purpose::Whole), expected);
}

#[test]
fn a_body_must_be_an_object() {
    let cases = [
        (
            json!([1]),
            "Invalid data. Expected a dictionary, but got list.",
        ),
        (
            json!("a"),
            "Invalid data. Expected a dictionary, but got str.",
        ),
        (json!(null), "No data provided"),
    ];
    for (body, message) in cases {
        let expected = json!({"non_field_errors": [message]});
        assert_eq!(problems_of(&body, Purpose::Whole), expected);
        assert_eq!(problems_of(&body, Purpose::Parts), expected);
    }
}

#[test]
fn unknown_and_read_only_members_are_dropped() {
    let body = kept(json!({"pk": 7, "client_id": "x", "color": "red"}));
    assert_eq!(body, kept(json!({})));
}

#[test]
fn the_newer_name_of_the_sources_wins() {
    let other = "11111111-2222-4333-8444-555555555555";
    let body = kept(json!({"jwks_sources": [other]}));
    assert_eq!(body["jwt_federation_sources"], json!([other]));
    let body = kept(json!({"jwks_sources": [other], "jwt_federation_sources": [UUID]}));
    assert_eq!(body["jwt_federation_sources"], json!([UUID]));
    assert_eq!(body.get("jwks_sources"), None);
}

#[test]
fn basic_auth_needs_both_attributes_in_the_same_body() {
    let expected = json!({
        "basic_auth_enabled": ["User and password attributes must be set when basic auth is enabled."]
    });
    for changes in [
        json!({"basic_auth_enabled": true}),
        json!({"basic_auth_enabled": true, "basic_auth_user_attribute": "u"}),
        json!({"basic_auth_enabled": true, "basic_auth_user_attribute": "u", "basic_auth_password_attribute": " "}),
    ] {
        assert_eq!(problems_of(&body_with(changes), Purpose::Whole), expected);
    }
    let both = json!({
        "basic_auth_enabled": true, "basic_auth_user_attribute": "u", "basic_auth_password_attribute": "p"
    });
    assert_eq!(kept(both)["basic_auth_enabled"], json!(true));
}

#[test]
fn the_mode_proxy_needs_an_internal_host_in_the_same_body() {
    let expected = json!({
        "internal_host": ["Internal host cannot be empty when forward auth is disabled."]
    });
    for body in [
        json!({}),
        json!({"name": "b"}),
        json!({"mode": "proxy", "internal_host": ""}),
    ] {
        assert_eq!(problems_of(&body, Purpose::Parts), expected);
    }
    for body in [
        json!({"mode": "forward_single"}),
        json!({"mode": "forward_domain", "internal_host": "http://a"}),
        json!({"internal_host": "http://a"}),
    ] {
        assert_eq!(read(&body, Purpose::Parts).finish().unwrap(), body);
    }
}

#[test]
fn members_together_are_checked_only_if_each_passed() {
    let body = body_with(json!({"internal_host": "", "basic_auth_enabled": true, "mode": "x"}));
    let expected = json!({"mode": ["\"x\" is not a valid choice."]});
    assert_eq!(problems_of(&body, Purpose::Whole), expected);
}

#[test]
fn the_store_can_add_problems() {
    let body = body_with(json!({"mode": "x"}));
    let mut draft = read(&body, Purpose::Whole);
    assert_eq!(draft.name(), Some("a"));
    assert_eq!(draft.references("authorization_flow"), [json!(UUID)]);
    assert_eq!(draft.references("certificate"), [] as [Value; 0]);
    draft.reject_taken_name();
    draft.reject_unknown_reference("certificate", &json!(UUID));
    let expected = json!({
        "certificate": [format!("Invalid pk \"{UUID}\" - object does not exist.")],
        "mode": ["\"x\" is not a valid choice."],
        "name": ["provider with this name already exists."],
    });
    assert_eq!(
        serde_json::to_value(draft.finish().unwrap_err()).unwrap(),
        expected
    );
}
