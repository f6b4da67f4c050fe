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

/// An event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerSentEvent {
    /// Its type, where it has one; to browsers it is `message` where it has none.
    pub event: Option<String>,
    /// What it says; several lines of data are joined by line breaks.
    pub data: String,
    /// Its id, which clients send as `Last-ServerSentEvent-ID` when they come back.
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

/// A body of these events.
pub fn write(events: ItemStream<ServerSentEvent>) -> ByteStream {
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
