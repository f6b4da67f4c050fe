//! Values that meet conditions: they are made without them, and changed until they do.

use serde_json::{Map, Value, json};

use super::{Making, TRIES, of};
use crate::ir::{Condition, Extra, Shape, Type, TypeId};

/// Objects with more members than this are not tried without each of them.
const MOST_MEMBERS: usize = 32;

impl<'t> Making<'t> {
    /// A value that meets the conditions of its type; the first that was made if none does.
    pub(super) fn meeting(&mut self, id: TypeId, one: &'t Type) -> Option<Value> {
        let turn = self.turn;
        let mut first = None;
        let mut found = None;
        for more in 0..TRIES {
            self.turn = turn.wrapping_add(more);
            let Some(made) = self.shape(one) else {
                continue;
            };
            found = self.adapted(id, &made);
            first = first.or(Some(made));
            if found.is_some() {
                break;
            }
        }
        self.turn = turn;
        found
            .or_else(|| {
                let mut named = named(one).into_iter();
                named.find(|value| self.fit.fits(value, of(id)))
            })
            .or(first)
    }

    /// The value, or the same without some members, as the conditions will have it.
    fn adapted(&self, id: TypeId, made: &Value) -> Option<Value> {
        let fits = |value: &Value| self.fit.fits(value, of(id));
        if fits(made) {
            return Some(made.clone());
        }
        let mut thinner = thinner(made).into_iter();
        thinner.find(|value| fits(value) && self.is_known(value, id))
    }

    /// Whether a branch of a union has a field for each member. What was made for one branch may, without a member, be of
    /// another one, which does not know the others: valid, but nothing that a reader keeps.
    fn is_known(&self, value: &Value, id: TypeId) -> bool {
        let Shape::Union(union) = &self.types.get(self.types.resolve(id)).shape else {
            return true;
        };
        let mut variants = union.variants.iter();
        variants.any(|variant| {
            self.fit.fits(value, variant.value) && self.has_fields(value, variant.value.id)
        })
    }

    fn has_fields(&self, value: &Value, id: TypeId) -> bool {
        match (&self.types.get(self.types.resolve(id)).shape, value) {
            (Shape::Record(record), Value::Object(members)) if record.extra == Extra::Ignored => {
                let is_field = |key: &String| record.fields.iter().any(|one| one.wire_name == *key);
                members.keys().all(is_field)
            }
            _ => true,
        }
    }
}

/// Objects without one of the members, and with only what they must have and one of the others.
fn thinner(made: &Value) -> Vec<Value> {
    let Some(members) = made.as_object().filter(|one| one.len() <= MOST_MEMBERS) else {
        return Vec::new();
    };
    let some = |keep: &dyn Fn(&str) -> bool| {
        let kept = members.iter().filter(|(key, _)| keep(key));
        let kept: Map<String, Value> = kept.map(|(key, one)| (key.clone(), one.clone())).collect();
        Value::Object(kept)
    };
    let without = members.keys().map(|left_out| some(&|key| key != left_out));
    let alone = members.keys().map(|only| some(&|key| key == only));
    without.chain(alone).chain([json!({})]).collect()
}

/// Values that the conditions of a type name; of a type that says nothing else, also one of each kind.
fn named(one: &Type) -> Vec<Value> {
    let mut values = Vec::new();
    let mut left: Vec<&Condition> = one.constraints.conditions.iter().collect();
    while let Some(condition) = left.pop() {
        if let Condition::Values(listed) = condition {
            values.extend(listed.iter().cloned());
        }
        left.extend(condition.parts());
    }
    if one.shape == Shape::Any {
        values.extend([json!(1), json!(true), json!(null), json!([]), json!({})]);
    }
    values
}
