//! The command line: what can be asked, and the answer as text for people or JSON for machines.

mod arguments;
mod changes;
mod check;
mod choices;
mod diff;
mod explain;
mod generate;
mod handlers;
mod init;
mod inspect;
mod locked;
mod manifest;
mod mock;
mod project;
mod report;
mod watch;

use std::ffi::OsString;
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

/// The exit status of wrong usage.
const USAGE: u8 = 2;

impl Outcome {
    fn status(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => USAGE,
        }
    }
}

/// Runs the command that the program's arguments ask for.
pub fn main() -> ExitCode {
    ExitCode::from(run(std::env::args_os()))
}

/// Runs the command that the arguments ask for, the first of which is the program's name, and gives the exit
/// status: 0 done, 1 the document has errors or files are stale, 2 wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are "errors" too; a closed pipe is nothing to report.
            let _ = error.print();
            return if error.use_stderr() { USAGE } else { 0 };
        }
    };
    match arguments.command {
        Command::Generate(arguments) => generate::run(&arguments).status(),
        Command::Watch(arguments) => watch::run(&arguments).status(),
        Command::Check(arguments) => check::run(&arguments).status(),
        Command::Diff(arguments) => diff::run(&arguments).status(),
        Command::Explain { code } => explain::run(code).status(),
        Command::Mock(arguments) => mock::run(&arguments).status(),
        Command::Init(arguments) => init::run(&arguments).status(),
        Command::Schema => init::schema().status(),
        Command::Inspect(arguments) => inspect::run(&arguments).status(),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut command(), "specwright", &mut std::io::stdout());
            0
        }
    }
}

/// The definition of the command line.
pub fn command() -> clap::Command {
    Arguments::command()
}
