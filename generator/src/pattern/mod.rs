//! Patterns: regular expressions of ECMA-262 (JSON Schema 2020-12, validation, section 6.3.3), which of them can be enforced, and
//! whether texts match.

mod extent;

use regress::{Error, Regex};

use extent::Extent;

/// How many bytes a pattern may have: the classes of Unicode take a thousand times as much.
const BYTES: usize = 20_000;

/// How many alternatives a pattern may have. To compile one takes as many calls within one another; threads of servers have
/// 2 MiB of stack, enough for twice as many in code that is not optimized.
const ALTERNATIVES: usize = 1000;

/// How many groups a pattern may have within one another, for the same reason: it is enough for three times as many.
const NESTED_GROUPS: usize = 100;

/// How many groups that look ahead or behind: it is enough for twice as many.
const NESTED_LOOKS: usize = 10;

/// How much a pattern may be when its small counts are written out, as `regress` does: `(?:(?:a){5}){5}` is 25 letters.
const UNROLLED: usize = 100_000;

/// A text of this many bytes is not held against a pattern whose ways to match multiply: each letter may double the time.
#[cfg(feature = "sample")]
const LONG: usize = 24;

/// Why a pattern cannot be enforced.
pub(crate) enum Flaw {
    /// It has more than this.
    TooLarge(String),
    /// It is none.
    Invalid(Error),
}

impl Flaw {
    /// Whether there is a reason.
    pub(crate) fn of(pattern: &str) -> Option<Self> {
        if let Some(most) = exceeded(pattern) {
            return Some(Self::TooLarge(most));
        }
        compiled(pattern).err().map(Self::Invalid)
    }
}

/// Whether a text matches, searched for anywhere in it as JSON Schema does. A pattern that is none matches everything, and so does
/// one that could take very long.
#[cfg(feature = "sample")]
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    if text.len() >= LONG && Extent::of(pattern).multiplies {
        return true;
    }
    compiled(pattern).map_or(true, |regex| regex.find(text).is_some())
}

/// In Unicode mode, as JSON Schema recommends; some patterns are valid only without it.
fn compiled(pattern: &str) -> Result<Regex, Error> {
    Regex::with_flags(pattern, "u").or_else(|_| Regex::new(pattern))
}

/// What a pattern has more of than can be compiled with little stack and memory.
fn exceeded(pattern: &str) -> Option<String> {
    if pattern.len() > BYTES {
        return Some(format!("{BYTES} bytes"));
    }
    if pattern.matches('|').count() >= ALTERNATIVES {
        return Some(format!("{ALTERNATIVES} alternatives"));
    }
    let extent = Extent::of(pattern);
    if extent.groups > NESTED_GROUPS {
        return Some(format!("{NESTED_GROUPS} groups within one another"));
    }
    if extent.looks > NESTED_LOOKS {
        let what = "groups within one another that look ahead or behind";
        return Some(format!("{NESTED_LOOKS} {what}"));
    }
    (extent.unrolled > UNROLLED)
        .then(|| format!("{UNROLLED} letters, with its counts written out,"))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            (many("(?:", 7) + "a" + &many("){5}", 7), true),
            (many("(?:", 7) + "a" + &many("){1000}", 7), false),
            (many("(?:", 17) + "a" + &many(")+", 17), true),
            ("a".repeat(20_001), true),
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
