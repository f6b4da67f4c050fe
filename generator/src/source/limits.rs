//! How large and how deep documents may be: they come from strangers, and none may take all memory or time.

use crate::diagnostic::{Code, Diagnostic, Misfit, closest};

/// The limits. Each has a name, by which a user can set another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of one file.
    pub(super) bytes: u64,
    /// Of objects and lists inside one another.
    pub(super) depth: u64,
    /// Values in one file, those that YAML aliases repeat included.
    pub(super) nodes: u64,
    /// Values that YAML aliases add to those that the text holds.
    pub(super) aliases: u64,
    /// References that lead on to others, one after another.
    pub references: u64,
    /// Types that are made for schemas that apply together, of which a few schemas can have many.
    pub types: u64,
}

/// Where a limit is kept.
type Slot = fn(&mut Limits) -> &mut u64;

/// Each limit with its name.
const NAMED: [(&str, Slot); 6] = [
    ("bytes", |limits| &mut limits.bytes),
    ("depth", |limits| &mut limits.depth),
    ("nodes", |limits| &mut limits.nodes),
    ("aliases", |limits| &mut limits.aliases),
    ("references", |limits| &mut limits.references),
    ("types", |limits| &mut limits.types),
];

/// Both parsers stop there.
const DEEPEST: u64 = 128;

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 100 << 20,
            depth: DEEPEST,
            nodes: 3_000_000,
            aliases: 1_000_000,
            references: 100,
            types: 4_000,
        }
    }
}

impl Limits {
    /// The default limits, with those set that texts `NAME=NUMBER` name.
    ///
    /// # Errors
    /// A text that is written in another way, or names no limit, and what is wrong with it.
    pub fn new(settings: &[String]) -> Result<Self, Box<Misfit>> {
        let mut limits = Self::default();
        for setting in settings {
            let wrong = |diagnostic| Misfit::new("limits", setting, diagnostic);
            let (name, number) = setting.split_once('=').unwrap_or((setting, ""));
            let (name, number) = (name.trim(), number.trim().replace('_', ""));
            let limit = limits.named(name).ok_or_else(|| wrong(unknown(name)))?;
            *limit = number.parse().map_err(|_| {
                let message = format!("`{setting}` sets no limit");
                let help = format!("write `{name}=1000000`");
                wrong(Diagnostic::error(Code::UnmatchedOption, message).help(help))
            })?;
            if limits.depth > DEEPEST {
                let message = format!("the limit `depth` can be {DEEPEST} at most");
                return Err(wrong(Diagnostic::error(Code::UnmatchedOption, message)));
            }
        }
        Ok(limits)
    }

    fn named(&mut self, name: &str) -> Option<&mut u64> {
        let (_, slot) = NAMED.iter().find(|(known, _)| *known == name)?;
        Some(slot(self))
    }
}

fn unknown(name: &str) -> Diagnostic {
    let names = NAMED.map(|(name, _)| name);
    let help = match closest(name, names) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are `{}`", names.join("`, `")),
    };
    let message = format!("there is no limit `{name}`");
    Diagnostic::error(Code::UnmatchedOption, message).help(help)
}

/// The message for a document that exceeds a limit.
pub fn exceeded(name: &str, what: &str, limit: u64) -> Diagnostic {
    let message = format!("{what}: the limit `{name}` is {limit}");
    let diagnostic = Diagnostic::error(Code::Limit, message);
    match name {
        "depth" => diagnostic.help("move inner objects to components of their own"),
        _ => diagnostic.help(format!(
            "if the document is meant to be so, set another with the option `limits` (`--limit {name}=…` on the command line)"
        )),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn limits_are_set_by_name() {
        let set = |text: &str| Limits::new(&[text.to_owned()]);
        assert_eq!(set("nodes=7_000").unwrap().nodes, 7000);
        assert_eq!(
            set("node=7").unwrap_err().diagnostic.help.as_deref(),
            Some("did you mean `nodes`?")
        );
        for wrong in ["nodes", "nodes=many", "nodes=-1", "depth=129", "=3"] {
            assert!(set(wrong).is_err(), "{wrong}");
        }
    }
}
