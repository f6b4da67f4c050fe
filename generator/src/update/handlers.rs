//! `--handlers`: one file per tag for the user's own code, written once and ever after only added to.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

use super::merge::{self, UserMethod};
use super::scaffold::{AUTHENTICATE, not_implemented, root_file, tag_file, unauthenticated};
use super::traits::{Server, ServerTrait};
use crate::emit::Module;
use crate::output::{FolderError, OutputError, write_if_changed};
use crate::plan::Plan;

/// The user's files as they should be.
#[derive(Debug, Default)]
pub struct Handlers {
    /// One per tag, and one that ties them together; also those whose tag is gone.
    pub files: Vec<HandlersFile>,
    /// The files that could not be completed, and why.
    pub problems: Vec<HandlersError>,
}

/// One of the user's files.
#[derive(Debug)]
pub struct HandlersFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it should hold.
    pub contents: String,
    /// Whether it is new.
    pub is_new: bool,
    /// What was added to it: methods and modules, by name.
    pub added: Vec<String>,
    /// Methods whose operation is gone. They are left for the user to remove.
    pub gone: Vec<UserMethod>,
    /// Methods whose operation takes or answers something else now. They are left for the user to change.
    pub changed: Vec<UserMethod>,
}

/// Why the user's files could not be completed.
#[derive(Debug)]
pub enum HandlersError {
    /// A file could not be read.
    Read(PathBuf, io::Error),
    /// A file is not Rust.
    Syntax(PathBuf, syn::Error),
    /// A file does not implement the trait that its name stands for.
    NoImplementation(PathBuf, String),
    /// A mistake of specwright.
    Output(OutputError),
}

impl fmt::Display for HandlersError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(formatter, "{}: {error}", path.display()),
            Self::Syntax(path, error) => {
                let start = error.span().start();
                write!(
                    formatter,
                    "{}:{}:{}: not Rust, so nothing was added: {error}",
                    path.display(),
                    start.line,
                    start.column + 1
                )
            }
            Self::NoImplementation(path, name) => write!(
                formatter,
                "{} does not implement {name}, so nothing was added; add `impl {name} for … {{}}`, or move the file away",
                path.display()
            ),
            Self::Output(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for HandlersError {}

impl From<OutputError> for HandlersError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

/// Completes the user's files in `folder`. `root` leads from the module of that folder to the generated code,
/// for example `super::generated::`. Nothing is written.
///
/// # Errors
/// A mistake of specwright; what is wrong with single files is among the result.
pub fn handlers(
    plan: &Plan,
    module: &Module,
    folder: &Path,
    root: &str,
) -> Result<Handlers, HandlersError> {
    if !plan.parts.server {
        return Ok(Handlers::default());
    }
    let server = Server::read(module)?;
    let mut handlers = Handlers::default();
    let mut modules = Vec::new();
    for group in &plan.operation_groups {
        let name = group.server_trait.as_str();
        let Some(one) = server.traits.iter().find(|one| one.name == name) else {
            continue;
        };
        let stem = group.module.as_str();
        let path = folder.join(format!("{}.rs", stem.trim_start_matches("r#")));
        handlers.add(of_tag(&server, one, &group.tag, path, root));
        modules.push(stem.to_owned());
    }
    handlers.add_forgotten(&server, folder)?;
    match root_of(&server, folder, &modules, root) {
        Ok(file) => handlers.files.insert(0, file),
        Err(problem) => handlers.problems.insert(0, problem),
    }
    Ok(handlers)
}

impl Handlers {
    fn add(&mut self, file: Result<HandlersFile, HandlersError>) {
        match file {
            Ok(file) => self.files.push(file),
            Err(problem) => self.problems.push(problem),
        }
    }

    /// Adds the files in the folder whose tag is gone.
    fn add_forgotten(&mut self, server: &Server, folder: &Path) -> Result<(), HandlersError> {
        let Ok(entries) = fs::read_dir(folder) else {
            return Ok(());
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let is_known = self.files.iter().any(|file| file.path == path);
            if is_known || path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let text = read(&path)?.unwrap_or_default();
            // What is no Rust, or no file of ours, is none of our business.
            let Ok(file) = syn::parse_file(&text) else {
                continue;
            };
            let gone = merge::strangers(&file, &server.traits);
            if !gone.is_empty() {
                self.files.push(HandlersFile {
                    gone,
                    ..HandlersFile::present(path, text)
                });
            }
        }
        Ok(())
    }

    /// Whether the files on the disk are as they should be.
    pub fn is_empty(&self) -> bool {
        self.files
            .iter()
            .all(|file| !file.is_new && file.added.is_empty())
    }

    /// Writes the files that are new or were added to.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn apply(&self) -> Result<(), FolderError> {
        self.files
            .iter()
            .try_for_each(|file| write_if_changed(&file.path, &file.contents).map(drop))
    }
}

impl HandlersFile {
    fn new(path: PathBuf, contents: String) -> Self {
        Self {
            is_new: true,
            ..Self::present(path, contents)
        }
    }

    fn present(path: PathBuf, contents: String) -> Self {
        Self {
            path,
            contents,
            is_new: false,
            added: Vec::new(),
            gone: Vec::new(),
            changed: Vec::new(),
        }
    }
}

fn read(path: &Path) -> Result<Option<String>, HandlersError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(HandlersError::Read(path.to_owned(), error)),
    }
}

fn parse(path: &Path, text: &str) -> Result<syn::File, HandlersError> {
    syn::parse_file(text).map_err(|error| HandlersError::Syntax(path.to_owned(), error))
}

/// The file of a tag: a new one, or the user's with what was missing.
fn of_tag(
    server: &Server,
    one: &ServerTrait,
    tag: &str,
    path: PathBuf,
    root: &str,
) -> Result<HandlersFile, HandlersError> {
    let Some(text) = read(&path)? else {
        return Ok(HandlersFile::new(path, tag_file(server, one, tag, root)?));
    };
    let file = parse(&path, &text)?;
    let imports =
        |signatures: &[&TokenStream]| server.imports(signatures, &[], &format!("super::{root}"));
    match merge::methods(&text, &file, one, &not_implemented(), imports)? {
        Some(merged) => Ok(HandlersFile {
            added: merged.added,
            gone: merged.gone,
            changed: merged.changed,
            ..HandlersFile::present(path, merged.text)
        }),
        None => Err(HandlersError::NoImplementation(path, one.name.clone())),
    }
}

/// The file that declares the modules and implements `Authenticate`.
fn root_of(
    server: &Server,
    folder: &Path,
    modules: &[String],
    root: &str,
) -> Result<HandlersFile, HandlersError> {
    let path = folder.join("mod.rs");
    let Some(text) = read(&path)? else {
        return Ok(HandlersFile::new(path, root_file(server, modules, root)?));
    };
    let file = parse(&path, &text)?;
    let mut own = HandlersFile::present(path, text);
    let authenticate = server.traits.iter().find(|one| one.name == AUTHENTICATE);
    let imports = |signatures: &[&TokenStream]| server.imports(signatures, &[], root);
    if let Some(one) = authenticate
        && let Some(merged) =
            merge::methods(&own.contents, &file, one, &unauthenticated(), imports)?
    {
        own.contents = merged.text;
        own.added.extend(merged.added);
        own.gone.extend(merged.gone);
        own.changed.extend(merged.changed);
    }
    for module in modules {
        let file = parse(&own.path, &own.contents)?;
        if merge::module(&mut own.contents, &file, module) {
            own.added.push(format!("mod {module}"));
        }
    }
    Ok(own)
}
