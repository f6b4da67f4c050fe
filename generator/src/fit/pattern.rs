//! Patterns of ECMA-262.

/// Whether a text matches, searched for anywhere in it as JSON Schema does. A pattern that is none matches everything.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    regress::Regex::with_flags(pattern, "u")
        .or_else(|_| regress::Regex::new(pattern))
        .map_or(true, |regex| regex.find(text).is_some())
}
