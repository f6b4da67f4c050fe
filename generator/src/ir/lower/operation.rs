//! Operations: their ids, paths, and the pieces that others lower.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::path;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::ir::operation::{Location, Method, Operation, Parameter, PathPart, PathTemplate};
use crate::ir::types::Docs;
use crate::openapi;

impl<'d> Lowering<'_, 'd> {
    /// All operations that can be lowered, in the document's order.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let description = self.description;
        let mut ids = OperationIds::new(&description.operations);
        let mut seen: BTreeMap<(String, String), &'d str> = BTreeMap::new();
        let mut operations = Vec::new();
        for operation in &description.operations {
            let (id, id_stated) = ids.choose(operation, self);
            let Some(template) = self.template(operation) else {
                continue;
            };
            let form = (operation.method.clone(), path::form(&template));
            if let Some(first) = seen.insert(form, operation.path) {
                self.report_same_path(operation, first);
                continue;
            }
            operations.extend(self.operation(operation, id, id_stated, template));
        }
        operations
    }

    fn operation(
        &mut self,
        operation: &openapi::Operation<'d>,
        id: String,
        id_stated: bool,
        path: PathTemplate,
    ) -> Option<Operation> {
        let parameters = self.parameters(operation, &id);
        let parameters = self.agreed(operation, &path, parameters)?;
        let body = operation.body.as_ref();
        let body = body.and_then(|body| self.body(body, &id));
        let responses = self.responses(operation, &id);
        let security = self.operation_security(operation)?;
        let data = &operation.data;
        Some(Operation {
            id,
            id_stated,
            method: Method(operation.method.clone()),
            path,
            tags: data.tags.clone(),
            summary: data.summary.clone(),
            docs: Docs {
                title: None,
                description: data.description.clone(),
                examples: Vec::new(),
                deprecated: data.deprecated,
            },
            parameters,
            body,
            responses,
            security,
            place: operation.place.clone(),
        })
    }

    fn template(&mut self, operation: &openapi::Operation<'d>) -> Option<PathTemplate> {
        match path::parse(operation.path) {
            Ok(template) => Some(template),
            Err(problem) => {
                let place = path_place(operation);
                self.report(Diagnostic::error(Code::PathTemplate, problem).at(&place));
                None
            }
        }
    }

    /// The parameters, if every hole of the path has one; those that have no hole are reported and left out.
    fn agreed(
        &mut self,
        operation: &openapi::Operation<'d>,
        template: &PathTemplate,
        parameters: Vec<Parameter>,
    ) -> Option<Vec<Parameter>> {
        let is_path = |one: &Parameter| one.location == Location::Path;
        let mut complete = true;
        for part in &template.parts {
            if let PathPart::Hole(name) = part
                && !parameters
                    .iter()
                    .any(|one| is_path(one) && one.name == *name)
            {
                complete = false;
                let message = format!("`{name}` in the path `{}` is not declared", operation.path);
                self.report(
                    Diagnostic::error(Code::PathTemplate, message)
                        .at(&operation.place.key())
                        .label(format!("no parameter `{name}` with `in: path`"))
                        .help("declare it under `parameters` of the operation or the path; until then the operation is left out"),
                );
            }
        }
        let (kept, homeless): (Vec<Parameter>, Vec<Parameter>) =
            parameters.into_iter().partition(|one| {
                !is_path(one) || template.parts.contains(&PathPart::Hole(one.name.clone()))
            });
        for parameter in homeless {
            let message = format!(
                "the path `{}` has no `{{{}}}`",
                operation.path, parameter.name
            );
            self.report(
                Diagnostic::warning(Code::PathTemplate, message)
                    .at(&parameter.place)
                    .label("this parameter is left out"),
            );
        }
        complete.then_some(kept)
    }

    fn report_same_path(&mut self, operation: &openapi::Operation<'d>, first: &str) {
        let method = &operation.method;
        let message = format!(
            "`{method} {}` matches the same requests as `{first}`",
            operation.path
        );
        self.report(
            Diagnostic::error(Code::DuplicateOperation, message)
                .at(&operation.place.key())
                .label("this operation is left out"),
        );
    }
}

/// The key of the operation's path under `paths`.
fn path_place(operation: &openapi::Operation<'_>) -> Place {
    Place::root(0).child("paths").child(operation.path).key()
}

/// Gives every operation an id of its own.
struct OperationIds {
    /// Ids that are stated somewhere, which must not be made up for another operation.
    stated: BTreeSet<String>,
    given: BTreeSet<String>,
}

impl OperationIds {
    fn new(operations: &[openapi::Operation<'_>]) -> Self {
        let stated = operations.iter();
        Self {
            stated: stated
                .filter_map(|one| one.data.operation_id.clone())
                .collect(),
            given: BTreeSet::new(),
        }
    }

    /// The id, and whether the document states it.
    fn choose(
        &mut self,
        operation: &openapi::Operation<'_>,
        lowering: &mut Lowering<'_, '_>,
    ) -> (String, bool) {
        if let Some(id) = operation
            .data
            .operation_id
            .as_ref()
            .filter(|id| !id.is_empty())
        {
            if self.given.insert(id.clone()) {
                return (id.clone(), true);
            }
            let made = self.make(operation);
            lowering.report(
                Diagnostic::warning(
                    Code::DuplicateOperationId,
                    format!("the operationId `{id}` is taken; `{made}` is used"),
                )
                .at(&operation.place.child("operationId"))
                .help("operationIds must be unique in the whole document"),
            );
            return (made, false);
        }
        (self.make(operation), false)
    }

    /// An id from method and path, `get_users_id` for `GET /users/{id}`, with a number where that is taken.
    fn make(&mut self, operation: &openapi::Operation<'_>) -> String {
        let words = operation.path.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        let method = operation.method.to_lowercase();
        let words: Vec<&str> = std::iter::once(method.as_str()).chain(words).collect();
        let base = words.join("_");
        let mut id = base.clone();
        let mut number = 1;
        while self.stated.contains(&id) || self.given.contains(&id) {
            number += 1;
            id = format!("{base}_{number}");
        }
        self.given.insert(id.clone());
        id
    }
}
