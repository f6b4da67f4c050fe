//! Patterns: regular expressions of ECMA-262 (JSON Schema 2020-12, validation, section 6.3.3), and which of them can be enforced.

use regress::{Error, Regex};

use super::Schema;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::at::At;
use crate::openapi::reader::Reader;

/// How many alternatives a pattern may have. To compile one takes as many calls within one another; threads of servers have
/// 2 MiB of stack, enough for twice as many in code that is not optimized.
const ALTERNATIVES: usize = 1000;

/// How many groups a pattern may have within one another, for the same reason: it is enough for three times as many.
const NESTED_GROUPS: usize = 100;

/// How many groups that look ahead or behind: it is enough for twice as many.
const NESTED_LOOKS: usize = 10;

/// A compiled pattern: in Unicode mode, as JSON Schema recommends; some are valid only without it.
pub(crate) fn compiled(pattern: &str) -> Result<Regex, Error> {
    Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern))
}

/// Why a pattern cannot be enforced.
enum Flaw {
    /// It has more than this.
    TooLarge(String),
    /// It is none.
    Invalid(Error),
}

impl Flaw {
    fn of(pattern: &str) -> Option<Self> {
        if let Some(most) = exceeded(pattern) {
            return Some(Self::TooLarge(most));
        }
        compiled(pattern).err().map(Self::Invalid)
    }

    fn warning(&self) -> Diagnostic {
        let (message, help) = match self {
            Self::TooLarge(most) => (
                format!("a pattern of more than {most} is not enforced"),
                "list the texts in an `enum`, or say it in a simpler way",
            ),
            Self::Invalid(error) => (
                format!("the pattern is not enforced, since it is no regular expression: {error}"),
                "patterns are regular expressions of JavaScript (ECMA-262)",
            ),
        };
        Diagnostic::warning(Code::NotEnforced, message).help(help)
    }
}

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
        self.report(flaw.warning().at(&at.place.key()));
        Some(flaw)
    }
}

/// What a pattern has more of than can be compiled where there is little stack.
fn exceeded(pattern: &str) -> Option<String> {
    if pattern.matches('|').count() >= ALTERNATIVES {
        return Some(format!("{ALTERNATIVES} alternatives"));
    }
    let (groups, looks) = nested(pattern);
    if groups > NESTED_GROUPS {
        return Some(format!("{NESTED_GROUPS} groups within one another"));
    }
    let too_many = looks > NESTED_LOOKS;
    too_many.then(|| format!("{NESTED_LOOKS} groups within one another that look ahead or behind"))
}

/// How many groups are within one another, and how many of them look ahead or behind.
fn nested(pattern: &str) -> (usize, usize) {
    const LOOKS: [&str; 4] = ["(?=", "(?!", "(?<=", "(?<!"];
    let mut open: Vec<bool> = Vec::new();
    let (mut groups, mut looks) = (0, 0);
    let mut in_class = false;
    let mut letters = pattern.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => {
                letters.next();
            }
            ']' => in_class = false,
            _ if in_class => {}
            '[' => in_class = true,
            '(' => {
                let rest = pattern.get(at..).unwrap_or_default();
                open.push(LOOKS.iter().any(|look| rest.starts_with(look)));
                groups = groups.max(open.len());
                looks = looks.max(open.iter().filter(|is_look| **is_look).count());
            }
            ')' => {
                open.pop();
            }
            _ => {}
        }
        if groups > NESTED_GROUPS {
            break;
        }
    }
    (groups, looks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_counted_where_they_are_within_one_another() {
        for (pattern, counts) in [
            ("^a+$", (0, 0)),
            ("(a)(b)", (1, 0)),
            ("((?:a)|(?=b(?!c)))", (3, 2)),
            (r"\((?<=\))[((]", (1, 1)),
        ] {
            assert_eq!(nested(pattern), counts, "{pattern}");
        }
    }

    #[test]
    fn what_can_be_enforced_is_told_from_what_cannot() {
        let many = |one: &str, count: usize| one.repeat(count);
        for (pattern, exceeds) in [
            (many("a|", 999), false),
            (many("a|", 1000), true),
            (many("(", 100) + "a" + &many(")", 100), false),
            (many("(", 101), true),
            (many("(?=", 10) + "a" + &many(")", 10), false),
            (many("(?=", 11), true),
        ] {
            let flaw = Flaw::of(&pattern);
            assert_eq!(
                matches!(flaw, Some(Flaw::TooLarge(_))),
                exceeds,
                "{pattern}"
            );
            assert_eq!(flaw.is_some(), exceeds, "{pattern}");
        }
        assert!(Flaw::of("a{2").is_none());
        assert!(matches!(Flaw::of("(?P<year>a)"), Some(Flaw::Invalid(_))));
    }
}
