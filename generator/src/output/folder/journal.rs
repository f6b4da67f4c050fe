//! A change of many files that happens as a whole: all new contents are on the disk, and a journal says what is to be done
//! with them, before the first file is touched. A run that was killed is finished by the next one, or forgotten if it had
//! not come to its journal.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::{FolderError, entries, read};
use crate::output::hash;

/// The folder of a run in progress, below the output folder.
pub(super) const WORK: &str = ".specwright";
/// The list of steps, in [`WORK`].
const JOURNAL: &str = "journal";
/// The new contents, in [`WORK`].
const STAGED: &str = "new";

/// What happens to one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    /// Which, relative to the output folder, with forward slashes.
    pub(super) path: String,
    /// The hash of what was there; whoever changes that meanwhile keeps it.
    pub(super) replaces: Option<String>,
    /// The file of the new contents; none: the file is removed.
    staged: Option<usize>,
}

/// An output folder in which a change is made.
pub(super) struct Journal<'j> {
    pub(super) folder: &'j Path,
    pub(super) disk: &'j dyn Disk,
}

impl Journal<'_> {
    /// Finishes or forgets what an earlier run left.
    pub(super) fn heal(&self) -> Result<(), FolderError> {
        let path = self.work(JOURNAL);
        if let Some(bytes) = read(&path)? {
            let steps: Vec<Step> = serde_json::from_slice(&bytes)
                .map_err(|error| FolderError::io(&path, error.into()))?;
            self.finish(&steps)?;
        }
        self.clear()
    }

    /// Makes a change: files with their new contents, none to remove one.
    pub(super) fn perform(
        &self,
        changes: &[(String, Option<String>, Option<&str>)],
    ) -> Result<(), FolderError> {
        let staged = self.work(STAGED);
        self.run(&staged, |disk, path| disk.create_folders(path))?;
        let mut steps = Vec::with_capacity(changes.len());
        for (index, (path, replaces, contents)) in changes.iter().enumerate() {
            if let Some(contents) = contents {
                self.write(&staged.join(index.to_string()), contents.as_bytes())?;
            }
            steps.push(Step {
                path: path.clone(),
                replaces: replaces.clone(),
                staged: contents.map(|_| index),
            });
        }
        self.run(&staged, |disk, path| disk.sync(path))?;
        let list = serde_json::to_vec_pretty(&steps)
            .map_err(|error| FolderError::io(&staged, error.into()))?;
        let (unfinished, journal) = (self.work("journal.new"), self.work(JOURNAL));
        self.write(&unfinished, &list)?;
        // From here on the change is made, now or by the next run.
        self.run(&journal, |disk, path| disk.rename(&unfinished, path))?;
        let work = self.folder.join(WORK);
        self.run(&work, |disk, path| disk.sync(path))?;
        self.finish(&steps)?;
        self.clear()
    }

    /// Takes the steps that are not taken yet.
    fn finish(&self, steps: &[Step]) -> Result<(), FolderError> {
        let mut folders = BTreeSet::new();
        for step in steps {
            let path = self.target(&step.path)?;
            self.take(step, &path)?;
            let above = path.ancestors().skip(1);
            let inside = above.take_while(|folder| folder.starts_with(self.folder));
            folders.extend(inside.map(Path::to_owned));
        }
        // Also what an earlier run has moved may not be durable yet.
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            self.run(folder, |disk, path| disk.sync(path))?;
        }
        for step in steps.iter().filter(|step| step.staged.is_none()) {
            self.remove_empty_folders(self.target(&step.path)?.parent());
        }
        Ok(())
    }

    /// Takes one step, unless it was taken before, or somebody changed the file meanwhile.
    fn take(&self, step: &Step, path: &Path) -> Result<(), FolderError> {
        let present = read(path)?.map(|bytes| hash::of_file(&bytes));
        let Some(index) = step.staged else {
            if present.is_some() && present == step.replaces {
                self.run(path, |disk, path| disk.remove_file(path))?;
            }
            return Ok(());
        };
        let staged = self.work(STAGED).join(index.to_string());
        if !staged.exists() || present != step.replaces {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            self.run(folder, |disk, path| disk.create_folders(path))?;
        }
        self.run(path, |disk, path| disk.rename(&staged, path))
    }

    /// Removes what a run needs only while it lasts.
    fn clear(&self) -> Result<(), FolderError> {
        // The journal goes first: without it, the staged files mean nothing.
        for name in [JOURNAL, "journal.new"] {
            let path = self.work(name);
            if path.exists() {
                self.run(&path, |disk, path| disk.remove_file(path))?;
            }
        }
        let staged = self.work(STAGED);
        let Some(entries) = entries(&staged)? else {
            return Ok(());
        };
        for entry in entries {
            self.run(&entry.path(), |disk, path| disk.remove_file(path))?;
        }
        self.run(&staged, |disk, path| disk.remove_folder(path))
    }

    /// Removes folders that have become empty, up to but not including the output folder.
    fn remove_empty_folders(&self, mut folder: Option<&Path>) {
        while let Some(current) = folder.filter(|current| *current != self.folder) {
            if self.disk.remove_folder(current).is_err() {
                return;
            }
            folder = current.parent();
        }
    }

    fn write(&self, path: &Path, contents: &[u8]) -> Result<(), FolderError> {
        self.run(path, |disk, path| disk.write(path, contents))?;
        self.run(path, |disk, path| disk.sync(path))
    }

    fn run(
        &self,
        path: &Path,
        step: impl FnOnce(&dyn Disk, &Path) -> io::Result<()>,
    ) -> Result<(), FolderError> {
        step(self.disk, path).map_err(|error| FolderError::io(path, error))
    }

    fn work(&self, name: &str) -> PathBuf {
        self.folder.join(WORK).join(name)
    }

    /// Where a path leads; a journal that somebody else wrote must not lead out of the folder.
    fn target(&self, path: &str) -> Result<PathBuf, FolderError> {
        let relative = Path::new(path);
        let mut parts = relative.components();
        if path.is_empty() || !parts.all(|part| matches!(part, Component::Normal(_))) {
            let error = io::Error::new(io::ErrorKind::InvalidData, "it leads out of the folder");
            return Err(FolderError::io(relative, error));
        }
        Ok(self.folder.join(relative))
    }
}
