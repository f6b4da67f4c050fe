//! Reading of `application/x-www-form-urlencoded` bodies.

use ::serde::de::DeserializeOwned;
use ::std::borrow::Cow;

use super::decode::{from_text, problem};
use super::exchange::Exchange;
use super::parameter::{Encoding, Style};
use super::parameter_parse::{grouped, parse};
use super::parameter_read::{Node, named, pairs};
use super::problem::{Location, Problem};
use super::validate::Validate;

/// No field has a style of its own.
pub const PLAIN: &[(&str, Style, bool)] = &[];

impl<A, P> Exchange<A, P> {
    /// The body, as a form. `styles` are those of fields that have their own: name, style, explode.
    pub fn form<T: DeserializeOwned + Validate>(
        &mut self,
        styles: &[(&str, Style, bool)],
    ) -> Option<T> {
        self.required_body(|bytes| validated(read(bytes, styles)?))
    }

    /// The body, as a form, if there is one.
    pub fn optional_form<T: DeserializeOwned + Validate>(
        &mut self,
        styles: &[(&str, Style, bool)],
    ) -> Option<Option<T>> {
        self.optional_body(|bytes| validated(read(bytes, styles)?))
    }
}

/// The value, or the constraints that it violates.
fn validated<T: Validate>(value: T) -> Result<T, Vec<Problem>> {
    let problems = value.problems();
    if problems.is_empty() {
        Ok(value)
    } else {
        Err(problems)
    }
}

/// Reads a form.
///
/// # Errors
///
/// The first problem.
pub fn read<T: DeserializeOwned>(
    body: &[u8],
    styles: &[(&str, Style, bool)],
) -> Result<T, Vec<Problem>> {
    let text = from_text(body)?;
    let pairs = pairs(&text);
    let (styled, plain): (Vec<_>, Vec<_>) = pairs
        .iter()
        .cloned()
        .partition(|(name, _)| styles.iter().any(|(field, ..)| belongs(name, field)));
    let mut members = grouped(&plain);
    for (field, style, explode) in styles {
        let node = named(&styled, field, *style, *explode, Encoding::Form);
        members.extend(node.map(|node| (Cow::Borrowed(*field), node)));
    }
    match parse(Node::Object(members)) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(vec![problem("required", "a form is required".to_owned())]),
        Err(error) => Err(vec![Problem {
            location: Location::Body,
            pointer: error.pointer,
            code: error.code,
            message: error.message,
        }]),
    }
}

/// Whether a pair is one of a field's: `field` or `field[key]`.
fn belongs(name: &str, field: &str) -> bool {
    name.strip_prefix(field)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
}
