//! What breaks whom, by documents in two versions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failed unwrap is a failed test"
)]

use super::*;
use crate::options::Options;
use crate::pipeline;
use crate::source::Input;

const API: &str = "
openapi: 3.0.3
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
    get:
      operationId: get_pet
      tags: [pets]
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        '404': { description: B, content: { application/json: { schema: { type: string } } } }
    put:
      operationId: put_pet
      tags: [pets]
      security: [{ token: [] }, { key: [] }]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/NewPet' } } }
      responses:
        '204': { description: A }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Pet:
      type: object
      required: [name, kind]
      properties:
        name: { type: string }
        kind: { $ref: '#/components/schemas/Kind' }
        born: { type: string }
    NewPet:
      type: object
      required: [name]
      properties:
        name: { type: string, maxLength: 20 }
        size: { $ref: '#/components/schemas/Size' }
    Kind: { type: string, enum: [cat, dog] }
    Size: { type: string, enum: [small, large] }
    Lonely: { type: object, properties: { a: { type: string } } }
";

fn surface(text: &str) -> Surface {
    let name = "api.yaml".to_owned();
    let input = Input::Text {
        name,
        text: text.to_owned(),
    };
    let generation = pipeline::generate(&input, &Options::default());
    assert!(
        !generation.diagnostics.has_errors(),
        "{:#?}",
        generation.messages()
    );
    generation.surface().unwrap()
}

/// Replaces texts, each of which must be there.
fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = API.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

fn told(comparison: &Comparison) -> Vec<String> {
    let letter = |effect| match effect {
        Effect::Nothing => '-',
        Effect::Addition => '+',
        Effect::Breaking => '!',
    };
    let lines = comparison.changes.iter().map(|change| {
        let what = match &change.what {
            What::Added => "added".to_owned(),
            What::Removed => "removed".to_owned(),
            What::Renamed { from } => format!("was {from}"),
            What::Changed { fact, old, new } => format!("{fact}: {old} > {new}"),
        };
        let Effects {
            callers,
            implementers,
        } = change.effects;
        format!(
            "{}{} {}: {what}",
            letter(callers),
            letter(implementers),
            change.key
        )
    });
    lines.collect()
}

fn assert_told(edits: &[(&str, &str)], expected: &[&str]) {
    let comparison = compare(&surface(API), &surface(&edited(edits)));
    assert_eq!(told(&comparison), expected, "{edits:?}");
}

#[test]
fn nothing_is_told_of_what_is_the_same() {
    assert_told(&[], &[]);
    assert_told(
        &[
            ("title: Pets", "title: Animals"),
            ("description: A", "description: C"),
        ],
        &[],
    );
}

#[test]
fn fields_break_those_who_cannot_go_on_without_them() {
    let born = "        born: { type: string }\n";
    assert_told(
        &[(
            born,
            "        born: { type: string }\n        color: { type: string }\n",
        )],
        &["++ field Pet.color: added"],
    );
    assert_told(
        &[("[name, kind]", "[name, kind, born]")],
        &["!! field Pet.born: type: Option<String> > String"],
    );
    assert_told(&[(born, "")], &["!! field Pet.born: removed"]);
    assert_told(
        &[
            ("size: {", "size2: { type: integer }\n        size: {"),
            ("required: [name]", "required: [name, size2]"),
        ],
        &["!+ field NewPet.size2: added"],
    );
    assert_told(
        &[("maxLength: 20", "maxLength: 10")],
        &["!- field NewPet.name: limits: MaxLength 20 > MaxLength 10"],
    );
    assert_told(
        &[("maxLength: 20", "maxLength: 30")],
        &["+- field NewPet.name: limits: MaxLength 20 > MaxLength 30"],
    );
}

#[test]
fn variants_break_those_who_read_them() {
    assert_told(
        &[("[cat, dog]", "[cat, dog, cow]")],
        &["!+ variant Kind.Cow: added"],
    );
    assert_told(
        &[("[small, large]", "[small, large, huge]")],
        &["+! variant Size.Huge: added"],
    );
    assert_told(
        &[("[small, large]", "[small]")],
        &["!! variant Size.Large: removed"],
    );
}

#[test]
fn parameters_break_by_being_demanded() {
    let limit = "- { name: limit, in: query, schema: { type: integer } }";
    assert_told(
        &[(
            limit,
            &format!("{limit}\n        - {{ name: page, in: query, schema: {{ type: integer }} }}"),
        )],
        &["++ parameter get_pet.page: added"],
    );
    assert_told(
        &[(
            "name: limit, in: query",
            "name: limit, in: query, required: true",
        )],
        &["!! parameter get_pet.limit: required: no > yes"],
    );
    assert_told(
        &[(&format!("      parameters:\n        {limit}\n"), "")],
        &["!! parameter get_pet.limit: removed"],
    );
    assert_told(
        &[("name: limit, in: query", "name: limit, in: header")],
        &["+! parameter get_pet.limit: in: query > header"],
    );
}

#[test]
fn answers_break_by_their_types() {
    let found = "'404': { description: B";
    assert_told(
        &[(
            found,
            "'403': { description: C }\n        '404': { description: B",
        )],
        &["!! answer get_pet.403: added"],
    );
    assert_told(
        &[(
            "'204': { description: A }",
            "'204': { description: A }\n        '400': { description: C }",
        )],
        &["+! answer put_pet.400: added"],
    );
}

#[test]
fn operations_and_access() {
    assert_told(
        &[("operationId: put_pet", "operationId: store_pet")],
        &["!! operation store_pet: was put_pet"],
    );
    assert_told(
        &[("  /pets/{id}:", "  /animals/{id}:")],
        &[
            "-! operation get_pet: call: GET /pets/{id} > GET /animals/{id}",
            "-! operation put_pet: call: PUT /pets/{id} > PUT /animals/{id}",
        ],
    );
    assert_told(
        &[(
            "[{ token: [] }, { key: [] }]",
            "[{ token: [] }, { key: [] }, {}]",
        )],
        &["+! operation put_pet: access: token | key > token | key | nobody"],
    );
    assert_told(
        &[("[{ token: [] }, { key: [] }]", "[{ token: [] , key: [] }]")],
        &["!+ operation put_pet: access: token | key > token + key"],
    );
}

#[test]
fn what_is_renamed_is_recognised_and_can_be_kept() {
    let new = API.replace("Kind", "Species").replace("born:", "born_on:");
    let comparison = compare(&surface(API), &surface(&new));
    assert_eq!(
        told(&comparison),
        [
            "-! field Pet.born_on: wire: born > born_on",
            "!! field Pet.born_on: was born",
            "!! type Species: was Kind"
        ]
    );
    assert_eq!(comparison.renames, ["Species=Kind", "Pet.born_on=born"]);
    let options = Options {
        rename: comparison.renames,
        ..Options::default()
    };
    let input = Input::Text {
        name: "api.yaml".to_owned(),
        text: new,
    };
    let kept = pipeline::generate(&input, &options).surface().unwrap();
    let comparison = compare(&surface(API), &kept);
    assert_eq!(
        told(&comparison),
        ["-! field Pet.born: wire: born > born_on"]
    );
}

#[test]
fn types_come_and_go() {
    assert_told(
        &[(
            "    Lonely: { type: object, properties: { a: { type: string } } }\n",
            "",
        )],
        &["!! type Lonely: removed"],
    );
    assert_told(
        &[(
            "    Lonely:",
            "    Other: { type: string, enum: [x, y] }\n    Lonely:",
        )],
        &["++ type Other: added"],
    );
    assert_told(
        &[(
            "Lonely: { type: object, properties: { a: { type: string } } }",
            "Lonely: { type: string }",
        )],
        &["!! type Lonely: kind: struct > alias"],
    );
}

#[test]
fn a_lock_compares_like_the_document_that_it_was_made_of() {
    let new = surface(&edited(&[("[cat, dog]", "[cat, dog, cow]")]));
    let mut read = Surface::default();
    for line in surface(API).lines() {
        assert!(read.add_line(&super::super::Line::parse(&line.text()).unwrap()));
    }
    assert_eq!(told(&compare(&read, &new)), ["!+ variant Kind.Cow: added"]);
}
