//! Tokens and runtime files to what is written: a folder of modules, a whole crate, one text, or one token
//! stream. All four are spelt from the same [`Tree`]; nothing here decides what is generated.

mod compact;
mod dependencies;
mod folder;
mod format;
mod gate;
mod hash;
mod header;
mod layout;
mod lock;
mod manifest;
mod nested;
mod readme;
mod runtime;
mod table;
mod tree;

use std::fmt;

pub use folder::{Change, Changes, FolderError, OpenFolder, compare, recorded, write_if_changed};
pub use format::items_text;
pub use header::{Facts, MARK};
pub use layout::{Layout, lay_out};
pub use lock::{LOCK, Lock, LockError};
pub use nested::{text, tokens};
pub use tree::Tree;

/// One file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Where, relative to the output folder, with forward slashes; never leads out of that folder.
    pub path: String,
    /// What it holds.
    pub contents: String,
}

/// All files of an output, and what they stand on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// The files, by path.
    pub files: Vec<GeneratedFile>,
    /// The names of the crates that the code names, sorted.
    pub crates: Vec<String>,
    /// What is recorded about them, which is one of the files.
    pub lock: Lock,
}

/// Emitted code that cannot be written down: a mistake in this program, never in the user's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputError {
    /// The module, as a path.
    pub module: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for OutputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the generated module `{}` is not valid Rust: {}; this is a bug of specwright, please report it with the document",
            self.module, self.message
        )
    }
}

impl std::error::Error for OutputError {}
