//! Whether a JSON value is one of a type, and everything that keeps it from being one, each thing with its place.

mod condition;
mod format;
mod limit;
mod number;
mod report;
mod shape;
#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::ir::{Api, Conditions, TypeUse, Types};
use report::Report;

/// How often types and conditions may lead to one another for one value. What needs itself for the same value says nothing.
const DEPTH: usize = 100;
/// How many types and conditions are held against one value and its parts. What comes after them counts as fitting: unions within
/// unions multiply, and whoever writes the value may be a stranger.
const STEPS: u32 = 1_000_000;

/// Something that keeps a value from being one of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON Pointer (RFC 6901) into the value; empty for the value as a whole.
    pub pointer: String,
    /// A stable word for programs, for example `required`, `type`, `min_length`.
    pub code: &'static str,
    /// The rest of a sentence about what stands there, for people: `must have at least 3 characters, has 2`.
    pub message: String,
}

/// Holds values against the types of an API.
///
/// ```
/// use specwright_core::{fit::Fit, ir::TypeUse, options::Options, pipeline::generate, source::Input};
///
/// let text = r#"{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "components": {"schemas": {
///     "Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 3}}}}}}"#;
/// let input = Input::Text { name: "pets.json".to_owned(), text: text.to_owned() };
/// let api = generate(&input, &Options::default()).api.expect("the document is right");
/// let pet = api.types.iter().next().expect("there is one type").0;
/// let pet = TypeUse { id: pet, or_null: false };
/// let problems = Fit::new(&api).problems(&serde_json::json!({"name": "Fido"}), pet);
/// assert_eq!(problems[0].pointer, "/name");
/// assert_eq!(problems[0].code, "max_length");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fit<'t> {
    api: &'t Api,
}

impl<'t> Fit<'t> {
    /// What holds values against the types of this API.
    pub fn new(api: &'t Api) -> Self {
        Self { api }
    }

    /// Everything that is wrong with a value; nothing where it is one of the type.
    pub fn problems(&self, value: &Value, of: TypeUse) -> Vec<Problem> {
        let mut report = Report::new(STEPS);
        let check = Check {
            types: &self.api.types,
            conditions: &self.api.conditions,
        };
        check.using(value, of, &mut report, 0);
        report.into_problems()
    }

    /// Whether a value is one of the type.
    pub fn fits(&self, value: &Value, of: TypeUse) -> bool {
        self.problems(value, of).is_empty()
    }
}

/// What the parts of a check share.
#[derive(Clone, Copy)]
struct Check<'t> {
    types: &'t Types,
    conditions: &'t Conditions,
}
