//! Records, enumerations, unions and constraints: what the tables make of them, on the wire.

use crate::runtime::explain::explain;
use crate::runtime::maybe::Maybe;
use crate::runtime::pattern::Pattern;
use crate::runtime::tagged;
use crate::runtime::text_enum::{self, integer_enum, open_text_enum, text_enum};
use crate::runtime::unions;
use crate::runtime::validate::{self, Limit};
use crate::runtime::wire::{self, record};
use serde_json::{Value, from_str, from_value, json, to_string, to_value};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq)]
struct Provider {
    r#type: i64,
    name: Option<String>,
    mode: Maybe<Mode>,
    parent: Option<Box<Provider>>,
    hosts: Vec<Host>,
    slug: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct Host {
    port: Option<i64>,
    kind: Option<String>,
    additional_properties: BTreeMap<String, Value>,
}

#[derive(Clone, Debug, PartialEq)]
struct Nothing {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Proxy,
    ForwardSingle,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Color {
    Red,
    Unknown(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Low,
    High,
}

#[derive(Clone, Debug, PartialEq)]
enum Challenge {
    Host(Host),
    Nothing(Nothing),
}

#[derive(Clone, Debug, PartialEq)]
enum Numbered {
    Leveled(Leveled),
    Nothing(Nothing),
}

#[derive(Clone, Debug, PartialEq)]
enum Levels {
    Leveled(Leveled),
    Nothing(Nothing),
}

#[derive(Clone, Debug, PartialEq)]
struct Leveled {
    level: i64,
}

#[derive(Clone, Debug, PartialEq)]
enum Request {
    Provider(Box<Provider>),
    Host(Host),
}

#[derive(Clone, Debug, PartialEq)]
enum Scalar {
    Text(String),
    Number(f64),
    List(Vec<i64>),
}

#[derive(Clone, Debug, PartialEq)]
enum Either {
    Provider(Box<Provider>),
    Host(Host),
}

#[derive(Clone, Debug, PartialEq)]
enum Rest {
    Provider(Box<Provider>),
    Nothing(Nothing),
    Host(Host),
}

#[derive(Clone, Debug, PartialEq)]
enum Trial {
    Provider(Box<Provider>),
    Mode(Mode),
}

record!(Provider {
    0 r#type: required "type",
    1 name: optional "name",
    2 mode: maybe "mode",
    3 parent: optional "parent",
    4 hosts: required "hosts",
    5 slug: nullable "slug"
});
record!(Host { 0 port: defaulted "port" (443), 1 kind: optional "kind" } rest additional_properties);
record!(Nothing {});
text_enum!(Mode { Proxy = "proxy", ForwardSingle = "forward_single" });
open_text_enum!(Color { Red = "red" });
integer_enum!(Level { Low = 1, High = -2 });
tagged::tagged_union!(Challenge by "kind" { Host = "host" | "old-host", Nothing = "nothing" });
record!(Leveled { 0 level: required });
tagged::tagged_union!(Numbered by "level" { Leveled = "1" | "2", Nothing = "none" });
tagged::tagged_union!(Levels by "level" { Leveled = "1", Nothing = "none" });
tagged::tagged_union!(Request by "model" { Provider = "provider", Host = "host" } or trial);
unions::union!(Scalar {
    Text: Text,
    Number: Integer | Number,
    List: List
});
unions::union!(Either {
    Provider: Object("type"),
    Host: Object
});
unions::union!(Rest {
    Provider: Object("type"),
    Nothing: Object,
    Host: Object
});
unions::union!(Trial {
    Provider: Any,
    Mode: Any
});
validate::unconstrained!(Mode, Host, Nothing, Leveled);
validate::constraints!(Provider {
    member name "name" [Limit::MinLength(1), Limit::Pattern({ static PATTERN: Pattern = Pattern::new("^[-a-z]+$"); &PATTERN })],
    member r#type "type" [Limit::Maximum(10)],
    nested parent "parent",
    nested hosts "hosts",
    member hosts "hosts" [Limit::UniqueItems, Limit::MaxItems(2)],
});

fn provider() -> Provider {
    Provider {
        r#type: 1,
        name: None,
        mode: Maybe::Absent,
        parent: None,
        hosts: Vec::new(),
        slug: None,
    }
}

#[test]
fn absent_null_and_value_differ() {
    let absent: Provider = from_str(r#"{"type":1,"hosts":[],"slug":null}"#).unwrap();
    assert_eq!(absent, provider());
    assert_eq!(
        to_string(&absent).unwrap(),
        r#"{"type":1,"hosts":[],"slug":null}"#
    );
    let null: Provider = from_str(r#"{"type":1,"mode":null,"hosts":[],"slug":"a"}"#).unwrap();
    assert_eq!(null.mode, Maybe::Null);
    assert_eq!(
        to_string(&null).unwrap(),
        r#"{"type":1,"mode":null,"hosts":[],"slug":"a"}"#
    );
    let value: Provider = from_str(r#"{"slug":null,"mode":"proxy","hosts":[],"type":1}"#).unwrap();
    assert_eq!(value.mode, Maybe::Value(Mode::Proxy));
}

#[test]
fn what_is_required_must_be_there_and_what_is_not_nullable_refuses_null() {
    for (text, message) in [
        (r#"{"hosts":[],"slug":null}"#, "missing field `type`"),
        (r#"{"type":1,"hosts":[]}"#, "missing field `slug`"),
        (
            r#"{"type":1,"name":null,"hosts":[],"slug":null}"#,
            "invalid type: null",
        ),
        (r#"[1]"#, "expected an object"),
    ] {
        let error = from_str::<Provider>(text).unwrap_err().to_string();
        assert!(error.contains(message), "{text}: {error}");
    }
}

#[test]
fn unknown_members_are_skipped_or_kept_and_defaults_are_seen() {
    let nothing: Nothing = from_str(r#"{"a":{"b":[1]}}"#).unwrap();
    assert_eq!(to_string(&nothing).unwrap(), "{}");
    let host: Host = from_str(r#"{"x":{"y":1}}"#).unwrap();
    assert_eq!(host.port, Some(443));
    assert_eq!(
        host.additional_properties,
        BTreeMap::from([("x".to_owned(), json!({"y": 1}))])
    );
}

#[test]
fn every_problem_is_explained_at_its_place() {
    let value = json!({"type": "x", "name": 3, "mode": "q", "hosts": [{"port": 1}, {"port": "no"}], "parent": {"hosts": 5}});
    let mut found: Vec<String> = explain::<Provider>(&value)
        .iter()
        .map(|one| format!("{} {}", one.pointer, one.code))
        .collect();
    found.sort();
    let expected = [
        "/hosts/1/port type",
        "/mode type",
        "/name type",
        "/parent/hosts type",
        "/parent/slug required",
        "/parent/type required",
        "/slug required",
        "/type type",
    ];
    assert_eq!(found, expected);
    assert!(explain::<Provider>(&to_value(provider()).unwrap()).is_empty());
}

#[test]
fn enumerations_name_their_values() {
    assert_eq!(
        "forward_single".parse::<Mode>().unwrap(),
        Mode::ForwardSingle
    );
    let error = "x".parse::<Mode>().unwrap_err().to_string();
    assert_eq!(
        error,
        r#""x" is none of the allowed values: "proxy", "forward_single""#
    );
    assert_eq!(
        Mode::ALL
            .iter()
            .map(|mode| mode.to_string())
            .collect::<Vec<_>>(),
        ["proxy", "forward_single"]
    );
    assert_eq!(
        from_value::<Color>(json!("blue")).unwrap(),
        Color::Unknown("blue".to_owned())
    );
    assert_eq!(to_value(Color::Red).unwrap(), json!("red"));
    assert_eq!(from_value::<Level>(json!(-2)).unwrap(), Level::High);
    assert_eq!(
        (Color::ALL, Level::ALL),
        (&[Color::Red][..], &[Level::Low, Level::High][..])
    );
    assert!(
        from_value::<Level>(json!(3))
            .unwrap_err()
            .to_string()
            .contains("none of the allowed values: [1, -2]")
    );
}

#[test]
fn a_tag_decides_wherever_it_stands_and_is_always_written() {
    let last: Challenge = from_str(r#"{"port":1,"kind":"host"}"#).unwrap();
    let Challenge::Host(host) = &last else {
        panic!("{last:?}")
    };
    assert_eq!((host.port, host.kind.as_deref()), (Some(1), Some("host")));
    assert_eq!(to_string(&last).unwrap(), r#"{"port":1,"kind":"host"}"#);
    let unwritten = Challenge::Host(Host {
        port: Some(1),
        kind: None,
        additional_properties: BTreeMap::new(),
    });
    assert_eq!(
        to_string(&unwritten).unwrap(),
        r#"{"port":1,"kind":"host"}"#
    );
    let old = from_str::<Challenge>(r#"{"kind":"old-host"}"#).unwrap();
    assert_eq!(
        to_string(&old).unwrap(),
        r#"{"port":443,"kind":"old-host"}"#
    );
    let nothing = Challenge::Nothing(Nothing {});
    assert_eq!(to_string(&nothing).unwrap(), r#"{"kind":"nothing"}"#);
    let error = from_str::<Challenge>(r#"{"kind":"x"}"#)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains(r#"kind is "x", which is none of host, old-host, nothing"#),
        "{error}"
    );
    let error = from_str::<Challenge>("{}").unwrap_err().to_string();
    assert!(error.contains("kind is missing"), "{error}");
}

#[test]
fn a_tag_may_be_a_number_and_is_written_as_one() {
    let second: Numbered = from_str(r#"{"level":2}"#).unwrap();
    assert_eq!(second, Numbered::Leveled(Leveled { level: 2 }));
    assert_eq!(to_string(&second).unwrap(), r#"{"level":2}"#);
    assert!(from_str::<Numbered>(r#"{"level":3}"#).is_err());
    let only: Levels = from_str(r#"{"level":1}"#).unwrap();
    assert_eq!(to_string(&only).unwrap(), r#"{"level":1}"#);
    assert_eq!(
        to_string(&Levels::Nothing(Nothing {})).unwrap(),
        r#"{"level":"none"}"#
    );
}

#[test]
fn a_missing_tag_that_no_branch_declares_leads_to_trial() {
    assert!(matches!(
        from_str::<Request>(r#"{"type":1,"hosts":[],"slug":null}"#),
        Ok(Request::Provider(_))
    ));
    assert!(matches!(
        from_str::<Request>(r#"{"model":"host"}"#),
        Ok(Request::Host(_))
    ));
    assert!(matches!(
        from_str::<Request>(r#"{"port":5}"#),
        Ok(Request::Host(_))
    ));
    assert!(from_str::<Request>(r#"{"model":"x"}"#).is_err());
}

#[test]
fn kinds_members_and_trial_decide() {
    assert_eq!(from_str::<Scalar>("1").unwrap(), Scalar::Number(1.0));
    assert_eq!(from_str::<Scalar>("[1]").unwrap(), Scalar::List(vec![1]));
    assert_eq!(
        from_str::<Scalar>(r#""a""#).unwrap(),
        Scalar::Text("a".to_owned())
    );
    assert!(
        from_str::<Scalar>("true")
            .unwrap_err()
            .to_string()
            .contains("none of the alternatives")
    );
    assert!(matches!(
        from_str::<Either>(r#"{"type":1,"hosts":[],"slug":null}"#),
        Ok(Either::Provider(_))
    ));
    // A branch without a member of its own may have that of another.
    assert!(matches!(
        from_str::<Either>(r#"{"type":"no number"}"#),
        Ok(Either::Host(_))
    ));
    assert!(matches!(
        from_str::<Either>(r#"{"port":1}"#),
        Ok(Either::Host(_))
    ));
    // Of several such branches, the one that keeps most.
    assert!(matches!(
        from_str::<Rest>(r#"{"type":"no number"}"#),
        Ok(Rest::Host(_))
    ));
    assert_eq!(
        from_str::<Trial>(r#""proxy""#).unwrap(),
        Trial::Mode(Mode::Proxy)
    );
    let error = from_str::<Trial>("5").unwrap_err().to_string();
    assert!(
        error.contains("Provider: ") && error.contains("Mode: "),
        "{error}"
    );
}

#[test]
fn all_violations_are_reported_with_their_places() {
    let host = Host {
        port: None,
        kind: None,
        additional_properties: BTreeMap::new(),
    };
    let inner = Provider {
        name: Some(String::new()),
        ..provider()
    };
    let outer = Provider {
        r#type: 11,
        name: Some("B".to_owned()),
        parent: Some(Box::new(inner)),
        hosts: vec![host; 3],
        ..provider()
    };
    let found: Vec<(String, &str)> = outer
        .validate()
        .unwrap_err()
        .into_problems()
        .into_iter()
        .map(|one| (one.pointer, one.code))
        .collect();
    let expected = [
        ("/name", "pattern"),
        ("/type", "maximum"),
        ("/parent/name", "min_length"),
        ("/parent/name", "pattern"),
        ("/hosts", "unique_items"),
        ("/hosts", "max_items"),
    ];
    assert_eq!(
        found,
        expected.map(|(pointer, code)| (pointer.to_owned(), code))
    );
    assert!(provider().validate().is_ok());
}
