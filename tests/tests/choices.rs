//! What users choose beyond parts and tags: it compiles, behaves, and says what it does not find.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

use std::fmt::Debug;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use specwright_core::options::Options;
use specwright_core::pipeline;
use specwright_core::source::Input;
use specwright_tests::fixtures::v3_0::*;
use specwright_tests::own_types::Money;

/// Reads a value, and holds what is written against what was read.
fn kept<T: DeserializeOwned + Serialize>(value: Value) -> T {
    let read: T = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), value);
    read
}

fn refused<T: DeserializeOwned + Debug>(value: Value) -> String {
    serde_json::from_value::<T>(value).unwrap_err().to_string()
}

#[test]
fn dates_are_types_of_the_chosen_crate() {
    let event = || json!({"starts": "2024-02-29T12:00:00Z", "day": null, "changes": ["2024-03-01T00:00:00.5Z"]});
    let of_jiff: date_and_time_of_jiff::models::Event = kept(event());
    assert_eq!(
        of_jiff.starts,
        "2024-02-29T12:00:00Z".parse::<jiff::Timestamp>().unwrap()
    );
    let of_time: date_and_time_of_time::models::Event = kept(event());
    assert_eq!(
        *of_time.starts,
        time::macros::datetime!(2024-02-29 12:00 UTC)
    );
    let text: date_and_time_as_text::models::Event = kept(event());
    assert_eq!(text.starts, "2024-02-29T12:00:00Z");
    refused::<date_and_time_of_time::models::Event>(json!({"starts": "2024-02-29"}));
    let day = json!({"starts": "2024-02-29T12:00:00+02:00", "day": "2024-02-29"});
    kept::<date_and_time_of_time::models::Event>(day.clone());
    kept::<date_and_time_as_text::models::Event>(day);
}

#[test]
fn decimals_are_exact_where_they_are_asked_for() {
    use exact_decimals::models::Price;
    let price: Price =
        kept(json!({"id": "no uuid", "net": 0.1, "gross": "0.10", "steps": [1, -2.75]}));
    assert_eq!(*price.net + *price.net, "0.2".parse().unwrap());
    assert_eq!(price.gross.to_string(), "0.10");
    let price = Price {
        net: "-1".parse::<rust_decimal::Decimal>().unwrap().into(),
        ..price
    };
    let problems = price.validate().unwrap_err().into_problems();
    assert_eq!(
        problems.iter().map(|one| &*one.pointer).collect::<Vec<_>>(),
        ["/net"]
    );
}

#[test]
fn maps_are_of_the_chosen_type() {
    use maps_in_order::models::Node;
    let text = r#"{"name":"a","labels":{"z":"1","a":"2"},"z":2,"b":1}"#;
    let node: Node = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&node).unwrap(), text);
    let labels: &indexmap::IndexMap<String, String> = node.labels.as_ref().unwrap();
    assert_eq!(labels.keys().collect::<Vec<_>>(), ["z", "a"]);
    let many = json!({"name": "a", "labels": {"a": "", "b": "", "c": "", "d": ""}, "x": 1});
    let node: maps_without_order::models::Node = kept(many);
    assert_eq!(node.additional_properties["x"], 1);
    assert!(node.validate().is_err());
}

#[test]
fn open_enumerations_keep_what_they_do_not_name() {
    use open_enumerations::models::{Closed, Color, Level, Status, Task, TaskKind};
    assert_eq!(
        kept::<Status>(json!("later")),
        Status::Unknown("later".to_owned())
    );
    assert_eq!(kept::<Level>(json!(3)), Level::Unknown(3));
    assert_eq!(kept::<Level>(json!(2)).value(), 2);
    assert_eq!(
        kept::<Color>(json!("blue")),
        Color::Unknown("blue".to_owned())
    );
    let task: Task = kept(json!({"kind": "medium"}));
    assert_eq!(task.kind, Some(TaskKind::Unknown("medium".to_owned())));
    refused::<Closed>(json!("maybe"));
}

#[test]
fn names_are_those_that_were_chosen() {
    use renames::models::{Owner, Pet, PetStatus};
    let pet = Pet {
        st: Some(PetStatus::Retired),
        owner: Some(Owner::default()),
        ..Pet::new("Tom", "7")
    };
    let json = json!({"nm": "Tom", "id": "7", "st": "2", "o": {}});
    assert_eq!(serde_json::to_value(&pet).unwrap(), json);
    let client = renames::client::Client::builder("http://localhost")
        .build()
        .unwrap();
    drop(client.pets().search("Tom"));
}

#[test]
fn types_of_ones_own_stand_in_the_stead_of_schemas() {
    use replaced_types::models::Order;
    let order: Order = kept(json!({
        "price": "12.50 EUR", "host": {"a": "b"}, "port": 80, "stamp": "67e55044-10b1-426f-9247-bb680e5fe0c8",
    }));
    let price: Money = order.price;
    assert_eq!(price.cents, 1250);
    assert_eq!(order.host["a"], "b");
    assert_eq!(order.port.map(u16::from), Some(80));
    refused::<Order>(json!({"price": "much", "host": {}}));
}

#[test]
fn types_derive_what_is_asked_for() {
    use derives::models::{Point, Side, Way};
    let ways = std::collections::HashSet::from([Way::Side(Side::Left), Way::Point(Point::new(1))]);
    let point = Point::new(1);
    let copy = point;
    assert!(ways.contains(&Way::Point(point)) && copy <= point);
}

/// What is said about a document with these options.
fn said(document: &str, options: Options) -> Vec<String> {
    let input = Input::Text {
        name: "api".to_owned(),
        text: document.to_owned(),
    };
    let generation = pipeline::generate(&input, &options);
    generation
        .messages()
        .iter()
        .map(ToString::to_string)
        .collect()
}

const DOCUMENT: &str = "openapi: 3.0.3
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Bad: {type: string, x-rust-type: 'String; struct X'}
    Worse: {type: object, x-rust-derive: [Eq, 'Hash)] struct X; #[derive(Eq']}
";

#[test]
fn what_is_no_rust_never_reaches_the_output() {
    let said = said(DOCUMENT, Options::default());
    assert_eq!(
        said,
        [
            "api:7:38: error[SW0103]: `String; struct X` is no path of a Rust type",
            "api:8:47: error[SW0103]: `Hash)] struct X; #[derive(Eq` is no path of a Rust trait",
        ]
    );
}

#[test]
fn a_configuration_file_is_read_and_mistakes_in_it_are_shown_where_they_are() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let sound = DOCUMENT.lines().take(6).collect::<Vec<_>>().join("\n");
    let said = |text: &str| {
        let file = folder.join("choices.toml");
        std::fs::write(&file, text).unwrap();
        let options = Options {
            config: Some(file),
            ..Options::default()
        };
        let prefix = format!("{}/", folder.display());
        let said = said(&sound, options).into_iter();
        said.map(|one| one.replace(&prefix, "")).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(
        said("generate = [\"models\"]\nrename.Pet = \"Animal\"\n"),
        none
    );
    for (text, expected) in [
        (
            "tags = 1\n",
            "choices.toml:1:8: error[SW0103]: `tags` must be a list of texts, not a number",
        ),
        (
            "# dates\ndate_tim = \"jiff\"\n",
            "choices.toml:2:1: error[SW0105]: there is no option `date_tim`; help: did you mean `date_time`?",
        ),
        (
            "date_time = \"jif\"\n",
            "choices.toml:1:13: error[SW0104]: `date_time` knows no `jif`; help: did you mean `jiff`?",
        ),
        (
            "date_time = [\"jiff\"]\n",
            "choices.toml:1:13: error[SW0103]: `date_time` must be one text, not a list",
        ),
        (
            "[rename]\nPat = \"Animal\"\n",
            "choices.toml:2:7: error[SW0301]: `rename`: the document has nothing that is called `Pat`; help: did you mean `Pet`?",
        ),
        (
            "[rename]\nPet = \"a b\"\n",
            "choices.toml:2:7: error[SW0301]: `rename`: `a b` cannot be a name in Rust",
        ),
        (
            "open_enums = [\"Pet\"]\n",
            "choices.toml:1:15: error[SW0301]: `open_enums`: `Pet` is no enumeration",
        ),
        (
            "[replace]\nPet = \"mine::Pet()\"\n",
            "choices.toml:2:7: error[SW0301]: `replace`: `mine::Pet()` is no path of a Rust type",
        ),
        (
            "a = [\n",
            "choices.toml:1:6: error[SW0002]: not valid TOML: unclosed array, expected `]`",
        ),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
    let missing = said_of_missing(&sound);
    assert!(
        missing.first().is_some_and(|one| one.contains("SW0001")),
        "{missing:?}"
    );
}

fn said_of_missing(document: &str) -> Vec<String> {
    let options = Options {
        config: Some("no/such/file.toml".into()),
        ..Options::default()
    };
    said(document, options)
}

#[test]
fn crates_of_replaced_types_are_dependencies() {
    let input = Input::Text {
        name: "api".to_owned(),
        text: DOCUMENT.lines().take(6).collect::<Vec<_>>().join("\n"),
    };
    let options = Options {
        replace: vec!["Pet=geo::Point<f64> geo@0.28[serde]".to_owned()],
        derive: vec!["schemars::JsonSchema schemars@1".to_owned()],
        ..Options::default()
    };
    let rows = pipeline::generate(&input, &options).dependencies().unwrap();
    assert!(rows.contains("schemars = \"1\"\n"), "{rows}");
}

#[test]
fn values_have_the_names_that_stand_beside_them() {
    use enum_extensions::models::{ByPosition, ByValue, Open, PowerMode};
    assert_eq!(kept::<ByPosition>(json!(20)), ByPosition::HighValue);
    assert_eq!(ByValue::ALL, [ByValue::A, ByValue::Bravo]);
    assert_eq!(PowerMode::On.as_str(), "1");
    assert_eq!(kept::<Open>(json!(7)), Open::Unknown(7));
}

#[test]
fn the_document_can_speak_rust() {
    use rust_extensions::models::{HTTPThing, ThingKind};
    let thing = HTTPThing {
        identifier_lowercase: Some("b".to_owned()),
        thing_kind: Some(ThingKind::A),
        total: rust_extensions::models::Maybe::Null,
        total_lowercase: Some(1),
        ..HTTPThing::new("a")
    };
    assert_eq!(thing.identifier, "a");
    assert!(std::collections::HashSet::from([thing.clone()]).contains(&thing));
    let client = rust_extensions::client::Client::builder("http://localhost")
        .build()
        .unwrap();
    drop(client.things().search("x"));
}
