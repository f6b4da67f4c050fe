//! What plays no part in generated code, but may still lead nowhere: examples, links and callbacks that are references.

use super::at::At;
use super::form::Checked;
use super::reader::Reader;
use super::reference::{Chain, explain};
use crate::diagnostic::{Diagnostic, Severity};

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
        let mut chain = Chain::new(self.library);
        while let Some(reference) = at.get("$ref") {
            let Some(text) = reference.node.as_text() else {
                return;
            };
            let library = self.library;
            let next = chain.pass(at.node).and_then(|()| {
                let target = library.follow(&reference.place, text);
                target.map_err(|dead| explain(text, &dead, &reference.place, library))
            });
            match next {
                Ok((node, place)) => at = At { node, place },
                Err(problem) => {
                    self.report(Diagnostic {
                        severity: Severity::Warning,
                        ..problem.at(&reference.place)
                    });
                    return;
                }
            }
        }
    }
}
