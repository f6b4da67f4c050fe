//! Request bodies that a handler reads as they come. What is wrong with them answers the request, whatever the handler
//! makes of it.

use ::axum::body::Bytes;
use ::futures_core::Stream;
use ::std::pin::Pin;
use ::std::sync::{Arc, OnceLock};
use ::std::task::{Context, Poll, ready};

use super::byte_stream::ByteStream;
use super::exchange::{Exchange, Incoming};
use super::item_stream::ItemStream;
use super::rejection::{Rejection, RejectionKind};
use super::service::{Operation, Reading, Service};
use super::stream_error::StreamError;
use super::validate::Validate;

/// How such bodies are read.
pub const STREAM: Reading = Reading::Stream;

impl<A: Service, P> Exchange<A, P> {
    /// The body, as it comes. It may be empty.
    pub fn stream(&mut self) -> Option<ByteStream> {
        Some(take(self.incoming(), A::BODY_LIMIT))
    }

    /// The body, as it comes, if there is one.
    pub fn optional_stream(&mut self) -> Option<Option<ByteStream>> {
        let is_empty = self.incoming().is_without_body();
        Some((!is_empty).then(|| take(self.incoming(), A::BODY_LIMIT)))
    }

    /// The items of the body, as they come.
    pub fn items<T: Validate + 'static>(
        &mut self,
        read: fn(ByteStream) -> ItemStream<T>,
    ) -> Option<ItemStream<T>> {
        let incoming = self.incoming();
        let watch = Watch::of(incoming);
        let items = read(take(incoming, A::BODY_LIMIT)).then(|item: T| {
            let problems = item.problems();
            Some(if problems.is_empty() {
                Ok(item)
            } else {
                Err(problems)
            })
        });
        Some(items.watched(move |error| watch.note(error)))
    }

    /// The items of the body, as they come, if there is a body.
    pub fn optional_items<T: Validate + 'static>(
        &mut self,
        read: fn(ByteStream) -> ItemStream<T>,
    ) -> Option<Option<ItemStream<T>>> {
        if self.incoming().is_without_body() {
            return Some(None);
        }
        self.items(read).map(Some)
    }
}

/// The body, within its limit.
pub fn take(incoming: &mut Incoming, limit: usize) -> ByteStream {
    let watch = Watch::of(incoming);
    let mut body = ::std::mem::take(&mut incoming.body);
    let (file_name, content_type) = (body.file_name.take(), body.content_type.take());
    let limited = Limited {
        body,
        limit,
        taken: 0,
        watch,
    };
    let mut body = ByteStream::of(Box::pin(limited));
    (body.file_name, body.content_type) = (file_name, content_type);
    body
}

/// Notes why a request cannot be answered as its handler would.
#[derive(Clone)]
pub struct Watch {
    operation: &'static Operation,
    broken: Arc<OnceLock<Rejection>>,
}

impl Watch {
    /// Notes it for this request.
    pub fn of(incoming: &Incoming) -> Self {
        Self {
            operation: incoming.operation,
            broken: Arc::clone(&incoming.broken),
        }
    }

    /// Notes what ended the body.
    pub fn note(&self, error: &StreamError) {
        let (kind, problems) = match error {
            StreamError::TooLarge { .. } => (RejectionKind::TooLarge, Vec::new()),
            StreamError::Broken(_) => (RejectionKind::Malformed, Vec::new()),
            StreamError::Item { problems, .. } => (RejectionKind::Invalid, problems.clone()),
        };
        let detail = match error {
            StreamError::Item { index, .. } => format!("item {index} of the body is not valid"),
            other => other.to_string(),
        };
        // The first one counts.
        let _ = self.broken.set(Rejection {
            problems,
            ..Rejection::new(kind, detail, Some(self.operation))
        });
    }
}

/// A body that ends with an error where it grows too large.
struct Limited {
    body: ByteStream,
    limit: usize,
    taken: usize,
    watch: Watch,
}

impl Stream for Limited {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.body).poll_next(context));
        let length = next
            .as_ref()
            .map(|chunk| chunk.as_ref().map_or(0, Bytes::len));
        self.taken = self.taken.saturating_add(length.unwrap_or(0));
        let next = if self.taken > self.limit {
            Some(Err(StreamError::TooLarge { limit: self.limit }))
        } else {
            next
        };
        if let Some(Err(error)) = &next {
            self.watch.note(error);
        }
        Poll::Ready(next)
    }
}
