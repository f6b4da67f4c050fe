//! The command line: what can be asked, and the answer as text for people or JSON for machines.

mod arguments;
mod check;
mod choices;
mod generate;
mod handlers;
mod inspect;
mod report;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};

/// The outcome of a command, as the exit status tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is done.
    Done,
    /// The document has errors, generated files are stale, or a file could not be read or written.
    Failed,
    /// What was asked for does not exist.
    Usage,
}

impl Outcome {
    /// The first of two that is not done.
    fn and(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Failed => Self::FAILURE,
            Outcome::Usage => Self::from(2),
        }
    }
}

/// Runs the command that the program's arguments ask for. Wrong usage ends the program with status 2.
pub fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Generate(arguments) => generate::run(&arguments).into(),
        Command::Check(spec) => check::run(&spec).into(),
        Command::Inspect(arguments) => inspect::run(&arguments).into(),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut command(), "specwright", &mut std::io::stdout());
            ExitCode::SUCCESS
        }
    }
}

/// The definition of the command line.
pub fn command() -> clap::Command {
    Arguments::command()
}
