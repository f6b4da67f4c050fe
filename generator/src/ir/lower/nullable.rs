//! Whether `null` is a value of a schema, in all spellings: `nullable`, `type: [x, null]`, a null branch, a null in
//! an enumeration. Nullability belongs to each use of a type, never to the type.

use super::Lowering;
use crate::openapi::{Kind, Kinds, Schema, SchemaId, Schemas};
use crate::source::Node;

/// The answer for each schema, found once for all of them.
pub(super) struct Nullability<'a, 'd> {
    schemas: &'a Schemas<'d>,
    answers: Vec<Answer>,
}

#[derive(Clone, Copy)]
enum Answer {
    /// Nobody asked yet.
    Unknown,
    /// Somebody is asking: a circle, which adds nothing to the answer.
    Asked,
    /// Whether `null` fits; `None` where the schema leaves it open.
    Known(Option<bool>),
}

impl<'a, 'd> Nullability<'a, 'd> {
    /// Finds out for all schemas.
    pub(super) fn of(schemas: &'a Schemas<'d>) -> Self {
        let mut found = Self {
            schemas,
            answers: vec![Answer::Unknown; schemas.len()],
        };
        for id in schemas.ids() {
            found.find(id);
        }
        found
    }

    fn answer(&self, id: SchemaId) -> Answer {
        let answer = self.answers.get(id.index()).copied();
        answer.unwrap_or(Answer::Known(None))
    }

    fn set(&mut self, id: SchemaId, answer: Answer) {
        if let Some(slot) = self.answers.get_mut(id.index()) {
            *slot = answer;
        }
    }

    fn find(&mut self, id: SchemaId) -> Option<bool> {
        match self.answer(id) {
            Answer::Known(answer) => answer,
            Answer::Asked => None,
            Answer::Unknown => {
                self.set(id, Answer::Asked);
                let answer = self.null_fits(self.schemas.get(id));
                self.set(id, Answer::Known(answer));
                answer
            }
        }
    }

    fn null_fits(&mut self, schema: &Schema<'d>) -> Option<bool> {
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
        answers.extend(schema.reference.map(|target| self.find(target)));
        for id in &schema.all_of {
            // A part that is nothing but `nullable: true` was meant for the whole.
            let part = self.schemas.get(*id);
            if part.nullable && part.is_annotation() {
                return Some(true);
            }
            answers.push(self.find(*id));
        }
        for choice in [&schema.one_of, &schema.any_of] {
            if !choice.is_empty() {
                let mut branches = choice.iter().map(|id| self.find(*id));
                answers.push(Some(branches.any(|fits| fits == Some(true))));
            }
        }
        answers
            .into_iter()
            .flatten()
            .reduce(|one, other| one && other)
    }
}

impl Lowering<'_, '_> {
    /// Whether `null` fits a schema that says something about values.
    pub(super) fn admits_null(&self, id: SchemaId) -> bool {
        matches!(self.nullability.answer(id), Answer::Known(Some(true)))
    }

    /// Whether nothing but `null` fits.
    pub(super) fn is_null(&self, id: SchemaId) -> bool {
        let schema = self.referred(id);
        schema.kinds == Kinds::default().with(Kind::Null)
            || matches!(schema.constant, Some(Node::Null))
            || matches!(schema.enumeration, Some([Node::Null]))
    }
}
