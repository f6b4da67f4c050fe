//! From the document's model to the API's meaning. The schemas of `components` come first, in the document's order;
//! then the operations, whose own schemas are lowered where they are met; last, when all types are known, it is decided how
//! the branches of each union are told apart.

mod body;
mod branch;
mod combine;
mod complete;
mod condition;
mod constraints;
mod directions;
mod dispatch;
mod enumeration;
mod family;
mod field;
mod kinds;
mod mismatch;
mod nullable;
mod operation;
mod pagination;
mod parameter;
mod path;
mod reach;
mod record;
mod rules;
mod schema;
mod security;
mod shape;
mod stream;
mod union;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::arena::{TypeId, Types};
use super::condition::{ConditionId, Conditions};
use super::types::NameHint;
use super::{Api, Server, ServerVariable, Tag};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::openapi::{self, Description, SchemaId, Schemas};
use crate::source::Node;
use combine::Part;
use complete::{Completion, Origin};
use family::Families;
use nullable::Nullability;
use union::PendingUnion;

/// Lowers a description. What cannot be lowered faithfully is reported and left out; all the rest stays.
pub fn lower(description: &Description<'_>, diagnostics: &mut Diagnostics) -> Api {
    let mut lowering = Lowering {
        description,
        schemas: &description.schemas,
        types: Types::default(),
        nullability: Nullability::of(&description.schemas),
        families: Families::of(&description.schemas),
        known: vec![None; description.schemas.len()],
        behind: vec![OnceCell::new(); description.schemas.len()],
        combined: BTreeMap::new(),
        completion: Completion::default(),
        conditions: Conditions::default(),
        condition_ids: BTreeMap::new(),
        open_conditions: Vec::new(),
        examples: BTreeMap::new(),
        unions: Vec::new(),
        broken: BTreeSet::new(),
        has_too_many_types: false,
        diagnostics,
    };
    lowering.components();
    let schemes = lowering.schemes();
    let mut operations = lowering.operations();
    lowering.complete_conditions();
    lowering.types.end_circles();
    lowering.frame_streams(&mut operations);
    lowering.split_directions(&mut operations);
    lowering.decide_dispatch();
    let operations = lowering.without_broken(operations);
    Api {
        title: description.info.title.clone(),
        version: description.info.version.clone(),
        description: description.info.description.clone(),
        servers: servers(description),
        tags: tags(description, &operations),
        schemes,
        types: lowering.types,
        conditions: lowering.conditions,
        operations,
    }
}

/// The work in progress.
struct Lowering<'a, 'd> {
    description: &'a Description<'d>,
    schemas: &'a Schemas<'d>,
    nullability: Nullability<'a, 'd>,
    families: Families,
    types: Types,
    /// The type of each schema that was met.
    known: Vec<Option<TypeId>>,
    /// The schema that each one stands for in the end, where that was asked for.
    behind: Vec<OnceCell<SchemaId>>,
    /// The type of each set of schemas that apply together.
    combined: BTreeMap<Vec<Part>, TypeId>,
    /// The types that are being completed.
    completion: Completion,
    /// The conditions that others lead to, and the schema of each.
    conditions: Conditions,
    condition_ids: BTreeMap<SchemaId, ConditionId>,
    /// Those that are not yet complete.
    open_conditions: Vec<(ConditionId, SchemaId)>,
    /// The examples that were met, by the nodes that hold them: many contents may lead to one.
    examples: BTreeMap<*const Node, Arc<serde_json::Value>>,
    /// Unions that still lack their dispatch.
    unions: Vec<PendingUnion>,
    /// Types that could not be lowered; whatever needs one is left out.
    broken: BTreeSet<TypeId>,
    /// Whether it was reported that there are too many types.
    has_too_many_types: bool,
    diagnostics: &'a mut Diagnostics,
}

impl Lowering<'_, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// All schemas of `components`: first an id for each, so that they can refer to one another, then their shapes.
    fn components(&mut self) {
        let components = self.schemas.components();
        for id in components {
            let schema = self.schemas.get(*id);
            let hint = match schema.rust_name {
                Some(name) => NameHint::Pinned(name.to_owned()),
                None => NameHint::Component(schema.name.clone().unwrap_or_default()),
            };
            let reserved = self.types.reserve(hint, schema.place.clone());
            if let Some(slot) = self.known.get_mut(id.index()) {
                *slot = Some(reserved);
            }
        }
        for id in components {
            if let Some(Some(reserved)) = self.known.get(id.index()).copied() {
                let name = self.schemas.get(*id).name.as_deref().unwrap_or_default();
                self.complete(reserved, Origin::Schema(*id), &[name]);
            }
        }
    }
}

fn servers(description: &Description<'_>) -> Vec<Server> {
    let variable = |one: &openapi::ServerVariable| ServerVariable {
        name: one.name.clone(),
        default: one.default.clone(),
        values: one.values.clone(),
        description: one.description.clone(),
    };
    let servers = description.servers.iter().map(|server| Server {
        url: server.url.clone(),
        template: server.template.clone(),
        variables: server.variables.iter().map(variable).collect(),
        name: server.name.clone(),
        description: server.description.clone(),
    });
    servers.collect()
}

/// The declared tags, then those that operations only use.
fn tags(description: &Description<'_>, operations: &[super::Operation]) -> Vec<Tag> {
    let declared = description.tags.iter().map(|tag| Tag {
        name: tag.name.to_owned(),
        summary: tag.summary.map(str::to_owned),
        description: tag.description.or(tag.summary).map(str::to_owned),
        parent: tag.parent.map(str::to_owned),
    });
    let used = operations.iter().flat_map(|operation| &operation.tags);
    let used = used.map(|name| Tag {
        name: name.clone(),
        summary: None,
        description: None,
        parent: None,
    });
    let mut seen = BTreeSet::new();
    let new = |tag: &Tag| seen.insert(tag.name.clone());
    declared.chain(used).filter(new).collect()
}
