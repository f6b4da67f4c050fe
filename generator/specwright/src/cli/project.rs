//! What a command works on: the document that is named, or those of the nearest `specwright.toml`.

use std::env;
use std::path::{Path, PathBuf};

use specwright_core::diagnostic::Diagnostics;
use specwright_core::options::Options;
use specwright_core::options::file::{PROJECT, Project, ProjectDocument, read};
use specwright_core::source::{Input, Sources};

use super::Outcome;
use super::arguments::Spec;
use super::choices::{Choices, quoted};
use super::report::Report;

/// One document, and where its code goes.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// The document.
    pub(super) input: Input,
    /// Its path, as it is shown.
    pub(super) spec: PathBuf,
    /// The folder for the code.
    pub(super) out: Option<PathBuf>,
    /// The name of the crate, where a whole one is wanted.
    pub(super) package: Option<String>,
    /// Whether files for handlers are written.
    pub(super) handlers: bool,
    /// The options.
    pub(super) options: Options,
    /// The words after `specwright generate` that make the same again.
    pub(super) words: Vec<String>,
}

/// What is asked for, beside the document: what the command line says counts more than what the file says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'w> {
    pub(super) out: Option<&'w Path>,
    pub(super) package: Option<&'w str>,
    pub(super) handlers: bool,
}

/// The documents to work on.
pub(super) fn jobs(
    spec: &Spec,
    wanted: Wanted<'_>,
    choices: &Choices,
    report: Report,
) -> Result<Vec<Job>, Outcome> {
    let config = choices.options.config.clone().or_else(nearest);
    let named = spec.spec.as_deref();
    let Some(config) = config else {
        let named = named.ok_or_else(|| nothing_to_do(report))?;
        return single(named, wanted, choices, None, report).map(|job| vec![job]);
    };
    let project = project(&config, report)?;
    let documents: Vec<&ProjectDocument> = match named {
        None => project.documents.iter().collect(),
        Some(named) => project.document(named).into_iter().collect(),
    };
    match (documents.as_slice(), named) {
        ([], Some(named)) => {
            single(named, wanted, choices, Some(&config), report).map(|job| vec![job])
        }
        ([], None) => Err(nothing_to_do(report)),
        (documents, _) => in_project(&config, &project, documents, wanted, choices, report),
    }
}

/// A document that no file speaks of.
fn single(
    named: &Path,
    wanted: Wanted<'_>,
    choices: &Choices,
    config: Option<&Path>,
    report: Report,
) -> Result<Job, Outcome> {
    let input = input(named, report)?;
    let mut words = vec![portable(named)];
    words.extend(of_wanted(wanted));
    words.extend(choices.flags.iter().cloned());
    Ok(Job {
        input,
        spec: named.to_owned(),
        out: wanted.out.map(Path::to_owned),
        package: wanted.package.map(str::to_owned),
        handlers: wanted.handlers,
        options: Options {
            config: config.map(Path::to_owned),
            ..choices.options.clone()
        },
        words,
    })
}

/// The document of this name; `-` is standard input, which is read here.
pub(super) fn input(name: &Path, report: Report) -> Result<Input, Outcome> {
    if name.as_os_str() != "-" {
        return Ok(Input::File(name.to_owned()));
    }
    let text = std::io::read_to_string(std::io::stdin())
        .map_err(|error| report.failure(&format_args!("standard input: {error}")))?;
    let name = "<stdin>".to_owned();
    Ok(Input::Text { name, text })
}

/// Documents of a file. Their paths start at its folder, so that is where the command goes: what it writes must not depend
/// on where it was called.
fn in_project(
    config: &Path,
    project: &Project,
    documents: &[&ProjectDocument],
    wanted: Wanted<'_>,
    choices: &Choices,
    report: Report,
) -> Result<Vec<Job>, Outcome> {
    let fail =
        |error: std::io::Error| report.failure(&format_args!("{}: {error}", config.display()));
    let here = env::current_dir().map_err(fail)?;
    let folder = here.join(&project.folder);
    env::set_current_dir(&folder).map_err(fail)?;
    let out = wanted.out.map(|out| {
        let out = here.join(out);
        out.strip_prefix(&folder).map(Path::to_owned).unwrap_or(out)
    });
    let config = config.file_name().map(PathBuf::from);
    let is_one_of_several = project.documents.len() > 1;
    let jobs = documents.iter().map(|document| {
        let mut words: Vec<String> = Vec::new();
        words.extend(is_one_of_several.then(|| portable(&document.spec)));
        words.extend(of_wanted(Wanted {
            out: out.as_deref(),
            ..wanted
        }));
        words.extend(choices.flags.iter().cloned());
        Job {
            input: Input::File(document.spec.clone()),
            spec: document.spec.clone(),
            out: out.clone().or_else(|| document.out.clone()),
            package: wanted
                .package
                .map(str::to_owned)
                .or_else(|| document.package.clone()),
            handlers: wanted.handlers || document.handlers,
            options: Options {
                config: config.clone(),
                ..choices.options.clone()
            },
            words,
        }
    });
    Ok(jobs.collect())
}

fn of_wanted(wanted: Wanted<'_>) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(wanted.out.map(|out| format!("--out {}", portable(out))));
    words.extend(wanted.package.map(|name| format!("--crate {name}")));
    words
}

/// The nearest file, from the current folder upwards.
pub(super) fn nearest() -> Option<PathBuf> {
    if Path::new(PROJECT).is_file() {
        return Some(PROJECT.into());
    }
    let here = env::current_dir().ok()?;
    let mut files = here.ancestors().map(|folder| folder.join(PROJECT));
    files.find(|path| path.is_file())
}

/// Reads a file; what is wrong with it is told.
fn project(path: &Path, report: Report) -> Result<Project, Outcome> {
    let mut sources = Sources::new(&Input::File(path.to_owned()));
    let mut diagnostics = Diagnostics::default();
    let project = read(path, &mut sources, &mut diagnostics);
    project.ok_or_else(|| {
        report.messages(&diagnostics, &sources);
        Outcome::Failed
    })
}

fn nothing_to_do(report: Report) -> Outcome {
    report.failure(&format_args!(
        "name a document, or write {PROJECT} with `specwright init api.yaml --out src/api`"
    ));
    Outcome::Usage
}

/// A path as it was given, or its last part where it is absolute: nothing that only this machine has.
fn portable(path: &Path) -> String {
    let shown = match path.file_name() {
        Some(name) if path.is_absolute() => Path::new(name),
        _ => path,
    };
    quoted(&shown.to_string_lossy())
}
