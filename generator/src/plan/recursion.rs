//! Recursion and size: where a `Box` is needed, at one deterministic place per cycle, and where it is wise.

use std::collections::BTreeMap;

use super::model::{StructItem, TypeItem, TypeKind};
use super::names::TypeName;
use super::rust_type::RustType;
use crate::graph::{circles, closing_edges};

/// From this estimated size in bytes on, the content of a variant is boxed, so that the variants of an enum
/// do not differ much in size.
const LARGE: usize = 96;

/// From this estimated size in bytes on, a record holds records in boxes: those that hold two of the next each would double with
/// every level.
const HUGE: usize = 65_536;

/// Boxes what would make a type contain itself, then what would make a record huge or a variant large.
pub(super) fn box_items(items: &mut [TypeItem]) {
    let index: BTreeMap<TypeName, usize> = items
        .iter()
        .enumerate()
        .map(|(position, item)| (item.name.clone(), position))
        .collect();
    let edges: Vec<Vec<(usize, usize)>> = items
        .iter()
        .map(|item| inline_targets(item, &index))
        .collect();
    for (item, slot) in closing_edges(&edges) {
        if let Some(place) = items
            .get_mut(item)
            .and_then(|item| item.kind.values_mut().into_iter().nth(slot))
        {
            let inner = std::mem::replace(place, RustType::Unit);
            *place = RustType::Boxed(Box::new(inner));
        }
    }
    let mut sizes = Sizes::default();
    for position in inside_out(items, &index) {
        if let Some(item) = items.get_mut(position) {
            sizes.box_if_huge(item);
            sizes.add(item);
        }
    }
    for item in items.iter_mut() {
        if let TypeKind::Union(union) = &mut item.kind {
            for variant in &mut union.variants {
                variant.value = sizes.boxed_if_large(variant.value.clone());
            }
        }
    }
}

/// The items that the values of an item hold inline, each with the value's position.
fn inline_targets(item: &TypeItem, index: &BTreeMap<TypeName, usize>) -> Vec<(usize, usize)> {
    let mut targets = Vec::new();
    for (slot, value) in item.kind.values().into_iter().enumerate() {
        let mut names = Vec::new();
        inline_names(value, &mut names);
        let known = names.into_iter().filter_map(|name| index.get(name));
        targets.extend(known.map(|target| (slot, *target)));
    }
    targets
}

/// The named types that a value holds inline; lists, maps and boxes hold theirs on the heap.
fn inline_names<'v>(value: &'v RustType, names: &mut Vec<&'v TypeName>) {
    match value {
        RustType::Named(name) => names.push(name),
        RustType::Option(inner) | RustType::Maybe(inner) | RustType::JsonText(inner) => {
            inline_names(inner, names);
        }
        RustType::Tuple(items) => items.iter().for_each(|item| inline_names(item, names)),
        _ => {}
    }
}

/// The positions of the items, of which those that others hold come first. No cycle is left, so every item has its turn.
fn inside_out(items: &[TypeItem], index: &BTreeMap<TypeName, usize>) -> Vec<usize> {
    let held = items.iter().map(|item| {
        let targets = inline_targets(item, index).into_iter();
        targets.map(|(_, target)| target).collect()
    });
    circles(&held.collect::<Vec<_>>()).concat()
}

/// Estimated sizes of the items, in bytes.
#[derive(Default)]
pub(super) struct Sizes {
    sizes: BTreeMap<TypeName, usize>,
}

impl Sizes {
    /// Estimates all items.
    pub(super) fn of(items: &[TypeItem], index: &BTreeMap<TypeName, usize>) -> Self {
        let mut sizes = Self::default();
        let order = inside_out(items, index).into_iter();
        for item in order.filter_map(|position| items.get(position)) {
            sizes.add(item);
        }
        sizes
    }

    fn add(&mut self, item: &TypeItem) {
        self.sizes.insert(item.name.clone(), self.item(item));
    }

    /// Boxes what is large in a record that would be huge.
    fn box_if_huge(&self, item: &mut TypeItem) {
        let is_record = matches!(item.kind, TypeKind::Struct(_) | TypeKind::Tuple(_));
        if is_record && self.item(item) >= HUGE {
            let mut values = item.kind.values_mut();
            values.retain(|value| self.size(value) >= LARGE);
            for value in values {
                *value = RustType::Boxed(Box::new(value.clone()));
            }
        }
    }

    /// Boxes a type that would be large in a variant.
    pub(super) fn boxed_if_large(&self, value: RustType) -> RustType {
        let is_record = matches!(value, RustType::Named(_));
        if is_record && self.size(&value) >= LARGE {
            RustType::Boxed(Box::new(value))
        } else {
            value
        }
    }

    fn item(&self, item: &TypeItem) -> usize {
        match &item.kind {
            TypeKind::Struct(item) | TypeKind::Tuple(item) => self.fields(item),
            TypeKind::TextEnum { open, .. } => {
                if *open {
                    24
                } else {
                    1
                }
            }
            TypeKind::IntegerEnum { .. } | TypeKind::ValueEnum(_) => 1,
            TypeKind::Union(union) => {
                let variants = union.variants.iter();
                let sizes = variants.map(|one| self.size(&self.boxed_if_large(one.value.clone())));
                sizes.max().unwrap_or(0).saturating_add(8)
            }
            TypeKind::Alias(target) | TypeKind::Newtype(target) => self.size(target),
        }
    }

    fn fields(&self, item: &StructItem) -> usize {
        let rest = if item.rest.is_some() { 24 } else { 0 };
        let fields = item.fields.iter();
        sum(fields.map(|field| self.size(&field.rust_type()))).saturating_add(rest)
    }

    fn size(&self, value: &RustType) -> usize {
        match value {
            RustType::Unit => 0,
            RustType::Bool => 1,
            RustType::Number(_) | RustType::Boxed(_) => 8,
            RustType::Foreign(foreign) => foreign.size,
            RustType::Runtime(..) | RustType::Address(_) => 16,
            RustType::String | RustType::Base64 | RustType::List(_) | RustType::Map(..) => 24,
            RustType::Tuple(items) => sum(items.iter().map(|item| self.size(item))),
            RustType::Json => 32,
            RustType::Binary | RustType::ByteStream => 80,
            RustType::ItemStream(_) => 16,
            RustType::JsonText(inner) => self.size(inner),
            RustType::ServerSentEvent => 88,
            RustType::Named(name) => self.sizes.get(name).copied().unwrap_or(8),
            // Many types have room for "nothing" in themselves; numbers and uuids need a word more.
            RustType::Option(inner) | RustType::Maybe(inner) => {
                self.size(inner).max(1).saturating_add(8)
            }
        }
    }
}

/// Records that hold two of the next each double with every level.
fn sum(sizes: impl Iterator<Item = usize>) -> usize {
    sizes.fold(0, usize::saturating_add)
}
