//! `specwright diff`: what changed between two documents, or since code was generated.

use std::path::Path;

use anstream::println;
use specwright_core::output::{LOCK, Lock, MARK};
use specwright_core::pipeline::{self, Generation};
use specwright_core::source::Sources;
use specwright_core::surface::Surface;
use specwright_core::surface::compare::{Effect, Side, compare};

use super::Outcome;
use super::arguments::{Audience, Diff, DiffFormat, FailOn, MessageFormat};
use super::changes::{Located, json, markdown, people};
use super::project::{input, nearest};
use super::report::{Report, counts};

/// One of the two that are compared.
pub(super) struct Version {
    /// As the user wrote it.
    pub(super) name: String,
    pub(super) surface: Surface,
    /// The documents, where they are at hand.
    pub(super) sources: Option<Sources>,
    /// Who uses the code: implementers, where it has a server and no client.
    audience: Audience,
}

/// Compares two versions and says what that means.
pub(super) fn run(arguments: &Diff) -> Outcome {
    let report = Report::new(MessageFormat::Human);
    let (old, new) = match (
        read(&arguments.old, arguments, report),
        read(&arguments.new, arguments, report),
    ) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(outcome), _) | (_, Err(outcome)) => return outcome,
    };
    let comparison = compare(&old.surface, &new.surface);
    let audience = arguments.audience.unwrap_or(new.audience);
    let located = Located::new(&comparison, &old, &new, audience);
    match arguments.format {
        DiffFormat::Human => people(&located),
        DiffFormat::Json => println!("{:#}", json(&located)),
        DiffFormat::Markdown => println!("{}", markdown(&located).trim_end()),
    }
    let breaks = located.effect() == Effect::Breaking;
    match arguments.fail_on {
        Some(FailOn::Breaking) if breaks => Outcome::Failed,
        _ => Outcome::Done,
    }
}

impl Audience {
    /// Those who use code with these parts.
    fn of(has_client: bool, has_server: bool) -> Self {
        match (has_client, has_server) {
            (false, true) => Self::Implementers,
            _ => Self::Callers,
        }
    }

    /// The sides that count.
    pub(super) fn sides(self) -> &'static [Side] {
        match self {
            Self::Callers => &[Side::Callers],
            Self::Implementers => &[Side::Implementers],
            Self::All => &[Side::Callers, Side::Implementers],
        }
    }
}

/// A document, a lock, or the folder of one.
fn read(path: &Path, arguments: &Diff, report: Report) -> Result<Version, Outcome> {
    let name = path.display().to_string();
    let lock = if path.is_dir() {
        path.join(LOCK)
    } else {
        path.to_owned()
    };
    let text = std::fs::read_to_string(&lock).unwrap_or_default();
    let is_lock = text.lines().next().is_some_and(|line| line.contains(MARK));
    if is_lock || path.is_dir() {
        let lock = match Lock::parse(&text) {
            Ok(lock) if is_lock => lock,
            Ok(_) => {
                let message = format!("{name} has no {LOCK}: generate into it, or name a document");
                return Err(report.failure(&message));
            }
            Err(error) => return Err(report.failure(&format_args!("{}: {error}", lock.display()))),
        };
        let has = |name: &str| lock.files.keys().any(|path| path.ends_with(name));
        return Ok(Version {
            name,
            audience: Audience::of(has("client.rs"), has("server.rs")),
            surface: lock.surface,
            sources: None,
        });
    }
    let input = input(path, report)?;
    let mut options = arguments.choices.options.clone();
    options.config = options.config.or_else(nearest);
    from_document(name, pipeline::generate(&input, &options), report)
}

/// What cannot be generated is not compared; what is wrong with the document, `check` tells.
fn from_document(name: String, generation: Generation, report: Report) -> Result<Version, Outcome> {
    let (Some(surface), Some(plan)) = (generation.surface(), &generation.plan) else {
        report.diagnostics(&generation);
        return Err(Outcome::Failed);
    };
    if generation.diagnostics.has_errors() {
        let counts = counts(&generation).unwrap_or_default();
        report.remark(&format!(
            "{name} has {counts}; what could not be read is not compared (specwright check {name})"
        ));
    }
    Ok(Version {
        name,
        surface,
        audience: Audience::of(plan.parts.client, plan.parts.server),
        sources: Some(generation.sources),
    })
}
