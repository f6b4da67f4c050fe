//! Changes as they are told: to people, to programs, and to those who review a pull request.

use anstream::println;
use serde_json::{Value, json};
use specwright_core::diagnostic::Place;
use specwright_core::source::locate::locate_all;
use specwright_core::surface::compare::{
    Change, Comparison, Effect, Effects, Semver, Side, Spot, What,
};

use super::arguments::Audience;
use super::diff::Version;
use super::report::{BAD, GOOD, HINT};

/// Changes with their places, for those whom they concern.
pub(super) struct Located<'l> {
    comparison: &'l Comparison,
    audience: Audience,
    names: [&'l str; 2],
    /// Where each change stood and stands.
    places: Vec<[Option<Position>; 2]>,
}

/// A place in a document.
#[derive(Clone, Debug)]
struct Position {
    file: String,
    pointer: String,
    line_and_column: Option<(usize, usize)>,
}

impl<'l> Located<'l> {
    /// Finds the places of all changes.
    pub(super) fn new(
        comparison: &'l Comparison,
        old: &'l Version,
        new: &'l Version,
        audience: Audience,
    ) -> Self {
        let changes = &comparison.changes;
        let before = positions(changes.iter().map(|one| one.old.as_ref()), old);
        let after = positions(changes.iter().map(|one| one.new.as_ref()), new);
        Self {
            comparison,
            audience,
            names: [&old.name, &new.name],
            places: before
                .into_iter()
                .zip(after)
                .map(|(one, other)| [one, other])
                .collect(),
        }
    }

    /// What all changes together do to those whom they concern.
    pub(super) fn effect(&self) -> Effect {
        let sides = self.audience.sides().iter();
        let effects = sides.map(|side| self.comparison.effect_on(*side));
        effects.max().unwrap_or_default()
    }

    fn semver(&self) -> Semver {
        let sides = self.audience.sides().iter();
        let semver = sides.map(|side| self.comparison.semver_for(*side));
        semver.max().unwrap_or(Semver::Patch)
    }

    fn iter(&self) -> impl Iterator<Item = (&Change, &[Option<Position>; 2])> {
        self.comparison.changes.iter().zip(&self.places)
    }

    /// What a change does to those whom it concerns.
    fn effect_of(&self, change: &Change) -> Effect {
        let sides = self.audience.sides().iter();
        sides
            .map(|side| change.effects.on(*side))
            .max()
            .unwrap_or_default()
    }
}

/// The positions of places in one version, each file searched once.
fn positions<'s>(
    spots: impl Iterator<Item = Option<&'s Spot>>,
    version: &Version,
) -> Vec<Option<Position>> {
    let spots: Vec<Option<&Spot>> = spots.collect();
    let place = |spot: &Option<&'s Spot>| spot.and_then(|spot| spot.place.as_ref());
    let places: Vec<&Place> = spots.iter().filter_map(place).collect();
    let spans = version.sources.iter();
    let mut spans = spans.flat_map(|sources| locate_all(&places, sources));
    let position = |spot: &Option<&'s Spot>| {
        let span = place(spot).and_then(|_| spans.next().flatten());
        let (file, pointer) = spot.as_ref()?.at.split_once('#')?;
        let file = if file.is_empty() { &version.name } else { file };
        Some(Position {
            file: file.to_owned(),
            pointer: pointer.to_owned(),
            line_and_column: span.map(|span| (span.line, span.column)),
        })
    };
    spots.iter().map(position).collect()
}

impl std::fmt::Display for Position {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line_and_column {
            Some((line, column)) => write!(formatter, "{}:{line}:{column}", self.file),
            None => write!(formatter, "{}#{}", self.file, self.pointer),
        }
    }
}

/// What changed, in a few words.
fn sentence(change: &Change) -> String {
    match &change.what {
        What::Added => "is new".to_owned(),
        What::Removed => "is gone".to_owned(),
        What::Renamed { from } => format!("was called {from}"),
        What::Changed { fact, old, new } => {
            let shown = |text: &str| match text {
                "" => "nothing".to_owned(),
                text => text.to_owned(),
            };
            let fact = fact_in_words(fact);
            format!("{fact}: {} → {}", shown(old), shown(new))
        }
    }
}

fn fact_in_words(fact: &str) -> &str {
    match fact {
        "wire" => "name or value on the wire",
        "new" => "arguments of `new`",
        "call" => "method and path",
        "handler" => "signature of the handler",
        "access" => "who may call",
        "in" => "place",
        "tag" => "discriminator",
        "closed" => "refuses other members",
        "how" => "kind",
        "base" => "base path",
        "error" => "type of errors",
        "media" => "media type",
        other => other,
    }
}

/// Whom a change breaks.
fn broken(effects: Effects) -> &'static str {
    match (effects.callers, effects.implementers) {
        (Effect::Breaking, Effect::Breaking) => "callers and implementers",
        (Effect::Breaking, _) => "callers",
        (_, Effect::Breaking) => "implementers",
        _ => "nobody",
    }
}

/// The verdict for a side, in a few words.
fn verdict(comparison: &Comparison, side: Side) -> String {
    let breaking = comparison
        .changes
        .iter()
        .filter(|change| change.effects.on(side) == Effect::Breaking)
        .count();
    let counted = match breaking {
        0 => "nothing breaks".to_owned(),
        1 => "1 change breaks".to_owned(),
        several => format!("{several} changes break"),
    };
    format!("{}: {counted}", comparison.semver_for(side).word())
}

/// How many changes a short report names.
const SHORT: usize = 10;

/// A summary after an update.
pub(super) fn short(comparison: &Comparison, sides: &[Side]) -> Vec<String> {
    let mut lines = Vec::new();
    for (side, name) in [
        (Side::Callers, "callers"),
        (Side::Implementers, "implementers"),
    ] {
        if sides.contains(&side) {
            lines.push(format!("for {name}: {}", verdict(comparison, side)));
        }
    }
    let breaks = |change: &&Change| {
        let mut effects = sides.iter().map(|side| change.effects.on(*side));
        effects.any(|effect| effect == Effect::Breaking)
    };
    let breaking: Vec<&Change> = comparison.changes.iter().filter(breaks).collect();
    let shown = breaking.iter().take(SHORT);
    lines.extend(shown.map(|one| format!("{} {}", one.key, sentence(one))));
    if let Some(more) = breaking.len().checked_sub(SHORT).filter(|more| *more > 0) {
        lines.push(format!("and {more} more"));
    }
    let offers = comparison.renames.iter().take(SHORT);
    lines.extend(offers.map(|offer| format!("the old name stays with --rename '{offer}'")));
    lines
}

/// Tells people.
pub(super) fn people(located: &Located<'_>) {
    let groups = [
        (Effect::Breaking, BAD, "breaks"),
        (Effect::Addition, GOOD, "adds"),
        (Effect::Nothing, HINT, "else"),
    ];
    for (effect, style, word) in groups {
        for (change, places) in located.iter() {
            if located.effect_of(change) != effect {
                continue;
            }
            println!(
                "{style}{word:>9}{style:#} {} {}",
                change.key,
                sentence(change)
            );
            for (place, when) in places.iter().zip(["old", "new"]) {
                if let Some(place) = place {
                    println!("          {when} {place}");
                }
            }
            if broken(change.effects) != "nobody" {
                println!("          breaks {}", broken(change.effects));
            }
        }
    }
    for (side, name) in [(Side::Callers, "callers"), (Side::Implementers, "servers")] {
        let style = match located.comparison.effect_on(side) {
            Effect::Breaking => BAD,
            Effect::Nothing | Effect::Addition => GOOD,
        };
        println!(
            "{style}{name:>9}{style:#} {}",
            verdict(located.comparison, side)
        );
    }
    for offer in &located.comparison.renames {
        println!(
            "{HINT}{:>9}{HINT:#} the old name stays with --rename '{offer}'",
            "hint"
        );
    }
}

/// Tells programs.
pub(super) fn json(located: &Located<'_>) -> Value {
    let comparison = located.comparison;
    let side = |side| {
        json!({
            "breaking": comparison.effect_on(side) == Effect::Breaking,
            "semver": comparison.semver_for(side).word(),
        })
    };
    let changes: Vec<Value> = located
        .iter()
        .map(|(change, [old, new])| change_json(change, old.as_ref(), new.as_ref()))
        .collect();
    json!({
        "breaking": located.effect() == Effect::Breaking,
        "semver": located.semver().word(),
        "for": located.audience.word(),
        "callers": side(Side::Callers),
        "implementers": side(Side::Implementers),
        "old": located.names[0],
        "new": located.names[1],
        "changes": changes,
        "renames": comparison.renames,
    })
}

fn change_json(change: &Change, old: Option<&Position>, new: Option<&Position>) -> Value {
    let place = |position: Option<&Position>| {
        position.map(|one| {
            json!({
                "file": one.file,
                "pointer": one.pointer,
                "line": one.line_and_column.map(|(line, _)| line),
                "column": one.line_and_column.map(|(_, column)| column),
            })
        })
    };
    let (word, details) = match &change.what {
        What::Added => ("added", Value::Null),
        What::Removed => ("removed", Value::Null),
        What::Renamed { from } => ("renamed", json!({ "from": from })),
        What::Changed { fact, old, new } => {
            ("changed", json!({ "fact": fact, "old": old, "new": new }))
        }
    };
    json!({
        "kind": change.key.word(),
        "name": change.key.name(),
        "change": word,
        "details": details,
        "message": format!("{} {}", change.key, sentence(change)),
        "callers": effect_word(change.effects.callers),
        "implementers": effect_word(change.effects.implementers),
        "old_place": place(old),
        "new_place": place(new),
    })
}

fn effect_word(effect: Effect) -> &'static str {
    match effect {
        Effect::Nothing => "nothing",
        Effect::Addition => "addition",
        Effect::Breaking => "breaking",
    }
}

/// Tells reviewers: a summary, and a table that opens.
pub(super) fn markdown(located: &Located<'_>) -> String {
    let comparison = located.comparison;
    let mut text = format!(
        "### API changes: {}\n\n- callers: {}\n- implementers: {}\n",
        located.semver().word(),
        verdict(comparison, Side::Callers),
        verdict(comparison, Side::Implementers),
    );
    let title = |effect| match effect {
        Effect::Breaking => "Breaking",
        Effect::Addition => "Additions",
        Effect::Nothing => "Other changes",
    };
    for effect in [Effect::Breaking, Effect::Addition, Effect::Nothing] {
        let rows: Vec<String> = located
            .iter()
            .filter(|(change, _)| located.effect_of(change) == effect)
            .map(|(change, places)| row(change, places))
            .collect();
        if !rows.is_empty() {
            text.push_str(&format!(
                "\n<details{}><summary>{} ({})</summary>\n\n| what | change | breaks | where |\n|---|---|---|---|\n{}\n</details>\n",
                if effect == Effect::Breaking { " open" } else { "" },
                title(effect),
                rows.len(),
                rows.concat(),
            ));
        }
    }
    if !comparison.renames.is_empty() {
        let offers: Vec<String> = comparison.renames.iter().map(|one| cell(one)).collect();
        text.push_str(&format!(
            "\nOld names stay with the option `rename`: {}\n",
            offers.join(", ")
        ));
    }
    text
}

fn row(change: &Change, places: &[Option<Position>; 2]) -> String {
    let place = places.iter().rev().flatten().next();
    let place = place.map(|one| cell(&one.to_string())).unwrap_or_default();
    format!(
        "| {} | {} | {} | {place} |\n",
        cell(&change.key.to_string()),
        cell(&sentence(change)),
        broken(change.effects)
    )
}

/// Text of a document as code in a table, whatever it holds.
fn cell(text: &str) -> String {
    let text = text
        .replace('|', "\\|")
        .replace('`', "'")
        .replace('\n', " ");
    format!("`{text}`")
}
