//! Writing of parameters: a value becomes the text of its style.

use super::parameter::{Style, push_encoded, push_reserved};
use super::parameter_value::Value;

/// Appends a query parameter, or nothing where there is no value. Parameters are separated by `&`.
pub fn push_query(
    out: &mut String,
    name: &str,
    value: Value,
    style: Style,
    explode: bool,
    reserved: bool,
) {
    let push: Push = if reserved {
        push_reserved
    } else {
        push_encoded
    };
    let separator = match style {
        Style::SpaceDelimited => "%20",
        Style::PipeDelimited => "%7C",
        _ => ",",
    };
    match value {
        Value::Absent => {}
        value if style == Style::DeepObject => push_deep(out, name, value, push),
        Value::List(items) if explode => {
            for item in present(items) {
                push_pair(out, name, &item.into_text(), push);
            }
        }
        Value::Pairs(pairs) if explode => {
            for (key, value) in pairs {
                match value {
                    Value::Absent => {}
                    // A list inside an exploded object is a parameter of its own, as in a form.
                    Value::List(items) => {
                        for item in present(items) {
                            push_pair(out, &key, &item.into_text(), push);
                        }
                    }
                    value => push_pair(out, &key, &value.into_text(), push),
                }
            }
        }
        value => {
            let mut text = String::new();
            if push_joined(&mut text, value, separator, None, push) {
                push_name(out, name);
                out.push_str(&text);
            }
        }
    }
}

/// The text of a path parameter; `None` where it would be empty.
pub fn path(name: &str, value: Value, style: Style, explode: bool) -> Option<String> {
    let mut out = String::new();
    let written = match style {
        Style::Label => {
            out.push('.');
            let push = if explode {
                push_without_dots
            } else {
                push_encoded
            };
            let separator = if explode { "." } else { "," };
            push_joined(&mut out, value, separator, explode.then_some("="), push)
        }
        Style::Matrix => push_matrix(&mut out, name, value, explode),
        _ => push_joined(&mut out, value, ",", explode.then_some("="), push_encoded),
    };
    (written && !out.is_empty()).then_some(out)
}

/// The text of a header parameter (`simple`), not encoded; `None` where there is no value.
pub fn header(value: Value, explode: bool) -> Option<String> {
    let mut out = String::new();
    push_joined(
        &mut out,
        value,
        ",",
        explode.then_some("="),
        String::push_str,
    )
    .then_some(out)
}

/// Appends a cookie; the parts of an exploded value are cookies of their own.
pub fn push_cookie(out: &mut String, name: &str, value: Value, explode: bool) {
    let mut pairs = String::new();
    push_query(&mut pairs, name, value, Style::Form, explode, false);
    for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
        if !out.is_empty() {
            out.push_str("; ");
        }
        out.push_str(pair);
    }
}

type Push = fn(&mut String, &str);

fn present(items: Vec<Value>) -> impl Iterator<Item = Value> {
    items.into_iter().filter(|item| *item != Value::Absent)
}

fn push_name(out: &mut String, name: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    push_encoded(out, name);
    out.push('=');
}

fn push_pair(out: &mut String, name: &str, text: &str, push: Push) {
    push_name(out, name);
    push(out, text);
}

fn push_deep(out: &mut String, name: &str, value: Value, push: Push) {
    match value {
        Value::Absent => {}
        Value::Pairs(pairs) => {
            for (key, value) in pairs {
                push_deep(out, &format!("{name}[{key}]"), value, push);
            }
        }
        Value::List(items) => {
            for item in present(items) {
                push_pair(out, name, &item.into_text(), push);
            }
        }
        value => push_pair(out, name, &value.into_text(), push),
    }
}

/// The parts of a value with a separator between them. `between` stands between a key and its value; where it
/// is missing, they are parts of their own. False where there are no parts: a list without items is undefined
/// (RFC 6570, section 2.3).
fn push_joined(
    out: &mut String,
    value: Value,
    separator: &str,
    between: Option<&str>,
    push: Push,
) -> bool {
    let start = out.len();
    let mut any = false;
    let mut part = |out: &mut String, text: &str| {
        if any {
            out.push_str(separator);
        }
        any = true;
        push(out, text);
    };
    match value {
        Value::Absent => {}
        Value::List(items) => present(items).for_each(|item| part(out, &item.into_text())),
        Value::Pairs(pairs) => {
            for (key, value) in pairs
                .into_iter()
                .filter(|(_, value)| *value != Value::Absent)
            {
                part(out, &key);
                match between {
                    Some(between) => {
                        out.push_str(between);
                        push(out, &value.into_text());
                    }
                    None => part(out, &value.into_text()),
                }
            }
        }
        value => part(out, &value.into_text()),
    }
    debug_assert!(any || out.len() == start, "no parts, no text");
    any
}

fn push_matrix(out: &mut String, name: &str, value: Value, explode: bool) -> bool {
    let parts: Vec<(String, String)> = match value {
        Value::Absent => Vec::new(),
        Value::List(items) if explode => present(items)
            .map(|item| (name.to_owned(), item.into_text()))
            .collect(),
        Value::Pairs(pairs) if explode => {
            let pairs = pairs
                .into_iter()
                .filter(|(_, value)| *value != Value::Absent);
            pairs.map(|(key, value)| (key, value.into_text())).collect()
        }
        value => {
            out.push(';');
            push_encoded(out, name);
            out.push('=');
            return push_joined(out, value, ",", None, push_encoded);
        }
    };
    for (key, text) in &parts {
        out.push(';');
        push_encoded(out, key);
        out.push('=');
        push_encoded(out, text);
    }
    !parts.is_empty()
}

/// A dot is unreserved, but it separates the parts of an exploded label.
fn push_without_dots(out: &mut String, text: &str) {
    let mut encoded = String::new();
    push_encoded(&mut encoded, text);
    out.push_str(&encoded.replace('.', "%2E"));
}
