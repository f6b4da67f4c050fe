//! What can go wrong with an output folder.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::output::lock::LockError;

/// What went wrong with a folder.
#[derive(Debug)]
#[non_exhaustive]
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
    /// Generated files that somebody changed by hand.
    Edited(Vec<PathBuf>),
    /// The lock cannot be read.
    Lock(PathBuf, LockError),
}

impl FolderError {
    pub(super) fn io(path: &Path, error: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            error,
        }
    }
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
            Self::Edited(paths) => {
                let paths: Vec<String> = paths
                    .iter()
                    .map(|path| path.display().to_string())
                    .collect();
                write!(
                    formatter,
                    "changed by hand since they were generated, so nothing was written: {}; say it in the document or with options, or overwrite them with --force",
                    paths.join(", ")
                )
            }
            Self::Lock(path, error) => write!(formatter, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for FolderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Lock(_, error) => Some(error),
            Self::Foreign(_) | Self::Edited(_) => None,
        }
    }
}
