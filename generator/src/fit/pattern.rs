//! Patterns of ECMA-262.

use crate::openapi::pattern::compiled;

/// Whether a text matches, searched for anywhere in it as JSON Schema does. A pattern that is none matches everything.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    compiled(pattern).map_or(true, |regex| regex.find(text).is_some())
}
