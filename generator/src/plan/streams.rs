//! Bodies that are read and written as they come: which runtime file does it, and of which type they are.

use super::operation_model::StreamItem;
use super::rust_type::RustType;
use super::types::TypeTable;
use crate::ir::{Content, Framing};

/// A body that is bytes to us.
pub(super) fn bytes(media_type: &str) -> (StreamItem, RustType) {
    (item("byte_stream", media_type), RustType::ByteStream)
}

/// A body that is one item after another.
pub(super) fn items(
    content: &Content,
    framing: Framing,
    table: &TypeTable<'_>,
) -> (StreamItem, RustType) {
    let described = content.item.map(|item| table.element(item));
    let (file, value) = match (framing, described) {
        (Framing::TextLines, _) => ("text_lines", RustType::String),
        (Framing::Events | Framing::JsonEvents | Framing::EventData, None) => {
            ("event_source", RustType::ServerSentEvent)
        }
        (Framing::JsonLines, described) => ("json_lines", described.unwrap_or(RustType::Json)),
        (Framing::JsonSequence, described) => {
            ("json_sequence", described.unwrap_or(RustType::Json))
        }
        (Framing::Events, Some(described)) => ("event_objects", described),
        (Framing::JsonEvents, Some(described)) => ("json_event_objects", described),
        (Framing::EventData, Some(described)) => ("event_data", described),
    };
    (
        item(file, &content.media_type),
        RustType::ItemStream(Box::new(value)),
    )
}

fn item(file: &'static str, media_type: &str) -> StreamItem {
    StreamItem {
        media_type: media_type.to_owned(),
        file,
    }
}
