//! What is wrong with a value: one problem, its place, a code and a sentence.

use ::std::fmt;

/// Where in a request or response a problem lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A path parameter.
    Path,
    /// A query parameter.
    Query,
    /// A header field.
    Header,
    /// A cookie.
    Cookie,
    /// The body.
    Body,
}

impl Location {
    /// In lower case, as problem documents name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Body => "body",
        }
    }
}

/// One thing that is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// In which part of the message.
    pub location: Location,
    /// JSON Pointer (RFC 6901) into the body, or the parameter's name; empty for the body as a whole.
    pub pointer: String,
    /// A stable word for programs, for example `required`, `type`, `min_length`.
    pub code: &'static str,
    /// A sentence for people.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} {}: {}",
            self.location.as_str(),
            self.pointer,
            self.message
        )
    }
}

/// Adds a key to a JSON Pointer, escaped (RFC 6901, section 3).
pub fn push_key(pointer: &mut String, key: &str) {
    // Enough for most keys and those below them.
    pointer.reserve(key.len().max(63) + 1);
    pointer.push('/');
    if !key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return pointer.push_str(key);
    }
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
