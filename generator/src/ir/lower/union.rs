//! Choices (`oneOf`, `anyOf`): their branches, and how these are named.

use super::Lowering;
use super::combine::{Part, derived};
use super::shape::{common_kinds, kind_name};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ir::arena::TypeId;
use crate::ir::types::{Dispatch, NameHint, Shape, TextFormat, TypeUse, Union, Variant};
use crate::openapi::{Discriminator, Kind, SchemaId};

/// A union that still lacks its dispatch, which needs all types to be known.
pub(super) struct PendingUnion {
    pub(super) id: TypeId,
    pub(super) discriminator: Option<TagSource>,
    /// Whether exactly one of some branches must fit, or at least one.
    pub(super) choice: Option<(bool, Vec<SchemaId>)>,
}

/// What the document says about the tags of a union.
#[derive(Clone)]
pub(super) struct TagSource {
    pub(super) property: String,
    pub(super) place: Place,
    /// Per branch.
    pub(super) tags: Vec<BranchTags>,
    /// The branch, by its position, that takes what stands for no other.
    pub(super) otherwise: Option<usize>,
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
    pub(super) one_of: bool,
    pub(super) branches: Vec<SchemaId>,
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

    /// The first choice among the parts. One whose branches say nothing about shapes is a condition, and passed over.
    pub(super) fn choice(&self, parts: &[Part]) -> Option<Choice> {
        for (index, part) in parts.iter().enumerate() {
            let schema = self.schema(part.schema);
            let choices = [
                (true, part.one_of, schema.one_of.clone()),
                (false, part.any_of, schema.any_of.clone()),
            ];
            for (one_of, counts, all) in choices {
                let shapeless = self.is_shapeless(&all);
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
            }
        }
        None
    }

    /// Whether a choice says nothing about shapes.
    pub(super) fn is_shapeless(&self, branches: &[SchemaId]) -> bool {
        branches.iter().all(|id| self.says_nothing_new(*id))
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
            && (schema.more || schema.assertions.is_some() || !schema.required.is_empty())
    }

    /// The union of a choice. What stands beside the choice applies to every branch.
    pub(super) fn union(
        &mut self,
        reserved: TypeId,
        parts: &[Part],
        choice: Choice,
        path: &[&str],
    ) -> Shape {
        // What no shape keeps is checked of the union.
        let mut rest = parts.to_vec();
        rest.iter_mut().for_each(|part| part.conditions = false);
        if let Some(part) = rest.get_mut(choice.part) {
            part.one_of &= !choice.one_of;
            part.any_of &= choice.one_of;
        }
        let beside = rest.iter().any(|part| self.says_something(part));
        let checked = (choice.one_of, choice.branches.clone());
        let choice = Choice {
            branches: self.essential_branches(&choice.branches),
            ..choice
        };
        if !beside && let Some(listed) = self.enumeration_of_branches(&choice.branches) {
            return listed;
        }
        let texts = if beside {
            Vec::new()
        } else {
            self.nameless_texts(&choice.branches)
        };
        let names = self.branch_names(&choice.branches);
        let mut variants: Vec<Variant> = Vec::new();
        for (branch, name) in choice.branches.iter().zip(names) {
            let is_never = self.schema(self.behind(*branch)).boolean == Some(false);
            if is_never || (beside && self.contradicts(&rest, *branch)) {
                continue;
            }
            if texts.contains(branch) {
                if texts.first() == Some(branch) {
                    variants.extend(self.text_variant(&texts, path));
                }
                continue;
            }
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            let value = if beside && !self.takes_over(*branch, parts, &choice) {
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
        let variants = self.without_repeated_texts(variants);
        match variants.as_slice() {
            [] => return Shape::Never,
            [only] => return Shape::Alias(only.value),
            _ => {}
        }
        let discriminator = self.tag_source(parts, &choice);
        self.unions.push(PendingUnion {
            id: reserved,
            choice: discriminator.is_none().then_some(checked),
            discriminator,
        });
        Shape::Union(Union {
            variants,
            dispatch: Dispatch::Rules(Vec::new()),
        })
    }

    /// A type for values that fit one of these schemas.
    pub(super) fn one_of_types(&mut self, choice: &[SchemaId], path: &[&str]) -> TypeUse {
        let names = self.branch_names(choice);
        let mut variants: Vec<Variant> = Vec::new();
        for (branch, name) in choice.iter().zip(names) {
            let branch_path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            let value = self.type_of(*branch, &branch_path);
            if !variants.iter().any(|one| one.value == value) {
                variants.push(Variant {
                    name,
                    value,
                    tags: Vec::new(),
                });
            }
        }
        let or_null = variants.iter().any(|one| one.value.or_null);
        let mut variants = self.without_repeated_texts(variants);
        if let [only] = variants.as_slice() {
            return TypeUse {
                or_null,
                ..only.value
            };
        }
        variants
            .iter_mut()
            .for_each(|one| one.value.or_null = false);
        let place = choice.first().map(|id| self.schema(*id).place.clone());
        let id = self
            .types
            .reserve(derived(path), place.unwrap_or(Place::root(0)));
        self.pending_union(id, None);
        self.types.get_mut(id).shape = Shape::Union(Union {
            variants,
            dispatch: Dispatch::Rules(Vec::new()),
        });
        TypeUse { id, or_null }
    }

    /// Texts without a name of their own that a reader cannot tell apart, and need not, are one branch.
    fn without_repeated_texts(&mut self, variants: Vec<Variant>) -> Vec<Variant> {
        let is_open = |variant: &Variant| {
            let shape = &self.types.get(variant.value.id).shape;
            matches!(shape, Shape::Enumeration(enumeration) if enumeration.open)
        };
        let any_text_fits = variants.iter().any(is_open);
        let mut kept: Vec<Variant> = Vec::new();
        let mut repeated: Option<usize> = None;
        let mut first: Option<usize> = None;
        for variant in variants {
            let one = self.types.get(variant.value.id);
            let is_plain = matches!(one.shape, Shape::Text(TextFormat::Plain(_)))
                && matches!(one.hint, NameHint::Derived(_) | NameHint::Titled(..));
            match first {
                _ if is_plain && any_text_fits => {}
                Some(_) if is_plain => repeated = first,
                None if is_plain => {
                    first = Some(kept.len());
                    kept.push(variant);
                }
                _ => kept.push(variant),
            }
        }
        if let Some(variant) = repeated.and_then(|index| kept.get_mut(index)) {
            let place = self.types.get(variant.value.id).place.clone();
            let id = self.types.reserve(derived(&[]), place);
            self.types.get_mut(id).shape = Shape::Text(TextFormat::Plain(None));
            variant.name = kind_name(Kind::Text).to_owned();
            variant.value.id = id;
        }
        kept
    }

    pub(super) fn pending_union(&mut self, id: TypeId, discriminator: Option<TagSource>) {
        self.unions.push(PendingUnion {
            id,
            discriminator,
            choice: None,
        });
    }

    /// Whether a branch is of another kind than what stands beside the choice; it is reported.
    fn contradicts(&mut self, rest: &[Part], branch: SchemaId) -> bool {
        let own = self.parts(&[branch]).unwrap_or_default();
        let all: Vec<Part> = rest.iter().copied().chain(own).collect();
        let contradicts = common_kinds(&self.schemas_of(&all)).is_err();
        if contradicts {
            let message =
                "no value fits this branch and what stands beside the choice; it is left out";
            let place = self.schema(branch).place.clone();
            self.report(Diagnostic::warning(Code::Contradiction, message).at(&place));
        }
        contradicts
    }

    /// Branches that are texts without a name of their own, if together they are one enumeration.
    fn nameless_texts(&self, branches: &[SchemaId]) -> Vec<SchemaId> {
        let is_text = |id: &&SchemaId| {
            let schema = self.schema(**id);
            let is_listed = schema.enumeration.is_some() || schema.constant.is_some();
            let only_text = schema.kinds.without(Kind::Null).iter().eq([Kind::Text]);
            self.component_name(**id).is_none()
                && only_text
                && (is_listed || (schema.format.is_none() && !schema.has_constraints()))
        };
        let texts: Vec<SchemaId> = branches.iter().filter(is_text).copied().collect();
        if texts.len() > 1 { texts } else { Vec::new() }
    }

    /// The branch that several texts are together.
    fn text_variant(&mut self, texts: &[SchemaId], path: &[&str]) -> Option<Variant> {
        let name = kind_name(Kind::Text);
        let shape = match self.enumeration_of_branches(texts) {
            Some(shape) => shape,
            None => Shape::Text(TextFormat::Plain(None)),
        };
        let path: Vec<&str> = path.iter().copied().chain([name]).collect();
        let place = self.schema(*texts.first()?).place.clone();
        let id = self.types.reserve(derived(&path), place);
        self.types.get_mut(id).shape = shape;
        Some(Variant {
            name: name.to_owned(),
            value: TypeUse { id, or_null: false },
            tags: Vec::new(),
        })
    }

    /// Whether a branch takes over the schema that has the choice, and with it what stands beside the choice.
    fn takes_over(&self, branch: SchemaId, parts: &[Part], choice: &Choice) -> bool {
        let own = self.parts(&[branch]).unwrap_or_default();
        let whole = parts.get(choice.part);
        whole.is_some_and(|whole| own.iter().any(|part| part.schema == whole.schema))
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

    /// What a discriminator says about the branches: the one beside the choice, or one that all of them inherit.
    fn tag_source(&self, parts: &[Part], choice: &Choice) -> Option<TagSource> {
        let part = parts.get(choice.part)?;
        match self.schema(part.schema).discriminator.as_ref() {
            Some(discriminator) => Some(self.tags_from(discriminator, &choice.branches)),
            None => self.inherited_tags(&choice.branches),
        }
    }

    /// What a discriminator says about each branch.
    pub(super) fn tags_from(
        &self,
        discriminator: &Discriminator<'d>,
        branches: &[SchemaId],
    ) -> TagSource {
        let is_otherwise = |target: SchemaId| {
            let otherwise = discriminator.otherwise.map(|id| self.behind(id));
            otherwise == Some(target)
        };
        let tags = branches.iter().map(|branch| {
            let target = self.behind(*branch);
            let mapped: Vec<String> = discriminator
                .mapping
                .iter()
                .filter(|entry| entry.schema.map(|id| self.behind(id)) == Some(target))
                .map(|entry| entry.value.to_owned())
                .collect();
            match (mapped.is_empty(), self.component_name(*branch)) {
                (false, _) => BranchTags::Mapped(mapped),
                // It keeps the values that it is read with.
                (true, _) if is_otherwise(target) => BranchTags::Unknown,
                (true, Some(name)) => BranchTags::Component(name.to_owned()),
                (true, None) => BranchTags::Unknown,
            }
        });
        TagSource {
            property: discriminator.property.to_owned(),
            place: discriminator.place.clone(),
            tags: tags.collect(),
            otherwise: branches
                .iter()
                .position(|branch| is_otherwise(self.behind(*branch))),
        }
    }

    /// A discriminator without a choice tells a reader nothing: it names no branches.
    pub(super) fn report_lone_discriminators(&mut self, parts: &[Part]) {
        let lone = parts
            .iter()
            .filter(|part| !self.schema(part.schema).has_choice() && !self.is_family(part.schema));
        let places: Vec<Place> = lone
            .filter_map(|part| Some(self.schema(part.schema).discriminator.as_ref()?.place.key()))
            .collect();
        for place in places {
            let message = "a discriminator without `oneOf`, `anyOf` or heirs is ignored";
            self.report(
                Diagnostic::warning(Code::NotEnforced, message)
                    .at(&place)
                    .help("list the schemas that the value may be in `oneOf`, or take this one over in theirs by `allOf`"),
            );
        }
    }
}
