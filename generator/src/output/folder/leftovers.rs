//! What an earlier run wrote and this one does not. The lock says what that was; where there is none, the first lines of
//! the files do.

use std::collections::BTreeMap;
use std::path::Path;

use super::{FolderError, LOCK, entries, read};
use crate::output::{MARK, hash};

/// The leftovers by path, each with the hash of what it holds, and whether somebody changed it by hand.
pub(super) fn find(
    folder: &Path,
    written: Option<&BTreeMap<String, String>>,
    is_wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<(String, String, bool)>, FolderError> {
    let mut paths = match written {
        Some(files) => files.keys().cloned().collect(),
        None => marked(folder, if is_wanted("src/lib.rs") { "src/" } else { "" })?,
    };
    paths.retain(|path| !is_wanted(path) && path != LOCK);
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if let Some(bytes) = read(&folder.join(&path))? {
            let present = hash::of_file(&bytes);
            let known = written.and_then(|files| files.get(&path));
            let is_edited = known.is_some_and(|known| *known != present);
            found.push((path, present, is_edited));
        }
    }
    Ok(found)
}

/// Rust files below a folder whose first lines say that they were generated. A sub-folder with a root of its own belongs to
/// another run and is left alone.
fn marked(folder: &Path, prefix: &str) -> Result<Vec<String>, FolderError> {
    let mut found = Vec::new();
    walk(folder, prefix, &mut found)?;
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), FolderError> {
    let place = folder.join(prefix);
    for entry in entries(&place)?.unwrap_or_default() {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = entry.path();
        let kind = entry
            .file_type()
            .map_err(|error| FolderError::io(&path, error))?;
        if kind.is_dir() {
            let root = read(&path.join("mod.rs"))?;
            if !root.is_some_and(|bytes| is_root(&bytes)) {
                walk(folder, &format!("{prefix}{name}/"), found)?;
            }
        } else if kind.is_file()
            && name.ends_with(".rs")
            && read(&path)?.is_some_and(|bytes| is_generated(&bytes))
        {
            found.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

/// Whether the first line carries our mark.
pub(super) fn is_generated(bytes: &[u8]) -> bool {
    first_line(bytes).contains(MARK)
}

/// Whether a file is the root of an output: only roots say from what they were made.
fn is_root(bytes: &[u8]) -> bool {
    let line = first_line(bytes);
    line.contains(MARK) && line.contains(" from ")
}

fn first_line(bytes: &[u8]) -> String {
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    String::from_utf8_lossy(line).into_owned()
}
