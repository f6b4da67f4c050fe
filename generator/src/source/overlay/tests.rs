//! Overlays by what they make of a document, and by what is wrong with them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed unwrap is a failed test"
)]

use super::*;
use crate::diagnostic::render;
use crate::source::{Input, load};

const API: &str = "
openapi: 3.1.0
info: { title: A, version: 1.10 }
tags: [{ name: a }, { name: b }, { name: c }]
paths:
  /pets: { get: { summary: Old, tags: [x], big: 9007199254740993 }, put: { summary: Put } }
  /dogs: { get: { summary: Dogs } }
";

/// The document after these actions as JSON in its order, and what is said of them.
fn overlaid(actions: &str) -> (String, Vec<String>) {
    overlaid_by(&format!(
        "overlay: 1.1.0\ninfo: {{ title: O, version: '1' }}\nactions:\n{actions}"
    ))
}

fn overlaid_by(text: &str) -> (String, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("api.yaml");
    std::fs::write(&document, API).unwrap();
    std::fs::write(folder.path().join("fix.yaml"), text).unwrap();
    let input = Input::File(document);
    let (mut sources, mut diagnostics) = (Sources::new(&input), Diagnostics::default());
    let limits = Limits::default();
    let root = load(&input, &limits, &mut sources, &mut diagnostics).unwrap();
    let paths = ["fix.yaml".to_owned()];
    let root = overlay(root, &paths, &limits, &mut sources, &mut diagnostics);
    let prefix = format!("{}/", folder.path().display());
    let said = render::machine(&diagnostics, &sources);
    let said = said.iter().map(|one| one.to_string().replace(&prefix, ""));
    (written(&root), said.collect())
}

/// A node in its order, without quotes.
fn written(node: &Node) -> String {
    match node {
        Node::Object(object) => {
            let members = object
                .iter()
                .map(|(key, value)| format!("{key}:{}", written(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(" "))
        }
        Node::List(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(" "))
        }
        Node::Text(text) => text.to_string(),
        other => other.to_json().to_string(),
    }
}

#[test]
fn objects_are_merged_lists_are_joined_and_primitives_replaced() {
    for (action, expected) in [
        (
            "- { target: $.info, update: { title: B, contact: { name: C } } }",
            "info:{title:B version:1.1 contact:{name:C}}",
        ),
        (
            "- { target: $.tags, update: { name: d } }",
            "tags:[{name:a} {name:b} {name:c} {name:d}]",
        ),
        (
            "- { target: $.tags, update: [{ name: d }, { name: e }] }",
            "{name:c} {name:d} {name:e}]",
        ),
        (
            "- { target: $, update: { tags: [{ name: d }], paths: null } }",
            "{name:c} {name:d}]",
        ),
        (
            "- { target: \"$.paths['/pets'].get.summary\", update: New }",
            "/pets:{get:{summary:New tags:[x] big:9007199254740993}",
        ),
        (
            "- { target: '$.paths.*.get', update: { x-safe: true } }",
            "/dogs:{get:{summary:Dogs x-safe:true}}",
        ),
        (
            "- { target: '$.tags[?@.name != \"b\"]', remove: true }",
            "tags:[{name:b}]",
        ),
        (
            "- { target: \"$.paths['/pets']\", remove: true }",
            "paths:{/dogs:{get:{summary:Dogs}}}",
        ),
        (
            "- { target: \"$.paths['/pets']['get','put']\", remove: true }",
            "/pets:{}",
        ),
        (
            "- { target: '$.paths', update: { /cats: {} } }\n- { target: \"$.paths['/cats']\", copy: \"$.paths['/dogs']\" }",
            "/cats:{get:{summary:Dogs}}",
        ),
    ] {
        let (document, said) = overlaid(action);
        assert!(said.is_empty(), "{action}: {said:?}");
        assert!(document.contains(expected), "{action}: {document}");
    }
}

#[test]
fn what_is_wrong_is_shown_where_it_is() {
    for (action, expected) in [
        (
            "- { target: \"$.paths['/pet'].get\", remove: true }",
            "fix.yaml:4:13: error[SW0301]: `$.paths['/pet'].get` selects nothing of the document; help: there is no `/pet`; did you mean `/pets`?",
        ),
        (
            "- { target: '$.paths[?@.gat]', remove: true }",
            "fix.yaml:4:13: error[SW0301]: `$.paths[?@.gat]` selects nothing of the document",
        ),
        (
            "- { target: $.info, update: [1] }",
            "fix.yaml:4:21: error[SW0110]: the target is an object, which cannot become a list",
        ),
        (
            "- { target: $, update: { info: { title: { a: 1 } } } }",
            "fix.yaml:4:16: error[SW0110]: `info.title` of the target is text, which cannot become an object",
        ),
        (
            "- { target: $, remove: true }",
            "fix.yaml:4:13: error[SW0103]: the whole document cannot be removed",
        ),
        (
            "- { target: $.info, copy: $.tags.* }",
            "fix.yaml:4:27: error[SW0301]: `$.tags.*` must select one node, not 3",
        ),
        (
            "- { target: $.info }",
            "fix.yaml:4:5: error[SW0102]: an action needs `update`, `copy` or `remove`",
        ),
        (
            "- { update: 1 }",
            "fix.yaml:4:5: error[SW0102]: an action needs `target`, a JSONPath",
        ),
        (
            "- { target: $.info, updat: {}, remove: true }",
            "fix.yaml:4:21: error[SW0105]: overlays know no `updat`; help: did you mean `update`?",
        ),
    ] {
        let (_, said) = overlaid(action);
        assert_eq!(said, [expected], "{action}");
    }
    let (_, said) = overlaid("- { target: info, remove: true }");
    let start = "fix.yaml:4:13: error[SW0103]: `info` is no JSONPath: ";
    assert!(
        said.first().is_some_and(|one| one.starts_with(start)),
        "{said:?}"
    );
    let (_, said) = overlaid_by("overlay: 2.0.0\n");
    assert!(
        said.first()
            .is_some_and(|one| one.contains("fix.yaml:1:10: error[SW0101]")),
        "{said:?}"
    );
}
