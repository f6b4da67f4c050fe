//! Bytes to located nodes: one `Node` tree for YAML and JSON, the documents that references lead to, and from a place
//! back to line and column.

mod access;
mod landmarks;
mod library;
mod limits;
mod load;
pub mod locate;
mod nesting;
mod node;
mod overlay;
mod read;
mod reference;
mod toml;
mod uri;
mod walk;

use std::path::{Path, PathBuf};

pub use access::Access;
pub use library::{Library, Refusal, collect};
pub use limits::{Limits, exceeded};
pub use load::{load, load_toml};
pub use node::{Node, Number, Object};
pub use overlay::overlay;
pub use reference::Dead;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2.
    Yaml,
    /// TOML 1.0, of configuration files.
    Toml,
}

/// One file that was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// As shown to people: the path as it was given, or `<stdin>`.
    pub name: String,
    /// The absolute path; `None` for standard input.
    pub path: Option<PathBuf>,
    /// How it is written.
    pub format: Format,
    /// The text, without a byte order mark.
    pub text: String,
}

impl SourceFile {
    /// A file before it is read, and for good where it cannot be: saving a repaired one is then noticed by whoever watches
    /// the inputs.
    fn unread(path: &Path, format: Format) -> Self {
        Self {
            name: path.display().to_string(),
            path: std::path::absolute(path).ok(),
            format,
            text: String::new(),
        }
    }
}

/// All files of one run; index 0 is the root document.
#[derive(Clone, Debug)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Those of a run that begins with this document.
    pub fn new(root: &Input) -> Self {
        let file = match root {
            Input::File(path) => SourceFile::unread(path, Format::Yaml),
            Input::Text { name, text } => SourceFile {
                name: name.clone(),
                path: None,
                format: load::detect(text),
                text: load::without_byte_order_mark(text.clone()),
            },
        };
        Self { files: vec![file] }
    }

    /// Adds a file and returns its index, by which places refer to it.
    pub fn add(&mut self, file: SourceFile) -> usize {
        self.files.push(file);
        self.files.len() - 1
    }

    /// The file with this index.
    pub fn get(&self, index: usize) -> Option<&SourceFile> {
        self.files.get(index)
    }

    /// All files.
    pub fn iter(&self) -> std::slice::Iter<'_, SourceFile> {
        self.files.iter()
    }
}

/// Where a document comes from.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Text that is already in memory, with a name for messages.
    Text {
        /// Shown in messages, for example `<stdin>`.
        name: String,
        /// The document.
        text: String,
    },
}

impl From<&Path> for Input {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}
