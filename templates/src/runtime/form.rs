//! `application/x-www-form-urlencoded` bodies.

use ::serde::Serialize;

use super::call::{Call, Request};
use super::outgoing::Outgoing;
use super::parameter::Style;
use super::parameter_value::{Unwritable, Value};
use super::parameter_write::push_query;

/// Fields whose style is not `form`, exploded (OpenAPI 3.x, "Encoding Object"): name, style, explode.
pub type Styles<'s> = &'s [(&'s str, Style, bool)];

/// No field has a style of its own.
pub const PLAIN: Styles<'static> = &[];

impl Request<'_> {
    /// Sets the body, as `application/x-www-form-urlencoded`. `styles` are those of fields that have their own.
    pub fn form<V: Serialize + ?Sized>(mut self, styles: Styles<'_>, body: &V) -> Self {
        set(&mut self.outgoing, Value::of(body), styles);
        self
    }
}

impl<T, E, M> Call<'_, T, E, M> {
    /// Sets the body, as `application/x-www-form-urlencoded`. `styles` are those of fields that have their own.
    pub fn form<V: Serialize + ?Sized>(mut self, styles: Styles<'_>, body: &V) -> Self {
        set(&mut self.outgoing, Value::of(body), styles);
        self
    }
}

fn set(outgoing: &mut Outgoing, value: Result<Value, Unwritable>, styles: Styles<'_>) {
    let text = value.and_then(|value| write(value, styles));
    outgoing.body(
        "application/x-www-form-urlencoded",
        text.map_err(|error| error.to_string()),
    );
}

/// Writes a form. A list repeats its field; an object inside a field is written as JSON, unless the field has a
/// style of its own.
///
/// # Errors
///
/// A value that is no object.
pub fn write(value: Value, styles: Styles<'_>) -> Result<String, Unwritable> {
    let mut out = String::new();
    match value {
        Value::Absent => {}
        Value::Pairs(fields) => {
            for (name, value) in fields {
                match styles.iter().find(|(field, ..)| *field == name) {
                    Some(&(_, style, explode)) => {
                        push_query(&mut out, &name, value, style, explode, false)
                    }
                    None => {
                        let value = match value {
                            Value::Pairs(pairs) => Value::Text(Value::Pairs(pairs).into_text()),
                            other => other,
                        };
                        push_query(&mut out, &name, value, Style::Form, true, false);
                    }
                }
            }
        }
        _ => {
            return Err(Unwritable(
                "only an object can be sent as a form".to_owned(),
            ));
        }
    }
    Ok(out)
}
