//! Whether defaults fit the schemas that they are given for.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::openapi::{Kind, Schema, SchemaId};
use crate::source::Node;

impl Lowering<'_, '_> {
    /// A default as JSON; one that does not fit its schemas is reported and left out.
    pub(super) fn default(
        &mut self,
        node: &Node,
        place: &Place,
        schemas: &[SchemaId],
    ) -> Option<serde_json::Value> {
        let mut problems = schemas.iter().filter_map(|id| self.misfit(node, *id));
        let Some(problem) = problems.next() else {
            return Some(node.to_json());
        };
        self.report(
            Diagnostic::warning(
                Code::Mismatch,
                format!("the default {problem}; it is ignored"),
            )
            .at(place),
        );
        None
    }

    /// Why a value does not fit a schema, as far as kinds and enumerations tell.
    fn misfit(&self, node: &Node, id: SchemaId) -> Option<String> {
        if *node == Node::Null {
            let open = self.chain(id).iter().all(|schema| {
                schema.kinds.is_empty() && schema.enumeration.is_none() && !schema.has_choice()
            });
            let fits = open || self.admits_null(id);
            return (!fits).then(|| "is null, which the schema does not allow".to_owned());
        }
        for schema in self.chain(id) {
            if let Some(values) = schema.enumeration
                && !values.contains(node)
            {
                return Some("is none of the enumerated values".to_owned());
            }
            let kinds = schema.kinds;
            if !kinds.is_empty() && !kinds.iter().any(|kind| is_of_kind(node, kind)) {
                let found = node.kind();
                return Some(format!("is {found}, which the schema does not allow"));
            }
            if let Some(problem) = self.misfit_inside(node, schema) {
                return Some(problem);
            }
        }
        None
    }
}

impl Lowering<'_, '_> {
    /// Why a part of a value does not fit.
    fn misfit_inside(&self, node: &Node, schema: &Schema<'_>) -> Option<String> {
        match node {
            Node::Text(text) => {
                let format = schema.format.unwrap_or_default();
                (!fits_format(text, format)).then(|| format!("is no {format}"))
            }
            Node::List(items) => {
                let one = schema.items?;
                let problem = items.iter().find_map(|item| self.misfit(item, one))?;
                Some(format!("has an item that {problem}"))
            }
            Node::Object(_) => schema.properties.iter().find_map(|property| {
                let problem = self.misfit(node.get(property.name)?, property.schema)?;
                Some(format!("has a member `{}` that {problem}", property.name))
            }),
            _ => None,
        }
    }
}

/// Whether a text has the look of its format, as far as a reader insists on it.
fn fits_format(text: &str, format: &str) -> bool {
    let shaped = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text
                .bytes()
                .zip(shape.bytes())
                .all(|(found, wanted)| match wanted {
                    b'0' => found.is_ascii_digit(),
                    b'f' => found.is_ascii_hexdigit(),
                    other => found == other,
                })
    };
    match format {
        "uuid" => shaped(text, "ffffffff-ffff-ffff-ffff-ffffffffffff"),
        "date" => shaped(text, "0000-00-00"),
        "date-time" => {
            text.get(..10).is_some_and(|day| shaped(day, "0000-00-00")) && text.len() > 19
        }
        "ipv4" => text.parse::<std::net::Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<std::net::Ipv6Addr>().is_ok(),
        _ => true,
    }
}

fn is_of_kind(node: &Node, kind: Kind) -> bool {
    match (kind, node) {
        (Kind::Null, Node::Null)
        | (Kind::Boolean, Node::Bool(_))
        | (Kind::Number, Node::Number(_))
        | (Kind::Text | Kind::File, Node::Text(_))
        | (Kind::List, Node::List(_))
        | (Kind::Object, Node::Object(_)) => true,
        (Kind::Integer, Node::Number(number)) => {
            number.is_integer() || number.as_f64().fract() == 0.0
        }
        _ => false,
    }
}
