//! The kinds of JSON value that a type has, and what else is seen from the outside: members and their constants.

use std::collections::BTreeSet;

use crate::ir::arena::{TypeId, Types};
use crate::ir::types::{Field, JsonKind, Record, Shape};

/// The kinds of JSON value that a type has.
pub(super) fn json_kinds(types: &Types, id: TypeId) -> BTreeSet<JsonKind> {
    let mut kinds = BTreeSet::new();
    add_kinds(types, id, &mut kinds, &mut BTreeSet::new());
    kinds
}

/// A union that was seen before adds nothing.
fn add_kinds(
    types: &Types,
    id: TypeId,
    kinds: &mut BTreeSet<JsonKind>,
    seen: &mut BTreeSet<TypeId>,
) {
    let id = types.resolve(id);
    match &types.get(id).shape {
        Shape::Any | Shape::Alias(_) => kinds.extend(JsonKind::ALL),
        Shape::Never => {}
        Shape::Null => drop(kinds.insert(JsonKind::Null)),
        Shape::Boolean => drop(kinds.insert(JsonKind::Boolean)),
        Shape::Integer(_) => drop(kinds.insert(JsonKind::Integer)),
        Shape::Number(_) => kinds.extend([JsonKind::Integer, JsonKind::Number]),
        Shape::Text(_) | Shape::Binary | Shape::JsonText(_) => drop(kinds.insert(JsonKind::Text)),
        Shape::List(_) | Shape::Tuple(_) => drop(kinds.insert(JsonKind::List)),
        Shape::Map(_) | Shape::Record(_) => drop(kinds.insert(JsonKind::Object)),
        Shape::Enumeration(enumeration) => {
            kinds.extend(
                enumeration
                    .values
                    .iter()
                    .map(|one| JsonKind::of(&one.value)),
            );
        }
        Shape::Union(union) if seen.insert(id) => {
            for variant in &union.variants {
                add_kinds(types, variant.value.id, kinds, seen);
                kinds.extend(variant.value.or_null.then_some(JsonKind::Null));
            }
        }
        Shape::Union(_) => {}
    }
}

/// Whether all values of a type are objects.
pub(super) fn is_object(types: &Types, id: TypeId) -> bool {
    json_kinds(types, id).into_iter().eq([JsonKind::Object])
}

/// The record that a type is.
pub(super) fn record(types: &Types, id: TypeId) -> Option<&Record> {
    match &types.get(types.resolve(id)).shape {
        Shape::Record(record) => Some(record),
        _ => None,
    }
}

/// The member of a record with this key.
pub(super) fn field<'r>(record: &'r Record, name: &str) -> Option<&'r Field> {
    record.fields.iter().find(|field| field.wire_name == name)
}

/// The types that are no unions which a type is, or which are branches of it, however deep; each union is entered once.
pub(super) fn leaves(types: &Types, id: TypeId) -> Vec<TypeId> {
    let mut leaves = Vec::new();
    let mut entered = BTreeSet::new();
    let mut pending = vec![id];
    while let Some(id) = pending.pop() {
        let id = types.resolve(id);
        match &types.get(id).shape {
            Shape::Union(union) if entered.insert(id) => {
                pending.extend(union.variants.iter().map(|variant| variant.value.id));
            }
            Shape::Union(_) => {}
            _ => leaves.push(id),
        }
    }
    leaves
}

/// Whether a type, or every branch of it, has the member.
pub(super) fn declares(types: &Types, id: TypeId, property: &str) -> bool {
    let has_field = |id| record(types, id).is_some_and(|one| field(one, property).is_some());
    leaves(types, id).into_iter().all(has_field)
}

/// Whether a type, or a branch of it, says that the member may be absent.
pub(super) fn may_lack(types: &Types, id: TypeId, property: &str) -> bool {
    let optional = |id| field(record(types, id)?, property).filter(|field| !field.required);
    leaves(types, id)
        .into_iter()
        .any(|id| optional(id).is_some())
}

/// The values that a member of a record may have, as text, if they are enumerated. With `required`, only if the
/// member must be there.
pub(super) fn constants(
    types: &Types,
    id: TypeId,
    property: &str,
    required: bool,
) -> Option<Vec<String>> {
    field_constants(types, field(record(types, id)?, property)?, required)
}

/// The same, of the member itself.
pub(super) fn field_constants(types: &Types, field: &Field, required: bool) -> Option<Vec<String>> {
    match &types.get(types.resolve(field.value.id)).shape {
        Shape::Enumeration(enumeration)
            if !enumeration.open && (!required || (field.required && !field.value.or_null)) =>
        {
            let values = enumeration.values.iter().map(|one| &one.value);
            values.map(scalar).collect()
        }
        _ => None,
    }
}

/// A value as text, if it is neither a list nor an object.
pub(super) fn scalar(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
        serde_json::Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
