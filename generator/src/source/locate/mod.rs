//! From a place to line and column. Nodes carry no positions: they are found again, for all places that are
//! shown, in one walk over the text.

mod json;
mod toml;
mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Format, SourceFile, Sources};
use crate::diagnostic::{Part, Place, Segment};

/// Where something stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The bytes.
    pub bytes: Range<usize>,
    /// Line of the first character, from 1.
    pub line: usize,
    /// Column of the first character, from 1, in characters.
    pub column: usize,
    /// Line of the last character, from 1.
    pub end_line: usize,
    /// Column after the last character, from 1, in characters.
    pub end_column: usize,
}

/// Finds places of any files, in their order, each file searched once. `None` for one in a file that is not there.
pub fn locate_all(places: &[&Place], sources: &Sources) -> Vec<Option<Span>> {
    let mut by_file: BTreeMap<usize, Vec<(usize, &Place)>> = BTreeMap::new();
    for (number, place) in places.iter().enumerate() {
        by_file.entry(place.file).or_default().push((number, place));
    }
    let mut spans = vec![None; places.len()];
    for (index, numbered) in by_file {
        let Some(file) = sources.get(index) else {
            continue;
        };
        let places: Vec<&Place> = numbered.iter().map(|(_, place)| *place).collect();
        for ((number, _), found) in numbered.iter().zip(locate(file, &places)) {
            if let Some(span) = spans.get_mut(*number) {
                *span = Some(found);
            }
        }
    }
    spans
}

/// Finds all places, which must be places of this file, in their order. A place that does not exist in the text (it
/// came from a YAML merge key) is given as the nearest one around it.
pub fn locate(file: &SourceFile, places: &[&Place]) -> Vec<Span> {
    let lines = Lines::new(&file.text);
    let mut wanted = Wanted::default();
    for (index, place) in places.iter().enumerate() {
        if place.line_and_column().is_none() {
            wanted.add(&place.segments(), place.part, index);
        }
    }
    let mut found = Found {
        ranges: vec![None; places.len()],
    };
    match file.format {
        // What cannot be parsed need not be parsed once more.
        _ if wanted.is_empty() => {}
        Format::Json => json::walk(&file.text, &wanted, &mut found),
        Format::Toml => toml::walk(&file.text, &wanted, &mut found),
        Format::Yaml => yaml::walk(&file.text, &lines, &wanted, &mut found),
    }
    places
        .iter()
        .zip(found.ranges)
        .map(|(place, range)| {
            let range = match place.line_and_column() {
                Some((line, column)) => lines.one_character(line, column),
                None => range.unwrap_or(0..0),
            };
            lines.span(range)
        })
        .collect()
}

/// The places that are looked for, as a tree of steps.
#[derive(Debug, Default)]
struct Wanted {
    /// Places that end here: what of them is marked, and their number.
    here: Vec<(Part, usize)>,
    /// Places further down.
    below: BTreeMap<String, Wanted>,
}

impl Wanted {
    fn add(&mut self, segments: &[&Segment], part: Part, number: usize) {
        let Some((first, rest)) = segments.split_first() else {
            self.here.push((part, number));
            return;
        };
        let step = match first {
            Segment::Key(key) => key.to_string(),
            Segment::Index(index) => index.to_string(),
        };
        self.below.entry(step).or_default().add(rest, part, number);
    }

    fn is_empty(&self) -> bool {
        self.here.is_empty() && self.below.is_empty()
    }

    fn below(&self, step: &str) -> Option<&Self> {
        self.below.get(step)
    }

    /// The numbers of all places here and further down.
    fn numbers(&self) -> Vec<usize> {
        let here = self.here.iter().map(|(_, number)| *number);
        let below = self.below.values().flat_map(Self::numbers);
        here.chain(below).collect()
    }
}

/// What was found, by number of the place.
struct Found {
    ranges: Vec<Option<Range<usize>>>,
}

impl Found {
    /// A first guess for all places at and under a member: its key. What is found later replaces it.
    fn guess(&mut self, wanted: &Wanted, range: &Range<usize>) {
        for number in wanted.numbers() {
            self.set(number, range);
        }
    }

    /// The key of a member that is looked for, `occurrence` counted from 1.
    fn key(&mut self, wanted: &Wanted, range: &Range<usize>, occurrence: usize) {
        if occurrence == 1 {
            self.guess(wanted, range);
        }
        for (part, number) in &wanted.here {
            if *part == Part::SecondKey && occurrence == 2 {
                self.set(*number, range);
            }
        }
    }

    /// The value of a member or element that is looked for.
    fn value(&mut self, wanted: &Wanted, range: &Range<usize>) {
        for (part, number) in &wanted.here {
            if *part == Part::Value {
                self.set(*number, range);
            }
        }
    }

    fn set(&mut self, number: usize, range: &Range<usize>) {
        if let Some(slot) = self.ranges.get_mut(number) {
            *slot = Some(range.clone());
        }
    }
}

/// From how many bytes to how many the characters of a text are counted in advance.
const BLOCK: usize = 4096;

/// The starts of all lines of a text.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// How many characters begin before each block: a document may be one line of a megabyte.
    characters: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let blocks = text.as_bytes().chunks(BLOCK);
        let counted = blocks.scan(0, |before, block| {
            *before += characters_in(block);
            Some(*before)
        });
        Self {
            text,
            starts: std::iter::once(0).chain(after_breaks).collect(),
            characters: std::iter::once(0).chain(counted).collect(),
        }
    }

    /// The byte at a line and column, both from 1, in characters.
    fn byte(&self, line: usize, column: usize) -> usize {
        let Some(start) = self.starts.get(line.saturating_sub(1)) else {
            return self.text.len();
        };
        let rest = self.text.get(*start..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("");
        let offset = line
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(line.len(), |(offset, _)| offset);
        start + offset
    }

    fn one_character(&self, line: usize, column: usize) -> Range<usize> {
        let start = self.byte(line, column);
        let length = self.text.get(start..).and_then(|rest| rest.chars().next());
        start..start + length.filter(|c| *c != '\n').map_or(0, char::len_utf8)
    }

    fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let column = self
            .characters_before(byte)
            .saturating_sub(self.characters_before(start));
        (line.max(1), column + 1)
    }

    fn characters_before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK;
        let counted = self.characters.get(block).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(block * BLOCK..byte);
        counted + rest.map_or(0, characters_in)
    }

    fn span(&self, bytes: Range<usize>) -> Span {
        let (line, column) = self.position(bytes.start);
        let (end_line, end_column) = self.position(bytes.end);
        Span {
            bytes,
            line,
            column,
            end_line,
            end_column,
        }
    }
}

/// How many characters begin in bytes of UTF-8 text.
fn characters_in(bytes: &[u8]) -> usize {
    let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(begins).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "openapi: 3.0.0
info: {title: \"A \\\" b\", version: 1}
paths:
  /a/{id}:
    get:
      tags: [x, 'y']
      parameters:
      - name: id
        in: pfad # typo
      - {}
    get: 1
  ä: &anchor
    - - 1
base: &base
  deep: 1
use:
  <<: *base
";

    const JSON: &str = "{
  \"openapi\": \"3.0.0\",
  \"info\": {\"title\": \"A \\\" b\", \"version\": 1},
  \"paths\": {
    \"/a/{id}\": {
      \"get\": {\"tags\": [\"x\", \"y\"], \"parameters\": [{\"name\": \"id\",
        \"in\": \"pfad\"}, {}]},
      \"get\": 1
    },
    \"\\u00e4\": [[1]]
  }
}";

    fn pointed(file: &SourceFile, place: &Place) -> (String, usize, usize) {
        let spans = locate(file, &[place]);
        let span = spans.first().cloned().map(|span| {
            let text = file.text.get(span.bytes.clone()).unwrap_or("");
            (text.to_owned(), span.line, span.column)
        });
        span.unwrap_or_default()
    }

    fn check(format: Format, text: &str, expected: &[(Place, &str, usize, usize)]) {
        let file = SourceFile {
            name: String::new(),
            path: None,
            format,
            text: text.to_owned(),
        };
        for (place, marked, line, column) in expected {
            let found = pointed(&file, place);
            assert_eq!(found, (marked.to_string(), *line, *column), "{place}");
        }
        let places: Vec<&Place> = expected.iter().map(|(place, ..)| place).collect();
        for (span, (place, _, line, column)) in locate(&file, &places).iter().zip(expected) {
            assert_eq!((span.line, span.column), (*line, *column), "{place}");
        }
    }

    #[test]
    fn places_of_yaml_are_found() {
        let root = Place::root(0);
        let path = root.child("paths").child("/a/{id}");
        let get = path.child("get");
        let parameters = get.child("parameters");
        check(
            Format::Yaml,
            YAML,
            &[
                (root.child("openapi"), "3.0.0", 1, 10),
                (root.child("info").child("title"), "\"A \\\" b\"", 2, 15),
                (root.child("info").child("version"), "1", 2, 34),
                (root.child("info"), "info", 2, 1),
                (path.key(), "/a/{id}", 4, 3),
                (get.child("tags").index(1), "'y'", 6, 17),
                (parameters.index(0).child("in"), "pfad", 9, 13),
                (parameters.index(0).child("in").key(), "in", 9, 9),
                (parameters.index(0), "name", 8, 9),
                (parameters.index(1), "parameters", 7, 7),
                (get.second_key(), "get", 11, 5),
                (root.child("paths").child("ä").index(0).index(0), "1", 13, 9),
                (root.child("use").child("deep"), "use", 16, 1),
            ],
        );
    }

    #[test]
    fn places_of_json_are_found() {
        let root = Place::root(0);
        let path = root.child("paths").child("/a/{id}");
        let get = path.child("get");
        let parameters = get.child("parameters");
        check(
            Format::Json,
            JSON,
            &[
                (root.child("openapi"), "\"3.0.0\"", 2, 14),
                (root.child("info").child("title"), "\"A \\\" b\"", 3, 21),
                (root.child("info").child("version"), "1", 3, 42),
                (root.child("info"), "{", 3, 11),
                (path.key(), "\"/a/{id}\"", 5, 5),
                (get.child("tags").index(1), "\"y\"", 6, 29),
                (parameters.index(0).child("in"), "\"pfad\"", 7, 15),
                (parameters.index(0).child("in").key(), "\"in\"", 7, 9),
                (parameters.index(1), "{", 7, 24),
                (get.second_key(), "\"get\"", 8, 7),
                (
                    root.child("paths").child("ä").index(0).index(0),
                    "1",
                    10,
                    17,
                ),
            ],
        );
    }

    #[test]
    fn columns_of_a_long_line_are_counted_in_characters() {
        let text = format!("{{\"{}\": 1}}", "ä€x".repeat(BLOCK));
        let lines = Lines::new(&text);
        let end = lines.position(text.len());
        assert_eq!(end, (1, text.chars().count() + 1));
        assert_eq!(lines.position(2), (1, 3));
    }

    #[test]
    fn positions_are_kept_within_the_text() {
        let file = SourceFile {
            name: String::new(),
            path: None,
            format: Format::Yaml,
            text: "a\nbc".to_owned(),
        };
        for (line, column, marked) in [(2, 2, "c"), (1, 9, ""), (9, 9, "")] {
            let place = Place::position(0, line, column);
            assert_eq!(pointed(&file, &place).0, marked);
        }
    }
}
