//! What a whole crate has beside its code: `Cargo.toml`, a README with a first call, `.gitignore`.

use super::header::{Facts, short};
use super::tree::Tree;
use super::{CrateLayout, GeneratedFile};

/// The root of a whole crate, as the other files name it.
const ROOT: &str = "src/lib.rs";

/// The files of a crate that are not code.
pub(super) fn files(tree: &Tree, layout: &CrateLayout, facts: &Facts) -> Vec<GeneratedFile> {
    let file = |path: &str, contents: String| GeneratedFile {
        path: path.to_owned(),
        contents,
    };
    vec![
        file("Cargo.toml", cargo(tree, layout, facts)),
        file(".gitignore", format!("{}/target/\n", short("#", ROOT))),
    ]
}

fn cargo(tree: &Tree, layout: &CrateLayout, facts: &Facts) -> String {
    let features = tree.features();
    let mut text = short("#", ROOT);
    let description = format!(
        "{} {}, generated from its OpenAPI description",
        facts.title, facts.version
    );
    text.push_str(&format!(
        "\n[package]\nname = {}\nversion = \"0.1.0\"\nedition = \"2024\"\ndescription = {}\npublish = false\n",
        toml_text(&layout.name),
        toml_text(&description),
    ));
    if !features.is_empty() {
        text.push_str(&format!("\n[features]\ndefault = {features:?}\n"));
        for feature in features {
            let crates: Vec<String> = tree
                .dependencies
                .switched_by(feature)
                .iter()
                .map(|name| format!("dep:{name}"))
                .collect();
            text.push_str(&format!("{feature} = {crates:?}\n"));
        }
    }
    text.push_str(&format!("\n[dependencies]\n{}", tree.dependencies.rows()));
    text
}

/// A basic string of TOML.
fn toml_text(text: &str) -> String {
    serde_json::Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}
