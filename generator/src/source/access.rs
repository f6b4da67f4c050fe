//! What may be read: which files beside those in the folder of the root document, and how much. Nothing is ever fetched.

use std::path::{Path, PathBuf};

use super::Limits;
use crate::diagnostic::{Code, Diagnostic, Misfit};

/// What a user allows. Relative paths start at the folder of the root document.
#[derive(Clone, Debug, Default)]
pub struct Access {
    folders: Vec<PathBuf>,
    copies: Vec<LocalCopy>,
    /// How much.
    pub limits: Limits,
}

/// A file that stands for a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LocalCopy {
    pub(super) url: String,
    pub(super) path: PathBuf,
    /// What the bytes of the file must hash to, in lower-case hexadecimal digits.
    pub(super) sha256: String,
}

impl Access {
    /// Folders, and copies of URLs as texts `URL PATH sha256:HASH`.
    ///
    /// # Errors
    /// A copy that is written in another way, and what is wrong with it.
    pub fn new(folders: &[String], copies: &[String], limits: Limits) -> Result<Self, Box<Misfit>> {
        let copies = copies.iter().map(|text| {
            LocalCopy::parse(text).map_err(|wrong| Misfit::new("reference_copies", text, wrong))
        });
        Ok(Self {
            folders: folders.iter().map(PathBuf::from).collect(),
            copies: copies.collect::<Result<_, _>>()?,
            limits,
        })
    }

    /// The folders below which files may be read, as the file system spells them; those that do not exist hold no files.
    pub(super) fn folders_from(&self, root: &Path) -> Vec<PathBuf> {
        let others = self.folders.iter().map(|folder| root.join(folder));
        std::iter::once(root.to_owned())
            .chain(others)
            .filter_map(|folder| folder.canonicalize().ok())
            .collect()
    }

    /// The copy of a URL.
    pub(super) fn copy_of(&self, url: &str) -> Option<&LocalCopy> {
        self.copies.iter().find(|copy| copy.url == url)
    }
}

impl LocalCopy {
    fn parse(text: &str) -> Result<Self, Diagnostic> {
        let parsed = text
            .trim()
            .split_once(char::is_whitespace)
            .and_then(|(url, rest)| {
                let (path, hash) = rest.trim().rsplit_once(char::is_whitespace)?;
                let hash = hash.strip_prefix("sha256:")?.to_ascii_lowercase();
                let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
                is_hash.then(|| Self {
                    url: url.to_owned(),
                    path: path.trim_end().into(),
                    sha256: hash,
                })
            });
        parsed.ok_or_else(|| {
            Diagnostic::error(
                Code::Reference,
                format!("`{text}` is no local copy of a URL"),
            )
            .help("write `URL PATH sha256:HASH`, the hash in 64 hexadecimal digits")
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn a_copy_has_a_url_a_path_and_a_hash() {
        let hash = "AB".repeat(32);
        let text = format!("https://a.example/pet.yaml my files/pet.yaml sha256:{hash}");
        let access = Access::new(&[], &[text], Limits::default()).unwrap();
        let copy = access.copy_of("https://a.example/pet.yaml").unwrap();
        assert_eq!(copy.path, Path::new("my files/pet.yaml"));
        assert_eq!(copy.sha256, hash.to_lowercase());
        assert_eq!(access.copy_of("https://a.example/"), None);
        for wrong in [
            "",
            "https://a.example/ pet.yaml",
            "u p sha256:12",
            "u sha256:",
        ] {
            assert!(
                Access::new(&[], &[wrong.to_owned()], Limits::default()).is_err(),
                "{wrong}"
            );
        }
    }
}
