//! Whether two spelt types are the same: names that stand for others make no difference.

use std::collections::BTreeMap;

use crate::surface::{Key, Surface, TypePart};

/// What names stand for.
pub(super) struct Aliases<'s> {
    targets: BTreeMap<&'s str, &'s str>,
}

impl<'s> Aliases<'s> {
    pub(super) fn of(surface: &'s Surface) -> Self {
        let targets = surface.iter().filter_map(|(key, entry)| match key {
            Key::Type(name, TypePart::Itself) => {
                let is_alias = entry.fact("kind") == "alias";
                let target = if is_alias { "target" } else { "same_as" };
                let target = entry.fact(target);
                (!target.is_empty()).then_some((name.as_str(), target))
            }
            _ => None,
        });
        Self {
            targets: targets.collect(),
        }
    }

    /// A text in which each name is what it stands for in the end.
    pub(super) fn resolved(&self, text: &str) -> String {
        let mut text = text.to_owned();
        // Each round follows one step of every name; no chain is longer than there are names.
        for _ in 0..=self.targets.len() {
            let next = with_names(&text, |name| self.targets.get(name).copied());
            if next == text {
                break;
            }
            text = next;
        }
        text
    }
}

/// A text with some of its names replaced.
pub(super) fn with_names<'n>(text: &str, name: impl Fn(&str) -> Option<&'n str>) -> String {
    let is_part = |one: char| one.is_alphanumeric() || one == '_';
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|one| !is_part(one)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        result.push_str(before);
        // What stands before a colon is the name of an argument, or part of a path.
        let is_type = !after.starts_with(':') && !before.ends_with(':');
        let replaced = name(word).filter(|_| is_type);
        result.push_str(replaced.unwrap_or(word));
        rest = after;
    }
    result.push_str(rest);
    result
}
