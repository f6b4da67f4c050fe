//! Text as Python sees it: which characters count as blank, and how a value is called and shown in a message.

use serde_json::Value;

/// Removes blanks at both ends the way Python's `str.strip` does: Unicode white space and the four separators
/// U+001C to U+001F.
pub(super) fn strip(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
    })
}

/// The Python type that a JSON value is read into.
pub(super) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "NoneType",
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_f64() => "float",
        Value::Number(_) => "int",
        Value::String(_) => "str",
        Value::Array(_) => "list",
        Value::Object(_) => "dict",
    }
}

/// A value as it is quoted in a message: a text without quotes, null and booleans in Python's spelling, anything
/// else as JSON.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn blanks_go_at_both_ends_only() {
        assert_eq!(strip("\u{1f}\u{3000}a b\n"), "a b");
    }

    #[test]
    fn values_are_named_and_shown_as_in_python() {
        let cases = [
            (json!(null), "NoneType", "None"),
            (json!(true), "bool", "True"),
            (json!(5), "int", "5"),
            (json!(1.5), "float", "1.5"),
            (json!("x"), "str", "x"),
            (json!([1]), "list", "[1]"),
            (json!({}), "dict", "{}"),
        ];
        for (value, name, text) in cases {
            assert_eq!(type_name(&value), name);
            assert_eq!(shown(&value), text);
        }
    }
}
