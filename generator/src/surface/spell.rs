//! What the plan holds, as text that people can read in the lock.

use std::collections::BTreeMap;

use crate::emit::is_copy;
use crate::plan::{ConstraintRow, DefaultValue, LimitItem, Plan, RustType, TypeItem};

/// A type, as it stands in a signature.
pub(super) fn rust_type(value: &RustType) -> String {
    match value {
        RustType::Unit => "()".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::Number(name) | RustType::Runtime(_, name) | RustType::Address(name) => {
            (*name).to_owned()
        }
        RustType::String => "String".to_owned(),
        RustType::Foreign(value) => value.path.clone(),
        RustType::Base64 => "Base64".to_owned(),
        RustType::Binary => "Binary".to_owned(),
        RustType::Json => "serde_json::Value".to_owned(),
        RustType::Named(name) => name.as_str().to_owned(),
        RustType::List(item) => format!("Vec<{}>", rust_type(item)),
        RustType::Tuple(items) => {
            let items: Vec<String> = items.iter().map(rust_type).collect();
            format!("({},)", items.join(", "))
        }
        RustType::Map(name, item) => format!("{name}<String, {}>", rust_type(item)),
        RustType::Option(inner) => format!("Option<{}>", rust_type(inner)),
        RustType::Maybe(inner) => format!("Maybe<{}>", rust_type(inner)),
        RustType::Boxed(inner) => format!("Box<{}>", rust_type(inner)),
        RustType::JsonText(inner) => format!("JsonText<{}>", rust_type(inner)),
        RustType::ByteStream => "ByteStream".to_owned(),
        RustType::ServerSentEvent => "ServerSentEvent".to_owned(),
        RustType::ItemStream(item) => format!("ItemStream<{}>", rust_type(item)),
    }
}

/// A type as a client's method takes it.
pub(super) fn argument(plan: &Plan, value: &RustType) -> String {
    match value {
        RustType::String => "&str".to_owned(),
        RustType::List(item) => format!("&[{}]", rust_type(item)),
        RustType::ByteStream | RustType::ItemStream(_) => {
            format!("impl Into<{}>", rust_type(value))
        }
        other if is_copy(plan, other) => rust_type(other),
        other => format!("&{}", rust_type(other)),
    }
}

/// A default as JSON, variants by their names.
pub(super) fn default(value: &DefaultValue) -> String {
    match value {
        DefaultValue::Boolean(value) => value.to_string(),
        DefaultValue::Integer(value) => value.to_string(),
        DefaultValue::Number(value) => value.to_string(),
        DefaultValue::Text(text) => serde_json::Value::from(text.as_str()).to_string(),
        DefaultValue::Variant(name, variant) => format!("{}::{}", name.as_str(), variant.as_str()),
    }
}

/// Limits, each by its name and number.
pub(super) fn limits(limits: &[LimitItem]) -> String {
    let texts = limits.iter().map(|limit| match limit {
        LimitItem::Count(name, count) => format!("{name} {count}"),
        LimitItem::Integer(name, number) => format!("{name} {number}"),
        LimitItem::Number(name, number) => format!("{name} {number}"),
        LimitItem::UniqueItems => "UniqueItems".to_owned(),
        LimitItem::Pattern(pattern) => format!("Pattern {pattern}"),
    });
    texts.collect::<Vec<_>>().join("; ")
}

/// The limits of the fields of a type.
pub(super) fn limits_by_field(item: &TypeItem) -> BTreeMap<&str, String> {
    let rows = item.constraints.iter().filter_map(|row| match row {
        ConstraintRow::Member {
            field,
            limits: list,
            ..
        } => Some((field.as_str(), limits(list))),
        _ => None,
    });
    rows.collect()
}
