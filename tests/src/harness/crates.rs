//! Crates that the tests generate and compile by themselves.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

/// Writes the manifest of a workspace of these crates, which are folders in it. One that says the same is left alone, since
/// Cargo looks at its time.
///
/// # Errors
/// A folder that cannot be written.
pub fn write_workspace<'m>(
    folder: &Path,
    members: impl IntoIterator<Item = &'m str>,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let members = members.into_iter().map(|name| format!("    {name:?},\n"));
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{}]\n\n[profile.dev]\nincremental = false\ndebug = false\n",
        members.collect::<String>()
    );
    let path = folder.join("Cargo.toml");
    if fs::read_to_string(&path).ok().as_deref() == Some(&manifest) {
        return Ok(());
    }
    fs::write(path, manifest)
}

/// Cargo for such a workspace: the settings of the run that this program is part of are not those of its crates.
pub fn cargo(folder: &Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(folder).env_remove("CARGO_TARGET_DIR");
    command
}

/// Prints a line; a closed output is no failure of the run.
pub fn say(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}
