//! Items of a stream, as its framing writes them.

use crate::ir::Framing;
use serde_json::Value;

/// How many items are made.
pub(super) const ITEMS: usize = 3;

/// The items, one after another.
pub(super) fn written(framing: Framing, items: &[Value]) -> String {
    items.iter().map(|item| one(framing, item)).collect()
}

fn one(framing: Framing, item: &Value) -> String {
    match framing {
        Framing::JsonLines => format!("{item}\n"),
        Framing::JsonSequence => format!("\u{1e}{item}\n"),
        Framing::TextLines => format!("{}\n", line(item)),
        Framing::EventData => format!("data: {item}\n\n"),
        Framing::Events | Framing::JsonEvents => event(item),
    }
}

/// An event whose parts are the members of an object.
fn event(item: &Value) -> String {
    let mut text = String::new();
    for key in ["event", "id", "retry", "data"] {
        let Some(part) = item.get(key).filter(|part| !part.is_null()) else {
            continue;
        };
        let part = match part {
            Value::String(part) => part.clone(),
            other => other.to_string(),
        };
        for line in part.lines() {
            text.push_str(&format!("{key}: {line}\n"));
        }
    }
    text.push('\n');
    text
}

fn line(item: &Value) -> String {
    match item {
        Value::String(text) => text.replace(['\n', '\r'], " "),
        other => other.to_string(),
    }
}
