//! Finding places in TOML: the parser says where everything stands.

use toml::de::{DeTable, DeValue};

use super::{Found, Wanted};

/// Finds all wanted places.
pub(super) fn walk(text: &str, wanted: &Wanted, found: &mut Found) {
    if let Ok(parsed) = DeTable::parse(text) {
        table(parsed.get_ref(), wanted, found);
    }
}

fn table(table: &DeTable<'_>, wanted: &Wanted, found: &mut Found) {
    for (key, value) in table {
        if let Some(below) = wanted.below(key.get_ref()) {
            found.key(below, &key.span(), 1);
            found.value(below, &value.span());
            inside(value.get_ref(), below, found);
        }
    }
}

fn inside(value: &DeValue<'_>, wanted: &Wanted, found: &mut Found) {
    match value {
        DeValue::Table(inner) => table(inner, wanted, found),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                if let Some(below) = wanted.below(&index.to_string()) {
                    found.value(below, &item.span());
                    inside(item.get_ref(), below, found);
                }
            }
        }
        _ => {}
    }
}
