//! Webhooks and callbacks: what the API sends. Their operations are read like those of paths, by the name of the webhook or
//! callback (OpenAPI 3.1.1, sections 4.8.1 and 4.8.18); where nobody asked for them, that is said.

use std::collections::BTreeSet;

use super::at::At;
use super::form::Checked;
use super::operation::methods_of;
use super::reader::{NodeKey, Reader};
use super::{Extent, Operation};
use crate::diagnostic::{Code, Diagnostic, Place};

impl<'d> Reader<'d, '_> {
    /// The operations of all webhooks, and of the callbacks that were met so far. What demands nothing of its callers itself
    /// demands nothing: what the document says for all is about who calls the API.
    pub(super) fn webhooks(&mut self, document: &Checked<'d>) -> Vec<Operation<'d>> {
        let mut operations = Vec::new();
        for (name, item) in named(document.get("webhooks")) {
            if self.is_object(name, &item) {
                self.path_item(name, item, &mut operations);
            }
        }
        // The operations of a callback may have callbacks, and be those of others too.
        let mut read = BTreeSet::new();
        let mut next = 0;
        while let Some((name, callback)) = self.callbacks.get(next).cloned() {
            next += 1;
            let Some(callback) = self.resolve(callback).map(|resolved| resolved.at) else {
                continue;
            };
            if read.insert(NodeKey::of(callback.node)) {
                for (_, item) in named(Some(&callback)) {
                    self.path_item(name, item, &mut operations);
                }
            }
        }
        for operation in &mut operations {
            operation.security.get_or_insert_default();
        }
        operations
    }

    /// Says that webhooks are not read; gives the ids that their operations have, and where they stand.
    pub(super) fn ignored_webhooks(&mut self, document: &Checked<'d>) -> Vec<(&'d str, Place)> {
        let Some(webhooks) = document.get("webhooks") else {
            return Vec::new();
        };
        self.report_ignored("webhooks", webhooks);
        let mut ids = Vec::new();
        for (name, item) in named(Some(webhooks)) {
            if !self.is_object(name, &item) {
                continue;
            }
            for (_, operation) in methods_of(&item) {
                let id = operation.get("operationId");
                ids.extend(id.and_then(|id| Some((id.node.as_text()?, id.place))));
            }
        }
        ids
    }

    /// Keeps the callbacks of an operation for later, or says that they are not read.
    pub(super) fn callbacks(&mut self, callbacks: &At<'d>) {
        match self.extent {
            Extent::Paths => self.report_ignored("callbacks", callbacks),
            Extent::PathsAndWebhooks => self.callbacks.extend(named(Some(callbacks))),
        }
    }

    fn report_ignored(&mut self, what: &str, at: &At<'d>) {
        let message = format!("nothing is generated for {what} unless it is asked for");
        self.report(
            Diagnostic::warning(Code::NotEnforced, message)
                .at(&at.place.key())
                .help("the option `webhooks = \"on\"` asks for webhooks and callbacks"),
        );
    }

    fn is_object(&mut self, name: &str, at: &At<'d>) -> bool {
        let is_object = at.node.as_object().is_some();
        if !is_object {
            self.wrong_type(name, "an object", at);
        }
        is_object
    }
}

/// The members but extensions.
fn named<'d>(at: Option<&At<'d>>) -> Vec<(&'d str, At<'d>)> {
    let members = at.into_iter().flat_map(At::members);
    members
        .filter(|(name, _)| !name.starts_with("x-"))
        .collect()
}
