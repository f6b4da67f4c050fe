//! The server program: opens the store, serves the API, and ends in an orderly way.

use std::{error::Error, io::Write, net::SocketAddr, path::PathBuf};

use axum::{Router, response::Response};
use http::StatusCode;
use tokio::{net::TcpListener, signal};
use tower_http::trace::TraceLayer;

use crate::{
    api::{self, App},
    store::{References, Store},
};

/// Where the API lies on the server.
const BASE_PATH: &str = "/api/v3";

/// What the server is started with.
#[derive(Debug)]
pub struct Settings {
    /// Address to listen on; port 0 picks a free one.
    pub listen: SocketAddr,
    /// The SQLite file.
    pub database: PathBuf,
    /// The token that callers must send.
    pub token: String,
    /// Whether references are looked up.
    pub references: References,
}

/// Serves until the process is told to end (SIGINT or SIGTERM); requests that are running then are still answered.
///
/// Prints one line, `listening on http://ADDRESS/api/v3`, once callers can connect.
///
/// # Errors
///
/// The database cannot be opened, the address cannot be listened on, or signals cannot be waited for.
pub async fn serve(settings: Settings) -> Result<(), Box<dyn Error + Send + Sync>> {
    let store = Store::open(settings.database)?;
    let app = App::new(store, settings.token, settings.references);
    let listener = TcpListener::bind(settings.listen).await?;
    let shutdown = shutdown()?;
    announce(listener.local_addr()?)?;
    axum::serve(listener, router(app))
        .with_graceful_shutdown(shutdown)
        .await?;
    tracing::info!("stopped");
    Ok(())
}

/// The API at its place, with a log line for every request.
fn router(app: App) -> Router {
    Router::new()
        .nest(BASE_PATH, api::router(app))
        .fallback(nothing_here)
        .layer(TraceLayer::new_for_http())
}

async fn nothing_here() -> Response {
    api::detail(StatusCode::NOT_FOUND, api::NOT_FOUND)
}

fn announce(address: SocketAddr) -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "listening on http://{address}{BASE_PATH}")?;
    output.flush()
}

/// Becomes ready at the first signal to end. The handlers are set up at once, so that no early signal is lost.
#[cfg(unix)]
fn shutdown() -> std::io::Result<impl Future<Output = ()>> {
    use signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => tracing::info!("interrupted"),
            _ = terminate.recv() => tracing::info!("terminated"),
        }
    })
}

/// Becomes ready at the first signal to end.
#[cfg(not(unix))]
fn shutdown() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        if let Err(error) = signal::ctrl_c().await {
            tracing::error!(%error, "cannot wait for a signal");
        }
    })
}
