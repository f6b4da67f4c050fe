//! Large bodies, read and written by generated code and by what serde derives. `cargo bench --bench codec`.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use generated_example::generated::models::ProxyProvider;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[expect(dead_code, reason = "the server is for another benchmark")]
mod by_hand;

fn main() {
    divan::main();
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
    bencher.bench(|| serde_json::from_slice::<Vec<T>>(black_box(&text)));
}

#[divan::bench(types = [ProxyProvider, by_hand::ProxyProvider])]
fn encode<T: DeserializeOwned + Serialize + Sync>(bencher: Bencher<'_, '_>) {
    let text = text();
    let list: Vec<T> = serde_json::from_slice(&text).unwrap_or_default();
    let bencher = bencher.counter(BytesCount::of_slice(&text));
    bencher.bench(|| serde_json::to_vec(black_box(&list)));
}
