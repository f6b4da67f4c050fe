//! `--handlers`: one file per tag for the user's own code, written once and ever after only added to.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::merge;
use super::scaffold::{AUTHENTICATE, root_file, tag_file};
use super::traits::{Server, ServerTrait};
use crate::emit::Module;
use crate::output::{FolderError, OutputError, write_if_changed};
use crate::plan::Plan;

/// The user's files as they should be.
#[derive(Debug, Default)]
pub struct Handlers {
    /// One per tag, and one that ties them together.
    pub files: Vec<HandlersFile>,
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
    /// Methods whose operation is gone, by name. They are left for the user to remove.
    pub gone: Vec<String>,
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
/// A file of the user that cannot be read or is not Rust.
pub fn handlers(
    plan: &Plan,
    module: &Module,
    folder: &Path,
    root: &str,
) -> Result<Handlers, HandlersError> {
    let Some(server) = module.children.iter().find(|child| child.name == "server") else {
        return Ok(Handlers::default());
    };
    let server = Server::read(server)?;
    let mut files = Vec::new();
    let mut modules = Vec::new();
    for group in &plan.operation_groups {
        let name = group.server_trait.as_str();
        let Some(one) = server.traits.iter().find(|one| one.name == name) else {
            continue;
        };
        let stem = group.module.as_str();
        let path = folder.join(format!("{}.rs", stem.trim_start_matches("r#")));
        files.push(match read(&path)? {
            None => HandlersFile::new(path, tag_file(&server, one, &group.tag, root)?),
            Some(text) => completed(path, text, one)?,
        });
        modules.push(stem.to_owned());
    }
    files.insert(0, root_of(&server, folder, &modules, root)?);
    Ok(Handlers { files })
}

impl Handlers {
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
            path,
            contents,
            is_new: true,
            added: Vec::new(),
            gone: Vec::new(),
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

/// A file of a tag with what was missing.
fn completed(
    path: PathBuf,
    text: String,
    one: &ServerTrait,
) -> Result<HandlersFile, HandlersError> {
    let file = parse(&path, &text)?;
    match merge::methods(&text, &file, &one.name, &one.methods)? {
        Some(merged) => Ok(HandlersFile {
            path,
            contents: merged.text,
            is_new: false,
            added: merged.added,
            gone: merged.gone,
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
    let mut root = HandlersFile {
        path,
        contents: text,
        is_new: false,
        added: Vec::new(),
        gone: Vec::new(),
    };
    // Later places first, so that the positions of the parsed file stay true: impl blocks follow modules.
    let authenticate = server.traits.iter().find(|one| one.name == AUTHENTICATE);
    if let Some(one) = authenticate
        && let Some(merged) = merge::methods(&root.contents, &file, AUTHENTICATE, &one.methods)?
    {
        root.contents = merged.text;
        root.added.extend(merged.added);
        root.gone.extend(merged.gone);
    }
    for module in modules {
        let file = parse(&root.path, &root.contents)?;
        if merge::module(&mut root.contents, &file, module) {
            root.added.push(format!("mod {module}"));
        }
    }
    Ok(root)
}
