//! The invariants of `generator/ARCHITECTURE.md`, kept.

#![allow(clippy::panic, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

use specwright_tests::harness::{files_below, repository};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// No file is longer.
const FILE_LINES: usize = 500;

/// No function is longer.
const FUNCTION_LINES: usize = 80;

/// What each folder of the pipeline may use of the others; a longer path is looked up first.
const IMPORTS: &[(&str, &[&str])] = &[
    ("ir/lower", &["diagnostic", "source", "openapi", "ir"]),
    ("diagnostic", &["source"]),
    ("source", &["diagnostic"]),
    ("pattern", &[]),
    ("graph.rs", &[]),
    ("openapi", &["source", "diagnostic", "pattern", "graph"]),
    ("ir", &["diagnostic"]),
    ("plan", &["ir", "options", "diagnostic", "graph"]),
    ("emit", &["plan"]),
    ("surface", &["emit", "plan", "ir", "diagnostic"]),
    ("output", &["emit", "plan", "surface"]),
    ("update", &["plan", "emit", "output"]),
    ("fit", &["ir", "pattern"]),
    ("sample", &["ir", "fit", "pattern"]),
    ("options/file.rs", &["source", "diagnostic"]),
    ("options", &["diagnostic"]),
    ("lint.rs", &["ir", "diagnostic"]),
];

/// Crates that only one folder may name. `pipeline.rs` passes a typed document on and names its type.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic"]),
    ("serde_yaml", &["source"]),
    ("toml::de", &["source"]),
    ("serde_json_path", &["source"]),
    ("same_file", &["output"]),
    ("regress", &["pattern"]),
    ("openapiv3", &["openapi", "ir/lower", "pipeline.rs"]),
    ("heck", &["plan"]),
    ("unicode_normalization", &["plan"]),
    ("unicode_security", &["plan"]),
    ("prettyplease", &["output"]),
    ("specwright_templates", &["output", "sample"]),
];

/// What panics nevertheless, and no document makes it.
const PANICS: &[(&str, &str)] = &[
    // No thread can be had: `thread::spawn` panics, too.
    ("runtime/blocking.rs", "panic!"),
];

/// A source file without its comments and tests.
struct Source {
    /// Relative to the folder that was asked for, with forward slashes.
    path: String,
    code: String,
}

fn sources(folder: &str) -> Vec<Source> {
    let root = repository().join(folder);
    files_below(&root, ".rs")
        .into_iter()
        .filter(|path| !is_test(path.strip_prefix(&root).unwrap_or(path)))
        .map(|path| Source {
            path: relative(&root, &path),
            code: code_of(&path),
        })
        .collect()
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs")
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn code_of(path: &Path) -> String {
    let text = read(path);
    let code = text.split("\n#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .map(|line| format!("{}\n", line.split("//").next().unwrap_or_default()))
        .collect()
}

/// The names that stand behind `crate::` at the start of a path, also in `use crate::{a, b::c}`.
fn own_imports(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split("};").next().unwrap_or_default();
                names.extend(
                    list.split([',', '\n'])
                        .map(|one| word(one.trim()))
                        .filter(|name| !name.is_empty()),
                );
            }
            None => names.push(word(rest)),
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|one| one.is_alphanumeric() || *one == '_')
        .collect()
}

/// Whether a text holds a name as a whole word.
fn names(code: &str, name: &str) -> bool {
    let is_part = |one: Option<char>| one.is_some_and(|one| one.is_alphanumeric() || one == '_');
    code.match_indices(name).any(|(start, _)| {
        let before = code.get(..start).and_then(|text| text.chars().next_back());
        let after = code
            .get(start + name.len()..)
            .and_then(|text| text.chars().next());
        !is_part(before) && !is_part(after)
    })
}

fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_stage_uses_only_what_stands_before_it() {
    let mut problems = Vec::new();
    for source in sources("generator/src") {
        let Some((folder, allowed)) = IMPORTS
            .iter()
            .find(|(folder, _)| source.path.starts_with(folder))
        else {
            assert!(
                ["lib.rs", "pipeline.rs"].contains(&source.path.as_str()),
                "{} is in no stage",
                source.path
            );
            continue;
        };
        let own = folder.split('/').next().unwrap_or_default();
        for name in own_imports(&source.code) {
            if name != own && !allowed.contains(&name.as_str()) {
                problems.push(format!("{} uses {name}", source.path));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn some_crates_have_one_place() {
    let mut problems = Vec::new();
    for source in sources("generator/src") {
        for (name, folders) in ONLY_IN {
            let is_there = folders.iter().any(|folder| source.path.starts_with(folder));
            if names(&source.code, name) && !is_there {
                problems.push(format!("{} uses {name}", source.path));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn the_intermediate_representation_speaks_no_ones_language() {
    let mut problems = Vec::new();
    for source in sources("generator/src/ir")
        .into_iter()
        .filter(|source| !source.path.starts_with("lower"))
    {
        for foreign in [
            "Box", "serde", "allOf", "oneOf", "anyOf", "nullable", "schema", "ident", "quote",
        ] {
            if names(&source.code, foreign) || source.code.contains("$ref") {
                problems.push(format!("ir/{} speaks of {foreign}", source.path));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn no_document_makes_the_program_panic() {
    let words = [
        "unwrap()",
        "expect(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "dbg!",
    ];
    let mut problems = Vec::new();
    for folder in [
        "generator/src",
        "generator/specwright/src",
        "macros/src",
        "templates/src",
    ] {
        for source in sources(folder) {
            for word in words {
                let calls = source.code.match_indices(word).filter(|(start, _)| {
                    let before = source
                        .code
                        .get(..*start)
                        .and_then(|text| text.chars().next_back());
                    word.ends_with('!') && before.is_none_or(|one| !one.is_alphanumeric())
                        || before == Some('.')
                });
                let is_excused = PANICS
                    .iter()
                    .any(|(file, what)| source.path.ends_with(file) && *what == word);
                if !is_excused {
                    problems.extend(calls.map(|_| format!("{folder}/{} has {word}", source.path)));
                }
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn the_runtime_is_written_for_older_editions_too() {
    let chains = |source: &Source| source.code.contains("&& let ");
    let runtime = sources("templates/src/runtime").into_iter();
    let chained: Vec<String> = runtime
        .filter(chains)
        .map(|source| format!("{}: a chain of `let` needs edition 2024", source.path))
        .collect();
    assert_none(&chained);
}

#[test]
fn no_order_is_left_to_chance() {
    // In use, that is; that users may choose one is another thing.
    let uses = ["HashMap<", "HashMap::", "HashSet<", "HashSet::"];
    let found = sources("generator/src")
        .into_iter()
        .filter(|source| uses.iter().any(|name| source.code.contains(name)));
    assert_none(&found.map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn only_the_command_line_prints() {
    let mut problems = Vec::new();
    for folder in [
        "generator/src",
        "generator/specwright/src",
        "macros/src",
        "templates/src",
    ] {
        for source in sources(folder) {
            let prints = ["println!", "eprintln!", "print!", "eprint!"]
                .iter()
                .any(|word| source.code.contains(word));
            // A build script speaks to Cargo by printing.
            let may = source.path.starts_with("cli/") || source.path == "generator.rs";
            if prints && !(may && folder == "generator/specwright/src") {
                problems.push(format!("{folder}/{} prints", source.path));
            }
        }
    }
    assert_none(&problems);
}

/// Every Rust file that people wrote.
fn written_files() -> Vec<PathBuf> {
    let root = repository();
    let folders = [
        "generator",
        "macros",
        "templates",
        "generated-example",
        "tests",
    ];
    let is_written = |path: &PathBuf| {
        let path = relative(&root, path);
        let elsewhere = ["/golden/", "/target/", "/generated/", "/ui/", "/sample/"];
        !elsewhere.iter().any(|part| path.contains(part))
    };
    folders
        .iter()
        .flat_map(|folder| files_below(&root.join(folder), ".rs"))
        .filter(is_written)
        .collect()
}

#[test]
fn no_file_is_too_long() {
    let root = repository();
    let lines = |path: &PathBuf| read(path).lines().count();
    let long = written_files()
        .into_iter()
        .map(|path| (lines(&path), path))
        .filter(|(lines, _)| *lines > FILE_LINES);
    assert_none(
        &long
            .map(|(lines, path)| format!("{}: {lines} lines", relative(&root, &path)))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let root = repository();
    let silent = written_files().into_iter().filter(|path| {
        !read(path)
            .lines()
            .next()
            .unwrap_or_default()
            .starts_with("//!")
    });
    assert_none(
        &silent
            .map(|path| relative(&root, &path))
            .collect::<Vec<_>>(),
    );
}

/// Functions that are too long.
#[derive(Default)]
struct LongFunctions(Vec<(String, usize)>);

impl LongFunctions {
    fn look(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let lines = block.span().end().line - signature.span().start().line + 1;
        if lines > FUNCTION_LINES {
            self.0.push((signature.ident.to_string(), lines));
        }
    }
}

impl<'a> Visit<'a> for LongFunctions {
    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        self.look(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        self.look(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }
}

#[test]
fn no_function_is_too_long() {
    let root = repository();
    let mut problems = Vec::new();
    // A test may hold a long table.
    for path in written_files().into_iter().filter(|path| !is_test(path)) {
        let file = syn::parse_file(&read(&path))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut long = LongFunctions::default();
        long.visit_file(&file);
        let place = relative(&root, &path);
        problems.extend(
            long.0
                .iter()
                .map(|(name, lines)| format!("{place}: {name} has {lines} lines")),
        );
    }
    assert_none(&problems);
}
