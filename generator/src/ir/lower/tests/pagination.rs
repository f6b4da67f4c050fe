//! Which operations give their results page by page, and how.

use super::lowered;
use crate::ir::{NextPage, Pagination};

/// What becomes of an operation with these parameters, and an answer with these members.
fn pages(parameters: &[&str], members: &str) -> Option<Pagination> {
    let parameters = parameters.iter().map(|one| {
        let (name, schema) = one.split_once(':').unwrap();
        format!("{{name: '{name}', in: query, schema: {{type: {schema}}}}}")
    });
    let parameters: Vec<String> = parameters.collect();
    let (api, said) = lowered(&format!(
        "openapi: 3.0.3
info: {{title: T, version: '1'}}
paths:
  /a:
    get:
      parameters: [{}]
      responses:
        '200': {{description: ok, content: {{application/json: {{schema: {{type: object, properties: {{{members}}}}}}}}}}}
",
        parameters.join(", ")
    ));
    assert_eq!(said, Vec::<String>::new());
    api.operations.first().unwrap().pagination.clone()
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

const LIST: &str = "found: {type: array, items: {type: string}}";

#[test]
fn what_is_plain_is_found() {
    let member = |path: &[&str]| NextPage::Member(words(path));
    let text = "{type: string}";
    let number = "{type: integer}";
    for (parameter, members, next) in [
        (
            "cursor:string",
            format!("next_cursor: {text}"),
            member(&["next_cursor"]),
        ),
        (
            "pageToken:string",
            format!("nextPageToken: {text}"),
            member(&["nextPageToken"]),
        ),
        (
            "page:integer",
            format!("pagination: {{type: object, properties: {{next: {number}}}}}"),
            member(&["pagination", "next"]),
        ),
        (
            "page:integer",
            "next: {type: string, format: uri}".to_owned(),
            member(&["next"]),
        ),
        (
            "after:string",
            format!("last_id: {text}, has_more: {{type: boolean}}"),
            member(&["last_id"]),
        ),
        (
            "page:integer",
            "has_more: {type: boolean}".to_owned(),
            NextPage::Number {
                first: 1,
                total: None,
            },
        ),
        (
            "page:integer",
            format!("total_pages: {number}"),
            NextPage::Number {
                first: 1,
                total: Some(words(&["total_pages"])),
            },
        ),
        (
            "offset:integer",
            format!("total: {number}"),
            NextPage::Offset {
                total: Some(words(&["total"])),
            },
        ),
    ] {
        let found = pages(&[parameter], &format!("{LIST}, {members}")).unwrap();
        assert_eq!(found.items, ["found"], "{parameter} {members}");
        assert_eq!(found.next, next, "{parameter} {members}");
    }
}

#[test]
fn what_says_nothing_of_its_end_has_no_pages() {
    for (parameter, members) in [
        ("page:integer", LIST.to_owned()),
        ("limit:integer", format!("{LIST}, next: {{type: integer}}")),
        ("cursor:string", format!("{LIST}, cursor: {{type: string}}")),
        ("cursor:string", format!("{LIST}, next: {{type: integer}}")),
        ("after:string", format!("{LIST}, last_id: {{type: string}}")),
        ("page:integer", "has_more: {type: boolean}".to_owned()),
        (
            "page:integer",
            format!("{LIST}, seen: {{type: array, items: {{}}}}, has_more: {{type: boolean}}"),
        ),
    ] {
        assert_eq!(pages(&[parameter], &members), None, "{parameter} {members}");
    }
}

#[test]
fn the_document_has_the_last_word() {
    let document = |said: &str| {
        let (api, _) = lowered(&format!(
            "openapi: 3.0.3
info: {{title: T, version: '1'}}
paths:
  /a:
    get:
      x-pagination: {said}
      parameters: [{{name: page, in: query, schema: {{type: integer, default: 0}}}}]
      responses:
        '200': {{description: ok, content: {{application/json: {{schema: {{type: object, properties: {{{LIST}, has_more: {{type: boolean}}}}}}}}}}}}
"
        ));
        api.operations.first().unwrap().pagination.clone()
    };
    assert_eq!(document("false"), None);
    assert_eq!(document("{parameter: page}"), None);
    let counted = document("{parameter: page, by: pages}").unwrap();
    assert_eq!(
        counted.next,
        NextPage::Number {
            first: 0,
            total: None
        }
    );
    assert_eq!(counted.more, None);
    let offset = document("{parameter: page, by: items, more: has_more}").unwrap();
    assert_eq!(offset.next, NextPage::Offset { total: None });
    assert_eq!(offset.more, Some(words(&["has_more"])));
}
