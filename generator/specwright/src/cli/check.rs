//! `specwright check`.

use specwright_core::options::Options;
use specwright_core::pipeline::{self, Generation};

use super::Outcome;
use super::arguments::Spec;
use super::report::{Report, counts};

/// Reads the document and says what is wrong with it.
pub(super) fn run(spec: &Spec) -> Outcome {
    let report = Report::new(spec.message_format);
    let input = match spec.input() {
        Ok(input) => input,
        Err(error) => return report.failure(&format_args!("standard input: {error}")),
    };
    let generation = pipeline::generate(&input, &Options::default());
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
