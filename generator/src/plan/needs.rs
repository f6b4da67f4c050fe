//! Needs: the runtime files and crates that the planned code names directly.

use super::model::{
    BodyCodec, ConstraintRow, ContentCodec, CrateNeed, LimitItem, Needs, Plan, RustType, Success,
    TypeKind,
};

/// Looks through everything that was planned.
pub(super) fn of(plan: &Plan) -> Needs {
    let mut needs = Needs::default();
    needs.crates.insert(
        "serde",
        CrateNeed {
            version: "1",
            features: Vec::new(),
            default_features: true,
        },
    );
    for item in &plan.types {
        if item.constraints.iter().any(has_pattern) {
            needs.runtime.insert("pattern");
        }
        match &item.kind {
            TypeKind::Struct(structure) => {
                needs.runtime.extend(["wire", "validate"]);
                structure
                    .fields
                    .iter()
                    .for_each(|field| rust_type(&mut needs, &field.rust_type()));
                structure
                    .rest
                    .iter()
                    .for_each(|(_, value)| rust_type(&mut needs, value));
            }
            TypeKind::Union(union) => {
                needs.runtime.extend(["unions", "validate"]);
                union
                    .variants
                    .iter()
                    .for_each(|variant| rust_type(&mut needs, &variant.value));
            }
            TypeKind::TextEnum { .. } | TypeKind::IntegerEnum(_) => {
                needs.runtime.extend(["text_enum", "validate"])
            }
            TypeKind::Alias(target) => rust_type(&mut needs, target),
        }
    }
    for set in &plan.response_sets {
        needs.runtime.insert("responses");
        set.cases
            .iter()
            .for_each(|case| rust_type(&mut needs, &case.content.value));
    }
    for operation in plan
        .operation_groups
        .iter()
        .flat_map(|group| &group.operations)
    {
        operation
            .path
            .iter()
            .chain(&operation.parameters)
            .for_each(|one| rust_type(&mut needs, &one.value));
        if let Some(body) = &operation.body {
            rust_type(&mut needs, &body.value);
            if body.codec == BodyCodec::Multipart {
                needs.runtime.insert("multipart");
            }
        }
        if let Success::One(_, content) = &operation.success {
            rust_type(&mut needs, &content.value);
            if matches!(content.codec, ContentCodec::Bytes(_)) {
                needs.runtime.insert("binary");
            }
        }
    }
    if plan.parts.client {
        needs.runtime.extend(["call", "client", "credentials"]);
    }
    if plan.parts.server {
        needs.runtime.extend([
            "authentication",
            "exchange",
            "router",
            "service",
            "validate",
        ]);
    }
    needs
}

fn has_pattern(row: &ConstraintRow) -> bool {
    let is_pattern = |limit: &LimitItem| matches!(limit, LimitItem::Pattern(_));
    matches!(row, ConstraintRow::Member { limits, .. } if limits.iter().any(is_pattern))
}

fn rust_type(needs: &mut Needs, value: &RustType) {
    match value {
        RustType::Uuid => add(needs, "uuid", "1", &["serde"], true),
        RustType::DateTime | RustType::Date => {
            add(needs, "chrono", "0.4", &["serde", "std"], false)
        }
        RustType::Json => add(needs, "serde_json", "1", &[], true),
        RustType::Base64 => {
            needs.runtime.insert("base64");
        }
        RustType::Binary => {
            needs.runtime.insert("binary");
        }
        RustType::Maybe(inner) => {
            needs.runtime.insert("maybe");
            rust_type(needs, inner);
        }
        RustType::List(inner)
        | RustType::Map(inner)
        | RustType::Option(inner)
        | RustType::Boxed(inner) => {
            rust_type(needs, inner);
        }
        RustType::Unit
        | RustType::Bool
        | RustType::Number(_)
        | RustType::String
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
