//! The generated code of every fixture, as it was last approved. That it compiles without a warning is seen
//! when this crate is built, since it contains the same code.

#![allow(clippy::panic, reason = "a test that cannot go on should stop")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use specwright_tests::harness::{files_below, fixtures, golden, repository};

fn folder() -> PathBuf {
    repository().join("tests/golden")
}

#[test]
fn the_code_of_every_fixture_is_the_approved_one() {
    let mut differences = Vec::new();
    for fixture in fixtures()
        .into_iter()
        .filter(|fixture| !fixture.shelf.is_empty())
    {
        let generation = fixture.generate();
        let code = generation
            .text()
            .unwrap_or_else(|error| panic!("{}: {error}", fixture.label()));
        // The runtime is the same for all, and approved where it is written.
        let code = code.split("\npub mod runtime {").next().unwrap_or_default();
        // The header names the version of this program and the hash of the document.
        let code: String = code
            .lines()
            .skip_while(|line| line.starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect();
        let path = folder()
            .join(&fixture.shelf)
            .join(format!("{}.rs", fixture.name));
        differences.extend(golden(&path, code.trim_start()).err());
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn no_golden_file_is_orphaned() {
    let wanted: BTreeSet<PathBuf> = fixtures()
        .iter()
        .map(|fixture| {
            folder()
                .join(&fixture.shelf)
                .join(format!("{}.rs", fixture.name))
        })
        .collect();
    let orphans: Vec<PathBuf> = files_below(&folder(), ".rs")
        .into_iter()
        .filter(|path| !wanted.contains(path))
        .collect();
    assert!(
        orphans.is_empty(),
        "no fixture has this golden file: {orphans:?}"
    );
}
