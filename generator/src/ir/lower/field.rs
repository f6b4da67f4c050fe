//! The members of a record, with what is said about them where they are used.

use super::Lowering;
use super::schema::docs;
use crate::ir::types::{Direction, Docs, Field};
use crate::openapi::{Schema, SchemaId};

impl<'a, 'd> Lowering<'a, 'd> {
    /// A member. Several schemas, where several parts of the record declare it; all of them apply.
    pub(super) fn field(
        &mut self,
        name: &'d str,
        declared: &[SchemaId],
        required: bool,
        path: &[&str],
    ) -> Field {
        let path: Vec<&str> = path.iter().copied().chain([name]).collect();
        let value = self.type_of_all(declared, &path);
        // The last part has the say, which is the record's own declaration.
        let own = || declared.iter().rev();
        let used = || own().map(|id| self.schema(*id));
        let behind = || own().flat_map(|id| self.chain(*id));
        let docs = used().map(docs).find(|docs| *docs != Docs::default());
        let direction = if behind().any(|schema| schema.read_only) {
            Direction::ReadOnly
        } else if behind().any(|schema| schema.write_only) {
            Direction::WriteOnly
        } else {
            Direction::Both
        };
        let unnamed = || used().filter(|schema| schema.name.is_none());
        let pinned_name = unnamed()
            .find_map(|schema| schema.rust_name)
            .or_else(|| used().find_map(|schema| schema.field_name));
        let place = used().next().map(|schema| schema.place.clone());
        let default =
            behind().find_map(|schema| Some((schema.default?, schema.place.child("default"))));
        Field {
            wire_name: name.to_owned(),
            pinned_name: pinned_name.map(str::to_owned),
            value,
            required,
            docs: docs.unwrap_or_default(),
            direction,
            place: place.unwrap_or(crate::diagnostic::Place::root(0)),
            default: default.and_then(|(node, place)| self.default(node, &place, declared)),
        }
    }

    /// A schema and those that it stands for, outermost first: annotations of all of them hold for its use.
    pub(super) fn chain(&self, id: SchemaId) -> Vec<&'a Schema<'d>> {
        let mut chain = vec![self.schema(id)];
        let mut current = id;
        while let Some(next) = self.base(current)
            && chain.len() <= self.schemas.len()
        {
            chain.push(self.schema(next));
            current = next;
        }
        chain
    }
}
