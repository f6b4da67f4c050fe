//! Patterns of ECMA-262, compiled when they are first needed.

use ::regress::Regex;
use ::std::sync::OnceLock;

use super::report::Matcher;

/// A pattern that is compiled when it is first needed.
pub struct Pattern {
    text: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern of ECMA-262, with its Unicode mode.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            compiled: OnceLock::new(),
        }
    }
}

impl Matcher for Pattern {
    fn text(&self) -> &str {
        self.text
    }

    /// A pattern that is no regular expression matches everything: the generator has warned about it.
    fn matches(&self, text: &str) -> bool {
        // Unicode mode first, as JSON Schema recommends; some patterns are valid only without it.
        let compile = || {
            Regex::with_flags(self.text, "u")
                .or_else(|_| Regex::new(self.text))
                .ok()
        };
        self.compiled
            .get_or_init(compile)
            .as_ref()
            .is_none_or(|regex| regex.find(text).is_some())
    }
}
