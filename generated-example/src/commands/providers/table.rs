//! Answers as tables, for people.

use comfy_table::{Table, presets::UTF8_FULL_CONDENSED};
use serde_json::Value;

/// A table with one row per object, of the given members.
pub(super) fn rows(members: &[&str], objects: &[Value]) -> Table {
    let mut table = empty();
    table.set_header(members);
    for object in objects {
        table.add_row(members.iter().map(|member| shown(object.get(member))));
    }
    table
}

/// A table with one row per member of an object.
pub(super) fn details(object: &Value) -> Table {
    let mut table = empty();
    table.set_header(["member", "value"]);
    for (member, value) in object.as_object().into_iter().flatten() {
        table.add_row([member.clone(), shown(Some(value))]);
    }
    table
}

fn empty() -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table
}

/// A value on its own: null and absent are a dash, the items of a list take a line each.
fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "-".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            let lines: Vec<String> = items.iter().map(|item| shown(Some(item))).collect();
            lines.join("\n")
        }
        Some(Value::Object(members)) => members.get("url").map_or_else(
            || serde_json::Value::Object(members.clone()).to_string(),
            |url| shown(Some(url)),
        ),
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rows_show_the_members_asked_for() {
        let text = rows(
            &["pk", "name"],
            &[json!({"pk": 1, "name": "a", "mode": "proxy"})],
        )
        .to_string();
        assert!(text.contains("pk") && text.contains('1') && text.contains('a'));
        assert!(!text.contains("proxy"));
    }

    #[test]
    fn values_are_shown_for_people() {
        let cases = [
            (json!(null), "-"),
            (json!("x"), "x"),
            (json!(true), "true"),
            (json!(["x", "y"]), "x\ny"),
            (json!([{"url": "u", "matching_mode": "strict"}]), "u"),
            (json!({"a": 1}), "{\"a\":1}"),
        ];
        for (value, expected) in cases {
            assert_eq!(shown(Some(&value)), expected);
        }
    }
}
