//! Server-sent events whose parts have types, and whose data may be JSON.

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use ::serde_json::Value;

use super::byte_stream::ByteStream;
use super::event_objects;
use super::event_source;
use super::item_stream::ItemStream;

/// The items of a body. Their data is what it says as JSON; where it is no JSON, it is text.
pub fn read<T: DeserializeOwned + 'static>(body: ByteStream) -> ItemStream<T> {
    event_source::read(body).then(|event| Some(event_objects::item(event, json_or_text)))
}

fn json_or_text(data: String) -> Value {
    ::serde_json::from_str(&data).unwrap_or(Value::String(data))
}

/// A body of these items. Data that is no text is written as JSON.
pub fn write<T: Serialize + 'static>(items: ItemStream<T>) -> ByteStream {
    event_objects::write(items)
}
