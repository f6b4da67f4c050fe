//! Servers for clients to call over a connection.

use std::io;

use axum::Router;
use tokio::net::TcpListener;

/// Serves a router on a port of its own until the test ends; gives the URL that leads to it.
///
/// # Errors
/// No port can be had.
pub async fn served(router: Router) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}
