//! Cutting a body into records while it comes.

use ::bytes::BytesMut;
use ::futures_core::Stream as _;
use ::std::pin::Pin;
use ::std::task::{Poll, ready};

use super::byte_stream::ByteStream;
use super::item_stream::{ITEM_LIMIT, ItemStream};
use super::problem::Problem;
use super::stream_error::StreamError;

/// How many bytes at the beginning are a whole record, if that can be told. Those before `from` have been looked
/// through before.
pub type Cut = fn(bytes: &[u8], from: usize) -> Option<usize>;

/// What a record says, or everything that is wrong with it; `None` passes over it.
pub type Read<T> = fn(&[u8]) -> Option<Result<T, Vec<Problem>>>;

/// The records of a body. What follows the last cut is a record, too.
pub fn records<T: 'static>(mut body: ByteStream, cut: Cut, read: Read<T>) -> ItemStream<T> {
    let mut buffer = BytesMut::new();
    let mut seen = 0;
    let mut ended = false;
    let records = ItemStream::polled(move |context| {
        loop {
            let end = cut(&buffer, seen);
            if let Some(end) = end.or_else(|| (ended && !buffer.is_empty()).then_some(buffer.len()))
            {
                seen = 0;
                return Poll::Ready(Some(Ok(buffer.split_to(end.min(buffer.len())))));
            }
            if ended {
                return Poll::Ready(None);
            }
            seen = buffer.len();
            match ready!(Pin::new(&mut body).poll_next(context)) {
                Some(Ok(chunk)) => buffer.extend_from_slice(&chunk),
                Some(Err(error)) => {
                    ended = true;
                    buffer.clear();
                    return Poll::Ready(Some(Err(error)));
                }
                None => ended = true,
            }
            if seen > ITEM_LIMIT {
                ended = true;
                buffer.clear();
                let limit = ITEM_LIMIT;
                return Poll::Ready(Some(Err(StreamError::TooLarge { limit })));
            }
        }
    });
    records.then(move |record| read(&record))
}

/// Records that end with a line break.
pub fn at_line_break(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let position = rest.iter().position(|byte| *byte == b'\n')?;
    Some(from + position + 1)
}
