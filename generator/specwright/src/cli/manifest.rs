//! Adding dependencies to a `Cargo.toml`: what is there stays as it is, byte for byte.

use toml_edit::{DocumentMut, InlineTable, Item, Table, TomlError, Value};

/// What is to be added, as rows of tables.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// To `[dependencies]`.
    pub(super) normal: String,
    /// To `[build-dependencies]`.
    pub(super) build: String,
}

/// A manifest after the addition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Added {
    /// Its text.
    pub(super) text: String,
    /// The crates that were added.
    pub(super) names: Vec<String>,
    /// The crates that were there.
    pub(super) present: Vec<String>,
}

/// Adds what is missing.
///
/// # Errors
/// A manifest that is not TOML, or has something else where dependencies stand.
pub(super) fn add(manifest: &str, wanted: &Wanted) -> Result<Added, String> {
    let parse = |text: &str| {
        text.parse::<DocumentMut>()
            .map_err(|error: TomlError| error.to_string())
    };
    let mut document = parse(manifest)?;
    let (mut names, mut present) = (Vec::new(), Vec::new());
    for (section, rows) in [
        ("dependencies", &wanted.normal),
        ("build-dependencies", &wanted.build),
    ] {
        let rows = parse(rows)?;
        if rows.is_empty() {
            continue;
        }
        let table = document
            .entry(section)
            .or_insert_with(|| Item::Table(Table::new()))
            .as_table_like_mut()
            .ok_or_else(|| format!("`{section}` is no table"))?;
        for (name, row) in rows.iter() {
            if table.contains_key(name) {
                present.push(name.to_owned());
            } else {
                table.insert(name, required(row));
                names.push(name.to_owned());
            }
        }
    }
    Ok(Added {
        text: document.to_string(),
        names,
        present,
    })
}

/// A dependency that is always there, in its shortest form.
fn required(row: &Item) -> Item {
    let Some(Value::InlineTable(table)) = row.as_value() else {
        return row.clone();
    };
    let mut table: InlineTable = table.clone();
    table.remove("optional");
    table.fmt();
    match table.get("version") {
        Some(version) if table.len() == 1 => Item::Value(version.clone()),
        _ => Item::Value(table.into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    #[test]
    fn what_is_there_stays_as_it_is() {
        let manifest = "# Mine.\n[package]\nname =   'x'\n\n[dependencies]\nserde = { version = '1' } # odd\n\n[features]\n";
        let wanted = Wanted {
            normal: "serde = \"1\"\nbytes = { version = \"1\", optional = true }\nhttp = { version = \"1\", default-features = false, optional = true }\n".to_owned(),
            build: "specwright = \"0.1\"\n".to_owned(),
        };
        let added = add(manifest, &wanted).unwrap();
        assert_eq!(
            (added.names.join(" "), added.present.join(" ")),
            ("bytes http specwright".to_owned(), "serde".to_owned())
        );
        let expected = "# odd\nbytes = \"1\"\nhttp = { version = \"1\", default-features = false }\n\n[features]\n";
        assert!(
            added.text.starts_with("# Mine.\n[package]\nname =   'x'\n"),
            "{}",
            added.text
        );
        assert!(added.text.contains(expected), "{}", added.text);
        assert!(
            added
                .text
                .ends_with("[build-dependencies]\nspecwright = \"0.1\"\n"),
            "{}",
            added.text
        );
        let again = add(&added.text, &wanted).unwrap();
        assert_eq!((again.text, again.names), (added.text, Vec::new()));
        assert!(add("dependencies = 1", &wanted).is_err());
    }
}
