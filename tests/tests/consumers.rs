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

#[test]
fn a_whole_crate_compiles_with_any_set_of_its_features() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers/whole-crate");
    let spec = repository().join("specs/authentik-proxy.yaml");
    // An earlier run of this test has changed the manifest.
    let arguments = "specwright generate --force --crate whole-crate --out";
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
    for features in ["", "client", "server", "client,server"] {
        let output = Command::new(env!("CARGO"))
            .args([
                "check",
                "--offline",
                "--quiet",
                "--no-default-features",
                "--features",
                features,
            ])
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
