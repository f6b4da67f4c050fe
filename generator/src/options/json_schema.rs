//! The JSON Schema of a configuration file, made from the table that declares the options: editors complete by it.

use serde_json::{Map, Value, json};

use super::file::{DOCUMENT_KEYS, DOCUMENTS};
use super::{CHOICES, Choice};

/// The schema (JSON Schema draft 7, which the TOML editors read).
pub fn json_schema() -> Value {
    let options: Map<String, Value> = CHOICES
        .iter()
        .map(|choice| (choice.key.to_owned(), of(choice)))
        .collect();
    let mut of_document = options.clone();
    for key in DOCUMENT_KEYS {
        let kind = if key.is_text { "string" } else { "boolean" };
        let schema = json!({ "type": kind, "description": key.help });
        of_document.insert(key.name.to_owned(), schema);
    }
    let mut of_file = options;
    of_file.insert(
        DOCUMENTS.to_owned(),
        json!({
            "type": "array",
            "description": "The documents: what is generated from each, and where. Their options count more than those for all",
            "items": {
                "type": "object",
                "required": DOCUMENT_KEYS.first().map(|key| key.name).into_iter().collect::<Vec<_>>(),
                "properties": of_document,
                "additionalProperties": false,
            },
        }),
    );
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "specwright.toml",
        "description": "What specwright generates from OpenAPI descriptions",
        "type": "object",
        "properties": of_file,
        "additionalProperties": false,
    })
}

/// What an option takes: one text or several, and a table where it is written `WHAT=VALUE`.
fn of(choice: &Choice) -> Value {
    let word = if choice.words.is_empty() {
        json!({ "type": "string" })
    } else {
        json!({ "type": "string", "enum": choice.words })
    };
    let mut forms = vec![word.clone()];
    if !choice.single {
        forms.push(json!({ "type": "array", "items": word }));
    }
    if choice.is_table() {
        let value =
            json!({ "type": ["string", "integer", "array"], "items": { "type": "string" } });
        forms.push(json!({ "type": "object", "additionalProperties": value }));
    }
    let description = choice.help.trim();
    match forms.as_slice() {
        [_] => {
            let mut schema = word;
            if let Value::Object(members) = &mut schema {
                members.insert("description".to_owned(), description.into());
            }
            schema
        }
        _ => json!({ "description": description, "anyOf": forms }),
    }
}
