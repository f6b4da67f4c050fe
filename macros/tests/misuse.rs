//! What a wrong call of `include_api!` says, and a wrong use of what it makes. `TRYBUILD=overwrite` rewrites the expectations.

use std::path::Path;
use std::{fs, io};

#[test]
fn wrong_calls_are_explained() -> io::Result<()> {
    // The calls are compiled as a crate of their own, in whose folder the macro looks for documents.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
    let documents = target.join("tests/trybuild/specwright-macros/ui");
    fs::create_dir_all(&documents)?;
    for document in ["broken.yaml", "secured.yaml"] {
        fs::copy(format!("tests/ui/{document}"), documents.join(document))?;
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
    Ok(())
}
