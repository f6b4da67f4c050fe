//! Needs: the crates that the planned types name. The runtime files bring their own.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::foreign::ForeignType;
use super::model::{CrateNeed, Needs, Plan, TypeKind};
use super::operation_model::{BodyKind, OperationItem, Success};
use super::rust_type::RustType;
use crate::ir::Types;

/// Looks through everything that was planned.
pub(super) fn of(plan: &Plan, types: &Types) -> Needs {
    let mut needs = Needs::default();
    add(&mut needs, "serde", "1", &[], true);
    visit(plan, &mut |value| match value {
        RustType::Foreign(foreign) => foreign.needs.iter().for_each(|need| join(&mut needs, need)),
        RustType::Json => add(&mut needs, "serde_json", "1", &[], true),
        _ => {}
    });
    let traits = types.iter().flat_map(|(_, one)| &one.traits);
    traits
        .filter_map(super::foreign::need)
        .for_each(|need| join(&mut needs, &need));
    needs
}

/// The types of other crates that the runtime knows nothing about.
pub(super) fn foreign_types(plan: &Plan) -> BTreeSet<Arc<ForeignType>> {
    let mut types = BTreeSet::new();
    visit(plan, &mut |value| match value {
        RustType::Foreign(foreign) if !foreign.is_standard => {
            types.insert(foreign.clone());
        }
        _ => {}
    });
    types
}

/// Visits all types that are written, and what they are made of.
fn visit(plan: &Plan, look: &mut dyn FnMut(&RustType)) {
    for item in &plan.types {
        let values = item.kind.values().into_iter();
        values.for_each(|value| value.visit(look));
        match &item.kind {
            TypeKind::Struct(structure) | TypeKind::Tuple(structure) => {
                let rest = structure.rest.iter();
                rest.for_each(|(_, value)| value.visit(look));
            }
            TypeKind::ValueEnum(_) => look(&RustType::Json),
            _ => {}
        }
    }
    for case in plan.response_sets.iter().flat_map(|set| &set.cases) {
        case.content.value.visit(look);
    }
    for case in plan.body_sets.iter().flat_map(|set| &set.cases) {
        case.content.value.visit(look);
    }
    for operation in plan.groups().flat_map(|group| &group.operations) {
        visit_operation(operation, look);
    }
}

fn visit_operation(operation: &OperationItem, look: &mut dyn FnMut(&RustType)) {
    let parameters = operation.path.iter().chain(&operation.parameters);
    let values = parameters.map(|one| &one.value);
    values.for_each(|value| value.visit(look));
    if let Some(BodyKind::One(content)) = operation.body.as_ref().map(|body| &body.kind) {
        content.value.visit(look);
    }
    if let Success::One(_, content) = &operation.success {
        content.value.visit(look);
    }
}

fn add(needs: &mut Needs, name: &str, version: &str, features: &[&str], default_features: bool) {
    let need = CrateNeed::new(version, features, default_features);
    join(needs, &(name.to_owned(), need));
}

/// Adds a need; of two for one crate, the first version counts, and all features.
fn join(needs: &mut Needs, (name, need): &(String, CrateNeed)) {
    let one = needs
        .crates
        .entry(name.clone())
        .or_insert_with(|| need.clone());
    one.default_features |= need.default_features;
    for feature in &need.features {
        if !one.features.contains(feature) {
            one.features.push(feature.clone());
        }
    }
}
