//! Lines of text, as they are.

use super::byte_stream::ByteStream;
use super::decode::from_text;
use super::item_stream::ItemStream;
use super::records::{at_line_break, records};

/// The lines of a body, without their line breaks.
pub fn read(body: ByteStream) -> ItemStream<String> {
    records(body, at_line_break, |line| {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        Some(from_text(line.strip_suffix(b"\r").unwrap_or(line)))
    })
}

/// A body of these lines.
pub fn write(lines: ItemStream<String>) -> ByteStream {
    lines.written(|line| {
        if line.contains(['\r', '\n']) {
            return Err("a line must not hold a line break".into());
        }
        Ok((line + "\n").into())
    })
}
