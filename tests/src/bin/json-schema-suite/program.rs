//! The groups as one document, the document as one crate, and the crate as a program that decodes and validates cases.

use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use specwright_core::options::{Options, Parts};
use specwright_core::output::{Layout, compare};
use specwright_core::pipeline::{Generation, generate};
use specwright_core::source::Input;
use specwright_tests::harness::{cargo, write_workspace};

use super::suite::Group;

/// The crate's name.
const CRATE: &str = "suite";

/// The functions of the program that do not depend on the groups.
const PROGRAM: &str = include_str!("program.txt");

/// What became of a case.
pub(crate) enum Verdict {
    /// Decoded, and without violations.
    Accepted,
    /// Not decoded, or with violations: which.
    Refused(String),
    /// No type was generated for the group: why.
    LeftOut(String),
}

impl Verdict {
    /// Whether it is what the suite says.
    pub(crate) fn agrees(&self, valid: bool) -> bool {
        match self {
            Self::Accepted => valid,
            Self::Refused(_) => !valid,
            Self::LeftOut(_) => false,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accepted => write!(formatter, "accepted, though it is invalid"),
            Self::Refused(why) => write!(formatter, "refused, though it is valid: {why}"),
            Self::LeftOut(why) => write!(formatter, "not generated: {why}"),
        }
    }
}

/// What the generated types say about each case of each group.
pub(crate) fn verdicts(
    groups: &[Group],
    out: &Path,
) -> Result<Vec<Vec<Verdict>>, Box<dyn std::error::Error>> {
    let documents = out.join("documents");
    fs::create_dir_all(&documents)?;
    let mut left_out: Vec<Option<String>> = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        fs::write(documents.join(schema_file(index)), group.schema.to_string())?;
        let alone = written(&documents, "alone.json", &[index])?;
        left_out.push((!operations(&alone).contains(&index)).then(|| reason(&alone)));
    }
    let kept: Vec<usize> = (0..groups.len())
        .filter(|index| left_out.get(*index).is_some_and(Option::is_none))
        .collect();
    let together = written(&documents, "together.json", &kept)?;
    write_crate(&together, &kept, out)?;
    let cases: Vec<Value> = kept
        .iter()
        .filter_map(|index| groups.get(*index).map(|group| (index, group)))
        .flat_map(|(index, group)| {
            group
                .cases
                .iter()
                .map(move |case| json!([index, case.data]))
        })
        .collect();
    fs::write(out.join("cases.json"), Value::from(cases).to_string())?;
    let mut answers = answers(out)?.into_iter();
    let verdicts = groups.iter().zip(left_out).map(|(group, left_out)| {
        let verdict = |_| match &left_out {
            Some(reason) => Verdict::LeftOut(reason.clone()),
            None => answers
                .next()
                .unwrap_or(Verdict::LeftOut("no answer".to_owned())),
        };
        group.cases.iter().map(verdict).collect()
    });
    Ok(verdicts.collect())
}

fn schema_file(index: usize) -> String {
    format!("group-{index}.json")
}

/// A document with one operation for each of some groups, which takes a value of the group's schema in a member.
fn written(folder: &Path, name: &str, groups: &[usize]) -> io::Result<Generation> {
    let mut paths = serde_json::Map::new();
    let mut schemas = serde_json::Map::new();
    for index in groups {
        let case = format!("Case{index}");
        let schema = json!({ "$ref": format!("#/components/schemas/{case}") });
        paths.insert(
            format!("/{index}"),
            json!({ "post": {
                "operationId": format!("post{index}"),
                "requestBody": { "required": true, "content": { "application/json": { "schema": schema } } },
                "responses": { "204": { "description": "" } },
            } }),
        );
        let value = json!({ "$ref": schema_file(*index) });
        schemas.insert(
            case,
            json!({ "type": "object", "required": ["value"], "properties": { "value": value } }),
        );
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "JSON Schema Test Suite", "version": "1" },
        "paths": paths,
        "components": { "schemas": schemas },
    });
    let path = folder.join(name);
    fs::write(&path, document.to_string())?;
    let options = Options {
        parts: Some(Parts::NONE),
        ..Options::default()
    };
    Ok(generate(&Input::File(path), &options))
}

/// The groups whose operations are generated.
fn operations(generation: &Generation) -> BTreeSet<usize> {
    let operations = generation.api.iter().flat_map(|api| &api.operations);
    let ids = operations.filter_map(|one| one.id.strip_prefix("post")?.parse().ok());
    ids.collect()
}

fn reason(generation: &Generation) -> String {
    let messages = generation.messages();
    let error = messages.iter().find(|message| message.severity == "error");
    error.map_or("no reason was given".to_owned(), |error| {
        error.message.clone()
    })
}

fn write_crate(
    generation: &Generation,
    groups: &[usize],
    out: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let layout = Layout::Crate {
        name: CRATE.to_owned(),
    };
    compare(&out.join(CRATE), generation.files(&layout, None)?)?.apply()?;
    let mut program = PROGRAM.to_owned();
    program.push_str("\nstatic CHECKS: &[(usize, fn(&str) -> Result<(), String>)] = &[\n");
    for index in groups {
        writeln!(program, "    ({index}, check::<models::Case{index}>),")?;
    }
    program.push_str("];\n");
    fs::write(out.join(CRATE).join("src/main.rs"), program)?;
    Ok(write_workspace(out, [CRATE])?)
}

/// Compiles and runs the program.
fn answers(out: &Path) -> io::Result<Vec<Verdict>> {
    let output = cargo(out)
        .args(["run", "--quiet", "--", "cases.json"])
        .output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("the crate failed: {said}")));
    }
    let answers: Vec<Option<String>> = serde_json::from_slice(&output.stdout)?;
    Ok(answers
        .into_iter()
        .map(|refused| refused.map_or(Verdict::Accepted, Verdict::Refused))
        .collect())
}
