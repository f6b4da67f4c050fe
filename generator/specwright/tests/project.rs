//! `specwright.toml` and `specwright init`, as their users meet them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::fs;

use serde_json::Value;
use support::{Place, SPEC};

const PROJECT: &str = "\
date_time = \"string\"
allow = [\"SW0204\"]

[limits]
types = 20_000

[[documents]]
spec = \"specs/pets.yaml\"
out = \"src/pets\"
generate = [\"models\", \"client\"]

[documents.rename]
Pet = \"Animal\"

[[documents]]
spec = \"specs/dates.yaml\"
out = \"dates\"
crate = \"dates\"
date_time = \"jiff\"
handlers = true
";

/// A folder with two documents and a file that speaks of both.
fn place(test: &str) -> Place {
    let place = Place::new(test);
    fs::create_dir_all(place.0.join("specs/deep/er")).unwrap();
    place.write("specs/pets.yaml", SPEC);
    place.write(
        "specs/dates.yaml",
        &SPEC.replace(
            "name: { type: string }",
            "name: { type: string, format: date-time }",
        ),
    );
    place.write("specwright.toml", PROJECT);
    place
}

#[test]
fn all_documents_of_the_nearest_file_are_generated() {
    let place = place("project-all");
    for folder in ["", "specs/deep/er"] {
        let run = place.run_in(folder, "generate");
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(
            place
                .read("src/pets/models.rs")
                .contains("pub struct Animal")
        );
        assert!(!place.exists("src/pets/server.rs") && place.exists("dates/src/handlers/mod.rs"));
        assert!(
            place
                .read("dates/src/models.rs")
                .contains("name: Timestamp")
        );
        // Wherever the command is called, it writes the same.
        let run = place.run_in("specs", "generate --check");
        assert_eq!(run.status, 0, "{}", run.stdout);
    }
    let header = place.read("src/pets/mod.rs");
    assert!(header.contains("from specs/pets.yaml:"), "{header}");
    assert!(
        header.contains("specwright generate specs/pets.yaml\n"),
        "{header}"
    );
    let lock = place.read("src/pets/specwright.lock");
    assert!(lock.contains("document specwright.toml sha256="), "{lock}");
    assert_eq!(place.run("check --locked").status, 0);
    place.edit("specwright.toml", "Animal", "Beast");
    assert_eq!(place.run("check --locked").status, 1);
}

#[test]
fn one_document_is_chosen_and_flags_count_more() {
    let place = place("project-one");
    let run = place.run_in("specs", "generate pets.yaml --rename Pet=Creature");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        place
            .read("src/pets/models.rs")
            .contains("pub struct Creature")
    );
    assert!(!place.exists("dates"));
    let run = place.run_in(
        "specs",
        "generate dates.yaml --out ../other --date-time time",
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        place
            .read("other/src/models.rs")
            .contains("Rfc3339DateTime"),
        "{}",
        place.read("other/src/models.rs")
    );
    // The options for all hold for a document that the file does not speak of.
    place.write("specs/more.yaml", &place.read("specs/dates.yaml"));
    let run = place.run("generate specs/more.yaml --out more");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(place.read("more/models.rs").contains("pub name: String"));
    let run = place.run("generate specs/more.yaml");
    assert_eq!(run.status, 2, "nobody says where the code goes");
    assert_eq!(place.run("inspect").status, 2, "there are two");
    assert_eq!(
        place
            .run("inspect specs/pets.yaml --operation get_pet")
            .status,
        0
    );
}

#[test]
fn mistakes_are_shown_where_they_are() {
    let place = place("project-mistakes");
    for (from, to, expected) in [
        (
            "spec = \"specs/pets.yaml\"\n",
            "",
            "specwright.toml:7:1: error[SW0102]: a document needs `spec`",
        ),
        (
            "out = \"dates\"",
            "aut = \"dates\"",
            "specwright.toml:17:1: error[SW0105]: there is no option `aut`; help: did you mean `out`?",
        ),
        (
            "handlers = true",
            "handlers = 1",
            "specwright.toml:20:12: error[SW0103]: `handlers` must be true or false, not a number",
        ),
        (
            "[[documents]]\nspec = \"specs/d",
            "[documents.more]\nspec = \"specs/d",
            "specwright.toml",
        ),
        (
            "types = 20_000",
            "typs = 20_000",
            "specwright.toml:5:8: error[SW0301]: there is no limit `typs`; help: did you mean `types`?",
        ),
        ("SW0204", "SW9999", "specwright.toml:2:10: error[SW0301]"),
        (
            "allow =",
            "reference_copies =",
            "specwright.toml:2:21: error[SW0106]: `SW0204` is no local copy of a URL",
        ),
        (
            "date_time = \"jiff\"",
            "date_time = \"jif\"",
            "specwright.toml:19:13: error[SW0104]: `date_time` knows no `jif`; help: did you mean `jiff`?",
        ),
        (
            "Pet = \"Animal\"",
            "Pat = \"Animal\"",
            "specwright.toml:13:7: error[SW0301]: `rename`: the document has nothing that is called `Pat`; help: did you mean `Pet`?",
        ),
    ] {
        place.write("specwright.toml", &PROJECT.replacen(from, to, 1));
        let run = place.run("check --message-format json");
        let said: Vec<String> = run
            .stdout
            .lines()
            .map(|line| said(&serde_json::from_str(line).unwrap()))
            .collect();
        assert_eq!(run.status, 1, "{to}: {said:#?}");
        assert!(
            said.iter().any(|one| one.starts_with(expected)),
            "{expected}\n{said:#?}"
        );
    }
    place.write("specwright.toml", "date_time = \"jiff\"\n");
    let run = place.run("generate");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("specwright init"), "{}", run.stderr);
}

/// A message as one line.
fn said(line: &Value) -> String {
    let one = &line["diagnostic"];
    let help = one["help"].as_str().map(|help| format!("; help: {help}"));
    format!(
        "{}:{}:{}: {}[{}]: {}{}",
        one["file"].as_str().unwrap_or_default(),
        one["line"],
        one["column"],
        one["severity"].as_str().unwrap_or_default(),
        one["code"].as_str().unwrap_or_default(),
        one["message"].as_str().unwrap_or_default(),
        help.unwrap_or_default()
    )
}

#[test]
fn init_writes_what_generate_reads() {
    let place = Place::new("init");
    place.write(
        "Cargo.toml",
        "[package]\nname = \"x\"\nedition = \"2024\"\n\n[dependencies] # few\nserde = \"1\"\n",
    );
    let run = place.run("init api.yaml --add-dependencies");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let manifest = place.read("Cargo.toml");
    assert!(
        manifest.contains("[dependencies] # few\nserde = \"1\"\n"),
        "{manifest}"
    );
    assert!(
        manifest.contains("\nbytes = \"1\"\n") && manifest.contains("\naxum = {"),
        "{manifest}"
    );
    assert!(!manifest.contains("optional"), "{manifest}");
    let run = place.run("generate");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(place.exists("src/api/models.rs"));
    let run = place.run("init api.yaml");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("is there already"), "{}", run.stderr);
    // Each option stands there as a comment that can be used.
    let text = place.read("specwright.toml");
    place.write(
        "specwright.toml",
        &text
            .replace("\n# date_time =", "\ndate_time =")
            .replace("\n# rename =", "\nrename ="),
    );
    assert_eq!(
        place.run("check").status,
        0,
        "{}",
        place.read("specwright.toml")
    );
}

#[test]
fn init_writes_what_makes_the_code_with_each_build() {
    let place = Place::new("init-build");
    place.write("Cargo.toml", "[package]\nname = \"x\"\n");
    assert_eq!(
        place
            .run("init api.yaml --with build-script --add-dependencies")
            .status,
        0
    );
    assert!(
        place
            .read("build.rs")
            .contains("Generator::new(\"api.yaml\").config(\"specwright.toml\").build()")
    );
    assert!(
        place
            .read("Cargo.toml")
            .contains("[build-dependencies]\nspecwright = {")
    );
    assert!(!place.read("specwright.toml").contains("\nout ="));
    fs::remove_file(place.0.join("specwright.toml")).unwrap();
    fs::create_dir(place.0.join("src")).unwrap();
    assert_eq!(place.run("init api.yaml --with macro").status, 0);
    assert!(
        place
            .read("src/api.rs")
            .contains("include_api! { spec = \"api.yaml\", config = \"specwright.toml\" }")
    );
}

#[test]
fn the_schema_has_every_key() {
    let place = Place::new("schema");
    let run = place.run("schema");
    assert_eq!(run.status, 0);
    let schema: Value = serde_json::from_str(&run.stdout).unwrap();
    let of_document = &schema["properties"]["documents"]["items"]["properties"];
    for choice in specwright_core::options::CHOICES {
        assert!(
            schema["properties"][choice.key].is_object(),
            "{}",
            choice.key
        );
        assert!(of_document[choice.key].is_object(), "{}", choice.key);
    }
    assert_eq!(of_document["spec"]["type"], "string");
    assert_eq!(schema["properties"]["date_time"]["enum"][0], "chrono");
}
