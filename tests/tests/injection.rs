//! Documents whose texts try to become code: to end a comment, a literal or an identifier, to be run as a doc test, to be a
//! format string, a table of Cargo.toml or the path of a file, or to hide behind invisible characters.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};

use serde_json::{Value, json};
use specwright_core::options::Options;
use specwright_core::output::{Layout, compare};
use specwright_core::pipeline::{Generation, generate};
use specwright_core::source::{Input, Node};
use specwright_tests::harness::{cargo, fixtures, repository, write_workspace};
use syn::visit::{self, Visit};

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

/// A document that has the text wherever a document may have one of its own.
fn document(text: &str) -> Value {
    let named = |name: &str| format!("{name}{text}");
    let response = json!({
        "description": text,
        "headers": { "X-Plain": { "description": text, "schema": { "type": "string", "default": text } } },
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Whole" }, "example": text } },
    });
    json!({
        "openapi": "3.1.1",
        "info": { "title": named("T"), "version": named("1"), "description": text, "summary": text,
            "contact": { "name": text }, "license": { "name": text } },
        "servers": [{ "url": format!("https://a.example/{text}"), "description": text }],
        "tags": [{ "name": text, "description": text }, { "name": named("tag"), "description": text }],
        "x-free": text,
        "paths": {
            "/whole": { "summary": text, "description": text, "post": {
                "operationId": named("whole"), "summary": text, "description": text, "tags": [text, named("tag")],
                "security": [{ (named("key")): [text] }],
                "requestBody": { "description": text, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Whole" } } } },
                "responses": { "200": response, "400": response, "default": response },
            } },
            "/parameters": { "get": {
                "operationId": "parameters",
                "tags": ["plain"],
                "parameters": [
                    { "name": named("q"), "in": "query", "description": text, "schema": { "type": "string", "enum": ["a", text], "default": text } },
                    { "name": text, "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
                    { "name": "d", "in": "query", "style": "deepObject", "explode": true, "schema": { "type": "object", "properties": { (named("m")): { "type": "string" } } } },
                ],
                "responses": { "200": response },
            } },
            "/header": { "get": {
                "operationId": "header",
                "parameters": [{ "name": text, "in": "header", "schema": { "type": "string" } }],
                "responses": { "200": { "description": "d", "headers": { (text): { "schema": { "type": "string" } } } } },
            } },
            (format!("/path/{text}")): { "get": { "operationId": "path", "responses": { "204": { "description": text } } } },
            (format!("/hole/{{{text}}}")): { "get": { "operationId": "hole", "parameters": [
                { "name": text, "in": "path", "required": true, "schema": { "type": "string" } },
            ], "responses": { "204": { "description": text } } } },
            "/media": { "post": {
                "operationId": "media",
                "requestBody": { "content": { (format!("text/plain; a=\"{text}\"")): { "schema": { "type": "string" } } } },
                "responses": { "204": { "description": text } },
            } },
            "/form": { "post": {
                "operationId": "form",
                "requestBody": { "content": { "multipart/form-data": {
                    "schema": { "type": "object", "properties": { (text): { "type": "string" }, "file": { "type": "string", "format": "binary" } } },
                    "encoding": { "file": { "contentType": text } },
                } } },
                "responses": { "204": { "description": text } },
            } },
            "/method": { "additionalOperations": { (text): { "operationId": "method", "responses": { "204": { "description": text } } } } },
        },
        "components": {
            "schemas": {
                (named("Named")): { "type": "string", "title": text, "description": text, "pattern": text, "format": text },
                "Whole": { "type": "object", "title": text, "description": text, "required": [text], "properties": {
                    (text): { "type": "string", "title": text, "description": text, "default": text, "examples": [text] },
                    (named("member")): { "type": "string", "enum": [text, named("v"), "plain"], "x-enum-descriptions": [text, text, text] },
                    "constant": { "const": text },
                    "object": { "const": { (text): text } },
                    "names": { "type": "integer", "enum": [1, 2], "x-enum-varnames": [text, named("V")] },
                    "pinned": { "type": "object", "x-rust-name": text, "properties": { "a": { "type": "string" } } },
                    "pattern": { "type": "string", "pattern": text },
                    "other": { "$ref": format!("#/components/schemas/Named{}", text.replace('~', "~0").replace('/', "~1")) },
                    "choice": { "$ref": "#/components/schemas/Choice" },
                } },
                "One": { "type": "object", "required": [text], "properties": { (text): { "type": "string" } } },
                "Two": { "type": "object", "required": [text], "properties": { (text): { "type": "string" } } },
                "Choice": { "oneOf": [{ "$ref": "#/components/schemas/One" }, { "$ref": "#/components/schemas/Two" }],
                    "discriminator": { "propertyName": text, "mapping": { (text): "#/components/schemas/One", (named("two")): "Two" } } },
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

/// What code is made of: kinds of items and expressions, names of macros and attributes.
#[derive(Default)]
struct Kinds(BTreeSet<String>);

impl Kinds {
    fn of(code: &str) -> Self {
        let file = syn::parse_file(code).unwrap_or_else(|error| {
            panic!(
                "{error} at {:?}: {:?}",
                error.span().start(),
                code.lines()
                    .nth(error.span().start().line.saturating_sub(1))
            )
        });
        let mut kinds = Self::default();
        kinds.visit_file(&file);
        kinds
    }
}

impl<'ast> Visit<'ast> for Kinds {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let kind = match item {
            syn::Item::Const(_) => "const",
            syn::Item::Enum(_) => "enum",
            syn::Item::Fn(_) => "fn",
            syn::Item::Impl(_) => "impl",
            syn::Item::Macro(_) => "macro",
            syn::Item::Mod(_) => "mod",
            syn::Item::Static(_) => "static",
            syn::Item::Struct(_) => "struct",
            syn::Item::Trait(_) => "trait",
            syn::Item::Type(_) => "type",
            syn::Item::Use(_) => "use",
            _ => "another item",
        };
        self.0.insert(kind.to_owned());
        visit::visit_item(self, item);
    }

    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        let path = one
            .path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.0
            .insert(format!("{}!", path.collect::<Vec<_>>().join("::")));
        visit::visit_macro(self, one);
    }

    fn visit_attribute(&mut self, one: &'ast syn::Attribute) {
        let path = one
            .path()
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.0
            .insert(format!("#[{}]", path.collect::<Vec<_>>().join("::")));
    }

    fn visit_expr_unsafe(&mut self, _: &'ast syn::ExprUnsafe) {
        self.0.insert("unsafe".to_owned());
    }
}

/// What code of harmless documents is made of.
fn harmless() -> BTreeSet<String> {
    let mut kinds = Kinds::of(&generated(&document("plain")).text().unwrap()).0;
    for fixture in fixtures() {
        kinds.extend(Kinds::of(&fixture.generate().text().unwrap()).0);
    }
    assert!(!kinds.contains("unsafe") && !kinds.contains("another item"));
    kinds
}

fn assert_harmless(code: &str, allowed: &BTreeSet<String>, what: &str) {
    let found = Kinds::of(code).0;
    let new: Vec<&String> = found.difference(allowed).collect();
    assert!(new.is_empty(), "{what}: {new:?}");
    let hidden = |one: char| {
        matches!(one, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
            || (one.is_control() && one != '\n')
    };
    let hidden = code.lines().find(|line| line.contains(hidden));
    assert_eq!(hidden, None, "{what}");
}

#[test]
fn no_text_of_a_document_becomes_code() {
    let allowed = harmless();
    for attack in ATTACKS {
        let generation = generated(&document(attack));
        assert!(generation.plan.is_some(), "{attack:?}");
        assert_harmless(&generation.text().unwrap(), &allowed, attack);
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
            let code = generated(&changed).text().unwrap();
            if !code.is_empty() {
                assert_harmless(
                    &code,
                    &allowed,
                    &format!("{}: {position}: {attack:?}", fixture.label()),
                );
            }
        }
    }
    assert!(turn > 300, "{turn}");
}

/// One crate per attack, as the command writes them.
fn write_crates(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for (number, attack) in ATTACKS.iter().enumerate() {
        let name = format!("attack-{number}");
        let layout = Layout::Crate { name: name.clone() };
        let generation = generated(&document(attack));
        let files = generation
            .files(&layout, Some(format!("specwright {attack}")))
            .unwrap();
        for file in &files {
            let path = Path::new(&file.path);
            assert!(
                path.components()
                    .all(|part| matches!(part, Component::Normal(_))),
                "{attack:?}: {}",
                file.path
            );
            assert!(file.path.is_ascii(), "{attack:?}: {}", file.path);
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
