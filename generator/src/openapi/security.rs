//! Reading security schemes and requirements.

use super::at::At;
use super::form::Checked;
use super::forms::{CLIENT_CREDENTIALS, OAUTH_FLOW, OAUTH_FLOWS, SECURITY_SCHEME};
use super::reader::Reader;
use super::version::Version;
use super::{Requirement, SchemeUse, SecurityKind, SecurityScheme};
use crate::diagnostic::{Code, Diagnostic};

/// The members that a scheme of this type must have.
fn required(kind: &str) -> &'static [&'static str] {
    match kind {
        "apiKey" => &["name", "in"],
        "http" => &["scheme"],
        "oauth2" => &["flows"],
        "openIdConnect" => &["openIdConnectUrl"],
        _ => &[],
    }
}

/// The flows that need a person at a browser, whose URLs are looked at and no more.
const OTHER_FLOWS: [&str; 4] = [
    "implicit",
    "password",
    "authorizationCode",
    "deviceAuthorization",
];

impl<'d> Reader<'d, '_> {
    /// `components/securitySchemes`; those that cannot be read are reported and left out.
    pub(super) fn security_schemes(&mut self, at: Option<&At<'d>>) -> Vec<SecurityScheme<'d>> {
        let mut schemes = Vec::new();
        for (name, member) in at.into_iter().flat_map(At::members) {
            let Some(resolved) = self.resolve(member) else {
                continue;
            };
            if let Some(kind) = self.security_kind(&resolved.at) {
                schemes.push(SecurityScheme {
                    name,
                    kind,
                    place: resolved.at.place,
                });
            }
        }
        schemes
    }

    fn security_kind(&mut self, at: &At<'d>) -> Option<SecurityKind> {
        let checked = self.check(&SECURITY_SCHEME, at)?;
        let kind = checked.text("type")?;
        if !self.has_all(&checked, required(kind), kind) {
            return None;
        }
        if let (Some(name), Some(location)) = (checked.text("name"), checked.text("in"))
            && !self.is_name(name, location, &at.place.child("name"))
        {
            return None;
        }
        self.urls(&checked, &["openIdConnectUrl", "oauth2MetadataUrl"]);
        if kind == "mutualTLS" {
            self.is_known_yet("`type: mutualTLS`", Version::V3_1, &at.place.child("type"));
            let description = checked.text("description").map(str::to_owned);
            return Some(SecurityKind::MutualTls(description));
        }
        let mut members = checked.json(&[
            "type",
            "description",
            "name",
            "in",
            "scheme",
            "bearerFormat",
            "openIdConnectUrl",
        ]);
        if kind == "oauth2" {
            members.insert("flows".to_owned(), self.flows(&checked).into());
        }
        let read = self.typed(members, "the security scheme", &at.place)?;
        Some(SecurityKind::Known(Box::new(read)))
    }

    /// Whether a scheme has all that its type needs; what it lacks is reported.
    pub(super) fn has_all(&mut self, scheme: &Checked<'d>, keys: &[&str], kind: &str) -> bool {
        let mut complete = true;
        for key in keys {
            if scheme.get(key).is_none() {
                complete = false;
                let what = format!("a security scheme of type `{kind}`");
                let empty = self.library.at(scheme.place.child(key)).ok();
                match empty {
                    Some((node, place)) => {
                        let message = format!("{what} must have `{key}`, not {}", node.kind());
                        self.report(Diagnostic::error(Code::Missing, message).at(&place));
                    }
                    None => self.missing(&what, key, &scheme.place),
                }
            }
        }
        complete
    }

    /// The flows of an OAuth2 scheme, as far as a generator needs them.
    fn flows(&mut self, scheme: &Checked<'d>) -> serde_json::Map<String, serde_json::Value> {
        let mut flows = serde_json::Map::new();
        let checked = scheme
            .get("flows")
            .and_then(|at| self.check(&OAUTH_FLOWS, at));
        let others = OTHER_FLOWS.iter();
        for at in others.filter_map(|key| checked.as_ref()?.get(key)) {
            if let Some(flow) = self.check(&OAUTH_FLOW, at) {
                self.urls(&flow, &["authorizationUrl", "tokenUrl", "refreshUrl"]);
            }
        }
        let flow = checked
            .as_ref()
            .and_then(|flows| flows.get("clientCredentials"));
        if let Some(flow) = flow.and_then(|at| self.check(&CLIENT_CREDENTIALS, at))
            && flow.complete
        {
            self.urls(&flow, &["tokenUrl", "refreshUrl"]);
            let mut members = flow.json(&["tokenUrl", "refreshUrl"]);
            members.insert("scopes".to_owned(), serde_json::json!({}));
            flows.insert("clientCredentials".to_owned(), members.into());
        }
        flows
    }

    /// A list of security requirements.
    pub(super) fn requirements(&mut self, at: &At<'d>) -> Vec<Requirement<'d>> {
        let mut requirements = Vec::new();
        for element in at.elements() {
            if element.node.as_object().is_none() {
                self.wrong_type("security", "a list of objects", &element);
                continue;
            }
            let mut schemes = Vec::new();
            for (name, member) in element.members() {
                schemes.push(SchemeUse {
                    name,
                    scopes: self.texts(name, &member),
                    place: member.place,
                });
            }
            requirements.push(Requirement {
                schemes,
                place: element.place,
            });
        }
        requirements
    }
}
