//! How a reader finds the branch of a union, decided from the types alone: by a tag, else by the kind of JSON value, else
//! by a constant member, else by a member that one branch alone requires; only where nothing helps, by trial.

use std::collections::BTreeSet;

use super::Lowering;
use super::union::{BranchTags, TagSource};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::types::{Dispatch, Field, Record, Shape, TypeId, Types, Variant};

impl Lowering<'_, '_> {
    /// Decides for all unions.
    pub(super) fn decide_dispatch(&mut self) {
        for pending in std::mem::take(&mut self.unions) {
            let place = self.types.get(pending.id).place.clone();
            let Shape::Union(union) = &self.types.get(pending.id).shape else {
                continue;
            };
            let mut variants = union.variants.clone();
            let dispatch = match &pending.discriminator {
                Some(source) => self.by_discriminator(&mut variants, source),
                None => None,
            };
            let dispatch = dispatch.unwrap_or_else(|| by_types(&self.types, &mut variants));
            if dispatch == Dispatch::Trial && !self.broken.contains(&pending.id) {
                let message =
                    "nothing tells the branches of this union apart; each is tried in turn";
                self.report(
                    Diagnostic::warning(Code::AmbiguousUnion, message)
                        .at(&place.key())
                        .help("give the branches a `discriminator`, or a required property with a constant"),
                );
            }
            if let Shape::Union(union) = &mut self.types.get_mut(pending.id).shape {
                union.variants = variants;
                union.dispatch = dispatch;
            }
        }
    }

    /// By the discriminator. `None` where it cannot be used; it is reported.
    fn by_discriminator(
        &mut self,
        variants: &mut [Variant],
        source: &TagSource,
    ) -> Option<Dispatch> {
        let property = &source.property;
        let ids: Vec<TypeId> = variants.iter().map(|variant| variant.value.id).collect();
        let declaring = ids
            .iter()
            .filter(|id| declares(&self.types, **id, property, &mut BTreeSet::new()));
        let declaring = declaring.count();
        let objects = ids.iter().all(|id| is_object(&self.types, *id));
        let tags: Vec<Vec<String>> = source
            .tags
            .iter()
            .zip(&ids)
            .map(|(tags, id)| tags_of(&self.types, tags, *id, property))
            .collect();
        let problem = if !objects {
            Some("not every branch is an object")
        } else if tags.iter().any(Vec::is_empty) {
            Some("not every branch has a value")
        } else if !are_distinct(&tags) {
            Some("two branches have the same value")
        } else if declaring != 0 && declaring != ids.len() {
            Some("some branches declare the property, others do not")
        } else {
            None
        };
        if let Some(problem) = problem {
            let message = format!("the discriminator `{property}` cannot be used: {problem}");
            self.report(Diagnostic::warning(Code::AmbiguousUnion, message).at(&source.place.key()));
            return None;
        }
        for (variant, tags) in variants.iter_mut().zip(tags) {
            variant.tags = tags;
        }
        Some(Dispatch::Tag {
            property: property.clone(),
            declared: declaring != 0,
        })
    }
}

/// The values that stand for a branch: those of the mapping, else those that its own declaration of the property allows,
/// else its component's name.
fn tags_of(types: &Types, tags: &BranchTags, id: TypeId, property: &str) -> Vec<String> {
    match tags {
        BranchTags::Mapped(values) => values.clone(),
        BranchTags::Component(name) => {
            constants(types, id, property).unwrap_or_else(|| vec![name.clone()])
        }
        BranchTags::Unknown => constants(types, id, property).unwrap_or_default(),
    }
}

/// Without a discriminator.
fn by_types(types: &Types, variants: &mut Vec<Variant>) -> Dispatch {
    if by_kind(types, variants) {
        return Dispatch::Kind;
    }
    if let Some(property) = constant_property(types, variants) {
        for variant in variants.iter_mut() {
            variant.tags = constants(types, variant.value.id, &property).unwrap_or_default();
        }
        return Dispatch::Tag {
            property,
            declared: true,
        };
    }
    match unique_members(types, variants) {
        Some(members) => Dispatch::Member(members),
        None => Dispatch::Trial,
    }
}

/// Whether every branch has other kinds of JSON value.
fn by_kind(types: &Types, variants: &[Variant]) -> bool {
    let mut seen = BTreeSet::new();
    variants.iter().all(|variant| {
        let kinds = json_kinds(types, variant.value.id, &mut BTreeSet::new());
        let count = seen.len() + kinds.len();
        seen.extend(kinds);
        seen.len() == count
    })
}

/// The kinds of JSON value that a type has; a union that was seen before adds nothing.
fn json_kinds(types: &Types, id: TypeId, seen: &mut BTreeSet<TypeId>) -> BTreeSet<&'static str> {
    let id = types.resolve(id);
    match &types.get(id).shape {
        Shape::Any | Shape::Alias(_) => {
            ["null", "boolean", "number", "string", "array", "object"].into()
        }
        Shape::Never => [].into(),
        Shape::Null => ["null"].into(),
        Shape::Boolean => ["boolean"].into(),
        Shape::Integer(_) | Shape::Number(_) => ["number"].into(),
        Shape::Text(_) | Shape::Binary => ["string"].into(),
        Shape::List(_) | Shape::Tuple(_) => ["array"].into(),
        Shape::Map(_) | Shape::Record(_) => ["object"].into(),
        Shape::Enumeration(enumeration) => {
            let kinds = enumeration.values.iter().map(|one| kind_of(&one.value));
            kinds.collect()
        }
        Shape::Union(union) if seen.insert(id) => {
            let variants = union.variants.iter();
            variants
                .flat_map(|variant| json_kinds(types, variant.value.id, seen))
                .collect()
        }
        Shape::Union(_) => [].into(),
    }
}

fn kind_of(value: &serde_json::Value) -> &'static str {
    match value {
        serde_json::Value::Null => "null",
        serde_json::Value::Bool(_) => "boolean",
        serde_json::Value::Number(_) => "number",
        serde_json::Value::String(_) => "string",
        serde_json::Value::Array(_) => "array",
        serde_json::Value::Object(_) => "object",
    }
}

fn is_object(types: &Types, id: TypeId) -> bool {
    json_kinds(types, id, &mut BTreeSet::new())
        .into_iter()
        .eq(["object"])
}

/// Whether a type, or every branch of it, has the member; a union that was seen before says nothing against it.
fn declares(types: &Types, id: TypeId, property: &str, seen: &mut BTreeSet<TypeId>) -> bool {
    let id = types.resolve(id);
    match &types.get(id).shape {
        Shape::Record(record) => field(record, property).is_some(),
        Shape::Union(union) => {
            let mut ids = union.variants.iter().map(|variant| variant.value.id);
            !seen.insert(id) || ids.all(|id| declares(types, id, property, seen))
        }
        _ => false,
    }
}

fn record(types: &Types, id: TypeId) -> Option<&Record> {
    match &types.get(types.resolve(id)).shape {
        Shape::Record(record) => Some(record),
        _ => None,
    }
}

fn field<'r>(record: &'r Record, name: &str) -> Option<&'r Field> {
    record.fields.iter().find(|field| field.wire_name == name)
}

/// The texts that a member of a record may be, if they are enumerated.
fn constants(types: &Types, id: TypeId, property: &str) -> Option<Vec<String>> {
    let field = field(record(types, id)?, property)?;
    match &types.get(types.resolve(field.value.id)).shape {
        Shape::Enumeration(enumeration) if !enumeration.open && !field.value.or_null => {
            let texts = enumeration.values.iter().map(|one| one.value.as_str());
            texts.map(|text| text.map(str::to_owned)).collect()
        }
        _ => None,
    }
}

/// A member that all branches require and whose texts differ from branch to branch.
fn constant_property(types: &Types, variants: &[Variant]) -> Option<String> {
    let first = record(types, variants.first()?.value.id)?;
    let candidates = first.fields.iter().map(|field| field.wire_name.as_str());
    let mut fitting = candidates.filter(|property| {
        let values: Option<Vec<Vec<String>>> = variants
            .iter()
            .map(|variant| {
                let required = field(record(types, variant.value.id)?, property)?.required;
                constants(types, variant.value.id, property).filter(|_| required)
            })
            .collect();
        values.is_some_and(|values| are_distinct(&values))
    });
    fitting.next().map(str::to_owned)
}

fn are_distinct(values: &[Vec<String>]) -> bool {
    let all: Vec<&String> = values.iter().flatten().collect();
    let distinct: BTreeSet<&String> = all.iter().copied().collect();
    distinct.len() == all.len()
}

/// For each branch, a member that it requires and no other branch has. One branch may lack it if it goes last;
/// it is moved there.
fn unique_members(types: &Types, variants: &mut Vec<Variant>) -> Option<Vec<Option<String>>> {
    let records: Vec<&Record> = variants
        .iter()
        .map(|variant| record(types, variant.value.id))
        .collect::<Option<_>>()?;
    let mut members: Vec<Option<String>> = Vec::new();
    for (index, one) in records.iter().enumerate() {
        let unique = |candidate: &&Field| {
            let mut others = records.iter().enumerate().filter(|(i, _)| *i != index);
            candidate.required
                && others.all(|(_, other)| field(other, &candidate.wire_name).is_none())
        };
        let found = one.fields.iter().find(unique);
        members.push(found.map(|field| field.wire_name.clone()));
    }
    let mut lacking = members
        .iter()
        .enumerate()
        .filter(|(_, member)| member.is_none());
    let rest = lacking.next().map(|(index, _)| index);
    if lacking.next().is_some() {
        return None;
    }
    if let Some(index) = rest {
        let variant = variants.remove(index);
        variants.push(variant);
        let member = members.remove(index);
        members.push(member);
    }
    Some(members)
}
