//! One member of a request body: what it accepts, and the value that is kept.

use serde_json::{Map, Number, Value};

use super::{
    duration::is_duration,
    host::is_host_url,
    identifier,
    text::{shown, strip, type_name},
};

/// What a member accepts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A text with something in it.
    FilledText,
    /// An address of a host, or nothing.
    Host,
    /// An address of a host.
    FilledHost,
    /// A duration.
    Duration,
    /// True or false.
    Boolean,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// The UUID of another object.
    Reference,
    /// The UUID of another object, or null.
    OptionalReference,
    /// UUIDs of other objects.
    References,
    /// Numbers of other objects.
    Numbers,
}

/// The value that is kept, or the message that says why there is none.
type Read = Result<Value, String>;

impl Kind {
    /// Reads the value of a member that was sent.
    pub(super) fn read(self, value: &Value) -> Read {
        if value.is_null() && self != Self::OptionalReference {
            return Err("This field may not be null.".to_owned());
        }
        match self {
            Self::Text => read_text(value).map(Value::String),
            Self::FilledText => read_filled_text(value).map(Value::String),
            Self::Host => read_text(value).and_then(|text| match text.as_str() {
                "" => Ok(Value::String(text)),
                _ => check_host(text),
            }),
            Self::FilledHost => read_filled_text(value).and_then(check_host),
            Self::Duration => read_filled_text(value).and_then(check_duration),
            Self::Boolean => read_boolean(value).map(Value::Bool),
            Self::Choice(words) => read_choice(value, words),
            Self::Reference if is_empty_text(value) => Self::Reference.read(&Value::Null),
            Self::Reference => read_reference(value),
            Self::OptionalReference if value.is_null() || is_empty_text(value) => Ok(Value::Null),
            Self::OptionalReference => read_reference(value),
            Self::References => read_list(value, read_reference),
            Self::Numbers => read_list(value, read_number),
        }
    }
}

fn is_empty_text(value: &Value) -> bool {
    value.as_str().is_some_and(str::is_empty)
}

fn read_text(value: &Value) -> Result<String, String> {
    let text = match value {
        Value::String(text) => strip(text).to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return Err("Not a valid string.".to_owned()),
    };
    if text.contains('\0') {
        return Err("Null characters are not allowed.".to_owned());
    }
    Ok(text)
}

fn read_filled_text(value: &Value) -> Result<String, String> {
    let text = read_text(value)?;
    if text.is_empty() {
        return Err("This field may not be blank.".to_owned());
    }
    Ok(text)
}

fn check_host(text: String) -> Read {
    if is_host_url(&text) {
        Ok(Value::String(text))
    } else {
        Err("Enter a valid URL.".to_owned())
    }
}

fn check_duration(text: String) -> Read {
    if is_duration(&text) {
        Ok(Value::String(text))
    } else {
        Err(format!(
            "{text} is not in the correct format of 'hours=3;minutes=1'."
        ))
    }
}

/// Reads a boolean in any of the spellings that Django REST framework knows.
fn read_boolean(value: &Value) -> Result<bool, String> {
    let word = match value {
        Value::Bool(boolean) => return Ok(*boolean),
        Value::String(text) => strip(text).to_lowercase(),
        Value::Number(number) => number
            .as_f64()
            .map(|number| number.to_string())
            .unwrap_or_default(),
        _ => String::new(),
    };
    match word.as_str() {
        "t" | "y" | "yes" | "true" | "on" | "1" => Ok(true),
        "f" | "n" | "no" | "false" | "off" | "0" => Ok(false),
        _ => Err("Must be a valid boolean.".to_owned()),
    }
}

fn read_choice(value: &Value, words: &[&str]) -> Read {
    match value.as_str() {
        Some(text) if words.contains(&text) => Ok(Value::String(text.to_owned())),
        _ => Err(format!("\"{}\" is not a valid choice.", shown(value))),
    }
}

fn read_reference(value: &Value) -> Read {
    match value {
        Value::Bool(_) => Err(wrong_key_type(value)),
        Value::Null => Err(unknown_key(value)),
        // A number is read as the UUID of that value, which no object has.
        Value::Number(number) if number.is_u64() => Err(unknown_key(value)),
        _ => value
            .as_str()
            .and_then(identifier::parse)
            .map(|identifier| Value::String(identifier.to_string()))
            .ok_or_else(|| format!("“{}” is not a valid UUID.", shown(value))),
    }
}

fn read_number(value: &Value) -> Read {
    let number = match value {
        Value::Null => return Err(unknown_key(value)),
        Value::Number(number) => number.as_i64(),
        Value::String(text) => strip(text).parse().ok(),
        _ => None,
    };
    let integral = matches!(value, Value::Number(number) if !number.is_f64());
    match number {
        Some(number) => Ok(Value::Number(Number::from(number))),
        // An integer beyond 64 bits is a key, only not one that an object can have.
        None if integral => Err(unknown_key(value)),
        None => Err(wrong_key_type(value)),
    }
}

fn wrong_key_type(value: &Value) -> String {
    format!(
        "Incorrect type. Expected pk value, received {}.",
        type_name(value)
    )
}

/// The message for a key that no object has.
pub(crate) fn unknown_key(value: &Value) -> String {
    format!("Invalid pk \"{}\" - object does not exist.", shown(value))
}

/// Reads a list; the first bad item speaks for all.
fn read_list(value: &Value, read_item: fn(&Value) -> Read) -> Read {
    let Value::Array(items) = value else {
        return Err(format!(
            "Expected a list of items but got type \"{}\".",
            type_name(value)
        ));
    };
    let mut kept: Vec<Value> = Vec::with_capacity(items.len());
    for item in items {
        let item = read_item(item)?;
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    Ok(Value::Array(kept))
}

/// The text of a member, with an absent one read as empty.
pub(super) fn text_of<'a>(members: &'a Map<String, Value>, name: &str) -> &'a str {
    members
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
}
