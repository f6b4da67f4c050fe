//! Generated models on the wire: what is absent, null, defaulted, tagged or violated.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use serde_json::{from_str, to_string};
use specwright_tests::fixtures::v3_0;

#[test]
fn absent_null_and_value_are_told_apart() {
    use v3_0::required_optional_nullable::models::{Maybe, Thing};
    let thing: Thing = from_str(r#"{"name":"a","owner":null}"#).unwrap();
    assert_eq!((&thing.owner, &thing.flow), (&None, &Maybe::Absent));
    assert_eq!(to_string(&thing).unwrap(), r#"{"name":"a","owner":null}"#);
    let cleared = Thing {
        flow: Maybe::Null,
        ..Thing::new("a", None)
    };
    assert_eq!(
        to_string(&cleared).unwrap(),
        r#"{"name":"a","owner":null,"flow":null}"#
    );
    for (text, message) in [
        (r#"{"name":"a"}"#, "missing field `owner`"),
        (r#"{"name":null,"owner":"b"}"#, "invalid type: null"),
        (
            r#"{"name":"a","owner":"b","color":null}"#,
            "invalid type: null",
        ),
    ] {
        let error = from_str::<Thing>(text).unwrap_err().to_string();
        assert!(error.contains(message), "{text}: {error}");
    }
}

#[test]
fn the_same_behaviour_in_another_version_has_the_same_models() {
    use specwright_tests::fixtures::v3_1::required_optional_nullable::models::{Maybe, Thing};
    let thing = Thing {
        flow: Maybe::Null,
        ..Thing::new("a", Some("b".to_owned()))
    };
    assert_eq!(
        to_string(&thing).unwrap(),
        r#"{"name":"a","owner":"b","flow":null}"#
    );
}

#[test]
fn defaults_are_seen_in_responses_and_not_in_requests() {
    use v3_0::defaults::models::{Color, Thing, ThingRequest};
    let thing: Thing = from_str("{}").unwrap();
    let expected = Thing {
        size: Some(3),
        name: Some("none".to_owned()),
        shiny: Some(true),
        color: Some(Color::Blue),
    };
    assert_eq!(thing, expected);
    assert_eq!(from_str::<ThingRequest>("{}").unwrap().size, None);
}

#[test]
fn a_discriminator_decides_and_is_written() {
    use v3_0::one_of_discriminator::models::{Challenge, Code, Password};
    let code: Challenge = from_str(r#"{"device":"d","component":"ak-code"}"#).unwrap();
    assert!(matches!(&code, Challenge::Code(code) if code.device == "d"));
    let password = Challenge::Password(Password {
        component: None,
        length: Some(8),
    });
    assert_eq!(
        to_string(&password).unwrap(),
        r#"{"component":"ak-password","length":8}"#
    );
    let error = from_str::<Challenge>(r#"{"component":"x"}"#).unwrap_err();
    assert!(
        error.to_string().contains("none of ak-password, ak-code"),
        "{error}"
    );
    let _ = Code::new("d");
}

#[test]
fn a_tag_of_the_parent_leaves_the_branches_to_what_fits() {
    use v3_0::one_of_tag_not_declared::models::Model;
    assert!(matches!(
        from_str::<Model>(r#"{"audience":"a"}"#),
        Ok(Model::Saml(_))
    ));
    assert!(matches!(
        from_str::<Model>(r#"{"model":"ldap","base":"b"}"#),
        Ok(Model::Ldap(_))
    ));
}

#[test]
fn kinds_of_json_decide() {
    use v3_0::one_of_kinds::models::Value;
    for (text, expected) in [
        (r#""a""#, Value::String("a".to_owned())),
        ("1.5", Value::Number(1.5)),
        ("true", Value::Boolean(true)),
        ("[1]", Value::List(vec![1])),
    ] {
        let value: Value = from_str(text).unwrap();
        assert_eq!(value, expected);
        assert_eq!(to_string(&value).unwrap(), text);
    }
}

#[test]
fn members_beside_named_ones_are_kept() {
    use v3_0::maps_and_extra_members::models::ValidationError;
    let text = r#"{"code":"invalid","name":["This field is required."],"x":null}"#;
    let error: ValidationError = from_str(text).unwrap();
    assert_eq!(error.additional_properties.len(), 2);
    assert_eq!(to_string(&error).unwrap(), text);
}

#[test]
fn all_violations_are_found_at_their_places() {
    use v3_0::constraints::models::Account;
    let owner = Account {
        port: Some(0),
        ..Account::new("")
    };
    let account = Account {
        ratio: Some(0.3),
        tags: Some(vec!["a".to_owned(); 4]),
        score: Some(i64::MIN),
        owner: Some(Box::new(owner)),
        ..Account::new("a b")
    };
    let found: Vec<(String, &str)> = account
        .validate()
        .unwrap_err()
        .into_problems()
        .into_iter()
        .map(|problem| (problem.pointer, problem.code))
        .collect();
    let expected = [
        ("/name", "pattern"),
        ("/ratio", "multiple_of"),
        ("/tags", "max_items"),
        ("/tags", "unique_items"),
        ("/owner/name", "min_length"),
        ("/owner/name", "pattern"),
        ("/owner/port", "minimum"),
    ];
    assert_eq!(
        found,
        expected.map(|(pointer, code)| (pointer.to_owned(), code))
    );
    assert!(Account::new("a.b@c").validate().is_ok());
}
