//! What plays no part in generated code, but may still lead nowhere: examples, links and callbacks that are references.

use super::at::At;
use super::form::Checked;
use super::reader::{NodeKey, Reader};
use super::reference::explain;
use crate::diagnostic::{Code, Diagnostic, Severity};

impl<'d> Reader<'d, '_> {
    /// The `examples` of a parameter, header or media type.
    pub(super) fn examples(&mut self, owner: &Checked<'d>) {
        for (_, example) in owner.get("examples").into_iter().flat_map(At::members) {
            self.leads_somewhere(example);
        }
    }

    /// Warns of a reference that leads nowhere.
    pub(super) fn leads_somewhere(&mut self, at: At<'d>) {
        let mut at = at;
        let mut seen = Vec::new();
        while let Some(reference) = at.get("$ref") {
            let Some(text) = reference.node.as_text() else {
                return;
            };
            let key = NodeKey::of(at.node);
            let problem = if seen.contains(&key) {
                Some(Diagnostic::error(
                    Code::Reference,
                    "the reference leads back to itself",
                ))
            } else {
                seen.push(key);
                match self.library.follow(&reference.place, text) {
                    Ok((node, place)) => {
                        at = At { node, place };
                        None
                    }
                    Err(dead) => Some(explain(text, &dead, &reference.place, self.library)),
                }
            };
            if let Some(problem) = problem {
                self.report(Diagnostic {
                    severity: Severity::Warning,
                    ..problem.at(&reference.place)
                });
                return;
            }
        }
    }
}
