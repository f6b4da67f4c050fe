//! The door for build scripts and programs.

use std::fmt;
use std::path::{Path, PathBuf};

use specwright_core::options::Options;
use specwright_core::output::{self, FolderError, OutputError};
use specwright_core::pipeline::{self, Generation};
use specwright_core::source::Input;

/// Generates code from one OpenAPI description.
///
/// # Examples
///
/// A whole `build.rs`:
///
/// ```no_run
/// specwright::Generator::new("specs/authentik-proxy.yaml")
///     .client(true)
///     .server(false)
///     .tags(["providers"])
///     .build();
/// ```
///
/// and the line that brings the code in:
///
/// ```ignore
/// include!(concat!(env!("OUT_DIR"), "/authentik-proxy.rs"));
/// ```
#[derive(Clone, Debug)]
pub struct Generator {
    input: Input,
    options: Options,
    out_dir: Option<PathBuf>,
    file_name: Option<String>,
}

impl Generator {
    /// A generator for the document at `spec`; a relative path starts at the working directory, which for a
    /// build script is the folder of its `Cargo.toml`.
    pub fn new(spec: impl Into<PathBuf>) -> Self {
        Self::from_input(Input::File(spec.into()))
    }

    /// A generator for a document that the program already holds.
    ///
    /// # Errors
    /// A document that cannot be written as JSON.
    pub fn from_openapi(document: &openapiv3::OpenAPI) -> Result<Self, serde_json::Error> {
        pipeline::input_from_openapi(document).map(Self::from_input)
    }

    fn from_input(input: Input) -> Self {
        Self {
            input,
            options: Options::default(),
            out_dir: None,
            file_name: None,
        }
    }

    specwright_core::option_setters!();

    /// A TOML file with options; what is chosen here counts more. A relative path starts at the working directory.
    #[must_use]
    pub fn config(mut self, file: impl Into<PathBuf>) -> Self {
        self.options.config = Some(file.into());
        self
    }

    /// The folder of the generated file; by default `OUT_DIR`, which Cargo sets for build scripts.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// The name of the generated file; by default that of the document with the ending `.rs`.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Generates, and leaves it to the program what becomes of the result.
    pub fn generate(&self) -> Generation {
        pipeline::generate(&self.input, &self.options)
    }

    /// Generates the file of a build script, tells Cargo what to watch, and ends the build script with an
    /// error where the document has errors. The messages go to Cargo, which shows them.
    pub fn build(&self) {
        let result = self.try_build();
        for line in cargo_lines(&self.input, &result) {
            // Cargo reads a build script's standard output.
            #[allow(
                clippy::print_stdout,
                reason = "this is how a build script speaks to Cargo"
            )]
            {
                println!("{line}");
            }
        }
        if result.is_err() {
            std::process::exit(1);
        }
    }

    /// Like [`Self::build`], but neither prints nor ends the program. The file is left as it was where the
    /// document has errors.
    ///
    /// # Errors
    /// A document with errors, or a file that cannot be written.
    pub fn try_build(&self) -> Result<Built, BuildError> {
        let generation = self.generate();
        if generation.diagnostics.has_errors() {
            return Err(BuildError::Document(Box::new(generation)));
        }
        let file = self.target()?;
        let text = generation.text().map_err(BuildError::Output)?;
        output::write_if_changed(&file, &text).map_err(BuildError::File)?;
        Ok(Built { file, generation })
    }

    fn target(&self) -> Result<PathBuf, BuildError> {
        let folder = match &self.out_dir {
            Some(folder) => folder.clone(),
            None => std::env::var_os("OUT_DIR")
                .map(PathBuf::from)
                .ok_or(BuildError::NoFolder)?,
        };
        let name = self.file_name.clone().unwrap_or_else(|| {
            let stem = match &self.input {
                Input::File(path) => path
                    .file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
                Input::Text { .. } => None,
            };
            format!("{}.rs", stem.as_deref().unwrap_or("api"))
        });
        Ok(folder.join(name))
    }
}

/// What a build script made.
#[derive(Debug)]
pub struct Built {
    /// The generated file.
    pub file: PathBuf,
    /// What was read and decided; its diagnostics are warnings.
    pub generation: Generation,
}

/// Why a build script made nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The document has errors: those of `diagnostics`.
    Document(Box<Generation>),
    /// No folder was given, and Cargo's `OUT_DIR` is not set.
    NoFolder,
    /// The file could not be written.
    File(FolderError),
    /// A mistake of specwright.
    Output(OutputError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(generation) => {
                let errors = generation.brief_messages().into_iter();
                let errors = errors.filter(|message| message.severity == "error");
                let lines: Vec<String> = errors.map(|message| message.to_string()).collect();
                formatter.write_str(&lines.join("\n"))
            }
            Self::NoFolder => formatter.write_str(
                "OUT_DIR is not set: run this in a build script, or name a folder with `out_dir`",
            ),
            Self::File(error) => error.fmt(formatter),
            Self::Output(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for BuildError {}

/// What Cargo is told: which files to watch, and every message.
fn cargo_lines(input: &Input, result: &Result<Built, BuildError>) -> Vec<String> {
    let generation = match result {
        Ok(built) => Some(&built.generation),
        Err(BuildError::Document(generation)) => Some(&**generation),
        Err(_) => None,
    };
    let mut lines = vec![watch(Path::new("build.rs"))];
    if let Input::File(path) = input {
        lines.push(watch(path));
    }
    if let Some(generation) = generation {
        // To Cargo, a file that is not there has always changed. Where one is missed, the script fails, and runs again anyway.
        let inputs = generation.inputs().into_iter();
        lines.extend(
            inputs
                .filter(|path| path.is_file())
                .map(|path| watch(&path)),
        );
        let messages = generation.brief_messages();
        lines.extend(
            messages
                .iter()
                .map(|message| format!("cargo::{}={message}", message.severity)),
        );
    } else if let Err(error) = result {
        let error = error.to_string();
        lines.push(format!("cargo::error={}", error.replace('\n', " ")));
    }
    lines
}

fn watch(path: &Path) -> String {
    format!("cargo::rerun-if-changed={}", path.display())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use std::path::Path;

    use super::{Generator, cargo_lines};

    #[test]
    fn cargo_watches_the_files_that_are_there() {
        let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
        for (name, files) in [
            // One of its references could be a file, and is the name of a component.
            ("3.1/references-to-names.yaml", 1),
            ("3.0/references-to-files.yaml", 2),
        ] {
            let out = tempfile::tempdir().unwrap();
            let generator = Generator::new(specs.join(name)).out_dir(out.path());
            let result = generator.try_build();
            assert!(result.is_ok(), "{name}");
            let lines = cargo_lines(&generator.input, &result);
            let watched = lines
                .iter()
                .filter_map(|line| line.strip_prefix("cargo::rerun-if-changed="));
            let watched: Vec<&str> = watched.filter(|path| *path != "build.rs").collect();
            assert!(watched.len() > files, "{watched:?}");
            assert!(
                watched.iter().all(|path| Path::new(path).is_file()),
                "{watched:?}"
            );
        }
    }
}
