//! Diagnostics as SARIF 2.1.0, which code hosts show beside the lines of a change.

use serde_json::{Value, json};

use super::machine::{Position, Rendered, machine};
use crate::diagnostic::{Code, Diagnostics};
use crate::source::Sources;

/// The schema of the format.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A whole SARIF log with one run.
pub fn sarif(diagnostics: &Diagnostics, sources: &Sources) -> Value {
    let results: Vec<Value> = machine(diagnostics, sources).iter().map(result).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "specwright",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: Code) -> Value {
    let explanation = code.explanation();
    json!({
        "id": code.as_str(),
        "name": format!("{code:?}"),
        "shortDescription": { "text": explanation.title },
        "fullDescription": { "text": explanation.means },
        "help": { "text": format!("Wrong:\n\n{}\n\nRight:\n\n{}", explanation.wrong, explanation.right) },
    })
}

fn result(one: &Rendered) -> Value {
    let text = match &one.help {
        Some(help) => format!("{}\nhelp: {help}", one.message),
        None => one.message.clone(),
    };
    let index = Code::ALL.iter().position(|code| code.as_str() == one.code);
    let mut result = json!({
        "ruleId": one.code,
        "ruleIndex": index,
        "level": one.severity,
        "message": { "text": text },
        "locations": location(&one.position, one.label.as_deref(), None).into_iter().collect::<Vec<_>>(),
    });
    let related = one.related.iter().enumerate();
    let related: Vec<Value> = related
        .filter_map(|(id, note)| location(&note.position, Some(&note.label), Some(id)))
        .collect();
    if let (Some(result), false) = (result.as_object_mut(), related.is_empty()) {
        result.insert("relatedLocations".to_owned(), related.into());
    }
    result
}

/// `None` where no file is known.
fn location(position: &Position, words: Option<&str>, id: Option<usize>) -> Option<Value> {
    let mut physical = json!({ "artifactLocation": { "uri": uri(position.file.as_deref()?) } });
    if let (Some(physical), Some(line)) = (physical.as_object_mut(), position.line) {
        physical.insert(
            "region".to_owned(),
            json!({
                "startLine": line,
                "startColumn": position.column,
                "endLine": position.end_line,
                "endColumn": position.end_column,
            }),
        );
    }
    let mut location = serde_json::Map::new();
    if let Some(id) = id {
        location.insert("id".to_owned(), id.into());
    }
    location.insert("physicalLocation".to_owned(), physical);
    if let Some(words) = words {
        location.insert("message".to_owned(), json!({ "text": words }));
    }
    if let Some(pointer) = &position.pointer {
        let logical = json!([{ "fullyQualifiedName": pointer }]);
        location.insert("logicalLocations".to_owned(), logical);
    }
    Some(location.into())
}

/// A file name as a relative reference (RFC 3986): forward slashes, and all else escaped that is no plain letter.
fn uri(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let bytes = name.bytes().map(|byte| match byte {
        b'\\' => "/".to_owned(),
        byte if plain(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    bytes.collect()
}
