//! What the tests share: where things are, every fixture, golden files.

mod crates;
mod harmless;
mod served;

use std::fs;
use std::path::{Path, PathBuf};

use specwright_core::options::{Options, Parts};
use specwright_core::pipeline::{self, Generation};
use specwright_core::source::Input;

pub use crates::{cargo, say, write_workspace};
pub use harmless::Harmless;
pub use served::served;

/// The folder of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .unwrap_or_default()
}

/// A document in `specs/`.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// The shelf, which is a version of OpenAPI, for example `3.0`; empty for a document beside the shelves.
    pub shelf: String,
    /// The file name without its ending.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What the comment at its head says, without `# `.
    pub comment: String,
    /// What its head says is generated.
    pub options: Options,
}

impl Fixture {
    fn read(shelf: &str, path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        let comment: Vec<&str> = text
            .lines()
            .map_while(|line| line.strip_prefix('#'))
            .map(str::trim)
            .collect();
        let mut options = Options::default();
        if let Some(parts) = comment
            .iter()
            .find_map(|line| line.strip_prefix("generate:"))
        {
            options.parts = Some(Parts {
                client: parts.contains("client"),
                server: parts.contains("server"),
            });
        }
        options.config = Some(path.with_extension("toml")).filter(|path| path.is_file());
        Self {
            shelf: shelf.to_owned(),
            name: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            path: path.to_owned(),
            comment: comment.join("\n"),
            options,
        }
    }

    /// What the generator makes of it. The path is the same on every machine.
    pub fn generate(&self) -> Generation {
        pipeline::generate(&Input::File(self.path.clone()), &self.options)
    }

    /// Shelf and name, for messages.
    pub fn label(&self) -> String {
        format!("{}/{}", self.shelf, self.name)
    }
}

/// Every valid document in `specs/`, in a fixed order.
pub fn fixtures() -> Vec<Fixture> {
    let specs = repository().join("specs");
    let mut fixtures = Vec::new();
    for entry in entries(&specs) {
        let name = entry
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if entry.is_file() {
            fixtures.push(Fixture::read("", &entry));
        } else if name.starts_with(|first: char| first.is_ascii_digit()) {
            fixtures.extend(
                entries(&entry)
                    .iter()
                    .filter(|path| path.is_file() && path.extension() != Some("toml".as_ref()))
                    .map(|path| Fixture::read(&name, path)),
            );
        }
    }
    fixtures
}

/// What is in a folder, in a fixed order; nothing, if it does not exist.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Every file below a folder whose name ends in `ending`, in a fixed order.
pub fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            files.extend(files_below(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            files.push(path);
        }
    }
    files
}

/// Compares a text with a golden file. With `BLESS=1` in the environment, the file is written instead; that is
/// the only way to change one.
///
/// # Errors
/// The difference, for people.
pub fn golden(path: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(path, text));
        return written.map_err(|error| format!("{}: {error}", path.display()));
    }
    let old = fs::read_to_string(path).unwrap_or_default();
    if old == text {
        return Ok(());
    }
    let difference = similar::TextDiff::from_lines(old.as_str(), text);
    Err(format!(
        "{} differs; if the change is meant, run the test with BLESS=1\n{}",
        path.display(),
        difference.unified_diff().context_radius(2)
    ))
}
