//! What single schemas become.

use super::{component, schemas};
use crate::ir::{NameHint, Shape};

/// Each schema, in flow style, and the type that it becomes, without a message.
fn check(version: &str, table: &[(&str, &str)]) {
    for (schema, expected) in table {
        let others = "Named: {type: object, properties: {n: {type: string}}}\nColor: {type: string, enum: [red, green]}";
        let (api, said) = schemas(version, &format!("X: {schema}\n{others}"));
        assert_eq!(component(&api, "X"), *expected, "{schema}");
        assert_eq!(said, Vec::<String>::new(), "{schema}");
    }
}

#[test]
fn formats_are_read() {
    check(
        "3.0.3",
        &[
            ("{type: string}", "text plain(none)"),
            ("{type: string, format: uuid}", "text uuid"),
            ("{type: string, format: date-time}", "text datetime"),
            ("{type: string, format: byte}", "text base64"),
            ("{type: string, format: binary}", "binary"),
            ("{type: file}", "binary"),
            (
                "{type: string, format: email}",
                "text plain(some(\"email\"))",
            ),
            ("{type: integer}", "integer unstated"),
            ("{type: integer, format: int32}", "integer int32"),
            ("{type: integer, format: uint8}", "integer uint8"),
            ("{type: number}", "number unstated"),
            ("{type: number, format: double}", "number double"),
            ("{type: number, format: int64}", "integer int64"),
            ("{type: boolean}", "boolean"),
        ],
    );
    check(
        "3.1.0",
        &[
            ("{type: string, contentEncoding: base64}", "text base64"),
            (
                "{type: string, contentMediaType: application/octet-stream}",
                "binary",
            ),
            ("{type: 'null'}", "null"),
            ("true", "any"),
            ("false", "never"),
        ],
    );
}

#[test]
fn what_lacks_a_type_is_guessed_from_its_keywords() {
    check(
        "3.0.3",
        &[
            ("{}", "any"),
            ("{description: d}", "any"),
            ("{properties: {a: {}}}", "{a?: any}"),
            ("{items: {type: string}}", "[text plain(none)]"),
            ("{pattern: x}", "text plain(none)"),
            ("{format: uuid}", "text uuid"),
            ("{format: int32}", "integer int32"),
            ("{minimum: 1}", "number unstated"),
        ],
    );
}

#[test]
fn objects_are_records_or_maps() {
    check(
        "3.0.3",
        &[
            ("{type: object}", "map of any"),
            ("{type: object, additionalProperties: true}", "map of any"),
            (
                "{type: object, additionalProperties: {type: integer}}",
                "map of integer unstated",
            ),
            (
                "{type: object, additionalProperties: {$ref: '#/components/schemas/Named'}}",
                "map of Named",
            ),
            ("{type: object, additionalProperties: false}", "{no more}"),
            (
                "{type: object, required: [a], properties: {b: {type: boolean}, a: {type: boolean}}}",
                "{b?: boolean, a: boolean}",
            ),
            (
                "{properties: {a: {type: boolean}}, additionalProperties: {}}",
                "{a?: boolean, more: any}",
            ),
            (
                "{properties: {a: {type: boolean}}, additionalProperties: false}",
                "{a?: boolean, no more}",
            ),
            (
                "{properties: {a: {type: boolean, readOnly: true}, b: {type: boolean, writeOnly: true, default: false}}}",
                "{a?: boolean r, b?: boolean w = false}",
            ),
        ],
    );
}

#[test]
fn lists_and_tuples() {
    check(
        "3.1.0",
        &[
            ("{type: array, items: {type: boolean}}", "[boolean]"),
            ("{type: array}", "[any]"),
            (
                "{type: array, items: {type: [boolean, 'null']}}",
                "[boolean|null]",
            ),
            (
                "{type: array, prefixItems: [{type: boolean}, {type: 'string'}], items: false}",
                "(boolean, text plain(none))",
            ),
        ],
    );
}

#[test]
fn null_is_found_in_every_spelling() {
    let expected = "{a?: text plain(none)|null}";
    for (version, schema) in [
        ("3.0.3", "{type: string, nullable: true}"),
        ("3.0.3", "{type: string, x-nullable: true}"),
        ("3.1.0", "{type: [string, 'null']}"),
        ("3.1.0", "{type: [string, null]}"),
        ("3.1.0", "{oneOf: [{type: string}, {type: 'null'}]}"),
        ("3.1.0", "{anyOf: [{type: 'null'}, {type: string}]}"),
    ] {
        check(
            version,
            &[(&format!("{{properties: {{a: {schema}}}}}"), expected)],
        );
    }
    check(
        "3.0.3",
        &[
            (
                "{properties: {a: {allOf: [{$ref: '#/components/schemas/Named'}], nullable: true}}}",
                "{a?: Named|null}",
            ),
            (
                "{properties: {a: {allOf: [{$ref: '#/components/schemas/Named'}, {nullable: true}]}}}",
                "{a?: Named|null}",
            ),
            (
                "{properties: {a: {type: string, nullable: true, enum: [x, null]}}}",
                "{a?: enum(\"x\")|null}",
            ),
            (
                "{properties: {a: {enum: [x, null]}}}",
                "{a?: enum(\"x\")|null}",
            ),
        ],
    );
    check(
        "3.1.0",
        &[("{properties: {a: {const: null}}}", "{a?: null}")],
    );
}

#[test]
fn nullability_of_a_component_stands_at_its_uses() {
    let (api, said) = schemas(
        "3.0.3",
        "Maybe: {type: string, nullable: true}\nX: {properties: {a: {$ref: '#/components/schemas/Maybe'}}}\nY: {allOf: [{$ref: '#/components/schemas/Maybe'}]}",
    );
    assert_eq!(component(&api, "Maybe"), "text plain(none)");
    assert_eq!(component(&api, "X"), "{a?: Maybe|null}");
    assert_eq!(component(&api, "Y"), "= Maybe");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn enumerations_hold_any_kind_of_value() {
    check(
        "3.1.0",
        &[
            ("{type: string, enum: [a, b]}", "enum(\"a\", \"b\")"),
            ("{type: integer, enum: [1, 2]}", "enum(1, 2)"),
            ("{enum: [1, a, true]}", "enum(1, \"a\", true)"),
            ("{const: a}", "enum(\"a\")"),
            (
                "{type: string, x-extensible-enum: [a, b]}",
                "enum(\"a\", \"b\", …)",
            ),
            (
                "{type: string, enum: [a], x-extensible-enum: true}",
                "enum(\"a\", …)",
            ),
            (
                "{anyOf: [{type: string}, {type: string, enum: [a, b]}]}",
                "enum(\"a\", \"b\", …)",
            ),
        ],
    );
}

#[test]
fn enumeration_values_are_brought_to_their_type() {
    let (api, said) = schemas(
        "3.0.3",
        "X: {type: string, enum: [1.5, true, a]}\nY: {type: integer, enum: ['1', x]}",
    );
    assert_eq!(component(&api, "X"), "enum(\"1.5\", \"true\", \"a\")");
    assert_eq!(component(&api, "Y"), "enum(1)");
    let x = "SW0110 #/components/schemas/X/enum";
    let y = "SW0110 #/components/schemas/Y/enum";
    assert_eq!(
        said,
        [
            format!("{x}/0"),
            format!("{x}/1"),
            format!("{y}/0"),
            format!("{y}/1")
        ]
    );
}

#[test]
fn names_and_descriptions_of_values_are_kept() {
    let (api, _) = schemas(
        "3.0.3",
        "X: {type: integer, enum: [1, 2], x-enum-varnames: [One, Two], x-enum-descriptions: [first, second]}",
    );
    let (_, x) = api.types.iter().next().unwrap();
    let Shape::Enumeration(enumeration) = &x.shape else {
        panic!("{x:?}");
    };
    let second = enumeration.values.last().unwrap();
    assert_eq!(second.name.as_deref(), Some("Two"));
    assert_eq!(second.description.as_deref(), Some("second"));
}

#[test]
fn an_all_of_with_one_reference_is_the_type_itself_with_annotations_at_the_use() {
    check(
        "3.0.3",
        &[
            (
                "{properties: {a: {allOf: [{$ref: '#/components/schemas/Color'}], default: red, readOnly: true}}}",
                "{a?: Color r = \"red\"}",
            ),
            (
                "{properties: {a: {type: string, allOf: [{$ref: '#/components/schemas/Color'}]}}}",
                "{a?: Color}",
            ),
            (
                "{allOf: [{$ref: '#/components/schemas/Color'}], description: d}",
                "= Color",
            ),
            ("{oneOf: [{$ref: '#/components/schemas/Color'}]}", "= Color"),
            (
                "{properties: {a: {allOf: [{$ref: '#/components/schemas/Color'}], minLength: 1}}}",
                "{a?: = Color}",
            ),
        ],
    );
}

#[test]
fn all_of_merges_members_and_constraints() {
    check(
        "3.0.3",
        &[
            (
                "{allOf: [{$ref: '#/components/schemas/Named'}, {type: object, required: [n, b], properties: {b: {type: boolean}}}]}",
                "{n: text plain(none), b: boolean}",
            ),
            (
                "{allOf: [{$ref: '#/components/schemas/Named'}], properties: {b: {type: boolean}}, additionalProperties: false}",
                "{n?: text plain(none), b?: boolean, no more}",
            ),
            (
                "{allOf: [{allOf: [{$ref: '#/components/schemas/Named'}, {properties: {a: {}}}]}, {properties: {b: {}}}]}",
                "{n?: text plain(none), a?: any, b?: any}",
            ),
            (
                "{allOf: [{$ref: '#/components/schemas/Named'}, {properties: {n: {description: better}}}]}",
                "{n?: text plain(none)}",
            ),
            (
                "{allOf: [{type: string, enum: [a, b, c]}, {enum: [b, c, d]}]}",
                "enum(\"b\", \"c\")",
            ),
            (
                "{allOf: [{type: number}, {type: integer}]}",
                "integer unstated",
            ),
        ],
    );
    let (api, _) = schemas(
        "3.0.3",
        "X: {allOf: [{type: string, minLength: 1, maxLength: 9, pattern: a}, {minLength: 3, pattern: b}]}",
    );
    let (_, x) = api.types.iter().next().unwrap();
    assert_eq!(
        (x.constraints.length.minimum, x.constraints.length.maximum),
        (Some(3), Some(9))
    );
    assert_eq!(x.constraints.patterns, ["a", "b"]);
}

#[test]
fn siblings_of_a_reference_count_from_3_1_on() {
    let schema = "X: {properties: {a: {$ref: '#/components/schemas/N', description: d, maxLength: 3}}}\nN: {type: string}";
    let (api, said) = schemas("3.1.0", schema);
    assert_eq!(component(&api, "X"), "{a?: = N}");
    assert_eq!(said, Vec::<String>::new());
    let (api, said) = schemas("3.0.3", schema);
    assert_eq!(component(&api, "X"), "{a?: N}");
    assert_eq!(
        said,
        ["SW0204 #/components/schemas/X/properties/a/maxLength"]
    );
}

#[test]
fn bounds_are_read_in_both_spellings() {
    for (version, schema) in [
        (
            "3.0.3",
            "X: {type: integer, minimum: 3, exclusiveMinimum: true, maximum: 9}",
        ),
        (
            "3.1.0",
            "X: {type: integer, exclusiveMinimum: 3, minimum: 2, maximum: 9}",
        ),
    ] {
        let (api, said) = schemas(version, schema);
        let (_, x) = api.types.iter().next().unwrap();
        let bound = |bound: &Option<(crate::ir::Decimal, bool)>| {
            bound
                .as_ref()
                .map(|(number, excluded)| (number.0.clone(), *excluded))
        };
        assert_eq!(bound(&x.constraints.minimum), Some(("3".to_owned(), true)));
        assert_eq!(bound(&x.constraints.maximum), Some(("9".to_owned(), false)));
        assert_eq!(said, Vec::<String>::new());
    }
}

#[test]
fn schemas_may_hold_themselves() {
    let (api, said) = schemas(
        "3.0.3",
        "Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}\nLeft: {allOf: [{$ref: '#/components/schemas/Tree'}, {properties: {right: {$ref: '#/components/schemas/Left'}}}]}",
    );
    assert_eq!(component(&api, "Tree"), "{children?: [Tree]}");
    assert_eq!(component(&api, "Left"), "{children?: [Tree], right?: Left}");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn schemas_must_not_be_part_of_themselves() {
    for schema in [
        "X: {$ref: '#/components/schemas/X'}",
        "X: {allOf: [{$ref: '#/components/schemas/X'}]}",
        "X: {oneOf: [{$ref: '#/components/schemas/X'}]}",
        "X: {allOf: [{$ref: '#/components/schemas/X'}, {type: object}]}",
        "X: {allOf: [{$ref: '#/components/schemas/Y'}]}\nY: {allOf: [{$ref: '#/components/schemas/X'}]}",
    ] {
        let (_, said) = schemas("3.0.3", schema);
        assert!(
            said.contains(&"SW0106 #/components/schemas/X".to_owned()),
            "{schema}: {said:?}"
        );
    }
}

#[test]
fn inline_types_are_named_for_their_place() {
    let (api, _) = schemas(
        "3.0.3",
        "X: {properties: {a: {type: array, items: {properties: {b: {}}}}, c: {x-rust-name: Cee, type: object, additionalProperties: {type: string}}}}",
    );
    let hints: Vec<String> = api
        .types
        .iter()
        .map(|(_, one)| match &one.hint {
            NameHint::Pinned(name) => format!("pinned {name}"),
            NameHint::Component(name) => name.clone(),
            NameHint::Derived(path) | NameHint::Titled(_, path) => path.join("."),
        })
        .collect();
    assert_eq!(
        hints,
        [
            "X",
            "X.a",
            "X.a.item",
            "X.a.item.b",
            "pinned Cee",
            "X.c.value"
        ]
    );
}

#[test]
fn what_is_wrong_is_reported_and_the_rest_stays() {
    for (schema, expected) in [
        ("X: {type: strng}", "SW0104 #/components/schemas/X/type"),
        ("X: {type: 3}", "SW0103 #/components/schemas/X/type"),
        (
            "X: {type: string, maxLength: ten}",
            "SW0103 #/components/schemas/X/maxLength",
        ),
        (
            "X: {propertys: {}}",
            "SW0105 #/components/schemas/X/propertys",
        ),
        (
            "X: {required: true, type: string}",
            "SW0204 #/components/schemas/X/required",
        ),
        (
            "X: {$ref: '#/components/schemas/Z'}",
            "SW0106 #/components/schemas/X/$ref",
        ),
        (
            "X: {$ref: 'other.yaml#/Z'}",
            "SW0113 #/components/schemas/X/$ref",
        ),
        (
            "X: {$dynamicRef: '#node'}",
            "SW0202 #/components/schemas/X/$dynamicRef",
        ),
        (
            "X: {allOf: [{type: string}, {type: object}]}",
            "SW0112 #/components/schemas/X/allOf/1",
        ),
        (
            "X: {properties: {a: {type: integer, default: x}}}",
            "SW0110 #/components/schemas/X/properties/a/default",
        ),
        (
            "X: {type: object, required: [a]}",
            "SW0204 #/components/schemas/X/required",
        ),
        ("X: 3", "SW0103 #/components/schemas/X"),
        (
            "X: {type: string, minLength: 3, maxLength: 2}",
            "SW0110 #/components/schemas/X/minLength",
        ),
        (
            "X: {type: string, enum: [a, b, a]}",
            "SW0114 #/components/schemas/X/enum/2",
        ),
        ("a b: {type: string}", "SW0204 #/components/schemas/a b"),
    ] {
        let (api, said) = schemas("3.0.3", &format!("{schema}\nY: {{type: boolean}}"));
        assert_eq!(said, [expected], "{schema}");
        assert_eq!(component(&api, "Y"), "boolean");
    }
}
