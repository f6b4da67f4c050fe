//! References to other documents: what they may lead to, what is said where they lead nowhere, and which files are read.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use specwright_core::options::Options;
use specwright_core::pipeline::{Generation, generate};
use specwright_core::source::Input;

const PET: &str = "type: object\nproperties: {name: {type: string}}\n";

/// A folder of files of one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        let folder = Self(folder);
        for (path, text) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn generate(&self, path: &str, options: &Options) -> Generation {
        generate(&Input::File(self.0.join(path)), options)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A document whose one response refers to this schema.
fn document(reference: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /pet:\n    get:\n      responses:\n        '200':\n          description: Pet\n          content:\n            application/json: {{schema: {{$ref: '{reference}'}}}}\n"
    )
}

/// Code, file name and line of every message.
fn said(generation: &Generation) -> Vec<String> {
    let said = generation.messages().into_iter().map(|one| {
        let file = one.position.file.unwrap_or_default();
        let file = Path::new(&file)
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        format!(
            "{} {file}:{}",
            one.code,
            one.position.line.unwrap_or_default()
        )
    });
    said.filter(|text| !text.starts_with("SW0201")).collect()
}

fn names_of_inputs(generation: &Generation) -> Vec<String> {
    let names = generation.inputs().into_iter();
    names
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

fn type_names(generation: &Generation) -> Vec<String> {
    let types = generation.plan.as_ref().unwrap().types.iter();
    types.map(|item| item.name.as_str().to_owned()).collect()
}

#[test]
fn files_below_the_document_are_read_and_watched() {
    let folder = Folder::new(
        "below",
        &[
            ("api.yaml", &document("a/b.yaml")),
            ("a/b.yaml", "$ref: ../pet.yml"),
            ("pet.yml", PET),
        ],
    );
    let generation = folder.generate("api.yaml", &Options::default());
    assert_eq!(said(&generation), [""; 0]);
    assert_eq!(
        names_of_inputs(&generation),
        ["api.yaml", "b.yaml", "pet.yml"]
    );
    assert_eq!(type_names(&generation), ["Pet"]);
}

#[test]
fn files_outside_are_refused_until_their_folder_is_allowed() {
    let folder = Folder::new(
        "outside",
        &[
            ("in/api.yaml", &document("../out/pet.yaml")),
            ("out/pet.yaml", PET),
        ],
    );
    let refused = folder.generate("in/api.yaml", &Options::default());
    assert_eq!(said(&refused), ["SW0113 api.yaml:10"]);
    assert_eq!(names_of_inputs(&refused), ["api.yaml"]);
    let options = Options {
        reference_folders: vec!["../out".to_owned()],
        ..Options::default()
    };
    let allowed = folder.generate("in/api.yaml", &options);
    assert_eq!(said(&allowed), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_no_way_out() {
    let folder = Folder::new(
        "link",
        &[
            ("in/api.yaml", &document("pet.yaml")),
            ("out/pet.yaml", PET),
        ],
    );
    std::os::unix::fs::symlink("../out/pet.yaml", folder.0.join("in/pet.yaml")).unwrap();
    let generation = folder.generate("in/api.yaml", &Options::default());
    assert_eq!(said(&generation), ["SW0113 api.yaml:10"]);
}

#[test]
fn what_cannot_be_read_is_reported_where_it_is_needed() {
    for (reference, expected) in [
        ("missing.yaml", vec!["SW0106 api.yaml:10"]),
        ("../missing.yaml", vec!["SW0113 api.yaml:10"]),
        ("/etc/passwd", vec!["SW0113 api.yaml:10"]),
        ("file:///etc/passwd", vec!["SW0113 api.yaml:10"]),
        ("https://pets.example/pet.yaml", vec!["SW0113 api.yaml:10"]),
        (
            "broken.yaml",
            vec!["SW0106 api.yaml:10", "SW0002 broken.yaml:2"],
        ),
        ("pet.yaml#/nothing", vec!["SW0106 api.yaml:10"]),
        ("pet.yaml#nothing", vec!["SW0106 api.yaml:10"]),
        ("wrong.yaml", vec!["SW0103 wrong.yaml:1"]),
        ("circle.yaml", vec!["SW0106 circle.yaml:1"]),
    ] {
        let files = [
            ("api.yaml", document(reference)),
            ("pet.yaml", PET.to_owned()),
            ("broken.yaml", "a: [\n}".to_owned()),
            ("wrong.yaml", "minLength: many".to_owned()),
            ("circle.yaml", "$ref: 'circle.yaml#'".to_owned()),
        ];
        let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
        let folder = Folder::new("unreadable", &files);
        let generation = folder.generate("api.yaml", &Options::default());
        assert_eq!(said(&generation), expected, "{reference}");
    }
}

#[test]
fn a_url_needs_a_local_copy_with_its_hash() {
    let hash: String = Sha256::digest(PET)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let url = "https://pets.example/models/pet.yaml";
    let files = [
        ("api.yaml", document(&format!("{url}#"))),
        ("copies/pet.yaml", PET.to_owned()),
    ];
    let folder = Folder::new(
        "url",
        &files.each_ref().map(|(name, text)| (*name, text.as_str())),
    );
    let with = |hash: &str| {
        let copy = format!("{url} copies/pet.yaml sha256:{hash}");
        folder.generate(
            "api.yaml",
            &Options {
                reference_copies: vec![copy],
                ..Options::default()
            },
        )
    };
    assert_eq!(said(&with(&hash)), [""; 0]);
    assert_eq!(names_of_inputs(&with(&hash)), ["api.yaml", "pet.yaml"]);
    assert_eq!(said(&with(&"0".repeat(64))), ["SW0113 api.yaml:10"]);
}

#[test]
fn a_document_from_no_file_refers_to_none() {
    let input = Input::Text {
        name: "<stdin>".to_owned(),
        text: document("pet.yaml"),
    };
    assert_eq!(
        said(&generate(&input, &Options::default())),
        ["SW0113 <stdin>:10"]
    );
}

#[test]
fn schemas_that_are_nothing_but_each_other_are_any_json() {
    let text = format!(
        "{}components:\n  schemas:\n    Self: {{anyOf: [{{oneOf: [{{$ref: '#/components/schemas/Self'}}]}}]}}\n    Other: {{anyOf: [{{type: boolean, anyOf: [{{$ref: '#/components/schemas/Other'}}], oneOf: [{{$ref: '#/components/schemas/Other'}}]}}]}}\n",
        document("#/components/schemas/Self")
    );
    let folder = Folder::new("circle_of_aliases", &[("api.yaml", &text)]);
    let generation = folder.generate("api.yaml", &Options::default());
    let code = generation.text().unwrap();
    for name in ["SelfModel", "Other"] {
        let alias = format!("type {name} = ::serde_json::Value;");
        assert!(code.contains(&alias), "{code}");
    }
}
