//! Operations: their functions, parameters, bodies and responses, grouped by tag.

use super::bodies::BodyPlanner;
use super::docs::{code, lines};
use super::items::{ItemBuilder, append_sentence, documentation, field_name};
use super::names::{FunctionName, Scope, TypeName, snake_case, type_case};
use super::operation_model::{
    BodySet, GroupKind, OperationGroup, OperationItem, ParameterItem, ParameterLocation,
    ParameterStyle, RequirementItem, ResponseSet, SchemeItem,
};
use super::pagination::PaginationPlanner;
use super::responses::ResponsePlanner;
use super::security::SecurityPlanner;
use super::tags::{Tag, Tags};
use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Location, Operation, OperationKind, Parameter, Style};
use crate::options::Parts;

/// Names of functions that the runtime has on clients, calls and services.
const RESERVED_FUNCTIONS: &[&str] = &[
    "before", "body", "builder", "clone", "fail", "into", "new", "reject", "request", "router",
    "routes",
];

/// What is said of the group of webhooks.
const ABOUT_WEBHOOKS: &str =
    "What the API sends to those who want to know: webhooks and callbacks.";

/// Names that a call or the generated code around a parameter uses itself.
const RESERVED_PARAMETERS: &[&str] = &[
    "api",
    "body",
    "chosen_body",
    "clone",
    "context",
    "cookie",
    "exchange",
    "form",
    "header",
    "header_parameter",
    "idempotency_key",
    "into_future",
    "json",
    "json_as",
    "multipart",
    "parameters",
    "path",
    "path_styled",
    "query",
    "query_content",
    "query_reserved",
    "query_styled",
    "secured",
    "send",
    "stream",
    "text",
    "timeout",
    "with_request",
];

/// Names that a call has beside them if its results come page by page.
const PAGE_METHODS: [&str; 2] = ["items", "pages"];

/// Names of types that the client and the server modules bring into scope.
const RESERVED_OPERATION_TYPES: &[&str] = &[
    "Api",
    "ApiError",
    "Authenticate",
    "Basic",
    "ByteStream",
    "Call",
    "Client",
    "ClientBuilder",
    "Context",
    "Credential",
    "Denied",
    "Each",
    "Presented",
    "PathParameters",
    "RejectionKind",
    "BoxError",
    "Error",
    "Failure",
    "Full",
    "Future",
    "ItemStream",
    "OAuth2",
    "Option",
    "Outcome",
    "Operation",
    "Parts",
    "Rejection",
    "Result",
    "Routes",
    "Scheme",
    "SchemeKind",
    "Self",
    "Send",
    "ServerSentEvent",
    "Servers",
    "Service",
    "Some",
    "String",
    "Style",
    "Traced",
    "Vec",
    "Wait",
];

/// Names that a client has beside them if something is generated for webhooks.
const WEBHOOK_NAMES: [&str; 2] = ["Webhooks", "webhooks"];

/// Whether a model's name means something else where operations are spelt, so that it needs its path.
pub fn is_shadowed(name: &TypeName) -> bool {
    RESERVED_OPERATION_TYPES.contains(&name.as_str())
}

/// What operations have in common.
pub(super) struct Planned {
    /// The enums of responses.
    pub(super) response_sets: Vec<ResponseSet>,
    /// The enums of request bodies.
    pub(super) body_sets: Vec<BodySet>,
    /// Ways to prove who is calling.
    pub(super) schemes: Vec<SchemeItem>,
    /// What operations demand of their callers.
    pub(super) requirements: Vec<RequirementItem>,
}

/// Plans operations.
pub(super) struct OperationPlanner<'a> {
    pub(super) api: &'a Api,
    pub(super) items: &'a ItemBuilder<'a>,
    pub(super) responses: ResponsePlanner<'a>,
    bodies: BodyPlanner<'a>,
    pages: PaginationPlanner<'a>,
    security: SecurityPlanner<'a>,
    functions: Scope,
    types: Scope,
}

impl<'a> OperationPlanner<'a> {
    pub(super) fn new(
        api: &'a Api,
        items: &'a ItemBuilder<'a>,
        responses: ResponsePlanner<'a>,
        bodies: BodyPlanner<'a>,
        pages: PaginationPlanner<'a>,
        model_names: &Scope,
    ) -> Self {
        let mut operations = api.operations.iter();
        let has_webhooks = operations.any(|one| one.kind != OperationKind::Path);
        let of_webhooks: &[&str] = if has_webhooks { &WEBHOOK_NAMES } else { &[] };
        let of_webhooks = Scope::reserving(of_webhooks);
        let mut functions = Scope::reserving(RESERVED_FUNCTIONS).and(&of_webhooks);
        Self {
            api,
            items,
            responses,
            bodies,
            pages,
            security: SecurityPlanner::new(&api.schemes, &mut functions),
            functions,
            types: Scope::reserving(RESERVED_OPERATION_TYPES)
                .and(&of_webhooks)
                .and(model_names),
        }
    }

    /// What the operations have in common.
    pub(super) fn finish(self, parts: Parts) -> Planned {
        let (schemes, requirements) = if parts == Parts::NONE {
            // Models prove nothing to anybody.
            Default::default()
        } else {
            self.security.finish()
        };
        Planned {
            response_sets: self.responses.into_sets(),
            body_sets: self.bodies.into_sets(),
            schemes,
            requirements,
        }
    }

    /// All groups, in the order of the tags.
    pub(super) fn groups(
        &mut self,
        operations: &[&Operation],
        tags: &Tags,
        diagnostics: &mut Diagnostics,
    ) -> Vec<OperationGroup> {
        let mut groups: Vec<OperationGroup> = tags
            .iter()
            .map(|(name, tag)| self.group(name, tag))
            .collect();
        // In the order of the document, not of the tags: what is added at its end then takes no name from what was there.
        for operation in operations {
            let item = self.operation(operation, diagnostics);
            let position = tags.position(operation);
            if let Some(group) = position.and_then(|position| groups.get_mut(position)) {
                // Webhooks have a tag of their own, of which the document says nothing.
                if operation.kind != OperationKind::Path && group.operations.is_empty() {
                    group.kind = GroupKind::Webhooks;
                    group.docs = vec![ABOUT_WEBHOOKS.to_owned()];
                }
                group.operations.push(item);
            }
        }
        groups
    }

    /// The group of a tag, still without operations.
    fn group(&mut self, name: &str, tag: &Tag) -> OperationGroup {
        let declared = self.api.tags.iter().find(|one| one.name == name);
        let docs = declared.and_then(|one| one.description.as_deref());
        OperationGroup {
            kind: GroupKind::Api,
            module: tag.module.clone(),
            feature: tag.feature.clone(),
            server_trait: TypeName::new(self.types.allocate(trait_names(name))),
            docs: docs.map(lines).unwrap_or_default(),
            operations: Vec::new(),
            tag: name.to_owned(),
        }
    }

    fn operation(&mut self, operation: &Operation, diagnostics: &mut Diagnostics) -> OperationItem {
        let word = operation.pinned_name.as_deref().unwrap_or(&operation.id);
        let name = FunctionName::new(
            self.functions
                .allocate([snake_case(word), format!("{}_operation", snake_case(word))]),
        );
        let of_pages: &[&str] = match operation.pagination {
            Some(_) => &PAGE_METHODS,
            None => &[],
        };
        let mut scope = Scope::reserving(RESERVED_PARAMETERS).and(&Scope::reserving(of_pages));
        let mut path = Vec::new();
        for hole in operation.path.parts.iter() {
            if let crate::ir::PathPart::Hole(hole) = hole {
                let of_hole =
                    |one: &&Parameter| one.location == Location::Path && one.name == *hole;
                path.extend(
                    operation
                        .parameters
                        .iter()
                        .find(of_hole)
                        .map(|one| self.parameter(one, of_pages, &mut scope)),
                );
            }
        }
        let others = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.location != Location::Path);
        let parameters: Vec<ParameterItem> = others
            .map(|parameter| self.parameter(parameter, of_pages, &mut scope))
            .collect();
        let body = self.bodies.body(operation, &mut self.types, diagnostics);
        let access = self.security.access(operation);
        let success = self.responses.success(operation, &mut self.types);
        let error = self.responses.error(operation, &mut self.types);
        let pagination = self
            .pages
            .pagination(operation.pagination.as_ref(), &success);
        let mut item = OperationItem {
            name,
            id: operation.id.clone(),
            method: operation.method.0.clone(),
            template: operation.path.text.clone(),
            docs: operation_docs(operation),
            deprecated: operation.docs.deprecated,
            path,
            parameters,
            body,
            success,
            pagination,
            error,
            access,
            marker: None,
            parameters_type: None,
        };
        let base = type_case(word);
        if item.has_options() {
            item.marker = Some(TypeName::new(
                self.types
                    .allocate([base.clone(), format!("{base}Operation")]),
            ));
        }
        if !item.parameters.is_empty() {
            item.parameters_type = Some(TypeName::new(
                self.types.allocate([format!("{base}Parameters")]),
            ));
        }
        item
    }

    /// A parameter, with a name that is none of the runtime's, nor one of these.
    fn parameter(
        &self,
        parameter: &Parameter,
        reserved: &[&str],
        scope: &mut Scope,
    ) -> ParameterItem {
        let word = parameter.pinned_name.as_deref().unwrap_or(&parameter.name);
        let name = field_name_or_suffixed(word, reserved, scope);
        let value = self.items.table.rust_type(parameter.value.id);
        let limits = self.items.use_limits(parameter.value);
        let mut docs = documentation(&parameter.docs);
        append_sentence(&mut docs, super::constraints::sentence(&limits));
        if let Some(default) = &parameter.default {
            append_sentence(
                &mut docs,
                Some(format!("Default: {}.", code(&default.to_string()))),
            );
        }
        ParameterItem {
            name,
            wire_name: parameter.name.clone(),
            location: match parameter.location {
                Location::Path => ParameterLocation::Path,
                Location::Query => ParameterLocation::Query,
                Location::Header => ParameterLocation::Header,
                Location::Cookie => ParameterLocation::Cookie,
            },
            required: parameter.required,
            value,
            style: parameter_style(parameter),
            default: self
                .items
                .default_value(parameter.value.id, parameter.default.as_ref()),
            docs,
            deprecated: parameter.docs.deprecated,
            limits,
        }
    }
}

fn field_name_or_suffixed(
    wire_name: &str,
    reserved: &[&str],
    scope: &mut Scope,
) -> super::names::FieldName {
    let word = snake_case(wire_name);
    if RESERVED_PARAMETERS.contains(&word.as_str()) || reserved.contains(&word.as_str()) {
        return field_name(&format!("{wire_name}_value"), scope);
    }
    field_name(wire_name, scope)
}

fn parameter_style(parameter: &Parameter) -> Option<ParameterStyle> {
    if parameter.content.is_some() {
        return Some(ParameterStyle::Json);
    }
    let (style, explode) = (style_word(parameter.style), parameter.explode);
    if parameter.allow_reserved && parameter.location == Location::Query {
        return Some(ParameterStyle::Reserved(style, explode));
    }
    let usual = match parameter.location {
        Location::Path | Location::Header => (Style::Simple, false),
        Location::Query => (Style::Form, true),
        Location::Cookie => (Style::Form, false),
    };
    ((parameter.style, parameter.explode) != usual).then_some(ParameterStyle::Style(style, explode))
}

fn style_word(style: Style) -> &'static str {
    match style {
        Style::Simple => "Simple",
        Style::Label => "Label",
        Style::Matrix => "Matrix",
        Style::Form => "Form",
        Style::SpaceDelimited => "SpaceDelimited",
        Style::PipeDelimited => "PipeDelimited",
        Style::DeepObject => "DeepObject",
    }
}

/// Method and path, then summary and description. A webhook has no path that anybody knows.
fn operation_docs(operation: &Operation) -> Vec<String> {
    let endpoint = match &operation.kind {
        OperationKind::Path => code(&format!("{} {}", operation.method.0, operation.path.text)),
        OperationKind::Webhook(name) => format!("{}, {}", code(name), code(&operation.method.0)),
    };
    let mut docs = super::docs::title_and_description(
        operation.summary.as_deref(),
        operation.docs.description.as_deref(),
    );
    match docs.first_mut() {
        Some(first) if super::docs::is_plain(first) => *first = format!("{endpoint}: {first}"),
        Some(_) => docs.splice(0..0, [endpoint, String::new()]).for_each(drop),
        None => docs.push(endpoint),
    }
    docs
}

/// What the trait of a tag may be called; a tag that is called an API is not called one twice.
fn trait_names(tag: &str) -> impl Iterator<Item = String> {
    let tag = type_case(tag);
    let full = format!("{tag}Api");
    let own = tag.ends_with("Api").then_some(tag);
    own.into_iter().chain([full])
}
