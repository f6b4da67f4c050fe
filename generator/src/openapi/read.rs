//! Reading the document as a whole: its root members, each by its own reader.

use super::at::At;
use super::form::Checked;
use super::forms::{COMPONENTS, DOCUMENT, INFO, TAG};
use super::reader::Reader;
use super::schema::Pending;
use super::version::detect;
use super::{Description, Extent, Schemas, SecurityScheme, Tag, swagger};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::Library;

/// Reads the root document, and of the others what it refers to. `None` where it is no OpenAPI document of a supported version; the diagnostics say why.
/// Everything else that is wrong is reported, and what it concerns is left out.
pub fn read<'d>(
    library: &'d Library,
    extent: Extent,
    diagnostics: &mut Diagnostics,
) -> Option<Description<'d>> {
    let document = library.root()?;
    let root = At {
        node: document,
        place: Place::root(0),
    };
    let dialect = detect(&root, diagnostics)?;
    let mut reader = Reader {
        library,
        document,
        dialect,
        schemas: Schemas::default(),
        pending: Pending::default(),
        parameters: Default::default(),
        bodies: Default::default(),
        responses: Default::default(),
        unused_servers: Default::default(),
        extent,
        callbacks: Vec::new(),
        coverage: Default::default(),
        diagnostics,
    };
    let swagger = dialect.is_swagger();
    let form = if swagger {
        &swagger::forms::DOCUMENT
    } else {
        &DOCUMENT
    };
    let members = reader.check(form, &root)?;
    let info = reader.info(&members);
    let servers = if swagger {
        reader.swagger_servers(&members)
    } else {
        reader.servers(members.get("servers"))
    };
    let tags = reader.tags(&members);
    let security_schemes = if swagger {
        reader.swagger_components(&members)
    } else {
        reader.components(&members)
    };
    let security = members.get("security").map(|at| reader.requirements(at));
    let operations = reader.operations(&members);
    let (webhooks, webhook_ids) = match extent {
        Extent::Paths => (Vec::new(), reader.ignored_webhooks(&members)),
        Extent::PathsAndWebhooks => (reader.webhooks(&members), Vec::new()),
    };
    reader.unused_components(&members);
    reader.pending_schemas();
    reader.cut_long_ways();
    Some(Description {
        dialect,
        info,
        servers,
        tags,
        security_schemes,
        security,
        operations,
        webhooks,
        webhook_ids,
        schemas: reader.schemas,
        coverage: reader.coverage,
        most_types: library.limits().types,
    })
}

impl<'d> Reader<'d, '_> {
    /// Reads the schemas of `components`, and returns its security schemes; the other components are read where
    /// they are referred to.
    fn components(&mut self, members: &Checked<'d>) -> Vec<SecurityScheme<'d>> {
        let checked = members
            .get("components")
            .and_then(|at| self.check(&COMPONENTS, at));
        let component = |key: &str| checked.as_ref().and_then(|members| members.get(key));
        if let Some(at) = component("schemas") {
            self.component_schemas(at);
        }
        self.security_schemes(component("securitySchemes"))
    }

    /// The same of Swagger 2.0, where they stand at the root.
    fn swagger_components(&mut self, members: &Checked<'d>) -> Vec<SecurityScheme<'d>> {
        if let Some(at) = members.get("definitions") {
            self.component_schemas(at);
        }
        self.swagger_security_schemes(members.get("securityDefinitions"))
    }

    /// `info`; what is missing in it is reported and left empty.
    fn info(&mut self, members: &Checked<'d>) -> openapiv3::Info {
        let mut info = openapiv3::Info::default();
        let Some(checked) = members.get("info").and_then(|at| self.check(&INFO, at)) else {
            return info;
        };
        let text = |key: &str| checked.text(key).map(str::to_owned);
        info.title = text("title").unwrap_or_default();
        info.version = text("version").unwrap_or_default();
        info.description = text("description");
        info
    }

    fn tags(&mut self, members: &Checked<'d>) -> Vec<Tag<'d>> {
        let mut tags = Vec::new();
        for element in members.get("tags").into_iter().flat_map(At::elements) {
            if let Some(checked) = self.check(&TAG, &element)
                && let Some(name) = checked.text("name")
            {
                tags.push(Tag {
                    name,
                    summary: checked.text("summary"),
                    description: checked.text("description"),
                    parent: checked.text("parent"),
                    kind: checked.text("kind"),
                });
            }
        }
        tags
    }

    /// Reads the components that no operation refers to, for the mistakes in them; and looks at the names of all.
    fn unused_components(&mut self, members: &Checked<'d>) {
        let Some(components) = members.get("components") else {
            return;
        };
        for (kind, at) in components
            .members()
            .filter(|(kind, _)| !kind.starts_with("x-"))
        {
            for (name, member) in at.members() {
                match kind {
                    "parameters" => drop(self.parameter(&member)),
                    "requestBodies" => drop(self.request_body(&member)),
                    "responses" => drop(self.response(&member)),
                    "headers" => drop(self.response_header("component", &member)),
                    "pathItems" => drop(self.resolve(member.clone())),
                    "examples" | "links" | "callbacks" => {
                        drop(self.leads_somewhere(member.clone()));
                    }
                    _ => {}
                }
                let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
                if !name.chars().all(allowed) {
                    let message =
                        format!("`{name}` has characters that names of components must not have");
                    let help = "allowed are the letters A to Z, digits, and `.`, `_` and `-`";
                    let diagnostic = Diagnostic::warning(Code::Tolerated, message).help(help);
                    self.report(diagnostic.at(&member.place.key()));
                }
            }
        }
    }
}
