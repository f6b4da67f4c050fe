//! What is made of types that demand more than their shape.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use serde_json::{Map, Value, json};

use super::Sampler;
use crate::ir::Api;
use crate::options::Options;
use crate::pipeline::generate;
use crate::source::Input;

/// An API whose first type is of this schema.
fn api(schema: Value) -> Api {
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Things", "version": "1" },
        "components": { "schemas": { "It": schema } },
    });
    let name = "things.json".to_owned();
    let text = document.to_string();
    let generation = generate(&Input::Text { name, text }, &Options::default());
    generation.api.unwrap()
}

fn sample(schema: Value) -> Option<Value> {
    let api = api(schema);
    let id = api.types.iter().next().unwrap().0;
    Sampler::new(&api).sample(id)
}

#[test]
fn conditions_are_met() {
    let object = |words: Value| {
        let mut schema = json!({ "type": "object", "properties": { "a": { "type": "integer" }, "b": { "type": "integer" } } });
        let members = schema.as_object_mut().unwrap();
        members.extend(words.as_object().unwrap().clone());
        schema
    };
    let one = json!({ "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] });
    assert_eq!(sample(object(one)), Some(json!({ "b": 1 })));
    let none = json!({ "not": { "required": ["a"] } });
    assert_eq!(sample(object(none)), Some(json!({ "b": 1 })));
    let dependent = json!({ "dependentRequired": { "a": ["b"] } });
    assert_eq!(sample(object(dependent)), Some(json!({ "a": 1, "b": 1 })));
    assert_eq!(
        sample(json!({ "not": { "type": "string" } })),
        Some(json!(1))
    );
    assert_eq!(
        sample(json!({ "type": "integer", "not": { "const": 1 } })),
        Some(json!(2))
    );
    assert_eq!(sample(json!({ "allOf": [{ "not": {} }] })), None);
}

#[test]
fn a_text_is_empty_only_if_it_must_be() {
    let text = |pattern: &str| sample(json!({ "type": "string", "pattern": pattern }));
    assert_eq!(text("^[0-9]*$"), Some(json!("1")));
    assert_eq!(text("^(ab)?$"), Some(json!("ab")));
    assert_eq!(text("^$"), Some(json!("")));
}

#[test]
fn examples_are_taken_where_they_fit() {
    let api = api(json!({ "type": "object", "properties": {
        "a": { "type": "integer", "example": 7 },
        "b": { "type": "integer", "example": "seven" },
        "c": { "type": "array", "items": { "type": "string", "examples": ["x", "y"] } },
    } }));
    let id = api.types.iter().next().unwrap().0;
    let sampler = Sampler::new(&api).with_examples();
    assert_eq!(
        sampler.sample(id),
        Some(json!({ "a": 7, "b": 1, "c": ["x"] }))
    );
    let other = sampler.seeded(1).sample(id);
    assert_eq!(other, Some(json!({ "a": 7, "b": 2, "c": ["y"] })));
    assert_eq!(sampler.seeded(1).sample(id), other);
}

#[test]
fn a_value_of_a_union_is_one_that_its_branch_keeps() {
    let object = |required: &[&str], members: &[&str]| {
        let members: Map<String, Value> = members
            .iter()
            .map(|name| ((*name).to_owned(), json!({ "type": "string" })))
            .collect();
        json!({ "type": "object", "required": required, "properties": members })
    };
    // What the last branch allows is allowed by the first, too; without `id` it is of the second, which has no `place`.
    let api = api(json!({ "oneOf": [
        object(&["id"], &["id"]),
        object(&["owner"], &["owner"]),
        object(&["id", "place"], &["id", "owner", "place"]),
    ] }));
    let id = api.types.iter().next().unwrap().0;
    let samples = Sampler::new(&api).samples(id);
    assert_eq!(
        samples,
        [json!({ "id": "text" }), json!({ "owner": "text" })]
    );
}
