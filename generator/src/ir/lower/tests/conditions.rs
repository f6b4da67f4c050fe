//! Conditions: what types do not keep, and what they make of the types themselves.

use super::{component, schemas};
use crate::ir::{Api, Condition, NameHint};

fn conditions(api: &Api, name: &str) -> Vec<Condition> {
    let named = NameHint::Component(name.to_owned());
    let (_, one) = api.types.iter().find(|(_, one)| one.hint == named).unwrap();
    one.constraints.conditions.clone()
}

/// The conditions of the component X as Rust writes them, its shape, and that nothing is reported.
fn check(schema: &str, shape: &str, expected: &str) {
    let (api, said) = schemas("3.1.0", &format!("X: {schema}"));
    assert_eq!(said, Vec::<String>::new(), "{schema}");
    assert_eq!(component(&api, "X"), shape, "{schema}");
    assert_eq!(format!("{:?}", conditions(&api, "X")), expected, "{schema}");
}

#[test]
fn keywords_become_conditions() {
    check(
        "{type: boolean, not: {const: true}}",
        "boolean",
        "[Not([Values([Bool(true)])])]",
    );
    check(
        "{type: object, propertyNames: {enum: [a]}}",
        "map of any",
        r#"[Keys([Values([String("a")])])]"#,
    );
    check(
        "{type: object, properties: {a: {}, b: {}}, dependentRequired: {a: [b]}}",
        "{a?: any, b?: any}",
        r#"[With("a", [Required(["b"])])]"#,
    );
    check(
        "{type: array, contains: {type: 'null'}, minContains: 2}",
        "[any]",
        "[Contains([Kinds({Null})], 2, 18446744073709551615)]",
    );
    check(
        "{type: string, if: {const: a}, then: false}",
        "text plain(none)",
        r#"[If([[Values([String("a")])], [Never], []])]"#,
    );
}

#[test]
fn what_a_shape_keeps_is_no_condition() {
    check(
        "{type: string, oneOf: [{const: a}, {const: b}]}",
        "enum(\"a\", \"b\")",
        "[]",
    );
    check(
        "{type: object, properties: {a: {}}, unevaluatedProperties: false}",
        "{a?: any, no more}",
        "[]",
    );
    check(
        "{type: object, patternProperties: {a: {type: string}}}",
        "map of text plain(none)",
        "[]",
    );
}

#[test]
fn members_count_that_a_record_does_not_name() {
    let not = |key: &str| format!("{{properties: {{a: {{}}}}, not: {{required: [{key}]}}}}");
    check(&not("a"), "{a?: any}", r#"[Not([Required(["a"])])]"#);
    check(
        &not("b"),
        "{a?: any, more: any}",
        r#"[Not([Required(["b"])])]"#,
    );
}

#[test]
fn conditions_lead_to_one_another() {
    let (api, _) = schemas(
        "3.1.0",
        "X: {type: array, not: {$ref: '#/components/schemas/X'}}",
    );
    let all = conditions(&api, "X");
    let [Condition::Not(same)] = all.as_slice() else {
        panic!("{all:?}");
    };
    let [Condition::Same(id)] = same.as_slice() else {
        panic!("{same:?}");
    };
    let whole = api.conditions.get(*id).unwrap();
    assert!(
        format!("{whole:?}").contains(&format!("Not([Same({id:?})])")),
        "{whole:?}"
    );
}

#[test]
fn a_choice_is_not_said_a_second_time_where_that_is_long() {
    for (count, is_said) in [(10, true), (2000, false)] {
        let words: Vec<String> = (0..count).map(|number| format!("w{number}")).collect();
        let words = format!("{{type: array, items: {{enum: [{}]}}", words.join(", "));
        let schema = format!("X: {{oneOf: [{words}, minItems: 2}}, {words}, maxItems: 4}}]}}");
        let (api, _) = schemas("3.1.0", &schema);
        let is_choice = |one: &Condition| matches!(one, Condition::One(_));
        let said = conditions(&api, "X").iter().any(is_choice);
        assert_eq!(said, is_said, "{count}");
    }
}
