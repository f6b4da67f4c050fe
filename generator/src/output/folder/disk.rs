//! Everything that changes the disk, in one place: so a test can let each step fail, and show what is left then.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// The steps that change a disk.
pub(super) trait Disk {
    /// Makes a folder, and those that it stands in.
    fn create_folders(&self, path: &Path) -> io::Result<()>;
    /// Writes a whole file. It may be lost or cut until it is synchronized.
    fn write(&self, path: &Path, contents: &[u8]) -> io::Result<()>;
    /// Waits until a file, or the list of a folder's files, would survive a loss of power.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Moves a file in the stead of another, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The disk of the machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct MachineDisk;

impl Disk for MachineDisk {
    fn create_folders(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        fs::write(path, contents)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        // Only Unix opens folders, and only there must their lists be synchronized.
        if cfg!(unix) || path.is_file() {
            File::open(path)?.sync_all()?;
        }
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}
