//! Texts with holes: what surrounds the code of a whole crate.

use std::fmt;

/// A text with holes `{{name}}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// Its path in the crate that is written.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The files of a whole crate beside its code.
pub static SKELETON: &[Skeleton] = &[
    Skeleton {
        path: ".gitignore",
        text: include_str!("../skeleton/gitignore.in"),
    },
    Skeleton {
        path: "Cargo.toml",
        text: include_str!("../skeleton/Cargo.toml.in"),
    },
    Skeleton {
        path: "README.md",
        text: include_str!("../skeleton/README.md.in"),
    },
];

/// Why a text cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FillError {
    /// A hole has no value.
    Missing(String),
    /// A value has no hole.
    Unused(String),
    /// A hole does not end.
    Unclosed,
}

impl fmt::Display for FillError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(hole) => write!(formatter, "the hole `{hole}` has no value"),
            Self::Unused(hole) => write!(formatter, "there is no hole `{hole}`"),
            Self::Unclosed => formatter.write_str("a hole does not end"),
        }
    }
}

impl std::error::Error for FillError {}

/// Puts values into the holes of a text. Values are not searched for holes.
///
/// # Errors
///
/// A hole without a value, or a value without a hole.
pub fn fill(text: &str, values: &[(&str, &str)]) -> Result<String, FillError> {
    let mut out = String::with_capacity(text.len());
    let mut used = vec![false; values.len()];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (hole, after) = after.split_once("}}").ok_or(FillError::Unclosed)?;
        let found = values
            .iter()
            .zip(&mut used)
            .find(|((name, _), _)| *name == hole);
        let ((_, value), used) = found.ok_or_else(|| FillError::Missing(hole.to_owned()))?;
        *used = true;
        out.push_str(before);
        out.push_str(value);
        rest = after;
    }
    out.push_str(rest);
    match values.iter().zip(used).find(|(_, used)| !used) {
        Some(((name, _), _)) => Err(FillError::Unused((*name).to_owned())),
        None => Ok(out),
    }
}
