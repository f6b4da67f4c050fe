//! JSON Lines, also called NDJSON: one value of JSON a line.

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;

use super::byte_stream::ByteStream;
use super::decode::from_json;
use super::item_stream::ItemStream;
use super::records::{at_line_break, records};

/// The items of a body. Blank lines are passed over.
pub fn read<T: DeserializeOwned + 'static>(body: ByteStream) -> ItemStream<T> {
    records(body, at_line_break, |line| {
        (!line.trim_ascii().is_empty()).then(|| from_json(line))
    })
}

/// A body of these items.
pub fn write<T: Serialize + 'static>(items: ItemStream<T>) -> ByteStream {
    items.written(|item| {
        let mut line = ::serde_json::to_vec(&item)?;
        line.push(b'\n');
        Ok(line.into())
    })
}
