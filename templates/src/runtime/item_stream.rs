//! Streams of items that have a type: lines of JSON, events.

use ::bytes::Bytes;
use ::futures_core::Stream;
use ::std::fmt;
use ::std::future::poll_fn;
use ::std::pin::Pin;
use ::std::task::{Context, Poll, ready};

use super::byte_stream::ByteStream;
use super::problem::Problem;
use super::stream_error::{BoxError, StreamError};

/// How large one item may be that is read, in bytes.
pub const ITEM_LIMIT: usize = 16 * 1024 * 1024;

/// Items that come one after another.
///
/// They are taken by [`ItemStream::next`]; it also is a [`Stream`]. An item that cannot be read is an error, and the next
/// one follows; a stream that breaks off ends with an error.
pub struct ItemStream<T> {
    stream: Pin<Box<dyn Stream<Item = Result<T, StreamError>> + Send>>,
}

impl<T> ItemStream<T> {
    /// The items of a stream. An error of the stream breaks the body off.
    pub fn new<S, E>(items: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        let mut items = Box::pin(items);
        Self::polled(move |context| {
            let next = items.as_mut().poll_next(context);
            next.map(|next| next.map(|item| item.map_err(StreamError::broken)))
        })
    }

    /// The items that a function gives when it is asked.
    pub fn polled<F>(poll: F) -> Self
    where
        F: FnMut(&mut Context<'_>) -> Poll<Option<Result<T, StreamError>>> + Send + Unpin + 'static,
    {
        Self {
            stream: Box::pin(Polled(poll)),
        }
    }

    /// The next item; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, StreamError>> {
        poll_fn(|context| self.stream.as_mut().poll_next(context)).await
    }

    /// All items, in memory.
    ///
    /// # Errors
    ///
    /// The first error.
    pub async fn all(mut self) -> Result<Vec<T>, StreamError> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }
}

impl<T: 'static> ItemStream<T> {
    /// A body of these items, each of them written by `write`. One that cannot be written breaks it off.
    pub fn written(self, write: fn(T) -> Result<Bytes, BoxError>) -> ByteStream {
        ByteStream::of(self.encoded(write).stream)
    }

    /// The same items in another form. One that cannot have it breaks the stream off.
    pub fn encoded<U: 'static>(mut self, encode: fn(T) -> Result<U, BoxError>) -> ItemStream<U> {
        ItemStream::polled(move |context| {
            let next = self.stream.as_mut().poll_next(context);
            next.map(|next| next.map(|item| encode(item?).map_err(StreamError::broken)))
        })
    }

    /// The same items; `see` is told of each error.
    pub fn watched(mut self, see: impl Fn(&StreamError) + Send + Unpin + 'static) -> Self {
        Self::polled(move |context| {
            let next = self.stream.as_mut().poll_next(context);
            if let Poll::Ready(Some(Err(error))) = &next {
                see(error);
            }
            next
        })
    }

    /// What `read` makes of the items; it may pass over one. The positions of what cannot be read are those of what is
    /// not passed over.
    pub fn then<U>(
        mut self,
        mut read: impl FnMut(T) -> Option<Result<U, Vec<Problem>>> + Send + Unpin + 'static,
    ) -> ItemStream<U> {
        let mut index = 0;
        ItemStream::polled(move |context| {
            loop {
                let item = match ready!(self.stream.as_mut().poll_next(context)) {
                    Some(Ok(item)) => item,
                    Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                    None => return Poll::Ready(None),
                };
                if let Some(read) = read(item) {
                    let position = index;
                    index += 1;
                    return Poll::Ready(Some(read.map_err(|problems| StreamError::Item {
                        index: position,
                        problems,
                    })));
                }
            }
        })
    }
}

impl<T> Stream for ItemStream<T> {
    type Item = Result<T, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.stream.as_mut().poll_next(context)
    }
}

impl<T: Send + 'static> From<Vec<T>> for ItemStream<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Send + 'static> FromIterator<T> for ItemStream<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items = Vec::from_iter(items).into_iter();
        Self {
            stream: Box::pin(Polled(Box::new(move |_: &mut Context<'_>| {
                Poll::Ready(items.next().map(Ok))
            }))),
        }
    }
}

/// The items are not shown: they may not be there yet.
impl<T> fmt::Debug for ItemStream<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ItemStream").finish_non_exhaustive()
    }
}

/// A stream made of a function.
struct Polled<F>(F);

impl<T, F> Stream for Polled<F>
where
    F: FnMut(&mut Context<'_>) -> Poll<Option<T>> + Unpin,
{
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        (self.0)(context)
    }
}
