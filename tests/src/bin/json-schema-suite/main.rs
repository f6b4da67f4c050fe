//! Holds generated models against the JSON Schema Test Suite: each group of cases becomes a type, all types one crate, and
//! each case is decoded and validated by it. What the suite calls valid must be accepted, all else refused.
//!
//! ```text
//! cargo run -p specwright-tests --bin json-schema-suite -- [SUITE] [--filter TEXT] [--explain]
//! ```
//!
//! The suite is a folder with `tests/draft2020-12` in it. Where we differ on purpose, `excuses.txt` says why; an excuse for
//! cases that all agree is an error.

mod excuses;
mod program;
mod suite;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use specwright_tests::harness::{repository, say};

use excuses::Excuses;
use program::Verdict;
use suite::Group;

/// The variable that says where the suite is.
const VARIABLE: &str = "SPECWRIGHT_JSON_SCHEMA_SUITE";

/// Compares generated models with the JSON Schema Test Suite.
#[derive(Debug, Parser)]
#[command(name = "json-schema-suite")]
struct Arguments {
    /// The folder of the suite; otherwise `SPECWRIGHT_JSON_SCHEMA_SUITE` says it, or it stands beside the repository.
    suite: Option<PathBuf>,
    /// Only groups whose name contains this text; unused excuses are no error then.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Say of each difference what the model had to say about it.
    #[arg(long)]
    explain: bool,
    /// Where the crate goes.
    #[arg(long, value_name = "DIR", default_value = "target/json-schema-suite")]
    out: PathBuf,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("error: {error}"));
            ExitCode::from(2)
        }
    }
}

fn usual_place() -> PathBuf {
    let beside = || repository().join("../shared/corpus/json-schema-test-suite");
    std::env::var_os(VARIABLE).map_or_else(beside, PathBuf::from)
}

/// Whether all went well.
fn run(arguments: &Arguments) -> Result<bool, Box<dyn std::error::Error>> {
    let suite = arguments.suite.clone().unwrap_or_else(usual_place);
    let groups = suite::read(&suite, arguments.filter.as_deref())?;
    if groups.is_empty() {
        let place = suite.display();
        say(&format!("skipped: {place} holds no group of cases"));
        return Ok(true);
    }
    let verdicts = program::verdicts(&groups, &arguments.out)?;
    let mut excuses = Excuses::read()?;
    let mut tally = Tally::default();
    for (group, verdicts) in groups.iter().zip(&verdicts) {
        tally.add(group, verdicts, &mut excuses, arguments.explain);
    }
    say(&tally.to_string());
    let unused = match arguments.filter {
        Some(_) => Vec::new(),
        None => excuses.unused(),
    };
    for excuse in &unused {
        say(&format!("unused excuse: {excuse}"));
    }
    say(&excuses.to_string());
    Ok(tally.differ == 0 && unused.is_empty())
}

/// How many cases went which way.
#[derive(Debug, Default)]
struct Tally {
    groups: usize,
    left_out: usize,
    cases: usize,
    agreed: usize,
    excused: usize,
    differ: usize,
}

impl Tally {
    fn add(&mut self, group: &Group, verdicts: &[Verdict], excuses: &mut Excuses, explain: bool) {
        self.groups += 1;
        let is_left_out = |verdict: &Verdict| matches!(verdict, Verdict::LeftOut(_));
        self.left_out += usize::from(verdicts.iter().any(is_left_out));
        for (case, verdict) in group.cases.iter().zip(verdicts) {
            self.cases += 1;
            let name = format!("{} / {}", group.name, case.name);
            if verdict.agrees(case.valid) {
                excuses.agree(&name);
                self.agreed += 1;
            } else if excuses.cover(&name) {
                self.excused += 1;
            } else {
                self.differ += 1;
                say(&format!("{name}: {verdict}"));
                if explain {
                    say(&format!("    {} of {}", case.data, group.schema));
                }
            }
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{} groups, {} of them not generated; {} cases: {} agree, {} are excused, {} differ",
            self.groups, self.left_out, self.cases, self.agreed, self.excused, self.differ
        )
    }
}
