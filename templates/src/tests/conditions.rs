//! Conditions: what they accept, and what they say about what they refuse.

use crate::runtime::condition::{Condition, Kind};
use crate::runtime::pattern::Pattern;
use crate::runtime::report::{Limit, Report};
use serde_json::{Value, json};

static PATTERN: Pattern = Pattern::new("^x-");
static TEXT: Condition = Condition::Kinds(&[Kind::Text]);
static NOTHING: Condition = Condition::All(&[]);
static TREE: Condition = Condition::All(&[
    Condition::Kinds(&[Kind::List]),
    Condition::Items(&[], Some(&Condition::Same(&TREE))),
]);
static ENDLESS: Condition = Condition::All(&[Condition::Same(&ENDLESS), Condition::Never]);

/// What a condition says about a value: pointers and codes.
fn said(condition: &'static Condition, value: Value) -> Vec<String> {
    let mut report = Report::default();
    report.meets(&value, condition);
    let problems = report.into_problems().into_iter();
    problems
        .map(|one| format!("{} {}", one.pointer, one.code))
        .collect()
}

fn accepts(condition: &'static Condition, values: &[Value]) {
    for value in values {
        assert_eq!(
            said(condition, value.clone()),
            Vec::<String>::new(),
            "{value}"
        );
    }
}

#[test]
fn values_are_of_kinds_and_among_others() {
    static WHOLE: Condition = Condition::Kinds(&[Kind::Integer, Kind::Null]);
    accepts(&WHOLE, &[json!(1), json!(1.0), json!(null)]);
    assert_eq!(said(&WHOLE, json!(1.5)), [" type"]);
    static LISTED: Condition = Condition::Values(&["1", "{\"a\": [1]}"]);
    accepts(&LISTED, &[json!(1.0), json!({ "a": [1.0] })]);
    assert_eq!(said(&LISTED, json!(true)), [" value"]);
}

#[test]
fn limits_are_about_values_of_their_kind() {
    static LIMITS: Condition = Condition::Limits(&[
        Limit::MinLength(2),
        Limit::MinItems(1),
        Limit::UniqueItems,
        Limit::MaxProperties(1),
        Limit::MaximumNumber(9.0),
    ]);
    accepts(
        &LIMITS,
        &[
            json!("ab"),
            json!([1, true, "1"]),
            json!({ "a": 1 }),
            json!(9),
            json!(null),
        ],
    );
    assert_eq!(said(&LIMITS, json!("\u{1f600}")), [" min_length"]);
    assert_eq!(
        said(&LIMITS, json!([{ "a": 1, "b": 2 }, { "b": 2, "a": 1.0 }])),
        [" unique_items"]
    );
    assert_eq!(
        said(&LIMITS, json!({ "a": 1, "b": 2 })),
        [" max_properties"]
    );
    assert_eq!(said(&LIMITS, json!(9.5)), [" maximum"]);
}

#[test]
fn conditions_combine() {
    static NOT: Condition = Condition::Not(&TEXT);
    assert_eq!(said(&NOT, json!("a")), [" not"]);
    static ONE: Condition = Condition::One(&[
        Condition::Limits(&[Limit::MultipleOf(3.0)]),
        Condition::Limits(&[Limit::MultipleOf(5.0)]),
    ]);
    accepts(&ONE, &[json!(3), json!(10)]);
    assert_eq!(said(&ONE, json!(15)), [" one_of"]);
    assert_eq!(said(&ONE, json!(7)), [" one_of"]);
    static ANY: Condition =
        Condition::Any(&[Condition::Required(&["a"]), Condition::Required(&["b"])]);
    accepts(&ANY, &[json!({ "b": 1 }), json!(1)]);
    assert_eq!(said(&ANY, json!({})), [" any_of"]);
    static IF: Condition = Condition::If(
        &TEXT,
        &Condition::Never,
        &Condition::OrNull(&Condition::Kinds(&[Kind::List])),
    );
    accepts(&IF, &[json!([]), json!(null)]);
    assert_eq!(said(&IF, json!("a")), [" not_allowed"]);
    assert_eq!(said(&IF, json!(1)), [" type"]);
}

#[test]
fn members_and_items_have_their_places() {
    static MEMBERS: Condition = Condition::All(&[
        Condition::Members(
            &[("a/b", Condition::Kinds(&[Kind::Text]))],
            &[(&PATTERN, Condition::Kinds(&[Kind::Boolean]))],
            Some(&Condition::Never),
        ),
        Condition::With("x-a", &Condition::Required(&["a/b"])),
        Condition::Keys(&Condition::Limits(&[Limit::MaxLength(3)])),
    ]);
    accepts(&MEMBERS, &[json!({ "a/b": "t", "x-a": true }), json!(3)]);
    assert_eq!(
        said(&MEMBERS, json!({ "a/b": 1, "x-a": 1, "other": 1 })),
        ["/a~1b type", "/other not_allowed", "/x-a type", " key"]
    );
    assert_eq!(said(&MEMBERS, json!({ "x-a": true })), [" required"]);
    static ITEMS: Condition = Condition::Items(&[Condition::All(&[])], Some(&TEXT));
    assert_eq!(said(&ITEMS, json!([1, "a", 2])), ["/2 type"]);
    static CONTAINS: Condition = Condition::Contains(&TEXT, 1, 2);
    accepts(&CONTAINS, &[json!(["a", 1]), json!({})]);
    assert_eq!(said(&CONTAINS, json!([])), [" contains"]);
    assert_eq!(said(&CONTAINS, json!(["a", "b", "c"])), [" contains"]);
}

#[test]
fn the_rest_is_what_nothing_spoke_of() {
    static REST: Condition = Condition::Rest(
        &Condition::All(&[
            Condition::Members(&[("a", Condition::All(&[]))], &[], None),
            Condition::If(
                &Condition::Required(&["a"]),
                &Condition::Members(&[("b", Condition::All(&[]))], &[], None),
                &NOTHING,
            ),
            Condition::Items(&[Condition::All(&[])], None),
            Condition::Contains(&TEXT, 0, 9),
        ]),
        Some(&Condition::Never),
        Some(&Condition::Never),
    );
    accepts(&REST, &[json!({ "a": 1, "b": 1 }), json!([1, "a"])]);
    assert_eq!(said(&REST, json!({ "b": 1 })), ["/b not_allowed"]);
    assert_eq!(said(&REST, json!([1, 2])), ["/1 not_allowed"]);
}

#[test]
fn conditions_may_lead_back_to_themselves() {
    accepts(&TREE, &[json!([]), json!([[], [[]]])]);
    assert_eq!(said(&TREE, json!([[1]])), ["/0/0 type"]);
    assert!(!said(&ENDLESS, json!(1)).is_empty());
}
