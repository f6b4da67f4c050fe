//! `specwright diff` and what `generate` says of an update, as their users meet them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use serde_json::{Value, json};
use support::{Place, SPEC};

/// The document in two versions: a required member and an operation more.
fn place(test: &str) -> Place {
    let place = Place::new(test);
    let new = SPEC
        .replace("name: { type: string }", "name: { type: integer }\n        tag: { type: string }")
        .replace("components:", "  /new:\n    get: { operationId: get_new, tags: [pets], responses: { '204': { description: A } } }\ncomponents:");
    place.write("new.yaml", &new);
    place
}

fn json(place: &Place, arguments: &str) -> Value {
    let run = place.run(&format!("{arguments} --format json"));
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).unwrap()
}

#[test]
fn two_documents_are_compared_with_their_places() {
    let place = place("diff-documents");
    let run = place.run("diff api.yaml new.yaml");
    assert_eq!(run.status, 0, "whatever the verdict is");
    for line in [
        "breaks field Pet.name type: String → i64",
        "old api.yaml:22:9",
        "new new.yaml:24:9",
        "adds operation get_new is new",
        "callers major: ",
    ] {
        assert!(run.stdout.contains(line), "{line}\n{}", run.stdout);
    }
    let told = json(&place, "diff api.yaml new.yaml");
    assert_eq!(
        (&told["breaking"], &told["semver"], &told["for"]),
        (&json!(true), &json!("major"), &json!("callers"))
    );
    let changes = told["changes"].as_array().unwrap();
    let name = changes
        .iter()
        .find(|one| one["name"] == "Pet.name")
        .unwrap();
    assert_eq!(
        (&name["kind"], &name["callers"]),
        (&json!("field"), &json!("breaking"))
    );
    assert_eq!(
        name["details"],
        json!({ "fact": "type", "old": "String", "new": "i64" })
    );
    assert_eq!(
        name["old_place"],
        json!({ "file": "api.yaml", "pointer": "/components/schemas/Pet/properties/name", "line": 22, "column": 9 })
    );
    let same = json(&place, "diff api.yaml api.yaml");
    assert_eq!(
        (&same["breaking"], &same["semver"], &same["changes"]),
        (&json!(false), &json!("patch"), &json!([]))
    );
}

#[test]
fn the_verdict_fails_only_where_that_is_asked_for() {
    let place = place("diff-fail-on");
    assert_eq!(
        place
            .run("diff api.yaml new.yaml --fail-on breaking")
            .status,
        1
    );
    assert_eq!(
        place
            .run("diff api.yaml api.yaml --fail-on breaking")
            .status,
        0
    );
    place.write("more.yaml", &SPEC.replace("components:", "  /new:\n    get: { operationId: get_new, tags: [pets], responses: { '204': { description: A } } }\ncomponents:"));
    let fails = |whom: &str| {
        place
            .run(&format!(
                "diff api.yaml more.yaml --fail-on breaking {whom}"
            ))
            .status
    };
    assert_eq!(
        (fails(""), fails("--for callers")),
        (0, 0),
        "one more operation breaks no caller"
    );
    assert_eq!((fails("--for implementers"), fails("--for all")), (1, 1));
    assert_eq!(fails("--only models,server"), 1, "there are no callers");
    assert_eq!(place.run("diff api.yaml missing.yaml").status, 1);
    assert_eq!(place.run("diff api.yaml").status, 2);
}

#[test]
fn a_lock_is_compared_with_a_document() {
    let place = place("diff-lock");
    place.run("generate api.yaml --out api");
    for old in ["api", "api/specwright.lock"] {
        let told = json(&place, &format!("diff {old} new.yaml"));
        let name = &told["changes"].as_array().unwrap()[0];
        assert_eq!(
            name["old_place"]["pointer"],
            "/components/schemas/Pet/properties/name"
        );
        assert_eq!(name["new_place"]["line"], 24);
    }
    let run = place.run("diff . new.yaml");
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("has no specwright.lock"),
        "{}",
        run.stderr
    );
}

#[test]
fn reviewers_get_tables_that_documents_cannot_break() {
    let place = place("diff-markdown");
    place.edit(
        "new.yaml",
        "operationId: get_new",
        "operationId: 'get | `new` <b>'",
    );
    let run = place.run("diff api.yaml new.yaml --format markdown");
    assert_eq!(run.status, 0);
    assert!(
        run.stdout.starts_with("### API changes: major\n"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("| `field Pet.name` | `type: String → i64` | callers and implementers | `new.yaml:24:9` |"), "{}", run.stdout);
    assert!(!run.stdout.contains("<b>"), "{}", run.stdout);
}

#[test]
fn an_update_says_what_it_changes() {
    let place = place("diff-update");
    let run = place.run("generate api.yaml --out api");
    assert!(
        !run.stdout.contains("changed"),
        "there was nothing before: {}",
        run.stdout
    );
    place.write("api.yaml", &place.read("new.yaml"));
    for arguments in ["--dry-run", ""] {
        let run = place.run(&format!("generate api.yaml --out api {arguments}"));
        assert!(
            run.stdout
                .contains("changed for callers: major: 1 change breaks"),
            "{}",
            run.stdout
        );
        assert!(
            run.stdout
                .contains("changed field Pet.name type: String → i64"),
            "{}",
            run.stdout
        );
    }
    let run = place.run("generate api.yaml --out api");
    assert!(!run.stdout.contains("changed for"), "{}", run.stdout);
}

#[test]
fn a_new_name_can_be_the_old_one() {
    let place = place("diff-rename");
    place.write("new.yaml", &SPEC.replace("Pet", "Animal"));
    let told = json(&place, "diff api.yaml new.yaml");
    assert_eq!(told["renames"], json!(["Animal=Pet"]));
    let told = json(&place, "diff api.yaml new.yaml --rename Animal=Pet");
    assert_eq!(told["breaking"], json!(false), "{told:#}");
}
