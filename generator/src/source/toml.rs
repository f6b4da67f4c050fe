//! Reading TOML: configuration files.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::load::{read_text, without_byte_order_mark};
use super::node::{Node, Number, Object};
use super::{Format, SourceFile, Sources};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// Reads a TOML file, and adds it to `sources`; its index there and its table. `None` where it cannot be read; the
/// diagnostics say why.
pub fn load_toml(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(usize, Node)> {
    let text = read_text(path);
    let index = sources.add(SourceFile {
        name: path.display().to_string(),
        path: std::path::absolute(path).ok(),
        format: Format::Toml,
        text: without_byte_order_mark(text.as_deref().unwrap_or_default().to_owned()),
    });
    if let Err(diagnostic) = text {
        diagnostics.push(diagnostic);
        return None;
    }
    let text = &sources.get(index)?.text;
    match DeTable::parse(text) {
        Ok(parsed) => Some((index, table(parsed.get_ref()))),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            let before = text.get(..start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|one| *one != '\n').count() + 1;
            let message = format!("not valid TOML: {}", error.message());
            let place = Place::position(index, line, column);
            diagnostics.push(Diagnostic::error(Code::Syntax, message).at(&place));
            None
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
