//! The parts of specwright's output that do not depend on the OpenAPI description.
//!
//! [`FILES`] are the runtime files of generated code: real Rust, compiled, linted and tested in this crate, pasted
//! into the output as they are. [`SKELETON`] are the texts around them, with holes that [`fill`] fills.

// Tests have the whole runtime.
#[cfg(all(feature = "codec", not(test)))]
pub mod codec;
mod files;
mod skeleton;

#[cfg(test)]
pub mod runtime;
#[cfg(test)]
pub mod tests;

pub use files::FILES;
pub use skeleton::{FillError, SKELETON, Skeleton, fill};

/// A runtime file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// The name of its module, which is its file name without `.rs`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The runtime files beside it that it uses.
    pub needs: &'static [&'static str],
    /// The crates that it uses.
    pub crates: &'static [Crate],
}

/// A dependency of generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crate {
    /// Its name on crates.io.
    pub name: &'static str,
    /// A version requirement, as `Cargo.toml` writes it.
    pub version: &'static str,
    /// The features that are wanted.
    pub features: &'static [&'static str],
    /// Whether its default features are wanted.
    pub default_features: bool,
}

/// The files with these names and all that they use, directly or not, sorted by name. Names that no file has are
/// left out.
pub fn closure<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<&'static Template> {
    let mut wanted: Vec<&str> = names.into_iter().collect();
    let mut found: Vec<&'static Template> = Vec::new();
    while let Some(name) = wanted.pop() {
        let known = found.iter().any(|template| template.name == name);
        let template = FILES.iter().find(|template| template.name == name);
        if let Some(template) = template.filter(|_| !known) {
            found.push(template);
            wanted.extend(template.needs);
        }
    }
    found.sort_by_key(|template| template.name);
    found
}

/// The crates that files use, sorted by name: each once, or once per set of features.
pub fn crates<'t>(templates: impl IntoIterator<Item = &'t Template>) -> Vec<Crate> {
    let mut crates: Vec<Crate> = templates
        .into_iter()
        .flat_map(|template| template.crates.iter().copied())
        .collect();
    crates.sort_by_key(|dependency| dependency.name);
    crates.dedup();
    crates
}
