//! From a schema to a type: which schemas merely stand for another one, and which get a type of their own.

use super::Lowering;
use super::branch::is_name;
use super::combine::derived;
use super::complete::Origin;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::arena::TypeId;
use crate::ir::types::{Docs, Foreign, NameHint, Package, Shape, TypeUse};
use crate::openapi::{self, Kind, Schema, SchemaId};

impl<'a, 'd> Lowering<'a, 'd> {
    pub(super) fn schema(&self, id: SchemaId) -> &'a Schema<'d> {
        self.schemas.get(id)
    }

    /// The type of a schema in use. `path` names the owner and the members that lead to the schema.
    pub(super) fn type_of(&mut self, id: SchemaId, path: &[&str]) -> TypeUse {
        let or_null = self.admits_null(id) && !self.is_null(id);
        let id = self.type_id(id, path);
        TypeUse { id, or_null }
    }

    fn type_id(&mut self, id: SchemaId, path: &[&str]) -> TypeId {
        let mut id = id;
        // Bounded, since a circle of references never comes to a schema with a type.
        for _ in 0..self.schemas.len() {
            if let Some(known) = self.known(id) {
                return known;
            }
            match self.stands_for(id) {
                Some(next) => id = next,
                None => break,
            }
        }
        let schema = self.schema(id);
        let declared = schema.name.as_deref().map(|name| [name]);
        let path = declared
            .as_ref()
            .map_or(path, |declared| declared.as_slice());
        let hint = self.hint(schema, path);
        let reserved = self.types.reserve(hint, schema.place.clone());
        if let Some(slot) = self.known.get_mut(id.index()) {
            *slot = Some(reserved);
        }
        self.complete(reserved, Origin::Schema(id), path);
        reserved
    }

    fn known(&self, id: SchemaId) -> Option<TypeId> {
        self.known.get(id.index()).copied().flatten()
    }

    pub(super) fn hint(&self, schema: &Schema<'_>, path: &[&str]) -> NameHint {
        let title = schema.type_name.or(schema.title);
        match (schema.rust_name, &schema.name, title) {
            (Some(name), _, _) => NameHint::Pinned(name.to_owned()),
            (None, Some(name), _) => NameHint::Component(name.clone()),
            (None, None, Some(title)) if is_telling(title, path) => {
                let path = path.iter().map(|part| (*part).to_owned());
                NameHint::Titled(title.to_owned(), path.collect())
            }
            _ => derived(path),
        }
    }

    /// The one schema that this one is but another name for, perhaps with documentation or `null` added: a reference,
    /// an `allOf` of one, or a choice with one branch.
    pub(super) fn stands_for(&self, id: SchemaId) -> Option<SchemaId> {
        let schema = self.schema(id);
        self.base(id)
            .filter(|_| !schema.has_constraints() && schema.assertions.is_none())
    }

    /// The one schema that this one takes its shape from, perhaps with constraints added.
    pub(super) fn base(&self, id: SchemaId) -> Option<SchemaId> {
        let schema = self.schema(id);
        let is_own = schema.rust_name.is_some() || schema.rust_type.is_some();
        let has_rest = schema.assertions.as_ref().is_some_and(|one| one.has_rest());
        if schema.broken || is_own || schema.has_members() || has_rest {
            return None;
        }
        let says_something = |id: &&SchemaId| !self.schema(**id).is_annotation();
        let all_of: Vec<SchemaId> = schema
            .all_of
            .iter()
            .filter(says_something)
            .copied()
            .collect();
        // An heir that adds nothing is still another member of the family.
        let is_heir = |only: &SchemaId| schema.name.is_some() && self.is_family(self.target(*only));
        let base = match (schema.reference, all_of.as_slice(), schema.has_choice()) {
            (None, [only], false) if is_heir(only) => return None,
            (Some(target), [], false) => target,
            (None, [only], false) => *only,
            (None, [], true) => match self.branches(id).as_slice() {
                [only] => *only,
                _ => return None,
            },
            _ => return None,
        };
        // `type` beside it, if it says again what the base says, adds nothing.
        let kinds = schema.kinds.without(Kind::Null);
        let same = kinds.is_empty() || kinds == self.referred(base).kinds.without(Kind::Null);
        same.then_some(base)
    }

    /// The schema behind plain references.
    pub(super) fn referred(&self, id: SchemaId) -> &'a Schema<'d> {
        self.schema(self.target(id))
    }

    fn target(&self, id: SchemaId) -> SchemaId {
        let mut current = id;
        for _ in 0..self.schemas.len() {
            match self.schema(current).reference {
                Some(target) if !self.schema(current).has_shape() => current = target,
                _ => break,
            }
        }
        current
    }

    /// The schema at the end of all references and single-part combinations.
    pub(super) fn behind(&self, id: SchemaId) -> SchemaId {
        let known = self.behind.get(id.index());
        known.map_or(id, |known| *known.get_or_init(|| self.end_behind(id)))
    }

    fn end_behind(&self, id: SchemaId) -> SchemaId {
        let mut current = id;
        for _ in 0..self.schemas.len() {
            match self.stands_for(current) {
                Some(next) => current = next,
                None => return current,
            }
        }
        id
    }

    /// The name of the component that a schema is or stands for.
    pub(super) fn component_name(&self, id: SchemaId) -> Option<&'a str> {
        let mut current = id;
        for _ in 0..self.schemas.len() {
            if let Some(name) = &self.schema(current).name {
                return Some(name);
            }
            current = self.stands_for(current)?;
        }
        None
    }

    /// Completes the type that was reserved for a schema.
    pub(super) fn define(&mut self, reserved: TypeId, id: SchemaId, path: &[&str]) {
        let schema = self.schema(id);
        let one = self.types.get_mut(reserved);
        one.docs = docs(schema);
        one.replacement = schema.rust_type.as_ref().map(foreign);
        one.traits = schema.rust_derive.iter().map(foreign).collect();
        if self.schema(id).broken {
            self.broken.insert(reserved);
            return;
        }
        if let Some(next) = self.stands_for(id) {
            if self.stands_for(self.behind(id)).is_some() {
                self.report_circle(id, reserved);
                return;
            }
            let target = self.type_id(next, path);
            let target = TypeUse {
                id: target,
                or_null: false,
            };
            self.types.get_mut(reserved).shape = Shape::Alias(target);
            return;
        }
        if let Some(base) = self.base(id) {
            let target = self.type_id(base, path);
            let mut constraints = self.constraints(&[self.schema(id)]);
            constraints.conditions = self.asserted(self.schema(id));
            let completed = self.types.get_mut(reserved);
            completed.shape = Shape::Alias(TypeUse {
                id: target,
                or_null: false,
            });
            completed.constraints = constraints;
            return;
        }
        if let Some(shape) = self.family(reserved, id, path) {
            self.types.get_mut(reserved).shape = shape;
            return;
        }
        match self.parts(&[id]) {
            Ok(parts) => self.define_parts(reserved, &parts, path),
            Err(()) => self.report_circle(id, reserved),
        }
    }

    pub(super) fn report_circle(&mut self, id: SchemaId, reserved: TypeId) {
        let schema = self.schema(id);
        let message = match &schema.name {
            Some(name) => format!("the schema `{name}` is made of itself"),
            None => "the schema is made of itself".to_owned(),
        };
        let place = schema.place.key();
        self.report(
            Diagnostic::error(Code::Reference, message).at(&place).help(
                "a schema may hold itself in a property or list, but not be a part of itself",
            ),
        );
        self.broken.insert(reserved);
    }
}

/// Whether a title is a name, and not just that of the member, written in another way.
fn is_telling(title: &str, path: &[&str]) -> bool {
    let letters = |text: &str| {
        let letters = text.chars().filter(|one| one.is_alphanumeric());
        letters.collect::<String>().to_lowercase()
    };
    is_name(title)
        && path
            .last()
            .is_none_or(|member| letters(member) != letters(title))
}

fn foreign(one: &openapi::Foreign<'_>) -> Foreign {
    let package = one.package.as_ref().map(|package| Package {
        name: package.name.to_owned(),
        version: package.version.to_owned(),
        features: package.features.iter().map(|&one| one.to_owned()).collect(),
    });
    Foreign {
        name: one.name.to_owned(),
        package,
        place: Some(one.place.clone()),
    }
}

/// What people wrote about a schema.
pub(super) fn docs(schema: &Schema<'_>) -> Docs {
    Docs {
        title: schema.title.map(str::to_owned),
        description: schema.description.map(str::to_owned),
        examples: schema.examples.iter().map(|node| node.to_json()).collect(),
        deprecated: schema.deprecated,
    }
}
