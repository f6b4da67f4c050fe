//! What a whole crate has beside its code: the skeleton's files, with their holes filled.

use specwright_templates::{SKELETON, fill};

use super::gate::{ALL_TAGS, SERVER};
use super::header::{Facts, one_line, short};
use super::tree::Tree;
use super::{GeneratedFile, OutputError, readme};
use crate::plan::Plan;

/// The root of a whole crate, as the other files name it.
const ROOT: &str = "src/lib.rs";

/// The files of a crate that are not code.
pub(super) fn files(
    tree: &Tree,
    name: &str,
    facts: &Facts,
    plan: &Plan,
) -> Result<Vec<GeneratedFile>, OutputError> {
    SKELETON
        .iter()
        .map(|skeleton| {
            let (header, values) = match skeleton.path {
                "Cargo.toml" => (short("#", ROOT), manifest(tree, name, facts)),
                "README.md" => (
                    format!("<!-- {} -->\n\n", short("", ROOT).trim()),
                    readme::values(tree, name, facts, plan),
                ),
                _ => (short("#", ROOT), Vec::new()),
            };
            let values: Vec<(&str, &str)> = values
                .iter()
                .map(|(hole, value)| (*hole, value.as_str()))
                .collect();
            let text = fill(skeleton.text, &values).map_err(|error| OutputError {
                module: skeleton.path.to_owned(),
                message: error.to_string(),
            })?;
            Ok(GeneratedFile {
                path: skeleton.path.to_owned(),
                contents: format!("{header}{}\n", text.trim_end()),
            })
        })
        .collect()
}

/// What fills the holes of `Cargo.toml`.
fn manifest(tree: &Tree, name: &str, facts: &Facts) -> Vec<(&'static str, String)> {
    let description = format!(
        "{} {}, generated from its OpenAPI description",
        one_line(&facts.title),
        one_line(&facts.version)
    );
    vec![
        ("name", name.to_owned()),
        ("description", toml_text(&description)),
        ("features", features(tree)),
        ("dependencies", tree.dependencies.rows()),
    ]
}

/// The rows of the table of features: the parts, which are on by default with all tags, and the tags.
fn features(tree: &Tree) -> String {
    let parts = tree.features();
    let all_tags = (!tree.tags.is_empty()).then_some(ALL_TAGS);
    let default: Vec<&str> = parts.iter().copied().chain(all_tags).collect();
    let mut table = format!("default = {default:?}\n");
    for part in parts {
        let crates = tree.dependencies.switched_by(part);
        let mut needs: Vec<String> = crates.iter().map(|name| format!("dep:{name}")).collect();
        needs.extend(all_tags.filter(|_| part == SERVER).map(str::to_owned));
        table.push_str(&format!("{part} = {needs:?}\n"));
    }
    if let Some(name) = all_tags {
        table.push_str(&format!("{name} = {:?}\n", Vec::from_iter(&tree.tags)));
        table.extend(tree.tags.iter().map(|tag| format!("{tag} = []\n")));
    }
    table
}

/// A basic string of TOML (v1.0.0, "String"), which shares its escapes with JSON.
fn toml_text(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    serde_json::Value::String(words.join(" "))
        .to_string()
        .replace('\u{7f}', "\\u007f")
}
