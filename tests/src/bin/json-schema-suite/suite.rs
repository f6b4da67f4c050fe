//! The suite: groups of cases, each with a schema.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

/// A schema and what it says to some values.
pub(crate) struct Group {
    /// The file without its ending, and what the group is about: `minLength / minLength validation`.
    pub(crate) name: String,
    /// The schema.
    pub(crate) schema: Value,
    /// The cases.
    pub(crate) cases: Vec<Case>,
}

/// A value, and whether the schema accepts it.
pub(crate) struct Case {
    /// What it shows.
    pub(crate) name: String,
    /// The value.
    pub(crate) data: Value,
    /// Whether it is valid.
    pub(crate) valid: bool,
}

/// All groups of the folder whose name contains the filter; none where there is no suite.
pub(crate) fn read(suite: &Path, filter: Option<&str>) -> io::Result<Vec<Group>> {
    let folder = suite.join("tests/draft2020-12");
    let mut groups = Vec::new();
    for path in specwright_tests::harness::entries(&folder) {
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let file = path.file_stem().unwrap_or_default().to_string_lossy();
        let listed: Vec<Value> = serde_json::from_slice(&fs::read(&path)?)?;
        groups.extend(listed.iter().map(|listed| group(&file, listed)));
    }
    groups.retain(|group| filter.is_none_or(|text| group.name.contains(text)));
    Ok(groups)
}

fn group(file: &str, listed: &Value) -> Group {
    let cases = listed.get("tests").and_then(Value::as_array);
    Group {
        name: format!("{file} / {}", text(listed)),
        schema: listed.get("schema").cloned().unwrap_or_default(),
        cases: cases.into_iter().flatten().map(case).collect(),
    }
}

fn case(listed: &Value) -> Case {
    Case {
        name: text(listed),
        data: listed.get("data").cloned().unwrap_or_default(),
        valid: listed.get("valid") == Some(&Value::Bool(true)),
    }
}

fn text(listed: &Value) -> String {
    let text = listed.get("description").and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}
