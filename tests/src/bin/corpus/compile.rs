//! All generated crates as one workspace, so that what they depend on is built once, and what Cargo says about each.

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;
use specwright_tests::harness::{cargo, write_workspace};

use super::report::Entry;
use super::{Step, progress};

/// The workspace.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes the manifest of the workspace, whose members are the crates of these documents.
    pub(crate) fn new(folder: &Path, entries: &[Entry]) -> io::Result<Self> {
        let with_crates = entries.iter().filter(|entry| entry.has_crate());
        write_workspace(folder, with_crates.map(|entry| entry.crate_name.as_str()))?;
        Ok(Self {
            folder: folder.to_owned(),
        })
    }

    /// Runs a step over all crates, and notes what is said about each as a failure of it.
    pub(crate) fn run(&mut self, step: Step, entries: &mut [Entry]) -> io::Result<()> {
        let mut running = cargo(&self.folder)
            .args(step.cargo_arguments())
            .args([
                "--workspace",
                "--keep-going",
                "--quiet",
                "--message-format=json",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let bar = progress(
            entries.len(),
            step.cargo_arguments().first().copied().unwrap_or_default(),
        );
        let stderr = running.stderr.take();
        let said = std::thread::spawn(move || stderr.map(io::read_to_string));
        for line in running
            .stdout
            .take()
            .into_iter()
            .flat_map(|out| BufReader::new(out).lines())
        {
            note(
                step,
                &serde_json::from_str(&line?).unwrap_or_default(),
                entries,
                &bar,
            );
        }
        bar.finish_and_clear();
        let status = running.wait()?;
        let said = said.join().ok().flatten().transpose()?.unwrap_or_default();
        let blamed = entries.iter().any(|entry| !entry.failures.is_empty());
        if !status.success() && !blamed {
            return Err(io::Error::other(format!("cargo {step:?} failed: {said}")));
        }
        for entry in entries.iter_mut().filter(|entry| entry.has_crate()) {
            entry.steps.push(step);
        }
        Ok(())
    }
}

/// One message of Cargo.
fn note(step: Step, message: &Value, entries: &mut [Entry], bar: &indicatif::ProgressBar) {
    let Some(name) = message.pointer("/target/name").and_then(Value::as_str) else {
        return;
    };
    let name = name.replace('_', "-");
    let Some(entry) = entries.iter_mut().find(|entry| entry.crate_name == name) else {
        return;
    };
    bar.set_message(name);
    match message.get("reason").and_then(Value::as_str) {
        Some("compiler-artifact") => bar.inc(1),
        Some("compiler-message") => {
            let text = message.pointer("/message/rendered").and_then(Value::as_str);
            let text = text.unwrap_or_default().trim();
            let counted = text.contains("warnings emitted") || text.contains("warning emitted");
            if !text.is_empty() && !counted {
                entry.failures.push(format!("{step:?}: {text}"));
            }
        }
        _ => {}
    }
}
