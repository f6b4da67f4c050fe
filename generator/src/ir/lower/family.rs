//! Families: a schema with a discriminator and no choice of its own stands for every schema that takes it over by
//! `allOf` (OpenAPI 3.1.1, section 4.8.25.3). Where it is used, it is a union of them; they hold its members.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::combine::derived;
use super::union::TagSource;
use crate::ir::arena::TypeId;
use crate::ir::types::{Dispatch, Shape, TypeUse, Union, Variant};
use crate::openapi::{SchemaId, Schemas};

/// The heirs of each schema that has some.
pub(super) struct Families {
    heirs: BTreeMap<SchemaId, Vec<SchemaId>>,
}

impl Families {
    /// Finds all families among the components.
    pub(super) fn of(schemas: &Schemas<'_>) -> Self {
        let mut heirs: BTreeMap<SchemaId, Vec<SchemaId>> = BTreeMap::new();
        for id in schemas.components() {
            for ancestor in ancestors(schemas, *id) {
                let schema = schemas.get(ancestor);
                if schema.name.is_some() && schema.discriminator.is_some() && !schema.has_choice() {
                    heirs.entry(ancestor).or_default().push(*id);
                }
            }
        }
        Self { heirs }
    }
}

/// The schemas that a schema takes over, and those that they take over, each once.
fn ancestors(schemas: &Schemas<'_>, id: SchemaId) -> BTreeSet<SchemaId> {
    let mut found = BTreeSet::from([id]);
    let mut pending = schemas.get(id).all_of.clone();
    // A reference alone is another name for the same schema; with keywords beside it, it is taken over.
    pending.extend(
        schemas
            .get(id)
            .reference
            .filter(|_| schemas.get(id).has_shape()),
    );
    while let Some(next) = pending.pop() {
        if found.insert(next) {
            pending.extend(&schemas.get(next).all_of);
            pending.extend(schemas.get(next).reference);
        }
    }
    found.remove(&id);
    found
}

impl<'d> Lowering<'_, 'd> {
    /// Whether a schema stands for its heirs.
    pub(super) fn is_family(&self, id: SchemaId) -> bool {
        self.families.heirs.contains_key(&id)
    }

    /// The union that a family is: of its heirs, and of the schema itself if its mapping says so.
    pub(super) fn family(
        &mut self,
        reserved: TypeId,
        id: SchemaId,
        path: &[&str],
    ) -> Option<Shape> {
        let heirs = self.families.heirs.get(&id)?;
        let discriminator = self.schema(id).discriminator.as_ref()?;
        let is_mapped = |one: SchemaId| {
            let mut mapped = discriminator
                .mapping
                .iter()
                .filter_map(|entry| entry.schema);
            mapped.any(|mapped| self.behind(mapped) == one)
        };
        let counts = |one: &SchemaId| !self.is_family(*one) || is_mapped(*one);
        let heirs = heirs.iter().filter(|heir| counts(heir));
        let itself = Some(&id).filter(|_| is_mapped(id));
        let members: Vec<SchemaId> = itself.into_iter().chain(heirs).copied().collect();
        let mut variants = Vec::new();
        for member in &members {
            let name = self.component_name(*member).unwrap_or_default().to_owned();
            let value = if self.is_family(*member) {
                let own: Vec<&str> = path.iter().copied().take(1).chain(["base"]).collect();
                self.own_members(*member, &own)
            } else {
                self.type_of(*member, path)
            };
            variants.push(Variant {
                name,
                value: TypeUse {
                    or_null: false,
                    ..value
                },
                tags: Vec::new(),
            });
        }
        let source = self.tags_from(discriminator, &members);
        self.pending_union(reserved, Some(source));
        Some(Shape::Union(Union {
            variants,
            dispatch: Dispatch::Rules(Vec::new()),
        }))
    }

    /// The record of what a schema says itself, without its heirs.
    fn own_members(&mut self, id: SchemaId, path: &[&str]) -> TypeUse {
        let id = match self.parts(&[id]) {
            Ok(parts) => self.type_of_parts(parts, path),
            Err(()) => {
                let place = self.schema(id).place.clone();
                let reserved = self.types.reserve(derived(path), place);
                self.broken.insert(reserved);
                reserved
            }
        };
        TypeUse { id, or_null: false }
    }

    /// What the discriminator of a family that all branches belong to says about them.
    pub(super) fn inherited_tags(&self, branches: &[SchemaId]) -> Option<TagSource> {
        let all_in = |heirs: &[SchemaId]| {
            branches
                .iter()
                .all(|branch| heirs.contains(&self.behind(*branch)))
        };
        let mut families = self.families.heirs.iter();
        let (parent, _) = families.find(|(_, heirs)| branches.len() > 1 && all_in(heirs))?;
        let discriminator = self.schema(*parent).discriminator.as_ref()?;
        Some(self.tags_from(discriminator, branches))
    }
}
