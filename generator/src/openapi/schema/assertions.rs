//! Keywords that say something about values which no shape keeps.

use super::{Property, Schema, SchemaId};
use crate::openapi::at::At;
use crate::openapi::reader::Reader;

/// What a schema says about values that no shape keeps.
#[derive(Clone, Debug, Default)]
pub struct Assertions<'d> {
    /// `not`.
    pub not: Option<SchemaId>,
    /// `if`.
    pub condition: Option<SchemaId>,
    /// `then`.
    pub then: Option<SchemaId>,
    /// `else`.
    pub otherwise: Option<SchemaId>,
    /// `contains`.
    pub contains: Option<SchemaId>,
    /// `minContains` and `maxContains`.
    pub contains_count: (Option<u64>, Option<u64>),
    /// `propertyNames`.
    pub property_names: Option<SchemaId>,
    /// `dependentRequired`, and lists in `dependencies`.
    pub dependent_required: Vec<(&'d str, Vec<&'d str>)>,
    /// `dependentSchemas`, and schemas in `dependencies`.
    pub dependent_schemas: Vec<Property<'d>>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Option<SchemaId>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<SchemaId>,
}

impl Assertions<'_> {
    /// The keywords.
    pub(super) const KEYWORDS: [&'static str; 13] = [
        "not",
        "if",
        "then",
        "else",
        "contains",
        "minContains",
        "maxContains",
        "propertyNames",
        "dependentRequired",
        "dependentSchemas",
        "dependencies",
        "unevaluatedItems",
        "unevaluatedProperties",
    ];

    /// Whether it says something about what no other keyword speaks of.
    pub fn has_rest(&self) -> bool {
        self.unevaluated_items.is_some() || self.unevaluated_properties.is_some()
    }
}

impl<'d> Reader<'d, '_> {
    /// Reads a keyword of [`Assertions`].
    pub(super) fn assertion(&mut self, schema: &mut Schema<'d>, key: &str, at: &At<'d>) -> bool {
        if !Assertions::KEYWORDS.contains(&key) {
            return false;
        }
        let mut read = schema.assertions.take().unwrap_or_default();
        match key {
            "not" => read.not = Some(self.schema(at)),
            "if" => read.condition = Some(self.schema(at)),
            "then" => read.then = Some(self.schema(at)),
            "else" => read.otherwise = Some(self.schema(at)),
            "contains" => read.contains = Some(self.schema(at)),
            "minContains" => read.contains_count.0 = self.count(key, at),
            "maxContains" => read.contains_count.1 = self.count(key, at),
            "propertyNames" => read.property_names = Some(self.schema(at)),
            "dependentSchemas" => read.dependent_schemas.extend(self.schema_map(key, at)),
            "unevaluatedItems" => read.unevaluated_items = Some(self.schema(at)),
            "unevaluatedProperties" => read.unevaluated_properties = Some(self.schema(at)),
            _ => self.dependencies(&mut read, key, at),
        }
        schema.assertions = Some(read);
        true
    }

    /// Members that demand others: their keys, or, in earlier drafts, a schema.
    fn dependencies(&mut self, read: &mut Assertions<'d>, key: &str, at: &At<'d>) {
        if at.node.as_object().is_none() {
            self.wrong_type(key, "an object", at);
        }
        for (name, member) in at.members() {
            if member.node.as_list().is_some() {
                let required = self.texts(key, &member);
                read.dependent_required.push((name, required));
            } else {
                let schema = self.schema(&member);
                read.dependent_schemas.push(Property { name, schema });
            }
        }
    }
}
