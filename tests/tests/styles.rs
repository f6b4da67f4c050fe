//! Parameters of every place, style and type: what a generated client is given is what a generated server's handler sees,
//! whatever characters it is made of.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use specwright_tests::fixtures::v3_1::styles_of_every_type as api;
use specwright_tests::harness::served;

use api::client::Client;
use api::models::{Nest, NestInner, Thing, Word};
use api::runtime::responses::Undeclared;
use api::server::{Context, DefaultApi, Outcome, Service};

/// Answers with what it was sent.
struct Echo;

impl Service for Echo {}

/// Handlers of parameters in the path.
macro_rules! in_path {
    ($($name:ident)*) => {
        $(async fn $name(
            &self, _: &Context<()>, phrase: String, count: i64, ratio: f64, flag: bool, word: Word, texts: Vec<String>,
            counts: Vec<i64>, thing: Thing,
        ) -> Outcome<Value, Undeclared> {
            Ok(json!([phrase, count, ratio, flag, word, texts, counts, thing]))
        })*
    };
}

/// Handlers of other parameters.
macro_rules! elsewhere {
    ($($name:ident($parameters:ident) $($field:ident)*;)*) => {
        $(async fn $name(&self, _: &Context<()>, sent: api::server::$parameters) -> Outcome<Value, Undeclared> {
            Ok(json!([$(sent.$field),*]))
        })*
    };
}

impl DefaultApi for Echo {
    in_path!(simple simple_exploded label label_exploded matrix matrix_exploded);
    elsewhere! {
        form(FormParameters) phrase count ratio flag word texts counts thing;
        packed(PackedParameters) phrase count ratio flag word texts counts thing labels;
        reserved(ReservedParameters) phrase count ratio flag word texts counts;
        spaced(SpacedParameters) texts counts;
        piped(PipedParameters) texts counts;
        deep(DeepParameters) thing labels nest;
        json(JsonParameters) phrase count ratio flag word texts counts thing labels nest;
        header(HeaderParameters) x_phrase x_count x_ratio x_flag x_word x_texts x_counts x_thing;
        header_exploded(HeaderExplodedParameters) x_phrase x_count x_ratio x_flag x_word x_texts x_counts x_thing;
        cookie(CookieParameters) phrase count ratio flag word texts counts thing;
    }
}

/// What is sent.
#[derive(Clone, Debug)]
struct Sent {
    phrase: String,
    count: i64,
    ratio: f64,
    flag: bool,
    word: Word,
    texts: Vec<String>,
    counts: Vec<i64>,
    thing: Thing,
    labels: BTreeMap<String, String>,
    nest: Nest,
}

/// Texts of all characters, with many that mean something in URLs and header fields.
fn text() -> BoxedStrategy<String> {
    let meaning = "[-a ,;:.=&|+%/?#\\[\\]{}\"'<>~!@$^`()\\\\*_é€😀]{0,8}";
    prop_oneof![meaning, any::<String>(), "[a-z]{1,4}"].boxed()
}

/// A text that is not empty: in the path, where it would be no segment, as `.` and `..` are none (RFC 3986, section 5.2.4);
/// and in lists, where one empty item is written as no item is.
fn full() -> BoxedStrategy<String> {
    let full = |text: String| match text.as_str() {
        "" | "." | ".." => "x".to_owned(),
        _ => text,
    };
    text().prop_map(full).boxed()
}

/// What is sent, with these texts, and these in lists. Lists and maps are not empty: without an item, OpenAPI leaves it
/// undefined what is written (3.1.1, section 4.8.12.3).
fn sent(texts: BoxedStrategy<String>, items: BoxedStrategy<String>) -> impl Strategy<Value = Sent> {
    let thing = (texts.clone(), any::<i64>(), option::of(texts.clone()));
    let thing = thing.prop_map(|(name, size, note)| Thing { name, size, note });
    // Brackets around keys and in them cannot be told apart, and without a key they stand for an item (`deepObject`).
    let key = texts
        .clone()
        .prop_map(|key| format!("k{}", key.replace(['[', ']'], "x")));
    let labels = btree_map(key, texts.clone(), 1..4);
    // What the answer brings back without a change: the last of many digits may get lost in JSON.
    let ratio = (-10_000_i32..10_000).prop_map(|eighths| f64::from(eighths) / 8.0);
    let words = select(&[Word::Plain, Word::WithSpace, Word::ABC, Word::Ü, Word::V0]);
    let scalars = (texts, any::<i64>(), ratio, any::<bool>(), words);
    let others = (vec(items, 1..4), vec(any::<i64>(), 1..4), thing, labels);
    (scalars, others).prop_map(
        |((phrase, count, ratio, flag, word), (texts, counts, thing, labels))| Sent {
            nest: Nest {
                thing: Some(thing.clone()),
                names: Some(texts.clone()),
                inner: Some(NestInner {
                    labels: Some(labels.clone()),
                }),
            },
            phrase,
            count,
            ratio,
            flag,
            word,
            texts,
            counts,
            thing,
            labels,
        },
    )
}

/// The same where not every word can be sent.
fn plainly(texts: BoxedStrategy<String>) -> impl Strategy<Value = Sent> {
    let word = select(&[Word::Plain, Word::WithSpace]);
    (sent(texts.clone(), texts), word).prop_map(|(sent, word)| Sent { word, ..sent })
}

/// Sends what a strategy makes by each of the calls, and compares what arrives.
fn arrives(
    values: impl Strategy<Value = Sent>,
    call: impl AsyncFn(&Client, &Sent) -> Vec<(&'static str, Result<Value, String>, Value)>,
) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let client = runtime.block_on(async {
        let url = served(api::server::router(Echo)).await.unwrap();
        Client::builder(url).build().unwrap()
    });
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(300)
    };
    // The same values in each run: what fails does so again.
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, random).run(&values, |sent| {
        for (name, arrived, expected) in runtime.block_on(call(&client, &sent)) {
            prop_assert_eq!(arrived, Ok(expected), "{}", name);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// The name of a call, what arrived, and what should have: the arguments of its methods.
macro_rules! call {
    ($client:ident.$name:ident($($required:expr),*) $(.$method:ident($argument:expr))*) => {{
        let call = $client.$name($($required),*)$(.$method($argument))*;
        let arrived = call.await.map_err(|error| format!("{error:?}"));
        (stringify!($name), arrived, json!([$($required,)* $($argument),*]))
    }};
}

/// All calls with parameters in the path.
macro_rules! in_path_calls {
    ($client:ident, $one:ident: $($name:ident)*) => {
        vec![$(call!($client.$name(
            &$one.phrase, $one.count, $one.ratio, $one.flag, $one.word, &$one.texts, &$one.counts, &$one.thing
        )),)*]
    };
}

/// A call with the parameters that every style has, and others behind them.
macro_rules! full_call {
    ($client:ident.$name:ident($one:ident) $(.$method:ident($argument:expr))*) => {
        call!($client.$name().phrase(&$one.phrase).count($one.count).ratio($one.ratio).flag($one.flag).word($one.word)
            .texts(&$one.texts).counts(&$one.counts) $(.$method($argument))*)
    };
}

/// A call with parameters in header fields.
macro_rules! header_call {
    ($client:ident.$name:ident($one:ident)) => {
        call!(
            $client
                .$name()
                .x_phrase(&$one.phrase)
                .x_count($one.count)
                .x_ratio($one.ratio)
                .x_flag($one.flag)
                .x_word($one.word)
                .x_texts(&$one.texts)
                .x_counts(&$one.counts)
                .x_thing(&$one.thing)
        )
    };
}

#[test]
fn parameters_in_the_path_arrive_as_they_were_sent() {
    arrives(
        sent(full(), full()),
        async |client, one| in_path_calls!(client, one: simple simple_exploded label label_exploded matrix matrix_exploded),
    );
}

#[test]
fn parameters_in_the_query_arrive_as_they_were_sent() {
    arrives(sent(text(), full()), async |client, one| {
        vec![
            full_call!(client.form(one).thing(&one.thing)),
            full_call!(client.packed(one).thing(&one.thing).labels(&one.labels)),
            call!(
                client
                    .deep()
                    .thing(&one.thing)
                    .labels(&one.labels)
                    .nest(&one.nest)
            ),
            full_call!(
                client
                    .json(one)
                    .thing(&one.thing)
                    .labels(&one.labels)
                    .nest(&one.nest)
            ),
        ]
    });
}

/// A delimiter inside of an item cannot be told from one between two (OpenAPI 3.1.1, appendix C).
#[test]
fn items_without_their_delimiter_arrive_as_they_were_sent() {
    let text = full()
        .prop_map(|text| text.replace([' ', '|'], "x"))
        .boxed();
    arrives(sent(text.clone(), text), async |client, one| {
        vec![
            call!(client.spaced().texts(&one.texts).counts(&one.counts)),
            call!(client.piped().texts(&one.texts).counts(&one.counts)),
        ]
    });
}

/// What is sent as it is must not mean anything in a query itself (RFC 6570, section 3.2.3).
#[test]
fn reserved_characters_arrive_as_they_were_sent() {
    let text = "[-a-z0-9,;:.=|/?\\[\\]\"'<>~!@$^`()*_é€😀]{1,8}".boxed();
    arrives(plainly(text), async |client, one| {
        vec![full_call!(client.reserved(one))]
    });
}

/// Fields have no encoding, so they hold visible characters (RFC 9110, section 5.5); commas separate, and the spaces around
/// a value are none of it.
#[test]
fn parameters_in_header_fields_arrive_as_they_were_sent() {
    let text = "[!-+\\--~]([ -+\\--~]{0,6}[!-+\\--~])?".boxed();
    arrives(plainly(text), async |client, one| {
        vec![
            header_call!(client.header(one)),
            header_call!(client.header_exploded(one)),
        ]
    });
}

#[test]
fn parameters_in_cookies_arrive_as_they_were_sent() {
    arrives(sent(text(), full()), async |client, one| {
        vec![full_call!(client.cookie(one).thing(&one.thing))]
    });
}
