//! The output folder: what would change, and changing it. Files are written beside their targets and then
//! renamed, so that no reader ever sees half of one; files that nobody generated are never touched.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{GeneratedFile, MARK};

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
}

/// What a run does to a folder. The same value is shown (`--dry-run`), judged (`--check`) or applied.
#[derive(Clone, Debug)]
pub struct Changes {
    folder: PathBuf,
    list: Vec<(Change, GeneratedFile)>,
}

/// What went wrong with a folder.
#[derive(Debug)]
pub enum FolderError {
    /// A file could not be read, written or removed.
    Io {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A file stands in the way that was not generated.
    Foreign(PathBuf),
}

impl fmt::Display for FolderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, error } => write!(formatter, "{}: {error}", path.display()),
            Self::Foreign(path) => write!(
                formatter,
                "{} is in the way: it was not generated, so it is not overwritten; move it or choose another folder",
                path.display()
            ),
        }
    }
}

impl std::error::Error for FolderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Foreign(_) => None,
        }
    }
}

/// Finds out what has to change for `folder` to hold `files` and no leftovers of an earlier run.
///
/// # Errors
/// A file that cannot be read, or one in the way that was not generated.
pub fn compare(folder: &Path, files: Vec<GeneratedFile>) -> Result<Changes, FolderError> {
    let mut list = Vec::with_capacity(files.len());
    for file in files {
        let path = folder.join(&file.path);
        let change = match read(&path)? {
            None => Change::Create,
            Some(old) if old == file.contents.as_bytes() => Change::Keep,
            Some(old) if is_generated(&old) => Change::Update,
            Some(_) => return Err(FolderError::Foreign(path)),
        };
        list.push((change, file));
    }
    for path in leftovers(folder, &list)? {
        list.push((
            Change::Remove,
            GeneratedFile {
                path,
                contents: String::new(),
            },
        ));
    }
    Ok(Changes {
        folder: folder.to_owned(),
        list,
    })
}

impl Changes {
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Every file with what happens to it, by path; removals last.
    pub fn iter(&self) -> impl Iterator<Item = (Change, &GeneratedFile)> {
        self.list.iter().map(|(change, file)| (*change, file))
    }

    /// How many files change in this way.
    pub fn count(&self, change: Change) -> usize {
        self.list
            .iter()
            .filter(|(other, _)| *other == change)
            .count()
    }

    /// Whether the folder is as it should be.
    pub fn is_empty(&self) -> bool {
        self.list.iter().all(|(change, _)| *change == Change::Keep)
    }

    /// What a file holds now; `None` where it does not exist or is not text.
    pub fn current(&self, file: &GeneratedFile) -> Option<String> {
        fs::read_to_string(self.folder.join(&file.path)).ok()
    }

    /// Makes the changes. All new contents are on the disk before the first file is replaced.
    ///
    /// # Errors
    /// A file that cannot be written or removed.
    pub fn apply(&self) -> Result<(), FolderError> {
        let mut written = Written::default();
        for (change, file) in &self.list {
            if matches!(change, Change::Create | Change::Update) {
                written.write(self.folder.join(&file.path), &file.contents)?;
            }
        }
        written.publish()?;
        for (change, file) in &self.list {
            if *change == Change::Remove {
                let path = self.folder.join(&file.path);
                fs::remove_file(&path).map_err(|error| FolderError::Io {
                    path: path.clone(),
                    error,
                })?;
                remove_empty_folders(path.parent(), &self.folder);
            }
        }
        Ok(())
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
    let mut written = Written::default();
    written.write(path.to_owned(), contents)?;
    written.publish()?;
    Ok(true)
}

/// Files that were written beside their targets. What is not published is removed again.
#[derive(Default)]
struct Written {
    list: Vec<(PathBuf, PathBuf)>,
}

impl Written {
    fn write(&mut self, target: PathBuf, contents: &str) -> Result<(), FolderError> {
        let fail = |path: &Path, error| FolderError::Io {
            path: path.to_owned(),
            error,
        };
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| fail(folder, error))?;
        }
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.new", std::process::id()));
        let temporary = target.with_file_name(name);
        self.list.push((temporary.clone(), target));
        fs::write(&temporary, contents).map_err(|error| fail(&temporary, error))
    }

    fn publish(mut self) -> Result<(), FolderError> {
        for (temporary, target) in std::mem::take(&mut self.list) {
            let renamed = fs::rename(&temporary, &target);
            if let Err(error) = renamed {
                self.list.push((temporary, target.clone()));
                return Err(FolderError::Io {
                    path: target,
                    error,
                });
            }
        }
        Ok(())
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        for (temporary, _) in &self.list {
            // Nothing can be done about a file that cannot be removed while another error is reported.
            let _ = fs::remove_file(temporary);
        }
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FolderError::Io {
            path: path.to_owned(),
            error,
        }),
    }
}

/// Whether the first line carries our mark.
fn is_generated(bytes: &[u8]) -> bool {
    first_line(bytes).contains(MARK)
}

/// Whether a file is the root of an output: only roots say from what they were made.
fn is_root(bytes: &[u8]) -> bool {
    let line = first_line(bytes);
    line.contains(MARK) && line.contains(" from ")
}

fn first_line(bytes: &[u8]) -> String {
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    String::from_utf8_lossy(line).into_owned()
}

/// Generated Rust files that are not among `list`, by path. A sub-folder with a root of its own belongs to
/// another run and is left alone.
fn leftovers(folder: &Path, list: &[(Change, GeneratedFile)]) -> Result<Vec<String>, FolderError> {
    let code = if list.iter().any(|(_, file)| file.path == "src/lib.rs") {
        "src/"
    } else {
        ""
    };
    let mut found = Vec::new();
    walk(folder, code, &mut found)?;
    found.retain(|path| list.iter().all(|(_, file)| file.path != *path));
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), FolderError> {
    let place = folder.join(prefix);
    let entries = match fs::read_dir(&place) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(FolderError::Io { path: place, error }),
    };
    for entry in entries {
        let entry = entry.map_err(|error| FolderError::Io {
            path: place.clone(),
            error,
        })?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = entry.path();
        let kind = entry.file_type().map_err(|error| FolderError::Io {
            path: path.clone(),
            error,
        })?;
        if kind.is_dir() {
            let root = read(&path.join("mod.rs"))?;
            if !root.is_some_and(|bytes| is_root(&bytes)) {
                walk(folder, &format!("{prefix}{name}/"), found)?;
            }
        } else if kind.is_file()
            && name.ends_with(".rs")
            && read(&path)?.is_some_and(|bytes| is_generated(&bytes))
        {
            found.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

/// Removes folders that have become empty, up to but not including `stop`.
fn remove_empty_folders(mut folder: Option<&Path>, stop: &Path) {
    while let Some(current) = folder.filter(|current| *current != stop) {
        if fs::remove_dir(current).is_err() {
            return;
        }
        folder = current.parent();
    }
}
