//! The output folder: what would change, and changing it, as a whole or not at all. Files that nobody generated are never
//! touched, and what somebody changed by hand is not lost without a word.

mod disk;
mod error;
mod exclusive;
mod journal;
mod leftovers;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use error::FolderError;

use self::disk::{Disk, MachineDisk};
use self::exclusive::Exclusive;
use self::journal::Journal;
use super::lock::{LOCK, Lock};
use super::{GeneratedFile, hash};

/// What happens to one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Create,
    /// It is there with other contents.
    Update,
    /// It is there as it should be.
    Keep,
    /// An earlier run wrote it, and it is not needed any more.
    Remove,
    /// It is there with other contents, and somebody changed it by hand.
    Overwrite,
    /// It is not needed any more, and somebody changed it by hand.
    Discard,
}

impl Change {
    /// Whether it loses what somebody wrote by hand.
    pub fn is_loss(self) -> bool {
        matches!(self, Self::Overwrite | Self::Discard)
    }
}

/// What a run does to a folder. The same value is shown (`--dry-run`), judged (`--check`) or applied.
#[derive(Clone, Debug)]
pub struct Changes {
    folder: PathBuf,
    list: Vec<Planned>,
    before: Option<Lock>,
}

#[derive(Clone, Debug)]
struct Planned {
    change: Change,
    file: GeneratedFile,
    /// The hash of what is there.
    present: Option<String>,
}

/// Finds out what has to change for `folder` to hold `files` and no leftovers of an earlier run. Nothing is locked: what is
/// to be applied is compared by [`OpenFolder::compare`].
///
/// # Errors
/// A file that cannot be read, or one in the way that was not generated.
pub fn compare(folder: &Path, files: Vec<GeneratedFile>) -> Result<Changes, FolderError> {
    let before = recorded(folder)?;
    let written = before.as_ref().map(|lock| &lock.files);
    let mut list = Vec::with_capacity(files.len());
    for file in files {
        list.push(planned(folder, file, written)?);
    }
    let leftovers = leftovers::find(folder, written, &|path| {
        list.iter().any(|one| one.file.path == path)
    })?;
    for (path, present, is_edited) in leftovers {
        let change = if is_edited {
            Change::Discard
        } else {
            Change::Remove
        };
        let contents = String::new();
        list.push(Planned {
            change,
            file: GeneratedFile { path, contents },
            present: Some(present),
        });
    }
    Ok(Changes {
        folder: folder.to_owned(),
        list,
        before,
    })
}

/// What the lock in a folder says. `None` where there is none.
///
/// # Errors
/// A lock that cannot be read.
pub fn recorded(folder: &Path) -> Result<Option<Lock>, FolderError> {
    let path = folder.join(LOCK);
    let Some(bytes) = read(&path)? else {
        return Ok(None);
    };
    Lock::parse(&String::from_utf8_lossy(&bytes))
        .map(Some)
        .map_err(|error| FolderError::Lock(path, error))
}

fn planned(
    folder: &Path,
    file: GeneratedFile,
    written: Option<&BTreeMap<String, String>>,
) -> Result<Planned, FolderError> {
    let path = folder.join(&file.path);
    let present = read(&path)?;
    let hash = present.as_deref().map(hash::of_file);
    let change = match present {
        None => Change::Create,
        Some(old) if old == file.contents.as_bytes() => Change::Keep,
        Some(old) => match written.and_then(|files| files.get(&file.path)) {
            Some(known) if hash.as_ref() == Some(known) => Change::Update,
            Some(_) => Change::Overwrite,
            None if leftovers::is_generated(&old) => Change::Update,
            None => return Err(FolderError::Foreign(path)),
        },
    };
    Ok(Planned {
        change,
        file,
        present: hash,
    })
}

impl Changes {
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the lock said before; `None` where there was none.
    pub fn before(&self) -> Option<&Lock> {
        self.before.as_ref()
    }

    /// Every file with what happens to it, by path; removals last.
    pub fn iter(&self) -> impl Iterator<Item = (Change, &GeneratedFile)> {
        self.list.iter().map(|one| (one.change, &one.file))
    }

    /// How many files change in this way.
    pub fn count(&self, change: Change) -> usize {
        self.list.iter().filter(|one| one.change == change).count()
    }

    /// Whether the folder is as it should be.
    pub fn is_empty(&self) -> bool {
        self.list.iter().all(|one| one.change == Change::Keep)
    }

    /// The files that were changed by hand and would be lost.
    pub fn losses(&self) -> impl Iterator<Item = &GeneratedFile> {
        self.iter()
            .filter(|(change, _)| change.is_loss())
            .map(|(_, file)| file)
    }

    /// What a file holds now; `None` where it does not exist or is not text.
    pub fn current(&self, file: &GeneratedFile) -> Option<String> {
        fs::read_to_string(self.folder.join(&file.path)).ok()
    }

    /// Makes the changes in a folder that nobody else writes to at the same time.
    ///
    /// # Errors
    /// Files that were changed by hand, or one that cannot be written or removed.
    pub fn apply(&self) -> Result<(), FolderError> {
        OpenFolder::open(&self.folder)?.apply(self)
    }
}

/// A folder that this run alone changes, as long as this value lives. What an earlier run left unfinished is finished.
pub struct OpenFolder {
    path: PathBuf,
    disk: &'static dyn Disk,
    _exclusive: Exclusive<'static>,
}

impl OpenFolder {
    /// Waits until no other run changes the folder, and finishes what an earlier one left.
    ///
    /// # Errors
    /// A folder that cannot be written to.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        Self::open_on(path, &MachineDisk)
    }

    fn open_on(path: &Path, disk: &'static dyn Disk) -> Result<Self, FolderError> {
        let exclusive = Exclusive::enter(path, disk)?;
        Journal { folder: path, disk }.heal()?;
        Ok(Self {
            path: path.to_owned(),
            disk,
            _exclusive: exclusive,
        })
    }

    /// Finds out what has to change for the folder to hold `files` and no leftovers of an earlier run.
    ///
    /// # Errors
    /// A file that cannot be read, or one in the way that was not generated.
    pub fn compare(&self, files: Vec<GeneratedFile>) -> Result<Changes, FolderError> {
        compare(&self.path, files)
    }

    /// Makes the changes, unless they lose what somebody wrote by hand.
    ///
    /// # Errors
    /// Files that were changed by hand, or one that cannot be written or removed.
    pub fn apply(&self, changes: &Changes) -> Result<(), FolderError> {
        let losses: Vec<PathBuf> = changes
            .losses()
            .map(|file| self.path.join(&file.path))
            .collect();
        if losses.is_empty() {
            self.apply_all(changes)
        } else {
            Err(FolderError::Edited(losses))
        }
    }

    /// Makes the changes, whatever they lose.
    ///
    /// # Errors
    /// A file that cannot be written or removed.
    pub fn apply_all(&self, changes: &Changes) -> Result<(), FolderError> {
        let steps: Vec<_> = changes
            .list
            .iter()
            .filter(|one| one.change != Change::Keep)
            .map(|one| {
                let contents = match one.change {
                    Change::Remove | Change::Discard => None,
                    _ => Some(one.file.contents.as_str()),
                };
                (one.file.path.clone(), one.present.clone(), contents)
            })
            .collect();
        if steps.is_empty() {
            return Ok(());
        }
        Journal {
            folder: &self.path,
            disk: self.disk,
        }
        .perform(&steps)
    }
}

/// Writes one file whole or not at all, and only where it differs. Says whether it did.
///
/// # Errors
/// A file that cannot be read or written.
pub fn write_if_changed(path: &Path, contents: &str) -> Result<bool, FolderError> {
    if read(path)?.is_some_and(|old| old == contents.as_bytes()) {
        return Ok(false);
    }
    write_whole(path, contents, &MachineDisk)
        .map(|()| true)
        .map_err(|error| FolderError::io(path, error))
}

fn write_whole(path: &Path, contents: &str, disk: &dyn Disk) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        disk.create_folders(folder)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let new = path.with_file_name(name);
    let written = disk
        .write(&new, contents.as_bytes())
        .and_then(|()| disk.sync(&new))
        .and_then(|()| disk.rename(&new, path));
    if written.is_err() {
        // Nothing can be done about a file that cannot be removed while another error is reported.
        let _ = disk.remove_file(&new);
    }
    written?;
    disk.sync(folder.unwrap_or(Path::new(".")))
}

/// What stands in a folder. `None` where there is none.
fn entries(folder: &Path) -> Result<Option<Vec<fs::DirEntry>>, FolderError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    present(entries, folder)
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    present(fs::read(path), path)
}

/// What was found; `None` where there is nothing.
fn present<T>(found: io::Result<T>, path: &Path) -> Result<Option<T>, FolderError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FolderError::io(path, error)),
    }
}
