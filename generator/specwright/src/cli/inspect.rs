//! `specwright inspect`: what one stage made of the document, or of one operation.

use anstream::println;
use specwright_core::diagnostic::closest;
use specwright_core::emit;
use specwright_core::output;
use specwright_core::pipeline::{self, Generation};
use specwright_core::source::Node;

use super::Outcome;
use super::arguments::{Inspect, Stage};
use super::project::{Wanted, jobs};
use super::report::Report;

/// Why nothing can be shown.
enum Nothing {
    /// The stage was not reached; the diagnostics say why.
    NotReached,
    /// There is no such operation.
    Unknown(String),
    /// The emitted code cannot be printed.
    Output(output::OutputError),
}

/// Prints what a stage made.
pub(super) fn run(arguments: &Inspect) -> Outcome {
    let report = Report::new(arguments.spec.message_format);
    let jobs = match jobs(
        &arguments.spec,
        Wanted::default(),
        &arguments.choices,
        report,
    ) {
        Ok(jobs) => jobs,
        Err(outcome) => return outcome,
    };
    let [job] = jobs.as_slice() else {
        report.failure(&"there are several documents: name one");
        return Outcome::Usage;
    };
    let generation = pipeline::generate(&job.input, &job.options);
    report.diagnostics(&generation);
    let text = match &arguments.operation {
        Some(id) => operation(&generation, arguments.stage, id),
        None => whole(&generation, arguments.stage),
    };
    match text {
        Ok(text) => println!("{}", text.trim_end()),
        Err(Nothing::NotReached) => return Outcome::Failed,
        Err(Nothing::Unknown(message)) => {
            report.failure(&message);
            return Outcome::Usage;
        }
        Err(Nothing::Output(error)) => return report.failure(&error),
    }
    if generation.diagnostics.has_errors() {
        Outcome::Failed
    } else {
        Outcome::Done
    }
}

/// All that a stage made.
fn whole(generation: &Generation, stage: Stage) -> Result<String, Nothing> {
    match stage {
        Stage::Document => generation
            .documents
            .as_ref()
            .and_then(|all| all.root())
            .map(json),
        Stage::Openapi => generation
            .description()
            .map(|description| format!("{description:#?}")),
        Stage::Ir => generation.api.as_ref().map(|api| format!("{api:#?}")),
        Stage::Plan => generation.plan.as_ref().map(|plan| format!("{plan:#?}")),
        Stage::Code => match &generation.plan {
            Some(_) => Some(generation.text().map_err(Nothing::Output)?),
            None => None,
        },
    }
    .ok_or(Nothing::NotReached)
}

/// What a stage made of one operation (or, in the last two stages, of one type).
fn operation(generation: &Generation, stage: Stage, id: &str) -> Result<String, Nothing> {
    let api = generation.api.as_ref().ok_or(Nothing::NotReached)?;
    let plan = generation.plan.as_ref().ok_or(Nothing::NotReached)?;
    let operation = api.operations.iter().find(|operation| operation.id == id);
    let text = match stage {
        Stage::Document => operation.and_then(|operation| {
            let (node, _) = generation
                .documents
                .as_ref()?
                .at(operation.place.clone())
                .ok()?;
            Some(json(node))
        }),
        Stage::Openapi => operation.and_then(|operation| {
            let description = generation.description()?;
            let found = description
                .operations
                .iter()
                .find(|one| one.method == operation.method.0 && one.path == operation.path.text)?;
            Some(format!("{found:#?}"))
        }),
        Stage::Ir => operation.map(|operation| format!("{operation:#?}")),
        Stage::Plan => planned(plan, id),
        Stage::Code => match emit::snippet(plan, id) {
            Some(items) => Some(output::items_text(items).map_err(Nothing::Output)?),
            None => None,
        },
    };
    text.ok_or_else(|| Nothing::Unknown(unknown(generation, id)))
}

fn planned(plan: &specwright_core::plan::Plan, id: &str) -> Option<String> {
    let operations = plan.groups().flat_map(|group| &group.operations);
    let operation = operations.into_iter().find(|operation| operation.id == id);
    let named = || plan.types.iter().find(|item| item.name.as_str() == id);
    operation
        .map(|operation| format!("{operation:#?}"))
        .or_else(|| named().map(|item| format!("{item:#?}")))
}

/// The sentence about an operation that does not exist.
fn unknown(generation: &Generation, id: &str) -> String {
    let ids = generation
        .api
        .iter()
        .flat_map(|api| &api.operations)
        .map(|operation| operation.id.as_str());
    let hint = match closest(id, ids) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "its id is the operationId in the document".to_owned(),
    };
    format!("there is no operation `{id}`; {hint}")
}

fn json(node: &Node) -> String {
    format!("{:#}", node.to_json())
}
