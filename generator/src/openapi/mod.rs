//! What the document says: any version of OpenAPI in one model.

/// The whole document, read.
#[derive(Clone, Debug)]
pub struct Description {}
