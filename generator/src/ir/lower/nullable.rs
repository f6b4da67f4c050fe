//! Whether `null` is a value of a schema, in all spellings: `nullable`, `type: [x, null]`, a null branch, a null in
//! an enumeration. Nullability belongs to each use of a type, never to the type.

use super::Lowering;
use crate::openapi::{Kind, Kinds, SchemaId};
use crate::source::Node;

impl Lowering<'_, '_> {
    /// Whether `null` fits a schema that says something about values.
    pub(super) fn admits_null(&self, id: SchemaId) -> bool {
        self.null_fits(id, &mut Vec::new()) == Some(true)
    }

    /// Whether nothing but `null` fits.
    pub(super) fn is_null(&self, id: SchemaId) -> bool {
        let schema = self.referred(id);
        schema.kinds == Kinds::default().with(Kind::Null)
            || matches!(schema.constant, Some(Node::Null))
            || matches!(schema.enumeration, Some([Node::Null]))
    }

    /// Whether `null` fits; `None` where the schema leaves it open.
    fn null_fits(&self, id: SchemaId, seen: &mut Vec<SchemaId>) -> Option<bool> {
        if seen.contains(&id) {
            return None;
        }
        seen.push(id);
        let schema = self.schema(id);
        if schema.nullable {
            return Some(true);
        }
        if !schema.kinds.is_empty() {
            return Some(schema.kinds.contains(Kind::Null));
        }
        if let Some(constant) = schema.constant {
            return Some(*constant == Node::Null);
        }
        if let Some(values) = schema.enumeration {
            return Some(values.contains(&Node::Null));
        }
        let mut answers: Vec<Option<bool>> = Vec::new();
        answers.extend(schema.reference.map(|target| self.null_fits(target, seen)));
        for part in &schema.all_of {
            // A part that is nothing but `nullable: true` was meant for the whole.
            let part_schema = self.schema(*part);
            let says_only_null =
                part_schema.nullable && part_schema.reference.is_none() && !part_schema.has_shape();
            if says_only_null {
                return Some(true);
            }
            answers.push(self.null_fits(*part, seen));
        }
        for choice in [&schema.one_of, &schema.any_of] {
            if !choice.is_empty() {
                let mut branches = choice
                    .iter()
                    .map(|id| self.null_fits(*id, &mut seen.clone()));
                answers.push(Some(branches.any(|fits| fits == Some(true))));
            }
        }
        answers
            .into_iter()
            .flatten()
            .reduce(|one, other| one && other)
    }
}
