//! Operations: their ids, paths, and the pieces that others lower.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::combine::derived;
use super::path;
use crate::diagnostic::{Code, Diagnostic, Place, closest};
use crate::ir::operation::{
    Location, Method, Operation, OperationKind, Parameter, PathPart, PathTemplate, Style,
};
use crate::ir::types::{Docs, Shape, TextFormat, TypeUse};
use crate::openapi;

impl<'d> Lowering<'_, 'd> {
    /// All operations that can be lowered, in the document's order.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let description = self.description;
        let mut ids = OperationIds::new(description);
        let mut seen: BTreeMap<(String, String), &'d str> = BTreeMap::new();
        let mut operations = Vec::new();
        for operation in &description.operations {
            let kind = OperationKind::Path;
            let (id, id_stated) = ids.choose(operation, &kind, self);
            let Some(template) = self.template(operation) else {
                continue;
            };
            let form = (operation.method.clone(), path::form(&template));
            let first = *seen.entry(form).or_insert(operation.path);
            if first != operation.path {
                self.report_same_path(operation, first);
            }
            let id = (id, id_stated);
            operations.extend(self.operation(operation, kind, id, template));
        }
        let tag = webhook_tag(description);
        for operation in &description.webhooks {
            let kind = OperationKind::Webhook(operation.path.to_owned());
            let (id, id_stated) = ids.choose(operation, &kind, self);
            let template = path::of_webhook(&id);
            let lowered = self.operation(operation, kind, (id, id_stated), template);
            operations.extend(lowered.map(|one| Operation {
                tags: vec![tag.clone()],
                ..one
            }));
        }
        self.report_webhook_ids();
        operations
    }

    /// Webhooks that nothing is generated for have ids too, which must differ from all others.
    fn report_webhook_ids(&mut self) {
        let description = self.description;
        let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
        for (id, place) in &description.webhook_ids {
            match seen.get(id) {
                Some(first) => self.report(same_id(id, place, first)),
                None => drop(seen.insert(id, place)),
            }
        }
        for operation in &description.operations {
            let id = operation.data.operation_id.as_deref().unwrap_or_default();
            if let Some(first) = seen.get(id) {
                self.report(same_id(id, &operation.place.child("operationId"), first));
            }
        }
    }

    fn operation(
        &mut self,
        operation: &openapi::Operation<'d>,
        kind: OperationKind,
        (id, id_stated): (String, bool),
        path: PathTemplate,
    ) -> Option<Operation> {
        let parameters = self.parameters(operation, &id);
        let parameters = self.agreed(operation, &id, &path, parameters)?;
        let body = operation.body.as_ref();
        let body = body.and_then(|body| self.body(body, &id));
        let responses = self.responses(operation, &id);
        let security = self.operation_security(operation)?;
        let data = &operation.data;
        let mut lowered = Operation {
            kind,
            id,
            id_stated,
            pinned_name: operation.rust_name.map(str::to_owned),
            method: Method(operation.method.clone()),
            path,
            tags: self.grouping_first(&data.tags),
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
            pagination: None,
            security,
            place: operation.place.clone(),
        };
        lowered.pagination = self.pagination(&lowered, operation.paging.as_ref());
        Some(lowered)
    }

    /// The tags, with those first that group operations: since 3.2, a tag may be there for something else.
    fn grouping_first(&self, tags: &[String]) -> Vec<String> {
        let declared = &self.description.tags;
        let groups = |name: &String| {
            let tag = declared.iter().find(|tag| tag.name == name);
            tag.and_then(|tag| tag.kind)
                .is_none_or(|kind| kind == "nav")
        };
        let (first, others): (Vec<String>, Vec<String>) = tags.iter().cloned().partition(groups);
        first.into_iter().chain(others).collect()
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

    /// The parameters, with one for every hole of the path. Those that have no hole are reported and left out. A hole
    /// without a parameter is taken as text, unless such a parameter is left over: then a name is misspelt, and nobody
    /// knows what the author meant.
    fn agreed(
        &mut self,
        operation: &openapi::Operation<'d>,
        owner: &str,
        template: &PathTemplate,
        parameters: Vec<Parameter>,
    ) -> Option<Vec<Parameter>> {
        let is_path = |one: &Parameter| one.location == Location::Path;
        let holes: BTreeSet<&str> = template.parts.iter().filter_map(hole).collect();
        let (mut kept, homeless): (Vec<Parameter>, Vec<Parameter>) = parameters
            .into_iter()
            .partition(|one| !is_path(one) || holes.contains(one.name.as_str()));
        let filled = kept.iter().filter(|one| is_path(one));
        let filled: BTreeSet<String> = filled.map(|one| one.name.clone()).collect();
        for parameter in &homeless {
            self.report_homeless(operation, template, &kept, parameter);
        }
        let mut complete = true;
        let open = template.parts.iter().filter_map(hole);
        for name in open.filter(|name| !filled.contains(*name)) {
            let names = homeless.iter().map(|one| one.name.as_str());
            let meant = closest(name, names).or_else(|| homeless.first().map(|one| &*one.name));
            self.report_undeclared(operation, name, meant);
            complete &= meant.is_none();
            kept.push(self.undeclared_parameter(operation, owner, name));
        }
        complete.then_some(kept)
    }

    /// Reports a parameter without a hole, which is an error where a hole without a parameter is left.
    fn report_homeless(
        &mut self,
        operation: &openapi::Operation<'d>,
        template: &PathTemplate,
        declared: &[Parameter],
        parameter: &Parameter,
    ) {
        let open = template.parts.iter().filter_map(hole);
        let is_declared = |name: &&str| {
            let mut declared = declared.iter();
            declared.any(|one| one.location == Location::Path && one.name == **name)
        };
        let open: Vec<&str> = open.filter(|name| !is_declared(name)).collect();
        let message = format!(
            "the path `{}` has no `{{{}}}`",
            operation.path, parameter.name
        );
        let diagnostic =
            match closest(&parameter.name, open.iter().copied()).or(open.first().copied()) {
                Some(hole) => Diagnostic::error(Code::PathTemplate, message)
                    .help(format!("is `{{{hole}}}` meant?")),
                None => Diagnostic::warning(Code::PathTemplate, message),
            };
        self.report(
            diagnostic
                .at(&parameter.place)
                .label("this parameter is left out"),
        );
    }

    /// Reports a hole without a parameter. `meant` is the parameter that may have been meant.
    fn report_undeclared(
        &mut self,
        operation: &openapi::Operation<'d>,
        name: &str,
        meant: Option<&str>,
    ) {
        let message = format!("`{name}` in the path `{}` is not declared", operation.path);
        let diagnostic = match meant {
            Some(meant) => Diagnostic::error(Code::PathTemplate, message).help(format!(
                "is the parameter `{meant}` meant? until the names agree, the operation is left out"
            )),
            None => Diagnostic::warning(Code::PathTemplate, message).help(
                "declare it under `parameters` of the operation or the path; until then it is taken as text",
            ),
        };
        self.report(
            diagnostic
                .at(&operation.place.key())
                .label(format!("no parameter `{name}` with `in: path`")),
        );
    }

    /// The parameter that a hole is taken for which nothing is said about.
    fn undeclared_parameter(
        &mut self,
        operation: &openapi::Operation<'d>,
        owner: &str,
        name: &str,
    ) -> Parameter {
        let place = operation.place.clone();
        let id = self.types.reserve(derived(&[owner, name]), place.clone());
        self.types.get_mut(id).shape = Shape::Text(TextFormat::Plain(None));
        Parameter {
            name: name.to_owned(),
            pinned_name: None,
            location: Location::Path,
            required: true,
            value: TypeUse { id, or_null: false },
            style: Style::Simple,
            explode: false,
            allow_reserved: false,
            content: None,
            default: None,
            docs: Docs::default(),
            place,
        }
    }

    fn report_same_path(&mut self, operation: &openapi::Operation<'d>, first: &str) {
        let method = &operation.method;
        let message = format!(
            "`{method} {}` matches the same requests as `{first}`",
            operation.path
        );
        self.report(
            Diagnostic::warning(Code::DuplicateOperation, message)
                .at(&operation.place.key())
                .label("a server answers them with the first operation"),
        );
    }
}

/// The tag of all webhooks, which no operation of a path has.
fn webhook_tag(description: &openapi::Description<'_>) -> String {
    let operations = description.operations.iter();
    let used = operations.flat_map(|operation| &operation.data.tags);
    let used: BTreeSet<String> = used.map(|tag| tag.to_lowercase()).collect();
    let mut tag = "webhooks".to_owned();
    while used.contains(&tag) {
        tag.insert_str(0, "sent ");
    }
    tag
}

/// The key of the operation's path under `paths`.
fn path_place(operation: &openapi::Operation<'_>) -> Place {
    Place::root(0).child("paths").child(operation.path).key()
}

/// Two operations with one id.
fn same_id(id: &str, place: &Place, first: &Place) -> Diagnostic {
    let message = format!("the operationId `{id}` stands twice");
    Diagnostic::error(Code::DuplicateOperationId, message)
        .at(place)
        .related(first, "the first")
        .help("operationIds must be unique in the whole document, its webhooks included")
}

/// One operation that two paths refer to.
fn twice_by_reference(path: &str, id: &str, place: &Place) -> Diagnostic {
    let message = format!(
        "the operationId `{id}` stands for another path too, since `{path}` refers to the same operation"
    );
    Diagnostic::warning(Code::DuplicateOperationId, message).at(place)
}

/// Gives every operation an id of its own.
struct OperationIds {
    /// Ids that are stated somewhere, which must not be made up for another operation.
    stated: BTreeSet<String>,
    /// The ids that are taken, and where the document states them.
    given: BTreeMap<String, Option<Place>>,
}

impl OperationIds {
    fn new(description: &openapi::Description<'_>) -> Self {
        let stated = description.operations.iter().chain(&description.webhooks);
        Self {
            stated: stated
                .filter_map(|one| one.data.operation_id.clone())
                .collect(),
            given: BTreeMap::new(),
        }
    }

    /// The id, and whether the document states it.
    fn choose(
        &mut self,
        operation: &openapi::Operation<'_>,
        kind: &OperationKind,
        lowering: &mut Lowering<'_, '_>,
    ) -> (String, bool) {
        if let Some(id) = operation
            .data
            .operation_id
            .as_ref()
            .filter(|id| !id.is_empty())
        {
            let place = operation.place.child("operationId");
            let Some(first) = self.given.get(id).cloned() else {
                self.given.insert(id.clone(), Some(place));
                return (id.clone(), true);
            };
            let made = self.make(operation, kind);
            let diagnostic = match &first {
                Some(first) if *first == place => twice_by_reference(operation.path, id, &place),
                Some(first) => same_id(id, &place, first),
                None => same_id(id, &place, &place),
            };
            lowering.report(diagnostic.label(format!("the second is named `{made}`")));
            return (made, false);
        }
        (self.make(operation, kind), false)
    }

    /// An id from method and path, `get_users_id` for `GET /users/{id}`, or from the name of a webhook, with a number where
    /// that is taken.
    fn make(&mut self, operation: &openapi::Operation<'_>, kind: &OperationKind) -> String {
        let words = operation.path.split(|c: char| !c.is_alphanumeric());
        let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let method = operation.method.to_lowercase();
        if *kind == OperationKind::Path || words.is_empty() {
            words.insert(0, &method);
        }
        let base = words.join("_");
        let mut id = base.clone();
        let mut number = 1;
        while self.stated.contains(&id) || self.given.contains_key(&id) {
            number += 1;
            id = format!("{base}_{number}");
        }
        self.given.insert(id.clone(), None);
        id
    }
}

/// The name of a hole.
fn hole(part: &PathPart) -> Option<&str> {
    match part {
        PathPart::Hole(name) => Some(name),
        PathPart::Text(_) => None,
    }
}
