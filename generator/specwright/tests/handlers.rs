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
        run.stdout.contains("added fetch_pet to") && run.stdout.contains("gone get_pet in"),
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
