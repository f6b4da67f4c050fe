//! `specwright generate`.

use std::path::{Path, PathBuf};

use specwright_core::options::Parts;
use specwright_core::output::{
    self, Change, Changes, FolderError, GeneratedFile, Layout, OpenFolder,
};
use specwright_core::pipeline::{self, Generation};
use specwright_core::surface::Surface;
use specwright_core::surface::compare::{Side, compare};

use super::arguments::{Generate, What};
use super::changes::short;
use super::choices::quoted;
use super::project::{Job, Wanted, jobs};
use super::report::{Report, counts};
use super::{Outcome, handlers};

/// Writes the code of all documents, or says what would be written.
pub(super) fn run(arguments: &Generate) -> Outcome {
    let report = Report::new(arguments.what.spec.message_format);
    let mode = match (arguments.check, arguments.dry_run, arguments.force) {
        (true, ..) => Mode::Check,
        (_, true, _) => Mode::DryRun,
        (_, _, true) => Mode::Force,
        _ => Mode::Write,
    };
    match targets(&arguments.what, mode, report) {
        Ok(targets) => targets.iter().fold(Outcome::Done, |outcome, target| {
            outcome.and(one(target, report).0)
        }),
        Err(outcome) => outcome,
    }
}

/// The documents, each with where its code goes.
pub(super) fn targets(what: &What, mode: Mode, report: Report) -> Result<Vec<Target>, Outcome> {
    let wanted = Wanted {
        out: what.out.as_deref(),
        package: what.package.as_deref(),
        handlers: what.handlers,
    };
    let jobs = jobs(&what.spec, wanted, &what.choices, report)?;
    let targets = jobs.into_iter().map(|job| match job.out.clone() {
        Some(out) => Ok(Target { job, out, mode }),
        None => {
            report.failure(&format_args!(
                "where shall the code of {} go? say --out DIR",
                job.spec.display()
            ));
            Err(Outcome::Usage)
        }
    });
    targets.collect()
}

/// What is done with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is written.
    Write,
    /// It is written, whatever is lost.
    Force,
    /// It is written if the document has no errors.
    WriteSound,
    /// What would change is said.
    DryRun,
    /// What would change is a failure.
    Check,
}

impl Mode {
    /// Whether anything is written.
    pub(super) fn writes(self) -> bool {
        matches!(self, Self::Write | Self::Force | Self::WriteSound)
    }
}

/// One document, with what becomes of its code.
pub(super) struct Target {
    pub(super) job: Job,
    pub(super) out: PathBuf,
    pub(super) mode: Mode,
}

/// Generates one document; also the files that were read for it.
pub(super) fn one(target: &Target, report: Report) -> (Outcome, Vec<PathBuf>) {
    let generation = pipeline::generate(&target.job.input, &target.job.options);
    report.diagnostics(&generation);
    if target.mode == Mode::WriteSound && generation.diagnostics.has_errors() {
        report.bad(
            "kept",
            &format!(
                "the code in {}, until the document is mended",
                target.out.display()
            ),
        );
        return (
            report.finish(&generation, Outcome::Failed),
            generation.inputs(),
        );
    }
    let code = match &generation.plan {
        None => Outcome::Failed,
        Some(plan) => match changes(target, report, &generation) {
            Ok(Changed {
                changes,
                crates,
                surface,
            }) => {
                tell_update(report, &changes, &surface, plan.parts);
                tell(target, report, &changes, &crates)
            }
            Err(error) => report.failure(&error),
        },
    };
    let user = if target.job.handlers && generation.plan.is_some() {
        handlers::run(target, report, &generation)
    } else {
        Outcome::Done
    };
    let outcome = code.and(user);
    summary(report, &generation);
    let outcome = if generation.diagnostics.has_errors() {
        Outcome::Failed
    } else {
        outcome
    };
    (report.finish(&generation, outcome), generation.inputs())
}

/// What has to change in the output folder, or was changed there.
struct Changed {
    changes: Changes,
    /// The crates that the code names.
    crates: Vec<String>,
    /// What the code offers.
    surface: Surface,
}

fn changes(
    target: &Target,
    report: Report,
    generation: &Generation,
) -> Result<Changed, Box<dyn std::error::Error>> {
    let layout = match &target.job.package {
        Some(name) => Layout::Crate { name: name.clone() },
        None => Layout::Module,
    };
    let output = generation.output(&layout, Some(command_line(target)))?;
    let changes = if target.mode.writes() {
        write(target, report, output.files)?
    } else {
        output::compare(&target.out, output.files)?
    };
    Ok(Changed {
        changes,
        crates: output.crates,
        surface: output.lock.surface,
    })
}

/// Writes the files; what somebody changed by hand is shown, and only overwritten by force.
fn write(
    target: &Target,
    report: Report,
    files: Vec<GeneratedFile>,
) -> Result<Changes, FolderError> {
    let folder = OpenFolder::open(&target.out)?;
    let changes = folder.compare(files)?;
    if target.mode == Mode::Force {
        folder.apply_all(&changes)?;
        return Ok(changes);
    }
    for file in changes.losses() {
        let present = changes.current(file).unwrap_or_default();
        report.loss(&file.path, &present, &file.contents);
    }
    folder.apply(&changes)?;
    Ok(changes)
}

/// Says what an update changes for those who use the code.
fn tell_update(report: Report, changes: &Changes, now: &Surface, parts: Parts) {
    let Some(before) = changes.before() else {
        return;
    };
    let comparison = compare(&before.surface, now);
    let sides: &[Side] = match (parts.client, parts.server) {
        (true, true) => &[Side::Callers, Side::Implementers],
        (false, true) => &[Side::Implementers],
        (_, false) => &[Side::Callers],
    };
    if !comparison.changes.is_empty() {
        report.update(&short(&comparison, sides));
    }
}

/// Says what was changed, or would be.
fn tell(target: &Target, report: Report, changes: &Changes, crates: &[String]) -> Outcome {
    let writes = target.mode.writes();
    for (change, file) in changes.iter() {
        let shown = change != Change::Keep && !writes;
        report.file(change, file, shown);
        let differs = matches!(change, Change::Update | Change::Overwrite);
        if shown && target.mode == Mode::Check && report.is_human() && differs {
            let old = changes.current(file).unwrap_or_default();
            report.difference(&old, &file.contents);
        }
    }
    let text = format!(
        "{} in {}",
        change_counts(changes, writes),
        target.out.display()
    );
    match target.mode {
        Mode::Check if !changes.is_empty() => {
            report.bad("stale", &text);
            report.hint("next", &command_line(target));
            return Outcome::Failed;
        }
        Mode::Check => report.good("fresh", &text),
        Mode::DryRun => report.good("would", &text),
        Mode::Write | Mode::Force | Mode::WriteSound => {
            report.good("wrote", &text);
            // A crate of its own declares them itself.
            if target.job.package.is_none() && !crates.is_empty() {
                report.hint("needs", &format!("the crates {}", crates.join(", ")));
            }
            report.hint("next", &next(target));
        }
    }
    Outcome::Done
}

/// `12 files created, 3 updated, 40 unchanged`.
fn change_counts(changes: &Changes, written: bool) -> String {
    let words = if written {
        [
            "created",
            "updated",
            "removed",
            "changed by hand and overwritten",
            "changed by hand and removed",
            "unchanged",
        ]
    } else {
        [
            "to create",
            "to update",
            "to remove",
            "changed by hand",
            "changed by hand and not needed any more",
            "unchanged",
        ]
    };
    let kinds = [
        Change::Create,
        Change::Update,
        Change::Remove,
        Change::Overwrite,
        Change::Discard,
        Change::Keep,
    ];
    let parts: Vec<String> = kinds
        .into_iter()
        .zip(words)
        .map(|(change, word)| (changes.count(change), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    format!("files: {}", parts.join(", "))
}

fn summary(report: Report, generation: &Generation) {
    if let Some(counts) = counts(generation) {
        let text = format!("{counts} in the document; what could not be generated was left out");
        if generation.diagnostics.has_errors() {
            report.bad("found", &text);
        } else {
            report.hint("found", &format!("{counts} in the document"));
        }
    }
}

/// What to type next.
fn next(target: &Target) -> String {
    let out = target.out.display().to_string();
    match &target.job.package {
        Some(_) => format!(
            "cargo check --manifest-path {}",
            quoted(&format!("{out}/Cargo.toml"))
        ),
        None => format!(
            "declare it with `pub mod {};`, then cargo check",
            module_name(&target.out)
        ),
    }
}

pub(super) fn module_name(out: &Path) -> String {
    out.file_name().map_or_else(
        || "generated".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// The command that makes the same files again.
fn command_line(target: &Target) -> String {
    let words = target.job.words.iter().map(String::as_str);
    std::iter::once("specwright generate")
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}
