//! The options of the generator as flags, made from the one table that declares them.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use specwright_core::options::{CHOICES, Options};

/// The chosen options.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    /// The options.
    pub(super) options: Options,
    /// The flags that chose them, as they are written on a command line.
    pub(super) flags: Vec<String>,
}

impl Args for Choices {
    fn augment_args(command: Command) -> Command {
        let config = Arg::new("config")
            .long("config")
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .help("A TOML file with these options; those of the command line count more");
        CHOICES.iter().fold(command.arg(config), |command, choice| {
            let flag = Arg::new(choice.key)
                .long(choice.flag)
                .value_name(choice.value)
                .help(choice.help.trim())
                .action(if choice.single {
                    ArgAction::Set
                } else {
                    ArgAction::Append
                });
            command.arg(match choice.words {
                [] => flag,
                words if choice.single => flag.value_parser(PossibleValuesParser::new(words)),
                words => flag
                    .value_delimiter(',')
                    .value_parser(PossibleValuesParser::new(words)),
            })
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Choices {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut choices = Self::default();
        choices.update_from_arg_matches(matches)?;
        Ok(choices)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        if let Some(path) = matches.get_one::<PathBuf>("config") {
            self.flags
                .push(format!("--config {}", quoted(&path.to_string_lossy())));
            self.options.config = Some(path.clone());
        }
        for choice in CHOICES {
            if matches.value_source(choice.key) != Some(ValueSource::CommandLine) {
                continue;
            }
            let words: Vec<String> = matches
                .get_many::<String>(choice.key)
                .unwrap_or_default()
                .cloned()
                .collect();
            let values = if choice.words.is_empty() {
                words.clone()
            } else {
                vec![words.join(",")]
            };
            self.flags.extend(
                values
                    .iter()
                    .map(|value| format!("--{} {}", choice.flag, quoted(value))),
            );
            (choice.set)(&mut self.options, words);
        }
        Ok(())
    }
}

/// A word as a shell reads it.
pub(super) fn quoted(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./,:@=+".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
