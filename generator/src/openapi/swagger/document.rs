//! Servers, security schemes and media types of a 2.0 document.

use super::forms::SECURITY_SCHEME;
use crate::openapi::at::{At, scalar_text};
use crate::openapi::form::Checked;
use crate::openapi::reader::Reader;
use crate::openapi::{SecurityKind, SecurityScheme, Server};
use crate::source::Node;

impl<'d> Reader<'d, '_> {
    /// The servers that `schemes`, `host` and `basePath` describe; without a host, the base path alone.
    pub(in crate::openapi) fn swagger_servers(&self, members: &Checked<'d>) -> Vec<Server> {
        let path = members.text("basePath").unwrap_or("");
        let server = |url: String| Server {
            template: url.clone(),
            url,
            ..Server::default()
        };
        let Some(host) = members.text("host") else {
            let path = Some(path).filter(|path| !path.is_empty());
            return path
                .map(|path| server(path.to_owned()))
                .into_iter()
                .collect();
        };
        let mut schemes = texts(members.get("schemes").map(|at| at.node));
        if schemes.is_empty() {
            schemes.push("https");
        }
        let urls = schemes
            .iter()
            .map(|scheme| format!("{scheme}://{host}{path}"));
        urls.map(server).collect()
    }

    /// `securityDefinitions`; those that cannot be read are reported and left out.
    pub(in crate::openapi) fn swagger_security_schemes(
        &mut self,
        at: Option<&At<'d>>,
    ) -> Vec<SecurityScheme<'d>> {
        let mut schemes = Vec::new();
        for (name, member) in at.into_iter().flat_map(At::members) {
            if let Some(kind) = self.swagger_security_kind(&member) {
                schemes.push(SecurityScheme {
                    name,
                    kind,
                    place: member.place,
                });
            }
        }
        schemes
    }

    fn swagger_security_kind(&mut self, at: &At<'d>) -> Option<SecurityKind> {
        let checked = self.check(&SECURITY_SCHEME, at)?;
        let kind = checked.text("type")?;
        let needed: &[&str] = match (kind, checked.text("flow")) {
            ("apiKey", _) => &["name", "in"],
            ("oauth2", Some("application")) => &["tokenUrl"],
            ("oauth2", _) => &["flow"],
            _ => &[],
        };
        if !self.has_all(&checked, needed, kind) {
            return None;
        }
        let mut members = checked.json(&["type", "description", "name", "in"]);
        match kind {
            "basic" => {
                members.insert("type".to_owned(), "http".into());
                members.insert("scheme".to_owned(), "basic".into());
            }
            "oauth2" => {
                let flows = match (checked.text("flow"), checked.text("tokenUrl")) {
                    (Some("application"), Some(url)) => {
                        serde_json::json!({"clientCredentials": {"tokenUrl": url, "scopes": {}}})
                    }
                    _ => serde_json::json!({}),
                };
                members.insert("flows".to_owned(), flows);
            }
            _ => {}
        }
        let read = self.typed(members, "the security scheme", &at.place)?;
        Some(SecurityKind::Known(Box::new(read)))
    }

    /// The media types that `consumes` or `produces` gives: at the operation, else at the document, else JSON.
    pub(super) fn media_types(&self, operation: &Checked<'d>, key: &str) -> Vec<&'d str> {
        let own = operation.get(key).map(|at| at.node);
        let all = texts(own.or_else(|| self.document.get(key)));
        if all.is_empty() {
            vec!["application/json"]
        } else {
            all
        }
    }
}

fn texts(list: Option<&Node>) -> Vec<&str> {
    let items = list.and_then(Node::as_list).into_iter().flatten();
    items.filter_map(scalar_text).collect()
}
