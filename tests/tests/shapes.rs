//! Shapes on the wire: unions, enumerations, tuples and recursive types, read and written again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{from_str, to_string};
use specwright_tests::fixtures::{v3_0, v3_1};

/// Reads each text and writes it again, unchanged.
fn keeps<T: DeserializeOwned + Serialize>(texts: &[&str]) {
    for text in texts {
        let value: T = from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(to_string(&value).unwrap(), *text);
    }
}

/// Refuses each text, for a reason that contains these words.
fn refuses<T: DeserializeOwned>(table: &[(&str, &str)]) {
    for (text, words) in table {
        match from_str::<T>(text) {
            Ok(_) => panic!("{text} was read"),
            Err(error) => assert!(error.to_string().contains(words), "{text}: {error}"),
        }
    }
}

#[test]
fn a_choice_between_constants_is_an_enumeration() {
    use v3_1::one_of_constants::models::{Code, Level, Sort};
    assert_eq!(Level::ALL, [Level::Low, Level::High]);
    assert_eq!(Code::Found.value(), 1);
    keeps::<Code>(&["1", "2"]);
    keeps::<Sort>(&["\"name\"", "\"age\""]);
    assert_eq!(from_str::<Sort>("\"size\"").unwrap(), Sort::Size);
    refuses::<Level>(&[("\"no\"", "none of the allowed values")]);
}

#[test]
fn constants_of_any_type_tell_branches_apart() {
    use v3_1::one_of_rules::models::Outcome;
    keeps::<Outcome>(&[r#"{"ok":true,"value":"a"}"#, r#"{"ok":false,"code":1}"#]);
    refuses::<Outcome>(&[
        (r#"{"ok":1}"#, "ok is 1, which is none of true, false"),
        ("{}", "ok is missing; it must be one of true, false"),
        (r#"{"ok":true}"#, "missing field `value`"),
        ("5", "none of the alternatives"),
    ]);
}

#[test]
fn members_kinds_and_texts_tell_branches_apart() {
    use v3_1::one_of_rules::models::{Amount, Contact, Pair};
    keeps::<Contact>(&["\"a\"", r#"{"mail":"m"}"#, r#"{"phone":"p"}"#]);
    refuses::<Contact>(&[("{}", "Mail if mail"), ("1", "none of the alternatives")]);
    let uuid = "\"0191d0c4-7d4e-7a31-8e8c-6a4f1e7d2b11\"";
    keeps::<Amount>(&["1", "1.5", "\"all\"", uuid, "\"other\""]);
    assert!(matches!(from_str("7"), Ok(Amount::Integer(7))));
    assert!(matches!(from_str("7.5"), Ok(Amount::Number(_))));
    assert!(matches!(from_str(uuid), Ok(Amount::Uuid(_))));
    assert!(matches!(from_str("\"x\""), Ok(Amount::String(_))));
    keeps::<Pair>(&["1", "[1,null,[\"all\"]]"]);
}

#[test]
fn the_branch_that_keeps_most_is_taken() {
    use v3_1::any_of_overlapping::models::Shape;
    keeps::<Shape>(&[
        r#"{"width":1}"#,
        r#"{"radius":2}"#,
        r#"{"width":1,"radius":2}"#,
    ]);
    let refused = from_str::<Shape>(r#"{"width":"a"}"#)
        .unwrap_err()
        .to_string();
    assert_eq!(refused.matches("invalid type").count(), 2, "{refused}");
}

#[test]
fn a_tag_that_some_branches_leave_out_is_written_and_kept() {
    use v3_0::one_of_tag_partly_declared::models::{Created, Deleted, Event};
    keeps::<Event>(&[
        r#"{"kind":"renewed","name":"n"}"#,
        r#"{"kind":"deleted","at":1}"#,
    ]);
    let deleted = Event::Deleted(Deleted { at: 1 });
    assert_eq!(to_string(&deleted).unwrap(), r#"{"kind":"deleted","at":1}"#);
    let created = Event::Created(Created::new("nonsense"));
    assert_eq!(to_string(&created).unwrap(), r#"{"kind":"created"}"#);
    assert!(matches!(from_str(r#"{"at":1}"#), Ok(Event::Deleted(_))));
    refuses::<Event>(&[(r#"{"kind":"x"}"#, "none of created, renewed, deleted")]);
}

#[test]
fn values_of_any_type_are_enumerated() {
    use v3_1::enumerations_of_values::models::{Mixed, Ratio, Thing};
    keeps::<Mixed>(&["\"auto\"", "1", "1.5", "true", r#"{"a":1}"#]);
    assert_eq!(from_str::<Ratio>("1.0").unwrap(), Ratio::V1);
    refuses::<Mixed>(&[("2", "2 is none of the allowed values")]);
    refuses::<Ratio>(&[("null", "null is none")]);
    let thing = Thing::new("n", None);
    let text = r#"{"kind":"thing","version":3,"name":"n","mixed":null}"#;
    assert_eq!(to_string(&thing).unwrap(), text);
    refuses::<Thing>(&[(
        r#"{"kind":"other","version":3,"name":"","mixed":1}"#,
        "other",
    )]);
}

#[test]
fn positions_have_their_own_types() {
    use v3_1::tuples::models::{Line, Point, Row, Version};
    let point: Point = from_str("[1.5,2.5]").unwrap();
    assert_eq!(point, (1.5, 2.5));
    refuses::<Point>(&[("[1]", "invalid length"), ("[1,2,3]", "trailing")]);
    keeps::<Row>(&["[\"a\"]", "[\"a\",1]", "[\"a\",1,true,false]"]);
    keeps::<Version>(&["[1]", "[1,2]"]);
    refuses::<Version>(&[("[]", "ends before its item 0"), ("[1,2,3]", "more than 2")]);
    keeps::<Line>(&[r#"{"from":[1.0,2.0],"rows":[["a"]]}"#]);
}

#[test]
fn lists_and_maps_may_hold_themselves() {
    use v3_1::recursion_without_members::models::{Json, Nest, Tree};
    keeps::<Nest>(&["[]", "[[],[[]]]"]);
    keeps::<Tree>(&["{}", r#"{"a":[{"b":[]},{}]}"#]);
    keeps::<Json>(&[r#"{"a":[1.5,"x",null,{"b":true}]}"#]);
    assert_eq!(Nest::from(vec![Nest::default()]).0.len(), 1);
}

#[test]
fn a_parent_with_a_discriminator_is_a_union_of_its_heirs() {
    use v3_0::discriminator_of_a_parent::models::{Cat, Owner, Pet};
    keeps::<Pet>(&[
        r#"{"petType":"cat","name":"n","lives":9}"#,
        r#"{"petType":"Dog"}"#,
        r#"{"petType":"Puppy","age":1}"#,
    ]);
    let cat = Pet::Cat(Cat {
        lives: Some(9),
        ..Cat::new("")
    });
    assert_eq!(to_string(&cat).unwrap(), r#"{"petType":"cat","lives":9}"#);
    keeps::<Owner>(&[r#"{"pet":{"petType":"cat"},"dog":{"petType":"Dog"}}"#]);
    refuses::<Pet>(&[(r#"{"petType":"bird"}"#, "none of cat, Dog, Puppy")]);
}

#[test]
fn branches_may_take_over_the_schema_whose_branches_they_are() {
    use v3_0::discriminator_in_a_circle::models::{Cat, Pet};
    keeps::<Pet>(&[r#"{"kind":"Cat","name":"n","lives":9}"#]);
    assert!(matches!(
        from_str(r#"{"kind":"Cat"}"#),
        Ok(Pet::Cat(Cat { lives: None, .. }))
    ));
}
