//! The server program: opens the store, serves the API, and ends in an orderly way.

use std::{error::Error, io::Write, net::SocketAddr, path::PathBuf};

use axum::Router;
use tokio::{net::TcpListener, signal};
use tower_http::trace::{DefaultMakeSpan, DefaultOnResponse, TraceLayer};
use tracing::Level;

use crate::{
    api::{self, App},
    generated::server::BASE_PATH,
    store::{References, Store},
};

/// What the server is started with.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Address to listen on; port 0 picks a free one.
    pub(crate) listen: SocketAddr,
    /// The SQLite file.
    pub(crate) database: PathBuf,
    /// The token that callers must send.
    pub(crate) token: String,
    /// Whether references are looked up.
    pub(crate) references: References,
}

/// Serves until the process is told to end (SIGINT or SIGTERM); requests that are running then are still answered.
///
/// Prints one line, `listening on http://ADDRESS/api/v3`, once callers can connect.
///
/// # Errors
///
/// The database cannot be opened, the address cannot be listened on, or signals cannot be waited for.
pub(crate) async fn serve(settings: Settings) -> Result<(), Box<dyn Error + Send + Sync>> {
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
    let trace = TraceLayer::new_for_http()
        .make_span_with(DefaultMakeSpan::new().level(Level::INFO))
        .on_request(())
        .on_response(DefaultOnResponse::new().level(Level::INFO));
    Router::new()
        .nest(BASE_PATH, api::router(app))
        .fallback(api::not_found)
        .layer(trace)
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
