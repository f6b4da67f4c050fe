//! What the user is told: lines for people, or one JSON object per line for programs.

use anstream::{eprint, eprintln, println};
use clap::builder::styling::{AnsiColor, Style};
use serde_json::json;
use specwright_core::diagnostic::{Diagnostics, Severity, render};
use specwright_core::output::{Change, GeneratedFile};
use specwright_core::pipeline::Generation;
use specwright_core::source::Sources;
use specwright_core::update::{HandlersFile, UserMethod};

use super::Outcome;
use super::arguments::MessageFormat;

/// Tells the user. Results go to standard output, messages for people to standard error.
#[derive(Clone, Copy, Debug)]
pub(super) struct Report {
    format: MessageFormat,
}

/// How many lines of a difference are shown.
const DIFFERENCE_LINES: usize = 8;
/// Good news.
pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();
/// Bad news.
pub(super) const BAD: Style = AnsiColor::Red.on_default().bold();
/// A hint.
pub(super) const HINT: Style = AnsiColor::Cyan.on_default().bold();

impl Report {
    pub(super) fn new(format: MessageFormat) -> Self {
        Self { format }
    }

    /// Whether people read it.
    pub(super) fn is_human(self) -> bool {
        self.format == MessageFormat::Human
    }

    /// Something worth knowing that is no result.
    pub(super) fn remark(self, text: &str) {
        match self.format {
            MessageFormat::Human | MessageFormat::Sarif => eprintln!("{HINT}note{HINT:#}: {text}"),
            MessageFormat::Json => println!("{}", json!({ "reason": "note", "message": text })),
        }
    }

    /// All diagnostics of a run.
    pub(super) fn diagnostics(self, generation: &Generation) {
        self.messages(&generation.diagnostics, &generation.sources);
    }

    /// Diagnostics about these files.
    pub(super) fn messages(self, diagnostics: &Diagnostics, sources: &Sources) {
        match self.format {
            // The terminal decides about the colours.
            MessageFormat::Human => eprint!("{}", render::human(diagnostics, sources, true)),
            MessageFormat::Sarif => println!("{}", render::sarif(diagnostics, sources)),
            MessageFormat::Json => {
                for message in render::machine(diagnostics, sources) {
                    println!(
                        "{}",
                        json!({ "reason": "diagnostic", "diagnostic": message })
                    );
                }
            }
        }
    }

    /// One file, and what happens to it.
    pub(super) fn file(self, change: Change, file: &GeneratedFile, shown: bool) {
        let word = change_word(change);
        match self.format {
            MessageFormat::Human if shown => println!("{HINT}{word:>9}{HINT:#} {}", file.path),
            MessageFormat::Human | MessageFormat::Sarif => {}
            MessageFormat::Json => println!(
                "{}",
                json!({ "reason": "file", "change": word, "path": file.path })
            ),
        }
    }

    /// One of the user's files, for programs.
    pub(super) fn handlers_file(self, file: &HandlersFile) {
        let methods = |list: &[UserMethod]| -> Vec<serde_json::Value> {
            let list = list.iter();
            list.map(|one| json!({ "name": one.name, "line": one.line }))
                .collect()
        };
        if self.format == MessageFormat::Json {
            println!(
                "{}",
                json!({
                    "reason": "handlers",
                    "path": file.path.display().to_string(),
                    "new": file.is_new,
                    "added": file.added,
                    "changed": methods(&file.changed),
                    "gone": methods(&file.gone),
                })
            );
        }
    }

    /// What an update changed for those who use the code.
    pub(super) fn update(self, lines: &[String]) {
        for line in lines {
            self.hint("changed", line);
        }
        if self.format == MessageFormat::Json {
            println!("{}", json!({ "reason": "update", "changes": lines }));
        }
    }

    /// How a lock differs from what it should be, for programs.
    pub(super) fn stale(self, problems: &[String]) {
        if self.format == MessageFormat::Json {
            println!("{}", json!({ "reason": "locked", "stale": problems }));
        }
    }

    /// A server is ready.
    pub(super) fn serving(self, address: &str, operations: usize) {
        self.good(
            "serving",
            &format!("{operations} operations at http://{address}"),
        );
        if self.format == MessageFormat::Json {
            println!("{}", json!({ "reason": "serving", "address": address }));
        }
    }

    /// A request was answered.
    pub(super) fn request(self, method: &str, target: &str, status: u16, remarks: &[String]) {
        let style = if status < 400 { GOOD } else { BAD };
        match self.format {
            MessageFormat::Human => {
                println!("{style}{status:>9}{style:#} {method} {target}");
                for remark in remarks {
                    println!("          {remark}");
                }
            }
            MessageFormat::Json => println!(
                "{}",
                json!({
                    "reason": "request",
                    "method": method,
                    "target": target,
                    "status": status,
                    "remarks": remarks,
                })
            ),
            MessageFormat::Sarif => {}
        }
    }

    /// A line of good news.
    pub(super) fn good(self, word: &str, text: &str) {
        self.line(GOOD, word, text);
    }

    /// A line of bad news.
    pub(super) fn bad(self, word: &str, text: &str) {
        self.line(BAD, word, text);
    }

    /// A line that helps on.
    pub(super) fn hint(self, word: &str, text: &str) {
        self.line(HINT, word, text);
    }

    fn line(self, style: Style, word: &str, text: &str) {
        if self.is_human() {
            println!("{style}{word:>9}{style:#} {text}");
        }
    }

    /// The first lines in which two texts differ.
    pub(super) fn difference(self, old: &str, new: &str) {
        let diff = similar::TextDiff::from_lines(old, new);
        let changed = diff
            .iter_all_changes()
            .filter(|change| change.tag() != similar::ChangeTag::Equal);
        for change in changed.take(DIFFERENCE_LINES) {
            let (sign, style) = match change.tag() {
                similar::ChangeTag::Delete => ('-', BAD),
                _ => ('+', GOOD),
            };
            println!(
                "          {style}{sign} {}{style:#}",
                change.value().trim_end()
            );
        }
    }

    /// A file that was changed by hand, and how it differs from what is to be written.
    pub(super) fn loss(self, path: &str, present: &str, generated: &str) {
        match self.format {
            MessageFormat::Human => {
                let diff = similar::TextDiff::from_lines(present, generated);
                let mut diff = diff.unified_diff();
                let names = (
                    format!("{path} (changed by hand)"),
                    format!("{path} (generated)"),
                );
                eprint!("{}", diff.header(&names.0, &names.1));
            }
            MessageFormat::Json => println!("{}", json!({ "reason": "edited", "path": path })),
            MessageFormat::Sarif => {}
        }
    }

    /// Something went wrong that is not the document's fault.
    pub(super) fn failure(self, error: &dyn std::fmt::Display) -> Outcome {
        match self.format {
            MessageFormat::Human | MessageFormat::Sarif => eprintln!("{BAD}error{BAD:#}: {error}"),
            MessageFormat::Json => println!(
                "{}",
                json!({ "reason": "failure", "message": error.to_string() })
            ),
        }
        Outcome::Failed
    }

    /// The end of a run.
    pub(super) fn finish(self, generation: &Generation, outcome: Outcome) -> Outcome {
        if self.format == MessageFormat::Json {
            println!(
                "{}",
                json!({
                    "reason": "finished",
                    "success": outcome == Outcome::Done,
                    "errors": generation.diagnostics.count(Severity::Error),
                    "warnings": generation.diagnostics.count(Severity::Warning),
                })
            );
        }
        outcome
    }
}

/// `3 errors and 1 warning`; `None` where there are none.
pub(super) fn counts(generation: &Generation) -> Option<String> {
    let part = |severity, word: &str| match generation.diagnostics.count(severity) {
        0 => None,
        1 => Some(format!("1 {word}")),
        several => Some(format!("{several} {word}s")),
    };
    let parts: Vec<String> = [
        part(Severity::Error, "error"),
        part(Severity::Warning, "warning"),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

fn change_word(change: Change) -> &'static str {
    match change {
        Change::Create => "create",
        Change::Update => "update",
        Change::Keep => "keep",
        Change::Remove => "remove",
        Change::Overwrite => "overwrite",
        Change::Discard => "discard",
    }
}
