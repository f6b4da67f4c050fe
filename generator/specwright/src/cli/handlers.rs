//! `specwright generate --handlers`: the user's own files, completed.

use std::path::{Path, PathBuf};

use specwright_core::pipeline::Generation;
use specwright_core::update::{Handlers, HandlersFile, UserMethod, handlers};

use super::Outcome;
use super::generate::{Mode, Target, module_name};
use super::report::Report;

/// The folder of the user's files.
const FOLDER: &str = "handlers";

/// Writes what is missing in the user's files, or says what would be written.
pub(super) fn run(target: &Target, report: Report, generation: &Generation) -> Outcome {
    let (Some(plan), Some(module)) = (&generation.plan, generation.module()) else {
        return Outcome::Failed;
    };
    let (folder, root) = place(target);
    let handlers = match handlers(plan, &module, &folder, &root) {
        Ok(handlers) => handlers,
        Err(error) => return report.failure(&error),
    };
    if target.mode.writes()
        && let Err(error) = handlers.apply()
    {
        return report.failure(&error);
    }
    tell(report, &handlers);
    if !handlers.problems.is_empty() {
        for problem in &handlers.problems {
            report.failure(problem);
        }
        return Outcome::Failed;
    }
    if target.mode == Mode::Check && !handlers.is_empty() {
        Outcome::Failed
    } else {
        Outcome::Done
    }
}

/// The folder of the user's files, and the way from its module to the generated code.
fn place(target: &Target) -> (PathBuf, String) {
    if target.job.package.is_some() {
        return (target.out.join("src").join(FOLDER), "super::".to_owned());
    }
    let parent = target.out.parent().unwrap_or(Path::new(""));
    (
        parent.join(FOLDER),
        format!("super::{}::", module_name(&target.out)),
    )
}

fn tell(report: Report, handlers: &Handlers) {
    for file in &handlers.files {
        let HandlersFile {
            path,
            is_new,
            added,
            gone,
            changed,
            ..
        } = file;
        let path = path.display();
        if *is_new {
            report.good("new", &format!("{path}; it is yours to edit"));
        }
        if !added.is_empty() {
            report.good("added", &format!("{} to {path}", added.join(", ")));
        }
        for UserMethod { name, line } in changed {
            report.bad(
                "changed",
                &format!("{path}:{line}: {name} takes or answers something else now"),
            );
        }
        for UserMethod { name, line } in gone {
            report.bad(
                "gone",
                &format!("{path}:{line}: {name}; the document has no such operation any more"),
            );
        }
        report.handlers_file(file);
    }
}
