//! Which types are copied where others are borrowed: enumerations without data, and aliases of what is copied.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{TypeItem, TypeKind};
use super::names::TypeName;
use super::rust_type::RustType;

/// The names of these types.
pub(super) fn types(types: &[TypeItem]) -> BTreeSet<TypeName> {
    let (mut copied, mut waiting) = (Vec::new(), BTreeMap::<&TypeName, Vec<&TypeName>>::new());
    for item in types {
        match &item.kind {
            TypeKind::TextEnum { open: false, .. }
            | TypeKind::IntegerEnum { .. }
            | TypeKind::ValueEnum(_) => copied.push(&item.name),
            TypeKind::Alias(target) => match aliased(target) {
                RustType::Named(target) => waiting.entry(target).or_default().push(&item.name),
                other if other.is_copy() => copied.push(&item.name),
                _ => {}
            },
            TypeKind::TextEnum { .. }
            | TypeKind::Struct(_)
            | TypeKind::Tuple(_)
            | TypeKind::Newtype(_)
            | TypeKind::Union(_) => {}
        }
    }
    let mut found = BTreeSet::new();
    while let Some(name) = copied.pop() {
        found.insert(name.clone());
        copied.extend(waiting.remove(name).unwrap_or_default());
    }
    found
}

/// What an alias stands for; an option is copied if what it holds is.
fn aliased(target: &RustType) -> &RustType {
    match target {
        RustType::Option(inner) => aliased(inner),
        other => other,
    }
}
