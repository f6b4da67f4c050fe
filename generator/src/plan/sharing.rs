//! Sharing: of types without a name of their own in the document that say the same in all respects, the first is written
//! out, and the others are other names for it. Every place keeps its name, whatever the document says elsewhere.

use std::collections::BTreeMap;

use super::model::{ConstraintRow, DefaultValue, Presence, TypeItem, TypeKind};
use super::names::TypeName;
use super::rust_type::RustType;

/// So many types with the same members, and not the same in all respects, are told apart; more are not compared.
const MOST_DIFFERENT: usize = 64;

/// Turns items into aliases of the first that says the same.
pub(super) fn share(items: &mut [TypeItem]) {
    let mut classes = Classes::default();
    // What an item is made of comes after it.
    for (position, item) in items.iter().enumerate().rev() {
        if let Some(members) = members(item) {
            classes.add(position, item, members);
        }
    }
    for class in classes.of_members.into_values().flatten() {
        let Some((first, others)) = class.positions.split_last() else {
            continue;
        };
        let Some(name) = items.get(*first).map(|item| item.name.clone()) else {
            continue;
        };
        for other in others {
            if let Some(item) = items.get_mut(*other) {
                item.kind = TypeKind::Alias(RustType::Named(name.clone()));
                item.constraints.clear();
                item.derives.clear();
                item.condition = None;
            }
        }
    }
}

/// All that an item says beside its name, with one name for all types that are the same.
#[derive(PartialEq)]
struct Content {
    docs: Vec<String>,
    deprecated: bool,
    kind: TypeKind,
    constraints: Vec<ConstraintRow>,
    derives: Vec<String>,
    condition: Option<usize>,
}

/// Items that say the same.
struct Class {
    /// What they say.
    content: Content,
    /// The name that stands for all.
    name: TypeName,
    /// Where they are, from the last to the first.
    positions: Vec<usize>,
}

#[derive(Default)]
struct Classes {
    of_members: BTreeMap<Vec<String>, Vec<Class>>,
    /// The name of the class of each item that has one.
    names: BTreeMap<TypeName, TypeName>,
}

impl Classes {
    fn add(&mut self, position: usize, item: &TypeItem, members: Vec<String>) {
        let content = self.content(item);
        let classes = self.of_members.entry(members).or_default();
        if let Some(class) = classes.iter_mut().find(|class| class.content == content) {
            class.positions.push(position);
            self.names.insert(item.name.clone(), class.name.clone());
        } else if classes.len() < MOST_DIFFERENT {
            classes.push(Class {
                content,
                name: item.name.clone(),
                positions: vec![position],
            });
        }
    }

    fn content(&self, item: &TypeItem) -> Content {
        let mut kind = item.kind.clone();
        self.rename(&mut kind);
        Content {
            docs: item.docs.clone(),
            deprecated: item.deprecated,
            kind,
            constraints: item.constraints.clone(),
            derives: item.derives.clone(),
            condition: item.condition,
        }
    }

    /// Calls what is the same by the same name.
    fn rename(&self, kind: &mut TypeKind) {
        let mut one = |name: &mut TypeName| {
            if let Some(class) = self.names.get(name) {
                *name = class.clone();
            }
        };
        for value in kind.values_mut() {
            value.visit_names(&mut one);
        }
        if let TypeKind::Struct(item) | TypeKind::Tuple(item) = kind {
            if let Some((_, rest)) = &mut item.rest {
                rest.visit_names(&mut one);
            }
            for field in &mut item.fields {
                if let Presence::Defaulted(DefaultValue::Variant(name, _)) = &mut field.presence {
                    one(name);
                }
                if let Some((name, _)) = &mut field.only_value {
                    one(name);
                }
            }
        }
    }
}

/// What an item that can be shared consists of, as far as it is told by keys and texts alone.
fn members(item: &TypeItem) -> Option<Vec<String>> {
    if item.wire_name.is_some() {
        return None;
    }
    match &item.kind {
        TypeKind::Struct(one) => {
            let keys = one.fields.iter().map(|field| field.wire_name.clone());
            Some(keys.collect())
        }
        TypeKind::TextEnum { variants, .. } | TypeKind::ValueEnum(variants) => {
            let values = variants.iter().map(|(_, value, _)| value.clone());
            Some(values.collect())
        }
        TypeKind::IntegerEnum { variants, .. } => {
            let values = variants.iter().map(|(_, value, _)| value.to_string());
            Some(values.collect())
        }
        TypeKind::Union(one) => {
            let names = one.variants.iter().map(|variant| variant.name.as_str());
            Some(names.map(str::to_owned).collect())
        }
        TypeKind::Tuple(_) | TypeKind::Newtype(_) | TypeKind::Alias(_) => None,
    }
}
