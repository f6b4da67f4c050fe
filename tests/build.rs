//! Generates the code of every fixture, so that it is compiled in this crate with warnings denied.
//!
//! `specs/3.0/nullable.yaml` becomes the module `fixtures::v3_0::nullable`. A line `# generate: models` in the
//! comment at its head says which parts are generated; all, without it. `nullable.toml` beside it has more options.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let specs = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs")
        .canonicalize()?;
    println!("cargo::rerun-if-changed={}", specs.display());
    let mut shelves: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (shelf, path) in fixtures(&specs)? {
        let name = module_name(&path);
        let shelf = format!("v{}", shelf.replace('.', "_"));
        let text = fs::read_to_string(&path)?;
        let wanted = |part: &str| generate(&text).is_none_or(|parts| parts.contains(part));
        let mut generator = specwright::Generator::new(&path);
        let config = path.with_extension("toml");
        if config.is_file() {
            generator = generator.config(config);
        }
        generator
            .client(wanted("client"))
            .server(wanted("server"))
            .out_dir(out.join(&shelf))
            .file_name(format!("{name}.rs"))
            .build();
        let file = out.join(&shelf).join(format!("{name}.rs"));
        let module = format!("    #[path = {file:?}]\n    pub mod {name};\n");
        shelves.entry(shelf).or_default().push(module);
    }
    let list: String = shelves
        .iter()
        .map(|(shelf, modules)| format!("pub mod {shelf} {{\n{}}}\n", modules.concat()))
        .collect();
    fs::write(out.join("fixtures.rs"), list)
}

/// The documents on the shelves, which are the folders named for a version.
fn fixtures(specs: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for shelf in fs::read_dir(specs)? {
        let shelf = shelf?;
        let name = shelf.file_name().to_string_lossy().into_owned();
        if !name.starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        for file in fs::read_dir(shelf.path())? {
            let path = file?.path();
            if path.is_file() && path.extension().is_none_or(|ending| ending != "toml") {
                found.push((name.clone(), path));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn module_name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.replace(['-', '.'], "_")
}

/// What the head of a document says is generated.
fn generate(text: &str) -> Option<&str> {
    let head = text.lines().take_while(|line| line.starts_with('#'));
    head.filter_map(|line| line.strip_prefix("# generate:"))
        .next()
}
