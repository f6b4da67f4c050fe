//! Checks: which limits and conditions are held against a type and its fields, and which types are worth looking into.

use std::collections::{BTreeMap, BTreeSet};

use super::conditions::ConditionTable;
use super::constraints::limits;
use super::items::ItemBuilder;
use super::model::{ConstraintRow, LimitItem, TypeItem, TypeKind};
use crate::ir::{Shape, TextFormat, TypeId, TypeUse};

impl ItemBuilder<'_> {
    /// Gives each item the rows of what is checked of its fields, and the condition of the whole.
    pub(super) fn add_checks(
        &self,
        built: &mut [(TypeId, TypeItem)],
        conditions: &mut ConditionTable<'_>,
    ) {
        let constrained = self.constrained_types(built);
        for (id, item) in built {
            item.constraints = self.constraint_rows(*id, item, &constrained, conditions);
            if !matches!(item.kind, TypeKind::Alias(_)) {
                let own = self.own_condition(*id);
                item.condition = own.map(|condition| conditions.add(&condition));
            }
        }
    }

    /// The limits of a type in use, those of its aliases included.
    pub(super) fn use_limits(&self, value: TypeUse) -> Vec<LimitItem> {
        let types = &self.api.types;
        let end = types.get(types.resolve(value.id));
        let aliases = types.aliases(value).map(|one| types.get(one.id));
        aliases
            .flat_map(|one| limits(&one.constraints, &end.shape))
            .collect()
    }

    /// Which types are constrained, themselves or in their parts.
    fn constrained_types(&self, built: &[(TypeId, TypeItem)]) -> BTreeMap<TypeId, bool> {
        let mut constrained: BTreeMap<TypeId, bool> = BTreeMap::new();
        for (id, item) in built {
            let fields = match &self.api.types.get(*id).shape {
                Shape::Record(record) => record.fields.as_slice(),
                _ => &[],
            };
            let is_checked = |value: TypeUse| {
                !self.checked_limits(value).is_empty() || self.lifted(value, false).is_some()
            };
            let is_item = !matches!(item.kind, TypeKind::Alias(_));
            let own = is_item && self.own_condition(*id).is_some();
            constrained.insert(
                *id,
                own || fields.iter().any(|field| is_checked(field.value)),
            );
        }
        loop {
            let newly: Vec<TypeId> = constrained
                .iter()
                .filter(|(id, is)| {
                    !**is
                        && self
                            .inner_items(**id)
                            .iter()
                            .any(|part| constrained.get(part) == Some(&true))
                })
                .map(|(id, _)| *id)
                .collect();
            if newly.is_empty() {
                return constrained;
            }
            for id in newly {
                constrained.insert(id, true);
            }
        }
    }

    /// Limits that the runtime can hold against the Rust type of a value.
    fn checked_limits(&self, value: TypeUse) -> Vec<LimitItem> {
        let end = self.api.types.resolve(value.id);
        let is_plain = !self.table.is_wrapped(end) && !self.table.is_foreign(value.id);
        if is_plain && is_measured(&self.api.types.get(end).shape) {
            self.use_limits(value)
        } else {
            Vec::new()
        }
    }

    /// The types inside a type, up to records and unions, which check what is inside them themselves.
    fn inner_items(&self, id: TypeId) -> Vec<TypeId> {
        let mut found = Vec::new();
        let mut pending = super::usage::parts(self.api.types.get(id));
        let mut seen = BTreeSet::new();
        while let Some(part) = pending.pop() {
            if !seen.insert(part) {
                continue;
            }
            found.push(part);
            if !self.looks_inside(part) {
                pending.extend(super::usage::parts(self.api.types.get(part)));
            }
        }
        found
    }

    /// Whether a type checks what is inside it itself.
    fn looks_inside(&self, id: TypeId) -> bool {
        let one = self.api.types.get(id);
        one.replacement.is_none() && matches!(one.shape, Shape::Record(_) | Shape::Union(_))
    }

    fn constraint_rows(
        &self,
        id: TypeId,
        item: &TypeItem,
        constrained: &BTreeMap<TypeId, bool>,
        conditions: &mut ConditionTable<'_>,
    ) -> Vec<ConstraintRow> {
        let Shape::Record(record) = &self.api.types.get(id).shape else {
            return Vec::new();
        };
        let TypeKind::Struct(structure) = &item.kind else {
            return Vec::new();
        };
        let mut rows = Vec::new();
        for (field, planned) in record.fields.iter().zip(&structure.fields) {
            let limits = self.checked_limits(field.value);
            let name = planned.name.clone();
            let wire_name = field.wire_name.clone();
            if !limits.is_empty() {
                rows.push(ConstraintRow::Member {
                    field: name.clone(),
                    wire_name: wire_name.clone(),
                    limits,
                });
            }
            if let Some(condition) = self.lifted(field.value, false) {
                rows.push(ConstraintRow::Meets {
                    field: name.clone(),
                    wire_name: wire_name.clone(),
                    required: field.required,
                    condition: conditions.add(&condition),
                });
            }
            let target = self.api.types.resolve(field.value.id);
            let mut inner = vec![target];
            if !self.looks_inside(target) {
                inner.extend(self.inner_items(target));
            }
            if inner
                .iter()
                .any(|part| constrained.get(part) == Some(&true))
            {
                rows.push(ConstraintRow::Nested {
                    field: name,
                    wire_name,
                });
            }
        }
        rows
    }
}

/// Whether the runtime can hold limits against the Rust type of a shape.
pub(super) fn is_measured(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text(TextFormat::Plain(_) | TextFormat::Time | TextFormat::Duration)
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::List(_)
            | Shape::Map(_)
    )
}
