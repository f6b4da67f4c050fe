//! The committed code of `generated-example` is what the generator makes today.

use std::env;

use specwright_tests::harness::repository;

/// The command that its header names.
const COMMAND: &str =
    "specwright generate specs/authentik-proxy.yaml --out generated-example/src/generated";

#[test]
fn the_committed_code_is_fresh() -> std::io::Result<()> {
    env::set_current_dir(repository())?;
    let arguments = COMMAND.split(' ').chain(["--check"]).map(Into::into);
    let status = specwright::cli::run(arguments);
    assert_eq!(
        status,
        0,
        "run: {}",
        COMMAND.replace("specwright", "cargo run --")
    );
    Ok(())
}
