//! All documents of one run: the root, and every file that a reference in one of them leads to. They are read before
//! anybody follows a reference, so that all later stages work on nodes that stay where they are.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use indexmap::IndexSet;
use sha2::{Digest, Sha256};

use super::access::{Access, LocalCopy};
use super::landmarks::Landmarks;
use super::load::{bytes_of, detect, text_of, without_byte_order_mark};
use super::read::read;
use super::walk::Walk;
use super::{Format, Limits, Node, SourceFile, Sources, uri};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// All documents of one run, by the index of their file in [`Sources`].
#[derive(Clone, Debug, Default)]
pub struct Library {
    documents: Vec<Document>,
    landmarks: Landmarks,
    limits: Limits,
}

/// One document.
#[derive(Clone, Debug, Default)]
struct Document {
    /// What it holds; `None` where it cannot be read.
    root: Option<Node>,
    /// What is wrong with its text, told once a reference leads here.
    problems: Vec<Diagnostic>,
    /// The name of its file without the ending.
    stem: Option<String>,
    /// The URL that it is a copy of.
    url: Option<String>,
    /// Where its references lead, by what they say before `#`.
    links: BTreeMap<Box<str>, Link>,
}

/// Where a reference to another document leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// To this file.
    File(usize),
    /// To none that may be read.
    Refused(Refusal),
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It lies outside the folders that may be read.
    Outside,
    /// It is an absolute path.
    AbsolutePath,
    /// It is a URL without a local copy.
    Url(String),
    /// The referring document was read from no file, so nothing lies beside it.
    NoFolder,
    /// The local copy of a URL has another hash than it should have.
    Hash {
        /// The path of the copy.
        path: PathBuf,
        /// What it hashes to.
        found: String,
    },
    /// It has more bytes than this.
    TooLarge(u64),
    /// It cannot be opened, or is no text; the reason.
    Unreadable(String),
}

impl Library {
    /// The root document.
    pub fn root(&self) -> Option<&Node> {
        self.document(0)
    }

    /// The document of a file.
    pub fn document(&self, file: usize) -> Option<&Node> {
        self.documents.get(file)?.root.as_ref()
    }

    /// What is wrong with the text of a file other than the root.
    pub fn problems(&self, file: usize) -> &[Diagnostic] {
        let document = self.documents.get(file);
        document.map_or(&[], |document| &document.problems)
    }

    /// The name of a file without its ending.
    pub fn stem(&self, file: usize) -> Option<&str> {
        self.documents.get(file)?.stem.as_deref()
    }

    /// How much may be read.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(super) fn landmarks(&self) -> &Landmarks {
        &self.landmarks
    }

    pub(super) fn url(&self, file: usize) -> Option<&str> {
        self.documents.get(file)?.url.as_deref()
    }

    /// Where the references of a file that say this before `#` lead.
    pub(super) fn link(&self, file: usize, written: &str) -> Option<&Link> {
        self.documents.get(file)?.links.get(written)
    }
}

/// Reads all documents that can be reached from the root, which is the first of the sources.
pub fn collect(root: Node, access: &Access, sources: &mut Sources) -> Library {
    let path = sources.get(0).and_then(|file| file.path.clone());
    let folder = path.as_deref().and_then(Path::parent).map(Path::to_owned);
    let mut collector = Collector {
        access,
        folders: folder
            .as_deref()
            .map(|folder| access.folders_from(folder))
            .unwrap_or_default(),
        folder,
        sources,
        library: Library {
            limits: access.limits,
            ..Library::default()
        },
        known: BTreeMap::new(),
    };
    if let Some(path) = path.and_then(|path| path.canonicalize().ok()) {
        collector.known.insert(path, 0);
    }
    collector.library.documents.push(Document {
        root: Some(root),
        ..Document::default()
    });
    // Files that were read for other reasons have no documents here.
    let others = collector.sources.iter().count();
    collector
        .library
        .documents
        .resize(others, Document::default());
    let mut file = 0;
    while file < collector.library.documents.len() {
        collector.scan(file);
        file += 1;
    }
    collector.library
}

struct Collector<'a> {
    access: &'a Access,
    /// The folder of the root document.
    folder: Option<PathBuf>,
    /// The folders below which files may be read.
    folders: Vec<PathBuf>,
    sources: &'a mut Sources,
    library: Library,
    /// The files that were read, by their path as the file system spells it.
    known: BTreeMap<PathBuf, usize>,
}

impl Collector<'_> {
    /// Finds the references of a document, and reads the files that they lead to.
    fn scan(&mut self, file: usize) {
        let mut found = IndexSet::new();
        let library = &mut self.library;
        let Some(Document {
            root: Some(root),
            url,
            ..
        }) = library.documents.get(file)
        else {
            return;
        };
        let base = url.clone().unwrap_or_default();
        library
            .landmarks
            .scan(root, &Walk::Root(file), &base, &mut found);
        let mut links = BTreeMap::new();
        for written in found {
            let link = self.open(file, &written);
            links.insert(written, link);
        }
        if let Some(document) = self.library.documents.get_mut(file) {
            document.links = links;
        }
    }

    fn open(&mut self, from: usize, written: &str) -> Link {
        let base = self.library.url(from).unwrap_or_default();
        let meant = uri::resolve(base, written);
        let opened = if uri::is_absolute(&meant) {
            let copy = self.access.copy_of(&meant).cloned();
            copy.ok_or(Refusal::Url(meant))
                .and_then(|copy| self.copy(copy))
        } else {
            self.file_beside(from, written)
        };
        opened.map_or_else(Link::Refused, Link::File)
    }

    /// The file that a relative path leads to.
    fn file_beside(&mut self, from: usize, written: &str) -> Result<usize, Refusal> {
        let decoded = uri::percent_decoded(written);
        let written = Path::new(decoded.as_deref().unwrap_or(written));
        if written.has_root() {
            return Err(Refusal::AbsolutePath);
        }
        let (name, path) = match self.sources.get(from) {
            Some(SourceFile {
                name,
                path: Some(path),
                ..
            }) => (name, path),
            _ => return Err(Refusal::NoFolder),
        };
        let name = without_dots(&Path::new(name).with_file_name("").join(written));
        let path = path.with_file_name("").join(written);
        match path.canonicalize() {
            Ok(path) if !self.may_read(&path) => Err(Refusal::Outside),
            Err(_) if !self.may_read(&without_dots(&path)) => Err(Refusal::Outside),
            Ok(canonical) => match self.known.get(&canonical) {
                Some(known) => Ok(*known),
                None => self.read_file(name, path, canonical, None),
            },
            Err(error) => {
                self.watch(name, path);
                Err(Refusal::Unreadable(error.to_string()))
            }
        }
    }

    fn may_read(&self, path: &Path) -> bool {
        self.folders.iter().any(|folder| path.starts_with(folder))
    }

    fn copy(&mut self, copy: LocalCopy) -> Result<usize, Refusal> {
        let folder = self.folder.as_deref().ok_or(Refusal::NoFolder)?;
        let path = folder.join(&copy.path);
        let canonical = path.canonicalize();
        let canonical = canonical.map_err(|error| Refusal::Unreadable(error.to_string()))?;
        match self.known.get(&canonical) {
            Some(known) => Ok(*known),
            None => self.read_file(copy.path.clone(), path, canonical, Some(&copy)),
        }
    }

    fn read_file(
        &mut self,
        name: PathBuf,
        path: PathBuf,
        canonical: PathBuf,
        copy: Option<&LocalCopy>,
    ) -> Result<usize, Refusal> {
        let unreadable = |reason: String| Refusal::Unreadable(reason);
        let limits = &self.access.limits;
        let bytes = bytes_of(&path, limits).map_err(|error| unreadable(error.to_string()))?;
        let bytes = bytes.ok_or(Refusal::TooLarge(limits.bytes))?;
        if let Some(copy) = copy {
            let hash = Sha256::digest(&bytes);
            let found: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            if found != copy.sha256 {
                self.watch(name, path);
                return Err(Refusal::Hash {
                    path: copy.path.clone(),
                    found,
                });
            }
        }
        let text = text_of(bytes).map_err(unreadable)?;
        let file = self.add(name, path, without_byte_order_mark(text));
        self.known.insert(canonical, file);
        let mut problems = Diagnostics::default();
        let source = self.sources.get(file);
        let root = source.and_then(|one| read(&one.text, one.format, file, limits, &mut problems));
        if let Some(document) = self.library.documents.get_mut(file) {
            document.root = root;
            document.problems = problems.iter().cloned().collect();
            document.url = copy.map(|copy| copy.url.clone());
        }
        Ok(file)
    }

    /// Adds a file that cannot be read, since saving it may mend that.
    fn watch(&mut self, name: PathBuf, path: PathBuf) {
        let path = without_dots(&path);
        let known = self
            .sources
            .iter()
            .any(|file| file.path.as_deref() == Some(&path));
        if !known {
            self.add(name, path, String::new());
        }
    }

    /// Adds a file to the sources, and a document without contents to the library.
    fn add(&mut self, name: PathBuf, path: PathBuf, text: String) -> usize {
        let stem = name.file_name().map(|file| file.to_string_lossy());
        self.library.documents.push(Document {
            stem: stem.and_then(|file| Some(file.split('.').next()?.to_owned())),
            ..Document::default()
        });
        self.sources.add(SourceFile {
            name: name.display().to_string(),
            path: Some(without_dots(&path)),
            format: if text.is_empty() {
                Format::Yaml
            } else {
                detect(&text)
            },
            text,
        })
    }
}

/// A path without `.` and, as far as the text tells, `..`.
fn without_dots(path: &Path) -> PathBuf {
    let mut kept = PathBuf::new();
    for component in path.components() {
        match (component, kept.components().next_back()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => {
                kept.pop();
            }
            (Component::ParentDir, Some(Component::RootDir)) => {}
            (component, _) => kept.push(component),
        }
    }
    kept
}
