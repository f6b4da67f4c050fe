//! `specwright watch`: the code follows its documents. Folders are watched, not files, since editors replace files.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime};

use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use super::Outcome;
use super::arguments::Watch;
use super::generate::{Mode, one, targets};
use super::project::nearest;
use super::report::Report;

/// What is saved within this time is one change.
const PAUSE: Duration = Duration::from_millis(200);

/// Writes the code again and again, until somebody ends the program.
pub(super) fn run(arguments: &Watch) -> Outcome {
    let report = Report::new(arguments.what.spec.message_format);
    match follow(arguments, report) {
        Ok(outcome) => outcome,
        Err(error) => report.failure(&error),
    }
}

fn follow(arguments: &Watch, report: Report) -> Result<Outcome, Box<dyn std::error::Error>> {
    let start = env::current_dir()?;
    let (sender, events) = channel();
    let mut watcher = Folders {
        debouncer: new_debouncer(PAUSE, sender)?,
        watched: BTreeSet::new(),
    };
    loop {
        // Documents of a configuration file are generated in its folder.
        env::set_current_dir(&start)?;
        let began = SystemTime::now();
        let inputs = match generate(arguments, report) {
            Ok(inputs) => inputs,
            Err(Outcome::Usage) => return Ok(Outcome::Usage),
            Err(_) => BTreeSet::new(),
        };
        let inputs = with_project(inputs, &start);
        watcher.watch(&inputs)?;
        report.hint("watching", &format!("{} files", inputs.len()));
        // What was saved before its folder was watched is no event.
        if !inputs.iter().any(|path| is_newer(path, began)) {
            wait(&events, &inputs)?;
        }
    }
}

/// The files that the code is made from.
fn generate(arguments: &Watch, report: Report) -> Result<BTreeSet<PathBuf>, Outcome> {
    let targets = targets(&arguments.what, Mode::WriteSound, report)?;
    Ok(targets
        .iter()
        .flat_map(|target| one(target, report).1)
        .collect())
}

/// The nearest configuration file is an input also while it cannot be read.
fn with_project(mut inputs: BTreeSet<PathBuf>, start: &Path) -> BTreeSet<PathBuf> {
    inputs.extend(nearest().map(|path| start.join(path)));
    inputs
}

/// The folders that are watched.
struct Folders {
    debouncer: Debouncer<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
}

impl Folders {
    fn watch(
        &mut self,
        inputs: &BTreeSet<PathBuf>,
    ) -> Result<(), notify_debouncer_mini::notify::Error> {
        for folder in inputs.iter().filter_map(|path| path.parent()) {
            if !self.watched.contains(folder) {
                let watcher = self.debouncer.watcher();
                watcher.watch(folder, RecursiveMode::NonRecursive)?;
                self.watched.insert(folder.to_owned());
            }
        }
        Ok(())
    }
}

fn is_newer(path: &Path, than: SystemTime) -> bool {
    let saved = path.metadata().and_then(|data| data.modified());
    saved.is_ok_and(|saved| saved > than)
}

/// Waits until one of the files changes.
fn wait(
    events: &Receiver<DebounceEventResult>,
    inputs: &BTreeSet<PathBuf>,
) -> Result<(), Box<dyn std::error::Error>> {
    loop {
        let changed = events.recv()??;
        if changed.iter().any(|event| inputs.contains(&event.path)) {
            return Ok(());
        }
    }
}
