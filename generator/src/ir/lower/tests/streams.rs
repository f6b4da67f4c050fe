//! How bodies of one item after another are framed, and what their items are.

use super::{lowered, show};
use crate::ir::{Codec, Framing};

/// The codec and the item of the only response, and what was said.
fn stream(media_type: &str, described: &str) -> (Codec, String, Vec<String>) {
    let (api, mut said) = lowered(&format!(
        "openapi: 3.2.0
info: {{title: T, version: '1'}}
paths:
  /a:
    get:
      responses:
        '200': {{description: ok, content: {{{media_type}: {{{described}}}}}}}
components:
  schemas:
    Part: {{type: object, properties: {{text: {{type: string}}}}}}
    Event: {{type: object, properties: {{event: {{type: string}}, data: {{type: string}}, id: {{type: string}}, retry: {{type: integer}}}}}}
    Other: {{type: object, properties: {{event: {{const: other}}, data: {{$ref: '#/components/schemas/Part'}}}}}}
    Either: {{oneOf: [{{$ref: '#/components/schemas/Event'}}, {{$ref: '#/components/schemas/Other'}}]}}
    Mixed: {{oneOf: [{{$ref: '#/components/schemas/Event'}}, {{$ref: '#/components/schemas/Part'}}]}}
"
    ));
    said.retain(|one| !one.starts_with("SW0203"));
    let response = api.operations.first().unwrap().responses.first().unwrap();
    let content = response.contents.first().unwrap();
    let item = content.item.map(|item| show(&api.types, &item, false));
    (content.codec, item.unwrap_or_default(), said)
}

#[test]
fn the_media_type_and_the_schema_say_how_items_are_framed() {
    let part = "$ref: '#/components/schemas/Part'";
    for (media_type, described, framing, item) in [
        (
            "application/jsonl",
            format!("itemSchema: {{{part}}}"),
            Framing::JsonLines,
            "Part",
        ),
        (
            "application/x-ndjson",
            format!("schema: {{{part}}}"),
            Framing::JsonLines,
            "Part",
        ),
        (
            "application/x-ndjson",
            format!("schema: {{type: array, items: {{{part}}}}}"),
            Framing::JsonLines,
            "Part",
        ),
        (
            "application/x-ndjson; charset=utf-8",
            String::new(),
            Framing::JsonLines,
            "",
        ),
        (
            "application/jsonl",
            "schema: {type: string}".to_owned(),
            Framing::TextLines,
            "",
        ),
        (
            "application/jsonl",
            "itemSchema: {type: string}".to_owned(),
            Framing::JsonLines,
            "text plain(none)",
        ),
        (
            "application/geo+json-seq",
            format!("itemSchema: {{{part}}}"),
            Framing::JsonSequence,
            "Part",
        ),
        ("text/event-stream", String::new(), Framing::Events, ""),
        (
            "text/event-stream",
            "schema: {type: string}".to_owned(),
            Framing::Events,
            "",
        ),
        (
            "text/event-stream",
            "itemSchema: {$ref: '#/components/schemas/Event'}".to_owned(),
            Framing::Events,
            "Event",
        ),
        (
            "text/event-stream",
            "itemSchema: {$ref: '#/components/schemas/Other'}".to_owned(),
            Framing::JsonEvents,
            "Other",
        ),
        (
            "text/event-stream",
            "schema: {$ref: '#/components/schemas/Either'}".to_owned(),
            Framing::JsonEvents,
            "Either",
        ),
        (
            "text/event-stream",
            "schema: {$ref: '#/components/schemas/Mixed'}".to_owned(),
            Framing::EventData,
            "Mixed",
        ),
        (
            "text/event-stream",
            format!("schema: {{{part}}}"),
            Framing::EventData,
            "Part",
        ),
    ] {
        let (codec, found, said) = stream(media_type, &described);
        assert_eq!(
            (codec, found.as_str()),
            (Codec::Stream(framing), item),
            "{media_type} {described}"
        );
        assert_eq!(said, Vec::<String>::new());
    }
}

#[test]
fn what_is_binary_and_what_is_no_stream_is_passed_on() {
    let (codec, ..) = stream(
        "application/jsonl",
        "schema: {type: string, format: binary}",
    );
    assert_eq!(codec, Codec::Bytes);
    let (codec, _, said) = stream("multipart/mixed", "itemSchema: {type: object}");
    assert_eq!(codec, Codec::Multipart);
    let place = "SW0202 #/paths/~1a/get/responses/200/content/multipart~1mixed/itemSchema";
    assert_eq!(said, [place]);
}
