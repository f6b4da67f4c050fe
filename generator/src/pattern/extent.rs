//! How large a pattern is, and whether matching may take very long, told from its letters alone: to compile it in order to know may
//! take too much already.

use std::iter::Peekable;
use std::str::CharIndices;

/// `regress` writes out loops that are run at least so often.
const UNROLLED_COUNT: usize = 5;

/// What opens a group that looks ahead or behind.
const LOOKS: [&str; 4] = ["(?=", "(?!", "(?<=", "(?<!"];

/// The size of a pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// How many groups are within one another.
    pub(crate) groups: usize,
    /// How many of them look ahead or behind.
    pub(crate) looks: usize,
    /// How many letters and classes it has when small counts are written out.
    pub(crate) unrolled: usize,
    /// Whether a part that can match in several ways is repeated without end, so that the ways to match multiply.
    pub(crate) multiplies: bool,
}

/// A group that is open, or the whole pattern.
#[derive(Clone, Copy, Default)]
struct Group {
    is_look: bool,
    size: usize,
    /// Whether it has alternatives, or parts that are repeated more or less often.
    varies: bool,
}

/// How often a part is repeated.
struct Repeat {
    at_least: usize,
    at_most: Option<usize>,
}

impl Extent {
    /// Measures a pattern.
    pub(crate) fn of(pattern: &str) -> Self {
        let mut extent = Self::default();
        let mut open = vec![Group::default()];
        let mut letters = pattern.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let rest = pattern.get(at..).unwrap_or_default();
            // What a repeat that follows would repeat.
            let last = match letter {
                '(' => {
                    let opening = opening(rest);
                    for _ in 1..opening.chars().count() {
                        letters.next();
                    }
                    open.push(Group {
                        is_look: LOOKS.contains(&opening),
                        ..Group::default()
                    });
                    extent.enter(&open);
                    continue;
                }
                ')' => {
                    let group = open.pop().unwrap_or_default();
                    if open.is_empty() {
                        open.push(Group::default());
                    }
                    group
                }
                '|' => {
                    if let Some(group) = open.last_mut() {
                        group.varies = true;
                    }
                    continue;
                }
                _ => {
                    skip_rest(letter, &mut letters);
                    Group {
                        size: 1,
                        ..Group::default()
                    }
                }
            };
            let repeat = repeat(&mut letters, pattern);
            if let Some(group) = open.last_mut() {
                extent.multiplies |= repeat.at_most.is_none() && last.varies;
                group.varies |= last.varies || repeat.at_most != Some(repeat.at_least);
                let copies = match repeat {
                    Repeat {
                        at_least: 1,
                        at_most: Some(1),
                    } => 1,
                    Repeat {
                        at_least: count @ 1..=UNROLLED_COUNT,
                        ..
                    } => count + 1,
                    _ => 1,
                };
                group.size = group.size.saturating_add(last.size.saturating_mul(copies));
            }
        }
        let sizes = open.iter().map(|group| group.size);
        extent.unrolled = sizes.fold(0, usize::saturating_add);
        extent
    }

    fn enter(&mut self, open: &[Group]) {
        self.groups = self.groups.max(open.len() - 1);
        if open.last().is_some_and(|group| group.is_look) {
            let looks = open.iter().filter(|group| group.is_look).count();
            self.looks = self.looks.max(looks);
        }
    }
}

/// What opens a group, of the text that begins with it.
fn opening(rest: &str) -> &str {
    let plain = rest.get(..1).unwrap_or_default();
    let known = LOOKS.iter().chain(&["(?:"]);
    let mut known = known.filter(|opening| rest.starts_with(**opening));
    match (known.next(), rest.starts_with("(?<")) {
        (Some(opening), _) => opening,
        (None, true) => rest.split_inclusive('>').next().unwrap_or(plain),
        (None, false) => plain,
    }
}

/// Passes over what belongs to a letter: what a backslash stands before, the letters of a class.
fn skip_rest(letter: char, letters: &mut Peekable<CharIndices<'_>>) {
    match letter {
        '\\' => {
            letters.next();
        }
        '[' => {
            while let Some((_, letter)) = letters.next() {
                match letter {
                    '\\' => {
                        letters.next();
                    }
                    ']' => break,
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// The repeat that follows; once where there is none.
fn repeat(letters: &mut Peekable<CharIndices<'_>>, pattern: &str) -> Repeat {
    let (at_least, at_most) = match letters.peek().copied() {
        Some((_, '*')) => (0, None),
        Some((_, '+')) => (1, None),
        Some((_, '?')) => (0, Some(1)),
        Some((at, '{')) => match counts(pattern.get(at..).unwrap_or_default()) {
            Some(counts) => counts,
            None => return ONCE,
        },
        _ => return ONCE,
    };
    if letters.next().is_some_and(|(_, letter)| letter == '{') {
        letters.by_ref().find(|(_, letter)| *letter == '}');
    }
    // Without greed.
    letters.next_if(|(_, letter)| *letter == '?');
    Repeat { at_least, at_most }
}

const ONCE: Repeat = Repeat {
    at_least: 1,
    at_most: Some(1),
};

/// The numbers of `{2}`, `{2,}` and `{2,3}`; too large ones count as the largest.
fn counts(text: &str) -> Option<(usize, Option<usize>)> {
    let inside = text.strip_prefix('{')?.split_once('}')?.0;
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse().unwrap_or(usize::MAX))
    };
    match inside.split_once(',') {
        None => number(inside).map(|count| (count, Some(count))),
        Some((at_least, "")) => Some((number(at_least)?, None)),
        Some((at_least, at_most)) => Some((number(at_least)?, Some(number(at_most)?))),
    }
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
            (")))((", (2, 0)),
        ] {
            let extent = Extent::of(pattern);
            assert_eq!((extent.groups, extent.looks), counts, "{pattern}");
        }
    }

    #[test]
    fn small_counts_are_written_out() {
        for (pattern, unrolled) in [
            ("abc", 3),
            (r"[a-z\]]\d", 2),
            ("a{3}", 4),
            ("a{3,}b", 5),
            ("a{1000}", 1),
            ("(?:ab+){2}", 9),
            ("a{x}", 4),
            ("a*?b??", 2),
            ("(?<name>ab){2}(c)", 7),
        ] {
            assert_eq!(Extent::of(pattern).unrolled, unrolled, "{pattern}");
        }
    }

    #[test]
    fn ways_to_match_multiply_where_what_varies_is_repeated_without_end() {
        for pattern in ["(a+)+", "(a|b)*", "(?:a?b){2,}", "((a|b)c)+"] {
            assert!(Extent::of(pattern).multiplies, "{pattern}");
        }
        for pattern in ["a+b*", "(ab)+", "(a+){2}", "(a|b)c", "[a|b]+", r"(a\+)+"] {
            assert!(!Extent::of(pattern).multiplies, "{pattern}");
        }
    }
}
