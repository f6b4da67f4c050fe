//! Whom a change breaks.
//!
//! Callers build what is sent and read what is received; implementers do the opposite. Whoever builds a struct does it by
//! its `new` or `default`, where it has one, and with `..` for the rest; whoever reads an enum matches all of its variants.

use super::aliases::Aliases;
use super::limits::is_tighter;
use super::{Effect, Effects};
use crate::surface::{Entry, Key, OperationPart, Surface, TypePart};

/// The facts of a whole that follow from its parts.
pub(super) const FOLLOWS_FROM_PARTS: [&str; 6] =
    ["new", "default", "arguments", "returns", "error", "handler"];

/// Judges the changes from one surface to another.
pub(super) struct Judge<'j> {
    pub(super) old: &'j Surface,
    pub(super) new: &'j Surface,
    old_aliases: Aliases<'j>,
    new_aliases: Aliases<'j>,
}

impl<'j> Judge<'j> {
    pub(super) fn new(old: &'j Surface, new: &'j Surface) -> Self {
        Self {
            old,
            new,
            old_aliases: Aliases::of(old),
            new_aliases: Aliases::of(new),
        }
    }

    /// Of something new.
    pub(super) fn added(&self, key: &Key) -> Effects {
        use Effect::{Addition, Breaking};
        match key {
            Key::Type(_, TypePart::Itself) | Key::Server => Effects::both(Addition),
            Key::Type(owner, TypePart::Field(_)) => {
                let builds = if self.is_built_alike(owner) {
                    Addition
                } else {
                    Breaking
                };
                let builders = self.builders(owner, builds);
                builders.max(self.readers(owner, Addition))
            }
            Key::Type(owner, TypePart::Variant(_)) => {
                let readers = self.readers(owner, Breaking);
                readers.max(self.builders(owner, Addition))
            }
            // A trait has no body for it, so somebody must write one.
            Key::Operation(_, OperationPart::Itself) | Key::Scheme(_) => {
                Effects::new(Addition, Breaking)
            }
            Key::Operation(owner, OperationPart::Parameter(_)) => {
                let is_required = self
                    .new
                    .get(key)
                    .is_some_and(|one| one.fact("required") == "yes");
                let callers = if is_required { Breaking } else { Addition };
                Effects::new(callers, self.unless_same(owner, "handler"))
            }
            Key::Operation(owner, OperationPart::Answer(_)) => self.answers(owner),
        }
    }

    /// Of something gone.
    pub(super) fn removed(&self, key: &Key) -> Effects {
        match key {
            Key::Operation(owner, OperationPart::Answer(_)) => {
                Effects::new(self.answers(owner).callers, Effect::Breaking)
            }
            Key::Server => Effects::both(Effect::Addition),
            _ => Effects::both(Effect::Breaking),
        }
    }

    /// Of another fact about something that is there in both. `None` where it is not worth telling.
    pub(super) fn changed(&self, key: &Key, fact: &str) -> Option<Effects> {
        let (old, new) = (self.old.get(key)?, self.new.get(key)?);
        match key {
            Key::Type(owner, TypePart::Itself) => self.type_fact(owner, fact, old, new),
            Key::Type(owner, _) => self.part_fact(owner, fact, old, new),
            Key::Operation(_, OperationPart::Itself) => self.operation_fact(fact, old, new),
            Key::Operation(owner, OperationPart::Parameter(_)) => {
                self.parameter_fact(owner, fact, old, new)
            }
            Key::Operation(_, OperationPart::Answer(_)) => self.answer_fact(fact, old, new),
            Key::Scheme(_) => scheme_fact(fact, old, new),
            Key::Server => Some(Effects::new(Effect::Addition, Effect::Breaking)),
        }
    }

    fn type_fact(&self, owner: &str, fact: &str, old: &Entry, new: &Entry) -> Option<Effects> {
        let (before, after) = (old.fact(fact), new.fact(fact));
        match fact {
            "target" => self.unless_same_type(before, after),
            "new" if before.is_empty() => Some(self.builders(owner, Effect::Addition)),
            "new" => (!self.is_same(before, after)).then(|| self.builders(owner, Effect::Breaking)),
            "default" if before.is_empty() => Some(self.builders(owner, Effect::Addition)),
            "default" => Some(self.builders(owner, Effect::Breaking)),
            "derives" => {
                let is_kept = |one: &str| after.split(", ").any(|other| other == one);
                let all_kept = before.is_empty() || before.split(", ").all(is_kept);
                Some(Effects::both(if all_kept {
                    Effect::Addition
                } else {
                    Effect::Breaking
                }))
            }
            // Clients that are in use write and read it in the old way.
            "tag" => Some(ON_THE_WIRE),
            "closed" if self.sides(owner).callers_build && !after.is_empty() => Some(ON_THE_WIRE),
            _ => None,
        }
    }

    /// Of a field or variant.
    fn part_fact(&self, owner: &str, fact: &str, old: &Entry, new: &Entry) -> Option<Effects> {
        let (before, after) = (old.fact(fact), new.fact(fact));
        match fact {
            "type" => self.unless_same_type(before, after),
            "wire" => Some(ON_THE_WIRE),
            "default" => Some(Effects::both(Effect::Addition)),
            "limits" if is_tighter(before, after) => Some(self.builders(owner, Effect::Breaking)),
            "limits" => Some(self.builders(owner, Effect::Addition)),
            _ => None,
        }
    }

    fn operation_fact(&self, fact: &str, old: &Entry, new: &Entry) -> Option<Effects> {
        use Effect::{Breaking, Nothing};
        let (before, after) = (old.fact(fact), new.fact(fact));
        match fact {
            "call" => Some(ON_THE_WIRE),
            "trait" => Some(Effects::new(Nothing, Breaking)),
            "returns" => self.unless_same_type(before, after),
            "error" => Some(error_type(before)),
            "arguments" => {
                (!self.is_same(before, after)).then_some(Effects::new(Breaking, Nothing))
            }
            // Who calls is the first argument.
            "handler" if old.fact("access") != new.fact("access") => None,
            "handler" => (!self.is_same(before, after)).then_some(Effects::new(Nothing, Breaking)),
            "access" => {
                let is_same_handler = self.is_same(old.fact("handler"), new.fact("handler"));
                let implementers = if is_same_handler {
                    Effect::Addition
                } else {
                    Breaking
                };
                Some(Effects::new(access(before, after), implementers))
            }
            _ => None,
        }
    }

    fn parameter_fact(&self, owner: &str, fact: &str, old: &Entry, new: &Entry) -> Option<Effects> {
        use Effect::{Addition, Breaking};
        let (before, after) = (old.fact(fact), new.fact(fact));
        match fact {
            "type" => self.unless_same_type(before, after),
            // A change of the type says so too.
            "argument" if !self.is_same(old.fact("type"), new.fact("type")) => None,
            "argument" => {
                (!self.is_same(before, after)).then_some(Effects::new(Breaking, Addition))
            }
            "required" => Some(Effects::both(Breaking)),
            "in" => Some(Effects::new(self.unless_same(owner, "arguments"), Breaking)),
            "media" if has_all(after, before) => Some(Effects::both(Addition)),
            "wire" | "style" | "media" => Some(ON_THE_WIRE),
            // With a default, a handler always gets a value.
            "default" if before.is_empty() != after.is_empty() => {
                Some(Effects::new(Addition, Breaking))
            }
            "default" => Some(Effects::both(Addition)),
            "limits" if is_tighter(before, after) => Some(Effects::new(Breaking, Addition)),
            "limits" => Some(Effects::both(Addition)),
            _ => None,
        }
    }

    fn answer_fact(&self, fact: &str, old: &Entry, new: &Entry) -> Option<Effects> {
        let (before, after) = (old.fact(fact), new.fact(fact));
        match fact {
            "type" => self.unless_same_type(before, after),
            "media" => Some(ON_THE_WIRE),
            "variant" if before.is_empty() || last_word(before) == last_word(after) => None,
            "variant" => Some(Effects::both(Effect::Breaking)),
            _ => None,
        }
    }

    /// Of another set of answers.
    fn answers(&self, operation: &str) -> Effects {
        let key = Key::Operation(operation.to_owned(), OperationPart::Itself);
        let (Some(old), Some(new)) = (self.old.get(&key), self.new.get(&key)) else {
            return Effects::both(Effect::Breaking);
        };
        let mut effects = Effects::both(Effect::Addition);
        if old.fact("error") != new.fact("error") {
            effects = effects.max(error_type(old.fact("error")));
        }
        if !self.is_same(old.fact("returns"), new.fact("returns")) {
            effects = effects.max(Effects::both(Effect::Breaking));
        } else if old.fact("error") == new.fact("error") {
            // One more variant of the same enum, which callers match.
            effects = effects.max(Effects::new(Effect::Breaking, Effect::Addition));
        }
        effects
    }

    /// What builds of a struct did before still builds it.
    fn is_built_alike(&self, owner: &str) -> bool {
        let key = Key::Type(owner.to_owned(), TypePart::Itself);
        let (Some(old), Some(new)) = (self.old.get(&key), self.new.get(&key)) else {
            return false;
        };
        let has_one = !old.fact("new").is_empty() || !old.fact("default").is_empty();
        has_one
            && self.is_same(old.fact("new"), new.fact("new"))
            && old.fact("default") == new.fact("default")
    }

    fn unless_same(&self, operation: &str, fact: &str) -> Effect {
        let key = Key::Operation(operation.to_owned(), OperationPart::Itself);
        match (self.old.get(&key), self.new.get(&key)) {
            (Some(old), Some(new)) if self.is_same(old.fact(fact), new.fact(fact)) => {
                Effect::Addition
            }
            _ => Effect::Breaking,
        }
    }

    fn unless_same_type(&self, old: &str, new: &str) -> Option<Effects> {
        (!self.is_same(old, new)).then_some(Effects::both(Effect::Breaking))
    }

    /// Whether code that has the one fits the other: by the names of then, or by those of now.
    fn is_same(&self, old: &str, new: &str) -> bool {
        let same = |aliases: &Aliases<'_>| aliases.resolved(old) == aliases.resolved(new);
        old == new || same(&self.old_aliases) || same(&self.new_aliases)
    }

    fn builders(&self, owner: &str, effect: Effect) -> Effects {
        let sides = self.sides(owner);
        let if_so = |is_so: bool| if is_so { effect } else { Effect::Nothing };
        Effects::new(if_so(sides.callers_build), if_so(sides.callers_read))
    }

    fn readers(&self, owner: &str, effect: Effect) -> Effects {
        // Who calls reads what the others build, and the other way round.
        let builders = self.builders(owner, effect);
        Effects::new(builders.implementers, builders.callers)
    }

    /// Who builds a type and who reads it. What no operation uses, anybody may use for anything.
    fn sides(&self, owner: &str) -> Sides {
        let key = Key::Type(owner.to_owned(), TypePart::Itself);
        let used = self.old.get(&key).map_or("", |entry| entry.fact("used"));
        Sides {
            callers_build: used.is_empty() || used.contains("sent"),
            callers_read: used.is_empty() || used.contains("received"),
        }
    }
}

/// Who does what with a type.
struct Sides {
    callers_build: bool,
    callers_read: bool,
}

/// Callers that are compiled again go on; those that are not speak of something else.
const ON_THE_WIRE: Effects = Effects {
    callers: Effect::Nothing,
    implementers: Effect::Breaking,
};

/// Of another type of declared errors. Where none was declared, callers had nothing to match.
fn error_type(before: &str) -> Effects {
    let callers = if before.is_empty() {
        Effect::Addition
    } else {
        Effect::Breaking
    };
    Effects::new(callers, Effect::Breaking)
}

/// Whether a list names all that another one names.
fn has_all(list: &str, other: &str) -> bool {
    let names: Vec<&str> = list.split(", ").collect();
    other.split(", ").all(|name| names.contains(&name))
}

/// The name of a variant without its enum, which has another name with each set of answers.
fn last_word(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// Of other demands on callers: whoever got in must still do so.
fn access(before: &str, after: &str) -> Effect {
    let alternatives = |text: &str| -> Vec<String> {
        let text = if text == "open" { "nobody" } else { text };
        text.split(" | ").map(str::to_owned).collect()
    };
    let after = alternatives(after);
    let is_kept = |one: &String| after.contains(one) || after.iter().any(|one| one == "nobody");
    if alternatives(before).iter().all(is_kept) {
        Effect::Addition
    } else {
        Effect::Breaking
    }
}

fn scheme_fact(fact: &str, old: &Entry, new: &Entry) -> Option<Effects> {
    let takes = |entry: &Entry| match entry.fact("how") {
        "basic" => 2,
        "certificate" => 0,
        _ => 1,
    };
    match fact {
        "how" if takes(old) != takes(new) => Some(Effects::both(Effect::Breaking)),
        "how" => Some(ON_THE_WIRE),
        _ => None,
    }
}
