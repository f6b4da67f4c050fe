//! Every mistake has a document in `specs/invalid`, named after the code that it causes, and beside it the text that people
//! see. `BLESS=1` in the environment writes the texts.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use specwright_core::diagnostic::{Code, render};
use specwright_core::options::Options;
use specwright_core::pipeline::{Generation, check};
use specwright_core::source::Input;

/// Where the documents are, from the folder in which tests run.
const FOLDER: &str = "../specs/invalid";

/// Codes that no document alone can cause: a file that cannot be read, and an option.
const ELSEWHERE: [Code; 2] = [Code::Unreadable, Code::UnmatchedOption];

fn documents() -> Vec<PathBuf> {
    let entries = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_document = |path: &PathBuf| {
        path.extension()
            .is_some_and(|ending| ending == "yaml" || ending == "json")
    };
    let mut documents: Vec<PathBuf> = entries.filter(is_document).collect();
    documents.sort();
    documents
}

fn name(path: &std::path::Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

fn checked(input: Input) -> Generation {
    // What makes poor code is no part of these documents, save of those that are about it.
    let allow = ["SW0401", "SW0402", "SW0403"].map(str::to_owned);
    let is_lint = matches!(&input, Input::File(path) if name(path).starts_with("SW04"));
    let options = Options {
        allow: if is_lint { Vec::new() } else { allow.to_vec() },
        ..Options::default()
    };
    check(&input, &options)
}

fn codes(generation: &Generation) -> BTreeSet<&'static str> {
    generation
        .diagnostics
        .iter()
        .map(|one| one.code.as_str())
        .collect()
}

#[test]
fn every_invalid_document_has_its_message() {
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    for path in documents() {
        let generation = checked(Input::File(path.clone()));
        let text = render::human(&generation.diagnostics, &generation.sources, false);
        if !name(&path).starts_with("several") {
            let code = name(&path).split('-').next().unwrap().to_owned();
            assert!(
                codes(&generation).contains(code.as_str()),
                "{}\n{text}",
                path.display()
            );
        }
        let golden = path.with_extension("txt");
        if bless {
            fs::write(golden, text).unwrap();
        } else {
            let expected = fs::read_to_string(golden).unwrap_or_default();
            assert_eq!(text, expected, "{}", path.display());
        }
    }
}

#[test]
fn every_code_has_a_document() {
    let covered: BTreeSet<String> = documents()
        .iter()
        .map(|path| name(path).split('-').next().unwrap().to_owned())
        .collect();
    for code in Code::ALL.iter().filter(|code| !ELSEWHERE.contains(code)) {
        assert!(covered.contains(code.as_str()), "{}", code.as_str());
    }
}

#[test]
fn a_file_that_cannot_be_opened_has_no_place() {
    let generation = checked(Input::File("no-such-file.yaml".into()));
    let found = generation.messages();
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.code, one.position.line))
        .collect();
    assert_eq!(found, [("SW0001", None)]);
}

/// An example of an explanation as a whole document.
fn document(example: &str) -> Input {
    let mut text = String::new();
    if !example.starts_with("openapi") {
        text.push_str("openapi: 3.1.1\n");
    }
    text.push_str("info: {title: Example, version: '1'}\n");
    if !example.contains("paths:") {
        text.push_str("paths: {}\n");
    }
    text.push_str(example);
    Input::Text {
        name: "example".to_owned(),
        text,
    }
}

#[test]
fn explanations_show_what_they_explain() {
    for code in Code::ALL.iter().filter(|code| !ELSEWHERE.contains(code)) {
        let explanation = code.explanation();
        let said = |example: &str| {
            codes(&check(&document(example), &Options::default())).contains(code.as_str())
        };
        // The example of a limit would fill a page.
        assert!(
            *code == Code::Limit || said(explanation.wrong),
            "{code:?}\n{}",
            explanation.wrong
        );
        assert!(!said(explanation.right), "{code:?}\n{}", explanation.right);
    }
}

#[test]
fn messages_are_shown_by_their_place_and_folded() {
    let text = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n    A: {nope: 1}\n    B: {nope: 1, type: strin}\n    C: {nope: 1}\n";
    let generation = checked(Input::Text {
        name: "api.yaml".to_owned(),
        text: text.to_owned(),
    });
    let lines = |messages: Vec<render::Rendered>| -> Vec<_> {
        messages
            .iter()
            .map(|one| (one.position.line.unwrap(), one.more))
            .collect()
    };
    assert_eq!(
        lines(generation.messages()),
        [(5, 0), (6, 0), (6, 0), (7, 0)]
    );
    assert_eq!(lines(generation.brief_messages()), [(5, 2), (6, 0)]);
    let human = render::human(&generation.diagnostics, &generation.sources, false);
    assert!(
        human.contains("= note: the same at line 6, line 7"),
        "{human}"
    );
}
