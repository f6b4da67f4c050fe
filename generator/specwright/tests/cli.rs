//! The command line as its users meet it: exit status, output, and what is on the disk afterwards.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::fs;
use std::process::Command;

use support::{Place, SPEC};

#[test]
fn generate_writes_a_module_and_says_what_is_next() {
    let place = Place::new("module");
    let run = place.run("generate api.yaml --out src/api");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("created in src/api"), "{}", run.stdout);
    assert!(run.stdout.contains("`pub mod api;`"), "{}", run.stdout);
    let root = place.read("src/api/mod.rs");
    assert!(
        root.contains("specwright generate api.yaml --out src/api"),
        "{root}"
    );
    assert!(place.read("src/api/models.rs").contains("pub struct Pet"));
    assert!(place.exists("src/api/client.rs") && place.exists("src/api/server.rs"));
}

#[test]
fn only_leaves_parts_out_and_the_next_run_removes_what_is_not_needed() {
    let place = Place::new("only");
    place.run("generate api.yaml --out api");
    place.write("api/mine.rs", "// a file of the user\n");
    let run = place.run("generate api.yaml --out api --only models,client");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("removed"), "{}", run.stdout);
    assert!(place.exists("api/client.rs") && !place.exists("api/server.rs"));
    assert!(
        place.exists("api/mine.rs"),
        "a file that nobody generated was removed"
    );
}

#[test]
fn tags_select_operations() {
    let place = Place::new("tags");
    place.run("generate api.yaml --out api --tag pets");
    assert!(place.read("api/client.rs").contains("get_pet"));
    let run = place.run("generate api.yaml --out api --tag pet");
    assert_eq!(run.status, 0);
    assert!(!place.exists("api/client.rs"), "no operation has the tag");
    assert!(
        run.stderr
            .contains("no operation has `pet` as its first tag")
            && run.stderr.contains("did you mean `pets`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn selectors_choose_operations_and_what_they_need() {
    let place = Place::new("selectors");
    let run = place.run("generate api.yaml --out api --include path:/pets/* --exclude method:post");
    assert_eq!(run.status, 1, "nothing is posted: {}", run.stdout);
    assert!(
        run.stderr
            .contains("`exclude`: no operation fits `method:post`"),
        "{}",
        run.stderr
    );
    place.write(
        "specwright.toml",
        "exclude = [\"id:get_*\"]\n[[documents]]\nspec = \"api.yaml\"\nout = \"api\"\n",
    );
    assert_eq!(place.run("generate").status, 0);
    assert!(!place.exists("api/client.rs"));
    assert!(!place.read("api/models.rs").contains("Pet"));
}

#[test]
fn overlays_are_laid_over_the_document_before_it_is_read() {
    let place = Place::new("overlays");
    let overlay = "\
overlay: 1.0.0
info: { title: Fixes, version: 1.0.0 }
actions:
  - target: $.components.schemas.Pet.properties
    update: { age: { type: integer } }
  - target: $.paths.*.get
    update: { operationId: fetch_pet }
";
    place.write("fixes.yaml", overlay);
    let run = place.run("generate api.yaml --out api --overlay fixes.yaml");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(place.read("api/models.rs").contains("pub age: Option<i64>"));
    assert!(place.read("api/client.rs").contains("pub fn fetch_pet"));
    let lock = place.read("api/specwright.lock");
    assert!(lock.contains("document fixes.yaml sha256="), "{lock}");
    // What is wrong with an added part is shown at what surrounds it.
    place.edit("fixes.yaml", "type: integer", "type: integr");
    let run = place.run("check api.yaml --overlay fixes.yaml");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("no value of `type`"), "{}", run.stderr);
    place.edit("fixes.yaml", "schemas.Pet", "schemas.Pat");
    let run = place.run("check api.yaml --overlay fixes.yaml");
    assert!(run.stderr.contains("did you mean `Pet`?"), "{}", run.stderr);
}

#[test]
fn a_crate_has_what_it_needs() {
    let place = Place::new("crate");
    let run = place.run("generate api.yaml --out pets --crate pets");
    assert_eq!(run.status, 0);
    assert!(
        run.stdout
            .contains("cargo check --manifest-path pets/Cargo.toml"),
        "{}",
        run.stdout
    );
    let manifest = place.read("pets/Cargo.toml");
    assert!(
        manifest.contains("name = \"pets\"") && manifest.contains("[features]"),
        "{manifest}"
    );
    assert!(
        place
            .read("pets/src/lib.rs")
            .contains("#[cfg(feature = \"client\")]\n#[rustfmt::skip]\npub mod client;")
    );
    assert!(place.exists("pets/.gitignore") && place.exists("pets/README.md"));
}

#[test]
fn the_readme_of_a_crate_tells_of_what_was_asked_for() {
    let place = Place::new("crate-readme");
    place.run("generate api.yaml --out plain --crate pets");
    let plain = place.read("plain/README.md");
    assert!(plain.contains("## A first call") && plain.contains("## A server"));
    assert!(
        !plain.contains("wait()") && !plain.contains("mock"),
        "{plain}"
    );
    place.run("generate api.yaml --out more --crate pets --blocking on --mock on");
    let more = place.read("more/README.md");
    assert!(more.contains("use pets::client::Wait;"), "{more}");
    assert!(more.contains("pets::mock::Mock::new()"), "{more}");
}

#[test]
fn dry_run_and_check_change_nothing() {
    let place = Place::new("dry-run");
    let run = place.run("generate api.yaml --out api --dry-run");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("create models.rs"), "{}", run.stdout);
    let run = place.run("generate api.yaml --out api --check");
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("stale"), "{}", run.stdout);
    assert!(!place.exists("api"));
}

#[test]
fn check_fails_after_one_changed_byte_on_either_side() {
    let place = Place::new("check");
    place.run("generate api.yaml --out api");
    assert_eq!(place.run("generate api.yaml --out api --check").status, 0);
    place.edit("api.yaml", "A pet.", "A pet!");
    let run = place.run("generate api.yaml --out api --check");
    assert_eq!(run.status, 1, "a changed document");
    assert!(
        run.stdout.contains("update mod.rs") && run.stdout.contains("- // SHA-256"),
        "{}",
        run.stdout
    );
    place.edit("api.yaml", "A pet!", "A pet.");
    assert_eq!(place.run("generate api.yaml --out api --check").status, 0);
    place.edit("api/models.rs", "pub struct Pet", "pub struct  Pet");
    assert_eq!(
        place.run("generate api.yaml --out api --check").status,
        1,
        "a changed file"
    );
}

#[test]
fn an_unchanged_file_is_not_written_again() {
    let place = Place::new("unchanged");
    place.run("generate api.yaml --out api");
    let time = || {
        fs::metadata(place.0.join("api/models.rs"))
            .unwrap()
            .modified()
            .unwrap()
    };
    let before = time();
    let run = place.run("generate api.yaml --out api");
    assert!(!run.stdout.contains("updated"), "{}", run.stdout);
    assert_eq!(time(), before);
}

#[test]
fn a_formatter_leaves_the_files_as_they_are() {
    let place = Place::new("rustfmt");
    place.run("generate api.yaml --out src/api");
    place.write("src/lib.rs", "pub mod api;\n");
    let status = Command::new("rustfmt")
        .args(["--edition", "2024", "src/lib.rs"])
        .current_dir(&place.0)
        .status();
    assert!(status.unwrap().success());
    let run = place.run("generate api.yaml --out src/api --check");
    assert_eq!(run.status, 0, "{}", run.stdout);
}

#[test]
fn a_file_of_the_user_is_never_overwritten() {
    let place = Place::new("foreign");
    fs::create_dir(place.0.join("src")).unwrap();
    place.write("src/mod.rs", "//! Mine.\n");
    let run = place.run("generate api.yaml --out src");
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("src/mod.rs is in the way"),
        "{}",
        run.stderr
    );
    assert_eq!(place.read("src/mod.rs"), "//! Mine.\n");
    assert!(!place.exists("src/models.rs"), "nothing else was written");
}

#[test]
fn another_output_below_the_folder_is_left_alone() {
    let place = Place::new("nested");
    place.run("generate api.yaml --out src/other");
    place.run("generate api.yaml --out src");
    assert!(place.exists("src/other/models.rs"));
}

#[test]
fn errors_are_reported_and_the_rest_is_written() {
    let place = Place::new("errors");
    place.edit(
        "api.yaml",
        "components:",
        "  /broken:\n    get: { parameters: 1, responses: {} }\ncomponents:",
    );
    let run = place.run("generate api.yaml --out api");
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("error[SW") && run.stderr.contains("api.yaml:17:"),
        "{}",
        run.stderr
    );
    assert!(run.stdout.contains("left out"), "{}", run.stdout);
    assert!(place.read("api/client/pets.rs").contains("get_pet"));
}

#[test]
fn check_counts_mistakes() {
    let place = Place::new("mistakes");
    assert_eq!(place.run("check api.yaml").status, 0);
    place.write(
        "bad.yaml",
        "openapi: 3.0.3\ninfo: { title: 1 }\npaths: []\n",
    );
    let run = place.run("check bad.yaml");
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.matches("error[SW").count() >= 2,
        "{}",
        run.stderr
    );
    assert!(
        !run.stderr.contains('\u{1b}'),
        "colours belong on a terminal only"
    );
    let run = place.run("check missing.yaml");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("missing.yaml"), "{}", run.stderr);
}

#[test]
fn a_dash_reads_standard_input() {
    let place = Place::new("stdin");
    assert_eq!(place.run_with("check -", SPEC).status, 0);
    let run = place.run_with("check -", "openapi: 3.0.3\n");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("<stdin>:1:"), "{}", run.stderr);
}

#[test]
fn machines_get_one_json_object_per_line() {
    let place = Place::new("json");
    place.edit("api.yaml", "type: integer", "type: integr");
    let run = place.run("generate api.yaml --out api --message-format json");
    let lines: Vec<serde_json::Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let diagnostic = &lines
        .iter()
        .find(|line| line["diagnostic"]["code"] == "SW0104")
        .unwrap()["diagnostic"];
    assert_eq!(
        (diagnostic["file"].as_str(), diagnostic["line"].as_u64()),
        (Some("api.yaml"), Some(9))
    );
    assert!(
        diagnostic["pointer"]
            .as_str()
            .unwrap()
            .starts_with("/paths/~1pets~1{id}/get/parameters/0")
    );
    let last = lines.last().unwrap();
    assert_eq!(
        (last["reason"].as_str(), last["success"].as_bool()),
        (Some("finished"), Some(false))
    );
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
}

#[test]
fn inspect_shows_every_stage_of_an_operation() {
    let place = Place::new("inspect");
    for (stage, expected) in [
        ("document", "\"operationId\": \"get_pet\""),
        ("openapi", "operation_id: Some("),
        ("ir", "PathTemplate"),
        ("plan", "OperationItem"),
        (
            "code",
            "pub fn get_pet(&self, id: i64) -> Call<'_, Pet, Undeclared>",
        ),
    ] {
        let run = place.run(&format!(
            "inspect api.yaml --operation get_pet --stage {stage}"
        ));
        assert_eq!(run.status, 0, "{stage}: {}", run.stderr);
        assert!(run.stdout.contains(expected), "{stage}: {}", run.stdout);
        assert_eq!(
            place
                .run(&format!("inspect api.yaml --stage {stage}"))
                .status,
            0,
            "{stage}"
        );
    }
    let run = place.run("inspect api.yaml --operation get_pets");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("did you mean `get_pet`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn wrong_usage_has_a_status_of_its_own() {
    let place = Place::new("usage");
    for arguments in [
        "",
        "generate api.yaml",
        "generate api.yaml --out api --only model",
        "generate api.yaml --out api --crate 1x",
        "generate api.yaml --out api --check --dry-run",
        "completions tcsh",
    ] {
        assert_eq!(place.run(arguments).status, 2, "{arguments}");
    }
}

#[test]
fn completions_and_help_are_there() {
    let place = Place::new("completions");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = place.run(&format!("completions {shell}"));
        assert_eq!(run.status, 0);
        assert!(run.stdout.contains("message-format"), "{shell}");
    }
    let help = place.run("generate --help");
    assert!(
        help.stdout.contains("--only <PARTS>") && help.stdout.contains("--tag <NAME>"),
        "{}",
        help.stdout
    );
}

#[test]
fn the_definition_of_the_command_line_is_sound() {
    specwright::cli::command().debug_assert();
}
