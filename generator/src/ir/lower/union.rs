//! Choices (`oneOf`, `anyOf`): their branches, and how these are named.

use super::Lowering;
use super::combine::Part;
use super::shape::kind_name;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ir::types::{Dispatch, Enumeration, Shape, TypeId, TypeUse, Union, Variant};
use crate::openapi::{Kind, SchemaId};

/// A union that still lacks its dispatch, which needs all types to be known.
pub(super) struct PendingUnion {
    pub(super) id: TypeId,
    pub(super) discriminator: Option<TagSource>,
}

/// What the document says about the tags of a union.
#[derive(Clone)]
pub(super) struct TagSource {
    pub(super) property: String,
    pub(super) place: Place,
    /// Per branch.
    pub(super) tags: Vec<BranchTags>,
}

/// The tag values of one branch.
#[derive(Clone)]
pub(super) enum BranchTags {
    /// Those that the mapping gives.
    Mapped(Vec<String>),
    /// The component's name, which stands in for a mapping.
    Component(String),
    /// None is known.
    Unknown,
}

/// A choice that counts: which part has it, and its branches without `null`.
pub(super) struct Choice {
    part: usize,
    one_of: bool,
    branches: Vec<SchemaId>,
}

impl<'d> Lowering<'_, 'd> {
    /// The branches of a schema that has either `oneOf` or `anyOf`, without those for `null`.
    pub(super) fn branches(&self, id: SchemaId) -> Vec<SchemaId> {
        let schema = self.schema(id);
        let branches = match (schema.one_of.as_slice(), schema.any_of.as_slice()) {
            (branches, []) | ([], branches) => branches,
            _ => return Vec::new(),
        };
        let branches = branches.iter().filter(|branch| !self.is_null(**branch));
        branches.copied().collect()
    }

    /// The first choice among the parts. One whose branches differ in nothing but `required` is reported and passed over.
    pub(super) fn choice(&mut self, parts: &[Part]) -> Option<Choice> {
        for (index, part) in parts.iter().enumerate() {
            let schema = self.schema(part.schema);
            let choices = [
                (true, part.one_of, schema.one_of.clone()),
                (false, part.any_of, schema.any_of.clone()),
            ];
            for (one_of, counts, all) in choices {
                let shapeless = all.iter().all(|id| self.says_nothing_new(*id));
                let branches: Vec<SchemaId> = all
                    .iter()
                    .filter(|id| !self.is_null(**id))
                    .copied()
                    .collect();
                if counts && !branches.is_empty() && !shapeless {
                    return Some(Choice {
                        part: index,
                        one_of,
                        branches,
                    });
                }
                if counts && !branches.is_empty() {
                    let key = if one_of { "oneOf" } else { "anyOf" };
                    let message =
                        format!("`{key}` between required members is accepted, but not enforced");
                    let place = self.schema(part.schema).place.child(key).key();
                    self.report(Diagnostic::warning(Code::NotEnforced, message).at(&place));
                }
            }
        }
        None
    }

    /// Whether a branch says nothing but which members are required.
    fn says_nothing_new(&self, id: SchemaId) -> bool {
        let schema = self.schema(id);
        !schema.has_type()
            && schema.reference.is_none()
            && schema.boolean.is_none()
            && schema.format.is_none()
            && schema.constant.is_none()
            && schema.enumeration.is_none()
            && schema.properties.is_empty()
            && schema.additional_properties.is_none()
            && schema.items.is_none()
            && schema.prefix_items.is_empty()
            && schema.all_of.is_empty()
            && !schema.has_choice()
            && (schema.more || !schema.required.is_empty())
    }

    /// The union of a choice. What stands beside the choice applies to every branch.
    pub(super) fn union(
        &mut self,
        reserved: TypeId,
        parts: &[Part],
        choice: Choice,
        path: &[&str],
    ) -> Shape {
        let mut rest = parts.to_vec();
        if let Some(part) = rest.get_mut(choice.part) {
            part.one_of &= !choice.one_of;
            part.any_of &= choice.one_of;
        }
        let beside = rest.iter().any(|part| self.says_something(part));
        if !beside && let Some(open) = self.open_enumeration(&choice.branches) {
            return open;
        }
        let mut variants = Vec::new();
        for branch in &choice.branches {
            let name = self.branch_name(*branch);
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            let value = if beside {
                self.type_beside(&rest, *branch, &path)
            } else {
                let value = self.type_of(*branch, &path);
                TypeUse {
                    or_null: false,
                    ..value
                }
            };
            variants.push(Variant {
                name,
                value,
                tags: Vec::new(),
            });
        }
        if let [only] = variants.as_slice() {
            return Shape::Alias(only.value);
        }
        let discriminator = self.tag_source(parts, &choice);
        self.pending_union(reserved, discriminator);
        Shape::Union(Union {
            variants,
            dispatch: Dispatch::Trial,
        })
    }

    pub(super) fn pending_union(&mut self, id: TypeId, discriminator: Option<TagSource>) {
        self.unions.push(PendingUnion { id, discriminator });
    }

    /// Whether a part says something about values that a branch does not say itself.
    fn says_something(&self, part: &Part) -> bool {
        let schema = self.schema(part.schema);
        let choice = (part.one_of && !schema.one_of.is_empty())
            || (part.any_of && !schema.any_of.is_empty());
        // `type: object` beside a choice between objects says nothing new.
        choice || schema.has_members() || schema.has_constraints()
    }

    /// The type of a branch together with the parts beside its choice.
    fn type_beside(&mut self, rest: &[Part], branch: SchemaId, path: &[&str]) -> TypeUse {
        let mut parts = rest.to_vec();
        let id = match self.parts(&[branch]) {
            Ok(own) => {
                for part in own {
                    if !parts.iter().any(|one| one.schema == part.schema) {
                        parts.push(part);
                    }
                }
                self.type_of_parts(parts, path)
            }
            Err(()) => self.type_of(branch, path).id,
        };
        TypeUse { id, or_null: false }
    }

    /// `anyOf: [{type: string}, {enum: [a, b]}]`: an enumeration to which values may be added.
    fn open_enumeration(&mut self, branches: &[SchemaId]) -> Option<Shape> {
        let mut listed: Vec<SchemaId> = Vec::new();
        let mut plain = 0;
        for id in branches {
            let schema = self.schema(self.behind(*id));
            let only_text = schema.kinds.without(Kind::Null).iter().eq([Kind::Text]);
            if schema.enumeration.is_some() || schema.constant.is_some() {
                listed.push(self.behind(*id));
            } else if only_text && schema.format.is_none() && !schema.has_constraints() {
                plain += 1;
            } else {
                return None;
            }
        }
        if plain != 1 || listed.is_empty() {
            return None;
        }
        let mut values = Vec::new();
        for id in listed {
            let schemas = [self.schemas.get(id)];
            match self.enumeration(&schemas)? {
                Shape::Enumeration(one) if one.values.iter().all(|v| v.value.is_string()) => {
                    values.extend(one.values);
                }
                _ => return None,
            }
        }
        Some(Shape::Enumeration(Enumeration { values, open: true }))
    }

    /// The name of a branch: of its component, else its title, else the kind of value that it is.
    fn branch_name(&self, id: SchemaId) -> String {
        if let Some(name) = self.component_name(id) {
            return name.to_owned();
        }
        let schema = self.schema(self.behind(id));
        let title = self.schema(id).title.or(schema.title);
        if let Some(title) = title.filter(|title| is_name(title)) {
            return title.to_owned();
        }
        let mut kinds = schema.kinds.without(Kind::Null).iter();
        match (kinds.next(), kinds.next()) {
            (Some(Kind::List), None) => {
                let item = schema.items.and_then(|items| self.component_name(items));
                item.map_or_else(|| "list".to_owned(), |item| format!("{item} list"))
            }
            (Some(kind), None) => kind_name(kind).to_owned(),
            (None, _) if !schema.properties.is_empty() => kind_name(Kind::Object).to_owned(),
            _ => "value".to_owned(),
        }
    }

    /// What the discriminator beside a choice says about each branch.
    fn tag_source(&self, parts: &[Part], choice: &Choice) -> Option<TagSource> {
        let part = parts.get(choice.part)?;
        let discriminator = self.schema(part.schema).discriminator.as_ref()?;
        let tags = choice.branches.iter().map(|branch| {
            let target = self.behind(*branch);
            let mapped: Vec<String> = discriminator
                .mapping
                .iter()
                .filter(|entry| entry.schema.map(|id| self.behind(id)) == Some(target))
                .map(|entry| entry.value.to_owned())
                .collect();
            match (mapped.is_empty(), self.component_name(*branch)) {
                (false, _) => BranchTags::Mapped(mapped),
                (true, Some(name)) => BranchTags::Component(name.to_owned()),
                (true, None) => BranchTags::Unknown,
            }
        });
        Some(TagSource {
            property: discriminator.property.to_owned(),
            place: discriminator.place.clone(),
            tags: tags.collect(),
        })
    }

    /// A discriminator without a choice tells a reader nothing: it names no branches.
    pub(super) fn report_lone_discriminators(&mut self, parts: &[Part]) {
        let places: Vec<Place> = self
            .schemas_of(parts)
            .into_iter()
            .filter(|schema| !schema.has_choice())
            .filter_map(|schema| Some(schema.discriminator.as_ref()?.place.key()))
            .collect();
        for place in places {
            let message = "a discriminator without `oneOf` or `anyOf` is ignored";
            self.report(
                Diagnostic::warning(Code::NotEnforced, message)
                    .at(&place)
                    .help("list the schemas that the value may be in `oneOf`"),
            );
        }
    }
}

/// Whether a title is short enough to be a name rather than a sentence.
fn is_name(title: &str) -> bool {
    title.split_whitespace().count() <= 4 && title.chars().any(char::is_alphabetic)
}
