//! Server-sent events whose parts have types: an object of `event`, `data`, `id` and `retry` each (OpenAPI 3.2,
//! "Special Considerations for `text/event-stream` Content").

use ::serde::Serialize;
use ::serde::de::DeserializeOwned;
use ::serde_json::{Map, Value};

use super::byte_stream::ByteStream;
use super::decode::from_value;
use super::event_source::{self, ServerSentEvent};
use super::item_stream::ItemStream;
use super::problem::Problem;
use super::stream_error::BoxError;

/// The items of a body; their data is text.
pub fn read<T: DeserializeOwned + 'static>(body: ByteStream) -> ItemStream<T> {
    event_source::read(body).then(|event| Some(item(event, Value::String)))
}

/// The item that an event is, with its data as a value.
///
/// # Errors
///
/// Every problem, with its JSON Pointer.
pub fn item<T: DeserializeOwned>(
    event: ServerSentEvent,
    data: fn(String) -> Value,
) -> Result<T, Vec<Problem>> {
    let mut members = Map::new();
    members.extend(event.event.map(|event| ("event".to_owned(), event.into())));
    members.insert("data".to_owned(), data(event.data));
    members.extend(event.id.map(|id| ("id".to_owned(), id.into())));
    members.extend(event.retry.map(|retry| ("retry".to_owned(), retry.into())));
    from_value(&Value::Object(members))
}

/// A body of these items. Data that is no text is written as JSON.
pub fn write<T: Serialize + 'static>(items: ItemStream<T>) -> ByteStream {
    event_source::write(items.encoded(event))
}

fn event<T: Serialize>(item: T) -> Result<ServerSentEvent, BoxError> {
    let Value::Object(mut members) = ::serde_json::to_value(item)? else {
        return Err("an event must be an object".into());
    };
    let mut text = |name: &str| match members.remove(name) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text),
        Some(other) => Some(other.to_string()),
    };
    Ok(ServerSentEvent {
        event: text("event"),
        data: text("data").unwrap_or_default(),
        id: text("id"),
        retry: text("retry").map(|retry| retry.parse()).transpose()?,
    })
}
