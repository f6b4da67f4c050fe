//! Crates as users write them: the code comes from a build script, a macro or the command line, compiles without
//! a warning, and follows the document when that changes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::json;
use specwright_tests::harness::{files_below, repository};

/// Copies a consumer, so that its document can be changed, and points it at this repository.
fn copied(name: &str) -> PathBuf {
    let from = repository().join("tests/consumers").join(name);
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("consumers")
        .join(name);
    for ending in ["Cargo.toml", ".rs", ".yaml"] {
        for file in files_below(&from, ending) {
            let target = to.join(file.strip_prefix(&from).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            let text = fs::read_to_string(&file).unwrap();
            fs::write(
                target,
                text.replace("../../..", repository().to_str().unwrap()),
            )
            .unwrap();
        }
    }
    // The same versions as here, which are the ones that are there without a network.
    fs::copy(repository().join("Cargo.lock"), to.join("Cargo.lock")).unwrap();
    to
}

fn check(folder: &Path) -> Output {
    Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet"])
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers/target"),
        )
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn assert_compiles(folder: &Path) {
    let output = check(folder);
    assert!(output.status.success(), "{}", stderr(&output));
}

fn edit(folder: &Path, from: &str, to: &str) {
    let path = folder.join("specs/pets.yaml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

/// Compiles, renames a type in the document and sees the old name fail; breaks the document and sees the place;
/// mends it and compiles.
fn follows_its_document(name: &str) {
    let folder = copied(name);
    assert_compiles(&folder);
    edit(&folder, "schemas:\n    Pet:", "schemas:\n    Animal:");
    edit(&folder, "schemas/Pet'", "schemas/Animal'");
    let output = check(&folder);
    assert!(
        !output.status.success(),
        "{name}: the changed document was not noticed"
    );
    assert!(stderr(&output).contains("models"), "{}", stderr(&output));
    edit(&folder, "type: string", "type: strin");
    let output = check(&folder);
    assert!(!output.status.success());
    assert!(
        stderr(&output).contains("specs/pets.yaml:23:23: error[SW"),
        "{}",
        stderr(&output)
    );
    edit(&folder, "type: strin", "type: string");
    edit(&folder, "schemas:\n    Animal:", "schemas:\n    Pet:");
    edit(&folder, "schemas/Animal'", "schemas/Pet'");
    assert_compiles(&folder);
}

#[test]
fn a_build_script_follows_its_document() {
    follows_its_document("build-script");
}

#[test]
fn a_macro_follows_its_document() {
    follows_its_document("macro");
}

/// Generates a whole crate from a document and compiles it with each of these sets of features.
fn compiles_with_features(name: &str, spec: &Path, sets: &[&str]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("consumers")
        .join(name);
    // An earlier run of this test has changed the manifest.
    let arguments = format!("specwright generate --force --crate {name} --out");
    let arguments = arguments.split(' ').map(Into::into);
    let status = specwright::cli::run(arguments.chain([folder.clone().into(), spec.into()]));
    assert_eq!(status, 0);
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    if !manifest.contains("[workspace]") {
        // The folder is below this repository's workspace, which does not know it.
        fs::write(
            folder.join("Cargo.toml"),
            format!("{manifest}\n[workspace]\n"),
        )
        .unwrap();
    }
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    for features in sets {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--quiet", "--no-default-features"])
            .args(["--features", features])
            .current_dir(&folder)
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers/target"),
            )
            .env("RUSTFLAGS", "-D warnings")
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "features {features:?}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn a_whole_crate_compiles_with_any_set_of_its_features() {
    let spec = repository().join("specs/authentik-proxy.yaml");
    compiles_with_features(
        "whole-crate",
        &spec,
        &["", "client", "server", "client,server"],
    );
}

/// A document that is large enough for a file and a feature per tag. The tags `Cats` and `default` share a type, a condition, an
/// error and a kind of credential; each has some of its own, and a form with a file.
fn large_document() -> serde_json::Value {
    let text = || json!({ "type": "string" });
    let condition =
        json!({ "contains": { "maximum": 5 }, "type": "array", "items": { "type": "number" } });
    let mut schemas = serde_json::Map::new();
    let mut paths = serde_json::Map::new();
    for (tag, word) in [("Cats", "Cat"), ("default", "Dog"), ("Type", "Ant")] {
        let fields: serde_json::Map<_, _> = (0..60)
            .map(|number| {
                let name = format!("{word}{number}");
                schemas.insert(
                    name.clone(),
                    json!({ "type": "object", "properties": { "name": text() } }),
                );
                (
                    format!("f{number}"),
                    json!({ "$ref": format!("#/components/schemas/{name}") }),
                )
            })
            .collect();
        let own = json!({ "contains": { "const": word }, "type": "array", "items": text() });
        let mut properties = fields;
        properties.insert("own".to_owned(), own);
        if word != "Ant" {
            properties.insert("both".to_owned(), condition.clone());
            properties.insert(
                "shared".to_owned(),
                json!({ "$ref": "#/components/schemas/Shared" }),
            );
        }
        schemas.insert(
            word.to_owned(),
            json!({ "type": "object", "properties": properties }),
        );
        let answer = |name: &str| {
            json!({ "description": "", "content": { "application/json":
            { "schema": { "$ref": format!("#/components/schemas/{name}") } } } })
        };
        let error = if word == "Ant" { "Ant2" } else { "Shared" };
        let security = if word == "Ant" {
            json!([{ "ant": [] }])
        } else {
            json!([{ "pet": [] }])
        };
        paths.insert(format!("/{word}"), json!({ "post": {
            "tags": [tag], "operationId": format!("make{word}"), "security": security,
            "parameters": [{ "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 5 } }],
            "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties":
                { "file": { "type": "string", "format": "binary" }, "of": text() } } } } },
            "responses": { "200": answer(word), "201": answer(&format!("{word}1")), "400": answer(error) } } }));
    }
    schemas.insert(
        "Shared".to_owned(),
        json!({ "type": "object", "properties": { "why": text() } }),
    );
    json!({
        "openapi": "3.1.0", "info": { "title": "Pets", "version": "1" }, "paths": paths,
        "components": { "schemas": schemas, "securitySchemes": {
            "pet": { "type": "http", "scheme": "bearer" },
            "ant": { "type": "apiKey", "in": "header", "name": "ant" } } }
    })
}

#[test]
fn a_large_crate_compiles_with_the_features_of_single_tags() {
    let spec = Path::new(env!("CARGO_TARGET_TMPDIR")).join("large.json");
    fs::write(&spec, large_document().to_string()).unwrap();
    compiles_with_features(
        "large-crate",
        &spec,
        &[
            "cats",
            "client",
            "client,cats",
            "client,default_tag",
            "client,type",
            "client,server",
        ],
    );
}
