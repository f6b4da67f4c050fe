//! Names are stable: what is added at the end of a document takes no name from what was there.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};
use specwright_core::pipeline;
use specwright_core::plan::{OperationItem, Plan, Success, TypeItem, TypeKind};
use specwright_core::source::Input;
use specwright_tests::harness::{Fixture, fixtures};

/// Every name that users can write, by what it stands for in the document.
type Names = BTreeMap<String, String>;

#[test]
fn what_is_added_at_the_end_renames_nothing() {
    let mut renamed = Vec::new();
    for fixture in fixtures() {
        let text = std::fs::read_to_string(&fixture.path).unwrap();
        // Numbers beyond 64 bits are more than these values can hold.
        let Ok(document) = serde_yaml::from_str::<Value>(&text) else {
            continue;
        };
        let before = names(&fixture, &document);
        let after = names(&fixture, &with_additions(document));
        for (what, name) in before {
            let now = after.get(&what);
            if now != Some(&name) {
                renamed.push(format!("{}: {what}: {name}, then {now:?}", fixture.label()));
            }
        }
    }
    assert!(renamed.is_empty(), "{}", renamed.join("\n"));
}

fn names(fixture: &Fixture, document: &Value) -> Names {
    let input = Input::Text {
        name: fixture.path.to_string_lossy().into_owned(),
        text: serde_yaml::to_string(document).unwrap(),
    };
    let generation = pipeline::generate(&input, &fixture.options);
    let mut names = Names::new();
    let (Some(api), Some(plan)) = (&generation.api, &generation.plan) else {
        return names;
    };
    for item in &plan.types {
        let place = &api.types.get(item.origin).place;
        names_of_type(&place.pointer(), item, &mut names);
    }
    for group in &plan.operation_groups {
        names.insert(
            format!("trait of {}", group.tag),
            group.server_trait.as_str().to_owned(),
        );
        for operation in &group.operations {
            names_of_operation(plan, operation, &mut names);
        }
    }
    for scheme in &plan.schemes {
        names.insert(
            format!("scheme {}", scheme.wire_name),
            scheme.method.as_str().to_owned(),
        );
    }
    names
}

fn names_of_type(place: &str, item: &TypeItem, names: &mut Names) {
    names.insert(format!("type {place}"), item.name.as_str().to_owned());
    let mut variant = |value: String, name: &str| {
        names.insert(format!("value {value} of {place}"), name.to_owned());
    };
    match &item.kind {
        TypeKind::TextEnum { variants, .. } | TypeKind::ValueEnum(variants) => {
            for (name, value, _) in variants {
                variant(value.clone(), name.as_str());
            }
        }
        TypeKind::IntegerEnum { variants, .. } => {
            for (name, value, _) in variants {
                variant(value.to_string(), name.as_str());
            }
        }
        TypeKind::Struct(item) => {
            for field in &item.fields {
                names.insert(
                    format!("member {:?} of {place}", field.wire_name),
                    field.name.as_str().to_owned(),
                );
            }
        }
        TypeKind::Union(_) | TypeKind::Tuple(_) | TypeKind::Newtype(_) | TypeKind::Alias(_) => {}
    }
}

fn names_of_operation(plan: &Plan, operation: &OperationItem, names: &mut Names) {
    let place = format!("{} {}", operation.method, operation.template);
    let mut add = |what: &str, name: &str| {
        names.insert(format!("{what} of {place}"), name.to_owned());
    };
    add("function", operation.name.as_str());
    if let Some(name) = &operation.marker {
        add("options", name.as_str());
    }
    if let Some(name) = &operation.parameters_type {
        add("parameters", name.as_str());
    }
    for parameter in operation.path.iter().chain(&operation.parameters) {
        let what = format!(
            "parameter {:?} {:?}",
            parameter.location, parameter.wire_name
        );
        add(&what, parameter.name.as_str());
    }
    let success = match operation.success {
        Success::Many(index) => Some(index),
        Success::One(..) => None,
    };
    for index in success.into_iter().chain(operation.error) {
        if let Some(set) = plan.response_sets.get(index) {
            let what = if set.is_error { "errors" } else { "successes" };
            add(what, set.name.as_str());
        }
    }
}

/// The document with more of everything: each path, component, member and value once more at the end of its
/// list, under a name that differs by nothing but case, so that it would like to have the same name in Rust.
fn with_additions(mut document: Value) -> Value {
    for list in ["schemas", "parameters"] {
        if let Some(Value::Mapping(components)) = document
            .get_mut("components")
            .and_then(|components| components.get_mut(list))
        {
            add_twins(components);
        }
    }
    if let Some(Value::Mapping(definitions)) = document.get_mut("definitions") {
        add_twins(definitions);
    }
    if let Some(Value::Mapping(paths)) = document.get_mut("paths") {
        let added: Mapping = paths
            .iter()
            .map(|(path, item)| {
                let path = format!("/added{}", path.as_str().unwrap_or_default());
                (
                    Value::from(path),
                    with_other_ids(without_demands(item.clone())),
                )
            })
            .collect();
        paths.extend(added);
    }
    with_more_members(document)
}

fn swap_case(text: &str) -> String {
    let upper = text.to_uppercase();
    if upper == text {
        text.to_lowercase()
    } else {
        upper
    }
}

fn add_twins(mapping: &mut Mapping) {
    for (key, value) in mapping.clone() {
        let twin = Value::from(swap_case(key.as_str().unwrap_or_default()));
        if !mapping.contains_key(&twin) {
            mapping.insert(twin, without_demands(value));
        }
    }
}

/// A name that somebody demands is one that they want taken.
fn without_demands(mut value: Value) -> Value {
    if let Some(mapping) = value.as_mapping_mut() {
        for key in ["x-rust-name", "x-go-name", "x-ms-enum"] {
            mapping.remove(key);
        }
        for (_, inner) in mapping.iter_mut() {
            *inner = without_demands(std::mem::take(inner));
        }
    }
    value
}

fn with_other_ids(item: Value) -> Value {
    let Value::Mapping(mapping) = item else {
        return item;
    };
    let each = mapping.into_iter().map(|(key, value)| {
        let value = match (key.as_str(), value) {
            (Some("operationId"), Value::String(id)) => Value::from(swap_case(&id)),
            (_, value @ Value::Mapping(_)) => with_other_ids(value),
            (_, value) => value,
        };
        (key, value)
    });
    Value::Mapping(each.collect())
}

fn with_more_members(value: Value) -> Value {
    match value {
        Value::Mapping(mapping) => {
            let mut mapping: Mapping = mapping
                .into_iter()
                .map(|(key, value)| (key, with_more_members(value)))
                .collect();
            if let Some(Value::Mapping(members)) = mapping.get_mut("properties") {
                add_twins(members);
            }
            if let Some(Value::Sequence(values)) = mapping.get_mut("enum") {
                add_values(values);
            }
            Value::Mapping(mapping)
        }
        Value::Sequence(values) => values.into_iter().map(with_more_members).collect(),
        other => other,
    }
}

fn add_values(values: &mut Vec<Value>) {
    for value in values.clone() {
        let twin = match value.as_str() {
            Some(text) => Value::from(swap_case(text)),
            None => continue,
        };
        if !values.contains(&twin) {
            values.push(twin);
        }
    }
}
