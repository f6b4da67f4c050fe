//! Reading of `multipart/form-data` bodies whose files come as they do.
//!
//! A form is held in memory up to a limit. The file that goes beyond it comes as it does, and is the last part.

use ::bytes::Bytes;
use ::futures_core::Stream;
use ::std::pin::Pin;
use ::std::task::{Context, Poll, ready};

use super::byte_stream::ByteStream;
use super::decode::{problem, text_of};
use super::exchange::{Exchange, Incoming};
use super::multipart_pieces::{End, cut, find};
use super::multipart_read::{FromParts, Part, Parts, boundary, inseparable, repeated};
use super::problem::Problem;
use super::request_stream::{Watch, take};
use super::service::{Reading, Service};
use super::stream_error::StreamError;
use super::validate::Validate;

/// How such bodies are read.
pub const START: Reading = Reading::Start;

impl<A: Service, P> Exchange<A, P> {
    /// The body, as `multipart/form-data`.
    pub fn multipart_stream<T: FromParts + Validate>(&mut self) -> Option<T> {
        match self.optional_multipart_stream()? {
            Some(value) => Some(value),
            None => {
                let missing = problem("required", "a body is required".to_owned());
                self.incoming().problems.push(missing);
                None
            }
        }
    }

    /// The body, as `multipart/form-data`, if there is one.
    pub fn optional_multipart_stream<T: FromParts + Validate>(&mut self) -> Option<Option<T>> {
        let incoming = self.incoming();
        if incoming.is_without_body() {
            return Some(None);
        }
        match parts(incoming, A::BODY_LIMIT).and_then(Parts::read) {
            Ok(value) => Some(Some(value)),
            Err(problems) => {
                incoming.problems.extend(problems);
                None
            }
        }
    }
}

/// The parts of a body; the last one may still be on its way.
fn parts(incoming: &mut Incoming, limit: usize) -> Result<Parts, Vec<Problem>> {
    let boundary = boundary(text_of(&incoming.parts.headers, "content-type"))?;
    let (start, is_whole) = match incoming.body.as_bytes() {
        Some(whole) => (whole.clone(), true),
        None => (::std::mem::take(&mut incoming.start), false),
    };
    let (pieces, end) = cut(&start, &boundary);
    let parts = pieces.into_iter().map(|piece| Part::of(piece, &start));
    let mut parts: Vec<Part> = parts.collect();
    match end {
        End::Last => {}
        End::Open(piece) if !is_whole => {
            let mut part = Part::of(piece, &start);
            let file = File {
                buffer: part.content.as_bytes().cloned().unwrap_or_default(),
                watch: Watch::of(incoming),
                body: take(incoming, limit.saturating_sub(start.len())),
                delimiter: format!("\r\n--{boundary}"),
                is_over: false,
            };
            let mut content = ByteStream::of(Box::pin(file));
            content.file_name = part.content.file_name.take();
            content.content_type = part.content.content_type.take();
            part.content = content;
            parts.push(part);
        }
        End::Open(_) => return Err(inseparable()),
        End::Between if is_whole => return Err(inseparable()),
        End::Between => {
            let message = "the form is larger than what it may have in memory beside its last file";
            return Err(vec![problem("too_large", message.to_owned())]);
        }
    }
    Ok(Parts::new(parts))
}

impl Parts {
    /// A file that must be there.
    pub fn required_file(&mut self, name: &str) -> Option<ByteStream> {
        let value = self.optional_file(name)?;
        self.demand(name, value)
    }

    /// A file that may be left out.
    pub fn optional_file(&mut self, name: &str) -> Option<Option<ByteStream>> {
        let mut contents = self.take(name);
        let file = contents.pop();
        let value = match contents.is_empty() {
            true => Ok(file),
            false => Err(repeated()),
        };
        self.noted(name, value)
    }

    /// Files under one name, of which there must be one.
    pub fn required_files(&mut self, name: &str) -> Option<Vec<ByteStream>> {
        let value = self.optional_files(name)?;
        self.demand(name, value)
    }

    /// Files under one name.
    pub fn optional_files(&mut self, name: &str) -> Option<Option<Vec<ByteStream>>> {
        let contents = self.take(name);
        Some((!contents.is_empty()).then_some(contents))
    }
}

/// The content of a part up to the boundary behind it.
struct File {
    body: ByteStream,
    /// What came and was not given yet.
    buffer: Bytes,
    delimiter: String,
    is_over: bool,
    watch: Watch,
}

impl File {
    /// What can be given of the buffer; `None` where more must come first.
    fn given(&mut self) -> Option<Option<Result<Bytes, StreamError>>> {
        let content = match find(&self.buffer, self.delimiter.as_bytes(), 0) {
            Some(0) => {
                let behind = self.delimiter.len();
                let sign = self.buffer.get(behind..behind + 2)?;
                self.is_over = true;
                return Some((sign != b"--").then(|| {
                    let message =
                        "a part follows a file that is too large for the memory of a form";
                    Err(self.broken(message))
                }));
            }
            Some(end) => end,
            // Its end may be the start of the boundary.
            None => (self.buffer.len() + 1).saturating_sub(self.delimiter.len()),
        };
        (content > 0).then(|| Some(Ok(self.buffer.split_to(content))))
    }

    fn broken(&self, message: &str) -> StreamError {
        let error = StreamError::broken(message);
        self.watch.note(&error);
        error
    }
}

impl Stream for File {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if self.is_over {
                return Poll::Ready(None);
            }
            if let Some(given) = self.given() {
                return Poll::Ready(given);
            }
            match ready!(Pin::new(&mut self.body).poll_next(context)) {
                Some(Ok(chunk)) => self.buffer = [&*self.buffer, &chunk].concat().into(),
                Some(Err(error)) => {
                    self.is_over = true;
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.is_over = true;
                    return Poll::Ready(Some(Err(self.broken("the form does not end"))));
                }
            }
        }
    }
}
