//! `specwright generate`.

use std::path::Path;

use specwright_core::output::{
    self, Change, Changes, FolderError, GeneratedFile, Layout, OpenFolder,
};
use specwright_core::pipeline::{self, Generation};
use specwright_core::surface::compare::{Side, compare};

use super::arguments::Generate;
use super::changes::short;
use super::choices::quoted;
use super::report::{Report, counts};
use super::{Outcome, handlers};

/// Writes the code, or says what would be written.
pub(super) fn run(arguments: &Generate) -> Outcome {
    let report = Report::new(arguments.spec.message_format);
    let input = match arguments.spec.input() {
        Ok(input) => input,
        Err(error) => return report.failure(&format_args!("standard input: {error}")),
    };
    let generation = pipeline::generate(&input, &arguments.choices.options);
    report.diagnostics(&generation);
    let code = if generation.plan.is_none() {
        Outcome::Failed
    } else {
        match changes(arguments, report, &generation) {
            Ok((changes, crates)) => {
                tell_update(report, &changes, &generation);
                tell(arguments, report, &changes, &crates)
            }
            Err(error) => report.failure(&error),
        }
    };
    let user = if arguments.handlers && generation.plan.is_some() {
        handlers::run(arguments, report, &generation)
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
    report.finish(&generation, outcome)
}

/// What has to change in the output folder, or was changed there, and the crates that the code names.
fn changes(
    arguments: &Generate,
    report: Report,
    generation: &Generation,
) -> Result<(Changes, Vec<String>), Box<dyn std::error::Error>> {
    let layout = match &arguments.package {
        Some(name) => Layout::Crate { name: name.clone() },
        None => Layout::Module,
    };
    let output = generation.output(&layout, Some(command_line(arguments)))?;
    let changes = if writes(arguments) {
        write(arguments, report, output.files)?
    } else {
        output::compare(&arguments.out, output.files)?
    };
    Ok((changes, output.crates))
}

fn writes(arguments: &Generate) -> bool {
    !arguments.dry_run && !arguments.check
}

/// Writes the files; what somebody changed by hand is shown, and only overwritten by force.
fn write(
    arguments: &Generate,
    report: Report,
    files: Vec<GeneratedFile>,
) -> Result<Changes, FolderError> {
    let folder = OpenFolder::open(&arguments.out)?;
    let changes = folder.compare(files)?;
    if arguments.force {
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
fn tell_update(report: Report, changes: &Changes, generation: &Generation) {
    let (Some(before), Some(now), Some(plan)) =
        (changes.before(), generation.surface(), &generation.plan)
    else {
        return;
    };
    let comparison = compare(&before.surface, &now);
    let sides: &[Side] = match (plan.parts.client, plan.parts.server) {
        (true, true) => &[Side::Callers, Side::Implementers],
        (false, true) => &[Side::Implementers],
        (_, false) => &[Side::Callers],
    };
    if !comparison.changes.is_empty() {
        report.update(&short(&comparison, sides));
    }
}

/// Says what was changed, or would be.
fn tell(arguments: &Generate, report: Report, changes: &Changes, crates: &[String]) -> Outcome {
    let writes = writes(arguments);
    for (change, file) in changes.iter() {
        let shown = change != Change::Keep && (arguments.dry_run || arguments.check);
        report.file(change, file, shown);
        let differs = matches!(change, Change::Update | Change::Overwrite);
        if shown && arguments.check && report.is_human() && differs {
            let old = changes.current(file).unwrap_or_default();
            report.difference(&old, &file.contents);
        }
    }
    let text = format!(
        "{} in {}",
        change_counts(changes, writes),
        arguments.out.display()
    );
    match (arguments.check, changes.is_empty()) {
        (true, false) => {
            report.bad("stale", &text);
            report.hint("next", &command_line(arguments));
            Outcome::Failed
        }
        (true, true) => {
            report.good("fresh", &text);
            Outcome::Done
        }
        (false, _) if arguments.dry_run => {
            report.good("would", &text);
            Outcome::Done
        }
        (false, _) => {
            report.good("wrote", &text);
            // A crate of its own declares them itself.
            if arguments.package.is_none() && !crates.is_empty() {
                report.hint("needs", &format!("the crates {}", crates.join(", ")));
            }
            report.hint("next", &next(arguments));
            Outcome::Done
        }
    }
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
fn next(arguments: &Generate) -> String {
    let out = arguments.out.display().to_string();
    match &arguments.package {
        Some(_) => format!(
            "cargo check --manifest-path {}",
            quoted(&format!("{out}/Cargo.toml"))
        ),
        None => format!(
            "declare it with `pub mod {};`, then cargo check",
            module_name(&arguments.out)
        ),
    }
}

pub(super) fn module_name(out: &Path) -> String {
    out.file_name().map_or_else(
        || "generated".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// The command that makes the same files again, without anything that only this machine has.
fn command_line(arguments: &Generate) -> String {
    let mut words = vec![
        "specwright generate".to_owned(),
        portable(&arguments.spec.spec),
    ];
    words.push(format!("--out {}", portable(&arguments.out)));
    if let Some(name) = &arguments.package {
        words.push(format!("--crate {name}"));
    }
    words.extend(arguments.choices.flags.iter().cloned());
    words.join(" ")
}

/// A path as it was given, or its last part where it is absolute.
fn portable(path: &Path) -> String {
    let shown = match path.file_name() {
        Some(name) if path.is_absolute() => Path::new(name),
        _ => path,
    };
    quoted(&shown.to_string_lossy())
}
