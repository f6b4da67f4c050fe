//! Security schemes, and what each operation demands.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic, closest};
use crate::ir::security::{
    ApiKeyLocation, SchemeId, SchemeUse, SecurityKind, SecurityRequirement, SecurityScheme,
};
use crate::openapi::{self, Requirement};

impl<'d> Lowering<'_, 'd> {
    /// The declared schemes, in the document's order.
    pub(super) fn schemes(&self) -> Vec<SecurityScheme> {
        let schemes = self.description.security_schemes.iter();
        schemes
            .map(|scheme| {
                let (kind, description) = kind(&scheme.kind);
                SecurityScheme {
                    name: scheme.name.to_owned(),
                    kind,
                    description,
                    place: scheme.place.clone(),
                }
            })
            .collect()
    }

    /// What an operation demands, the document's default included. `None` where something is demanded, and none of the
    /// alternatives can be met: such an operation is left out rather than opened to everybody.
    pub(super) fn operation_security(
        &mut self,
        operation: &openapi::Operation<'d>,
    ) -> Option<Vec<SecurityRequirement>> {
        let description = self.description;
        let stated = operation
            .security
            .as_ref()
            .or(description.security.as_ref());
        let Some(stated) = stated.filter(|list| !list.is_empty()) else {
            return Some(Vec::new());
        };
        let known: Vec<SecurityRequirement> = stated
            .iter()
            .filter_map(|requirement| self.requirement(requirement))
            .collect();
        (!known.is_empty()).then_some(known)
    }

    fn requirement(&mut self, requirement: &Requirement<'d>) -> Option<SecurityRequirement> {
        let mut schemes = Vec::new();
        let mut complete = true;
        for one in &requirement.schemes {
            let declared = &self.description.security_schemes;
            let found = declared.iter().position(|scheme| scheme.name == one.name);
            match found {
                Some(index) => schemes.push(SchemeUse {
                    scheme: SchemeId(index),
                    scopes: one.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
                }),
                None => {
                    complete = false;
                    self.report_unknown(one);
                }
            }
        }
        complete.then_some(SecurityRequirement { schemes })
    }

    fn report_unknown(&mut self, scheme: &openapi::SchemeUse<'d>) {
        let name = scheme.name;
        let declared = self.description.security_schemes.iter();
        let help = match closest(name, declared.map(|scheme| scheme.name)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "declare it under `components/securitySchemes`".to_owned(),
        };
        let message = format!("there is no security scheme `{name}`");
        self.report(
            Diagnostic::error(Code::UnknownSecurityScheme, message)
                .at(&scheme.place.key())
                .help(help),
        );
    }
}

fn kind(kind: &openapi::SecurityKind) -> (SecurityKind, Option<String>) {
    use openapiv3::{APIKeyLocation, SecurityScheme::*};
    let known = match kind {
        openapi::SecurityKind::MutualTls(description) => {
            return (SecurityKind::MutualTls, description.clone());
        }
        openapi::SecurityKind::Known(known) => known,
    };
    match known.as_ref() {
        APIKey {
            location,
            name,
            description,
            ..
        } => {
            let location = match location {
                APIKeyLocation::Query => ApiKeyLocation::Query,
                APIKeyLocation::Header => ApiKeyLocation::Header,
                APIKeyLocation::Cookie => ApiKeyLocation::Cookie,
            };
            let name = name.clone();
            (SecurityKind::ApiKey { location, name }, description.clone())
        }
        HTTP {
            scheme,
            description,
            ..
        } => {
            // Scheme names are case-insensitive (RFC 9110, section 11.1).
            let kind = match scheme.to_ascii_lowercase().as_str() {
                "basic" => SecurityKind::Basic,
                "bearer" => SecurityKind::Bearer,
                _ => SecurityKind::Authorization(scheme.clone()),
            };
            (kind, description.clone())
        }
        OAuth2 {
            flows, description, ..
        } => {
            let flow = flows.client_credentials.as_ref();
            let token_url = flow.map(|flow| flow.token_url.clone());
            (SecurityKind::OAuth2 { token_url }, description.clone())
        }
        OpenIDConnect {
            open_id_connect_url,
            description,
            ..
        } => {
            let url = open_id_connect_url.clone();
            (SecurityKind::OpenIdConnect { url }, description.clone())
        }
    }
}
