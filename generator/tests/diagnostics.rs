//! Every diagnostic code has a document in `specs/invalid` that causes it, and nothing else, at a known place.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use specwright_core::diagnostic::render::{Rendered, machine};
use specwright_core::diagnostic::{Code, Diagnostics};
use specwright_core::ir::lower::lower;
use specwright_core::openapi::read;
use specwright_core::source::{Access, Input, Sources, collect, load};

/// Document, and severity, line and column of its one diagnostic.
const EXPECTED: &[(&str, &str, usize, usize)] = &[
    ("SW0002", "error", 7, 1),
    ("SW0003", "error", 12, 5),
    ("SW0101", "error", 2, 10),
    ("SW0102", "error", 11, 11),
    ("SW0103", "error", 11, 18),
    ("SW0104", "error", 12, 15),
    ("SW0105", "warning", 9, 7),
    ("SW0106", "error", 12, 15),
    ("SW0107", "warning", 8, 5),
    ("SW0108", "warning", 15, 20),
    ("SW0109", "warning", 16, 5),
    ("SW0110", "warning", 15, 20),
    ("SW0111", "error", 11, 11),
    ("SW0112", "error", 9, 5),
    ("SW0113", "error", 10, 13),
    ("SW0201", "error", 12, 15),
    ("SW0202", "warning", 13, 11),
    ("SW0203", "warning", 9, 5),
    ("SW0204", "warning", 11, 9),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/invalid")
}

fn diagnose(path: PathBuf) -> Vec<Rendered> {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    if let Some(root) = load(&Input::File(path), &mut sources, &mut diagnostics) {
        let documents = collect(root, &Access::default(), &mut sources);
        if let Some(description) = read(&documents, &mut diagnostics) {
            lower(&description, &mut diagnostics);
        }
    }
    machine(&diagnostics, &sources)
}

#[test]
fn every_invalid_document_has_its_one_diagnostic() {
    for (code, severity, line, column) in EXPECTED {
        let found: Vec<_> = diagnose(folder().join(format!("{code}.yaml")))
            .into_iter()
            .map(|one| {
                (
                    one.code,
                    one.severity,
                    one.line.unwrap(),
                    one.column.unwrap(),
                )
            })
            .collect();
        assert_eq!(found, [(*code, *severity, *line, *column)]);
    }
}

#[test]
fn a_file_that_cannot_be_opened_has_no_place() {
    let found = diagnose(folder().join("no-such-file.yaml"));
    let found: Vec<_> = found.iter().map(|one| (one.code, one.line)).collect();
    assert_eq!(found, [("SW0001", None)]);
}

#[test]
fn every_code_and_every_document_is_covered() {
    // An unreadable file and an unmatched option are not in a document; other tests cause them.
    let covered = EXPECTED
        .iter()
        .map(|(code, ..)| *code)
        .chain(["SW0001", "SW0301"]);
    let covered: BTreeSet<&str> = covered.collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(covered, codes);

    let on_disk = std::fs::read_dir(folder()).unwrap().map(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        name.trim_end_matches(".yaml").to_owned()
    });
    let on_disk: BTreeSet<String> = on_disk.collect();
    let named = EXPECTED.iter().map(|(code, ..)| *code);
    let named: BTreeSet<String> = named.chain(["five-mistakes"]).map(str::to_owned).collect();
    assert_eq!(on_disk, named);
}

#[test]
fn five_mistakes_give_five_diagnostics() {
    let found: Vec<_> = diagnose(folder().join("five-mistakes.yaml"))
        .into_iter()
        .map(|one| (one.code, one.line.unwrap(), one.column.unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("SW0102", 3, 1),
            ("SW0103", 27, 18),
            ("SW0106", 31, 15),
            ("SW0104", 11, 15),
            ("SW0107", 18, 5),
        ]
    );
}
