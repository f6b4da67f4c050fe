//! What a server says is wrong, as lines for people.

use serde_json::Value;

/// One line per problem: `member: message` for members, the bare message for what belongs to none.
///
/// The shapes are authentik's: `{"detail": …}`, or messages by the name of the member.
pub(super) fn lines(body: &Value) -> Vec<String> {
    let Value::Object(members) = body else {
        return texts(body);
    };
    let mut lines = Vec::new();
    for (member, value) in members {
        for text in texts(value) {
            match member.as_str() {
                "detail" | "non_field_errors" => lines.push(text),
                member => lines.push(format!("{member}: {text}")),
            }
        }
    }
    lines
}

/// The texts of a value: a list's items each, anything else as one.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        other => vec![other.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::lines;

    #[test]
    fn every_problem_has_its_line() {
        let cases = [
            (json!({"detail": "Not found."}), vec!["Not found."]),
            (json!({"non_field_errors": ["x"], "code": null}), vec!["x"]),
            (
                json!({"mode": ["p", "q"], "name": ["r"]}),
                vec!["mode: p", "mode: q", "name: r"],
            ),
            (json!({"odd": {"deep": 1}}), vec!["odd: {\"deep\":1}"]),
            (json!("plain"), vec!["plain"]),
        ];
        for (body, expected) in cases {
            assert_eq!(lines(&body), expected);
        }
    }
}
