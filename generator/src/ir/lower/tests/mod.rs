//! Tests of lowering: small documents in, types and operations out as short texts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed unwrap is a failed test"
)]

mod conditions;
mod examples;
mod operations;
mod pagination;
mod schemas;
mod streams;
mod swagger;
mod unions;

use super::lower;
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Direction, Dispatch, Extra, Field, Shape, TypeUse, Types, Union};
use crate::openapi::{Extent, read};
use crate::source::{Access, Input, Sources, collect, load};

/// Reads and lowers a document; the messages as `code pointer`, warnings included.
fn lowered(document: &str) -> (Api, Vec<String>) {
    let input = Input::Text {
        name: "test.yaml".to_owned(),
        text: document.to_owned(),
    };
    let mut diagnostics = Diagnostics::default();
    let access = Access::default();
    let mut sources = Sources::new(&input);
    let root = load(&input, &access.limits, &mut sources, &mut diagnostics).unwrap();
    let documents = collect(root, &access, &mut sources);
    let description = read(&documents, Extent::Paths, &mut diagnostics).unwrap();
    let api = lower(&description, &mut diagnostics);
    let said = diagnostics
        .iter()
        .map(|one| format!("{} {}", one.code.as_str(), one.place.clone().unwrap()))
        .collect();
    (api, said)
}

/// Lowers a document that consists of these component schemas, in YAML flow or block style, indented by nothing.
fn schemas(version: &str, schemas: &str) -> (Api, Vec<String>) {
    let indented: String = schemas
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    lowered(&format!(
        "openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{indented}"
    ))
}

/// The type of the component with this name, as text.
fn component(api: &Api, name: &str) -> String {
    let named = crate::ir::NameHint::Component(name.to_owned());
    let (id, _) = api.types.iter().find(|(_, one)| one.hint == named).unwrap();
    let whole = TypeUse { id, or_null: false };
    show(&api.types, &whole, true)
}

/// A type as text: other components by name, everything else in full.
fn show(types: &Types, used: &TypeUse, open: bool) -> String {
    let one = types.get(used.id);
    let null = if used.or_null { "|null" } else { "" };
    if let (crate::ir::NameHint::Component(name), false) = (&one.hint, open) {
        return format!("{name}{null}");
    }
    let inner = |used: &TypeUse| show(types, used, false);
    let text = match &one.shape {
        Shape::Integer(format) => format!("integer {format:?}").to_lowercase(),
        Shape::Number(format) => format!("number {format:?}").to_lowercase(),
        Shape::Text(format) => format!("text {format:?}").to_lowercase(),
        Shape::Enumeration(enumeration) => {
            let values = enumeration.values.iter().map(|one| one.value.to_string());
            let open = if enumeration.open { ", …" } else { "" };
            format!("enum({}{open})", values.collect::<Vec<_>>().join(", "))
        }
        Shape::List(list) => format!("[{}]", inner(&list.items)),
        Shape::Tuple(tuple) => {
            let positions = tuple.positions.iter().enumerate();
            let mut items: Vec<String> = positions
                .map(|(index, one)| {
                    let optional = if index < tuple.required { "" } else { "?" };
                    format!("{}{optional}", inner(one))
                })
                .collect();
            items.extend(tuple.rest.as_ref().map(|rest| format!("…{}", inner(rest))));
            format!("({})", items.join(", "))
        }
        Shape::Map(value) => format!("map of {}", inner(value)),
        Shape::Record(record) => {
            let mut members: Vec<String> = record
                .fields
                .iter()
                .map(|one| show_field(types, one))
                .collect();
            match &record.extra {
                Extra::Ignored => {}
                Extra::Refused => members.push("no more".to_owned()),
                Extra::Kept(value) => members.push(format!("more: {}", inner(value))),
            }
            format!("{{{}}}", members.join(", "))
        }
        Shape::Union(union) => show_union(types, union),
        Shape::Alias(target) => format!("= {}", inner(target)),
        other => format!("{other:?}").to_lowercase(),
    };
    format!("{text}{null}")
}

fn show_field(types: &Types, field: &Field) -> String {
    let optional = if field.required { "" } else { "?" };
    let direction = match field.direction {
        Direction::Both => "",
        Direction::ReadOnly => " r",
        Direction::WriteOnly => " w",
    };
    let default = field.default.as_ref();
    let default = default
        .map(|value| format!(" = {value}"))
        .unwrap_or_default();
    let value = show(types, &field.value, false);
    format!("{}{optional}: {value}{direction}{default}", field.wire_name)
}

fn show_union(types: &Types, union: &Union) -> String {
    let variants = union.variants.iter().map(|variant| {
        let tags = if variant.tags.is_empty() {
            String::new()
        } else {
            format!("<{}>", variant.tags.join("|"))
        };
        format!(
            "{}{tags}: {}",
            variant.name,
            show(types, &variant.value, false)
        )
    });
    let variants = variants.collect::<Vec<_>>().join(" / ");
    let dispatch = match &union.dispatch {
        Dispatch::Tag {
            property,
            declared: true,
            ..
        } => format!("by {property}"),
        Dispatch::Tag { property, .. } => format!("by undeclared {property}"),
        Dispatch::Rules(rules) => {
            let rules = rules.iter().map(show_rule);
            format!("by {}", rules.collect::<Vec<_>>().join(", "))
        }
    };
    format!("union {dispatch} ({variants})")
}

fn show_rule(rule: &crate::ir::Rule) -> String {
    let kinds = rule
        .kinds
        .iter()
        .map(|kind| format!("{kind:?}").to_lowercase());
    let kinds = kinds.collect::<Vec<_>>().join("|");
    match &rule.member {
        None => kinds,
        Some(member) if member.values.is_empty() => format!("{kinds} with {}", member.name),
        Some(member) => format!("{kinds} with {}={}", member.name, member.values.join("|")),
    }
}
