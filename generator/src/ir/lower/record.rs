//! Objects: records with named members, and maps whose keys are data.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::Lowering;
use super::combine::Part;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::types::{Extra, Field, Record, Shape, TypeUse};
use crate::openapi::{Schema, SchemaId};

/// What the parts of an object say about members that they do not name.
enum Others {
    /// Nothing.
    Unstated,
    /// There are none.
    None,
    /// They fit all of these schemas.
    All(Vec<SchemaId>),
    /// They fit one of these schemas, as their keys say.
    One(Vec<SchemaId>),
}

impl<'d> Lowering<'_, 'd> {
    /// The shape of an object. One that names no member is a map.
    pub(super) fn object(&mut self, parts: &[Part], path: &[&str]) -> Shape {
        let schemas = self.schemas_of(parts);
        let mut members: IndexMap<&'d str, Vec<SchemaId>> = IndexMap::new();
        for property in schemas.iter().flat_map(|schema| &schema.properties) {
            let declared = members.entry(property.name).or_default();
            declared.push(property.schema);
        }
        let is_closed = self.is_closed(parts);
        let others = match self.others(&schemas) {
            Others::Unstated if is_closed => Others::None,
            others => others,
        };
        let extra_path: Vec<&str> = path.iter().copied().chain(["value"]).collect();
        let required: Vec<(&'d str, &Schema<'d>)> = schemas
            .iter()
            .flat_map(|schema| schema.required.iter().map(move |name| (*name, *schema)))
            .collect();
        if members.is_empty() && required.is_empty() {
            return match others {
                Others::None => Shape::Record(Record {
                    fields: Vec::new(),
                    extra: Extra::Refused,
                }),
                others => Shape::Map(self.other_value(&others, &schemas, &extra_path)),
            };
        }
        let demanded: BTreeSet<&str> = required.iter().map(|(name, _)| *name).collect();
        let mut fields = Vec::with_capacity(members.len());
        for (name, declared) in &members {
            // A member for which nothing fits must not be there.
            if declared
                .iter()
                .any(|id| self.schema(*id).boolean == Some(false))
            {
                continue;
            }
            let required = demanded.contains(name);
            fields.push(self.field(name, declared, required, path));
        }
        let mut named: BTreeSet<String> =
            fields.iter().map(|field| field.wire_name.clone()).collect();
        for (name, schema) in required {
            if named.insert(name.to_owned()) {
                fields.push(self.undeclared(name, schema, &others, path));
            }
        }
        let declared: Vec<&str> = fields
            .iter()
            .map(|field| field.wire_name.as_str())
            .collect();
        let extra = match &others {
            Others::Unstated if self.speaks_of_others(parts, &declared) => {
                Extra::Kept(self.other_value(&others, &schemas, &extra_path))
            }
            Others::Unstated => Extra::Ignored,
            Others::None => Extra::Refused,
            others => Extra::Kept(self.other_value(others, &schemas, &extra_path)),
        };
        Shape::Record(Record { fields, extra })
    }

    fn others(&self, schemas: &[&Schema<'d>]) -> Others {
        let stated: Vec<SchemaId> = schemas
            .iter()
            .filter_map(|schema| schema.additional_properties)
            .collect();
        let is_refused = |id: &SchemaId| self.schema(*id).boolean == Some(false);
        let is_closed = stated.iter().any(is_refused);
        let patterns = schemas.iter().flat_map(|schema| &schema.pattern_properties);
        let mut by_pattern: Vec<SchemaId> = patterns.map(|one| one.schema).collect();
        let names_none = schemas.iter().all(|schema| schema.properties.is_empty());
        match (by_pattern.as_slice(), stated.as_slice()) {
            ([], []) => Others::Unstated,
            ([], _) if is_closed => Others::None,
            ([], _) => Others::All(stated),
            (_, _) if is_closed => Others::One(by_pattern),
            // Nobody who gives one pattern means other keys too.
            ([_], []) if names_none => Others::One(by_pattern),
            (_, []) => Others::All(Vec::new()),
            (_, [only]) => {
                by_pattern.push(*only);
                Others::One(by_pattern)
            }
            _ => Others::All(Vec::new()),
        }
    }

    /// The type of members that are not named.
    fn other_value(&mut self, others: &Others, schemas: &[&Schema<'d>], path: &[&str]) -> TypeUse {
        match others {
            Others::All(stated) if !stated.is_empty() => self.type_of_all(stated, path),
            Others::One(choice) => self.one_of_types(choice, path),
            _ => {
                let place = schemas.last().map(|schema| schema.place.clone());
                self.any(place, path)
            }
        }
    }

    /// A member that is required, though no part declares it: it must be there, whatever its value is.
    fn undeclared(
        &mut self,
        name: &str,
        schema: &Schema<'d>,
        others: &Others,
        path: &[&str],
    ) -> Field {
        let place = schema.place.child("required");
        let message = format!("`required` names `{name}`, which is not among the properties");
        self.report(
            Diagnostic::warning(Code::Tolerated, message)
                .at(&place)
                .help("declare the property; until then, any value is accepted for it"),
        );
        let path: Vec<&str> = path.iter().copied().chain([name]).collect();
        Field {
            wire_name: name.to_owned(),
            pinned_name: None,
            value: self.other_value(others, &[schema], &path),
            required: true,
            default: None,
            direction: crate::ir::Direction::Both,
            docs: Default::default(),
            place,
        }
    }
}
