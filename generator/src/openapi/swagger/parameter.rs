//! Parameters of 2.0, which are schemas themselves, and those of them that are really the body.

use std::sync::Arc;

use super::forms::PARAMETER;
use crate::openapi::at::At;
use crate::openapi::form::Checked;
use crate::openapi::reader::{NodeKey, Reader};
use crate::openapi::{Parameter, ParameterValue};

/// A parameter that travels in the body: `in: body` or `in: formData`.
#[derive(Clone)]
pub(in crate::openapi) struct Payload<'d> {
    pub(super) at: At<'d>,
    pub(super) name: &'d str,
    pub(super) is_body: bool,
    pub(super) required: bool,
    /// The key in `parameters`, if it was reached by reference.
    pub(super) component: Option<String>,
}

/// What an entry of `parameters` is.
pub(in crate::openapi) enum Entry<'d> {
    Parameter(Arc<Parameter<'d>>),
    Payload(Payload<'d>),
}

impl<'d> Reader<'d, '_> {
    /// An entry of `parameters`, or a reference to one.
    pub(in crate::openapi) fn swagger_parameter(&mut self, at: &At<'d>) -> Option<Entry<'d>> {
        let resolved = self.resolve(at.clone())?;
        let checked = self.check(&PARAMETER, &resolved.at)?;
        if !checked.complete {
            return None;
        }
        let location = checked.text("in")?;
        if matches!(location, "body" | "formData") {
            return Some(Entry::Payload(Payload {
                name: checked.text("name")?,
                is_body: location == "body",
                required: checked.get("required").and_then(|at| at.node.as_bool()) == Some(true),
                at: resolved.at,
                component: resolved.component,
            }));
        }
        let key = NodeKey::of(resolved.at.node);
        if let Some(known) = self.parameters.get(&key) {
            return known.clone().map(Entry::Parameter);
        }
        let parameter = self
            .plain_parameter(&checked, location, &resolved.at, resolved.component)
            .map(Arc::new);
        self.parameters.insert(key, parameter.clone());
        parameter.map(Entry::Parameter)
    }

    fn plain_parameter(
        &mut self,
        checked: &Checked<'d>,
        location: &str,
        at: &At<'d>,
        component: Option<String>,
    ) -> Option<Parameter<'d>> {
        if !self.is_name(
            checked.text("name").unwrap_or_default(),
            location,
            &at.place.child("name"),
        ) {
            return None;
        }
        let mut members =
            checked.json(&["name", "in", "description", "required", "allowEmptyValue"]);
        members.insert("schema".to_owned(), serde_json::json!({"$ref": "#"}));
        if location == "path" {
            members.insert("required".to_owned(), true.into());
        } else if location == "query" {
            let (style, explode) = self.collection_style(checked);
            members.insert("style".to_owned(), style.into());
            members.insert("explode".to_owned(), explode.into());
        }
        Some(Parameter {
            rust_name: self.rust_name(at),
            data: self.typed(members, "the parameter", &at.place)?,
            value: ParameterValue::Schema(self.parameter_schema(at)),
            component,
            place: at.place.clone(),
        })
    }

    /// The style of 3.x that `collectionFormat` stands for.
    fn collection_style(&mut self, checked: &Checked<'d>) -> (&'static str, bool) {
        match checked.text("collectionFormat") {
            Some("multi") => ("form", true),
            Some("ssv") => ("spaceDelimited", false),
            Some("pipes") => ("pipeDelimited", false),
            Some("tsv") => {
                let message = "`collectionFormat: tsv` is not supported; `csv` is used";
                self.tolerate(message, &checked.place.child("collectionFormat"));
                ("form", false)
            }
            _ => ("form", false),
        }
    }
}
