//! Needs: the crates that the planned types name. The runtime files bring their own.

use super::model::{CrateNeed, Needs, Plan, RustType, TypeKind};
use super::operation_model::{OperationItem, Success};

/// Looks through everything that was planned.
pub(super) fn of(plan: &Plan) -> Needs {
    let mut needs = Needs::default();
    add(&mut needs, "serde", "1", &[], true);
    for item in &plan.types {
        match &item.kind {
            TypeKind::Struct(structure) | TypeKind::Tuple(structure) => {
                structure
                    .fields
                    .iter()
                    .for_each(|field| rust_type(&mut needs, &field.value));
                structure
                    .rest
                    .iter()
                    .for_each(|(_, value)| rust_type(&mut needs, value));
            }
            TypeKind::Union(union) => union
                .variants
                .iter()
                .for_each(|variant| rust_type(&mut needs, &variant.value)),
            TypeKind::Alias(target) | TypeKind::Newtype(target) => rust_type(&mut needs, target),
            TypeKind::ValueEnum(_) => rust_type(&mut needs, &RustType::Json),
            TypeKind::TextEnum { .. } | TypeKind::IntegerEnum(_) => {}
        }
    }
    for case in plan.response_sets.iter().flat_map(|set| &set.cases) {
        rust_type(&mut needs, &case.content.value);
    }
    for operation in plan
        .operation_groups
        .iter()
        .flat_map(|group| &group.operations)
    {
        of_operation(&mut needs, operation);
    }
    needs
}

fn of_operation(needs: &mut Needs, operation: &OperationItem) {
    operation
        .path
        .iter()
        .chain(&operation.parameters)
        .for_each(|one| rust_type(needs, &one.value));
    operation
        .body
        .iter()
        .for_each(|body| rust_type(needs, &body.value));
    if let Success::One(_, content) = &operation.success {
        rust_type(needs, &content.value);
    }
}

fn rust_type(needs: &mut Needs, value: &RustType) {
    match value {
        RustType::Uuid => add(needs, "uuid", "1", &["serde"], true),
        RustType::DateTime | RustType::Date => {
            add(needs, "chrono", "0.4", &["serde", "std"], false)
        }
        RustType::Json => add(needs, "serde_json", "1", &[], true),
        RustType::List(inner)
        | RustType::Maybe(inner)
        | RustType::Map(inner)
        | RustType::Option(inner)
        | RustType::Boxed(inner) => {
            rust_type(needs, inner);
        }
        RustType::Tuple(items) => items.iter().for_each(|item| rust_type(needs, item)),
        RustType::Unit
        | RustType::Bool
        | RustType::Number(_)
        | RustType::String
        | RustType::Base64
        | RustType::Binary
        | RustType::Address(_)
        | RustType::Named(_) => {}
    }
}

fn add(
    needs: &mut Needs,
    name: &'static str,
    version: &'static str,
    features: &[&'static str],
    default_features: bool,
) {
    needs.crates.insert(
        name,
        CrateNeed {
            version,
            features: features.to_vec(),
            default_features,
        },
    );
}
