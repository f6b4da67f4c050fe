//! What is right and makes poor code all the same. Only `check` says so.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Api, NameHint, Operation, Shape, StatusPattern, Type};

/// Looks for what could be better.
pub fn lint(api: &Api, diagnostics: &mut Diagnostics) {
    for operation in &api.operations {
        operation_id(operation, diagnostics);
        error_schemas(operation, diagnostics);
    }
    for (_, one) in api.types.iter() {
        type_name(one, diagnostics);
    }
}

fn operation_id(operation: &Operation, diagnostics: &mut Diagnostics) {
    if operation.id_stated {
        return;
    }
    let message = "an operation without `operationId` is named after its method and path";
    diagnostics.push(
        Diagnostic::warning(Code::NoOperationId, message)
            .at(&operation.place.key())
            .label(format!("named `{}`", operation.id))
            .help("give it an `operationId` that says what it does, for example `listPets`"),
    );
}

fn error_schemas(operation: &Operation, diagnostics: &mut Diagnostics) {
    for response in &operation.responses {
        let is_error = match response.status {
            StatusPattern::Exact(status) => status >= 400,
            StatusPattern::Range(hundreds) => hundreds >= 4,
            StatusPattern::Default => true,
        };
        let has_schema = response
            .contents
            .iter()
            .any(|content| content.value.is_some());
        if is_error && !has_schema {
            let message = "an error response without a schema tells callers its status and no more";
            diagnostics.push(
                Diagnostic::warning(Code::ErrorWithoutSchema, message)
                    .at(&response.place.key())
                    .help("describe the body under `content`, for example as `application/problem+json`"),
            );
        }
    }
}

fn type_name(one: &Type, diagnostics: &mut Diagnostics) {
    let kind = match &one.shape {
        Shape::Record(_) => "an object",
        Shape::Union(_) => "a choice",
        Shape::Enumeration(enumeration) if enumeration.values.len() > 1 => "an enumeration",
        _ => return,
    };
    if matches!(one.hint, NameHint::Derived(_)) {
        let message = format!("{kind} that stands inline is named after its place");
        diagnostics.push(
            Diagnostic::warning(Code::NamelessType, message)
                .at(&one.place.key())
                .help("move it to `components.schemas` and refer to it, or give it a `title`"),
        );
    }
}
