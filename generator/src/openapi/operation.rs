//! Reading path items and operations.

use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::at::At;
use super::form::{Checked, key_of};
use super::forms::{OPERATION, PATH_ITEM};
use super::reader::Reader;
use super::swagger::{self, Payload};
use super::{Operation, Parameter, Response};
use crate::diagnostic::{Code, Diagnostic, Segment, Severity};

/// The methods that have a key of their own in a path item.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// What a path item says for all its operations.
struct PathItem<'d> {
    path: &'d str,
    parameters: Parameters<'d>,
}

/// The entries of a `parameters` list.
#[derive(Clone)]
struct Parameters<'d> {
    plain: IndexMap<Identity, Arc<Parameter<'d>>>,
    /// Those that make up the body (Swagger 2.0).
    payload: Vec<Payload<'d>>,
    /// Whether all of them could be read.
    complete: bool,
}

impl<'d> Parameters<'d> {
    fn none() -> Self {
        Self {
            plain: IndexMap::new(),
            payload: Vec::new(),
            complete: true,
        }
    }

    /// These, with those that the others declare too replaced, and then the rest of the others.
    fn overridden_by(self, own: Self) -> Self {
        let mut plain = self.plain;
        plain.extend(own.plain);
        Self {
            plain,
            payload: self.payload.into_iter().chain(own.payload).collect(),
            complete: self.complete && own.complete,
        }
    }
}

impl<'d> Reader<'d, '_> {
    /// All operations under `paths`.
    pub(super) fn operations(&mut self, document: &Checked<'d>) -> Vec<Operation<'d>> {
        let mut operations = Vec::new();
        let Some(paths) = document.get("paths") else {
            if self.dialect.paths_required() && self.document.get("paths").is_none() {
                self.missing("an OpenAPI 3.0 document", "paths", &document.place);
            }
            return operations;
        };
        for (path, at) in paths.members() {
            if path.contains(|c: char| c.is_control()) {
                let message = "a path must not contain control characters";
                let diagnostic = Diagnostic::error(Code::PathTemplate, message);
                self.report(diagnostic.at(&at.place.key()));
            } else if path.starts_with('/') {
                self.path_item(path, at, &mut operations);
            } else if !path.starts_with("x-") {
                let message = format!("the path `{path}` must begin with a slash");
                let help = format!("did you mean `/{path}`?");
                let diagnostic = Diagnostic::error(Code::PathTemplate, message).help(help);
                self.report(diagnostic.at(&at.place.key()));
            }
        }
        operations
    }

    /// The operations of a path item, read by the path or name that it has.
    pub(super) fn path_item(
        &mut self,
        path: &'d str,
        at: At<'d>,
        operations: &mut Vec<Operation<'d>>,
    ) {
        let mut parameters = Parameters::none();
        let mut methods: Vec<(String, At<'d>)> = Vec::new();
        for layer in self.layers(at) {
            let Some(checked) = self.check(&PATH_ITEM, &layer) else {
                return;
            };
            self.report_other_servers(&checked);
            let inherited = self.parameters(checked.get("parameters"));
            parameters = inherited.overridden_by(parameters);
            for (method, member) in methods_of(&layer) {
                if self.has_key_of_its_own(&member) {
                    continue;
                }
                if !methods.iter().any(|(known, _)| *known == method) {
                    methods.push((method, member));
                }
            }
        }
        let item = PathItem { path, parameters };
        self.coverage.operations += methods.len();
        for (method, member) in methods {
            operations.extend(self.operation(&method, &member, &item));
        }
    }

    /// Whether an operation stands among those of other methods though its method has a key of its own; it is reported.
    fn has_key_of_its_own(&mut self, at: &At<'d>) -> bool {
        let segments = at.place.segments();
        let [.., Segment::Key(list), Segment::Key(method)] = segments.as_slice() else {
            return false;
        };
        let key = method.to_lowercase();
        let misplaced = **list == *"additionalOperations" && METHODS.contains(&key.as_str());
        if misplaced {
            let message =
                format!("`{method}` must not stand in `additionalOperations`; it is left out");
            self.report(
                Diagnostic::error(Code::UnknownWord, message)
                    .at(&at.place.key())
                    .help(format!("write it as `{key}`, a key of the path itself")),
            );
        }
        misplaced
    }

    /// A path item, and the one that it refers to, whose members stand behind its own. None where the reference leads
    /// nowhere; it is reported.
    fn layers(&mut self, at: At<'d>) -> Vec<At<'d>> {
        let has_more = at.members().any(|(key, _)| key != "$ref");
        let own = at.get("$ref").filter(|_| has_more).map(|_| at.clone());
        let resolved = self.resolve(at);
        let Some(resolved) = resolved else {
            return Vec::new();
        };
        own.into_iter().chain([resolved.at]).collect()
    }

    /// An operation. `None` where a piece of it could not be read, which was reported: where the mistake is, and, where
    /// that is a place that others share, here too.
    fn operation(
        &mut self,
        method: &str,
        at: &At<'d>,
        item: &PathItem<'d>,
    ) -> Option<Operation<'d>> {
        let errors_before = self.diagnostics.count(Severity::Error);
        let operation = self.read_operation(method, at, item);
        if operation.is_none() && self.diagnostics.count(Severity::Error) == errors_before {
            let message = format!(
                "`{method} {}` is left out, since a part of it cannot be read",
                item.path
            );
            let place = at.place.key();
            self.report(Diagnostic::error(Code::Unsupported, message).at(&place));
        }
        operation
    }

    fn read_operation(
        &mut self,
        method: &str,
        at: &At<'d>,
        item: &PathItem<'d>,
    ) -> Option<Operation<'d>> {
        let resolved = self.resolve(at.clone())?.at;
        let swagger = self.dialect.is_swagger();
        let form = if swagger {
            &swagger::forms::OPERATION
        } else {
            &OPERATION
        };
        let checked = self.check(form, &resolved)?;
        self.report_other_servers(&checked);
        if let Some(callbacks) = checked.get("callbacks") {
            self.callbacks(callbacks);
        }
        let own = self.parameters(checked.get("parameters"));
        let parameters = item.parameters.clone().overridden_by(own);
        let body = if swagger {
            self.swagger_body(&parameters.payload, &checked)
        } else {
            match checked.get("requestBody") {
                Some(at) => self.request_body(at).map(Some),
                None => Some(None),
            }
        };
        let responses = self.operation_responses(&checked);
        let security = checked.get("security").map(|at| self.requirements(at));
        let mut members = checked.json(&[
            "tags",
            "summary",
            "description",
            "operationId",
            "deprecated",
        ]);
        members.insert("responses".to_owned(), serde_json::json!({}));
        let data = self.typed(members, "the operation", &resolved.place)?;
        if !parameters.complete {
            return None;
        }
        Some(Operation {
            method: method.to_owned(),
            path: item.path,
            rust_name: self.rust_name(&resolved),
            paging: self.paging(&resolved),
            data,
            parameters: parameters.plain.into_values().collect(),
            body: body?,
            responses: responses?,
            security,
            place: resolved.place,
        })
    }

    /// The entries of a `parameters` list.
    fn parameters(&mut self, at: Option<&At<'d>>) -> Parameters<'d> {
        let mut parameters = Parameters::none();
        for element in at.into_iter().flat_map(At::elements) {
            let entry = if self.dialect.is_swagger() {
                self.swagger_parameter(&element)
            } else {
                self.parameter(&element).map(swagger::Entry::Parameter)
            };
            match entry {
                Some(swagger::Entry::Parameter(one)) => {
                    self.add_parameter(&mut parameters, one, &element);
                }
                Some(swagger::Entry::Payload(payload)) => parameters.payload.push(payload),
                None => parameters.complete = false,
            }
        }
        parameters
    }

    fn add_parameter(
        &mut self,
        parameters: &mut Parameters<'d>,
        parameter: Arc<Parameter<'d>>,
        at: &At<'d>,
    ) {
        match parameters.plain.entry(Identity::of(&parameter)) {
            Entry::Vacant(free) => drop(free.insert(parameter)),
            Entry::Occupied(first) => {
                let name = &parameter.data.parameter_data_ref().name;
                let message = format!("the parameter `{name}` is declared twice");
                self.report(
                    Diagnostic::error(Code::DuplicateName, message)
                        .at(&at.place)
                        .label("this one is left out")
                        .related(&first.get().place, "the first"),
                );
            }
        }
    }

    /// The responses of an operation; one that cannot be read makes the operation unreadable.
    fn operation_responses(
        &mut self,
        operation: &Checked<'d>,
    ) -> Option<Vec<(&'d str, Arc<Response<'d>>)>> {
        let Some(at) = operation.get("responses") else {
            if self.dialect.responses_required() {
                let message = "an operation must have `responses`; any success is taken for one without a body";
                self.tolerate(message, &key_of(&operation.place));
            }
            return Some(Vec::new());
        };
        let mut responses = Vec::new();
        let mut complete = true;
        for (status, member) in at.members().filter(|(key, _)| !key.starts_with("x-")) {
            let response = if self.dialect.is_swagger() {
                self.swagger_response(&member, operation)
            } else {
                self.response(&member)
            };
            match response {
                Some(response) => responses.push((status, response)),
                None => complete = false,
            }
        }
        if at.members().next().is_none() {
            self.tolerate("`responses` is empty", &key_of(&at.place));
        }
        complete.then_some(responses)
    }
}

/// The operations of a path item, in the order in which the document has them.
pub(super) fn methods_of<'d>(item: &At<'d>) -> Vec<(String, At<'d>)> {
    let mut methods = Vec::new();
    for (key, member) in item.members() {
        if METHODS.contains(&key) {
            methods.push((key.to_uppercase(), member));
        } else if key == "additionalOperations" {
            let others = member.members();
            methods.extend(others.map(|(method, member)| (method.to_owned(), member)));
        }
    }
    methods
}

/// What makes two parameters one: name and location. Header names are equal up to letter case (RFC 9110, section 5.1).
#[derive(Debug, PartialEq, Eq, Hash, Clone)]
enum Identity {
    Query(String),
    Path(String),
    Cookie(String),
    /// In lower case.
    Header(String),
}

impl Identity {
    fn of(parameter: &Parameter<'_>) -> Self {
        use openapiv3::Parameter::{Cookie, Header, Path, Query};
        let name = &parameter.data.parameter_data_ref().name;
        match &parameter.data {
            Query { .. } => Self::Query(name.clone()),
            Path { .. } => Self::Path(name.clone()),
            Cookie { .. } => Self::Cookie(name.clone()),
            Header { .. } => Self::Header(name.to_ascii_lowercase()),
        }
    }
}
