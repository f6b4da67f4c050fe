//! Large bodies, read and written by generated code and by what serde derives. `cargo bench --bench codec`.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::hint::black_box;
use std::time::Instant;

use divan::Bencher;
use divan::counter::BytesCount;
use generated_example::generated::models::ProxyProvider;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[expect(dead_code, reason = "the server is for another benchmark")]
mod by_hand;
mod by_turns;

/// How many turns each side has for a ratio.
const TURNS: usize = 200;

fn main() -> Result<(), serde_json::Error> {
    divan::main();
    let text = text();
    let generated: Vec<ProxyProvider> = serde_json::from_slice(&text)?;
    let by_hand: Vec<by_hand::ProxyProvider> = serde_json::from_slice(&text)?;
    ratio(
        "decode",
        || read::<ProxyProvider>(&text),
        || read::<by_hand::ProxyProvider>(&text),
    );
    ratio(
        "encode",
        || serde_json::to_vec(&generated),
        || serde_json::to_vec(&by_hand),
    );
    Ok(())
}

fn read<T: DeserializeOwned>(text: &[u8]) -> serde_json::Result<Vec<T>> {
    serde_json::from_slice(text)
}

/// Prints how many times the speed of what is by hand that of what is generated is, by turns.
fn ratio<A, B>(what: &str, generated: impl Fn() -> A, by_hand: impl Fn() -> B) {
    let turns: Vec<[f64; 2]> = (0..TURNS)
        .map(|turn| {
            let mut speeds = [0.0; 2];
            for side in by_turns::order(turn) {
                speeds[side] = match side {
                    0 => speed(&generated),
                    _ => speed(&by_hand),
                };
            }
            speeds
        })
        .collect();
    let (.., ratio) = by_turns::compared(&turns);
    println!("{what}     ratio     {ratio:8.3} of the speed");
}

/// Times in a second, what is returned being kept until the end.
fn speed<T>(work: impl Fn() -> T) -> f64 {
    let begin = Instant::now();
    let done = black_box(work());
    let time = begin.elapsed();
    drop(done);
    time.as_secs_f64().recip()
}

/// A list of many providers.
fn text() -> Vec<u8> {
    let uuid = |number: u128| uuid::Uuid::from_u128(number).to_string();
    let request = |number: u128| {
        let request = serde_json::json!({
            "name": format!("provider {number} \u{fc}"), "authentication_flow": null,
            "authorization_flow": uuid(number), "invalidation_flow": uuid(number + 1),
            "property_mappings": [uuid(number), uuid(number + 2)], "internal_host": "http://10.0.0.1:8080",
            "external_host": "https://a.example.com", "internal_host_ssl_validation": true,
            "skip_path_regex": "^/static/\n\"quoted\"", "mode": "forward_single",
            "jwt_federation_providers": [1, 2, 3], "access_token_validity": "hours=1",
        });
        serde_json::from_value(request).map(by_hand::created)
    };
    let list: Result<Vec<by_hand::ProxyProvider>, _> = (0..2_000).map(request).collect();
    list.and_then(|list| serde_json::to_vec(&list))
        .unwrap_or_default()
}

#[divan::bench(types = [ProxyProvider, by_hand::ProxyProvider])]
fn decode<T: DeserializeOwned>(bencher: Bencher<'_, '_>) {
    let text = text();
    let bencher = bencher.counter(BytesCount::of_slice(&text));
    bencher.bench(|| read::<T>(black_box(&text)));
}

#[divan::bench(types = [ProxyProvider, by_hand::ProxyProvider])]
fn encode<T: DeserializeOwned + Serialize + Sync>(bencher: Bencher<'_, '_>) {
    let text = text();
    let list: Vec<T> = serde_json::from_slice(&text).unwrap_or_default();
    let bencher = bencher.counter(BytesCount::of_slice(&text));
    bencher.bench(|| serde_json::to_vec(black_box(&list)));
}
