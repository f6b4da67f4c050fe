//! Shapes on the wire: unions, enumerations, tuples and recursive types, read and written again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{from_str, to_string};
use specwright_tests::fixtures::{v3_0, v3_1, v3_2};

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
fn a_discriminator_leads_into_a_union() {
    use v3_0::one_of_discriminator_of_unions::models::{Call, Input};
    keeps::<Input>(&[
        r#"{"text":"a"}"#,
        r#"{"type":"message","text":"a"}"#,
        r#"{"type":"message","text":"a","status":"sent"}"#,
        r#"{"type":"function","name":"a"}"#,
        r#"{"type":"search","query":"a"}"#,
    ]);
    let search = from_str::<Input>(r#"{"type":"search"}"#).unwrap();
    assert!(matches!(search, Input::Call(Call::Search(_))), "{search:?}");
    assert!(from_str::<Input>(r#"{"type":"Call"}"#).is_err());
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
fn a_tuple_of_very_many_values_is_a_type_of_its_own() {
    use specwright_tests::fixtures::v3_1::types_that_double::models::{Penteract, Tesseract};
    use specwright_tests::fixtures::v3_1::types_that_double::runtime::validate::Validate;
    let square = r#"[["a","b"],["c","d"]]"#;
    let cube = format!("[{square},{square}]");
    let tesseract = format!("[{cube},{cube}]");
    let penteract = format!("[{tesseract},{tesseract}]");
    keeps::<Tesseract>(&[&tesseract]);
    keeps::<Penteract>(&[&penteract]);
    let short = format!("[{tesseract}]");
    refuses::<Penteract>(&[(&short, "ends before its item 1")]);
    let empty: Penteract = from_str(&penteract.replace("\"d\"", "\"\"")).unwrap();
    assert_eq!(empty.validate().unwrap_err().problems().len(), 8);
}

#[test]
fn a_record_that_would_be_huge_holds_boxes() {
    use specwright_tests::fixtures::v3_1::types_that_double::models::{Library, Page, Shelf};
    keeps::<Library>(&[r#"{"a":{"b":{"c":{"d":{"a":{"b":{"a":"a","b":"b","c":"c","d":"d"}}}}}}}"#]);
    assert!(size_of::<Shelf>() < size_of::<Page>());
}

#[test]
fn lists_and_maps_may_hold_themselves() {
    use v3_1::recursion_without_members::models::{Json, Link, Nest, Tree, Twigs};
    keeps::<Nest>(&["[]", "[[],[[]]]"]);
    keeps::<Tree>(&["{}", r#"{"a":[{"b":[]},{}]}"#]);
    keeps::<Json>(&[r#"{"a":[1.5,"x",null,{"b":true}]}"#]);
    assert_eq!(Nest::from(vec![Nest::default()]).0.len(), 1);
    keeps::<Link>(&[r#"["a",[1,null]]"#]);
    keeps::<Twigs>(&[r#"{"twig":[[]],"tree":{"a":{}}}"#]);
    let twigs: Twigs = from_str(r#"{"twig":[],"tree":{"a":{},"b":{}}}"#).unwrap();
    assert_eq!(twigs.validate().unwrap_err().problems().len(), 2);
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

#[test]
fn what_travels_one_way_is_left_out_the_other_way() {
    use v3_0::read_only_and_write_only::models::{Group, GroupRequest, User, UserRequest};
    let request = UserRequest {
        groups: Some(vec![GroupRequest { parent: None }]),
        ..UserRequest::new("n", "secret")
    };
    let text = r#"{"name":"n","password":"secret","groups":[{}]}"#;
    assert_eq!(to_string(&request).unwrap(), text);
    let user: User = from_str(r#"{"id":1,"name":"n","password":"x","groups":[{"id":2}]}"#).unwrap();
    assert_eq!(user.groups, Some(vec![Group::new(2)]));
    refuses::<User>(&[(r#"{"name":"n"}"#, "missing field `id`")]);
}

#[test]
fn defaults_of_every_type_are_seen() {
    use v3_1::defaults_of_every_type::models::{Maybe, Thing, ThingChoice, ThingFallback};
    let thing: Thing = from_str("{}").unwrap();
    assert_eq!(thing.tags.as_deref(), Some(&["a".to_owned()][..]));
    assert_eq!(thing.size.and_then(|size| size.width), Some(2));
    assert!(thing.since.is_some() && thing.at.is_some() && thing.id.is_some());
    assert_eq!(thing.limits.map(|limits| limits.len()), Some(0));
    assert_eq!(thing.choice, Some(ThingChoice::Integer(5)));
    assert_eq!(thing.fallback, Some(ThingFallback::Auto));
    assert_eq!(thing.note, Maybe::Value("none".to_owned()));
    assert_eq!(
        from_str::<Thing>(r#"{"note":null}"#).unwrap().note,
        Maybe::Null
    );
}

#[test]
fn closed_records_refuse_what_they_do_not_name() {
    use v3_0::additional_properties_refused::models::{Nothing, Order, Report};
    refuses::<Order>(&[(r#"{"name":"a","x":1}"#, "unknown field `x`")]);
    refuses::<Nothing>(&[(r#"{"x":1}"#, "unknown field `x`")]);
    assert!(from_str::<Report>(r#"{"x":1}"#).is_ok());
}

#[test]
fn members_with_patterns_are_kept() {
    use v3_1::pattern_properties::models::{Headers, Mixed, Named, Open};
    keeps::<Headers>(&[r#"{"X-A":"a"}"#]);
    keeps::<Mixed>(&[r#"{"n1":1,"t1":"a"}"#]);
    refuses::<Mixed>(&[(r#"{"n1":true}"#, "none of the alternatives")]);
    keeps::<Named>(&[r#"{"id":1,"other":[],"x-a":true}"#]);
    keeps::<Open>(&[r#"{"id":1,"a":"b","x-a":true}"#]);
}

#[test]
fn null_is_told_in_every_spelling() {
    use v3_1::null_in_every_spelling::models::Thing;
    keeps::<Thing>(&[
        r#"{"a":null,"b":null,"c":null,"d":null,"e":null,"f":[1,null]}"#,
        r#"{"a":"t","b":{"n":null},"c":"x","d":null,"e":null,"f":[],"g":null}"#,
    ]);
    refuses::<Thing>(&[
        (
            r#"{"a":null,"b":null,"c":null,"d":1,"e":null,"f":[]}"#,
            "expected unit",
        ),
        (
            r#"{"b":null,"c":null,"d":null,"e":null,"f":[]}"#,
            "missing field `a`",
        ),
    ]);
}

#[test]
fn whole_numbers_are_as_wide_as_their_bounds() {
    use v3_1::whole_numbers::models::Numbers;
    keeps::<Numbers>(&[
        r#"{"plain":-1,"count":1,"wide":18446744073709551615,"huge":-170141183460469231731687303715884105728,"small":255,"address":"::1"}"#,
    ]);
    refuses::<Numbers>(&[(r#"{"count":-1}"#, "-1"), (r#"{"small":256}"#, "256")]);
}

#[test]
fn a_branch_for_what_stands_for_no_other_keeps_its_tag() {
    use v3_2::discriminator_default::models::Animal;
    keeps::<Animal>(&[
        r#"{"kind":"cat","lives":9}"#,
        r#"{"kind":"dog"}"#,
        r#"{"kind":"ant","legs":6}"#,
        r#"{"legs":8}"#,
    ]);
    assert!(matches!(from_str(r#"{"legs":8}"#), Ok(Animal::Other(_))));
}

#[test]
fn a_discriminator_that_branches_refuse_decides_nothing() {
    use v3_0::discriminator_refused::models::Mistake;
    keeps::<Mistake>(&[
        r#"{"section":"passport","field":"name"}"#,
        r#"{"section":"passport","hash":"a1"}"#,
    ]);
}

#[test]
fn equal_inline_types_are_one() {
    use v3_1::equal_inline_types::models::{
        BoatAddress, BoatOwner, HouseKindModel, HouseOwner, PetOwner,
    };
    let owner: PetOwner = PetOwner::new("Ann".to_owned());
    let same: HouseOwner = HouseOwner {
        kind: Some(HouseKindModel::Shop),
        ..owner
    };
    assert_eq!(to_string(&same).unwrap(), r#"{"name":"Ann","kind":"shop"}"#);
    // Other documentation makes another type, of the same parts.
    let other = BoatOwner {
        kind: same.kind,
        address: Some(BoatAddress { street: None }),
        ..BoatOwner::new(same.name)
    };
    assert_eq!(
        to_string(&other).unwrap(),
        r#"{"name":"Ann","kind":"shop","address":{}}"#
    );
}
