//! Reading request bodies, responses and media types.

use std::sync::Arc;

use indexmap::IndexMap;

use super::at::At;
use super::form::key_of;
use super::forms::{ENCODING, MEDIA_TYPE, REQUEST_BODY, RESPONSE};
use super::reader::{NodeKey, Reader};
use super::{MediaType, RequestBody, Response, ResponseHeader, SchemaId};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Object;

impl<'d> Reader<'d, '_> {
    /// A request body, or a reference to one.
    pub(super) fn request_body(&mut self, at: &At<'d>) -> Option<Arc<RequestBody<'d>>> {
        let resolved = self.resolve(at.clone())?;
        let key = NodeKey::of(resolved.at.node);
        if let Some(known) = self.bodies.get(&key) {
            return known.clone();
        }
        let body = self
            .read_request_body(&resolved.at, resolved.component)
            .map(Arc::new);
        self.bodies.insert(key, body.clone());
        body
    }

    fn read_request_body(
        &mut self,
        at: &At<'d>,
        component: Option<String>,
    ) -> Option<RequestBody<'d>> {
        let checked = self.check(&REQUEST_BODY, at)?;
        let content = checked.get("content")?;
        let contents = self.contents(content);
        if content.members().next().is_none() {
            let message = "a request body without a media type is no body";
            self.tolerate(message, &content.place.key());
        } else if contents.is_empty() {
            return None;
        }
        let members = checked.json(&["description", "required"]);
        Some(RequestBody {
            data: self.typed(members, "the request body", &at.place)?,
            contents,
            component,
            place: at.place.clone(),
        })
    }

    /// A response, or a reference to one.
    pub(super) fn response(&mut self, at: &At<'d>) -> Option<Arc<Response<'d>>> {
        let resolved = self.resolve(at.clone())?;
        let key = NodeKey::of(resolved.at.node);
        if let Some(known) = self.responses.get(&key) {
            return known.clone();
        }
        let response = self
            .read_response(&resolved.at, resolved.component)
            .map(Arc::new);
        self.responses.insert(key, response.clone());
        response
    }

    fn read_response(&mut self, at: &At<'d>, component: Option<String>) -> Option<Response<'d>> {
        let checked = self.check(&RESPONSE, at)?;
        if checked.get("description").is_none() && at.node.get("description").is_none() {
            self.tolerate("a response should have a `description`", &key_of(&at.place));
        }
        let contents = match checked.get("content") {
            Some(content) => self.contents(content),
            None => Vec::new(),
        };
        // By their names in lower case.
        let mut headers: IndexMap<String, ResponseHeader<'d>> = IndexMap::new();
        for (name, header) in checked.get("headers").into_iter().flat_map(At::members) {
            // "If a response header is defined with the name "Content-Type", it SHALL be ignored."
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            let key = name.to_ascii_lowercase();
            if let Some(first) = headers.get(&key) {
                let message = format!("`{name}` and `{}` are the same header", first.name);
                self.report(
                    Diagnostic::warning(Code::DuplicateName, message)
                        .at(&header.place.key())
                        .related(&first.place.key(), "the first, which counts")
                        .help("letter case makes no difference in names of headers"),
                );
            } else {
                let header = self.response_header(name, &header);
                headers.extend(header.map(|header| (key, header)));
            }
        }
        let mut members = checked.json(&["description"]);
        members.entry("description").or_insert_with(|| "".into());
        Some(Response {
            data: self.typed(members, "the response", &at.place)?,
            contents,
            headers: headers.into_values().collect(),
            component,
            place: at.place.clone(),
        })
    }

    /// The media types of a `content`.
    pub(super) fn contents(&mut self, at: &At<'d>) -> Vec<MediaType<'d>> {
        let mut schemas = Vec::new();
        at.members()
            .filter_map(|(name, member)| self.media_type(name, member, &mut schemas))
            .collect()
    }

    /// The schema of a media type: what says the same, word for word, as the schema of one before is that schema.
    fn schema_of_content(&mut self, at: &At<'d>, before: &mut Vec<(At<'d>, SchemaId)>) -> SchemaId {
        // In another file, the same reference may lead to another schema.
        let is_same =
            |(other, _): &&(At<'d>, _)| other.place.file == at.place.file && other.node == at.node;
        if let Some((_, known)) = before.iter().find(is_same) {
            return *known;
        }
        let id = self.schema(at);
        before.push((at.clone(), id));
        id
    }

    /// The members of a schema that plainly has no others.
    fn only_properties(&self, schema: &At<'d>) -> Option<&'d Object> {
        let mut schema = schema.clone();
        if let Some(reference) = schema.get("$ref") {
            schema = self.target_of(&reference.place, reference.node.as_text()?)?;
        }
        let open = [
            "$ref",
            "allOf",
            "anyOf",
            "oneOf",
            "additionalProperties",
            "patternProperties",
        ];
        let has_more = open.iter().any(|key| schema.node.get(key).is_some());
        schema
            .node
            .get("properties")?
            .as_object()
            .filter(|_| !has_more)
    }

    fn media_type(
        &mut self,
        name: &'d str,
        at: At<'d>,
        schemas: &mut Vec<(At<'d>, SchemaId)>,
    ) -> Option<MediaType<'d>> {
        if !is_media_type(name) {
            let message = format!("`{name}` is no media type");
            let diagnostic = Diagnostic::error(Code::UnknownWord, message)
                .help("a media type is written `type/subtype`, for example `application/json`");
            self.report(diagnostic.at(&at.place.key()));
            return None;
        }
        let at = self.resolve(at)?.at;
        let checked = self.check(&MEDIA_TYPE, &at)?;
        let schema = checked.get("schema");
        let schema = schema.map(|schema| self.schema_of_content(schema, schemas));
        let item_schema = checked.get("itemSchema").map(|items| self.schema(items));
        let examples = self.examples(&checked);
        let properties = checked
            .get("schema")
            .and_then(|schema| self.only_properties(schema));
        let mut encoding = Vec::new();
        for (member, at) in checked.get("encoding").into_iter().flat_map(At::members) {
            if let Some(known) = properties.filter(|known| !known.contains(member)) {
                self.unknown_key(
                    "the schema whose members are encoded",
                    member,
                    known.keys(),
                    &at.place,
                );
            }
            if let Some(checked) = self.check(&ENCODING, &at) {
                for (name, header) in checked.get("headers").into_iter().flat_map(At::members) {
                    let _ = self.response_header(name, &header);
                }
                let keys = ["contentType", "style", "explode", "allowReserved"];
                let read = self.typed(checked.json(&keys), "the encoding", &at.place);
                encoding.extend(read.map(|read| (member, read)));
            }
        }
        Some(MediaType {
            name,
            schema,
            item_schema,
            encoding,
            examples,
            place: at.place,
        })
    }
}

/// Whether a text is a token (RFC 9110, section 5.6.2), which names of headers and cookies must be.
pub(super) fn is_token(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_graphic() && !"()<>@,;:\\\"/[]?={}".contains(c);
    !text.is_empty() && text.chars().all(allowed)
}

/// Whether a text is a media type or range (RFC 9110, section 8.3.1), without a look at its parameters.
pub(super) fn is_media_type(text: &str) -> bool {
    let essence = text.split(';').next().unwrap_or("").trim();
    match essence.split_once('/') {
        Some((kind, subtype)) => is_token(kind) && is_token(subtype),
        None => essence == "*",
    }
}
