//! The documents of a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// One document.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Its path below the folder.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The name of its crate.
    pub(crate) crate_name: String,
}

/// The documents below a folder, by name: those that its `INDEX.tsv` names, or all that say which version of OpenAPI they are.
pub(crate) fn find(folder: &Path, filter: Option<&str>) -> io::Result<Vec<Document>> {
    let mut names = match fs::read_to_string(folder.join("INDEX.tsv")) {
        Ok(index) => indexed(&index),
        Err(_) => {
            let mut names = Vec::new();
            walk(folder, "", &mut names)?;
            names
        }
    };
    names.retain(|name| filter.is_none_or(|text| name.contains(text)));
    names.sort();
    let documents = names.into_iter().map(|name| Document {
        path: folder.join(&name),
        crate_name: crate_name(&name),
        name,
    });
    Ok(documents.collect())
}

/// The first column of a table with a head.
fn indexed(index: &str) -> Vec<String> {
    let rows = index.lines().skip(1);
    let names = rows.filter_map(|row| row.split('\t').next());
    names.map(str::to_owned).collect()
}

fn walk(folder: &Path, below: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{name}/"), names)?;
        } else if is_document(&entry.path()) {
            names.push(name);
        }
    }
    Ok(())
}

/// Whether a file says which version of OpenAPI it is: others are only referred to.
fn is_document(path: &Path) -> bool {
    let known = ["json", "yaml", "yml"];
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| known.contains(&ending))
        && fs::read_to_string(path).is_ok_and(|text| {
            text.lines().take(400).any(|line| {
                let line = line.trim_start_matches(['{', ' ', '\t', '"', '\'', '\u{feff}']);
                line.starts_with("openapi") || line.starts_with("swagger")
            })
        })
}

/// A name that Cargo takes, and that tells documents apart.
fn crate_name(name: &str) -> String {
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let words: String = name.chars().map(letter).collect();
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    format!("x-{}", words.join("-"))
}
