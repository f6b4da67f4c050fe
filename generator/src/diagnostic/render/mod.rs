//! Rendering of diagnostics, for people and for machines: sorted by their place, and those that say the same folded.

mod human;
mod machine;
mod sarif;

use indexmap::IndexMap;

use super::{Diagnostic, Diagnostics, Place};
use crate::source::Sources;
use crate::source::locate::{Span, locate_all};

pub use human::human;
pub use machine::{Rendered, brief, machine};
pub use sarif::sarif;

/// A diagnostic with its positions.
struct Located<'d> {
    diagnostic: &'d Diagnostic,
    span: Option<Span>,
    /// Those of its related places, in their order.
    related: Vec<Option<Span>>,
    /// How many further ones say the same of other places, which are folded into this one, and the first of them.
    folded: Vec<Where>,
}

/// File and line of a folded diagnostic.
#[derive(Clone, Debug)]
struct Where {
    file: usize,
    line: usize,
}

/// Each diagnostic with its positions, sorted by them; all positions of a file are found in one walk over it.
fn located<'d>(diagnostics: &'d Diagnostics, sources: &Sources) -> Vec<Located<'d>> {
    let mut places: Vec<&Place> = Vec::new();
    for diagnostic in diagnostics.iter() {
        places.extend(&diagnostic.place);
        places.extend(diagnostic.related.iter().map(|related| &related.place));
    }
    let mut spans = locate_all(&places, sources).into_iter();
    let mut next = || spans.next().flatten();
    let mut located: Vec<Located<'d>> = diagnostics
        .iter()
        .map(|diagnostic| Located {
            diagnostic,
            span: diagnostic.place.as_ref().and_then(|_| next()),
            related: diagnostic.related.iter().map(|_| next()).collect(),
            folded: Vec::new(),
        })
        .collect();
    located.sort_by_key(|one| {
        let file = one.diagnostic.place.as_ref().map(|place| place.file);
        (file, one.span.as_ref().map(|span| span.bytes.start))
    });
    located
}

/// The diagnostics with those that say the same of several places folded into the first.
fn folded(located: Vec<Located<'_>>) -> Vec<Located<'_>> {
    let mut folded: IndexMap<_, Located<'_>> = IndexMap::new();
    for one in located {
        let Diagnostic {
            code,
            severity,
            message,
            ..
        } = one.diagnostic;
        let place = one.diagnostic.place.as_ref();
        let place = place.zip(one.span.as_ref()).map(|(place, span)| Where {
            file: place.file,
            line: span.line,
        });
        match folded.entry((*code, *severity, &**message)) {
            indexmap::map::Entry::Occupied(mut first) => first.get_mut().folded.extend(place),
            indexmap::map::Entry::Vacant(entry) => drop(entry.insert(one)),
        }
    }
    folded.into_values().collect()
}
