//! Conditions and limits of generated models: everything that is wrong with a value, with its place.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use serde::de::DeserializeOwned;
use specwright_tests::fixtures::v3_1;
use specwright_tests::fixtures::v3_1::conditions::models::{Contact, Order};

/// Holds what is wrong with a value against pointers and codes.
macro_rules! check {
    ($module:ident $type:ty: $($text:literal => [$($problem:literal),*])*) => {
        $({
            use v3_1::$module::runtime::validate::Validate;
            let value: $type = read($text);
            let problems = value.problems().into_iter();
            let said: Vec<String> = problems.map(|one| format!("{} {}", one.pointer, one.code)).collect();
            let expected: &[&str] = &[$($problem),*];
            assert_eq!(said, expected, "{}", $text);
        })*
    };
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn members_depend_on_one_another() {
    check!(conditions Order:
        r#"{}"# => []
        r#"{"card":"1","address":"here"}"# => []
        r#"{"card":"01"}"# => ["/card not", " required"]
        r#"{"zip":"1"}"# => [" not", " required"]
        r#"{"country":"us","zip":"1"}"# => ["/zip pattern"]
        r#"{"country":"us","zip":"12345"}"# => []
        r#"{"lines":[1]}"# => ["/lines contains"]
        r#"{"lines":[10,11,12]}"# => ["/lines contains"]
        r#"{"labels":{"a":"b","long":"b"}}"# => ["/labels key"]
        r#"{"either":{}}"# => ["/either min_properties"]
        r#"{"either":{"other":1}}"# => []
    );
    check!(conditions Contact:
        r#"{"mail":"m"}"# => []
        r#"{}"# => [" any_of"]
    );
}

#[test]
fn what_nothing_speaks_of_is_refused() {
    use v3_1::unevaluated::models::{Closed, Depending, Limited, Pair};
    assert!(serde_json::from_str::<Closed>(r#"{"id":1,"name":"n","other":1}"#).is_err());
    check!(unevaluated Depending:
        r#"{"kind":"k","detail":1}"# => []
        r#"{"detail":1}"# => ["/detail not_allowed"]
        r#"{"kind":"k","other":1}"# => ["/other not_allowed"]
    );
    check!(unevaluated Pair:
        r#"["a",1]"# => []
        r#"["a",1,2]"# => ["/2 not_allowed"]
    );
    // Limits that a field and a condition both know are told once.
    check!(unevaluated Limited:
        r#"{"size":1,"more":1}"# => []
        r#"{"size":0,"other":1}"# => ["/size minimum", "/other not_allowed"]
    );
}

#[test]
fn limits_hold_wherever_they_stand() {
    use v3_1::limits_inside::models::Text;
    check!(limits_inside Text:
        r#"{"words":["ab"],"counts":{"a":1},"size":9,"limit":9,"pair":["a",1],"other":"abcd"}"# => []
        r#"{"words":["ab","c"],"counts":{"a":0}}"# => ["/words/1 min_length", "/counts/a minimum"]
        r#"{"words":[],"size":15}"# => ["/size one_of"]
        r#"{"words":[],"limit":10}"# => ["/limit any_of"]
        r#"{"words":[],"limit":"some"}"# => ["/limit any_of"]
        r#"{"words":[],"pair":["ab",1]}"# => ["/pair/0 max_length"]
        r#"{"words":[],"other":"abcde"}"# => ["/other max_length"]
        r#"{"words":[],"none":"a"}"# => ["/none not_allowed"]
    );
}

#[test]
fn keys_decide_which_type_a_member_has() {
    use v3_1::pattern_properties::models::{Named, Open};
    check!(pattern_properties Named:
        r#"{"id":1,"x-a":true,"other":1}"# => []
        r#"{"x-a":1}"# => ["/x-a type"]
    );
    check!(pattern_properties Open:
        r#"{"x-a":true,"a":"b"}"# => []
        r#"{"x-a":"b","a":true}"# => ["/a type", "/x-a type"]
    );
}
