//! Bodies that are one item after another: how they are cut, and which type an item has.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::arena::TypeId;
use crate::ir::operation::{Codec, Content, Framing, Operation};
use crate::ir::types::{Field, Record, Shape, TypeUse};

/// The parts of a server-sent event.
const EVENT_PARTS: [&str; 4] = ["data", "event", "id", "retry"];

/// A family of media types that hold one item after another.
#[derive(Clone, Copy)]
enum Sequence {
    Lines,
    Records,
    Events,
}

impl Lowering<'_, '_> {
    /// Finds the items of every body that is a stream of them.
    pub(super) fn frame_streams(&mut self, operations: &mut [Operation]) {
        for operation in operations {
            let bodies = operation
                .body
                .iter_mut()
                .flat_map(|body| &mut body.contents);
            let responses = operation.responses.iter_mut();
            let answers = responses.flat_map(|response| &mut response.contents);
            for content in bodies.chain(answers) {
                match sequence(&content.media_type) {
                    Some(sequence) => self.frame(content, sequence),
                    None => self.report_unread(content),
                }
            }
        }
    }

    /// Says what does not become of a description of items.
    fn report_unread(&mut self, content: &Content) {
        if content.item.is_none() {
            return;
        }
        let message = format!(
            "the items of {} are described, but not read one by one",
            content.media_type
        );
        let help = "the body is passed on as it is; the type of its items is generated";
        let diagnostic = Diagnostic::warning(Code::NotEnforced, message).help(help);
        self.report(diagnostic.at(&content.place.child("itemSchema").key()));
    }

    fn frame(&self, content: &mut Content, sequence: Sequence) {
        // What is called binary is passed on as it is.
        if content.item.is_none() && content.codec == Codec::Bytes && self.is_binary(content.value)
        {
            return;
        }
        let is_text = content
            .item
            .or(content.value)
            .is_some_and(|value| self.is_text(value));
        let (framing, item) = match sequence {
            Sequence::Lines if content.item.is_none() && is_text => (Framing::TextLines, None),
            Sequence::Lines => (Framing::JsonLines, self.item(content)),
            Sequence::Records => (Framing::JsonSequence, self.item(content)),
            Sequence::Events if is_text => (Framing::Events, None),
            Sequence::Events => match self.item(content) {
                Some(item) => (self.events(item), Some(item)),
                None => (Framing::Events, None),
            },
        };
        content.codec = Codec::Stream(framing);
        content.value = None;
        content.item = item;
    }

    /// The item that is described, or what the description of the whole says of it: before 3.2 there was no other way.
    fn item(&self, content: &Content) -> Option<TypeUse> {
        content.item.or_else(|| {
            let value = content.value?;
            match self.final_shape(value) {
                Shape::List(list) => Some(list.items),
                Shape::Any => None,
                _ => Some(value),
            }
        })
    }

    /// Whether an item is an event, or the data of one.
    fn events(&self, item: TypeUse) -> Framing {
        let mut records = Vec::new();
        let known = self.records(item, &mut records, &mut Vec::new());
        let fields = || records.iter().flat_map(|record| &record.fields);
        let is_part = |field: &Field| EVENT_PARTS.contains(&field.wire_name.as_str());
        let is_event = known
            && fields().all(is_part)
            && records.iter().all(|record| !record.fields.is_empty());
        let data = || fields().filter(|field| field.wire_name == "data");
        if !is_event {
            Framing::EventData
        } else if data().all(|field| self.is_text(field.value)) {
            Framing::Events
        } else {
            Framing::JsonEvents
        }
    }

    /// The records that a type may be; false if it may be something else.
    fn records<'l>(
        &'l self,
        value: TypeUse,
        records: &mut Vec<&'l Record>,
        seen: &mut Vec<TypeId>,
    ) -> bool {
        let id = self.types.resolve(value.id);
        if seen.contains(&id) {
            return true;
        }
        seen.push(id);
        match &self.types.get(id).shape {
            Shape::Record(record) => {
                records.push(record);
                true
            }
            Shape::Union(union) => {
                let mut variants = union.variants.iter();
                variants.all(|variant| self.records(variant.value, records, seen))
            }
            _ => false,
        }
    }

    /// Whether values are text, or nothing is said about them.
    fn is_text(&self, value: TypeUse) -> bool {
        match self.final_shape(value) {
            Shape::Text(_) | Shape::JsonText(_) | Shape::Any => true,
            Shape::Enumeration(values) => {
                let mut values = values.values.iter();
                values.all(|value| value.value.is_string())
            }
            _ => false,
        }
    }

    fn is_binary(&self, value: Option<TypeUse>) -> bool {
        value.is_some_and(|value| *self.final_shape(value) == Shape::Binary)
    }

    fn final_shape(&self, value: TypeUse) -> &Shape {
        &self.types.get(self.types.resolve(value.id)).shape
    }
}

fn sequence(media_type: &str) -> Option<Sequence> {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    Some(match essence {
        "application/jsonl"
        | "application/x-jsonl"
        | "application/jsonlines"
        | "application/x-jsonlines"
        | "application/json-lines"
        | "application/ndjson"
        | "application/x-ndjson"
        | "application/x-json-stream"
        | "application/stream+json" => Sequence::Lines,
        "text/event-stream" => Sequence::Events,
        "application/json-seq" => Sequence::Records,
        other if other.ends_with("+json-seq") => Sequence::Records,
        _ => return None,
    })
}
