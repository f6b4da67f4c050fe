//! JSON text sequences (RFC 7464): a record separator, a value of JSON, and a line break for each item.

use ::serde::Serialize;
use ::serde::de::{DeserializeOwned, IgnoredAny};

use super::byte_stream::ByteStream;
use super::decode::from_json;
use super::item_stream::ItemStream;
use super::records::records;

/// What stands before each item.
const SEPARATOR: u8 = 0x1E;

/// The items of a body. Empty ones are passed over, as the standard wants.
pub fn read<T: DeserializeOwned + 'static>(body: ByteStream) -> ItemStream<T> {
    records(body, cut, |record| {
        let json = record.strip_prefix(&[SEPARATOR]).unwrap_or(record);
        (!json.trim_ascii().is_empty()).then(|| from_json(json))
    })
}

/// An item ends before the next one. So that nobody has to wait for that, it also ends with what has come so far, if
/// that is a whole value and its line break.
fn cut(bytes: &[u8], from: usize) -> Option<usize> {
    let from = from.max(1);
    let next = bytes
        .get(from..)?
        .iter()
        .position(|byte| *byte == SEPARATOR);
    if let Some(next) = next {
        return Some(from + next);
    }
    let json = bytes.strip_suffix(b"\n")?;
    let json = json.strip_prefix(&[SEPARATOR]).unwrap_or(json);
    let whole = ::serde_json::from_slice::<IgnoredAny>(json).is_ok();
    whole.then_some(bytes.len())
}

/// A body of these items.
pub fn write<T: Serialize + 'static>(items: ItemStream<T>) -> ByteStream {
    items.written(|item| {
        let mut record = vec![SEPARATOR];
        ::serde_json::to_writer(&mut record, &item)?;
        record.push(b'\n');
        Ok(record.into())
    })
}
