//! `specwright mock`: a server that answers as the document says, without any code for it.

mod body;
mod content;
mod cors;
mod engine;
mod form;
mod header;
mod multipart;
mod parameters;
mod preferences;
mod refusal;
mod respond;
mod routes;
mod security;
mod server;
mod texts;

use specwright_core::options::Options;
use specwright_core::pipeline;

use super::Outcome;
use super::arguments::Mock;
use super::project::{Wanted, jobs};
use super::report::{Report, counts};
use engine::Engine;

/// Serves the document until somebody ends the program.
pub(super) fn run(arguments: &Mock) -> Outcome {
    let report = Report::new(arguments.spec.message_format);
    let wanted = Wanted::default();
    let jobs = match jobs(&arguments.spec, wanted, &arguments.choices, report) {
        Ok(jobs) => jobs,
        Err(outcome) => return outcome,
    };
    let [job] = jobs.as_slice() else {
        report.failure(&"there are several documents: name one");
        return Outcome::Usage;
    };
    let options = Options {
        // Nobody asks a server for what it sends.
        webhooks: None,
        ..job.options.clone()
    };
    let mut generation = pipeline::read(&job.input, &options);
    report.diagnostics(&generation);
    let found = counts(&generation);
    let Some(api) = generation.api.take() else {
        return Outcome::Failed;
    };
    if api.operations.is_empty() {
        return report.failure(&"the document has no operation that could be served");
    }
    if let Some(found) = found {
        report.bad(
            "found",
            &format!("{found}: what they are about may be missing"),
        );
    }
    let engine = Engine::new(api, arguments.seed, arguments.dynamic);
    match server::serve(engine, &arguments.listen, report) {
        Ok(()) => Outcome::Done,
        Err(error) => report.failure(&format_args!("{}: {error}", arguments.listen)),
    }
}
