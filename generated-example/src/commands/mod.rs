//! The command line.

mod providers;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The exit code of a refusal by the server, or of a server that cannot start.
const REFUSED: u8 = 1;
/// The exit code of a server that cannot be reached or understood. Code 2 is clap's, for a wrong command line.
const UNREACHABLE: u8 = 3;

/// authentik's proxy providers: a server over SQLite, and a client for it or for a real authentik.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API under /api/v3
    Serve(serve::Arguments),
    /// Manage the proxy providers of a server
    Providers(providers::Arguments),
}

/// Runs the program with the arguments of the process.
pub async fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Serve(arguments) => serve::run(arguments).await,
        Command::Providers(arguments) => providers::run(arguments).await,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
