//! From the document's model to the API's meaning.

use super::Api;
use crate::diagnostic::Diagnostics;
use crate::openapi::Description;

/// Lowers a description.
pub fn lower(_description: &Description<'_>, _diagnostics: &mut Diagnostics) -> Api {
    Api {
        title: String::new(),
        version: String::new(),
        description: None,
        servers: Vec::new(),
        tags: Vec::new(),
        schemes: Vec::new(),
        types: super::Types::default(),
        operations: Vec::new(),
    }
}
