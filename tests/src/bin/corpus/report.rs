//! What became of each document, for people and for machines.

use comfy_table::{CellAlignment, Table, presets};
use serde_json::{Value, json};
use specwright_tests::harness::say;

use super::Step;

/// How many operations of all may be left out, in hundredths.
const LEFT_OUT_PERCENT: usize = 1;

/// What became of one document.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its path below the folder.
    pub(crate) name: String,
    /// The name of its crate.
    pub(crate) crate_name: String,
    /// What generation made of it; null where it ended before its time.
    pub(crate) outcome: Value,
    /// What went wrong: an end before its time, or a message about the crate.
    pub(crate) failures: Vec<String>,
    /// Examples of the document that its types refuse or change.
    pub(crate) findings: Vec<String>,
    /// The steps that its crate went through.
    pub(crate) steps: Vec<Step>,
}

impl Entry {
    /// A document that nothing is known of yet.
    pub(crate) fn new(name: &str, crate_name: &str) -> Self {
        Self {
            name: name.to_owned(),
            crate_name: crate_name.to_owned(),
            outcome: Value::Null,
            failures: Vec::new(),
            findings: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// Whether it gave a crate.
    pub(crate) fn has_crate(&self) -> bool {
        self.outcome.get("crate").and_then(Value::as_bool) == Some(true)
    }

    /// A number of the outcome.
    pub(crate) fn count(&self, key: &str) -> usize {
        let count = self.outcome.get(key).and_then(Value::as_u64);
        count
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(0)
    }

    fn left_out(&self) -> &[Value] {
        let list = self.outcome.get("left_out").and_then(Value::as_array);
        list.map(Vec::as_slice).unwrap_or_default()
    }

    /// What the generator said about it.
    pub(crate) fn messages(&self) -> &[Value] {
        let list = self.outcome.get("diagnostics").and_then(Value::as_array);
        list.map(Vec::as_slice).unwrap_or_default()
    }

    fn verdict(&self) -> &'static str {
        match (self.failures.is_empty(), self.has_crate()) {
            (true, true) if self.left_out().is_empty() => "ok",
            (true, true) => "partly",
            (true, false) => "no crate",
            (false, _) => "failed",
        }
    }
}

/// Whether every document gave a crate without a message, and next to nothing was left out.
pub(crate) fn verdict(entries: &[Entry]) -> bool {
    let operations: usize = entries.iter().map(|entry| entry.count("operations")).sum();
    let left_out: usize = entries.iter().map(|entry| entry.left_out().len()).sum();
    entries
        .iter()
        .all(|entry| entry.has_crate() && entry.failures.is_empty())
        && left_out * 100 <= operations * LEFT_OUT_PERCENT
}

/// The table, then what was left out and what went wrong.
pub(crate) fn table(entries: &[Entry], steps: &[Step]) {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_header([
        "document",
        "version",
        "operations",
        "left out",
        "errors",
        "warnings",
        "lines",
        "seconds",
        "verdict",
    ]);
    for column in table.column_iter_mut().skip(2).take(6) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    for entry in entries {
        let seconds = entry.outcome.get("seconds").and_then(Value::as_f64);
        let version = entry.outcome.get("version").and_then(Value::as_str);
        table.add_row([
            entry.name.clone(),
            version.unwrap_or_default().to_owned(),
            entry.count("operations").to_string(),
            entry.left_out().len().to_string(),
            entry.count("errors").to_string(),
            entry.count("warnings").to_string(),
            entry.count("lines").to_string(),
            format!("{:.2}", seconds.unwrap_or_default()),
            entry.verdict().to_owned(),
        ]);
    }
    say(&table.to_string());
    for entry in entries {
        for one in entry.left_out() {
            say(&format!("left out of {}: {one}", entry.name));
        }
        for finding in &entry.findings {
            say(&format!("example in {}: {finding}", entry.name));
        }
        for failure in &entry.failures {
            say(&format!("{}: {failure}\n", entry.name));
        }
    }
    let of = |verdict: &str| {
        entries
            .iter()
            .filter(|entry| entry.verdict() == verdict)
            .count()
    };
    let sum = |key: &str| -> usize { entries.iter().map(|entry| entry.count(key)).sum() };
    say(&format!(
        "{} documents: {} ok, {} partly, {} without a crate, {} failed; {} operations, {} left out; {} lines; {} values, {} examples do not fit; steps: {steps:?}",
        entries.len(),
        of("ok"),
        of("partly"),
        of("no crate"),
        of("failed"),
        sum("operations"),
        entries
            .iter()
            .map(|entry| entry.left_out().len())
            .sum::<usize>(),
        sum("lines"),
        sum("values"),
        entries
            .iter()
            .map(|entry| entry.findings.len())
            .sum::<usize>(),
    ));
}

/// The same for machines.
pub(crate) fn json(entries: &[Entry]) -> Value {
    let documents = entries.iter().map(|entry| {
        json!({
            "document": entry.name,
            "verdict": entry.verdict(),
            "outcome": entry.outcome,
            "steps": entry.steps.iter().map(|step| format!("{step:?}").to_lowercase()).collect::<Vec<_>>(),
            "failures": entry.failures,
            "examples that do not fit": entry.findings,
        })
    });
    json!({ "passed": verdict(entries), "documents": documents.collect::<Vec<_>>() })
}
