//! Reading schemas. A schema that is referred to is read when its turn comes, so that recursion costs nothing.

use std::collections::{BTreeMap, VecDeque};

use super::{Discriminator, Kind, Kinds, Mapping, Property, Schema, SchemaId};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::openapi::at::At;
use crate::openapi::reader::{NodeKey, Reader};
use crate::source::Node;

/// How many references may lead from a component to its schema.
const LONGEST_CHAIN: usize = 16;

/// Schemas that have an id and are still to be read.
#[derive(Default)]
pub(in crate::openapi) struct Pending<'d> {
    known: BTreeMap<NodeKey, SchemaId>,
    queue: VecDeque<(SchemaId, At<'d>)>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `components/schemas`.
    pub(in crate::openapi) fn component_schemas(&mut self, at: &At<'d>) {
        let mut members: Vec<(&'d str, SchemaId, At<'d>)> = Vec::new();
        for (name, member) in at.members() {
            let id = self.schemas.reserve(member.place.clone());
            self.pending.known.insert(NodeKey::of(member.node), id);
            self.schemas.components.push(id);
            members.push((name, id, member));
        }
        for (_, id, member) in &mut members {
            if let Some(target) = self.in_another_file(member) {
                self.pending
                    .known
                    .entry(NodeKey::of(target.node))
                    .or_insert_with(|| {
                        *member = target;
                        *id
                    });
            }
        }
        for (name, id, member) in members {
            let mut schema = self.read_schema(&member);
            schema.name = Some(name.to_owned());
            self.schemas.set(id, schema);
        }
    }

    /// The schema in another file that a component is nothing but a reference to: it is the component, by whichever of the
    /// two ways others refer to it.
    fn in_another_file(&self, at: &At<'d>) -> Option<At<'d>> {
        let mut current = at.clone();
        for _ in 0..LONGEST_CHAIN {
            let reference = current.get("$ref")?;
            if current.node.as_object()?.len() > 1 {
                return None;
            }
            let target = self.target_of(&reference.place, reference.node.as_text()?)?;
            if target.node.get("$ref").is_none() {
                return Some(target).filter(|target| target.place.file != 0);
            }
            current = target;
        }
        None
    }

    /// Reads all schemas that were referred to and are not read yet.
    pub(in crate::openapi) fn pending_schemas(&mut self) {
        while let Some((id, at)) = self.pending.queue.pop_front() {
            let mut schema = self.read_schema(&at);
            schema.name = self.declared_name(&at.place);
            self.schemas.set(id, schema);
        }
    }

    /// The schema that stands here.
    pub(in crate::openapi) fn schema(&mut self, at: &At<'d>) -> SchemaId {
        if let Some(id) = self.pending.known.get(&NodeKey::of(at.node)) {
            return *id;
        }
        let id = self.schemas.reserve(at.place.clone());
        self.pending.known.insert(NodeKey::of(at.node), id);
        let schema = self.read_schema(at);
        self.schemas.set(id, schema);
        id
    }

    /// The schema that stands here, to be read later.
    fn later(&mut self, at: At<'d>) -> SchemaId {
        let key = NodeKey::of(at.node);
        if let Some(id) = self.pending.known.get(&key) {
            return *id;
        }
        let id = self.schemas.reserve(at.place.clone());
        self.pending.known.insert(key, id);
        self.pending.queue.push_back((id, at));
        id
    }

    fn read_schema(&mut self, at: &At<'d>) -> Schema<'d> {
        let mut schema = Schema::new(at.place.clone());
        match at.node {
            Node::Bool(value) => schema.boolean = Some(*value),
            Node::Object(_) => {
                let reference = at.get("$ref");
                if let Some(reference) = &reference {
                    self.schema_reference(&mut schema, reference);
                }
                for (key, member) in at.members() {
                    self.schema_keyword(&mut schema, key, &member, at, reference.is_some());
                }
                self.report_empty_ranges(&schema);
                self.report_value_lists(&schema);
            }
            node => {
                let message = format!(
                    "a schema must be an object or a boolean, not {}",
                    node.kind()
                );
                self.report(Diagnostic::error(Code::WrongType, message).at(&at.place));
                schema.broken = true;
            }
        }
        schema
    }

    /// Reports lower counts that are above their upper ones.
    fn report_empty_ranges(&mut self, schema: &Schema<'d>) {
        for (key, bounds) in [
            ("minLength", schema.length),
            ("minItems", schema.item_count),
            ("minProperties", schema.property_count),
        ] {
            if let (Some(minimum), Some(maximum)) = bounds
                && minimum > maximum
            {
                let message = format!("no value fits: `{key}` is {minimum}, the maximum {maximum}");
                let place = schema.place.child(key);
                self.report(Diagnostic::warning(Code::Mismatch, message).at(&place));
            }
        }
    }

    fn schema_reference(&mut self, schema: &mut Schema<'d>, reference: &At<'d>) {
        match self.follow(reference) {
            Some(target) => schema.reference = Some(self.later(target)),
            None => schema.broken = true,
        }
    }

    /// The schema that a parameter or header of Swagger 2.0 is, beside what it says about itself.
    pub(in crate::openapi) fn parameter_schema(&mut self, at: &At<'d>) -> SchemaId {
        const OWN: [&str; 6] = [
            "name",
            "in",
            "description",
            "required",
            "allowEmptyValue",
            "schema",
        ];
        let key = NodeKey::of(at.node);
        if let Some(id) = self.pending.known.get(&key) {
            return *id;
        }
        let mut schema = Schema::new(at.place.clone());
        for (key, member) in at.members() {
            if !OWN.contains(&key) {
                self.schema_keyword(&mut schema, key, &member, at, false);
            }
        }
        let id = self.schemas.reserve(at.place.clone());
        self.pending.known.insert(key, id);
        self.schemas.set(id, schema);
        id
    }

    /// An object schema that the document describes in another way.
    pub(in crate::openapi) fn object_schema(
        &mut self,
        members: Vec<(&'d str, SchemaId)>,
        required: Vec<&'d str>,
        place: Option<Place>,
    ) -> SchemaId {
        let mut schema = Schema::new(place.unwrap_or(Place::root(0)));
        schema.kinds = Kinds::default().with(Kind::Object);
        schema.properties = members
            .into_iter()
            .map(|(name, schema)| Property { name, schema })
            .collect();
        schema.required = required;
        let id = self.schemas.reserve(schema.place.clone());
        self.schemas.set(id, schema);
        id
    }

    /// A list of schemas.
    pub(super) fn schema_list(&mut self, key: &str, at: &At<'d>) -> Vec<SchemaId> {
        if at.node.as_list().is_none() {
            self.wrong_type(key, "a list of schemas", at);
        }
        at.elements().map(|element| self.schema(&element)).collect()
    }

    /// An object of schemas.
    pub(super) fn schema_map(&mut self, key: &str, at: &At<'d>) -> Vec<Property<'d>> {
        if let Some(target) = self.referred_whole(key, at) {
            return self.schema_map(key, &target);
        }
        if at.node.as_object().is_none() {
            self.wrong_type(key, "an object of schemas", at);
        }
        at.members()
            .map(|(name, member)| Property {
                name,
                schema: self.schema(&member),
            })
            .collect()
    }

    /// `discriminator`: an object; Swagger 2.0 and some later documents give the property's name alone.
    pub(super) fn discriminator(&mut self, at: &At<'d>) -> Option<Discriminator<'d>> {
        if let Node::Text(property) = at.node {
            return Some(Discriminator {
                property,
                mapping: Vec::new(),
                otherwise: None,
                place: at.place.clone(),
            });
        }
        if at.node.as_object().is_none() {
            self.wrong_type("discriminator", "an object", at);
            return None;
        }
        let Some(property) = at.get("propertyName") else {
            self.missing("a discriminator", "propertyName", &at.place);
            return None;
        };
        let property = self.text("propertyName", &property)?;
        let otherwise = at.get("defaultMapping").and_then(|default| {
            let text = self.text("defaultMapping", &default)?;
            self.mapped(text, "what stands for no other", &default.place)
        });
        let mapping = at.get("mapping").map(|mapping| self.mapping(&mapping));
        Some(Discriminator {
            property,
            mapping: mapping.unwrap_or_default(),
            otherwise,
            place: at.place.clone(),
        })
    }

    fn mapping(&mut self, at: &At<'d>) -> Vec<Mapping<'d>> {
        if at.node.as_object().is_none() {
            self.wrong_type("mapping", "an object", at);
        }
        let mut mapping = Vec::new();
        for (value, member) in at.members() {
            let Some(text) = self.text("mapping", &member) else {
                continue;
            };
            let schema = self.mapped(text, &format!("the value `{value}`"), &member.place);
            mapping.push(Mapping {
                value,
                schema,
                place: member.place,
            });
        }
        mapping
    }

    /// The schema that a mapping names for `what`; a bare name stands for the component of that name.
    fn mapped(&mut self, text: &str, what: &str, place: &Place) -> Option<SchemaId> {
        let target = self.target_of(place, text).or_else(|| {
            let schemas = self.dialect.schemas_pointer();
            self.target_of(&Place::root(0), &format!("{schemas}/{text}"))
        });
        if target.is_none() {
            let message = format!("`{text}` leads nowhere; {what} has no schema");
            self.report(Diagnostic::warning(Code::Reference, message).at(place));
        }
        target.map(|target| self.later(target))
    }
}
