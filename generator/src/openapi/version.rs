//! Which version of OpenAPI a document is written in, and what follows from it.

use super::at::{At, scalar_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// The versions that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// Swagger 2.0.
    V2_0,
    /// OpenAPI 3.0.x.
    V3_0,
    /// OpenAPI 3.1.x.
    V3_1,
    /// OpenAPI 3.2.x.
    V3_2,
}

impl Version {
    /// The version as documents state it, without its last number.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V2_0 => "2.0",
            Self::V3_0 => "3.0",
            Self::V3_1 => "3.1",
            Self::V3_2 => "3.2",
        }
    }
}

/// What a version allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The version.
    pub version: Version,
}

impl Dialect {
    /// Whether keywords beside a schema's `$ref` count (JSON Schema 2020-12) or are to be ignored (3.0).
    pub fn reference_siblings(self) -> bool {
        self.version >= Version::V3_1
    }

    /// Whether `paths` must be there.
    pub fn paths_required(self) -> bool {
        self.version <= Version::V3_0
    }

    /// Whether every operation must have `responses`.
    pub fn responses_required(self) -> bool {
        self.version <= Version::V3_0
    }

    /// Whether it is Swagger 2.0, whose envelope has another form.
    pub fn is_swagger(self) -> bool {
        self.version == Version::V2_0
    }

    /// Where the schemas stand that have names.
    pub fn schemas_pointer(self) -> &'static str {
        if self.is_swagger() {
            "#/definitions"
        } else {
            "#/components/schemas"
        }
    }
}

/// Finds the version. `None` where there is none that is supported; the diagnostics say so.
pub(super) fn detect(root: &At<'_>, diagnostics: &mut Diagnostics) -> Option<Dialect> {
    let Some(object) = root.node.as_object() else {
        let message = format!("an OpenAPI document is an object, not {}", root.node.kind());
        diagnostics.push(Diagnostic::error(Code::Version, message).at(&root.place));
        return None;
    };
    let stated = root.get("openapi").or_else(|| root.get("swagger"));
    let Some(stated) = stated else {
        let place = match object.keys().next() {
            Some(first) => root.place.child(first).key(),
            None => root.place.clone(),
        };
        diagnostics.push(
            Diagnostic::error(
                Code::Version,
                "the document does not state its version of OpenAPI",
            )
            .at(&place)
            .help("begin the document with, for example, `openapi: 3.1.1`"),
        );
        return None;
    };
    let text = scalar_text(stated.node).unwrap_or("");
    let version = supported(text);
    if version.is_none() {
        diagnostics.push(unsupported(text, &stated.place));
    }
    version.map(|version| Dialect { version })
}

fn supported(text: &str) -> Option<Version> {
    let mut numbers = text.split('.');
    match (numbers.next(), numbers.next()) {
        // YAML makes a number of an unquoted `2.0`.
        (Some("2"), Some("0") | None) => Some(Version::V2_0),
        (Some("3"), Some("0")) => Some(Version::V3_0),
        (Some("3"), Some("1")) => Some(Version::V3_1),
        (Some("3"), Some("2")) => Some(Version::V3_2),
        _ => None,
    }
}

fn unsupported(text: &str, place: &Place) -> Diagnostic {
    Diagnostic::error(
        Code::Version,
        format!("`{text}` is no supported version of OpenAPI"),
    )
    .at(place)
    .help("2.0, 3.0, 3.1 and 3.2 are supported")
}
