//! Server-sent events as they are (HTML, "Server-sent events").

use ::bytes::Bytes;
use ::futures_core::Stream;
use ::sse_stream::{Error, Sse, SseByteStream};
use ::std::pin::Pin;
use ::std::sync::Arc;
use ::std::sync::atomic::{AtomicUsize, Ordering};
use ::std::task::{Context, Poll, ready};

use super::byte_stream::ByteStream;
use super::item_stream::{ITEM_LIMIT, ItemStream};
use super::stream_error::StreamError;

/// After how long without an event a comment is sent.
#[cfg(not(target_arch = "wasm32"))]
const QUIET: ::std::time::Duration = ::std::time::Duration::from_secs(15);

/// An event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerSentEvent {
    /// Its type, where it has one; to browsers it is `message` where it has none.
    pub event: Option<String>,
    /// What it says; several lines of data are joined by line breaks.
    pub data: String,
    /// Its id, which clients send as `Last-Event-ID` when they come back.
    pub id: Option<String>,
    /// After how many milliseconds clients should come back when the connection is lost.
    pub retry: Option<u64>,
}

impl ServerSentEvent {
    /// An event of nothing but data.
    pub fn new(data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            ..Self::default()
        }
    }
}

/// The events of a body. Comments, and what has no data, are no events.
pub fn read(body: ByteStream) -> ItemStream<ServerSentEvent> {
    let pending = Arc::new(AtomicUsize::new(0));
    let metered = Metered {
        body,
        pending: Arc::clone(&pending),
    };
    let mut parsed = SseByteStream::new(metered);
    let mut ended = false;
    let blocks = ItemStream::polled(move |context| {
        if ended {
            return Poll::Ready(None);
        }
        let block = ready!(Pin::new(&mut parsed).poll_next(context));
        pending.store(0, Ordering::Relaxed);
        ended = !matches!(block, Some(Ok(_)));
        Poll::Ready(block.map(|block| block.map_err(failure)))
    });
    blocks.then(|block| {
        let Sse {
            event,
            data,
            id,
            retry,
        } = block;
        data.map(|data| {
            Ok(ServerSentEvent {
                event,
                data,
                id,
                retry,
            })
        })
    })
}

fn failure(error: Error) -> StreamError {
    match error {
        Error::Body(error) => StreamError::broken(error),
        other => StreamError::broken(other),
    }
}

/// A body of these events. While there are none, it says now and then that it is still there: otherwise what stands between
/// would cut a quiet connection, and nobody would notice one that is gone.
pub fn write(events: ItemStream<ServerSentEvent>) -> ByteStream {
    kept_alive(written(events))
}

#[cfg(not(target_arch = "wasm32"))]
fn kept_alive(mut body: ByteStream) -> ByteStream {
    let mut pause = None;
    ByteStream::new(ItemStream::polled(move |context| {
        let next = Pin::new(&mut body).poll_next(context);
        if next.is_ready() {
            pause = None;
            return next;
        }
        let sleep = pause.get_or_insert_with(|| Box::pin(::tokio::time::sleep(QUIET)));
        ready!(::std::future::Future::poll(sleep.as_mut(), context));
        pause = None;
        context.waker().wake_by_ref();
        Poll::Ready(Some(Ok(Bytes::from_static(b":\n\n"))))
    }))
}

/// A browser sends bodies whole.
#[cfg(target_arch = "wasm32")]
fn kept_alive(body: ByteStream) -> ByteStream {
    body
}

fn written(events: ItemStream<ServerSentEvent>) -> ByteStream {
    events.written(|event| {
        let ServerSentEvent {
            event,
            data,
            id,
            retry,
        } = event;
        let data = Some(data);
        Ok(Sse {
            event,
            data,
            id,
            retry,
        }
        .encode()?)
    })
}

/// A body that says how much of it came since the last event.
struct Metered {
    body: ByteStream,
    pending: Arc<AtomicUsize>,
}

impl Stream for Metered {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.body).poll_next(context));
        if let Some(Ok(chunk)) = &next {
            let pending = self.pending.fetch_add(chunk.len(), Ordering::Relaxed);
            if pending > ITEM_LIMIT {
                let limit = ITEM_LIMIT;
                return Poll::Ready(Some(Err(StreamError::TooLarge { limit })));
            }
        }
        Poll::Ready(next)
    }
}
