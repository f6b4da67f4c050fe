//! The tables of the README are derived from what they speak of.

use std::collections::{BTreeMap, BTreeSet};

use specwright_tests::harness::{fixtures, golden, repository};

const BEGIN: &str = "<!-- support: begin -->\n";
const END: &str = "<!-- support: end -->";

/// One row per behaviour, one column per version.
fn table() -> String {
    let fixtures: Vec<_> = fixtures()
        .into_iter()
        .filter(|fixture| !fixture.shelf.is_empty())
        .collect();
    let versions: BTreeSet<&str> = fixtures
        .iter()
        .map(|fixture| fixture.shelf.as_str())
        .collect();
    let mut rows: BTreeMap<&str, (BTreeSet<&str>, &str)> = BTreeMap::new();
    for fixture in &fixtures {
        let why = fixture.comment.lines().next().unwrap_or_default();
        let row = rows
            .entry(fixture.name.as_str())
            .or_insert((BTreeSet::new(), why));
        row.0.insert(&fixture.shelf);
    }
    let mut table = String::from("| behaviour |");
    versions
        .iter()
        .for_each(|version| table.push_str(&format!(" {version} |")));
    table.push_str(" what it shows |\n|---|");
    table.push_str(&"---|".repeat(versions.len() + 1));
    table.push('\n');
    for (name, (shelves, why)) in rows {
        table.push_str(&format!("| {} |", name.replace('-', " ")));
        for version in &versions {
            table.push_str(if shelves.contains(version) {
                " yes |"
            } else {
                " |"
            });
        }
        table.push_str(&format!(" {} |\n", why.replace('|', "\\|")));
    }
    table
}

#[test]
fn the_support_table_is_fresh() -> Result<(), Box<dyn std::error::Error>> {
    let path = repository().join("README.md");
    let text = std::fs::read_to_string(&path)?;
    let (before, rest) = text
        .split_once(BEGIN)
        .ok_or("the README has no place for the table")?;
    let (_, after) = rest
        .split_once(END)
        .ok_or("the place for the table does not end")?;
    golden(&path, &format!("{before}{BEGIN}{}{END}{after}", table()))?;
    Ok(())
}

#[test]
fn every_fixture_says_why_it_is_there() {
    let silent: Vec<String> = fixtures()
        .iter()
        .filter(|fixture| fixture.comment.is_empty())
        .map(|fixture| fixture.label())
        .collect();
    assert!(
        silent.is_empty(),
        "without a comment at the head: {silent:?}"
    );
}
