//! Examples of contents. And what may lead nowhere although no code is made of it: examples of parameters, links and callbacks
//! that are references.

use super::at::At;
use super::form::Checked;
use super::reader::Reader;
use super::reference::{Chain, explain};
use super::{Example, Shown};
use crate::diagnostic::{Diagnostic, Severity};

impl<'d> Reader<'d, '_> {
    /// The `example` and `examples` of a parameter, header or media type.
    pub(super) fn examples(&mut self, owner: &Checked<'d>) -> Vec<Example<'d>> {
        let only = owner.get("example").map(|at| Example {
            name: None,
            shown: Shown::Value(at.node),
        });
        let mut examples: Vec<Example<'d>> = only.into_iter().collect();
        for (name, at) in owner.get("examples").into_iter().flat_map(At::members) {
            let shown = self.leads_somewhere(at).and_then(|at| shown(&at));
            let name = Some(name);
            examples.extend(shown.map(|shown| Example { name, shown }));
        }
        examples
    }

    /// What references lead to; a reference that leads nowhere is warned of.
    pub(super) fn leads_somewhere(&mut self, at: At<'d>) -> Option<At<'d>> {
        let mut at = at;
        let mut chain = Chain::new(self.library);
        while let Some(reference) = at.get("$ref") {
            let text = reference.node.as_text()?;
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
                    return None;
                }
            }
        }
        Some(at)
    }
}

/// What an Example Object shows.
fn shown<'d>(example: &At<'d>) -> Option<Shown<'d>> {
    let value = ["value", "dataValue"]
        .iter()
        .find_map(|key| example.node.get(key));
    let written = || example.node.get("serializedValue")?.as_text();
    value
        .map(Shown::Value)
        .or_else(|| written().map(Shown::Written))
}
