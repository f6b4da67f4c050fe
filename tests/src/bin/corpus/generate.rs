//! From a document to its crate, in a process of its own: whatever a document does to the generator, the run goes on.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};
use specwright_core::diagnostic::Severity;
use specwright_core::options::Options;
use specwright_core::output::{GeneratedFile, Layout, OpenFolder};
use specwright_core::pipeline::{Generation, generate};
use specwright_core::source::{Input, Node};

use super::documents::Document;
use super::report::Entry;
use super::round_trips;

/// The methods that a path item has operations for.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// Generates a document in another process.
pub(crate) fn apart(document: &Document, out: &Path) -> io::Result<Entry> {
    let output = Command::new(std::env::current_exe()?)
        .arg(&document.path)
        .args(["--one", &document.crate_name, "--out"])
        .arg(out)
        .output()?;
    let mut entry = Entry::new(&document.name, &document.crate_name);
    match serde_json::from_slice(&output.stdout) {
        Ok(outcome) if output.status.success() => entry.outcome = outcome,
        _ => {
            let said = String::from_utf8_lossy(&output.stderr);
            let last: Vec<&str> = said.lines().rev().take(3).collect();
            entry.failures.push(format!(
                "generation ended with {}: {}",
                output.status,
                last.join(" | ")
            ));
        }
    }
    Ok(entry)
}

/// Generates a document in this process, and prints the outcome as JSON.
pub(crate) fn here(
    document: &Path,
    name: &str,
    out: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let generation = generate(&Input::File(PathBuf::from(document)), &Options::default());
    let layout = Layout::Crate {
        name: name.to_owned(),
    };
    let files = generation.files(&layout, None)?;
    let code = files.iter().filter(|file| file.path.ends_with(".rs"));
    let lines: usize = code.map(|file| file.contents.lines().count()).sum();
    let seconds = start.elapsed().as_secs_f64();
    let folder = out.join(name);
    let files = files.into_iter().map(with_round_trips).collect();
    let folder_alone = OpenFolder::open(&folder)?;
    folder_alone.apply_all(&folder_alone.compare(files)?)?;
    let cases = round_trips::write(&generation, &folder, name)?;
    let outcome = outcome(&generation, lines, seconds, cases);
    io::stdout().write_all(outcome.to_string().as_bytes())?;
    Ok(())
}

/// The manifest with what the program of the round trips needs, and other files as they are.
fn with_round_trips(mut file: GeneratedFile) -> GeneratedFile {
    if file.path == "Cargo.toml" {
        file.contents
            .push_str("\n[dev-dependencies]\nserde_json = \"1\"\n");
    }
    file
}

fn outcome(generation: &Generation, lines: usize, seconds: f64, cases: usize) -> Value {
    let declared = declared(generation);
    let plan = generation.plan.as_ref();
    let groups = plan.into_iter().flat_map(|plan| &plan.operation_groups);
    let operations = groups.flat_map(|group| &group.operations);
    let generated: BTreeSet<String> = operations
        .map(|operation| format!("{} {}", operation.method, operation.template))
        .collect();
    let left_out: Vec<Value> = declared
        .iter()
        .filter(|(operation, _)| !generated.contains(operation))
        .map(|(operation, pointer)| json!({ "operation": operation, "reasons": reasons(generation, pointer) }))
        .collect();
    let version = generation.document().and_then(|root| {
        let version = root.get("openapi").or_else(|| root.get("swagger"))?;
        Some(version.to_json())
    });
    json!({
        "version": version,
        "crate": plan.is_some(),
        "operations": declared.len().max(generated.len()),
        "generated": generated.len(),
        "left_out": left_out,
        "errors": generation.diagnostics.count(Severity::Error),
        "warnings": generation.diagnostics.count(Severity::Warning),
        "diagnostics": generation.messages(),
        "lines": lines,
        "values": cases,
        "seconds": seconds,
    })
}

/// All operations that the document itself lists under `paths`: method and path, and the pointer.
fn declared(generation: &Generation) -> Vec<(String, String)> {
    let paths = generation.document().and_then(|root| root.get("paths"));
    let items = paths
        .and_then(Node::as_object)
        .into_iter()
        .flat_map(|paths| paths.iter());
    let mut operations = Vec::new();
    for (path, item) in items.filter(|(path, _)| !path.starts_with("x-")) {
        for (method, _) in item.as_object().into_iter().flat_map(|item| item.iter()) {
            if METHODS.contains(&method) {
                let escaped = path.replace('~', "~0").replace('/', "~1");
                operations.push((
                    format!("{} {path}", method.to_uppercase()),
                    format!("/paths/{escaped}/{method}"),
                ));
            }
        }
    }
    operations
}

/// The errors at a place of the document or below it; those of the whole document where there is none.
fn reasons(generation: &Generation, pointer: &str) -> Vec<String> {
    let errors: Vec<_> = generation
        .messages()
        .into_iter()
        .filter(|message| message.severity == "error")
        .collect();
    let here: Vec<String> = errors
        .iter()
        .filter(|message| {
            message
                .position
                .pointer
                .as_deref()
                .is_some_and(|at| at.starts_with(pointer))
        })
        .map(ToString::to_string)
        .collect();
    if here.is_empty() {
        errors.iter().map(ToString::to_string).take(5).collect()
    } else {
        here
    }
}
