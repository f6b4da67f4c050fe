//! Path templates of operations: the shape that axum routes by, and the values of the holes.

use super::parameter::push_fixed;

/// A path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    segments: Vec<Segment>,
}

/// The pieces of one segment, alternating between fixed text and the names of holes, beginning with text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Segment {
    first: String,
    holes: Vec<(&'static str, String)>,
}

impl Template {
    /// Reads a template such as `/repos/{owner}/compare/{base}...{head}`.
    pub fn new(path: &'static str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = path.strip_prefix('/').unwrap_or(path);
        Self {
            segments: path.split('/').map(Segment::new).collect(),
        }
    }

    /// The path that axum routes by: each segment with a hole is one parameter, named for its place, so that
    /// templates of the same shape are the same route.
    pub fn shape(&self) -> String {
        let mut shape = String::new();
        for (index, segment) in self.segments.iter().enumerate() {
            shape.push('/');
            if segment.holes.is_empty() {
                shape.push_str(&segment.first.replace('{', "{{").replace('}', "}}"));
            } else {
                shape.push_str(&format!("{{p{index}}}"));
            }
        }
        shape
    }

    /// How much of the template is fixed, in characters: the more, the more specific it is.
    pub fn weight(&self) -> usize {
        self.segments.iter().map(Segment::weight).sum()
    }

    /// The values of the holes, still encoded; `None` where the path does not fit.
    pub fn split(&self, path: &str) -> Option<Vec<(&'static str, String)>> {
        let path = path.strip_prefix('/').unwrap_or(path);
        let mut values = Vec::new();
        let mut texts = path.split('/');
        for segment in &self.segments {
            segment.split(texts.next()?, &mut values)?;
        }
        texts.next().is_none().then_some(values)
    }
}

impl Segment {
    fn new(text: &'static str) -> Self {
        let fixed = |text: &str| {
            let mut encoded = String::new();
            push_fixed(&mut encoded, text);
            encoded
        };
        let mut pieces = text.split('{');
        let first = fixed(pieces.next().unwrap_or_default());
        let holes = pieces
            .filter_map(|piece| piece.split_once('}'))
            .map(|(name, after)| (name, fixed(after)));
        Self {
            first,
            holes: holes.collect(),
        }
    }

    fn weight(&self) -> usize {
        self.first.len()
            + self
                .holes
                .iter()
                .map(|(_, after)| after.len())
                .sum::<usize>()
    }

    /// Each hole takes as little as the fixed text after it allows, the last one the rest. No hole is empty.
    fn split(&self, text: &str, values: &mut Vec<(&'static str, String)>) -> Option<()> {
        let mut rest = text.strip_prefix(self.first.as_str())?;
        for (index, (name, after)) in self.holes.iter().enumerate() {
            let end = match self.holes.len() - index {
                1 => rest.len() - rest.strip_suffix(after.as_str()).map(|_| after.len())?,
                _ if after.is_empty() => rest.chars().next()?.len_utf8(),
                // The first character belongs to the hole.
                _ => rest.chars().next().and_then(|first| {
                    let start = first.len_utf8();
                    rest.get(start..)?
                        .find(after.as_str())
                        .map(|found| start + found)
                })?,
            };
            let value = rest.get(..end).filter(|value| !value.is_empty())?;
            values.push((name, value.to_owned()));
            rest = rest.get(end + after.len()..)?;
        }
        rest.is_empty().then_some(())
    }
}
