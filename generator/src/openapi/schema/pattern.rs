//! `pattern` and `patternProperties`: what cannot be enforced is reported.

use super::Schema;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::at::At;
use crate::openapi::reader::Reader;
use crate::pattern::Flaw;

impl<'d> Reader<'d, '_> {
    /// `pattern`; one that cannot be enforced is reported, and passed over.
    pub(super) fn pattern(&mut self, key: &str, at: &At<'d>) -> Option<&'d str> {
        let pattern = self.text(key, at)?;
        self.flaw(pattern, at).is_none().then_some(pattern)
    }

    /// `patternProperties`. One that is too large and passed over could name any member: nothing is known of the members then.
    /// One that is no regular expression is read as if it named all.
    pub(super) fn pattern_properties(&mut self, schema: &mut Schema<'d>, key: &str, at: &At<'d>) {
        if let Some(target) = self.referred_whole(key, at) {
            return self.pattern_properties(schema, key, &target);
        }
        schema.pattern_properties = self.schema_map(key, at);
        for (pattern, member) in at.members() {
            let flaw = self.flaw(pattern, &member);
            schema.broken |= matches!(flaw, Some(Flaw::TooLarge(_)));
        }
    }

    /// Why a pattern cannot be enforced, which is reported.
    fn flaw(&mut self, pattern: &str, at: &At<'_>) -> Option<Flaw> {
        let flaw = Flaw::of(pattern)?;
        self.coverage.unheard += 1;
        self.report(warning(&flaw).at(&at.place.key()));
        Some(flaw)
    }
}

fn warning(flaw: &Flaw) -> Diagnostic {
    let (message, help) = match flaw {
        Flaw::TooLarge(most) => (
            format!("a pattern of more than {most} is not enforced"),
            "list the texts in an `enum`, or say it in a simpler way",
        ),
        Flaw::Invalid(error) => (
            format!("the pattern is not enforced, since it is no regular expression: {error}"),
            "patterns are regular expressions of JavaScript (ECMA-262)",
        ),
    };
    Diagnostic::warning(Code::NotEnforced, message).help(help)
}
