//! Cargo decides whether a verdict is right: a program that uses all of what the old code offers is compiled against the
//! new code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on should stop"
)]

#[path = "support/consumer.rs"]
mod consumer;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use consumer::consumer;
use specwright_core::options::{Options, Parts};
use specwright_core::output::{Layout, write_if_changed};
use specwright_core::pipeline::{Generation, generate};
use specwright_core::source::Input;
use specwright_core::surface::compare::{Effect, Side, compare};

/// The first version.
const API: &str = include_str!("support/verdicts.yaml");

/// A change of it: its name, what is replaced by what, and whether that breaks callers.
type Case = (&'static str, &'static [(&'static str, &'static str)], bool);

const CASES: &[Case] = &[
    ("nothing", &[], false),
    ("descriptions", &[("A pet.", "An animal.")], false),
    (
        "optional_field_received",
        &[(
            "        # Pet",
            "        color: { type: string }\n        # Pet",
        )],
        false,
    ),
    (
        "optional_field_sent",
        &[(
            "        # NewPet",
            "        color: { type: string }\n        # NewPet",
        )],
        false,
    ),
    (
        "required_field_received",
        &[("[id, name, kind]", "[id, name, kind, tag]")],
        true,
    ),
    (
        "new_required_field_received",
        &[
            ("[id, name, kind]", "[id, name, kind, age]"),
            (
                "        # Pet",
                "        age: { type: integer }\n        # Pet",
            ),
        ],
        false,
    ),
    (
        "new_required_field_sent",
        &[
            ("[name] # NewPet", "[name, age]"),
            (
                "        # NewPet",
                "        age: { type: integer }\n        # NewPet",
            ),
        ],
        true,
    ),
    (
        "first_optional_field_of_a_literal",
        &[(
            "        # Point",
            "        z: { type: integer }\n        # Point",
        )],
        true,
    ),
    (
        "field_gone",
        &[("        tag: { type: string }\n", "")],
        true,
    ),
    (
        "field_of_another_type",
        &[("id: { type: integer }", "id: { type: string }")],
        true,
    ),
    ("field_on_the_wire", &[("tag: {", "Tag: {")], false),
    (
        "nullable_field",
        &[(
            "tag: { type: string }",
            "tag: { type: string, nullable: true }",
        )],
        true,
    ),
    (
        "default_of_a_field",
        &[(
            "tag: { type: string }",
            "tag: { type: string, default: none }",
        )],
        false,
    ),
    ("looser_limit", &[("maxLength: 20", "maxLength: 30")], false),
    ("another_pattern", &[("pattern: ^a", "pattern: ^b")], false),
    ("value_received", &[("[cat, dog]", "[cat, dog, cow]")], true),
    (
        "value_sent",
        &[("[small, large]", "[small, large, huge]")],
        false,
    ),
    ("value_gone", &[("[small, large]", "[small]")], true),
    (
        "branch_received",
        &[(
            "        # Owner",
            "        - { type: boolean }\n        # Owner",
        )],
        true,
    ),
    (
        "optional_parameter",
        &[(
            "        # list",
            "        - { name: page, in: query, schema: { type: integer } }\n        # list",
        )],
        false,
    ),
    (
        "required_parameter",
        &[(
            "        # list",
            "        - { name: page, in: query, required: true, schema: { type: integer } }\n        # list",
        )],
        true,
    ),
    (
        "parameter_gone",
        &[(
            "        - { name: limit, in: query, schema: { type: integer } }\n",
            "",
        )],
        true,
    ),
    (
        "parameter_of_another_type",
        &[(
            "name: limit, in: query, schema: { type: integer }",
            "name: limit, in: query, schema: { type: string }",
        )],
        true,
    ),
    (
        "parameter_elsewhere",
        &[("name: limit, in: query", "name: limit, in: header")],
        false,
    ),
    (
        "operation",
        &[(
            "  # paths",
            "  /new:\n    get: { operationId: get_new, responses: { '204': { description: A } } }\n  # paths",
        )],
        false,
    ),
    (
        "operation_gone",
        &[("operationId: list_pets", "operationId: list_animals")],
        true,
    ),
    ("path", &[("  /pets:", "  /animals:")], false),
    (
        "answer_of_another_type",
        &[(
            "items: { $ref: '#/components/schemas/Pet' }",
            "items: { type: string }",
        )],
        true,
    ),
    (
        "first_error",
        &[(
            "'204': { description: Added. }",
            "'204': { description: Added. }\n        '409': { description: There. }",
        )],
        false,
    ),
    (
        "another_error",
        &[("'404':", "'403': { description: No. }\n        '404':")],
        true,
    ),
    (
        "error_gone",
        &[("        '404': { description: None. }\n", "")],
        true,
    ),
    (
        "another_success",
        &[(
            "'204': { description: Added. }",
            "'204': { description: Added. }\n        '202': { description: Later. }",
        )],
        true,
    ),
    (
        "type_renamed",
        &[
            ("schemas/Kind", "schemas/Species"),
            ("    Kind:", "    Species:"),
        ],
        true,
    ),
    (
        "type",
        &[(
            "    Kind:",
            "    Other: { type: object, properties: { a: { type: string } } }\n    Kind:",
        )],
        false,
    ),
    (
        "type_gone",
        &[(
            "    Unused: { type: object, properties: { a: { type: string } } }\n",
            "",
        )],
        true,
    ),
    (
        "inline_types_part",
        &[(
            "a: { type: string } } # House",
            "a: { type: string }, b: { type: string } }",
        )],
        false,
    ),
    (
        "inline_types_unite",
        &[("x: { type: string } } # Boat", "a: { type: string } }")],
        true,
    ),
];

struct Version {
    generation: Generation,
    files: Vec<(String, String)>,
}

fn version(text: &str) -> Version {
    let input = Input::Text {
        name: "api.yaml".to_owned(),
        text: text.to_owned(),
    };
    from_input(&input)
}

fn from_input(input: &Input) -> Version {
    let parts = Parts {
        client: true,
        server: false,
    };
    let options = Options {
        parts: Some(parts),
        ..Options::default()
    };
    let generation = generate(input, &options);
    let files = generation.files(&Layout::Module, None).unwrap();
    Version {
        generation,
        files: files
            .into_iter()
            .map(|file| (file.path, file.contents))
            .collect(),
    }
}

/// A package with one program per case.
struct Package(PathBuf);

impl Package {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("verdicts")
            .join(name);
        let _ = fs::remove_dir_all(folder.join("src"));
        let dependencies = "bytes = \"1\"\nchrono = { version = \"0.4\", default-features = false, features = [\"serde\", \"std\"] }\n\
            futures-core = \"0.3\"\nhttp = \"1\"\nhttp-body = \"1\"\nhttpdate = \"1\"\npercent-encoding = \"2.3\"\nreqwest = { version = \"0.13\", default-features = false, features = [\"rustls\"] }\n\
            base64 = \"0.22\"\nregress = \"0.10\"\nindexmap = { version = \"2\", features = [\"serde\"] }\nserde = \"1\"\nserde_json = \"1\"\nsse-stream = { version = \"0.3\", default-features = false }\ntokio = { version = \"1\", features = [\"sync\", \"time\"] }\nuuid = { version = \"1\", features = [\"serde\"] }\n";
        let manifest = format!(
            "[package]\nname = \"verdicts\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n[workspace]\n"
        );
        write_if_changed(&folder.join("Cargo.toml"), &manifest).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Self(folder)
    }

    fn program(&self, name: &str, code: &Version, consumer: &str) {
        let folder = self.0.join("src/bin").join(name);
        for (path, text) in &code.files {
            write_if_changed(&folder.join("api").join(path), text).unwrap();
        }
        for module in ["errors", "requests", "responses"] {
            // Where a document needs no such module, nothing is imported from it.
            let path = folder.join("api").join(format!("{module}.rs"));
            if !path.exists() {
                let root = folder.join("api/mod.rs");
                let text = fs::read_to_string(&root).unwrap();
                fs::write(&root, format!("{text}\npub mod {module} {{}}\n")).unwrap();
            }
        }
        let mut imports = "use std::net::*;\n".to_owned();
        for module in [
            "base64",
            "binary",
            "byte_stream",
            "decimal",
            "open_integer",
            "time_formats",
        ] {
            if folder
                .join("api/runtime")
                .join(format!("{module}.rs"))
                .exists()
            {
                imports.push_str(&format!("use crate::api::runtime::{module}::*;\n"));
            }
        }
        let consumer = consumer.replace("#![allow(warnings)]\n", &imports);
        write_if_changed(&folder.join("consumer.rs"), &consumer).unwrap();
        let main = "#![allow(warnings)]\nmod api;\nmod consumer;\nfn main() {}\n";
        write_if_changed(&folder.join("main.rs"), main).unwrap();
    }

    /// The programs that do not compile, with what the compiler says first.
    fn failures(&self) -> Vec<(String, String)> {
        let output = Command::new(env!("CARGO"))
            .args([
                "check",
                "--offline",
                "--bins",
                "--keep-going",
                "--message-format=json",
            ])
            .current_dir(&self.0)
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("verdicts/target"),
            )
            .output()
            .unwrap();
        let mut failures: Vec<(String, String)> = Vec::new();
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let message: serde_json::Value = serde_json::from_str(line).unwrap();
            if message["message"]["level"] == "error" {
                let name = message["target"]["name"].as_str().unwrap().to_owned();
                if failures.iter().all(|(other, _)| *other != name) {
                    let text = message["message"]["rendered"].as_str().unwrap().to_owned();
                    failures.push((name, text));
                }
            }
        }
        let is_done = output.status.success() || !failures.is_empty();
        assert!(is_done, "{}", String::from_utf8_lossy(&output.stderr));
        failures
    }
}

fn breaks(old: &Version, new: &Version) -> bool {
    let (old, new) = (
        old.generation.surface().unwrap(),
        new.generation.surface().unwrap(),
    );
    compare(&old, &new).effect_on(Side::Callers) == Effect::Breaking
}

#[test]
fn cargo_says_what_the_verdict_says() {
    let package = Package::new("cases");
    let old = version(API);
    let consumer = consumer(&old.generation.surface().unwrap());
    let mut problems = Vec::new();
    for (name, edits, expected) in CASES {
        let mut text = API.to_owned();
        for (from, to) in *edits {
            assert!(text.contains(from), "{name}: {from}");
            text = text.replace(from, to);
        }
        let new = version(&text);
        assert!(
            !new.generation.diagnostics.has_errors(),
            "{name}: {:#?}",
            new.generation.messages()
        );
        if breaks(&old, &new) != *expected {
            problems.push(format!("{name}: the verdict is not {expected}"));
        }
        package.program(name, &new, &consumer);
    }
    let failures = package.failures();
    let failed: BTreeSet<&str> = failures.iter().map(|(name, _)| name.as_str()).collect();
    for (name, _, expected) in CASES {
        if failed.contains(name) != *expected {
            let message = failures.iter().find(|(other, _)| other == name);
            problems.push(format!(
                "{name}: cargo does not say {expected}: {message:#?}"
            ));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// For histories of real documents: a folder of folders, each with the versions of a document, which follow by name.
#[test]
#[ignore = "set SPECWRIGHT_HISTORIES to a folder"]
fn cargo_says_what_the_verdict_says_of_histories() {
    let histories = std::env::var("SPECWRIGHT_HISTORIES").unwrap();
    let list = |path: &Path| {
        let mut list: Vec<PathBuf> = fs::read_dir(path)
            .unwrap()
            .map(|one| one.unwrap().path())
            .collect();
        list.sort();
        list
    };
    let mut problems = Vec::new();
    for history in list(Path::new(&histories)) {
        let package = Package::new(&format!(
            "history-{}",
            history.file_name().unwrap().display()
        ));
        let versions = list(&history);
        let mut verdicts = Vec::new();
        for (index, pair) in versions.windows(2).enumerate() {
            let [old, new] = pair else { unreachable!() };
            let (old, new) = (
                from_input(&Input::File(old.clone())),
                from_input(&Input::File(new.clone())),
            );
            let consumer = consumer(&old.generation.surface().unwrap());
            if index == 0 {
                package.program("itself", &old, &consumer);
                verdicts.push(("itself".to_owned(), false));
            }
            let name = format!(
                "to_{}",
                pair[1]
                    .file_stem()
                    .unwrap()
                    .to_string_lossy()
                    .replace(['.', '-'], "_")
            );
            package.program(&name, &new, &consumer);
            verdicts.push((name, breaks(&old, &new)));
        }
        let failures = package.failures();
        for (name, verdict) in verdicts {
            let failure = failures.iter().find(|(other, _)| *other == name);
            eprintln!(
                "{} {name}: breaks {verdict}, cargo fails {}",
                history.display(),
                failure.is_some()
            );
            if failure.is_some() != verdict {
                problems.push(format!(
                    "{} {name}: verdict {verdict}: {failure:#?}",
                    history.display()
                ));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
