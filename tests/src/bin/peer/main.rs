//! Sets the generated code of a document against peers that others wrote: the client calls each operation once, with everything
//! that it may be given, and fails where a call does not succeed; the server answers with examples, until it is ended.
//!
//! ```text
//! cargo run -p specwright-tests --bin peer -- call DOCUMENT URL [--out DIR]
//! cargo run -p specwright-tests --bin peer -- serve DOCUMENT ADDRESS [--out DIR]
//! ```

mod call;
mod client;
mod serve;
mod server;

use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::{Parser, Subcommand};
use specwright_core::options::Options;
use specwright_core::output::{Layout, OpenFolder};
use specwright_core::pipeline::{Generation, generate};
use specwright_core::source::Input;
use specwright_tests::harness::{cargo, say, write_workspace};

/// The crate's name.
const CRATE: &str = "peer";

/// Sets generated code against peers.
#[derive(Debug, Parser)]
#[command(name = "peer")]
struct Arguments {
    #[command(subcommand)]
    side: Side,
    /// Where the crate goes.
    #[arg(long, value_name = "DIR", default_value = "target/peer", global = true)]
    out: PathBuf,
}

#[derive(Debug, Subcommand)]
enum Side {
    /// Calls every operation of a server.
    Call {
        /// The document.
        document: PathBuf,
        /// Where it is served.
        url: String,
    },
    /// Serves a document.
    Serve {
        /// The document.
        document: PathBuf,
        /// Where to listen.
        address: String,
    },
}

fn main() -> ExitCode {
    let Arguments { side, out } = Arguments::parse();
    let result = match &side {
        Side::Call { document, url } => call(document, url, &out),
        Side::Serve { document, address } => serve(document, address, &out),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("error: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Whether all calls succeeded.
fn call(document: &Path, url: &str, out: &Path) -> Result<bool, Box<dyn Error>> {
    let (generation, folder) = generated(document, out, call::DEPENDENCIES)?;
    for left_out in call::write(&generation, &folder)? {
        say(&format!("not called\t{left_out}"));
    }
    let output = program(out, "call").arg(url).output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (good, bad): (Vec<&str>, Vec<&str>) =
        said.lines().partition(|line| line.starts_with("ok\t"));
    bad.iter().for_each(|line| say(line));
    if !output.status.success() {
        say(&String::from_utf8_lossy(&output.stderr));
    }
    let calls = good.len() + bad.len();
    say(&format!("{calls} calls, {} of them failed", bad.len()));
    Ok(output.status.success() && bad.is_empty() && !good.is_empty())
}

/// Serves until the program is ended.
fn serve(document: &Path, address: &str, out: &Path) -> Result<bool, Box<dyn Error>> {
    let (generation, folder) = generated(document, out, serve::DEPENDENCIES)?;
    serve::write(&generation, &folder)?;
    Ok(program(out, "serve").arg(address).status()?.success())
}

/// The files of a module of a crate: its own, and those of the modules in it.
fn module_files(sources: &Path, module: &str) -> io::Result<Vec<syn::File>> {
    let mut paths = vec![sources.join(format!("{module}.rs"))];
    if let Ok(entries) = fs::read_dir(sources.join(module)) {
        let entries = entries.collect::<io::Result<Vec<_>>>()?;
        paths.extend(entries.into_iter().map(|entry| entry.path()));
    }
    paths.sort();
    let parsed =
        |path: &PathBuf| syn::parse_file(&fs::read_to_string(path)?).map_err(io::Error::other);
    paths.iter().map(parsed).collect()
}

/// The crate of a document, with what its program needs; gives its folder, too.
fn generated(
    document: &Path,
    out: &Path,
    dependencies: &str,
) -> Result<(Generation, PathBuf), Box<dyn Error>> {
    let generation = generate(&Input::File(document.to_owned()), &Options::default());
    let layout = Layout::Crate {
        name: CRATE.to_owned(),
    };
    let mut files = generation.files(&layout, None)?;
    let manifest = files.iter_mut().find(|file| file.path == "Cargo.toml");
    if let Some(manifest) = manifest {
        manifest.contents.push_str(dependencies);
    }
    write_workspace(out, [CRATE])?;
    let folder = out.join(CRATE);
    let folder_alone = OpenFolder::open(&folder)?;
    folder_alone.apply_all(&folder_alone.compare(files)?)?;
    Ok((generation, folder))
}

/// Builds and runs a program of the crate.
fn program(out: &Path, name: &str) -> Command {
    let mut command = cargo(out);
    command.args(["run", "--quiet", "--package", CRATE, "--example", name]);
    command.args(["--all-features", "--"]);
    command
}
