//! The operations of a surface, with their parameters and answers; ways to prove who is calling, and the server.

use std::collections::BTreeMap;

use super::spell::{argument, default, limits, rust_type};
use super::{Entry, Key, OperationPart, Surface, entry};
use crate::ir::{Api, Operation};
use crate::plan::{
    Access, BodyCodec, BodyContent, BodyItem, BodyKind, CaseStatus, ContentCodec, ContentItem,
    OperationGroup, OperationItem, ParameterItem, ParameterLocation, ParameterStyle, Plan,
    ResponseSet, SchemeKind, Success,
};

/// Adds all operations, schemes and the server.
pub(super) fn add(surface: &mut Surface, plan: &Plan, api: &Api, files: &[String]) {
    let mut described = BTreeMap::new();
    for one in &api.operations {
        let call = (one.method.0.as_str(), one.path.text.as_str());
        described.entry(call).or_insert(one);
    }
    for group in plan.groups() {
        for operation in &group.operations {
            let call = (operation.method.as_str(), operation.template.as_str());
            let described = described.get(&call).copied();
            Collector {
                surface,
                plan,
                files,
                operation,
                described,
            }
            .add(group);
        }
    }
    for scheme in &plan.schemes {
        let declared = api.schemes.iter().find(|one| one.name == scheme.wire_name);
        let one = entry(declared.map(|one| &one.place), files)
            .with("wire", scheme.wire_name.clone())
            .with("how", how(&scheme.kind));
        surface.insert(Key::Scheme(scheme.method.as_str().to_owned()), one);
    }
    if !plan.operation_groups.is_empty() {
        let server = Entry::default().with("base", plan.info.base_path.clone());
        surface.insert(Key::Server, server);
    }
}

struct Collector<'c> {
    surface: &'c mut Surface,
    plan: &'c Plan,
    files: &'c [String],
    operation: &'c OperationItem,
    described: Option<&'c Operation>,
}

impl<'c> Collector<'c> {
    fn add(&mut self, group: &OperationGroup) {
        let operation = self.operation;
        let (answer, error) = (self.success(), self.error());
        let place = self.described.map(|one| &one.place);
        let one = entry(place, self.files)
            .with(
                "call",
                format!("{} {}", operation.method, operation.template),
            )
            .with("id", operation.id.clone())
            .with("trait", group.server_trait.as_str())
            .with("arguments", arguments(self.plan, operation))
            .with("returns", answer)
            .with("error", error)
            .with("handler", handler(self.plan, operation))
            .with("access", self.access());
        self.insert(OperationPart::Itself, one);
        for parameter in operation.path.iter().chain(&operation.parameters) {
            self.parameter(parameter);
        }
        if let Some(body) = &operation.body {
            self.body(body);
        }
        self.answers();
    }

    fn insert(&mut self, part: OperationPart, entry: Entry) {
        let name = self.operation.name.as_str().to_owned();
        self.surface.insert(Key::Operation(name, part), entry);
    }

    fn parameter(&mut self, parameter: &ParameterItem) {
        let declared = self.described.and_then(|operation| {
            let mut all = operation.parameters.iter();
            all.find(|one| one.name == parameter.wire_name)
        });
        let style = match &parameter.style {
            Some(ParameterStyle::Style(style, explode)) => format!("{style},{explode}"),
            Some(ParameterStyle::Reserved("Form", true)) => "reserved".to_owned(),
            Some(ParameterStyle::Reserved(style, explode)) => format!("reserved,{style},{explode}"),
            Some(ParameterStyle::Json) => "json".to_owned(),
            None => String::new(),
        };
        let place = declared.map(|one| &one.place);
        let one = entry(place, self.files)
            .with("in", location(parameter.location))
            .with("required", if parameter.required { "yes" } else { "no" })
            .with("type", rust_type(&parameter.value))
            .with("argument", argument(self.plan, &parameter.value))
            .with("wire", parameter.wire_name.clone())
            .with("style", style)
            .with(
                "default",
                parameter.default.as_ref().map(default).unwrap_or_default(),
            )
            .with("limits", limits(&parameter.limits));
        let name = parameter.name.as_str().to_owned();
        self.insert(OperationPart::Parameter(name), one);
    }

    fn body(&mut self, body: &BodyItem) {
        let content = self.described.and_then(|operation| operation.body.as_ref());
        let place = content.and_then(|body| body.contents.first());
        let one = entry(place.map(|content| &content.place), self.files)
            .with("in", "body")
            .with("required", if body.required { "yes" } else { "no" })
            .with("type", rust_type(&body.value(self.plan)))
            .with("argument", body_argument(self.plan, body))
            .with("media", body_media(self.plan, body));
        self.insert(OperationPart::Parameter("body".to_owned()), one);
        let BodyKind::Many(index) = body.kind else {
            return;
        };
        for case in self
            .plan
            .body_sets
            .get(index)
            .iter()
            .flat_map(|set| &set.cases)
        {
            let media: Vec<&str> = case.content.codecs().map(BodyCodec::media_type).collect();
            let one = entry(place.map(|content| &content.place), self.files)
                .with("in", "body")
                .with("required", "no")
                .with("type", rust_type(&case.content.value))
                .with("media", media.join(", "));
            let name = format!("body.{}", case.name.as_str());
            self.insert(OperationPart::Parameter(name), one);
        }
    }

    fn answers(&mut self) {
        if let Success::One(status, content) = &self.operation.success {
            self.answer(
                status.to_string(),
                CaseStatus::Exact(*status),
                content,
                String::new(),
            );
        }
        let sets = [self.success_set(), self.error_set()];
        for set in sets.into_iter().flatten() {
            for case in &set.cases {
                let status = status(case.status);
                let same = set.cases.iter().filter(|one| one.status == case.status);
                let media = content_media(&case.content.codec);
                let name = if same.count() > 1 && !media.is_empty() {
                    format!("{status}:{media}")
                } else {
                    status
                };
                let variant = format!("{}::{}", set.name.as_str(), case.name.as_str());
                self.answer(name, case.status, &case.content, variant);
            }
        }
    }

    fn answer(&mut self, name: String, status: CaseStatus, content: &ContentItem, variant: String) {
        let declared = self.described.and_then(|operation| {
            let mut all = operation.responses.iter();
            all.find(|one| CaseStatus::from(one.status) == status)
        });
        let one = entry(declared.map(|one| &one.place), self.files)
            .with("type", rust_type(&content.value))
            .with("media", content_media(&content.codec))
            .with("variant", variant);
        self.insert(OperationPart::Answer(name), one);
    }

    fn success_set(&self) -> Option<&'c ResponseSet> {
        match self.operation.success {
            Success::Many(index) => self.plan.response_sets.get(index),
            Success::One(..) => None,
        }
    }

    fn error_set(&self) -> Option<&'c ResponseSet> {
        self.plan.response_sets.get(self.operation.error?)
    }

    fn success(&self) -> String {
        match &self.operation.success {
            Success::One(_, content) => rust_type(&content.value),
            Success::Many(_) => self
                .success_set()
                .map(|set| set.name.as_str().to_owned())
                .unwrap_or_default(),
        }
    }

    fn error(&self) -> String {
        self.error_set()
            .map(|set| set.name.as_str().to_owned())
            .unwrap_or_default()
    }

    /// Who may call: alternatives, each the schemes that must all be met, with their scopes.
    fn access(&self) -> String {
        let Some(requirement) = self
            .operation
            .access
            .requirement()
            .and_then(|index| self.plan.requirements.get(index))
        else {
            return "open".to_owned();
        };
        let alternatives = requirement.alternatives.iter().map(|schemes| {
            let schemes = schemes.iter().map(|(index, scopes)| {
                let scheme = self.plan.schemes.get(*index);
                let name = scheme.map_or("", |scheme| scheme.method.as_str());
                match scopes.as_slice() {
                    [] => name.to_owned(),
                    scopes => format!("{name}({})", scopes.join(",")),
                }
            });
            schemes.collect::<Vec<_>>().join(" + ")
        });
        let mut alternatives: Vec<String> = alternatives.filter(|one| !one.is_empty()).collect();
        if matches!(self.operation.access, Access::Optional(_)) {
            alternatives.push("nobody".to_owned());
        }
        alternatives.join(" | ")
    }
}

/// What the client's method takes: what must be there.
fn arguments(plan: &Plan, operation: &OperationItem) -> String {
    let required = operation.parameters.iter().filter(|one| one.required);
    let parameters = operation.path.iter().chain(required);
    let parameters =
        parameters.map(|one| format!("{}: {}", one.name.as_str(), argument(plan, &one.value)));
    let body = operation.body.iter().filter(|body| body.required);
    let body = body.map(|body| format!("body: {}", body_argument(plan, body)));
    format!(
        "({})",
        parameters.chain(body).collect::<Vec<_>>().join(", ")
    )
}

/// How a body is passed to a client method.
fn body_argument(plan: &Plan, body: &BodyItem) -> String {
    let value = body.value(plan);
    match body.kind {
        BodyKind::One(ref content) if content.codec == BodyCodec::MultipartStream => {
            rust_type(&value)
        }
        BodyKind::One(_) => argument(plan, &value),
        BodyKind::Many(_) => format!("impl Into<{}>", rust_type(&value)),
    }
}

/// What the server's method takes.
fn handler(plan: &Plan, operation: &OperationItem) -> String {
    let caller = match operation.access {
        Access::Open => "()",
        Access::Optional(_) => "Option<Principal>",
        Access::Secured(_) => "Principal",
    };
    let mut words = vec![format!("Context<{caller}>")];
    words.extend(
        operation
            .path
            .iter()
            .map(|one| format!("{}: {}", one.name.as_str(), rust_type(&one.value))),
    );
    words.extend(
        operation
            .parameters_type
            .iter()
            .map(|name| format!("parameters: {}", name.as_str())),
    );
    words.extend(operation.body.iter().map(|body| {
        let value = rust_type(&body.value(plan));
        match body.required {
            true => format!("body: {value}"),
            false => format!("body: Option<{value}>"),
        }
    }));
    format!("({})", words.join(", "))
}

fn location(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}

/// The media types that a body may have.
fn body_media(plan: &Plan, body: &BodyItem) -> String {
    let contents = body.kind.contents(plan);
    let codecs = contents.into_iter().flat_map(BodyContent::codecs);
    let names: Vec<&str> = codecs.map(BodyCodec::media_type).collect();
    names.join(", ")
}

fn content_media(codec: &ContentCodec) -> String {
    match codec {
        ContentCodec::Empty => String::new(),
        ContentCodec::Json(media) => json_media(media.as_deref()),
        ContentCodec::Text(media) | ContentCodec::Bytes(media) => media.clone(),
        ContentCodec::Stream(stream) => stream.media_type.clone(),
    }
}

fn json_media(other: Option<&str>) -> String {
    other.unwrap_or("application/json").to_owned()
}

fn status(status: CaseStatus) -> String {
    match status {
        CaseStatus::Exact(status) => status.to_string(),
        CaseStatus::Range(hundred) => format!("{hundred}XX"),
        CaseStatus::Default => "default".to_owned(),
    }
}

fn how(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Bearer => "bearer".to_owned(),
        SchemeKind::Basic => "basic".to_owned(),
        SchemeKind::Authorization(scheme) => format!("authorization {scheme}"),
        SchemeKind::ApiKeyHeader(name) => format!("header {name}"),
        SchemeKind::ApiKeyQuery(name) => format!("query {name}"),
        SchemeKind::ApiKeyCookie(name) => format!("cookie {name}"),
        SchemeKind::MutualTls => "certificate".to_owned(),
    }
}
