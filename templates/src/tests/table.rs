//! The table of files against the files, and the filling of holes.

use std::collections::BTreeSet;

use crate::{FILES, FillError, SKELETON, closure, crates, fill};

/// The code without its comments.
fn code(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The words that directly follow `prefix`, also those in braces.
fn words_after<'t>(code: &'t str, prefix: &str) -> BTreeSet<&'t str> {
    let word = |text: &'t str| {
        text.split(|character: char| !character.is_alphanumeric() && character != '_')
            .next()
    };
    let mut words = BTreeSet::new();
    for (index, _) in code.match_indices(prefix) {
        let rest = &code[index + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                words.extend(list.split(',').filter_map(|item| word(item.trim())));
            }
            None => words.extend(word(rest)),
        }
    }
    words
}

#[test]
fn every_file_states_the_files_that_it_uses() {
    let names: BTreeSet<&str> = FILES.iter().map(|template| template.name).collect();
    for template in FILES {
        let code = code(template.text);
        let mut used = words_after(&code, "super::");
        used.remove(template.name);
        let used: Vec<&str> = used.intersection(&names).copied().collect();
        assert_eq!(template.needs, used, "{}", template.name);
    }
}

#[test]
fn every_file_states_the_crates_that_it_uses() {
    for template in FILES {
        let code = code(template.text);
        let text = code.replace("$crate::", "").replace("super::", "");
        for dependency in crates(FILES) {
            let path = format!("::{}::", dependency.name.replace('-', "_"));
            let uses = text.match_indices(&path).any(|(index, _)| {
                !text[..index].ends_with(|before: char| {
                    before.is_alphanumeric() || before == '_' || before == '>'
                })
            });
            let mut stated = template.crates.iter();
            assert_eq!(
                stated.any(|one| one.name == dependency.name),
                uses,
                "{} and {}",
                template.name,
                dependency.name
            );
        }
    }
}

#[test]
fn the_table_has_every_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/runtime");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name != "mod")
        .collect();
    names.sort();
    assert_eq!(
        FILES
            .iter()
            .map(|template| template.name)
            .collect::<Vec<_>>(),
        names
    );
}

#[test]
fn the_text_is_fit_for_the_output() {
    for template in FILES {
        assert!(
            template.text.starts_with("//! "),
            "{} says its job",
            template.name
        );
        assert!(
            !template.text.contains("cfg(test)"),
            "{} has no tests",
            template.name
        );
        assert!(
            !template.text.contains("crate::"),
            "{} may sit anywhere in a crate",
            template.name
        );
        assert!(
            !template.text.contains("#![allow"),
            "{} allows nothing as a whole",
            template.name
        );
        assert!(
            template.text.lines().count() <= 500,
            "{} is short",
            template.name
        );
    }
}

#[test]
fn versions_are_those_that_are_tested() {
    let manifest =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml")).unwrap();
    for dependency in crates(FILES) {
        let line = manifest
            .lines()
            .find(|line| line.starts_with(&format!("{} = ", dependency.name)))
            .unwrap();
        assert!(
            line.contains(&format!("\"{}\"", dependency.version)),
            "{line}"
        );
    }
}

#[test]
fn client_and_server_do_not_need_each_other() {
    let crates_of = |names: &[&str]| -> Vec<&str> {
        crates(closure(names.iter().copied()))
            .iter()
            .map(|dependency| dependency.name)
            .collect()
    };
    let client = crates_of(&["client", "call", "form", "multipart", "basic", "responses"]);
    let server = crates_of(&[
        "router",
        "exchange",
        "form_read",
        "multipart_read",
        "parameters",
        "basic",
    ]);
    assert!(
        client.contains(&"reqwest") && !client.contains(&"axum"),
        "{client:?}"
    );
    assert!(
        server.contains(&"axum") && !server.contains(&"reqwest"),
        "{server:?}"
    );
}

#[test]
fn a_closure_is_sorted_and_leaves_out_unknown_names() {
    let names: Vec<&str> = closure(["validate", "maybe", "no such file"])
        .iter()
        .map(|template| template.name)
        .collect();
    assert!(
        names == ["maybe", "problem", "report", "validate"],
        "{names:?}"
    );
}

#[test]
fn holes_are_filled_once_and_all_of_them() {
    assert_eq!(
        fill("{{a}} and {{b}}, {{a}}", &[("a", "{{b}}"), ("b", "2")]).unwrap(),
        "{{b}} and 2, {{b}}"
    );
    assert_eq!(fill("{{a}}", &[]), Err(FillError::Missing("a".to_owned())));
    assert_eq!(
        fill("text", &[("a", "1")]),
        Err(FillError::Unused("a".to_owned()))
    );
    assert_eq!(fill("{{a", &[("a", "1")]), Err(FillError::Unclosed));
}

#[test]
fn every_skeleton_ends_with_a_line_break() {
    assert!(
        SKELETON
            .iter()
            .all(|skeleton| skeleton.text.ends_with('\n'))
    );
}
