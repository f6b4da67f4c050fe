//! Request bodies and responses: media types, how values become bytes, statuses.

use std::sync::Arc;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::operation::{Body, Codec, Content, Example, Response, Shown, StatusPattern};
use crate::ir::types::{Shape, TypeUse};
use crate::openapi::{self, MediaType, RequestBody};

impl<'d> Lowering<'_, 'd> {
    /// What an operation sends; `None` where the document gives no media type.
    pub(super) fn body(&mut self, body: &RequestBody<'d>, operation: &str) -> Option<Body> {
        if body.contents.is_empty() {
            return None;
        }
        let path = match &body.component {
            Some(component) => declared(component, "request"),
            None => vec![operation, "request"],
        };
        Some(Body {
            required: body.data.required,
            contents: self.contents(&body.contents, &path),
            description: body.data.description.clone(),
        })
    }

    /// What an operation may answer; a status that is none is reported and left out.
    pub(super) fn responses(
        &mut self,
        operation: &openapi::Operation<'d>,
        id: &str,
    ) -> Vec<Response> {
        let mut responses: Vec<Response> = Vec::new();
        for (key, response) in &operation.responses {
            let Some(status) = status(key) else {
                let message = format!("`{key}` is no status");
                let place = operation.place.child("responses").child(key).key();
                self.report(
                    Diagnostic::error(Code::UnknownWord, message)
                        .at(&place)
                        .help("a status is `200`, a range `2XX`, or `default`"),
                );
                continue;
            };
            let path = match &response.component {
                Some(component) => declared(component, "response"),
                None if is_success(status) => vec![id, "response"],
                None => vec![id, *key, "response"],
            };
            let headers = response.headers.iter();
            let headers = headers.map(|header| self.header(header, &path)).collect();
            responses.push(Response {
                status,
                contents: self.contents(&response.contents, &path),
                headers,
                description: Some(response.data.description.clone()).filter(|d| !d.is_empty()),
                place: response.place.clone(),
            });
        }
        responses
    }

    fn contents(&mut self, contents: &[MediaType<'d>], path: &[&str]) -> Vec<Content> {
        contents.iter().map(|one| self.content(one, path)).collect()
    }

    fn content(&mut self, media_type: &MediaType<'d>, path: &[&str]) -> Content {
        let value = media_type.schema.map(|id| self.type_of(id, path));
        let item_path: Vec<&str> = path.iter().copied().chain(["item"]).collect();
        let item = media_type
            .item_schema
            .map(|id| self.type_of(id, &item_path));
        let encodings = media_type.encoding.iter();
        let part_types = encodings
            .filter_map(|(member, encoding)| {
                Some(((*member).to_owned(), encoding.content_type.clone()?))
            })
            .collect();
        Content {
            media_type: media_type.name.to_ascii_lowercase(),
            codec: self.codec(media_type.name, value),
            value,
            item,
            part_types,
            examples: self.examples(&media_type.examples),
            place: media_type.place.clone(),
        }
    }

    fn examples(&mut self, examples: &[openapi::Example<'d>]) -> Vec<Example> {
        let mut lowered = Vec::new();
        for example in examples {
            let shown = match example.shown {
                openapi::Shown::Written(text) => Shown::Written(text.into()),
                openapi::Shown::Value(node) => {
                    let value = self.examples.entry(std::ptr::from_ref(node));
                    Shown::Value(value.or_insert_with(|| Arc::new(node.to_json())).clone())
                }
            };
            lowered.push(Example {
                name: example.name.map(str::to_owned),
                shown,
            });
        }
        lowered
    }

    fn codec(&self, media_type: &str, value: Option<TypeUse>) -> Codec {
        let is_binary = value.is_some_and(|value| {
            let id = self.types.resolve(value.id);
            self.types.get(id).shape == Shape::Binary
        });
        match codec(media_type) {
            Some(Codec::Json | Codec::Text) if is_binary => Codec::Bytes,
            Some(codec) => codec,
            // A range: what has a schema is JSON in practice.
            None if value.is_some() && !is_binary => Codec::Json,
            None => Codec::Bytes,
        }
    }
}

/// The path of what is declared for all under a name that may say already what it is.
fn declared<'n>(component: &'n str, what: &'static str) -> Vec<&'n str> {
    if component.to_ascii_lowercase().ends_with(what) {
        vec![component]
    } else {
        vec![component, what]
    }
}

fn is_success(status: StatusPattern) -> bool {
    matches!(
        status,
        StatusPattern::Exact(200..=299) | StatusPattern::Range(2)
    )
}

fn status(key: &str) -> Option<StatusPattern> {
    if key == "default" {
        return Some(StatusPattern::Default);
    }
    if let Some(hundred) = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx")) {
        let hundred: u8 = hundred.parse().ok()?;
        return (1..=5)
            .contains(&hundred)
            .then_some(StatusPattern::Range(hundred));
    }
    let code: u16 = key.parse().ok()?;
    (100..=599)
        .contains(&code)
        .then_some(StatusPattern::Exact(code))
}

/// How values of a media type become bytes; `None` for the range that stands for every media type.
fn codec(media_type: &str) -> Option<Codec> {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or("")
        .trim()
        .to_ascii_lowercase();
    let (kind, subtype) = essence.split_once('/').unwrap_or((&essence, "*"));
    Some(match (kind, subtype) {
        ("*", _) => return None,
        ("application", "*") | (_, "json") => Codec::Json,
        (_, subtype) if subtype.ends_with("+json") => Codec::Json,
        ("application", "x-www-form-urlencoded") => Codec::Form,
        ("multipart", _) => Codec::Multipart,
        ("text", _) => Codec::Text,
        ("application", "xml" | "yaml" | "x-yaml" | "javascript" | "graphql" | "sql" | "toml") => {
            Codec::Text
        }
        (_, subtype) if subtype.ends_with("+xml") || subtype.ends_with("+yaml") => Codec::Text,
        _ => Codec::Bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_have_their_codecs() {
        for (media_type, expected) in [
            ("application/json", Some(Codec::Json)),
            ("Application/JSON; charset=utf-8", Some(Codec::Json)),
            ("application/problem+json", Some(Codec::Json)),
            ("text/json", Some(Codec::Json)),
            ("application/x-www-form-urlencoded", Some(Codec::Form)),
            ("multipart/form-data", Some(Codec::Multipart)),
            ("text/event-stream", Some(Codec::Text)),
            ("application/atom+xml", Some(Codec::Text)),
            ("application/octet-stream", Some(Codec::Bytes)),
            ("image/*", Some(Codec::Bytes)),
            ("*/*", None),
        ] {
            assert_eq!(codec(media_type), expected, "{media_type}");
        }
    }

    #[test]
    fn statuses_are_read() {
        for (key, expected) in [
            ("200", Some(StatusPattern::Exact(200))),
            ("4XX", Some(StatusPattern::Range(4))),
            ("5xx", Some(StatusPattern::Range(5))),
            ("default", Some(StatusPattern::Default)),
            ("600", None),
            ("7XX", None),
            ("ok", None),
        ] {
            assert_eq!(status(key), expected, "{key}");
        }
    }
}
