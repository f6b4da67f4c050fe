//! Runs the generator over a folder of real documents: every document is generated as a whole crate, and every crate is
//! compiled, linted and documented, and reads and writes the document's examples and made-up values. Prints a table, and writes the same as JSON.
//!
//! ```text
//! cargo run --release -p specwright-tests --bin corpus -- DIR [--filter TEXT] [--steps clippy,doc,round-trips] [--json FILE] [--expected]
//! ```
//!
//! A run fails if a document gives no crate, a crate a warning, or if more than one operation in a hundred is left out. With
//! `--expected`, the documents are wrong or odd ones, and the folder's `INDEX.tsv` says of each what must become of it.

mod compile;
mod documents;
mod expected;
mod generate;
mod report;
mod round_trips;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use specwright_tests::harness::say;

use compile::Workspace;
use documents::Document;
use report::Entry;

/// What is done with each document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Its crate is generated, which comes before all else.
    Generate,
    /// `cargo clippy`, which shows the compiler's own messages too.
    Clippy,
    /// `cargo doc`.
    Doc,
    /// A program that reads and writes examples and made-up values of its types.
    RoundTrips,
}

impl Step {
    /// The Cargo command and its arguments.
    fn cargo_arguments(self) -> &'static [&'static str] {
        match self {
            Self::Generate | Self::RoundTrips => &[],
            Self::Clippy => &["clippy"],
            Self::Doc => &["doc", "--no-deps"],
        }
    }
}

/// Generates, compiles and checks every document of a folder.
#[derive(Debug, Parser)]
#[command(name = "corpus")]
struct Arguments {
    /// The folder; its `INDEX.tsv` names the documents in the first column, or all files are looked at.
    folder: PathBuf,
    /// Only documents whose path contains this text.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// What is done with the documents.
    #[arg(long, value_enum, value_delimiter = ',', default_values = ["generate", "clippy", "doc", "round-trips"])]
    steps: Vec<Step>,
    /// Where the crates go.
    #[arg(long, value_name = "DIR", default_value = "target/corpus")]
    out: PathBuf,
    /// Where the result is written as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Compare what came of each document with what the folder's `INDEX.tsv` expects.
    #[arg(long)]
    expected: bool,
    /// Generate this one document and print what came of it: how the program calls itself, so that no document can end it.
    #[arg(long, hide = true, value_name = "CRATE")]
    one: Option<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match &arguments.one {
        Some(name) => generate::here(&arguments.folder, name, &arguments.out).map(|()| true),
        None => run(&arguments),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("error: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Whether all went well.
fn run(arguments: &Arguments) -> Result<bool, Box<dyn std::error::Error>> {
    let documents = documents::find(&arguments.folder, arguments.filter.as_deref())?;
    let mut entries = generated(&documents, &arguments.out)?;
    let mut workspace = Workspace::new(&arguments.out, &entries)?;
    for step in arguments
        .steps
        .iter()
        .filter(|step| **step != Step::Generate)
    {
        match step {
            Step::RoundTrips => round_trips::run(&arguments.out, &mut entries)?,
            _ => workspace.run(*step, &mut entries)?,
        }
    }
    if arguments.expected {
        return Ok(expected::judge(&arguments.folder, &entries)?);
    }
    report::table(&entries, &arguments.steps);
    if let Some(path) = &arguments.json {
        std::fs::write(path, serde_json::to_string_pretty(&report::json(&entries))?)?;
    }
    Ok(report::verdict(&entries))
}

fn generated(documents: &[Document], out: &Path) -> std::io::Result<Vec<Entry>> {
    let bar = progress(documents.len(), "generate");
    let mut entries = Vec::with_capacity(documents.len());
    for document in documents {
        bar.set_message(document.name.clone());
        entries.push(generate::apart(document, out)?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(entries)
}

/// A progress bar; invisible where standard error is no terminal.
fn progress(length: usize, step: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix:>9} [{bar:30}] {pos}/{len} {wide_msg}");
    let bar = ProgressBar::new(length as u64).with_prefix(step);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
