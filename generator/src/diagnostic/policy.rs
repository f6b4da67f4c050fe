//! Which messages a user allows, and which count as errors.

use std::collections::BTreeSet;

use super::{Code, Diagnostic, Diagnostics, Misfit, Severity};

/// What stands for all warnings in a list of denied codes.
const WARNINGS: &str = "warnings";

/// What a user allows and denies.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    allowed: BTreeSet<Code>,
    denied: BTreeSet<Code>,
    deny_warnings: bool,
}

impl Policy {
    /// From lists of codes; among the denied, `warnings` stands for all of them.
    ///
    /// # Errors
    /// A code that does not exist: which, and the message about it.
    pub fn new(allow: &[String], deny: &[String]) -> Result<Self, Box<Misfit>> {
        let code = |key: &'static str, text: &String| {
            let code = text.trim().parse::<Code>();
            code.map_err(|message| {
                let diagnostic = Diagnostic::error(Code::UnmatchedOption, message);
                Misfit::new(key, text, diagnostic)
            })
        };
        let allowed = allow.iter().map(|text| code("allow", text));
        let denied = deny.iter().filter(|text| *text != WARNINGS);
        let denied = denied.map(|text| code("deny", text));
        Ok(Self {
            allowed: allowed.collect::<Result<_, _>>()?,
            denied: denied.collect::<Result<_, _>>()?,
            deny_warnings: deny.iter().any(|text| text == WARNINGS),
        })
    }

    /// The messages as they count. What is allowed is one step less: a warning is not shown, an error is a warning, since
    /// what was left out is named in any case. What is denied is an error, unless it is allowed.
    pub fn judge(&self, diagnostics: Diagnostics) -> Diagnostics {
        let mut judged = Diagnostics::default();
        for diagnostic in diagnostics.list {
            let code = diagnostic.code;
            let severity = match diagnostic.severity {
                Severity::Warning if self.allowed.contains(&code) => continue,
                Severity::Error if self.allowed.contains(&code) => Severity::Warning,
                Severity::Warning if self.deny_warnings || self.denied.contains(&code) => {
                    Severity::Error
                }
                severity => severity,
            };
            judged.push(Diagnostic {
                severity,
                ..diagnostic
            });
        }
        judged
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    fn judged(allow: &[&str], deny: &[&str]) -> Vec<(Severity, &'static str)> {
        let mut found = Diagnostics::default();
        found.push(Diagnostic::warning(Code::Tolerated, "a"));
        found.push(Diagnostic::warning(Code::NotEnforced, "b"));
        found.push(Diagnostic::error(Code::Unsupported, "c"));
        let texts = |list: &[&str]| {
            list.iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<_>>()
        };
        let policy = Policy::new(&texts(allow), &texts(deny)).unwrap();
        let judged = policy.judge(found);
        judged
            .iter()
            .map(|one| (one.severity, one.code.as_str()))
            .collect()
    }

    #[test]
    fn allowed_is_less_and_denied_is_more() {
        use Severity::{Error, Warning};
        assert_eq!(
            judged(&["SW0204", "sw0201"], &["warnings"]),
            [(Error, "SW0202"), (Warning, "SW0201")]
        );
        assert_eq!(
            judged(&[], &["SW0204"]),
            [(Error, "SW0204"), (Warning, "SW0202"), (Error, "SW0201")]
        );
        assert!(Policy::new(&["SW9999".to_owned()], &[]).is_err());
    }
}
