//! `specwright check`.

use specwright_core::pipeline::{self, Generation};

use super::arguments::Check;
use super::report::{Report, counts};
use super::{Outcome, locked};

/// Reads the document and says what is wrong with it, and what could be better.
pub(super) fn run(arguments: &Check) -> Outcome {
    let spec = &arguments.spec;
    let report = Report::new(spec.message_format);
    let input = match spec.input() {
        Ok(input) => input,
        Err(error) => return report.failure(&format_args!("standard input: {error}")),
    };
    let generation = pipeline::check(&input, &arguments.choices.options);
    report.diagnostics(&generation);
    let outcome = if generation.diagnostics.has_errors() {
        report.bad("found", &counts(&generation).unwrap_or_default());
        Outcome::Failed
    } else {
        let found = counts(&generation)
            .map(|counts| format!("; {counts}"))
            .unwrap_or_default();
        report.good("read", &format!("{}{found}", contents(&generation)));
        Outcome::Done
    };
    let outcome = match &arguments.locked {
        Some(folder) => outcome.and(locked::judge(folder, report, &generation)),
        None => outcome,
    };
    if let Some(coverage) = &generation.coverage {
        report.hint("covers", &coverage.to_string());
    }
    report.finish(&generation, outcome)
}

/// What the document describes, in one line.
fn contents(generation: &Generation) -> String {
    let Some(api) = &generation.api else {
        return String::new();
    };
    format!(
        "{} {}: {} operations, {} types",
        api.title.trim(),
        api.version.trim(),
        api.operations.len(),
        api.types.len()
    )
}
