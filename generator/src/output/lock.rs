//! `specwright.lock` beside the code: from which documents it was made and by which version, what was written, and what
//! the code offers. It is one line for each, in a fixed order, so that people can read how it changes.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use super::{GeneratedFile, MARK, hash};
use crate::surface::{Line, Surface};

/// The name of the file in the output folder.
pub const LOCK: &str = "specwright.lock";

/// What is recorded about an output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The version of the tool.
    pub version: String,
    /// The documents with their SHA-256 hashes, the root first.
    pub documents: Vec<(String, String)>,
    /// The files, by path, with their SHA-256 hashes.
    pub files: BTreeMap<String, String>,
    /// What the code offers.
    pub surface: Surface,
}

/// A lock that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for LockError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "line {} is none of a lock: {}; take the file from version control, or remove it and generate again",
            self.line, self.message
        )
    }
}

impl std::error::Error for LockError {}

impl Lock {
    /// What is recorded about these files.
    pub fn new<'t>(
        documents: impl Iterator<Item = (&'t str, &'t str)>,
        files: &[GeneratedFile],
        surface: Surface,
    ) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            documents: documents
                .map(|(name, text)| (name.to_owned(), hash::of_texts([text].into_iter())))
                .collect(),
            files: files
                .iter()
                .map(|file| (file.path.clone(), hash::of_file(file.contents.as_bytes())))
                .collect(),
            surface,
        }
    }

    /// As it is written.
    pub fn text(&self) -> String {
        let tool = Line::new(&["specwright", &self.version]);
        let documents = self
            .documents
            .iter()
            .map(|(name, hash)| Line::new(&["document", name]).with("sha256", hash));
        let files = self
            .files
            .iter()
            .map(|(path, hash)| Line::new(&["file", path]).with("sha256", hash));
        let lines = std::iter::once(tool)
            .chain(documents)
            .chain(files)
            .chain(self.surface.lines());
        let mut text = format!(
            "# {MARK}: what this folder was made from, and what its code offers. Do not edit.\n"
        );
        for line in lines {
            text.push_str(&line.text());
            text.push('\n');
        }
        text
    }

    /// Reads what [`Self::text`] writes.
    ///
    /// # Errors
    /// A line that is none of a lock.
    pub fn parse(text: &str) -> Result<Self, LockError> {
        let mut lock = Self::default();
        for (index, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fail = |message: String| LockError {
                line: index + 1,
                message,
            };
            let read = Line::parse(line).map_err(|error| fail(error.0))?;
            if !lock.add(&read) {
                return Err(fail(format!("`{line}`")));
            }
        }
        Ok(lock)
    }

    /// The files of a folder that are not as the lock says, each in a sentence.
    pub fn changed_files(&self, folder: &Path) -> Vec<String> {
        let states = self.files.iter().filter_map(|(path, hash)| {
            let Ok(bytes) = fs::read(folder.join(path)) else {
                return Some(format!("{path} is missing"));
            };
            let is_same = hash::of_file(&bytes) == *hash;
            (!is_same).then(|| format!("{path} was changed by hand"))
        });
        states.collect()
    }

    fn add(&mut self, line: &Line) -> bool {
        let words: Vec<&str> = line.words.iter().map(String::as_str).collect();
        match (words.as_slice(), line.values.get("sha256")) {
            (["specwright", version], None) => self.version = (*version).to_owned(),
            (["document", name], Some(hash)) => {
                self.documents.push(((*name).to_owned(), hash.clone()));
            }
            (["file", path], Some(hash)) => {
                self.files.insert((*path).to_owned(), hash.clone());
            }
            _ => return self.surface.add_line(line),
        }
        true
    }
}
