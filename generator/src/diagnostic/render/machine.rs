//! Diagnostics as plain values, for machines and for places that show one line each.

use std::fmt;

use serde::Serialize;

use super::{Located, folded, located};
use crate::diagnostic::{Diagnostics, Place, Severity};
use crate::source::Sources;
use crate::source::locate::Span;

/// One diagnostic with its position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rendered {
    /// The stable code, for example `SW0101`.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// One plain sentence.
    pub message: String,
    /// Where it is; empty where no file could be opened.
    #[serde(flatten)]
    pub position: Position,
    /// A few words about the marked place.
    pub label: Option<String>,
    /// Other places that have to do with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Note>,
    /// What to do.
    pub help: Option<String>,
    /// How many others say the same of other places and are not shown.
    #[serde(skip_serializing_if = "is_zero")]
    pub more: usize,
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// A place for machines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Position {
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
}

/// A related place for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What is there, in a few words.
    pub label: String,
    /// Where.
    #[serde(flatten)]
    pub position: Position,
}

impl Position {
    fn new(place: Option<&Place>, span: Option<&Span>, sources: &Sources) -> Self {
        let file = place.and_then(|place| sources.get(place.file));
        let pointed = place.filter(|place| place.line_and_column().is_none());
        Self {
            file: file.map(|file| file.name.clone()),
            line: span.map(|span| span.line),
            column: span.map(|span| span.column),
            end_line: span.map(|span| span.end_line),
            end_column: span.map(|span| span.end_column),
            pointer: pointed.map(Place::pointer),
        }
    }
}

/// One line: `specs/x.yaml:12:5: error[SW0103]: …; help: …`.
impl fmt::Display for Rendered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = &self.position;
        if let (Some(file), Some(line), Some(column)) = (&at.file, at.line, at.column) {
            write!(formatter, "{}:{line}:{column}: ", one_line(file))?;
        }
        let message = one_line(&self.message);
        write!(formatter, "{}[{}]: {message}", self.severity, self.code)?;
        if let Some(help) = &self.help {
            write!(formatter, "; help: {}", one_line(help))?;
        }
        match self.more {
            0 => Ok(()),
            1 => formatter.write_str(" (and at one other place)"),
            more => write!(formatter, " (and at {more} other places)"),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All diagnostics as plain values, by their place.
pub fn machine(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Rendered> {
    let located = located(diagnostics, sources);
    located.iter().map(|one| rendered(one, sources)).collect()
}

/// The same, with those that say the same of several places folded into the first.
pub fn brief(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Rendered> {
    let folded = folded(located(diagnostics, sources));
    folded.iter().map(|one| rendered(one, sources)).collect()
}

fn rendered(located: &Located<'_>, sources: &Sources) -> Rendered {
    let diagnostic = located.diagnostic;
    let related = diagnostic.related.iter().zip(&located.related);
    let related = related.map(|(related, span)| Note {
        label: related.label.clone(),
        position: Position::new(Some(&related.place), span.as_ref(), sources),
    });
    Rendered {
        code: diagnostic.code.as_str(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: diagnostic.message.to_string(),
        position: Position::new(diagnostic.place.as_ref(), located.span.as_ref(), sources),
        label: diagnostic.label.as_deref().map(str::to_owned),
        related: related.collect(),
        help: diagnostic.help.as_deref().map(str::to_owned),
        more: located.folded.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::Input;

    #[test]
    fn machines_get_position_and_pointer() {
        let sources = Sources::new(&Input::Text {
            name: "api.yaml".to_owned(),
            text: "a:\n  in: querry\n".to_owned(),
        });
        let place = Place::root(0).child("a").child("in");
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::error(Code::UnknownWord, "wrong\nword").at(&place));
        diagnostics.push(Diagnostic::error(Code::UnknownWord, "wrong\nword").at(&place.key()));
        let all = machine(&diagnostics, &sources);
        let position = Position {
            file: Some("api.yaml".to_owned()),
            line: Some(2),
            column: Some(7),
            end_line: Some(2),
            end_column: Some(13),
            pointer: Some("/a/in".to_owned()),
        };
        assert_eq!(all.last().map(|one| &one.position), Some(&position));
        let lines: Vec<String> = brief(&diagnostics, &sources)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            lines,
            ["api.yaml:2:3: error[SW0104]: wrong word (and at one other place)"]
        );
    }
}
