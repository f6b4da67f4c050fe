//! Documents with one mistake each, made at random from the fixtures: no mistake makes the generator panic, and nearly every
//! one that can be noticed is reported within three lines of where it is. `SPECWRIGHT_CORPUS` names a folder of more documents.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on should stop, and this one tells its figures"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use specwright_core::options::Options;
use specwright_core::pipeline::generate;
use specwright_core::source::Input;
use specwright_tests::harness::{files_below, fixtures};

/// How many documents are broken.
const MUTATIONS: usize = 400;
/// How far from the break a message may be, in lines.
const NEAR: usize = 3;

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// A way to break a document: which lines it can break, and what becomes of one.
struct Break {
    name: &'static str,
    applies: fn(&str) -> bool,
    apply: fn(&str) -> String,
}

const BREAKS: &[Break] = &[
    Break {
        name: "a reference is broken",
        applies: |line| line.contains("$ref") && line.contains("#/components/"),
        apply: |line| line.replacen("#/components/", "#/compnents/", 1),
    },
    Break {
        name: "a type is misspelt",
        applies: |line| word_after(line, "type: ", &["string", "integer", "object", "array"]),
        apply: |line| line.replacen("type: ", "type: x", 1),
    },
    Break {
        name: "a type is a number",
        applies: |line| word_after(line, "type: ", &["string", "integer", "object", "array"]),
        apply: |line| line.replacen("type: ", "type: 3 #", 1),
    },
    Break {
        name: "a location is deleted",
        applies: |line| line.contains(", in: query") || line.contains(", in: path"),
        apply: |line| {
            line.replacen(", in: query", "", 1)
                .replacen(", in: path", "", 1)
        },
    },
    Break {
        name: "a location is misspelt",
        applies: |line| line.contains("in: query") || line.contains("in: path"),
        apply: |line| {
            line.replacen("in: query", "in: querry", 1)
                .replacen("in: path", "in: pth", 1)
        },
    },
    Break {
        name: "a keyword is misspelt",
        applies: |line| {
            line.trim_start().starts_with("properties:")
                || line.trim_start().starts_with("parameters:")
        },
        apply: |line| {
            line.replacen("properties", "propertis", 1)
                .replacen("parameters", "paramters", 1)
        },
    },
    Break {
        name: "a flag is a list",
        applies: |line| line.contains("required: true"),
        apply: |line| line.replacen("required: true", "required: [1]", 1),
    },
    Break {
        name: "a bracket is deleted",
        applies: |line| line.contains('{') && line.trim_end().ends_with('}'),
        apply: |line| line.trim_end().strip_suffix('}').unwrap_or(line).to_owned(),
    },
    Break {
        name: "a quote is deleted",
        applies: |line| line.trim_end().ends_with('"') && line.matches('"').count() == 2,
        apply: |line| line.trim_end().strip_suffix('"').unwrap_or(line).to_owned(),
    },
    Break {
        name: "a tab stands in the indentation",
        applies: |line| {
            line.starts_with("    ") && line.contains(": ")
                || line.trim_end().ends_with(':') && line.starts_with("  ")
        },
        apply: |line| format!("\t{}", line.trim_start()),
    },
];

fn word_after(line: &str, key: &str, words: &[&str]) -> bool {
    let after = line.split_once(key).map(|(_, after)| after);
    after.is_some_and(|after| words.iter().any(|word| after.starts_with(word)))
}

fn said(path: &Path, text: &str) -> BTreeSet<(String, Option<usize>)> {
    let input = Input::Text {
        name: path.display().to_string(),
        text: text.to_owned(),
    };
    let generation = generate(&input, &Options::default());
    if generation.plan.is_some() {
        generation.text().unwrap();
    }
    let messages = generation.messages().into_iter();
    messages
        .map(|one| (one.message, one.position.line))
        .collect()
}

fn documents() -> Vec<PathBuf> {
    let shelved = fixtures().into_iter().filter(|one| !one.shelf.is_empty());
    let mut documents: Vec<PathBuf> = shelved.map(|one| one.path).collect();
    if let Some(folder) = std::env::var_os("SPECWRIGHT_CORPUS") {
        let small = |path: &PathBuf| path.metadata().is_ok_and(|data| data.len() < 200_000);
        documents.extend(
            files_below(Path::new(&folder), ".yaml")
                .into_iter()
                .filter(small),
        );
    }
    documents
}

/// The line of a text that is broken, and the text.
fn broken(text: &str, one: &Break, dice: &mut Dice) -> Option<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_code = |line: &str| !line.trim_start().starts_with('#');
    let candidates: Vec<usize> = (0..lines.len())
        .filter(|at| is_code(lines[*at]) && (one.applies)(lines[*at]))
        .collect();
    let at = *candidates.get(dice.below(candidates.len()))?;
    let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    changed[at] = (one.apply)(lines[at]);
    Some((at + 1, changed.join("\n") + "\n"))
}

#[test]
fn a_mistake_is_reported_near_where_it_is() {
    let documents = documents();
    let mut dice = Dice(0x5eed);
    let (mut tried, mut near) = (0, 0);
    let mut missed = Vec::new();
    for number in 0..MUTATIONS {
        let path = &documents[dice.below(documents.len())];
        let text = std::fs::read_to_string(path).unwrap();
        let one = &BREAKS[number % BREAKS.len()];
        let Some((line, text_broken)) = broken(&text, one, &mut dice) else {
            continue;
        };
        let before = said(path, &text);
        let after = said(path, &text_broken);
        let is_near = |(message, at): &(String, Option<usize>)| {
            let is_new = !before.contains(&(message.clone(), *at));
            is_new && at.is_some_and(|at| at.abs_diff(line) <= NEAR)
        };
        tried += 1;
        if after.iter().any(is_near) {
            near += 1;
        } else {
            missed.push(format!(
                "{}:{line}: {}: {after:?}",
                path.display(),
                one.name
            ));
        }
    }
    eprintln!("{near} of {tried} mistakes are reported near where they are");
    assert!(tried > MUTATIONS / 4, "{tried}");
    assert!(
        near * 10 >= tried * 9,
        "{near} of {tried}\n{}",
        missed.join("\n")
    );
}

#[test]
fn a_file_that_is_cut_off_anywhere_does_no_harm() {
    let mut dice = Dice(0xc0ffee);
    let documents = documents();
    for _ in 0..MUTATIONS / 4 {
        let path = &documents[dice.below(documents.len())];
        let text = std::fs::read_to_string(path).unwrap();
        let mut end = dice.below(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        // What is left may be a whole document; whatever it is, nothing panics.
        said(path, &text[..end]);
    }
}
