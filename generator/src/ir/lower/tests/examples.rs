//! Examples of contents.

use std::sync::Arc;

use super::lowered;
use crate::ir::{Api, Example, Shown};

/// The examples of the only response's first content, as texts.
fn examples(api: &Api) -> Vec<String> {
    let operation = api.operations.first().unwrap();
    let content = operation.responses.first().unwrap().contents.first();
    let examples = content.unwrap().examples.iter();
    let show = |one: &Example| {
        let shown = match &one.shown {
            Shown::Value(value) => value.to_string(),
            Shown::Written(text) => format!("as it is: {text}"),
        };
        format!("{} {shown}", one.name.as_deref().unwrap_or("-"))
    };
    examples.map(show).collect()
}

#[test]
fn examples_are_followed_and_shared() {
    let (api, said) = lowered(
        "openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              examples:
                one: {$ref: '#/components/examples/One'}
                same: {$ref: '#/components/examples/One'}
                two: {dataValue: [2]}
                written: {serializedValue: '{ \"a\": 3 }'}
                elsewhere: {externalValue: 'https://example.org/example.json'}
components:
  examples:
    One: {value: {a: 1}}
",
    );
    assert_eq!(said, Vec::<String>::new());
    let expected = [
        "one {\"a\":1}",
        "same {\"a\":1}",
        "two [2]",
        "written as it is: { \"a\": 3 }",
    ];
    assert_eq!(examples(&api), expected);
    let operation = api.operations.first().unwrap();
    let content = operation.responses.first().unwrap().contents.first();
    let [
        Example {
            shown: Shown::Value(one),
            ..
        },
        Example {
            shown: Shown::Value(same),
            ..
        },
        ..,
    ] = content.unwrap().examples.as_slice()
    else {
        panic!("the first two are values");
    };
    assert!(Arc::ptr_eq(one, same));
}

#[test]
fn examples_of_2_0_stand_under_their_media_types() {
    let (api, said) = lowered(
        "swagger: '2.0'
info: {title: T, version: '1'}
produces: [application/json, text/plain]
paths:
  /a:
    get:
      responses:
        200:
          description: ok
          schema: {type: string}
          examples: {text/plain: b, application/json: a}
",
    );
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(examples(&api), ["- \"a\""]);
}
