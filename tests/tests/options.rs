//! Every option exists in all three doors.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a test that cannot go on should stop"
)]

use std::collections::BTreeMap;

use specwright_core::options::{CHOICES, Options};

/// The options as fields, by the names in their `Debug` form.
fn fields(options: &Options) -> BTreeMap<String, String> {
    let text = format!("{options:#?}");
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        let field = line
            .strip_prefix("    ")
            .filter(|one| !one.starts_with([' ', '}', ']', ')']));
        if let Some((word, _)) = field.and_then(|field| field.split_once(':')) {
            name = word.to_owned();
        }
        fields.entry(name.clone()).or_default().push_str(line);
    }
    // A configuration file is no option, and where it says what, neither.
    fields.retain(|name, _| !["", "config", "places"].contains(&name.as_str()));
    fields
}

#[test]
fn every_field_is_set_by_exactly_one_choice() {
    let default = fields(&Options::default());
    let mut set: BTreeMap<String, usize> = default.keys().map(|name| (name.clone(), 0)).collect();
    for choice in CHOICES {
        let mut options = Options::default();
        let word = choice.words.first().copied().unwrap_or("word");
        (choice.set)(&mut options, vec![word.to_owned()]);
        for (name, value) in fields(&options) {
            if default.get(&name) != Some(&value) {
                *set.entry(name).or_default() += 1;
            }
        }
    }
    assert!(
        set.len() > 10 && set.values().all(|count| *count == 1),
        "{set:?}"
    );
}

#[test]
fn every_choice_is_a_flag() {
    let command = specwright::cli::command();
    let generate = command
        .find_subcommand("generate")
        .expect("the command exists");
    for choice in CHOICES {
        let flag = generate
            .get_arguments()
            .find(|argument| argument.get_long() == Some(choice.flag));
        let flag = flag.unwrap_or_else(|| panic!("--{} is no flag", choice.flag));
        let words: Vec<String> = flag
            .get_possible_values()
            .iter()
            .map(|value| value.get_name().to_owned())
            .collect();
        assert_eq!(words, choice.words, "--{}", choice.flag);
    }
}

#[test]
fn every_option_is_a_setter() {
    let spec = specwright_tests::harness::repository().join("specs/authentik-proxy.yaml");
    let parts = |client, server| {
        let generation = specwright::Generator::new(&spec)
            .client(client)
            .server(server)
            .generate();
        let module = generation.module().expect("the document is sound");
        let has = |name: &str| module.children.iter().any(|child| child.name == name);
        (has("client"), has("server"))
    };
    assert_eq!(parts(true, false), (true, false));
    assert_eq!(parts(false, true), (false, true));
    let other = specwright::Generator::new(&spec).tags(["other"]).generate();
    assert!(
        other
            .plan
            .is_some_and(|plan| plan.operation_groups.is_empty())
    );
}

#[test]
fn every_choice_is_a_key_of_the_macro() {
    for choice in CHOICES {
        let documented = std::fs::read_to_string(
            specwright_tests::harness::repository().join("macros/src/lib.rs"),
        );
        let example = format!("{} = {}", choice.key, if choice.single { "" } else { "[" });
        assert!(
            documented.expect("the file is there").contains(&example),
            "`{example}` is not in the macro's example"
        );
    }
}
