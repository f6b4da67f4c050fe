//! Diagnostics for people.

use std::cmp::Reverse;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Located, folded, located};
use crate::diagnostic::{Diagnostics, Place, Severity};
use crate::source::Sources;
use crate::source::locate::Span;

/// A line longer than this many bytes is shown in part: some documents are one line of a megabyte.
const LONGEST_LINE: usize = 400;

/// How many messages are shown at most; a document that has more has other cares.
const MOST_SHOWN: usize = 100;
/// How many places of folded messages are named.
const MOST_PLACES: usize = 5;

/// The diagnostics in the way of rustc, one after another, by their place. Those that say the same are folded into the first,
/// and of very many the errors come before the warnings.
pub fn human(diagnostics: &Diagnostics, sources: &Sources, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut folded = folded(located(diagnostics, sources));
    if folded.len() > MOST_SHOWN {
        folded.sort_by_key(|one| Reverse(one.diagnostic.severity));
    }
    let mut text = String::new();
    for one in folded.iter().take(MOST_SHOWN) {
        let others = others(one, sources);
        let rendered = renderer.render(&groups(one, others.as_deref(), sources));
        let lines = rendered.lines().filter(|line| !is_empty_origin(line));
        lines.for_each(|line| text.extend([line, "\n"]));
        text.push('\n');
    }
    if let Some(hidden) = folded.len().checked_sub(MOST_SHOWN + 1) {
        let count = hidden + 1;
        text.push_str(&format!(
            "{count} more messages are not shown; `--message-format json` gives all\n\n"
        ));
    }
    text
}

/// Whether a line only says that another file follows, without its name: the renderer writes one above a part of a long line,
/// which has its place above it already.
fn is_empty_origin(line: &str) -> bool {
    let without_style = line.split('\u{1b}').enumerate().map(|(index, part)| {
        let style = part.split_once('m').filter(|_| index > 0);
        style.map_or(part, |(_, text)| text)
    });
    without_style.collect::<String>().trim() == ":::"
}

/// Where else the same is said.
fn others(one: &Located<'_>, sources: &Sources) -> Option<String> {
    let count = one.folded.len();
    let own = one.diagnostic.place.as_ref().map(|place| place.file);
    let named: Vec<String> = one
        .folded
        .iter()
        .take(MOST_PLACES)
        .map(|other| match sources.get(other.file) {
            Some(file) if own != Some(other.file) => format!("{}:{}", file.name, other.line),
            _ => format!("line {}", other.line),
        })
        .collect();
    let named = named.join(", ");
    match count {
        0 => None,
        1..=MOST_PLACES => Some(format!("the same at {named}")),
        _ => Some(format!(
            "the same at {named} and {} other places",
            count - MOST_PLACES
        )),
    }
}

/// One diagnostic as the renderer wants it, and its related places.
fn groups<'d>(
    one: &'d Located<'d>,
    others: Option<&'d str>,
    sources: &'d Sources,
) -> Vec<Group<'d>> {
    let diagnostic = one.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(&*diagnostic.message)
        .id(diagnostic.code.as_str());
    let label = diagnostic.label.as_deref();
    let mut elements = snippet(diagnostic.place.as_ref(), one.span.as_ref(), label, sources);
    if let Some(help) = &diagnostic.help {
        elements.push(Level::HELP.message(&**help).into());
    }
    if let Some(others) = others {
        elements.push(Level::NOTE.message(others).into());
    }
    let mut groups = vec![title.elements(elements)];
    for (related, span) in diagnostic.related.iter().zip(&one.related) {
        let elements = snippet(Some(&related.place), span.as_ref(), None, sources);
        let title = Level::NOTE.secondary_title(related.label.as_str());
        groups.push(title.elements(elements));
    }
    groups
}

/// The lines that show a place.
fn snippet<'d>(
    place: Option<&Place>,
    span: Option<&Span>,
    label: Option<&'d str>,
    sources: &'d Sources,
) -> Vec<Element<'d>> {
    let mut elements: Vec<Element<'d>> = Vec::new();
    let file = place.and_then(|place| sources.get(place.file));
    if let (Some(file), Some(span)) = (file, span) {
        let (excerpt, marked, whole) = excerpt(&file.text, span);
        let annotation = AnnotationKind::Primary.span(marked);
        let annotation = match label {
            Some(label) => annotation.label(label),
            None => annotation,
        };
        let mut snippet = Snippet::source(excerpt).line_start(span.line);
        if whole {
            snippet = snippet.path(file.name.as_str());
        } else {
            // The renderer would count the column from the start of the part.
            let origin = Origin::path(file.name.as_str());
            elements.push(origin.line(span.line).char_column(span.column).into());
        }
        elements.push(snippet.annotation(annotation).into());
    }
    elements
}

/// The line in which a span begins, or a part of a long one; the marked bytes of it; and whether it is the whole line.
fn excerpt<'t>(text: &'t str, span: &Span) -> (&'t str, Range<usize>, bool) {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    // No further than a line may be long: a search for its ends would look through the whole of a document of one line.
    let first = boundary(span.bytes.start.saturating_sub(LONGEST_LINE + 1));
    let last = boundary((span.bytes.start + LONGEST_LINE + 1).min(text.len()));
    let before = text.get(first..span.bytes.start).unwrap_or("");
    let after = text.get(span.bytes.start..last).unwrap_or("");
    let line_start = before.rfind('\n').map_or(first, |at| first + at + 1);
    let line_end = span.bytes.start + after.find(['\r', '\n']).unwrap_or(after.len());
    let (start, end) = if line_end - line_start > LONGEST_LINE {
        let start = span.bytes.start.saturating_sub(LONGEST_LINE / 4);
        let start = boundary(start).max(line_start);
        (start, boundary((start + LONGEST_LINE).min(line_end)))
    } else {
        (line_start, line_end)
    };
    let marked_end = span.bytes.end.min(end).max(span.bytes.start);
    let marked = span.bytes.start - start..marked_end - start;
    let whole = (start, end) == (line_start, line_end);
    (text.get(start..end).unwrap_or(""), marked, whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::Input;

    fn sources(text: &str) -> Sources {
        Sources::new(&Input::Text {
            name: "api.yaml".to_owned(),
            text: text.to_owned(),
        })
    }

    fn one() -> Diagnostics {
        let place = Place::root(0).child("a").child("in");
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(
            Diagnostic::error(Code::UnknownWord, "`querry` is no value of `in`")
                .at(&place)
                .label("here")
                .help("did you mean `query`?"),
        );
        diagnostics
    }

    #[test]
    fn people_see_the_line_and_the_mark() {
        let text = human(&one(), &sources("a:\n  in: querry\n"), false);
        let expected = "\
error[SW0104]: `querry` is no value of `in`
 --> api.yaml:2:7
  |
2 |   in: querry
  |       ^^^^^^ here
  |
  = help: did you mean `query`?

";
        assert_eq!(text, expected);
    }

    #[test]
    fn colour_adds_nothing_but_escapes() {
        let sources = sources("a:\n  in: querry\n");
        let coloured = human(&one(), &sources, true);
        assert!(coloured.contains("\u{1b}["));
        assert!(!human(&one(), &sources, false).contains('\u{1b}'));
    }

    #[test]
    fn a_part_of_a_long_line_is_shown() {
        let text = format!(
            "{{\"é\": \"{}\", \"a\": {{\"in\": \"querry\"}}}}",
            "é".repeat(5000)
        );
        let shown = human(&one(), &sources(&text), false);
        assert!(shown.len() < 2000);
        assert!(shown.contains("^"));
        assert!(!shown.contains(":::"));
        assert!(!human(&one(), &sources(&text), true).contains(":::"));
    }
}
