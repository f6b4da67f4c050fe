//! Reading TOML: configuration files.

use toml::de::{DeTable, DeValue};

use super::Format;
use super::node::{Node, Number, Object};
use super::read::{line_and_column, syntax};
use crate::diagnostic::Diagnostic;

/// Reads a whole text.
///
/// # Errors
/// Where it cannot be parsed.
pub(super) fn read(text: &str, file: usize) -> Result<Node, Diagnostic> {
    match DeTable::parse(text) {
        Ok(parsed) => Ok(table(parsed.get_ref())),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            Err(syntax(
                Format::Toml,
                text,
                error.message(),
                Some(line_and_column(text, start)),
                file,
            ))
        }
    }
}

fn table(table: &DeTable<'_>) -> Node {
    let entries = table
        .iter()
        .map(|(key, value)| (key.get_ref().as_ref().into(), node(value.get_ref())));
    Node::Object(Object::new(entries.collect()))
}

fn node(value: &DeValue<'_>) -> Node {
    match value {
        DeValue::String(text) => Node::Text(text.as_ref().into()),
        DeValue::Integer(number) => Node::Number(Number::integer(number)),
        DeValue::Float(number) => {
            Node::Number(Number::double(number.as_str().parse().unwrap_or(f64::NAN)))
        }
        DeValue::Boolean(value) => Node::Bool(*value),
        DeValue::Datetime(text) => Node::Text(text.to_string().into()),
        DeValue::Array(items) => {
            Node::List(items.iter().map(|item| node(item.get_ref())).collect())
        }
        DeValue::Table(inner) => table(inner),
    }
}
