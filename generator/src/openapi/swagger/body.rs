//! Request bodies and responses of 2.0, whose media types stand in `consumes` and `produces`.

use std::sync::Arc;

use super::Payload;
use super::forms::RESPONSE;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::at::At;
use crate::openapi::content::is_media_type;
use crate::openapi::form::{Checked, key_of};
use crate::openapi::reader::Reader;
use crate::openapi::{
    Example, MediaType, ParameterValue, RequestBody, Response, ResponseHeader, SchemaId, Shown,
};
use crate::source::Node;

const MULTIPART: &str = "multipart/form-data";
const FORM: &str = "application/x-www-form-urlencoded";

impl<'d> Reader<'d, '_> {
    /// The body that the payload parameters make up: one `in: body`, or all `in: formData` together. `Some(None)`
    /// where nothing is sent, `None` where the body cannot be read.
    pub(in crate::openapi) fn swagger_body(
        &mut self,
        payload: &[Payload<'d>],
        operation: &Checked<'d>,
    ) -> Option<Option<Arc<RequestBody<'d>>>> {
        let Some(first) = payload.first() else {
            return Some(None);
        };
        let consumes = self.media_types(operation, "consumes");
        let (schema, media_types) = if let Some(body) = payload.iter().find(|one| one.is_body) {
            let Some(schema) = body.at.get("schema") else {
                self.missing("a body parameter", "schema", &body.at.place);
                return None;
            };
            (self.schema(&schema), consumes)
        } else {
            (
                self.form_schema(payload),
                form_media_types(consumes, payload),
            )
        };
        let description = first.at.get("description").filter(|_| first.is_body);
        let description = description.and_then(|at| at.node.as_text());
        let required = payload.iter().any(|one| one.required);
        let contents = self.swagger_contents(&media_types, Some(schema), &first.at);
        Some(Some(Arc::new(RequestBody {
            data: openapiv3::RequestBody {
                description: description.map(str::to_owned),
                required,
                ..openapiv3::RequestBody::default()
            },
            contents,
            component: first.component.clone().filter(|_| first.is_body),
            place: first.at.place.clone(),
        })))
    }

    /// The object whose members are the form's parameters.
    fn form_schema(&mut self, payload: &[Payload<'d>]) -> SchemaId {
        let members = payload.iter();
        let members: Vec<(&'d str, SchemaId)> = members
            .map(|one| (one.name, self.parameter_schema(&one.at)))
            .collect();
        let required = payload.iter().filter(|one| one.required);
        let required = required.map(|one| one.name).collect();
        let place = payload.first().map(|one| one.at.place.clone());
        self.object_schema(members, required, place)
    }

    /// A response, or a reference to one.
    pub(in crate::openapi) fn swagger_response(
        &mut self,
        at: &At<'d>,
        operation: &Checked<'d>,
    ) -> Option<Arc<Response<'d>>> {
        let resolved = self.resolve(at.clone())?;
        let at = resolved.at;
        let checked = self.check(&RESPONSE, &at)?;
        if checked.get("description").is_none() && at.node.get("description").is_none() {
            self.tolerate("a response should have a `description`", &key_of(&at.place));
        }
        let contents = match checked.get("schema") {
            Some(schema) => {
                let schema = self.schema(schema);
                let produces = self.media_types(operation, "produces");
                self.swagger_contents(&produces, Some(schema), &at)
            }
            None => Vec::new(),
        };
        let contents = with_examples(contents, &checked);
        let mut headers = Vec::new();
        for (name, header) in checked.get("headers").into_iter().flat_map(At::members) {
            headers.extend(self.swagger_header(name, &header));
        }
        let description = checked.text("description").unwrap_or_default();
        Some(Arc::new(Response {
            data: openapiv3::Response {
                description: description.to_owned(),
                ..openapiv3::Response::default()
            },
            contents,
            headers,
            component: resolved.component,
            place: at.place,
        }))
    }

    /// A header, which is a schema itself.
    fn swagger_header(&mut self, name: &'d str, at: &At<'d>) -> Option<ResponseHeader<'d>> {
        let mut members = serde_json::Map::new();
        if let Some(description) = at.get("description") {
            let description = self.text("description", &description);
            members.extend(description.map(|text| ("description".to_owned(), text.into())));
        }
        members.insert("schema".to_owned(), serde_json::json!({"$ref": "#"}));
        Some(ResponseHeader {
            name,
            data: self.typed(members, "the header", &at.place)?,
            value: ParameterValue::Schema(self.parameter_schema(at)),
            place: at.place.clone(),
        })
    }

    fn swagger_contents(
        &mut self,
        media_types: &[&'d str],
        schema: Option<SchemaId>,
        at: &At<'d>,
    ) -> Vec<MediaType<'d>> {
        let mut contents = Vec::new();
        for name in media_types {
            if !is_media_type(name) {
                let message = format!("`{name}` is no media type");
                self.report(Diagnostic::error(Code::UnknownWord, message).at(&at.place));
                continue;
            }
            contents.push(MediaType {
                name,
                schema,
                item_schema: None,
                encoding: Vec::new(),
                examples: Vec::new(),
                place: at.place.clone(),
            });
        }
        contents
    }
}

/// The contents with the examples of a response, which stand under their media types.
fn with_examples<'d>(
    mut contents: Vec<MediaType<'d>>,
    response: &Checked<'d>,
) -> Vec<MediaType<'d>> {
    for (name, example) in response.get("examples").into_iter().flat_map(At::members) {
        let named = |content: &&mut MediaType<'d>| content.name.eq_ignore_ascii_case(name);
        if let Some(content) = contents.iter_mut().find(named) {
            content.examples.push(Example {
                name: None,
                shown: Shown::Value(example.node),
            });
        }
    }
    contents
}

/// The media types of a form: those of `consumes` that can carry one, else what its members need.
fn form_media_types<'d>(consumes: Vec<&'d str>, payload: &[Payload<'d>]) -> Vec<&'d str> {
    let is_file =
        |one: &Payload<'d>| one.at.node.get("type").and_then(Node::as_text) == Some("file");
    let has_file = payload.iter().any(is_file);
    let carries =
        |name: &&str| name.starts_with(MULTIPART) || (!has_file && name.starts_with(FORM));
    let fitting: Vec<&str> = consumes.into_iter().filter(carries).collect();
    match (fitting.is_empty(), has_file) {
        (false, _) => fitting,
        (true, true) => vec![MULTIPART],
        (true, false) => vec![FORM],
    }
}
