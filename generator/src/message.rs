//! Diagnostics with their lines and columns: what every door shows, each in its own way.

use std::fmt;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::source::Sources;
use crate::source::locate::{Span, locate};

/// A diagnostic, and where it is in the text.
#[derive(Clone, Debug)]
pub struct Message<'g> {
    /// What is said.
    pub diagnostic: &'g Diagnostic,
    /// The name of the file; `None` where the diagnostic is about no file that could be read.
    pub file: Option<&'g str>,
    /// The marked text.
    pub span: Option<Span>,
}

/// Finds the places of all diagnostics. Each file is walked once, and only if something is said about it.
pub fn messages<'g>(sources: &'g Sources, diagnostics: &'g Diagnostics) -> Vec<Message<'g>> {
    let mut messages: Vec<Message<'g>> = diagnostics
        .iter()
        .map(|diagnostic| Message {
            diagnostic,
            file: None,
            span: None,
        })
        .collect();
    for (index, file) in sources.iter().enumerate() {
        let (mut here, places): (Vec<&mut Message<'g>>, Vec<&Place>) = messages
            .iter_mut()
            .filter_map(|message| {
                let place = message
                    .diagnostic
                    .place
                    .as_ref()
                    .filter(|place| place.file == index)?;
                Some((message, place))
            })
            .unzip();
        if places.is_empty() {
            continue;
        }
        for (message, span) in here.iter_mut().zip(locate(file, &places)) {
            message.file = Some(&file.name);
            message.span = Some(span);
        }
    }
    messages
}

impl Message<'_> {
    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.diagnostic.severity == Severity::Error
    }

    /// The severity as a word.
    pub fn severity(&self) -> &'static str {
        match self.diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One line: `specs/x.yaml:12:5: error[SW0103]: …; help: …`.
impl fmt::Display for Message<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic {
            code,
            message,
            help,
            ..
        } = self.diagnostic;
        if let (Some(file), Some(span)) = (self.file, &self.span) {
            write!(formatter, "{file}:{}:{}: ", span.line, span.column)?;
        }
        write!(
            formatter,
            "{}[{}]: {}",
            self.severity(),
            code.as_str(),
            one_line(message)
        )?;
        match help {
            Some(help) => write!(formatter, "; help: {}", one_line(help)),
            None => Ok(()),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
