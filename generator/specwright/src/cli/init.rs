//! `specwright init`: the first `specwright.toml`, and what else a crate needs to use its code.

use std::path::{Path, PathBuf};

use anstream::println;
use specwright_core::options::file::PROJECT;
use specwright_core::options::json_schema::json_schema;
use specwright_core::options::{CHOICES, Options};
use specwright_core::output::write_if_changed;
use specwright_core::pipeline::{self, Generation};
use specwright_core::source::Input;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::Outcome;
use super::arguments::{BuildHow, Init, MessageFormat};
use super::manifest::{Added, Wanted, add};
use super::report::Report;

/// The manifest of the crate that uses the code.
const MANIFEST: &str = "Cargo.toml";

/// Prints the JSON Schema of a configuration file.
pub(super) fn schema() -> Outcome {
    println!("{:#}", json_schema());
    Outcome::Done
}

/// Writes the files. What is there stays as it is.
pub(super) fn run(arguments: &Init) -> Outcome {
    let report = Report::new(MessageFormat::Human);
    let generation = pipeline::generate(&Input::File(arguments.spec.clone()), &Options::default());
    if generation.plan.is_none() {
        report.diagnostics(&generation);
        return Outcome::Failed;
    }
    match write(arguments, report, &generation) {
        Ok(()) => Outcome::Done,
        Err(error) => report.failure(&error),
    }
}

fn write(arguments: &Init, report: Report, generation: &Generation) -> Result<(), String> {
    let module = module_name(&arguments.spec);
    let out = match (&arguments.out, arguments.with) {
        (Some(out), _) => Some(out.clone()),
        (None, None) => Some(Path::new("src").join(&module)),
        (None, Some(_)) => None,
    };
    new_file(PROJECT, &project(arguments, out.as_deref()), report)?;
    match arguments.with {
        Some(BuildHow::BuildScript) => {
            new_file("build.rs", &build_script(&arguments.spec), report)?;
            let stem = arguments.spec.file_stem().unwrap_or_default();
            report.hint(
                "next",
                &format!(
                    "pub mod {module} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{}.rs\")); }}",
                    stem.to_string_lossy()
                ),
            );
        }
        Some(BuildHow::Macro) => {
            new_file(
                &format!("src/{module}.rs"),
                &macro_call(&arguments.spec),
                report,
            )?;
            report.hint("next", &format!("declare it with `pub mod {module};`"));
        }
        None => report.hint("next", "specwright generate"),
    }
    if arguments.add_dependencies {
        add_dependencies(arguments.with, report, generation)?;
    }
    Ok(())
}

/// Writes a file that is not there.
fn new_file(path: &str, text: &str, report: Report) -> Result<(), String> {
    if Path::new(path).exists() {
        return Err(format!(
            "{path} is there already; it should hold:\n\n{text}"
        ));
    }
    write_if_changed(Path::new(path), text).map_err(|error| error.to_string())?;
    report.good("wrote", path);
    Ok(())
}

/// The configuration file: the document, and all options as comments.
fn project(arguments: &Init, out: Option<&Path>) -> String {
    let mut document = Table::new();
    document["spec"] = value(portable(&arguments.spec));
    if let Some(out) = out {
        document["out"] = value(portable(out));
    }
    if let Some(name) = &arguments.package {
        document["crate"] = value(name.as_str());
    }
    let mut documents = ArrayOfTables::new();
    documents.push(document);
    let mut file = DocumentMut::new();
    file["documents"] = Item::ArrayOfTables(documents);
    let options = CHOICES.iter().map(|choice| {
        let example = match choice.words.first() {
            Some(word) if choice.single => format!("{word:?}"),
            Some(_) => format!("{:?}", choice.words),
            None => "[]".to_owned(),
        };
        format!("# {}\n# {} = {example}\n", choice.help.trim(), choice.key)
    });
    let options: String = options.collect();
    format!(
        "# What specwright generates. `specwright schema` prints the JSON Schema of this file, for editors.\n\n\
         # Options for all documents; those below the path of a document are for it alone:\n#\n{options}\n{file}"
    )
}

fn build_script(spec: &Path) -> String {
    format!(
        "fn main() {{\n    specwright::Generator::new({:?}).config({PROJECT:?}).build();\n}}\n",
        portable(spec)
    )
}

fn macro_call(spec: &Path) -> String {
    format!(
        "//! Generated from {0}.\n\nspecwright::include_api! {{ spec = {0:?}, config = {PROJECT:?} }}\n",
        portable(spec)
    )
}

fn add_dependencies(
    with: Option<BuildHow>,
    report: Report,
    generation: &Generation,
) -> Result<(), String> {
    let rows = generation
        .dependencies()
        .map_err(|error| error.to_string())?;
    let text = std::fs::read_to_string(MANIFEST).map_err(|error| format!("{MANIFEST}: {error}"))?;
    let version = env!("CARGO_PKG_VERSION");
    let version = version.rsplit_once('.').map_or(version, |(minor, _)| minor);
    let tool = match with {
        None => Wanted::default(),
        Some(BuildHow::BuildScript) => Wanted {
            build: format!("specwright = {{ version = {version:?}, default-features = false }}"),
            ..Wanted::default()
        },
        Some(BuildHow::Macro) => Wanted {
            normal: format!(
                "specwright = {{ version = {version:?}, default-features = false, features = [\"macros\"] }}\n"
            ),
            ..Wanted::default()
        },
    };
    let wanted = Wanted {
        normal: tool.normal + &rows,
        ..tool
    };
    let Added {
        text,
        names,
        present,
    } = add(&text, &wanted).map_err(|error| format!("{MANIFEST}: {error}"))?;
    write_if_changed(Path::new(MANIFEST), &text).map_err(|error| error.to_string())?;
    if !names.is_empty() {
        report.good("added", &format!("{} to {MANIFEST}", names.join(", ")));
    }
    for name in present {
        report.hint(
            "there",
            &format!(
                "{name}; see that it has the features that {MANIFEST} of `--crate` would list"
            ),
        );
    }
    Ok(())
}

/// A path with forward slashes, as files that several machines share spell it.
fn portable(path: &Path) -> String {
    let parts: PathBuf = path.components().collect();
    parts.to_string_lossy().replace('\\', "/")
}

/// The name of a module for a document.
fn module_name(spec: &Path) -> String {
    let stem = spec.file_stem().unwrap_or_default().to_string_lossy();
    let letters = stem.chars().map(|one| match one {
        one if one.is_ascii_alphanumeric() => one.to_ascii_lowercase(),
        _ => '_',
    });
    let name: String = letters.collect();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name
    } else {
        format!("api_{name}")
    }
}
