//! Parameters and response headers.

use openapiv3::{PathStyle, QueryStyle};

use super::Lowering;
use super::schema::docs;
use crate::ir::operation::{Header, Location, Parameter, Style};
use crate::ir::types::{Docs, TypeUse};
use crate::openapi::{self, ParameterValue, ResponseHeader, SchemaId};

/// Headers that a parameter cannot describe: they belong to the content and to security (OpenAPI 3.1.1, section 4.8.12.2.1).
const RESERVED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

impl<'d> Lowering<'_, 'd> {
    pub(super) fn parameters(
        &mut self,
        operation: &openapi::Operation<'d>,
        owner: &str,
    ) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        for parameter in &operation.parameters {
            let lowered = self.parameter(parameter, owner);
            let name = lowered.name.to_ascii_lowercase();
            let reserved =
                lowered.location == Location::Header && RESERVED_HEADERS.contains(&name.as_str());
            if !reserved {
                parameters.push(lowered);
            }
        }
        parameters
    }

    fn parameter(&mut self, parameter: &openapi::Parameter<'d>, owner: &str) -> Parameter {
        let data = parameter.data.parameter_data_ref();
        let (location, style, allow_reserved) = travel(&parameter.data);
        let (owner, member) = match &parameter.component {
            Some(component) => (component.as_str(), None),
            None => (owner, Some(data.name.as_str())),
        };
        let path: Vec<&str> = std::iter::once(owner).chain(member).collect();
        let (value, schema) = self.parameter_type(&parameter.value, &path);
        let content = match &parameter.value {
            ParameterValue::Content(content) => Some(content.name.to_ascii_lowercase()),
            ParameterValue::Schema(_) => None,
        };
        let default = schema.and_then(|id| {
            let mut chain = self.chain(id).into_iter();
            let (node, place) =
                chain.find_map(|one| Some((one.default?, one.place.child("default"))))?;
            self.default(node, &place, &[id])
        });
        Parameter {
            name: data.name.clone(),
            pinned_name: parameter.rust_name.map(str::to_owned),
            location,
            required: data.required,
            value,
            style,
            explode: data.explode.unwrap_or(style == Style::Form),
            allow_reserved,
            content,
            default,
            docs: self.use_docs(data.description.as_deref(), data.deprecated, schema),
            place: parameter.place.clone(),
        }
    }

    /// The type of a parameter or header, and the schema that it comes from.
    fn parameter_type(
        &mut self,
        value: &ParameterValue<'d>,
        path: &[&str],
    ) -> (TypeUse, Option<SchemaId>) {
        let schema = match value {
            ParameterValue::Schema(schema) => Some(*schema),
            ParameterValue::Content(content) => content.schema,
        };
        match (schema, value) {
            (Some(schema), _) => (self.type_of(schema, path), Some(schema)),
            (None, ParameterValue::Content(content)) => {
                (self.any(Some(content.place.clone()), path), None)
            }
            (None, ParameterValue::Schema(_)) => (self.any(None, path), None),
        }
    }

    /// What people wrote about a use: at the parameter, else at its schema.
    fn use_docs(
        &self,
        description: Option<&str>,
        deprecated: Option<bool>,
        schema: Option<SchemaId>,
    ) -> Docs {
        let mut written = match schema {
            Some(schema) => docs(self.schema(schema)),
            None => Docs::default(),
        };
        if let Some(description) = description {
            written.description = Some(description.to_owned());
        }
        written.deprecated |= deprecated.unwrap_or(false);
        written
    }

    /// A header field of a response.
    pub(super) fn header(&mut self, header: &ResponseHeader<'d>, path: &[&str]) -> Header {
        let path: Vec<&str> = path.iter().copied().chain([header.name]).collect();
        let (value, schema) = self.parameter_type(&header.value, &path);
        let data = &header.data;
        Header {
            name: header.name.to_owned(),
            required: data.required,
            value,
            docs: self.use_docs(data.description.as_deref(), data.deprecated, schema),
        }
    }
}

/// Location, style, and whether reserved characters are sent as they are.
fn travel(parameter: &openapiv3::Parameter) -> (Location, Style, bool) {
    use openapiv3::Parameter::{Cookie, Header, Path, Query};
    match parameter {
        Query {
            style,
            allow_reserved,
            ..
        } => {
            let style = match style {
                QueryStyle::Form => Style::Form,
                QueryStyle::SpaceDelimited => Style::SpaceDelimited,
                QueryStyle::PipeDelimited => Style::PipeDelimited,
                QueryStyle::DeepObject => Style::DeepObject,
            };
            (Location::Query, style, *allow_reserved)
        }
        Path { style, .. } => {
            let style = match style {
                PathStyle::Simple => Style::Simple,
                PathStyle::Label => Style::Label,
                PathStyle::Matrix => Style::Matrix,
            };
            (Location::Path, style, false)
        }
        Header { .. } => (Location::Header, Style::Simple, false),
        Cookie { .. } => (Location::Cookie, Style::Form, false),
    }
}
