//! How the branches of unions are named and told apart.

use super::{component, schemas};

const ANIMALS: &str = "
Cat: {type: object, required: [species, meow], properties: {species: {type: string, enum: [cat]}, meow: {type: boolean}}}
Dog: {type: object, required: [species], properties: {species: {type: string, enum: [dog, hound]}, bark: {type: boolean}}}
Ant: {type: object, required: [legs], properties: {legs: {type: integer}}}
Bee: {type: object, required: [legs], properties: {legs: {type: integer}}}
Id: {type: string}";

/// Refers to a component.
fn to(name: &str) -> String {
    format!("{{$ref: '#/components/schemas/{name}'}}")
}

fn check(schema: &str, expected: &str, messages: &[&str]) {
    let (api, said) = schemas("3.1.0", &format!("X: {schema}{ANIMALS}"));
    assert_eq!(component(&api, "X"), expected, "{schema}");
    assert_eq!(said, messages, "{schema}");
}

#[test]
fn a_constant_member_tells_branches_apart() {
    let schema = format!("{{oneOf: [{}, {}]}}", to("Cat"), to("Dog"));
    check(
        &schema,
        "union by object with species=cat, object with species=dog|hound (Cat: Cat / Dog: Dog)",
        &[],
    );
}

#[test]
fn a_discriminator_comes_first() {
    let branches = format!("oneOf: [{}, {}]", to("Cat"), to("Dog"));
    let mapped = "mapping: {cat: '#/components/schemas/Cat', hound: Dog, dog: Dog}";
    check(
        &format!("{{{branches}, discriminator: {{propertyName: species, {mapped}}}}}"),
        "union by species (Cat<cat>: Cat / Dog<hound|dog>: Dog)",
        &[],
    );
    check(
        &format!("{{{branches}, discriminator: {{propertyName: species}}}}"),
        "union by species (Cat<cat>: Cat / Dog<dog|hound>: Dog)",
        &[],
    );
    let plain = format!("oneOf: [{}, {}]", to("Ant"), to("Bee"));
    check(
        &format!("{{{plain}, discriminator: {{propertyName: what}}}}"),
        "union by undeclared what (Ant<Ant>: Ant / Bee<Bee>: Bee)",
        &[],
    );
}

#[test]
fn kinds_of_json_tell_branches_apart() {
    check(
        &format!(
            "{{anyOf: [{}, {{type: integer}}, {}, {{type: array, items: {}}}]}}",
            to("Id"),
            to("Ant"),
            to("Ant")
        ),
        "union by text, integer, object, list (Id: Id / integer: integer unstated / Ant: Ant / Ant list: [Ant])",
        &[],
    );
    check(
        "{type: [string, integer, 'null']}",
        "union by integer, text (integer: integer unstated / string: text plain(none))",
        &[],
    );
}

#[test]
fn a_required_member_tells_branches_apart() {
    check(
        &format!("{{oneOf: [{}, {}]}}", to("Cat"), to("Ant")),
        "union by object with species=cat, object with legs (Cat: Cat / Ant: Ant)",
        &[],
    );
    check(
        "{oneOf: [{title: Rest, properties: {a: {}}}, {title: One, required: [b], properties: {b: {}}}]}",
        "union by object, object with b (Rest: {a?: any} / One: {b: any})",
        &[],
    );
}

#[test]
fn a_member_that_a_branch_of_another_branch_has_tells_nothing() {
    let pair = format!("Pair: {{oneOf: [{}, {}]}}", to("Cat"), to("Ant"));
    check(
        &format!("{{oneOf: [{}, {}]}}\n{pair}", to("Bee"), to("Pair")),
        "union by object, object (Bee: Bee / Pair: Pair)",
        &["SW0203 #/components/schemas/X"],
    );
}

#[test]
fn what_nothing_tells_apart_is_tried() {
    check(
        &format!("{{oneOf: [{}, {}]}}", to("Ant"), to("Bee")),
        "union by object, object (Ant: Ant / Bee: Bee)",
        &["SW0203 #/components/schemas/X"],
    );
}

#[test]
fn a_null_branch_and_a_lone_branch_are_no_branches() {
    check(
        &format!("{{oneOf: [{}, {{type: 'null'}}]}}", to("Ant")),
        "= Ant",
        &[],
    );
    check(
        "{properties: {a: {oneOf: [{type: boolean}, {type: string}, {type: 'null'}]}}}",
        "{a?: union by boolean, text (boolean: boolean / string: text plain(none))|null}",
        &[],
    );
}

#[test]
fn what_stands_beside_a_choice_applies_to_every_branch() {
    check(
        &format!(
            "{{properties: {{id: {{type: string}}}}, oneOf: [{}, {}]}}",
            to("Cat"),
            to("Ant")
        ),
        "union by object with species=cat, object with legs (Cat: {id?: text plain(none), species: enum(\"cat\"), meow: boolean} / Ant: {id?: text plain(none), legs: integer unstated})",
        &[],
    );
}

#[test]
fn a_choice_between_required_members_is_no_union() {
    check(
        "{type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}",
        "{a?: any, b?: any}",
        &[],
    );
}

#[test]
fn discriminators_that_cannot_work_are_reported() {
    check(
        "{type: object, discriminator: {propertyName: species}, properties: {species: {type: string}}}",
        "{species?: text plain(none)}",
        &["SW0202 #/components/schemas/X/discriminator"],
    );
    let dangling = format!(
        "{{oneOf: [{}, {}], discriminator: {{propertyName: species, mapping: {{cat: Cat, dog: Dog, e: Elk}}}}}}",
        to("Cat"),
        to("Dog")
    );
    check(
        &dangling,
        "union by species (Cat<cat>: Cat / Dog<dog>: Dog)",
        &["SW0106 #/components/schemas/X/discriminator/mapping/e"],
    );
    let refused = format!(
        "{{oneOf: [{}, {}], discriminator: {{propertyName: species, mapping: {{c: Cat, dog: Dog}}}}}}",
        to("Cat"),
        to("Dog")
    );
    check(
        &refused,
        "union by object with species=cat, object with species=dog|hound (Cat: Cat / Dog: Dog)",
        &["SW0203 #/components/schemas/X/discriminator"],
    );
}

#[test]
fn a_discriminator_that_some_branches_do_not_declare_decides_where_it_is() {
    let mixed = format!(
        "{{oneOf: [{}, {}], discriminator: {{propertyName: species}}}}",
        to("Cat"),
        to("Ant")
    );
    check(
        &mixed,
        "union by undeclared species (Cat<cat>: Cat / Ant<Ant>: Ant)",
        &[],
    );
}

#[test]
fn a_discriminator_beside_branches_that_are_no_objects_tells_the_objects_apart() {
    let mixed = format!(
        "{{oneOf: [{}, {}, {{type: string}}], discriminator: {{propertyName: species}}}}",
        to("Cat"),
        to("Dog")
    );
    check(
        &mixed,
        "union by object with species=cat, object with species=dog|hound, text (Cat: Cat / Dog: Dog / string: text plain(none))",
        &[],
    );
}

#[test]
fn whole_numbers_go_to_the_branch_for_them() {
    check(
        "{anyOf: [{type: number}, {type: integer}]}",
        "union by number, integer (number: number unstated / integer: integer unstated)",
        &[],
    );
}

#[test]
fn texts_are_tried_from_the_most_particular_on() {
    check(
        "{anyOf: [{type: string}, {type: string, format: uuid}, {type: string, enum: [none], title: Word}, {type: string, format: email}]}",
        "union by text, text (uuid: text uuid / string: enum(\"none\", …))",
        &[],
    );
}

#[test]
fn a_choice_between_constants_is_an_enumeration() {
    check(
        "{oneOf: [{const: a, title: A}, {const: b}]}",
        "enum(\"a\", \"b\")",
        &[],
    );
    check(
        "{oneOf: [{const: 1, title: One}, {oneOf: [{const: 2}, {const: true}]}]}",
        "enum(1, 2, true)",
        &[],
    );
}

#[test]
fn a_branch_that_contradicts_what_stands_beside_the_choice_is_left_out() {
    check(
        &format!(
            "{{type: object, properties: {{id: {{type: string}}}}, oneOf: [{}, {}, {{type: string}}]}}",
            to("Cat"),
            to("Ant")
        ),
        "union by object with species=cat, object with legs (Cat: {id?: text plain(none), species: enum(\"cat\"), meow: boolean} / Ant: {id?: text plain(none), legs: integer unstated})",
        &["SW0112 #/components/schemas/X/oneOf/2"],
    );
}
