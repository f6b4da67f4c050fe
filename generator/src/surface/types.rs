//! The types of a surface, with their fields and variants.

use std::collections::{BTreeMap, BTreeSet};

use super::spell::{default, limits_by_field, rust_type};
use super::{Key, Surface, TypePart, entry};
use crate::diagnostic::Place;
use crate::ir::{Api, Shape};
use crate::plan::{
    FieldItem, Plan, Presence, RustType, StructItem, Success, TypeItem, TypeKind, TypeName,
    UnionReading, VariantName,
};

/// Adds all types.
pub(super) fn add(surface: &mut Surface, plan: &Plan, api: &Api, files: &[String]) {
    let items: BTreeMap<&str, &TypeItem> = plan
        .types
        .iter()
        .map(|item| (item.name.as_str(), item))
        .collect();
    let (sent, received) = (reached(&items, sent(plan)), reached(&items, received(plan)));
    for item in &plan.types {
        let name = item.name.as_str();
        let uses = [(&sent, "sent"), (&received, "received")];
        let used: Vec<&str> = uses
            .into_iter()
            .filter(|(names, _)| names.contains(name))
            .map(|(_, word)| word)
            .collect();
        Collector {
            surface,
            api,
            files,
            item,
        }
        .add(shape_of(&items, item), &used.join(","));
    }
}

/// What a type is; where it is nothing but another name of a type that has parts, what that one is: the next version of
/// the document may tell the two apart, which breaks nobody.
fn shape_of<'p>(items: &BTreeMap<&str, &'p TypeItem>, item: &'p TypeItem) -> &'p TypeKind {
    let mut kind = &item.kind;
    for _ in 0..items.len() {
        let TypeKind::Alias(RustType::Named(target)) = kind else {
            break;
        };
        match items.get(target.as_str()) {
            Some(target) => kind = &target.kind,
            None => break,
        }
    }
    kind
}

struct Collector<'c> {
    surface: &'c mut Surface,
    api: &'c Api,
    files: &'c [String],
    item: &'c TypeItem,
}

impl<'c> Collector<'c> {
    fn add(&mut self, kind: &TypeKind, used: &str) {
        let place = self.api.types.get(self.item.origin).place.clone();
        let (word, target) = match kind {
            TypeKind::Struct(_) => ("struct", None),
            TypeKind::Tuple(_) => ("tuple", None),
            TypeKind::TextEnum { .. } | TypeKind::IntegerEnum { .. } | TypeKind::ValueEnum(_) => {
                ("enum", None)
            }
            TypeKind::Union(_) => ("union", None),
            TypeKind::Newtype(target) => ("newtype", Some(target)),
            TypeKind::Alias(target) => ("alias", Some(target)),
        };
        let same = match &self.item.kind {
            TypeKind::Alias(target) if word != "alias" => rust_type(target),
            _ => String::new(),
        };
        let mut whole = entry(Some(&place), self.files)
            .with("kind", word)
            .with("used", used)
            .with("target", target.map(rust_type).unwrap_or_default())
            .with("same_as", same)
            .with("schema", self.item.wire_name.clone().unwrap_or_default())
            .with("derives", self.item.derives.join(", "));
        if let TypeKind::Struct(item) | TypeKind::Tuple(item) = kind {
            whole = whole
                .with("new", constructor(item))
                .with("default", yes(item.default))
                .with("closed", yes(item.closed));
        }
        if let TypeKind::Union(union) = kind
            && let UnionReading::Tag { property, .. } = &union.reading
        {
            whole = whole.with("tag", property.clone());
        }
        let key = Key::Type(self.name(), TypePart::Itself);
        self.surface.insert(key, whole);
        self.parts(kind, &place);
    }

    fn parts(&mut self, kind: &TypeKind, place: &Place) {
        match kind {
            TypeKind::Struct(item) | TypeKind::Tuple(item) => self.fields(item, place),
            TypeKind::TextEnum { variants, open } => {
                let rows = variants.iter().map(|(name, text, _)| (name, text.clone()));
                self.variants(rows, open.then_some("String"), place);
            }
            TypeKind::IntegerEnum { variants, open } => {
                let rows = variants
                    .iter()
                    .map(|(name, one, _)| (name, one.to_string()));
                self.variants(rows, open.then_some("i64"), place);
            }
            TypeKind::ValueEnum(variants) => {
                let rows = variants.iter().map(|(name, json, _)| (name, json.clone()));
                self.variants(rows, None, place);
            }
            TypeKind::Union(union) => {
                for (index, variant) in union.variants.iter().enumerate() {
                    let tags = match &union.reading {
                        UnionReading::Tag { tags, .. } => tags.get(index),
                        UnionReading::Rules(_) => None,
                    };
                    let one = entry(Some(place), self.files)
                        .with("type", rust_type(&variant.value))
                        .with("wire", tags.map(|tags| tags.join(",")).unwrap_or_default());
                    self.part(TypePart::Variant(variant.name.as_str().to_owned()), one);
                }
            }
            TypeKind::Newtype(_) | TypeKind::Alias(_) => {}
        }
    }

    fn fields(&mut self, item: &StructItem, whole: &Place) {
        let (places, limits) = (self.field_places(), limits_by_field(self.item));
        for field in &item.fields {
            let name = field.name.as_str();
            let place = places.get(field.wire_name.as_str()).copied();
            let place = place.unwrap_or(whole);
            let one = entry(Some(place), self.files)
                .with("type", rust_type(&field.rust_type()))
                .with("wire", field.wire_name.clone())
                .with("default", default_of(field))
                .with("limits", limits.get(name).cloned().unwrap_or_default());
            self.part(TypePart::Field(name.to_owned()), one);
        }
        if let Some((name, value)) = &item.rest {
            let one = entry(Some(whole), self.files).with("type", rust_type(value));
            self.part(TypePart::Field(name.as_str().to_owned()), one);
        }
    }

    fn variants<'v>(
        &mut self,
        rows: impl Iterator<Item = (&'v VariantName, String)>,
        unknown: Option<&str>,
        place: &Place,
    ) {
        let list = place.child("enum");
        for (index, (name, value)) in rows.enumerate() {
            let one = entry(Some(&list.index(index)), self.files).with("wire", value);
            self.part(TypePart::Variant(name.as_str().to_owned()), one);
        }
        if let Some(value) = unknown {
            let one = entry(Some(place), self.files).with("type", value);
            self.part(TypePart::Variant("Unknown".to_owned()), one);
        }
    }

    fn part(&mut self, part: TypePart, entry: super::Entry) {
        let key = Key::Type(self.name(), part);
        self.surface.insert(key, entry);
    }

    fn name(&self) -> String {
        self.item.name.as_str().to_owned()
    }

    /// Where the fields of the type stand, by their keys.
    fn field_places(&self) -> BTreeMap<&'c str, &'c Place> {
        match &self.api.types.get(self.item.origin).shape {
            Shape::Record(record) => {
                let fields = record.fields.iter();
                fields
                    .map(|field| (field.wire_name.as_str(), &field.place))
                    .collect()
            }
            _ => BTreeMap::new(),
        }
    }
}

/// What `new` takes; empty where there is none.
fn constructor(item: &StructItem) -> String {
    if !item.constructor {
        return String::new();
    }
    let is_asked = |field: &&FieldItem| {
        matches!(field.presence, Presence::Required | Presence::Nullable)
            && field.only_value.is_none()
    };
    let fields = item.fields.iter().filter(is_asked).map(|field| {
        let value = rust_type(&field.rust_type());
        format!("{}: {value}", field.name.as_str())
    });
    format!("({})", fields.collect::<Vec<_>>().join(", "))
}

fn default_of(field: &FieldItem) -> String {
    match &field.presence {
        Presence::Defaulted(value) => default(value),
        Presence::DefaultedJson(json) | Presence::MaybeDefaulted(json) => json.clone(),
        Presence::Required | Presence::Nullable | Presence::Optional | Presence::Maybe => {
            String::new()
        }
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "" }
}

/// The types of what is sent.
fn sent(plan: &Plan) -> Vec<&RustType> {
    let operations = plan.groups().flat_map(|group| &group.operations);
    operations
        .flat_map(|one| {
            let parameters = one.path.iter().chain(&one.parameters);
            let contents = one.body.iter().flat_map(|body| body.kind.contents(plan));
            let bodies = contents.map(|content| &content.value);
            parameters.map(|one| &one.value).chain(bodies)
        })
        .collect()
}

/// The types of what comes back.
fn received(plan: &Plan) -> Vec<&RustType> {
    let operations = plan.groups().flat_map(|group| &group.operations);
    let single = operations.filter_map(|one| match &one.success {
        Success::One(_, content) => Some(&content.value),
        Success::Many(_) => None,
    });
    let cases = plan.response_sets.iter().flat_map(|set| &set.cases);
    single
        .chain(cases.map(|case| &case.content.value))
        .collect()
}

/// The names of all types that these are made of, however deep.
fn reached<'p>(
    items: &BTreeMap<&'p str, &'p TypeItem>,
    roots: Vec<&'p RustType>,
) -> BTreeSet<&'p str> {
    let mut found = BTreeSet::new();
    let mut open = roots;
    while let Some(value) = open.pop() {
        for name in names(value) {
            if let Some(item) = items.get(name.as_str())
                && found.insert(item.name.as_str())
            {
                open.extend(item.kind.values());
                if let TypeKind::Struct(structure) | TypeKind::Tuple(structure) = &item.kind {
                    open.extend(structure.rest.iter().map(|(_, value)| value));
                }
            }
        }
    }
    found
}

fn names(value: &RustType) -> Vec<TypeName> {
    let mut names = Vec::new();
    value.visit(&mut |part| {
        if let RustType::Named(name) = part {
            names.push(name.clone());
        }
    });
    names
}
