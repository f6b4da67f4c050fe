//! Server-sent events whose data is one item of JSON each.

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;

use super::byte_stream::ByteStream;
use super::decode::from_json;
use super::event_source::{self, ServerSentEvent};
use super::item_stream::ItemStream;

/// What some servers send as their last event; it is no item.
const DONE: &str = "[DONE]";

/// The items of a body.
pub fn read<T: DeserializeOwned + 'static>(body: ByteStream) -> ItemStream<T> {
    event_source::read(body)
        .then(|event| (event.data.trim() != DONE).then(|| from_json(event.data.as_bytes())))
}

/// A body of these items.
pub fn write<T: Serialize + 'static>(items: ItemStream<T>) -> ByteStream {
    event_source::write(
        items.encoded(|item| Ok(ServerSentEvent::new(::serde_json::to_string(&item)?))),
    )
}
