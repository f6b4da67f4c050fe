//! Reading servers, and the URLs of security schemes.

use indexmap::IndexSet;

use super::at::{At, scalar_text};
use super::form::Checked;
use super::forms::{SERVER, SERVER_VARIABLE};
use super::reader::Reader;
use super::{Server, ServerVariable};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Node;

impl<'d> Reader<'d, '_> {
    /// A list of servers.
    pub(super) fn servers(&mut self, at: Option<&At<'d>>) -> Vec<Server> {
        let mut servers = Vec::new();
        for element in at.into_iter().flat_map(At::elements) {
            if let Some(checked) = self.check(&SERVER, &element)
                && let Some(url) = checked.text("url")
            {
                let variables = self.server_variables(&checked);
                servers.push(Server {
                    url: self.filled_in(url, &variables, &checked),
                    template: url.to_owned(),
                    variables,
                    name: checked.text("name").map(str::to_owned),
                    description: checked.text("description").map(str::to_owned),
                });
            }
        }
        servers
    }

    fn server_variables(&mut self, server: &Checked<'d>) -> Vec<ServerVariable> {
        let mut variables = Vec::new();
        for (name, variable) in server.get("variables").into_iter().flat_map(At::members) {
            if let Some(checked) = self.check(&SERVER_VARIABLE, &variable)
                && let Some(default) = checked.text("default")
            {
                variables.push(ServerVariable {
                    name: name.to_owned(),
                    default: default.to_owned(),
                    values: self.server_values(default, &checked),
                    description: checked.text("description").map(str::to_owned),
                });
            }
        }
        variables
    }

    /// The URL with the defaults of its variables.
    fn filled_in(
        &mut self,
        url: &str,
        variables: &[ServerVariable],
        server: &Checked<'d>,
    ) -> String {
        let mut filled = url.to_owned();
        for variable in variables {
            filled = filled.replace(&format!("{{{}}}", variable.name), &variable.default);
        }
        let Some(at) = server.get("url") else {
            return filled;
        };
        if filled.contains('{') {
            let message = format!("the server URL `{url}` has a variable that is not declared");
            self.report(
                Diagnostic::error(Code::Missing, message)
                    .at(&at.place)
                    .help("declare it under `variables`, with a `default`"),
            );
        } else if filled.is_empty() {
            let message = "the server URL is empty";
            self.report(
                Diagnostic::warning(Code::Url, message)
                    .at(&at.place)
                    .help("write `/` where the API is served by whoever serves this document"),
            );
        }
        filled
    }

    /// The values that a server variable may have, each of which stands once, and one of which is the default.
    fn server_values(&mut self, default: &str, variable: &Checked<'d>) -> Vec<String> {
        let Some(at) = variable.get("enum") else {
            return Vec::new();
        };
        let mut values = IndexSet::new();
        for element in at.elements() {
            let Some(value) = scalar_text(element.node) else {
                continue;
            };
            if !values.insert(value) {
                let message = format!("the value `{value}` stands twice");
                let diagnostic = Diagnostic::warning(Code::DuplicateName, message);
                self.report(diagnostic.at(&element.place));
            }
        }
        if !values.is_empty() && !values.contains(default) {
            let message = format!("the default `{default}` is none of the values of `enum`");
            let place = variable.get("default").unwrap_or(at).place.clone();
            self.report(
                Diagnostic::warning(Code::Mismatch, message)
                    .at(&place)
                    .related(&at.place.key(), "the values"),
            );
        }
        values.into_iter().map(str::to_owned).collect()
    }

    /// Reports a list of servers of a path or operation that names other URLs than the document's own list, each such
    /// list once.
    pub(super) fn report_other_servers(&mut self, checked: &Checked<'d>) {
        let Some(at) = checked.get("servers") else {
            return;
        };
        let urls = |list: &Node| -> Vec<String> {
            let servers = list.as_list().into_iter().flatten();
            let urls = servers.filter_map(|server| server.get("url").and_then(scalar_text));
            urls.map(str::to_owned).collect()
        };
        let own = urls(at.node);
        let root = self.document.get("servers").map(urls).unwrap_or_default();
        if own != root && self.unused_servers.insert(own) {
            let message = "`servers` of a path or operation is accepted, but not used";
            let place = at.place.key();
            self.report(Diagnostic::warning(Code::NotEnforced, message).at(&place));
        }
    }

    /// Warns of members that should be URLs and are none: neither absolute nor a path.
    pub(super) fn urls(&mut self, owner: &Checked<'d>, keys: &[&str]) {
        for key in keys {
            let Some(at) = owner.get(key) else { continue };
            let text = scalar_text(at.node).unwrap_or_default();
            let is_path = text.starts_with(['/', '.']);
            if !is_path && !text.contains(':') {
                let message = format!("`{key}` must be a URL, and `{text}` is none");
                self.report(Diagnostic::warning(Code::Url, message).at(&at.place));
            }
        }
    }
}
