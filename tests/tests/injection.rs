//! Documents whose texts try to become code: to end a comment, a literal or an identifier, to be run as a doc test, to be a
//! format string, a table of Cargo.toml or the path of a file, or to hide behind invisible characters.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

use std::fs;
use std::path::{Component, Path};

use serde_json::{Value, json};
use specwright_core::options::Options;
use specwright_core::output::{Layout, compare};
use specwright_core::pipeline::{Generation, generate};
use specwright_core::source::{Input, Node};
use specwright_tests::harness::{Harmless, cargo, fixtures, repository, write_workspace};

const ATTACKS: &[&str] = &[
    "*/ pub fn pwned() {} /*",
    "\"; pub fn pwned() {} //",
    "\"#; compile_error!(\"pwned\"); r#\"",
    "\"##); compile_error!(\"pwned\"); (r##\"",
    "\n}\npub fn pwned() {}\nmod x {\n",
    "\r\n#![allow(warnings)]\r\n",
    "\r pub fn pwned() {}",
    "```\npanic!(\"run\");\n```",
    "```rust\npanic!(\"run\");",
    "~~~\npanic!(\"run\");\n~~~",
    "text\n\n    panic!(\"run\");\n",
    "> ```\n> panic!(\"run\");\n> ```",
    "{} {0} {pwned} {{ }",
    "$(touch pwned) `touch pwned` $pwned",
    "\u{202e}txt.exe\u{2066}",
    "a\u{200b}b\u{feff}c\u{2060}",
    "../../pwned",
    "/tmp/pwned",
    "C:\\pwned\\..\\..",
    "r#type",
    "'static",
    "\\",
    "\\\"",
    "\0\u{1}\u{7f}\u{85}\u{2028}",
    "x\"\n[dependencies]\npwned = \"1\"\n#",
    "</div><script>alert(1)</script>",
    "[`pwned`] [pwned]: http://x [a](javascript:pwned) <pwned>",
    "#[derive(Pwned)] struct X;",
    "macro_rules! pwned { () => {} }",
    "",
    " ",
    "\u{1f600}\u{301}",
    "self",
    "_",
    "con.rs",
    "\u{24b6}",
    "\u{345}x",
    "\u{aa}\u{fb01}\u{2160}",
    "e\u{301}",
    "\u{93e}\u{301}",
];

/// A document that has each of the texts wherever a document may have one of its own.
fn document(texts: &[&str]) -> Value {
    let parts = texts.iter().enumerate();
    parts
        .map(|(number, text)| part(number, text))
        .reduce(joined)
        .unwrap()
}

/// One value with the members and items of both; texts that differ are one after the other.
fn joined(first: Value, second: Value) -> Value {
    match (first, second) {
        (Value::Object(mut members), Value::Object(others)) => {
            for (key, other) in others {
                let member = match members.remove(&key) {
                    Some(member) => joined(member, other),
                    None => other,
                };
                members.insert(key, member);
            }
            members.into()
        }
        (Value::Array(mut items), Value::Array(others)) => {
            items.extend(others);
            items.into()
        }
        (Value::String(first), Value::String(second)) if first != second => {
            (first + &second).into()
        }
        (first, _) => first,
    }
}

/// The part of a document that has one text; its paths and the schemas with fixed names have the number.
fn part(number: usize, text: &str) -> Value {
    let named = |name: &str| format!("{name}{text}");
    let at = |path: &str| format!("/{number}{path}");
    let schema = |name: &str| format!("{name}{number}");
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}{number}") });
    let response = json!({
        "description": text,
        "headers": { "X-Plain": { "description": text, "schema": { "type": "string", "default": text } } },
        "content": { "application/json": { "schema": reference("Whole"), "example": text } },
    });
    json!({
        "openapi": "3.1.1",
        "info": { "title": named("T"), "version": named("1"), "description": text, "summary": text,
            "contact": { "name": text }, "license": { "name": text } },
        "servers": [{ "url": format!("https://a.example/{text}"), "description": text }],
        "tags": [{ "name": text, "description": text }, { "name": named("tag"), "description": text }],
        "x-free": text,
        "paths": {
            (at("/whole")): { "summary": text, "description": text, "post": {
                "operationId": named("whole"), "summary": text, "description": text, "tags": [text, named("tag")],
                "security": [{ (named("key")): [text] }],
                "requestBody": { "description": text, "content": { "application/json": { "schema": reference("Whole") } } },
                "responses": { "200": response, "400": response, "default": response },
            } },
            (at("/parameters")): { "get": {
                "operationId": "parameters",
                "tags": ["plain"],
                "parameters": [
                    { "name": named("q"), "in": "query", "description": text, "schema": { "type": "string", "enum": ["a", text], "default": text } },
                    { "name": text, "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
                    { "name": "d", "in": "query", "style": "deepObject", "explode": true, "schema": { "type": "object", "properties": { (named("m")): { "type": "string" } } } },
                ],
                "responses": { "200": response },
            } },
            (at("/header")): { "get": {
                "operationId": "header",
                "parameters": [{ "name": text, "in": "header", "schema": { "type": "string" } }],
                "responses": { "200": { "description": "d", "headers": { (text): { "schema": { "type": "string" } } } } },
            } },
            (at(&format!("/path/{text}"))): { "get": { "operationId": "path", "responses": { "204": { "description": text } } } },
            (at(&format!("/hole/{{{text}}}"))): { "get": { "operationId": "hole", "parameters": [
                { "name": text, "in": "path", "required": true, "schema": { "type": "string" } },
            ], "responses": { "204": { "description": text } } } },
            (at("/media")): { "post": {
                "operationId": "media",
                "requestBody": { "content": { (format!("text/plain; a=\"{text}\"")): { "schema": { "type": "string" } } } },
                "responses": { "204": { "description": text } },
            } },
            (at("/form")): { "post": {
                "operationId": "form",
                "requestBody": { "content": { "multipart/form-data": {
                    "schema": { "type": "object", "properties": { (text): { "type": "string" }, "file": { "type": "string", "format": "binary" } } },
                    "encoding": { "file": { "contentType": text } },
                } } },
                "responses": { "204": { "description": text } },
            } },
            (at("/method")): { "additionalOperations": { (text): { "operationId": "method", "responses": { "204": { "description": text } } } } },
        },
        "components": {
            "schemas": {
                (named("Named")): { "type": "string", "title": text, "description": text, "pattern": text, "format": text },
                (schema("Whole")): { "type": "object", "title": text, "description": text, "required": [text], "properties": {
                    (text): { "type": "string", "title": text, "description": text, "default": text, "examples": [text] },
                    (named("member")): { "type": "string", "enum": [text, named("v"), "plain"], "x-enum-descriptions": [text, text, text] },
                    "constant": { "const": text },
                    "object": { "const": { (text): text } },
                    "names": { "type": "integer", "enum": [1, 2], "x-enum-varnames": [text, named("V")] },
                    "pinned": { "type": "object", "x-rust-name": text, "properties": { "a": { "type": "string" } } },
                    "pattern": { "type": "string", "pattern": text },
                    "other": { "$ref": format!("#/components/schemas/Named{}", text.replace('~', "~0").replace('/', "~1")) },
                    "choice": reference("Choice"),
                } },
                (schema("One")): { "type": "object", "required": [text], "properties": { (text): { "type": "string" } } },
                (schema("Two")): { "type": "object", "required": [text], "properties": { (text): { "type": "string" } } },
                (schema("Choice")): { "oneOf": [reference("One"), reference("Two")],
                    "discriminator": { "propertyName": text, "mapping": { (text): format!("#/components/schemas/One{number}"), (named("two")): schema("Two") } } },
            },
            "securitySchemes": {
                (named("key")): { "type": "apiKey", "in": "header", "name": "X-Key", "description": text },
                "query": { "type": "apiKey", "in": "query", "name": text, "description": text },
                "basic": { "type": "http", "scheme": text, "bearerFormat": text },
                "open": { "type": "openIdConnect", "openIdConnectUrl": text },
                "flow": { "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": text, "scopes": { (text): text } } } },
            },
        },
    })
}

fn generated(document: &Value) -> Generation {
    let input = Input::Text {
        name: "api.json".to_owned(),
        text: document.to_string(),
    };
    generate(&input, &Options::default())
}

/// What code of harmless documents is made of.
fn harmless() -> Harmless {
    let plain = generated(&document(&["plain"]));
    let fixtures = fixtures().into_iter().map(|one| one.generate());
    Harmless::like(fixtures.chain([plain])).unwrap()
}

#[test]
fn no_text_of_a_document_becomes_code() {
    let allowed = harmless();
    for attack in ATTACKS {
        let generation = generated(&document(&[attack]));
        assert!(generation.plan.is_some(), "{attack:?}");
        allowed
            .check(&generation)
            .unwrap_or_else(|found| panic!("{attack:?}: {found}"));
    }
}

/// Every text of a value, keys included, one at a time in place of another.
fn with_one_replaced(value: &Value, number: &mut usize, text: &str) -> Value {
    let mut here = || {
        let is_here = *number == 0;
        *number = number.wrapping_sub(1);
        is_here
    };
    match value {
        Value::String(_) if here() => text.into(),
        Value::Array(items) => items
            .iter()
            .map(|item| with_one_replaced(item, number, text))
            .collect(),
        Value::Object(members) => {
            let mut changed = serde_json::Map::new();
            for (key, member) in members {
                let is_here = *number == 0;
                *number = number.wrapping_sub(1);
                let key = if is_here { text } else { key.as_str() };
                changed.insert(key.to_owned(), with_one_replaced(member, number, text));
            }
            changed.into()
        }
        other => other.clone(),
    }
}

fn count_texts(value: &Value) -> usize {
    match value {
        Value::String(_) => 1,
        Value::Array(items) => items.iter().map(count_texts).sum(),
        Value::Object(members) => members.values().map(|member| 1 + count_texts(member)).sum(),
        _ => 0,
    }
}

#[test]
fn no_single_text_or_key_of_a_fixture_becomes_code() {
    let allowed = harmless();
    let mut turn = 0;
    for fixture in fixtures().into_iter().filter(|one| !one.shelf.is_empty()) {
        let generation = fixture.generate();
        let Some(document) = generation.document().map(Node::to_json) else {
            continue;
        };
        // Each fixture has hundreds of texts, and many fixtures are alike: a part of all pairs is tried, another for each.
        for position in (turn % 12..count_texts(&document)).step_by(12) {
            turn += 1;
            let attack = ATTACKS[turn % ATTACKS.len()];
            let changed = with_one_replaced(&document, &mut { position }, attack);
            let generation = generated(&changed);
            allowed.check(&generation).unwrap_or_else(|found| {
                panic!("{}: {position}: {attack:?}: {found}", fixture.label())
            });
        }
    }
    assert!(turn > 300, "{turn}");
}

/// How many attacks share a crate: most of the time of a crate is that of the files that all have.
const ATTACKS_IN_A_CRATE: usize = 10;

/// Crates of some attacks each, as the command writes them.
fn write_crates(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for (number, attacks) in ATTACKS.chunks(ATTACKS_IN_A_CRATE).enumerate() {
        let name = format!("attacks-{number}");
        let layout = Layout::Crate { name: name.clone() };
        let generation = generated(&document(attacks));
        let files = generation
            .files(&layout, Some(format!("specwright {}", attacks.concat())))
            .unwrap();
        for file in &files {
            let path = Path::new(&file.path);
            assert!(
                path.components()
                    .all(|part| matches!(part, Component::Normal(_))),
                "{}",
                file.path
            );
            assert!(file.path.is_ascii(), "{}", file.path);
        }
        compare(&folder.join(&name), files)
            .unwrap()
            .apply()
            .unwrap();
        names.push(name);
    }
    names
}

#[test]
fn what_is_generated_compiles_without_warnings_and_runs_nothing() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("injection");
    let _ = fs::remove_dir_all(folder.join("crates"));
    let crates = folder.join("crates");
    let names = write_crates(&crates);
    let written: Vec<_> = fs::read_dir(&crates).unwrap().collect();
    assert_eq!(written.len(), names.len());
    write_workspace(&crates, names.iter().map(String::as_str)).unwrap();
    // The same versions as here, which are the ones that are there without a network.
    fs::copy(repository().join("Cargo.lock"), crates.join("Cargo.lock")).unwrap();
    let output = cargo(&crates)
        .args(["test", "--doc", "--workspace", "--offline", "--quiet"])
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers/target"),
        )
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && !said.contains("warning"),
        "{said}"
    );
    let run = String::from_utf8_lossy(&output.stdout);
    let mut results = run.lines().filter(|line| line.starts_with("test result"));
    assert!(
        results.all(|line| line.contains(" 0 passed; 0 failed")),
        "{run}"
    );
    let outside = ["/tmp/pwned", "pwned"];
    assert!(outside.iter().all(|path| !Path::new(path).exists()));
}
