//! What a user can choose, declared once: a setter, a command-line flag and a macro key for each.

/// Which parts of the code are generated. Models always are, since the others stand on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The client.
    pub client: bool,
    /// The server traits and router.
    pub server: bool,
}

/// What a user can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which parts are generated; default: all.
    pub parts: Parts,
    /// Only operations whose first tag is one of these; empty: all.
    pub tags: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            parts: Parts {
                client: true,
                server: true,
            },
            tags: Vec::new(),
        }
    }
}
