//! One run at a time: a second one in the same folder waits for the first.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::FolderError;
use super::disk::Disk;
use super::journal::WORK;

/// The file that a run holds locked, in [`WORK`].
const RUNNING: &str = "running";

/// The right to change a folder. It ends when this value is dropped, or its process dies.
pub(super) struct Exclusive<'d> {
    work: PathBuf,
    disk: &'d dyn Disk,
    // The system lets go of the lock when the file is closed.
    _locked: File,
}

impl<'d> Exclusive<'d> {
    /// Waits until nobody else changes the folder.
    pub(super) fn enter(folder: &Path, disk: &'d dyn Disk) -> Result<Self, FolderError> {
        let work = folder.join(WORK);
        let path = work.join(RUNNING);
        loop {
            match disk.create_folders(&work) {
                // Whoever was here before removed it between two looks at it.
                Err(error)
                    if error.kind() == io::ErrorKind::AlreadyExists && !is_blocked(&work) =>
                {
                    continue;
                }
                made => made.map_err(|error| FolderError::io(&work, error))?,
            }
            match locked(&path) {
                Ok(Some(file)) => {
                    return Ok(Self {
                        work,
                        disk,
                        _locked: file,
                    });
                }
                // Whoever was here before removed the file, or its folder, when leaving.
                Ok(None) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(FolderError::io(&path, error)),
            }
        }
    }
}

/// Whether something else than a folder has the name.
fn is_blocked(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir())
}

/// The file, locked; `None` if it is another one than the path leads to by now.
fn locked(path: &Path) -> io::Result<Option<File>> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    file.lock()?;
    let own = Handle::from_file(file.try_clone()?)?;
    Ok((own == Handle::from_path(path)?).then_some(file))
}

impl Drop for Exclusive<'_> {
    fn drop(&mut self) {
        // What cannot be removed disturbs nobody: the next run takes it over. A journal keeps the folder.
        let _ = self.disk.remove_file(&self.work.join(RUNNING));
        let _ = self.disk.remove_folder(&self.work);
    }
}
