//! `specwright check`.

use specwright_core::pipeline::{self, Generation};

use super::arguments::Check;
use super::project::{Job, Wanted, jobs};
use super::report::{Report, counts};
use super::{Outcome, locked};

/// Reads the documents and says what is wrong with them, and what could be better.
pub(super) fn run(arguments: &Check) -> Outcome {
    let report = Report::new(arguments.spec.message_format);
    let wanted = Wanted {
        out: arguments.out.as_deref(),
        ..Wanted::default()
    };
    match jobs(&arguments.spec, wanted, &arguments.choices, report) {
        Ok(jobs) => jobs.iter().fold(Outcome::Done, |outcome, job| {
            outcome.and(one(arguments, job, report))
        }),
        Err(outcome) => outcome,
    }
}

fn one(arguments: &Check, job: &Job, report: Report) -> Outcome {
    let generation = pipeline::check(&job.input, &job.options);
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
    let outcome = match (&job.out, arguments.locked) {
        (Some(folder), true) => outcome.and(locked::judge(folder, report, &generation)),
        (None, true) => {
            report.failure(&"where is the code? --locked needs --out");
            Outcome::Usage
        }
        (_, false) => outcome,
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
