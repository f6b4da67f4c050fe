//! The tree as files: a folder of modules with `mod.rs` as its root, or a whole crate.

use super::header::{Facts, short};
use super::tree::{Body, Tree, Unit};
use super::{GeneratedFile, OutputError, format, manifest};
use crate::plan::Plan;

/// How the output is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A folder that is a module of the user's crate.
    Module,
    /// A crate of its own.
    Crate {
        /// The package's name, for example `authentik-proxy`.
        name: String,
    },
}

/// The files of an output, and the names of the crates that they name, sorted.
///
/// # Errors
/// Emitted code that is not valid Rust.
pub fn lay_out(
    tree: Tree,
    layout: &Layout,
    facts: &Facts,
    plan: &Plan,
) -> Result<(Vec<GeneratedFile>, Vec<String>), OutputError> {
    let crates = tree.dependencies.names().map(str::to_owned).collect();
    let mut files = Vec::new();
    match layout {
        Layout::Module => Writer {
            folder: "",
            root: "mod.rs",
            gated: false,
            facts,
            files: &mut files,
        }
        .root(tree.root)?,
        Layout::Crate { name } => {
            files.extend(manifest::files(&tree, name, facts, plan)?);
            Writer {
                folder: "src/",
                root: "lib.rs",
                gated: true,
                facts,
                files: &mut files,
            }
            .root(tree.root)?;
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok((files, crates))
}

/// Writes modules into files.
struct Writer<'w> {
    /// What goes before every path.
    folder: &'static str,
    /// The file of the root module.
    root: &'static str,
    /// Whether modules are behind Cargo features.
    gated: bool,
    facts: &'w Facts,
    files: &'w mut Vec<GeneratedFile>,
}

impl Writer<'_> {
    fn root(&mut self, root: Unit) -> Result<(), OutputError> {
        let header = self.facts.header("//");
        let contents = self.contents(root.body, &root.children, &header, "")?;
        self.files.push(GeneratedFile {
            path: format!("{}{}", self.folder, self.root),
            contents,
        });
        for child in root.children {
            self.module(child, "")?;
        }
        Ok(())
    }

    fn module(&mut self, unit: Unit, parent: &str) -> Result<(), OutputError> {
        let stem = unit.name.strip_prefix("r#").unwrap_or(&unit.name);
        let path = format!("{parent}{stem}");
        let header = short("//", self.root);
        let contents = self.contents(unit.body, &unit.children, &header, &path)?;
        self.files.push(GeneratedFile {
            path: format!("{}{path}.rs", self.folder),
            contents,
        });
        let inner = format!("{path}/");
        for child in unit.children {
            self.module(child, &inner)?;
        }
        Ok(())
    }

    fn contents(
        &self,
        body: Body,
        children: &[Unit],
        header: &str,
        path: &str,
    ) -> Result<String, OutputError> {
        let mut parts = Vec::new();
        match body {
            Body::Pasted(text) => parts.push(text.to_owned()),
            Body::Emitted { docs, items } => {
                parts.push(module_docs(&docs));
                let declarations = children
                    .iter()
                    .map(|child| self.declaration(child, path.is_empty()))
                    .collect();
                let passed_on = children.iter().filter_map(|child| {
                    Some(format!("{}{}", self.gate(child), child.passed_on()?))
                });
                parts.push(declarations);
                parts.push(passed_on.collect());
                parts.push(format::items(path, items)?);
            }
        }
        parts.retain(|part| !part.is_empty());
        Ok(format!("{header}\n{}", parts.join("\n")))
    }

    fn declaration(&self, child: &Unit, is_root: bool) -> String {
        let gate = self.gate(child);
        // `cargo fmt` must not make the files differ from what `--check` expects. What is below a skipped module
        // is skipped too.
        let skip = if is_root { "#[rustfmt::skip]\n" } else { "" };
        format!("{gate}{skip}{} {};\n", child.keyword(), child.name)
    }

    fn gate(&self, child: &Unit) -> String {
        if self.gated {
            child.gate.attribute()
        } else {
            String::new()
        }
    }
}

/// Markdown as inner doc comments.
pub(super) fn module_docs(docs: &str) -> String {
    docs.lines()
        .map(|line| format!("//! {line}").trim_end().to_owned() + "\n")
        .collect()
}
