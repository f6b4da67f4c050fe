//! What a user means by a name or a pointer.

use std::collections::BTreeMap;

use crate::diagnostic::{Place, Segment};
use crate::ir::{Api, NameHint, Shape, Type, TypeId};

/// A part of the API that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A type.
    Type(TypeId),
    /// A member of a record, by its position.
    Field(TypeId, usize),
    /// A value of an enumeration, by its position.
    Value(TypeId, usize),
    /// An operation, by its position.
    Operation(usize),
    /// A parameter of an operation, by both positions.
    Parameter(usize, usize),
}

/// All parts of the API by what people call them.
pub(super) struct Selector {
    /// `Pet`, `Pet.name`, `getPet`, `getPet.limit`.
    names: BTreeMap<String, Vec<Target>>,
    /// Places of the root document.
    pointers: BTreeMap<String, Vec<Target>>,
}

impl Selector {
    pub(super) fn of(api: &Api) -> Self {
        let mut selector = Self {
            names: BTreeMap::new(),
            pointers: BTreeMap::new(),
        };
        for (id, one) in api.types.iter() {
            let name = schema_name(one);
            if let Some(name) = &name {
                selector.name(name.clone(), Target::Type(id));
            }
            selector.point(&one.place, Target::Type(id), name.is_some());
            selector.members(id, one, name.as_deref());
        }
        for (index, operation) in api.operations.iter().enumerate() {
            selector.name(operation.id.clone(), Target::Operation(index));
            selector.point(&operation.place, Target::Operation(index), true);
            for (position, parameter) in operation.parameters.iter().enumerate() {
                let target = Target::Parameter(index, position);
                selector.name(format!("{}.{}", operation.id, parameter.name), target);
                selector.point(&parameter.place, target, true);
            }
        }
        selector
    }

    fn members(&mut self, id: TypeId, one: &Type, name: Option<&str>) {
        let mut add = |word: &str, place: &Place, target: Target| {
            if let Some(name) = name {
                self.name(format!("{name}.{word}"), target);
            }
            self.point(place, target, true);
        };
        match &one.shape {
            Shape::Record(record) => {
                for (index, field) in record.fields.iter().enumerate() {
                    add(&field.wire_name, &field.place, Target::Field(id, index));
                }
            }
            Shape::Enumeration(enumeration) => {
                let place = one.place.child("enum");
                for (index, value) in enumeration.values.iter().enumerate() {
                    let word = match &value.value {
                        serde_json::Value::String(text) => text.clone(),
                        other => other.to_string(),
                    };
                    add(&word, &place.index(index), Target::Value(id, index));
                }
            }
            _ => {}
        }
    }

    /// Everything that is called so.
    pub(super) fn find(&self, what: &str) -> Vec<Target> {
        let pointer = what.strip_prefix('#').filter(|rest| rest.starts_with('/'));
        let found = match pointer.or_else(|| what.starts_with('/').then_some(what)) {
            Some(pointer) => self.pointers.get(pointer),
            None => self.names.get(what),
        };
        found.cloned().unwrap_or_default()
    }

    /// All names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    fn name(&mut self, name: String, target: Target) {
        self.names.entry(name).or_default().push(target);
    }

    fn point(&mut self, place: &Place, target: Target, is_whole: bool) {
        if place.file == 0 {
            let targets = self.pointers.entry(place.pointer()).or_default();
            // Types that are made of parts of the same schema are not the schema.
            if is_whole || !targets.iter().any(|one| matches!(one, Target::Type(_))) {
                targets.push(target);
            }
        }
    }
}

/// The key under which the document declares a type.
fn schema_name(one: &Type) -> Option<String> {
    match &one.hint {
        NameHint::Component(name) => Some(name.clone()),
        NameHint::Pinned(_) => key_in(&["schemas", "definitions", "$defs"], one),
        // The second type of a schema, for requests: what its members are called holds for it too.
        NameHint::Derived(path) => match path.as_slice() {
            [owner, word] if word == "request" => {
                key_in(&["schemas", "definitions"], one).map(|_| owner.clone())
            }
            _ => None,
        },
        NameHint::Titled(..) => None,
    }
}

/// The key of a type that stands directly in an object of one of these names.
fn key_in(parents: &[&str], one: &Type) -> Option<String> {
    match one.place.segments().as_slice() {
        [.., Segment::Key(parent), Segment::Key(name)] if parents.contains(&&**parent) => {
            Some(name.to_string())
        }
        _ => None,
    }
}
