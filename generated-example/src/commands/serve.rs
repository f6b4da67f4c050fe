//! `generated-example serve`

use std::{io::IsTerminal, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Args;
use tracing_subscriber::EnvFilter;

use super::REFUSED;
use crate::{
    server::{self, Settings},
    store::References,
};

/// What is logged unless `RUST_LOG` says otherwise; every request has one line, with its status and time.
const USUAL_LOG: &str = "info";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Address to listen on; port 0 picks a free one
    #[arg(
        long,
        default_value = "127.0.0.1:9000",
        env = "GENERATED_EXAMPLE_LISTEN"
    )]
    listen: SocketAddr,
    /// SQLite file; made if there is none
    #[arg(
        long,
        default_value = "providers.sqlite",
        env = "GENERATED_EXAMPLE_DATABASE"
    )]
    database: PathBuf,
    /// Token that callers must send
    #[arg(long, env = "GENERATED_EXAMPLE_TOKEN", hide_env_values = true)]
    token: String,
    /// Refuse references to objects that are not in the database
    #[arg(long)]
    strict_references: bool,
}

/// Serves until a signal comes. Logs go to standard error.
pub(super) async fn run(arguments: Arguments) -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL_LOG));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let settings = Settings {
        listen: arguments.listen,
        database: arguments.database,
        token: arguments.token,
        references: match arguments.strict_references {
            true => References::Known,
            false => References::Any,
        },
    };
    match server::serve(settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let error: &dyn std::error::Error = error.as_ref();
            tracing::error!(error, "cannot serve");
            ExitCode::from(REFUSED)
        }
    }
}
