//! Bodies as they come: bytes that are all there, or a stream of them.

use ::bytes::Bytes;
use ::futures_core::Stream;
use ::http::HeaderMap;
use ::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use ::std::future::poll_fn;
use ::std::pin::Pin;
use ::std::task::{Context, Poll};
use ::std::{fmt, mem};

use super::binary::Binary;
use super::media_type;
use super::report::Report;
use super::stream_error::{BoxError, StreamError};
use super::validate::{Limit, Measure};

/// The chunks of a body.
type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, StreamError>> + Send>>;

/// Bytes that need not all be in memory, with the name and media type that may come along.
///
/// It is made from bytes, or by [`ByteStream::new`] from a stream of them, for example from a file by
/// `tokio_util::io::ReaderStream`. Its content is taken whole by [`ByteStream::bytes`] or chunk by chunk by
/// [`ByteStream::next`]; it also is a [`Stream`].
#[derive(Default)]
pub struct ByteStream {
    /// The file's name, if one was sent or is to be sent.
    pub file_name: Option<String>,
    /// The media type, if one was sent or is to be sent.
    pub content_type: Option<String>,
    content: Content,
}

/// What is left of the content.
enum Content {
    Whole(Bytes),
    Chunks(Chunks),
}

impl Default for Content {
    fn default() -> Self {
        Self::Whole(Bytes::new())
    }
}

impl ByteStream {
    /// The bytes of a stream. An error of the stream breaks the body off.
    pub fn new<S, B, E>(chunks: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::of(Box::pin(Converted(Box::pin(chunks))))
    }

    /// The bytes of a stream whose errors are those of bodies already.
    pub fn of(chunks: Chunks) -> Self {
        Self {
            content: Content::Chunks(chunks),
            ..Self::default()
        }
    }

    /// The same with a file name.
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The same with a media type.
    pub fn with_content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }

    /// The same with the media type and the file name that a message states.
    pub fn described(mut self, headers: &HeaderMap) -> Self {
        let text = |name| {
            let value: Option<&::http::HeaderValue> = headers.get(name);
            value.and_then(|value| value.to_str().ok())
        };
        self.content_type = text(CONTENT_TYPE).map(str::to_owned);
        self.file_name = text(CONTENT_DISPOSITION)
            .and_then(|disposition| media_type::parameter(disposition, "filename"));
        self
    }

    /// The content, if all of it is there already.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Whole(bytes) => Some(bytes),
            Content::Chunks(_) => None,
        }
    }

    /// The next chunk; `None` at the end, and after an error.
    pub async fn next(&mut self) -> Option<Result<Bytes, StreamError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The whole content, in memory.
    ///
    /// # Errors
    ///
    /// A body that breaks off.
    pub async fn bytes(self) -> Result<Bytes, StreamError> {
        self.bytes_within(usize::MAX).await
    }

    /// The whole content, in memory, if it is not larger than a limit.
    ///
    /// # Errors
    ///
    /// A body that breaks off, or is larger.
    pub async fn bytes_within(mut self, limit: usize) -> Result<Bytes, StreamError> {
        let (start, ended) = self.start(limit).await?;
        if ended {
            Ok(start)
        } else {
            Err(StreamError::TooLarge { limit })
        }
    }

    /// At least the first `limit` bytes of the content, and whether that is all of it. A little more may come along.
    ///
    /// # Errors
    ///
    /// A body that breaks off.
    pub async fn start(&mut self, limit: usize) -> Result<(Bytes, bool), StreamError> {
        let Some(first) = self.next().await.transpose()? else {
            return Ok((Bytes::new(), true));
        };
        if first.len() > limit {
            return Ok((first, false));
        }
        // Nearly every body is one chunk, which then needs no copy.
        let Some(second) = self.next().await.transpose()? else {
            return Ok((first, true));
        };
        let mut bytes = Vec::from(first);
        bytes.extend_from_slice(&second);
        while bytes.len() <= limit {
            match self.next().await.transpose()? {
                Some(chunk) => bytes.extend_from_slice(&chunk),
                None => return Ok((bytes.into(), true)),
            }
        }
        Ok((bytes.into(), false))
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = match &mut self.content {
            Content::Whole(bytes) => {
                let bytes = mem::take(bytes);
                Poll::Ready((!bytes.is_empty()).then_some(Ok(bytes)))
            }
            Content::Chunks(chunks) => chunks.as_mut().poll_next(context),
        };
        if matches!(next, Poll::Ready(None | Some(Err(_)))) {
            self.content = Content::default();
        }
        next
    }
}

impl From<Binary> for ByteStream {
    fn from(binary: Binary) -> Self {
        Self {
            file_name: binary.file_name,
            content_type: binary.content_type,
            content: Content::Whole(binary.bytes),
        }
    }
}

macro_rules! from_bytes {
    ($($bytes:ty),*) => {
        $(impl From<$bytes> for ByteStream {
            fn from(bytes: $bytes) -> Self {
                Self { content: Content::Whole(bytes.into()), ..Self::default() }
            }
        })*
    };
}
from_bytes!(Bytes, Vec<u8>, String, &'static [u8], &'static str);

/// Files can be counted, and no more before they are read.
impl Measure for Vec<ByteStream> {
    fn measure(&self, limits: &[Limit], report: &mut Report) {
        for limit in limits {
            if let Limit::MinItems(_) | Limit::MaxItems(_) = limit {
                report.count(self.len(), *limit, "items");
            }
        }
    }
}

/// The content is not shown: it may hold secrets, and may not be there yet.
impl fmt::Debug for ByteStream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ByteStream")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("length", &self.as_bytes().map(Bytes::len))
            .finish_non_exhaustive()
    }
}

/// A stream of anything that are bytes, with errors of any kind.
struct Converted<S>(Pin<Box<S>>);

impl<S, B, E> Stream for Converted<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map(|next| {
            next.map(|chunk| match chunk {
                Ok(bytes) => Ok(bytes.into()),
                Err(error) => Err(StreamError::broken(error)),
            })
        })
    }
}

/// Takes bytes as they come; the counterpart of what reads items.
pub fn read(body: ByteStream) -> ByteStream {
    body
}

/// Sends bytes as they come; the counterpart of what writes items.
pub fn write(body: ByteStream) -> ByteStream {
    body
}
