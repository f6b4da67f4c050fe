//! What the fuzz targets share: one run of the generator, and documents made of choices.

mod document;
#[path = "../../src/harness/harmless.rs"]
mod harmless;
mod stack;

use std::path::Path;
use std::sync::LazyLock;
use std::{fs, io};

pub use document::document;
use harmless::Harmless;
use specwright_core::options::Options;
use specwright_core::pipeline::{self, Generation};
use specwright_core::source::Input;

/// What the code of the project's own documents is made of.
static HARMLESS: LazyLock<Harmless> = LazyLock::new(|| {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let mut good = Vec::new();
    generate_all(&specs, &mut good).expect("the project's own documents can be read");
    Harmless::like(good).expect("their code is harmless")
});

/// Reads the project's own documents, so that no run is slow for it.
pub fn prepare() {
    LazyLock::force(&HARMLESS);
}

/// Generates a document, and everything that is said of it.
///
/// # Panics
/// If its code is not Rust, or made of anything that the code of good documents is not made of.
pub fn generate(text: &str) {
    stack::give_handler_a_stack();
    let input = Input::Text {
        name: "fuzz".to_owned(),
        text: text.to_owned(),
    };
    let generation = pipeline::check(&input, &Options::default());
    for message in generation.messages() {
        assert!(!message.message.is_empty(), "{message:?}");
    }
    HARMLESS
        .check(&generation)
        .unwrap_or_else(|found| panic!("{found}"));
}

/// Generates all documents below a folder that are not meant to be wrong.
fn generate_all(folder: &Path, generations: &mut Vec<Generation>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("invalid") {
            generate_all(&path, generations)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            let mut options = Options::default();
            options.config = Some(path.with_extension("toml")).filter(|config| config.is_file());
            generations.push(pipeline::generate(&Input::File(path), &options));
        }
    }
    Ok(())
}
