//! Tries the generated client of a document against a server of the same document that others wrote (prism's mock, say): each
//! operation is called once, with everything that it may be given.
//!
//! ```text
//! cargo run -p specwright-tests --bin calls -- DOCUMENT URL [--out DIR]
//! ```
//!
//! It fails where a call does not succeed: the server did not take the request, or the client not the answer.

mod functions;
mod program;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use specwright_core::options::{Options, Parts};
use specwright_core::output::{Layout, OpenFolder};
use specwright_core::pipeline::generate;
use specwright_core::source::Input;
use specwright_tests::harness::{cargo, say, write_workspace};

/// The crate's name.
const CRATE: &str = "called";

/// Calls every operation of a server by the client that is generated for its document.
#[derive(Debug, Parser)]
#[command(name = "calls")]
struct Arguments {
    /// The document.
    document: PathBuf,
    /// Where it is served.
    url: String,
    /// Where the crate goes.
    #[arg(long, value_name = "DIR", default_value = "target/calls")]
    out: PathBuf,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("error: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Whether all calls succeeded.
fn run(arguments: &Arguments) -> Result<bool, Box<dyn std::error::Error>> {
    let options = Options {
        parts: Some(Parts {
            client: true,
            ..Parts::NONE
        }),
        ..Options::default()
    };
    let generation = generate(&Input::File(arguments.document.clone()), &options);
    let layout = Layout::Crate {
        name: CRATE.to_owned(),
    };
    let mut files = generation.files(&layout, None)?;
    let manifest = files.iter_mut().find(|file| file.path == "Cargo.toml");
    if let Some(manifest) = manifest {
        manifest.contents.push_str(program::DEPENDENCIES);
    }
    write_workspace(&arguments.out, [CRATE])?;
    let folder = arguments.out.join(CRATE);
    let folder_alone = OpenFolder::open(&folder)?;
    folder_alone.apply_all(&folder_alone.compare(files)?)?;
    for left_out in program::write(&generation, &folder)? {
        say(&format!("not called\t{left_out}"));
    }
    let output = cargo(&arguments.out)
        .args([
            "run",
            "--quiet",
            "--package",
            CRATE,
            "--example",
            "calls",
            "--features",
            "client",
            "--",
        ])
        .arg(&arguments.url)
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (good, bad): (Vec<&str>, Vec<&str>) =
        said.lines().partition(|line| line.starts_with("ok\t"));
    bad.iter().for_each(|line| say(line));
    if !output.status.success() {
        say(&String::from_utf8_lossy(&output.stderr));
    }
    say(&format!(
        "{} calls, {} of them failed",
        good.len() + bad.len(),
        bad.len()
    ));
    Ok(output.status.success() && bad.is_empty() && !good.is_empty())
}
