//! Files, one text and tokens are the same code, and the same document always gives the same bytes.

#![allow(clippy::panic, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;

use specwright_core::output::{GeneratedFile, Layout};
use specwright_tests::harness::{Fixture, fixtures, repository};
use syn::Item;

fn module_files(fixture: &Fixture) -> Vec<GeneratedFile> {
    let files = fixture.generate().files(&Layout::Module, None);
    files.unwrap_or_else(|error| panic!("{}: {error}", fixture.label()))
}

/// Puts the files of a module into one another, as rustc does. The docs of the root are left out, since the
/// other doors cannot have them.
fn inlined(files: &BTreeMap<String, String>, path: &str, folder: &str) -> String {
    let mut text = String::new();
    for line in files
        .get(path)
        .map(String::as_str)
        .unwrap_or_default()
        .lines()
    {
        let declared = line
            .trim_start_matches("pub ")
            .strip_prefix("mod ")
            .and_then(|rest| rest.strip_suffix(';'));
        match declared {
            Some(name) => {
                let file = name.trim_start_matches("r#");
                let inner = inlined(
                    files,
                    &format!("{folder}{file}.rs"),
                    &format!("{folder}{file}/"),
                );
                text.push_str(&format!("{} {{\n{inner}}}\n", line.trim_end_matches(';')));
            }
            None if path == "mod.rs" && (line.starts_with("//!") || line == "#[rustfmt::skip]") => {
            }
            None => text.push_str(&format!("{line}\n")),
        }
    }
    text
}

/// The items of a file and of its modules, each with its place, as one formatter prints them: it settles what
/// means the same, such as trailing commas.
fn items(file: syn::File) -> Vec<String> {
    fn collect(items: Vec<Item>, place: &str, all: &mut Vec<String>) {
        for item in items {
            match item {
                Item::Mod(mut module) => {
                    let place = format!("{place}::{}", module.ident);
                    let inner = module
                        .content
                        .take()
                        .map(|(_, items)| items)
                        .unwrap_or_default();
                    all.push(format!("{place} {}", printed(Item::Mod(module))));
                    collect(inner, &place, all);
                }
                other => all.push(format!("{place} {}", printed(other))),
            }
        }
    }
    let mut all = Vec::new();
    collect(file.items, "", &mut all);
    all
}

fn printed(item: Item) -> String {
    let file = syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    };
    // Within tables, which it cannot parse, it sets blanks by what stood together.
    prettyplease::unparse(&file).split_whitespace().collect()
}

fn parsed(text: &str, label: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{label}: {error}"))
}

/// Shows the first difference only: the lists are long.
fn assert_same(one: &[String], other: &[String], label: &str) {
    if let Some((one, other)) = one.iter().zip(other).find(|(one, other)| one != other) {
        panic!("{label}: these differ:\n{one}\n{other}");
    }
    assert_eq!(one.len(), other.len(), "{label}: one has more items");
}

#[test]
fn the_text_for_build_scripts_is_the_code_of_the_macro() {
    for fixture in fixtures() {
        let generation = fixture.generate();
        let label = fixture.label();
        let text = generation
            .text()
            .unwrap_or_else(|error| panic!("{label}: {error}"));
        let tokens = generation
            .tokens()
            .unwrap_or_else(|error| panic!("{label}: {error}"));
        let tokens = syn::parse2(tokens).unwrap_or_else(|error| panic!("{label}: {error}"));
        assert_same(&items(parsed(&text, &label)), &items(tokens), &label);
    }
}

#[test]
fn the_files_have_the_items_of_the_text() {
    for fixture in fixtures() {
        let label = fixture.label();
        let files: BTreeMap<String, String> = module_files(&fixture)
            .into_iter()
            .map(|file| (file.path, file.contents))
            .collect();
        let text = fixture
            .generate()
            .text()
            .unwrap_or_else(|error| panic!("{label}: {error}"));
        // A file declares its modules before its items, the text writes them after.
        let mut from_files = items(parsed(&inlined(&files, "mod.rs", ""), &label));
        let mut from_text = items(parsed(&text, &label));
        from_files.sort();
        from_text.sort();
        assert_same(&from_files, &from_text, &label);
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    for fixture in fixtures() {
        assert_eq!(
            module_files(&fixture),
            module_files(&fixture),
            "{}",
            fixture.label()
        );
    }
}

#[test]
fn nothing_of_this_machine_is_in_the_files() {
    let home = repository();
    for fixture in fixtures() {
        for file in module_files(&fixture) {
            let found = file.contents.contains(home.to_string_lossy().as_ref());
            assert!(!found, "{}: {}", fixture.label(), file.path);
        }
    }
}

#[test]
fn every_path_stays_in_its_folder() {
    for fixture in fixtures() {
        for file in module_files(&fixture) {
            let fits = file
                .path
                .split('/')
                .all(|step| !step.is_empty() && step != "." && step != "..");
            assert!(
                fits && !file.path.contains('\\'),
                "{}: {}",
                fixture.label(),
                file.path
            );
        }
    }
}
