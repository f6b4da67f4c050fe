//! The handlers that `--handlers` writes: files of the user, only ever added to.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use support::{Place, SPEC};

#[test]
fn handlers_are_written_once_and_then_only_added_to() {
    let place = Place::new("handlers");
    assert_eq!(
        place
            .run("generate api.yaml --out src/api --handlers")
            .status,
        0
    );
    let first = place.read("src/handlers/pets.rs");
    assert!(
        first.contains("impl PetsApi for Handlers") && first.contains("async fn get_pet("),
        "{first}"
    );
    assert!(place.read("src/handlers/mod.rs").contains("mod pets;"));
    place.edit(
        "src/handlers/pets.rs",
        "Err(NotImplemented.into())",
        "/* mine */   todo()",
    );
    let mine = place.read("src/handlers/pets.rs");
    let second = SPEC
        .replace("get_pet", "fetch_pet")
        .replace("components:", OTHER_TAG);
    place.write("api.yaml", &second);
    assert_eq!(
        place
            .run("generate api.yaml --out src/api --handlers --check")
            .status,
        1
    );
    assert_eq!(place.read("src/handlers/pets.rs"), mine, "--check wrote");
    let run = place.run("generate api.yaml --out src/api --handlers");
    assert_eq!(run.status, 0);
    assert!(
        run.stdout.contains("added fetch_pet to")
            && run
                .stdout
                .contains("src/handlers/pets.rs:13: get_pet; the document has no such operation"),
        "{}",
        run.stdout
    );
    let text = place.read("src/handlers/pets.rs");
    let kept = mine.trim_end().strip_suffix('}').unwrap();
    assert!(
        text.starts_with(kept),
        "what was there has changed:\n{text}"
    );
    assert!(text.contains("async fn fetch_pet("));
    assert!(
        place
            .read("src/handlers/mod.rs")
            .contains("mod pets;\nmod toys;\n")
    );
    assert!(place.exists("src/handlers/toys.rs"));
    assert_eq!(
        place
            .run("generate api.yaml --out src/api --handlers --check")
            .status,
        0
    );
}

/// A path of another tag.
const OTHER_TAG: &str = "  /toys:
    get: { operationId: list_toys, tags: [toys], responses: { '204': { description: None. } } }
components:";

#[test]
fn a_handlers_file_that_is_not_rust_is_named_and_left_alone() {
    let place = Place::new("handlers-syntax");
    place.run("generate api.yaml --out src/api --handlers");
    place.write("src/handlers/pets.rs", "impl PetsApi for {\n");
    let run = place.run("generate api.yaml --out src/api --handlers");
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("handlers/pets.rs:1:18"),
        "{}",
        run.stderr
    );
    assert_eq!(place.read("src/handlers/pets.rs"), "impl PetsApi for {\n");
}

/// A file as people write them: odd, half done, with the trait twice, once in a module.
const ODD: &str = r##"//! Mine.
#![allow(dead_code)]
use super::{Handlers, NotImplemented}; use crate::api::{
    server::{Context, Outcome, PetsApi}, models::*, // all } of them
};

macro_rules! noise { ($($any:tt)*) => {} }
noise! { impl PetsApi for Nobody { fn get_pet } }

/* impl PetsApi for Comment { */
impl  PetsApi   for Handlers
{   // } { "
        async fn get_pet ( & self,
            _ : &Context<()>, id : i64 ) -> Outcome< crate::api::models::Pet , Undeclared >
        { let text = "}"; let raw = r#"}}"#; todo!("half {}: {text}{raw}{id}", '}')   }
    #[allow(clippy::all)] fn helper_is_no_method() {}   }

mod tests { use super::super::*;
    struct Mock;
    impl PetsApi for Mock { }
}
// the end, without a line end"##;

#[test]
fn an_odd_file_survives_ten_updates() {
    let place = Place::new("handlers-odd");
    place.run("generate api.yaml --out src/api --handlers");
    for (name, mine) in [
        ("odd", ODD.to_owned()),
        ("odd-crlf", ODD.replace('\n', "\r\n")),
    ] {
        place.write("src/handlers/pets.rs", &mine);
        let mut before = mine.clone();
        for update in 0..10 {
            let path = format!(
                "  /new{update}:\n    get: {{ operationId: new_{update}, tags: [pets], responses: {{ '200': {{ description: A, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Pet' }} }} }} }} }} }}\ncomponents:"
            );
            place.edit("api.yaml", "components:", &path);
            let run = place.run("generate api.yaml --out src/api --handlers");
            assert_eq!(
                run.status, 0,
                "{name} {update}: {}{}",
                run.stdout, run.stderr
            );
            let after = place.read("src/handlers/pets.rs");
            // Of what was there, nothing is lost, changed or moved.
            let mut letters = after.chars();
            let is_kept = before.chars().all(|one| letters.any(|other| one == other));
            assert!(is_kept, "{name} {update}:\n{after}");
            assert_eq!(
                after.matches(&format!("fn new_{update}(")).count(),
                2,
                "{name} {update}:\n{after}"
            );
            assert_eq!(after.contains('\r'), name == "odd-crlf");
            syn_parses(&place);
            before = after;
        }
        let run = place.run("generate api.yaml --out src/api --handlers");
        assert!(!run.stdout.contains("added"), "{}", run.stdout);
        place.write("api.yaml", SPEC);
        place.run("generate api.yaml --out src/api");
    }
}

/// Whether a formatter can read the file.
fn syn_parses(place: &Place) {
    let status = std::process::Command::new("rustfmt")
        .args([
            "--edition",
            "2024",
            "--emit",
            "stdout",
            "--quiet",
            "src/handlers/pets.rs",
        ])
        .current_dir(&place.0)
        .stdout(std::process::Stdio::null())
        .status();
    assert!(status.unwrap().success());
}

#[test]
fn what_an_update_changes_is_listed_with_its_place() {
    let place = Place::new("handlers-changed");
    place.write("api.yaml", &SPEC.replace("components:", OTHER_TAG));
    place.run("generate api.yaml --out src/api --handlers");
    let mine = place.read("src/handlers/pets.rs");
    place.write(
        "api.yaml",
        &SPEC.replace("schema: { type: integer }", "schema: { type: string }"),
    );
    let run = place.run("generate api.yaml --out src/api --handlers --message-format json");
    assert_eq!(run.status, 0);
    let files: Vec<serde_json::Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|line: &serde_json::Value| line["reason"] == "handlers")
        .collect();
    let file = |name: &str| {
        files
            .iter()
            .find(|one| one["path"].as_str().unwrap().ends_with(name))
            .unwrap()
    };
    assert_eq!(
        file("pets.rs")["changed"],
        serde_json::json!([{ "name": "get_pet", "line": 13 }])
    );
    assert_eq!(file("toys.rs")["gone"][0]["name"], "list_toys");
    assert_eq!(place.read("src/handlers/pets.rs"), mine);
    let run = place.run("generate api.yaml --out src/api --handlers");
    assert!(
        run.stdout
            .contains("changed src/handlers/pets.rs:13: get_pet"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_a_new_method_names_is_imported() {
    let place = Place::new("handlers-imports");
    place.run("generate api.yaml --out src/api --handlers");
    let path = "  /dogs:\n    get: { operationId: dog, tags: [pets], responses: { '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Dog' } } } } } }\ncomponents:\n  schemas:\n    Dog: { type: object, properties: { a: { type: string } } }\n";
    place.edit("api.yaml", "components:\n  schemas:\n", path);
    place.run("generate api.yaml --out src/api --handlers");
    let text = place.read("src/handlers/pets.rs");
    assert!(
        text.contains("use super::super::api::models::Dog;\n"),
        "{text}"
    );
    assert_eq!(text.matches("models::Pet;").count(), 1, "{text}");
}

#[test]
fn one_file_that_is_not_rust_keeps_no_other_from_being_completed() {
    let place = Place::new("handlers-half");
    place.write("api.yaml", &SPEC.replace("components:", OTHER_TAG));
    place.run("generate api.yaml --out src/api --handlers");
    place.write(
        "src/handlers/pets.rs",
        "impl PetsApi for Handlers { async fn get_pet(\n",
    );
    place.edit("api.yaml", "  /toys:", "  /toys/all:\n    get: { operationId: all_toys, tags: [toys], responses: { '204': { description: None. } } }\n  /toys:");
    let run = place.run("generate api.yaml --out src/api --handlers");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("handlers/pets.rs:"), "{}", run.stderr);
    assert!(
        place
            .read("src/handlers/toys.rs")
            .contains("async fn all_toys(")
    );
}
