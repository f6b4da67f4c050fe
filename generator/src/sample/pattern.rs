//! Texts that match a pattern of ECMA-262, as far as the pattern means the same to regex-syntax, which reads it.

use regex_syntax::hir::{Class, Hir, HirKind};

/// How often what may be repeated is repeated beyond what it must, one text for each.
const REPEATS: [u32; 6] = [0, 1, 3, 7, 15, 31];
/// No text is made of more repetitions than this.
const MOST: u32 = 4096;

/// Texts that should match, the shortest first, but for the empty one, which many take for none at all; none for patterns that
/// look around or refer back.
pub(super) fn texts(pattern: &str) -> impl Iterator<Item = String> {
    let parsed = regex_syntax::parse(pattern).ok();
    let text = move |more| {
        let mut text = String::new();
        write(parsed.as_ref()?, more, &mut text).then_some(text)
    };
    let empty = text(0).filter(String::is_empty);
    let texts = REPEATS.into_iter().filter_map(text);
    texts.filter(|text| !text.is_empty()).chain(empty)
}

/// Writes a text that matches; `false` if there is none.
fn write(pattern: &Hir, more: u32, text: &mut String) -> bool {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0)
            .map(|literal| text.push_str(literal))
            .is_ok(),
        HirKind::Class(class) => character(class).map(|one| text.push(one)).is_some(),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let times = repetition.min.saturating_add(more).min(most);
            times <= MOST && (0..times).all(|_| write(&repetition.sub, more, text))
        }
        HirKind::Capture(capture) => write(&capture.sub, more, text),
        HirKind::Concat(parts) => parts.iter().all(|part| write(part, more, text)),
        HirKind::Alternation(branches) => branches.iter().any(|branch| {
            let length = text.len();
            let written = write(branch, more, text);
            if !written {
                text.truncate(length);
            }
            written
        }),
    }
}

/// A character of the class: a letter or digit if it has one.
fn character(class: &Class) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class
            .iter()
            .map(|range| (range.start(), range.end()))
            .collect(),
        Class::Bytes(class) => class
            .iter()
            .map(|range| (char::from(range.start()), char::from(range.end())))
            .collect(),
    };
    let common = ['a', 'A', '1', '-', '/', '.', ' '];
    let holds = |one: char| {
        ranges
            .iter()
            .any(|(start, end)| (*start..=*end).contains(&one))
    };
    common
        .into_iter()
        .find(|one| holds(*one))
        .or_else(|| {
            ranges
                .iter()
                .map(|(start, _)| *start)
                .find(|one| !one.is_control())
        })
        .or_else(|| ranges.first().map(|(start, _)| *start))
}
