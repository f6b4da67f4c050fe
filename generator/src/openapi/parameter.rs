//! Reading parameters and response headers.

use std::sync::Arc;

use super::at::At;
use super::content::is_token;
use super::form::{Checked, key_of};
use super::forms::{HEADER, PARAMETER};
use super::reader::{NodeKey, Reader};
use super::version::Version;
use super::{MediaType, Parameter, ParameterValue, ResponseHeader};
use crate::diagnostic::{Code, Diagnostic, Place};

/// The media type of forms.
const FORM: &str = "application/x-www-form-urlencoded";

/// The members that `openapiv3` reads; the schema or content is lifted out.
const PLAIN: [&str; 8] = [
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "explode",
    "allowReserved",
];

/// The styles that a location allows (OpenAPI 3.1.1, section 4.8.12.3).
fn styles(location: &str) -> &'static [&'static str] {
    match location {
        "path" => &["matrix", "label", "simple"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        _ => &["form", "cookie"],
    }
}

impl<'d> Reader<'d, '_> {
    /// A parameter, or a reference to one.
    pub(super) fn parameter(&mut self, at: &At<'d>) -> Option<Arc<Parameter<'d>>> {
        let resolved = self.resolve(at.clone())?;
        let key = NodeKey::of(resolved.at.node);
        if let Some(known) = self.parameters.get(&key) {
            return known.clone();
        }
        let parameter = self
            .read_parameter(&resolved.at, resolved.component)
            .map(Arc::new);
        self.parameters.insert(key, parameter.clone());
        parameter
    }

    fn read_parameter(&mut self, at: &At<'d>, component: Option<String>) -> Option<Parameter<'d>> {
        let checked = self.check(&PARAMETER, at)?;
        let value = self.parameter_value(&checked, "a parameter");
        // Only what leads nowhere counts.
        let _ = self.examples(&checked);
        if !checked.complete {
            return None;
        }
        let stated = checked.text("in").unwrap_or_default();
        if stated == "querystring" {
            self.is_known_yet("`in: querystring`", Version::V3_2, &at.place.child("in"));
        }
        let (location, value) = match (stated, value) {
            ("querystring", value) => ("query", self.whole_query(value, at)),
            other => other,
        };
        if !self.is_name(
            checked.text("name").unwrap_or_default(),
            location,
            &at.place.child("name"),
        ) {
            return None;
        }
        let mut members = checked.json(&PLAIN);
        members.insert("schema".to_owned(), serde_json::json!({"$ref": "#"}));
        members.insert("in".to_owned(), location.into());
        // `cookie` is how `form` is written in a cookie anyway.
        let style = self.style(&checked, location);
        if let Some(style) = style.filter(|style| *style != "cookie") {
            members.insert("style".to_owned(), style.into());
        }
        if location == "path" && members.get("required") != Some(&true.into()) {
            let message = "a path parameter must say `required: true`; it is read as if it did";
            let place = match checked.get("required") {
                Some(stated) => stated.place.clone(),
                None => key_of(&at.place),
            };
            self.tolerate(message, &place);
            members.insert("required".to_owned(), true.into());
        }
        Some(Parameter {
            rust_name: self.rust_name(at),
            data: self.typed(members, "the parameter", &at.place)?,
            value: value?,
            component,
            place: at.place.clone(),
        })
    }

    /// The value of a parameter that is the whole query (`in: querystring`, since 3.2). A form is written as the object
    /// that a parameter in the query explodes to.
    fn whole_query(
        &mut self,
        value: Option<ParameterValue<'d>>,
        at: &At<'d>,
    ) -> Option<ParameterValue<'d>> {
        match value? {
            ParameterValue::Content(MediaType {
                name,
                schema: Some(schema),
                ..
            }) if name.eq_ignore_ascii_case(FORM) => Some(ParameterValue::Schema(schema)),
            _ => {
                let message = format!("`in: querystring` is supported with `{FORM}` only");
                let place = at.place.child("in");
                self.report(Diagnostic::error(Code::Unsupported, message).at(&place));
                None
            }
        }
    }

    /// Whether a text can be a name at a location; if not, it is reported.
    pub(super) fn is_name(&mut self, name: &str, location: &str, place: &Place) -> bool {
        let fits = match location {
            "header" | "cookie" => is_token(name),
            _ => !name.is_empty(),
        };
        if !fits {
            let message = format!(
                "`{}` cannot be the name of a {location} field",
                name.escape_debug()
            );
            self.report(Diagnostic::error(Code::WrongType, message).at(place));
        }
        fits
    }

    /// The style, if it is one that the location allows.
    fn style(&mut self, checked: &Checked<'d>, location: &str) -> Option<&'d str> {
        let at = checked.get("style")?;
        let style = checked.text("style")?;
        let allowed = styles(location);
        if allowed.contains(&style) {
            return Some(style);
        }
        let known = ["path", "query", "header", "cookie"];
        if known
            .iter()
            .any(|location| styles(location).contains(&style))
        {
            let default = if location == "query" {
                "form"
            } else {
                "simple"
            };
            let message = format!("`style: {style}` is not for {location}; `{default}` is used");
            let allowed = allowed.join("`, `");
            self.report(
                Diagnostic::error(Code::UnknownWord, message)
                    .at(&at.place)
                    .help(format!("allowed are `{allowed}`")),
            );
        } else {
            self.unknown_word("style", style, allowed, &at.place);
        }
        None
    }

    /// `schema` or `content`: one of them, and `content` with one media type.
    fn parameter_value(&mut self, checked: &Checked<'d>, what: &str) -> Option<ParameterValue<'d>> {
        let content = checked.get("content");
        if let Some(at) = checked.get("schema") {
            if let Some(content) = content {
                let message = "`schema` and `content` exclude each other; `content` is ignored";
                self.report(
                    Diagnostic::error(Code::ExclusiveKeys, message)
                        .at(&content.place.key())
                        .related(&at.place.key(), "this one counts"),
                );
            }
            return Some(ParameterValue::Schema(self.schema(at)));
        }
        let Some(content) = content else {
            self.missing(what, "schema", &checked.place);
            return None;
        };
        for key in ["style", "explode", "allowReserved"] {
            if let Some(at) = checked.get(key) {
                let message = format!(
                    "`{key}` says how a `schema` is written, and is ignored beside `content`"
                );
                let place = at.place.key();
                self.report(Diagnostic::warning(Code::ExclusiveKeys, message).at(&place));
            }
        }
        let mut contents = self.contents(content);
        if contents.len() != 1 {
            let message = format!("`content` of {what} must have one media type");
            let place = content.place.key();
            self.report(Diagnostic::error(Code::WrongType, message).at(&place));
        }
        match contents.len() {
            1 => contents.pop().map(ParameterValue::Content),
            _ => None,
        }
    }

    /// A header field of a response, or a reference to one. `None` where it cannot be read.
    pub(super) fn response_header(
        &mut self,
        name: &'d str,
        at: &At<'d>,
    ) -> Option<ResponseHeader<'d>> {
        if !self.is_name(name, "header", &at.place.key()) {
            return None;
        }
        let at = self.resolve(at.clone())?.at;
        let checked = self.check(&HEADER, &at)?;
        let value = self.parameter_value(&checked, "a header");
        // Only what leads nowhere counts.
        let _ = self.examples(&checked);
        self.style(&checked, "header");
        let mut members = checked.json(&["description", "required", "deprecated"]);
        members.insert("schema".to_owned(), serde_json::json!({"$ref": "#"}));
        Some(ResponseHeader {
            name,
            data: self.typed(members, "the header", &at.place)?,
            value: value?,
            place: at.place,
        })
    }
}
