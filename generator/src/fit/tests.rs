//! What fits, and what is said of what does not.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use serde_json::{Value, json};

use super::Fit;
use crate::ir::{Api, NameHint, TypeUse};
use crate::options::Options;
use crate::pipeline::generate;
use crate::source::Input;

fn api(schemas: Value) -> Api {
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Things", "version": "1" },
        "components": { "schemas": schemas },
    });
    let name = "things.json".to_owned();
    let text = document.to_string();
    let generation = generate(&Input::Text { name, text }, &Options::default());
    generation.api.unwrap()
}

/// What is said of a value of a schema: pointers and codes.
fn said(schema: Value, value: Value) -> Vec<String> {
    let api = api(json!({ "It": schema, "Tree": {
        "type": "object", "required": ["leaves"], "additionalProperties": false,
        "properties": { "leaves": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } },
    } }));
    let component = |hint: &NameHint| matches!(hint, NameHint::Component(name) if name == "It");
    let (id, _) = api
        .types
        .iter()
        .find(|(_, one)| component(&one.hint))
        .unwrap();
    let problems = Fit::new(&api).problems(&value, TypeUse { id, or_null: false });
    let problems = problems.iter();
    problems
        .map(|one| format!("{} {}", one.pointer, one.code))
        .collect()
}

#[test]
fn everything_that_is_wrong_is_said_with_its_place() {
    let schema = json!({
        "type": "object", "required": ["name", "born"],
        "properties": {
            "name": { "type": "string", "minLength": 2, "pattern": "^[A-Z]" },
            "born": { "type": "string", "format": "date" },
            "age": { "type": "integer", "minimum": 0 },
            "tags": { "type": "array", "maxItems": 1, "uniqueItems": true, "items": { "type": "string" } },
            "kind": { "enum": ["cat", "dog"] },
        },
    });
    assert_eq!(
        said(
            schema.clone(),
            json!({ "name": "Tom", "born": "2024-02-29" })
        ),
        [""; 0]
    );
    let wrong = json!({ "name": "t", "age": -1, "tags": [1, 1], "kind": "cow" });
    let expected = [
        "/age minimum",
        "/born required",
        "/kind value",
        "/name min_length",
        "/name pattern",
        "/tags/0 type",
        "/tags/1 type",
        "/tags max_items",
        "/tags unique_items",
    ];
    assert_eq!(said(schema, wrong), expected);
}

#[test]
fn a_type_that_holds_itself_is_followed() {
    let schema = json!({ "$ref": "#/components/schemas/Tree" });
    assert_eq!(
        said(schema.clone(), json!({ "leaves": [{ "leaves": [] }] })),
        [""; 0]
    );
    let wrong = json!({ "leaves": [{ "leaves": [], "a/b": 1 }, {}] });
    assert_eq!(
        said(schema, wrong),
        ["/leaves/0/a~1b unknown", "/leaves/1/leaves required"]
    );
}

#[test]
fn numbers_are_exact() {
    let tenths = json!({ "type": "number", "multipleOf": 0.1, "exclusiveMaximum": 1 });
    assert_eq!(said(tenths.clone(), json!(0.3)), [""; 0]);
    assert_eq!(said(tenths.clone(), json!(0.35)), [" multiple_of"]);
    assert_eq!(said(tenths, json!(1.0)), [" exclusive_maximum"]);
    let small = json!({ "type": "integer", "format": "int32" });
    assert_eq!(said(small.clone(), json!(1.0)), [""; 0]);
    assert_eq!(said(small.clone(), json!(3_000_000_000_u32)), [" range"]);
    assert_eq!(said(small, json!(1.5)), [" type"]);
}

#[test]
fn a_tag_decides_the_branch() {
    let branch = |kind: &str, member: &str| {
        json!({ "type": "object", "required": ["kind", member],
            "properties": { "kind": { "const": kind }, member: { "type": "integer" } } })
    };
    let schema = json!({ "oneOf": [branch("a", "one"), branch("b", "two")] });
    assert_eq!(
        said(schema.clone(), json!({ "kind": "b", "two": 2 })),
        [""; 0]
    );
    assert_eq!(
        said(schema, json!({ "kind": "b", "one": 2 })),
        ["/two required"]
    );
}

#[test]
fn null_is_where_it_may_be() {
    let schema = json!({ "type": "object", "properties": { "maybe": { "type": ["string", "null"] }, "never": { "type": "string" } } });
    assert_eq!(
        said(schema, json!({ "maybe": null, "never": null })),
        ["/never type"]
    );
}

#[test]
fn conditions_are_held_against_the_whole_value() {
    let schema = json!({ "type": "object", "properties": { "a": {}, "b": {} },
        "oneOf": [{ "required": ["a"] }, { "required": ["b"] }], "propertyNames": { "maxLength": 1 } });
    assert_eq!(said(schema.clone(), json!({ "a": 1 })), [""; 0]);
    assert_eq!(
        said(schema, json!({ "a": 1, "b": 1, "cc": 1 })),
        [" key", " one_of"]
    );
}

#[test]
fn texts_have_their_formats() {
    for (format, right, wrong) in [
        (
            "date-time",
            "2024-02-29T12:34:56.5+01:00",
            "2023-02-29T12:34:56Z",
        ),
        ("time", "23:59:60Z", "24:00:00Z"),
        ("duration", "P1Y2M3DT4H5M6.5S", "P"),
        ("uuid", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "3fa85f64"),
        ("ipv4", "192.0.2.1", "192.0.2.256"),
        ("ipv6", "2001:db8::1", "2001:db8"),
        ("uri", "https://example.org/a?b=%20#c", "example.org/{a}"),
        ("uri-reference", "../a", "/{a}"),
        ("email", "a@example.org", "example.org"),
    ] {
        let schema = json!({ "type": "string", "format": format });
        assert_eq!(said(schema.clone(), json!(right)), [""; 0], "{right}");
        assert_eq!(said(schema, json!(wrong)), [" format"], "{wrong}");
    }
}
