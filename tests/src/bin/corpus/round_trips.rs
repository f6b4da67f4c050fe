//! A program per crate that reads examples and made-up values as the types they belong to, writes them again, and says what
//! did not come back as it was or is not valid.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use specwright_core::ir::{Api, Shape};
use specwright_core::pipeline::Generation;
use specwright_core::plan::{Multipart, Plan, RustType, TypeItem, TypeKind, TypeName};
use specwright_core::sample::Sampler;
use specwright_tests::harness::cargo;

use super::progress;
use super::report::Entry;

/// The name of the program.
const PROGRAM: &str = "round_trips";
/// What the program does with each case.
const MAIN: &str = include_str!("round_trips_main.txt");

/// A value that a type must bring back as it was.
#[derive(Clone, Debug)]
struct Case {
    /// The name of the type.
    type_name: String,
    /// Where the document shows the value; `None` for one that was made up.
    example_of: Option<String>,
    value: Value,
}

/// Writes the program and its cases into the folder of a crate; says how many cases there are.
pub(crate) fn write(generation: &Generation, folder: &Path, name: &str) -> io::Result<usize> {
    let (Some(api), Some(plan)) = (&generation.api, &generation.plan) else {
        return Ok(0);
    };
    let cases = cases(api, plan);
    if cases.is_empty() {
        return Ok(0);
    }
    let names: BTreeSet<&str> = cases.iter().map(|case| case.type_name.as_str()).collect();
    let mut arms = String::new();
    for name in names {
        let _ = writeln!(arms, "        {name:?} => check::<models::{name}>(value),");
    }
    let program = MAIN
        .replace("the_crate", &name.replace('-', "_"))
        .replace("        // arms\n", &arms);
    let lines: Vec<String> = cases
        .iter()
        .map(|case| {
            json!({"type": case.type_name, "example": case.example_of, "value": case.value})
                .to_string()
        })
        .collect();
    let folder = folder.join("examples");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(format!("{PROGRAM}.rs")), program)?;
    fs::write(folder.join(format!("{PROGRAM}.jsonl")), lines.join("\n"))?;
    Ok(cases.len())
}

/// Builds and runs the program of each crate, and notes what it says.
pub(crate) fn run(folder: &Path, entries: &mut [Entry]) -> io::Result<()> {
    let bar = progress(entries.len(), "values");
    let with_cases = |entry: &&mut Entry| entry.has_crate() && entry.count("values") > 0;
    for entry in entries.iter_mut().filter(with_cases) {
        bar.set_message(entry.name.clone());
        let output = cargo(folder)
            .args(["run", "--quiet", "--no-default-features", "--package"])
            .args([&entry.crate_name, "--example", PROGRAM])
            .args(features(&folder.join(&entry.crate_name))?)
            .output()?;
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            note(entry, line);
        }
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            entry
                .failures
                .push(format!("{PROGRAM} ended with {}: {said}", output.status));
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// The models of all tags, where a crate has a feature for each; a part that validates where no model does.
fn features(package: &Path) -> io::Result<&'static [&'static str]> {
    let manifest = fs::read_to_string(package.join("Cargo.toml"))?;
    if manifest.lines().any(|line| line.starts_with("full = ")) {
        return Ok(&["--features", "full"]);
    }
    let models = fs::read_to_string(package.join("src/models/serde.rs")).unwrap_or_default();
    let arguments: &[&str] = match models.contains("runtime::validate") {
        true => &[],
        false => &["--features", "server"],
    };
    Ok(arguments)
}

/// A made-up value that does not come back is a mistake of ours; an example may be one of the document, and so may be
/// alternatives of which a value of one is a value of another, too.
fn note(entry: &mut Entry, line: &str) {
    match line.split_once('\t') {
        Some((_, said)) if said.contains("alternatives, must fit exactly one") => {
            entry.findings.push(said.to_owned());
        }
        Some(("made", said)) => entry.failures.push(said.to_owned()),
        Some((_, said)) => entry.findings.push(said.to_owned()),
        None => entry.failures.push(line.to_owned()),
    }
}

fn cases(api: &Api, plan: &Plan) -> Vec<Case> {
    let sampler = Sampler::new(api);
    let names = plan.types.iter().map(|item| (&item.name, item)).collect();
    let items = plan.types.iter().filter(|item| has_json(item, &names));
    items
        .flat_map(|item| {
            let made = sampler.samples(item.origin).into_iter().map(|value| Case {
                type_name: item.name.as_str().to_owned(),
                example_of: None,
                value,
            });
            made.chain(examples(api, &sampler, item))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Whether the type can be JSON: files cannot.
fn has_json(item: &TypeItem, names: &BTreeMap<&TypeName, &TypeItem>) -> bool {
    match &item.kind {
        TypeKind::Struct(one) => one.multipart == Multipart::No,
        TypeKind::Alias(RustType::Named(name)) => {
            let other = names.get(name);
            other.is_none_or(|other| has_json(other, names))
        }
        _ => true,
    }
}

/// The examples of a type, and those of its members inside a made-up value of it.
fn examples(api: &Api, sampler: &Sampler<'_>, item: &TypeItem) -> Vec<Case> {
    let one = api.types.get(item.origin);
    let case = |place: String, value: Value| Case {
        type_name: item.name.as_str().to_owned(),
        example_of: Some(place),
        value,
    };
    let own = one.docs.examples.iter().cloned();
    let mut cases: Vec<Case> = own.map(|value| case(one.place.pointer(), value)).collect();
    let (Shape::Record(record), Some(Value::Object(whole))) =
        (&one.shape, sampler.sample(item.origin))
    else {
        return cases;
    };
    for field in &record.fields {
        for example in &field.docs.examples {
            let mut whole = whole.clone();
            whole.insert(field.wire_name.clone(), example.clone());
            cases.push(case(field.place.pointer(), Value::Object(whole)));
        }
    }
    cases
}
