//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use specwright_core::diagnostic::Code;

use super::choices::Choices;

/// From an OpenAPI description to Rust: models, a reqwest client, axum server traits.
#[derive(Debug, Parser)]
#[command(name = "specwright", version, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  specwright generate api.yaml --out src/generated
  specwright generate api.yaml --out petstore --crate petstore --only models,client
  specwright diff old.yaml new.yaml --fail-on breaking
  specwright mock api.yaml --listen 127.0.0.1:4010
  curl -s https://example.org/openapi.json | specwright check -

Exit status: 0 done; 1 the document has errors, --check found stale files, or --fail-on applies; 2 wrong usage.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the code of an OpenAPI description
    Generate(Generate),
    /// Write the code again whenever a file that it is made from is saved; while the document has errors, the code stays
    Watch(Watch),
    /// Say what is wrong with an OpenAPI description and what could be better, and write nothing
    Check(Check),
    /// Say what changed for those who use the code, between two documents or since code was generated
    Diff(Diff),
    /// Say what a code of a message means, with an example; all codes without one
    Explain {
        /// The code, for example SW0104
        #[arg(value_name = "CODE")]
        code: Option<Code>,
    },
    /// Show what a stage of the generator made of the document, or of one operation
    Inspect(Inspect),
    /// Serve a document's examples, or values made from its schemas, and hold requests against it, until Ctrl-C
    Mock(Mock),
    /// Write specwright.toml for a document, and what else a crate needs to use its code
    Init(Init),
    /// Write the JSON Schema of specwright.toml to standard output, for editors
    Schema,
    /// Write completions for a shell to standard output
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// The document, and how messages are written.
#[derive(Debug, Args)]
pub(super) struct Spec {
    /// The OpenAPI description, YAML or JSON; `-` reads standard input. Without one, those of the nearest specwright.toml
    #[arg(value_name = "SPEC")]
    pub(super) spec: Option<PathBuf>,
    /// How messages are written
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value_t,
        global = true
    )]
    pub(super) message_format: MessageFormat,
}

/// How messages are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// For people, in colour on a terminal
    #[default]
    Human,
    /// For programs: one JSON object per line on standard output
    Json,
    /// For code hosts: the messages alone, as one SARIF 2.1.0 log on standard output
    Sarif,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// Also fail where the lock beside the code is not that of the document, or of the files beside it
    #[arg(long)]
    pub(super) locked: bool,
    /// The folder of the code, for --locked; by default that of specwright.toml
    #[arg(long, value_name = "DIR", requires = "locked")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) choices: Choices,
}

/// What is generated, and where it goes.
#[derive(Debug, Args)]
pub(super) struct What {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// The folder for the code; it becomes a module, or a whole crate with --crate. By default that of specwright.toml
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Write a whole crate of this name, with Cargo.toml and README
    #[arg(long = "crate", value_name = "NAME", value_parser = package_name)]
    pub(super) package: Option<String>,
    #[command(flatten)]
    pub(super) choices: Choices,
    /// Also write files for your own handlers, in `handlers` beside the code; existing ones are only added to
    #[arg(long)]
    pub(super) handlers: bool,
}

#[derive(Debug, Args)]
pub(super) struct Watch {
    #[command(flatten)]
    pub(super) what: What,
}

#[derive(Debug, Args)]
pub(super) struct Generate {
    #[command(flatten)]
    pub(super) what: What,
    /// Say what would change, and change nothing
    #[arg(long, conflicts_with = "check")]
    pub(super) dry_run: bool,
    /// Change nothing, and fail where a file is not as it should be
    #[arg(long)]
    pub(super) check: bool,
    /// Overwrite also files that were changed by hand since they were generated
    #[arg(long, conflicts_with_all = ["check", "dry_run"])]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Mock {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// Where to listen; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4010")]
    pub(super) listen: String,
    /// Which values are made: the same number makes the same
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(super) seed: usize,
    /// Make values also where the document has examples
    #[arg(long)]
    pub(super) dynamic: bool,
    #[command(flatten)]
    pub(super) choices: Choices,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The OpenAPI description, YAML or JSON
    #[arg(value_name = "SPEC")]
    pub(super) spec: PathBuf,
    /// The folder for the code; by default one in `src`, named like the document
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Write a whole crate of this name
    #[arg(long = "crate", value_name = "NAME", value_parser = package_name, requires = "out")]
    pub(super) package: Option<String>,
    /// Also write what makes the code with each build, in the stead of a folder
    #[arg(long, value_name = "HOW", value_enum, conflicts_with_all = ["out", "package"])]
    pub(super) with: Option<BuildHow>,
    /// Also add the crates that the code needs to Cargo.toml
    #[arg(long)]
    pub(super) add_dependencies: bool,
}

/// What makes the code with each build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum BuildHow {
    /// A build script
    BuildScript,
    /// The macro
    Macro,
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The old document; or a folder with generated code, or its specwright.lock
    #[arg(value_name = "OLD")]
    pub(super) old: PathBuf,
    /// The new document, or what may stand in its stead
    #[arg(value_name = "NEW")]
    pub(super) new: PathBuf,
    /// How the changes are written
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) format: DiffFormat,
    /// Whose code the verdict is about; by default callers where a client is generated
    #[arg(long = "for", value_name = "WHOM", value_enum)]
    pub(super) audience: Option<Audience>,
    /// Exit with status 1 if the verdict is this
    #[arg(long, value_name = "VERDICT", value_enum)]
    pub(super) fail_on: Option<FailOn>,
    #[command(flatten)]
    pub(super) choices: Choices,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people, in colour on a terminal
    #[default]
    Human,
    /// For programs: one JSON object
    Json,
    /// For a pull request
    Markdown,
}

/// Whose code a verdict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Audience {
    /// Those who call the API with the client
    Callers,
    /// Those who implement it with the server, and clients that are in use
    Implementers,
    /// Both
    All,
}

impl Audience {
    /// The word on the command line.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Callers => "callers",
            Self::Implementers => "implementers",
            Self::All => "all",
        }
    }
}

/// A verdict that is a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Something breaks
    Breaking,
}

#[derive(Debug, Args)]
pub(super) struct Inspect {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// Show only this operation; with `plan` and `code`, a type's name works too
    #[arg(long, value_name = "ID")]
    pub(super) operation: Option<String>,
    /// Which stage
    #[arg(long, value_name = "STAGE", value_enum, default_value_t)]
    pub(super) stage: Stage,
    #[command(flatten)]
    pub(super) choices: Choices,
}

/// The stages, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Stage {
    /// The document as it was read, as JSON
    Document,
    /// What the document says, whatever its version
    Openapi,
    /// What the API means
    Ir,
    /// What Rust is written: names, types, presence
    Plan,
    /// The generated code: signatures, docs, errors
    #[default]
    Code,
}

/// A name that Cargo takes for a package: ASCII letters, digits, `-` and `_`, not starting with a digit.
fn package_name(name: &str) -> Result<String, String> {
    let fits =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    if name.chars().all(fits)
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
    {
        Ok(name.to_owned())
    } else {
        Err(
            "a package name has only ASCII letters, digits, `-` and `_`, and starts with a letter"
                .to_owned(),
        )
    }
}
