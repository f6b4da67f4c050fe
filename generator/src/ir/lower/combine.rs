//! Schemas that apply together: `allOf`, `$ref` with keywords beside it, a property that several parts declare,
//! a branch of a choice with what stands beside the choice. All of them become one list of parts, and the parts one type.

use std::collections::BTreeSet;

use super::Lowering;
use super::complete::Origin;
use crate::diagnostic::Place;
use crate::ir::arena::TypeId;
use crate::ir::types::{NameHint, TypeUse};
use crate::openapi::{Schema, SchemaId};
use crate::source::exceeded;

/// The keywords of one schema, without its `$ref` and `allOf`, whose parts stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) schema: SchemaId,
    /// Whether its `oneOf` still counts; it does not in the types that are made for the branches.
    pub(super) one_of: bool,
    /// The same for `anyOf`.
    pub(super) any_of: bool,
    /// The same for what it says that no shape keeps.
    pub(super) conditions: bool,
}

/// Parts while they are found, each once.
#[derive(Default)]
struct Found {
    parts: Vec<Part>,
    schemas: BTreeSet<SchemaId>,
}

impl<'a, 'd> Lowering<'a, 'd> {
    /// All parts of schemas that apply together: what is referred to first, a schema's own keywords last.
    /// `Err` where a schema is part of itself.
    pub(super) fn parts(&self, ids: &[SchemaId]) -> Result<Vec<Part>, ()> {
        let mut found = Found::default();
        for id in ids {
            self.add_parts(*id, &mut Vec::new(), &mut found)?;
        }
        Ok(found.parts)
    }

    fn add_parts(
        &self,
        id: SchemaId,
        above: &mut Vec<SchemaId>,
        found: &mut Found,
    ) -> Result<(), ()> {
        if above.contains(&id) {
            return Err(());
        }
        if found.schemas.contains(&id) {
            return Ok(());
        }
        above.push(id);
        let schema = self.schema(id);
        for below in schema.reference.iter().chain(&schema.all_of) {
            self.add_parts(*below, above, found)?;
        }
        above.pop();
        // A schema that takes over the choice in which it stands means only what stands beside the choice.
        let counts = |choice: &[SchemaId]| {
            let mut branches = choice.iter().map(|branch| self.behind(*branch));
            !branches.any(|branch| above.contains(&branch))
        };
        found.schemas.insert(id);
        found.parts.push(Part {
            schema: id,
            one_of: counts(&schema.one_of),
            any_of: counts(&schema.any_of),
            conditions: true,
        });
        Ok(())
    }

    /// The schemas of parts.
    pub(super) fn schemas_of(&self, parts: &[Part]) -> Vec<&'a Schema<'d>> {
        parts.iter().map(|part| self.schema(part.schema)).collect()
    }

    /// The type of values that fit all of these schemas, of which there is at least one.
    pub(super) fn type_of_all(&mut self, ids: &[SchemaId], path: &[&str]) -> TypeUse {
        let says_something = |id: &&SchemaId| !self.schema(**id).is_annotation();
        let mut essential: Vec<SchemaId> = ids.iter().filter(says_something).copied().collect();
        essential.dedup_by_key(|id| self.behind(*id));
        match (essential.as_slice(), ids) {
            ([only], _) | ([], [only, ..]) => self.type_of(*only, path),
            (several, _) => {
                let or_null = several.iter().all(|id| self.admits_null(*id));
                let id = match self.parts(several) {
                    Ok(parts) => self.type_of_parts(parts, path),
                    Err(()) => {
                        let reserved = self.reserve_for(several.first().copied(), path);
                        self.broken.insert(reserved);
                        reserved
                    }
                };
                TypeUse { id, or_null }
            }
        }
    }

    /// The type of values that fit all of these parts.
    pub(super) fn type_of_parts(&mut self, parts: Vec<Part>, path: &[&str]) -> TypeId {
        if let Some(known) = self.combined.get(&parts) {
            return *known;
        }
        let reserved = self.reserve_for(parts.last().map(|part| part.schema), path);
        self.combined.insert(parts.clone(), reserved);
        let limit = self.description.most_types;
        if self.combined.len() as u64 > limit {
            if !std::mem::replace(&mut self.has_too_many_types, true) {
                let what = "schemas that apply together make too many types";
                let place = self.types.get(reserved).place.key();
                self.report(exceeded("types", what, limit).at(&place));
            }
            self.broken.insert(reserved);
            return reserved;
        }
        self.complete(reserved, Origin::Parts(parts), path);
        reserved
    }

    /// A type named for its place, which stands where this schema stands.
    fn reserve_for(&mut self, schema: Option<SchemaId>, path: &[&str]) -> TypeId {
        match schema.map(|id| self.schema(id)) {
            Some(schema) if schema.name.is_none() => {
                let hint = self.hint(schema, path);
                self.types.reserve(hint, schema.place.clone())
            }
            Some(schema) => self.types.reserve(derived(path), schema.place.clone()),
            None => self.types.reserve(derived(path), Place::root(0)),
        }
    }
}

/// A name made up from a place.
pub(super) fn derived(path: &[&str]) -> NameHint {
    NameHint::Derived(path.iter().map(|part| (*part).to_owned()).collect())
}
