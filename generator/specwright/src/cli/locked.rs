//! `specwright check --locked`: whether what was generated is what the document and the lock say.

use std::path::Path;

use specwright_core::output::recorded;
use specwright_core::pipeline::Generation;

use super::Outcome;
use super::report::Report;

/// Compares the lock in a folder with the document, and with the files beside it.
pub(super) fn judge(folder: &Path, report: Report, generation: &Generation) -> Outcome {
    let lock = match recorded(folder) {
        Ok(Some(lock)) => lock,
        Ok(None) => {
            let message = format!(
                "{} has no specwright.lock: generate into it",
                folder.display()
            );
            return report.failure(&message);
        }
        Err(error) => return report.failure(&error),
    };
    let problems = generation.differences_from(&lock, folder);
    for problem in &problems {
        report.bad("stale", problem);
    }
    report.stale(&problems);
    if problems.is_empty() {
        report.good("fresh", &format!("the lock of {}", folder.display()));
        Outcome::Done
    } else {
        Outcome::Failed
    }
}
