//! The socket: whole requests in, whole responses out, a line for each.

use std::future::{pending, poll_fn};
use std::io;
use std::pin::pin;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use tokio::net::TcpListener;

use super::cors;
use super::engine::{Answer, Engine};
use super::refusal::Refusal;
use crate::cli::report::Report;

/// No larger body is read.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Serves until Ctrl-C.
pub(super) fn serve(engine: Engine, address: &str, report: Report) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?.to_string();
        let operations = engine.operations();
        let engine = Arc::new(engine);
        let app = Router::new().fallback(move |request: Request| {
            let engine = Arc::clone(&engine);
            async move { answer(&engine, request, report).await }
        });
        axum::serve(listener, app)
            .with_graceful_shutdown(ended(move || report.serving(&address, operations)))
            .await
    })
}

/// Resolves with Ctrl-C, or where that cannot be heard, never. The program is ready once it can be heard.
async fn ended(ready: impl FnOnce()) {
    let mut interrupt = pin!(tokio::signal::ctrl_c());
    let mut ready = Some(ready);
    let heard = poll_fn(|context| {
        let heard = interrupt.as_mut().poll(context);
        if let Some(ready) = ready.take() {
            ready();
        }
        heard
    });
    if heard.await.is_err() {
        pending::<()>().await;
    }
}

async fn answer(engine: &Engine, request: Request, report: Report) -> Response {
    let (parts, body) = request.into_parts();
    let Answer {
        mut response,
        remarks,
    } = match (cors::preflight(&parts), to_bytes(body, MOST_BYTES).await) {
        (Some(answer), _) => answer,
        (None, Ok(bytes)) => engine.answer(&parts, &bytes),
        (None, Err(error)) => unread(&error),
    };
    cors::allow(&parts, &mut response);
    let target = parts
        .uri
        .path_and_query()
        .map_or("/", |target| target.as_str());
    let status = response.status();
    report.request(parts.method.as_str(), target, status.as_u16(), &remarks);
    response.map(|bytes: Bytes| Body::from(bytes))
}

/// The answer to a request whose body cannot be read.
fn unread(error: &axum::Error) -> Answer {
    let detail = format!("the body cannot be read, or is larger than {MOST_BYTES} bytes: {error}");
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, detail).answer()
}
