//! What is expected of documents that are wrong or odd: the columns `verdict`, `line` and `pointer` of the folder's `INDEX.tsv`, and
//! whether what came of each document agrees.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;
use specwright_tests::harness::say;

use super::report::Entry;

/// What must become of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// `R`: an error that names the line.
    Rejected,
    /// `RW`: an error or a warning that names the line.
    Noticed,
    /// `U`: generated without a word, or a message that names the line.
    Unsupported,
    /// `A`: generated without an error.
    Accepted,
    /// `N`: generated or refused, and nothing of the document becomes code.
    Neutralised,
}

/// What a row of the index expects.
#[derive(Clone, Debug)]
struct Expected {
    verdict: Verdict,
    /// The line where the fault is, if it is at one line.
    line: Option<u64>,
    /// The keys on the way to the fault, joined by slashes and not escaped.
    pointer: String,
}

impl Expected {
    /// The row's columns from the third on.
    fn parse<'r>(mut columns: impl Iterator<Item = &'r str>) -> Option<Self> {
        let verdict = match columns.next()? {
            "R" => Verdict::Rejected,
            "RW" => Verdict::Noticed,
            "U" => Verdict::Unsupported,
            "A" => Verdict::Accepted,
            "N" => Verdict::Neutralised,
            _ => return None,
        };
        Some(Self {
            verdict,
            line: columns.next().and_then(|line| line.parse().ok()),
            pointer: columns.next().unwrap_or_default().to_owned(),
        })
    }

    /// Whether a message is about the fault: at its line, or at something inside it.
    fn is_here(&self, message: &Value) -> bool {
        let pointer = message
            .get("pointer")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let keys: Vec<String> = pointer
            .split('/')
            .skip(1)
            .map(|key| key.replace("~1", "/").replace("~0", "~"))
            .collect();
        let inside = format!("{}/", keys.join("/")).starts_with(&format!("{}/", self.pointer));
        self.line.is_none() || line_of(message) == self.line || (inside && !self.pointer.is_empty())
    }

    /// Whether what became of a document is what was expected. Whatever a document has wrong, what is generated compiles.
    fn agrees(&self, entry: &Entry) -> bool {
        let errors = entry.messages().iter().filter(|one| is_error(one)).count();
        entry.failures.is_empty()
            && match self.verdict {
                Verdict::Rejected => {
                    let mut messages = entry.messages().iter();
                    messages.any(|one| self.is_here(one) && is_error(one))
                }
                Verdict::Noticed => entry.messages().iter().any(|one| self.is_here(one)),
                Verdict::Unsupported => {
                    errors == 0 || entry.messages().iter().any(|one| self.is_here(one))
                }
                Verdict::Accepted => errors == 0 && entry.has_crate(),
                Verdict::Neutralised => errors > 0 || entry.has_crate(),
            }
    }
}

fn line_of(message: &Value) -> Option<u64> {
    message.get("line").and_then(Value::as_u64)
}

fn is_error(message: &Value) -> bool {
    message.get("severity").and_then(Value::as_str) == Some("error")
}

/// Whether all documents of a folder came to what its index expects; those that did not are printed.
pub(crate) fn judge(folder: &Path, entries: &[Entry]) -> io::Result<bool> {
    let index = fs::read_to_string(folder.join("INDEX.tsv"))?;
    let expected: BTreeMap<&str, Expected> = index.lines().skip(1).filter_map(row).collect();
    let mut agree = 0;
    for entry in entries {
        match expected.get(entry.name.as_str()) {
            Some(expected) if expected.agrees(entry) => agree += 1,
            Some(expected) => disagreement(entry, expected),
            None => say(&format!(
                "{}: the index does not say what is expected",
                entry.name
            )),
        }
    }
    say(&format!("{agree} of {} documents agree", entries.len()));
    Ok(agree == entries.len())
}

fn row(line: &str) -> Option<(&str, Expected)> {
    let mut columns = line.split('\t');
    let name = columns.next()?;
    Some((name, Expected::parse(columns.skip(1))?))
}

fn disagreement(entry: &Entry, expected: &Expected) {
    let line = expected
        .line
        .map_or(String::new(), |line| format!(" at line {line}"));
    say(&format!(
        "{}: expected {:?}{line}; found",
        entry.name, expected.verdict
    ));
    for message in entry.messages() {
        let text = |key: &str| message.get(key).and_then(Value::as_str).unwrap_or_default();
        say(&format!(
            "    {}: {}[{}]: {}",
            line_of(message).unwrap_or_default(),
            text("severity"),
            text("code"),
            text("message")
        ));
    }
    for failure in &entry.failures {
        say(&format!("    {failure}"));
    }
}
