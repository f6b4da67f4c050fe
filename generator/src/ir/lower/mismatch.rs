//! Whether defaults fit the schemas that they are given for.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::openapi::{Kind, SchemaId};
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
        }
        None
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
