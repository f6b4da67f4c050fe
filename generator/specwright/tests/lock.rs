//! The lock beside the code, and folders under bad conditions: edited by hand, killed runs, several runs at once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::process::Command;

use support::{Place, SPEC};

#[test]
fn what_somebody_changed_by_hand_is_shown_and_kept() {
    let place = Place::new("edited");
    place.run("generate api.yaml --out api");
    place.edit("api/models.rs", "pub struct Pet", "pub struct  Pet");
    let run = place.run("generate api.yaml --out api --only models,client");
    assert_eq!(run.status, 1);
    let shown = [
        "-pub struct  Pet",
        "+pub struct Pet",
        "changed by hand",
        "--force",
    ];
    assert!(
        shown.iter().all(|one| run.stderr.contains(one)),
        "{}",
        run.stderr
    );
    assert!(place.read("api/models.rs").contains("pub struct  Pet"));
    assert!(place.exists("api/server.rs"), "nothing was removed either");
    let run = place.run("generate api.yaml --out api --force");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!place.read("api/models.rs").contains("pub struct  Pet"));
}

#[test]
fn the_lock_says_what_was_generated_from_what() {
    let place = Place::new("locked");
    place.run("generate api.yaml --out api");
    let lock = place.read("api/specwright.lock");
    for line in [
        "document api.yaml sha256=",
        "file client.rs sha256=",
        "type Pet at=#/components/schemas/Pet kind=struct schema=Pet used=received",
        "field Pet.name at=#/components/schemas/Pet/properties/name type=String wire=name",
        "operation get_pet access=open arguments=\"(id: i64)\"",
        "parameter get_pet.id argument=i64 at=#/paths/~1pets~1{id}/get/parameters/0 in=path required=yes type=i64 wire=id",
        "answer get_pet.200 at=#/paths/~1pets~1{id}/get/responses/200 media=application/json type=Pet",
    ] {
        assert!(
            lock.lines().any(|one| one.starts_with(line)),
            "{line}\n{lock}"
        );
    }
    let check = || place.run("check api.yaml --locked --out api");
    assert_eq!(check().status, 0);
    place.edit("api/client.rs", "pub fn get_pet", "pub fn  get_pet");
    assert!(check().stdout.contains("client.rs was changed by hand"));
    place.run("generate api.yaml --out api --force");
    assert_eq!(check().status, 0);
    place.edit(
        "api.yaml",
        "name: { type: string }",
        "name: { type: integer }",
    );
    let run = check();
    assert_eq!(run.status, 1);
    assert!(
        run.stdout.contains("the document has changed since"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("the code would offer something else"),
        "{}",
        run.stdout
    );
    place.write("api/specwright.lock", "<<<<<<< HEAD\n");
    let run = place.run("generate api.yaml --out api");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("line 1"), "{}", run.stderr);
}

#[test]
fn runs_that_are_killed_are_healed_by_the_next() {
    let place = Place::new("killed");
    place.run("generate api.yaml --out api");
    place.write("api/mine.rs", "// Mine.\n");
    for round in 0..20 {
        let description = format!("A pet of round {round}.");
        place.write("api.yaml", &SPEC.replace("A pet.", &description));
        let mut child = Command::new(env!("CARGO_BIN_EXE_specwright"))
            .args(["generate", "api.yaml", "--out", "api"])
            .args((round % 2 == 0).then_some("--only=models"))
            .current_dir(&place.0)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(round * 2));
        let _ = child.kill();
        child.wait().unwrap();
        let run = place.run("generate api.yaml --out api");
        assert_eq!(run.status, 0, "round {round}: {}", run.stderr);
        let run = place.run("generate api.yaml --out api --check");
        assert_eq!(run.status, 0, "round {round}: {}", run.stdout);
        assert!(!place.exists("api/.specwright") && place.exists("api/mine.rs"));
    }
}

#[test]
fn runs_at_the_same_time_wait_for_one_another() {
    let place = Place::new("concurrent");
    std::thread::scope(|scope| {
        for only in [
            "models",
            "models,client",
            "models,server",
            "models,client,server",
        ] {
            let place = &place;
            scope.spawn(move || {
                for _ in 0..4 {
                    let run = place.run(&format!("generate api.yaml --out api --only {only}"));
                    assert_eq!(run.status, 0, "{}", run.stderr);
                }
            });
        }
    });
    let run = place.run("check api.yaml --locked --out api");
    assert!(!run.stdout.contains("by hand") && !run.stdout.contains("missing"));
    place.run("generate api.yaml --out api");
    assert_eq!(place.run("generate api.yaml --out api --check").status, 0);
}
