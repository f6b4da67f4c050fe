//! The parameters of a request, held against the document.

use std::borrow::Cow;

use axum::http::header::COOKIE;
use axum::http::request::Parts;
use serde_json::Value;
use specwright_core::ir::{self, Location, Parameter};
use specwright_templates::codec::parameter::{Encoding, Style};
use specwright_templates::codec::parameter_read::{
    Node, Pairs, cookies, header, named, pairs, path,
};
use specwright_templates::codec::problem::{self, Problem};

use super::engine::Engine;
use super::routes::Found;
use super::texts::Texts;

/// The texts that parameters are read from.
struct Sent<'r> {
    query: Pairs,
    cookies: Pairs,
    holes: &'r [(String, String)],
    parts: &'r Parts,
}

impl Engine {
    /// Everything that is wrong with the parameters of a request.
    pub(super) fn parameter_problems(&self, found: &Found<'_>, parts: &Parts) -> Vec<Problem> {
        let fields = parts.headers.get_all(COOKIE).iter();
        let fields = fields.filter_map(|field| field.to_str().ok());
        let sent = Sent {
            query: pairs(parts.uri.query().unwrap_or_default()),
            cookies: fields.flat_map(cookies).collect(),
            holes: &found.holes,
            parts,
        };
        let parameters = &found.operation.parameters;
        parameters
            .iter()
            .flat_map(|one| self.problems_of(one, parameters, &sent))
            .collect()
    }

    fn problems_of(&self, one: &Parameter, all: &[Parameter], sent: &Sent<'_>) -> Vec<Problem> {
        let problem = |pointer: &str, code, message: String| Problem {
            location: location(one.location),
            pointer: format!("{}{pointer}", one.name),
            code,
            message,
        };
        match self.value_of(one, all, sent) {
            Err((code, message)) => vec![problem("", code, message)],
            Ok(None) if one.required => {
                vec![problem(
                    "",
                    "required",
                    "this parameter is required".to_owned(),
                )]
            }
            Ok(None) => Vec::new(),
            Ok(Some(value)) => {
                let found = self.fit().problems(&value, one.value).into_iter();
                found
                    .map(|found| problem(&found.pointer, found.code, found.message))
                    .collect()
            }
        }
    }

    /// What was sent, as JSON; the error is a code and a sentence.
    fn value_of(
        &self,
        one: &Parameter,
        all: &[Parameter],
        sent: &Sent<'_>,
    ) -> Result<Option<Value>, (&'static str, String)> {
        let style = style(one.style);
        let named = |pairs, encoding| match &one.content {
            // The text is a document; nothing of it is a separator.
            Some(_) => Ok(named(pairs, &one.name, Style::Form, false, encoding)),
            None => Ok(named(pairs, &one.name, style, one.explode, encoding)),
        };
        let values: Vec<&str>;
        let node = match one.location {
            Location::Query => named(&sent.query, Encoding::Form)?,
            Location::Cookie => named(&sent.cookies, Encoding::Percent)?,
            Location::Header => {
                let fields = sent.parts.headers.get_all(&one.name).iter();
                values = fields.filter_map(|field| field.to_str().ok()).collect();
                header(&values, one.explode)
            }
            Location::Path => {
                let hole = sent.holes.iter().find(|(name, _)| *name == one.name);
                match hole {
                    Some((name, raw)) => {
                        let read = path(raw, name, style, one.explode);
                        Some(read.map_err(|message| ("style", message))?)
                    }
                    None => None,
                }
            }
        };
        let Some(node) = node else {
            return Ok(None);
        };
        match &one.content {
            Some(media_type) if media_type.contains("json") => json(&node).map(Some),
            _ => {
                let others = all.iter().filter(|other| other.name != one.name);
                let others = others.map(|other| other.name.as_str()).collect();
                Ok(Texts::new(self, others).value(&node, one.value))
            }
        }
    }
}

/// The JSON in a text.
fn json(node: &Node<'_>) -> Result<Value, (&'static str, String)> {
    let Node::Text(raw) = node else {
        return Err(("repeated", "is given more than once".to_owned()));
    };
    let text = raw.decoded().unwrap_or(Cow::Borrowed(""));
    serde_json::from_str(&text).map_err(|error| ("syntax", format!("must be JSON: {error}")))
}

fn location(location: Location) -> problem::Location {
    match location {
        Location::Path => problem::Location::Path,
        Location::Query => problem::Location::Query,
        Location::Header => problem::Location::Header,
        Location::Cookie => problem::Location::Cookie,
    }
}

fn style(style: ir::Style) -> Style {
    match style {
        ir::Style::Simple => Style::Simple,
        ir::Style::Label => Style::Label,
        ir::Style::Matrix => Style::Matrix,
        ir::Style::Form => Style::Form,
        ir::Style::SpaceDelimited => Style::SpaceDelimited,
        ir::Style::PipeDelimited => Style::PipeDelimited,
        ir::Style::DeepObject => Style::DeepObject,
    }
}
