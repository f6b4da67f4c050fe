//! The same behaviour, written in several versions of OpenAPI, means the same.

use std::collections::BTreeMap;

use specwright_tests::harness::fixtures;

/// What a document means, without the places that it says it at.
fn meaning(api: &specwright_core::ir::Api) -> String {
    let mut text = String::new();
    let mut hidden_below: Option<usize> = None;
    for line in format!("{api:#?}").lines() {
        let depth = line.len() - line.trim_start().len();
        match hidden_below {
            Some(outer) if depth > outer => {}
            Some(_) => hidden_below = None,
            None if line.trim_start().starts_with("place: Place {") => hidden_below = Some(depth),
            None => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text
}

#[test]
fn the_same_behaviour_in_another_version_means_the_same() {
    let mut meanings: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for fixture in fixtures().iter().filter(|one| !one.shelf.is_empty()) {
        let api = fixture.generate().api;
        let meaning = api.as_ref().map(meaning).unwrap_or_default();
        let others = meanings.entry(fixture.name.clone()).or_default();
        others.push((fixture.label(), meaning));
    }
    let mut compared = BTreeMap::new();
    let mut problems = Vec::new();
    for others in meanings.values() {
        for pair in others.windows(2) {
            let [(first, one), (second, other)] = pair else {
                continue;
            };
            *compared.entry(second.split('/').next()).or_insert(0) += 1;
            if one != other {
                let difference = similar::TextDiff::from_lines(one.as_str(), other.as_str());
                let difference = difference.unified_diff().context_radius(2).to_string();
                problems.push(format!("{first} and {second} differ:\n{difference}"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    for shelf in ["3.0", "3.1", "3.2"] {
        let count = compared.get(&Some(shelf)).copied().unwrap_or_default();
        assert!(count >= 8, "{shelf} shares only {count} behaviours");
    }
}
