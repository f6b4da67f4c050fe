//! Rendering of diagnostics, for people and for machines.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Diagnostics, Place, Severity};
use crate::source::Sources;
use crate::source::locate::{Span, locate};

/// A line longer than this many bytes is shown in part: some documents are one line of a megabyte.
const LONGEST_LINE: usize = 400;

/// One diagnostic with its position, for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rendered {
    /// The stable code, for example `SW0101`.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// One plain sentence.
    pub message: String,
    /// The file's name as it was given; `None` where no file could be opened.
    pub file: Option<String>,
    /// Line of the first marked character, from 1.
    pub line: Option<usize>,
    /// Column of the first marked character, from 1, in characters.
    pub column: Option<usize>,
    /// Line of the last marked character, from 1.
    pub end_line: Option<usize>,
    /// Column after the last marked character, from 1, in characters.
    pub end_column: Option<usize>,
    /// JSON Pointer into the file; `None` where the file could not be parsed.
    pub pointer: Option<String>,
    /// A few words about the marked place.
    pub label: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

/// One line, for places that show no more: `specs/x.yaml:12:5: error[SW0103]: …; help: …`.
impl fmt::Display for Rendered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(file), Some(line), Some(column)) = (&self.file, self.line, self.column) {
            write!(formatter, "{file}:{line}:{column}: ")?;
        }
        write!(
            formatter,
            "{}[{}]: {}",
            self.severity,
            self.code,
            one_line(&self.message)
        )?;
        match &self.help {
            Some(help) => write!(formatter, "; help: {}", one_line(help)),
            None => Ok(()),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All diagnostics in the way of rustc, one after another, in the order in which they were found.
pub fn human(diagnostics: &Diagnostics, sources: &Sources, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = String::new();
    for (diagnostic, span) in located(diagnostics, sources) {
        let group = group(diagnostic, span.as_ref(), sources);
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    }
    text
}

/// All diagnostics as plain values.
pub fn machine(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Rendered> {
    located(diagnostics, sources)
        .into_iter()
        .map(|(diagnostic, span)| rendered(diagnostic, span, sources))
        .collect()
}

fn rendered(diagnostic: &Diagnostic, span: Option<Span>, sources: &Sources) -> Rendered {
    let place = diagnostic.place.as_ref();
    let file = place.and_then(|place| sources.get(place.file));
    let pointed = place.filter(|place| place.line_and_column().is_none());
    let span = span.as_ref();
    Rendered {
        code: diagnostic.code.as_str(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: diagnostic.message.clone(),
        file: file.map(|file| file.name.clone()),
        line: span.map(|span| span.line),
        column: span.map(|span| span.column),
        end_line: span.map(|span| span.end_line),
        end_column: span.map(|span| span.end_column),
        pointer: pointed.map(Place::pointer),
        label: diagnostic.label.clone(),
        help: diagnostic.help.clone(),
    }
}

/// Each diagnostic with its position; all positions of a file are found in one walk over it.
fn located<'d>(
    diagnostics: &'d Diagnostics,
    sources: &Sources,
) -> Vec<(&'d Diagnostic, Option<Span>)> {
    let mut located: Vec<(&Diagnostic, Option<Span>)> =
        diagnostics.iter().map(|one| (one, None)).collect();
    let mut by_file: BTreeMap<usize, Vec<(usize, &Place)>> = BTreeMap::new();
    for (number, diagnostic) in diagnostics.iter().enumerate() {
        if let Some(place) = &diagnostic.place {
            by_file.entry(place.file).or_default().push((number, place));
        }
    }
    for (index, numbered) in by_file {
        let Some(file) = sources.get(index) else {
            continue;
        };
        let places: Vec<&Place> = numbered.iter().map(|(_, place)| *place).collect();
        for ((number, _), found) in numbered.iter().zip(locate(file, &places)) {
            if let Some((_, span)) = located.get_mut(*number) {
                *span = Some(found);
            }
        }
    }
    located
}

/// One diagnostic as the renderer wants it.
fn group<'d>(diagnostic: &'d Diagnostic, span: Option<&Span>, sources: &'d Sources) -> Group<'d> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.as_str());
    let file = diagnostic
        .place
        .as_ref()
        .and_then(|place| sources.get(place.file));
    let mut elements: Vec<Element<'d>> = Vec::new();
    if let (Some(file), Some(span)) = (file, span) {
        let (excerpt, marked, whole) = excerpt(&file.text, span);
        let annotation = AnnotationKind::Primary.span(marked);
        let annotation = match &diagnostic.label {
            Some(label) => annotation.label(label.as_str()),
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
    if let Some(help) = &diagnostic.help {
        elements.push(Level::HELP.message(help.as_str()).into());
    }
    title.elements(elements)
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
    use crate::diagnostic::Code;
    use crate::source::{Format, SourceFile};

    fn sources(text: &str) -> Sources {
        let mut sources = Sources::default();
        sources.add(SourceFile {
            name: "api.yaml".to_owned(),
            path: None,
            format: Format::Yaml,
            text: text.to_owned(),
        });
        sources
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
    fn machines_get_position_and_pointer() {
        let rendered = machine(&one(), &sources("a:\n  in: querry\n"));
        let expected = Rendered {
            code: "SW0104",
            severity: "error",
            message: "`querry` is no value of `in`".to_owned(),
            file: Some("api.yaml".to_owned()),
            line: Some(2),
            column: Some(7),
            end_line: Some(2),
            end_column: Some(13),
            pointer: Some("/a/in".to_owned()),
            label: Some("here".to_owned()),
            help: Some("did you mean `query`?".to_owned()),
        };
        assert_eq!(rendered, [expected]);
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
    }
}
