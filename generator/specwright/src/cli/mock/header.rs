//! The header fields of an answer.

use axum::body::Bytes;
use axum::http::{HeaderName, Response as Reply};
use serde_json::Value;
use specwright_core::ir::{Header, Response};
use specwright_core::sample::simple;

use super::engine::Engine;
use super::preferences::Preferences;
use super::refusal::named_header;

/// What the connection and the content say themselves.
const OURS: [&str; 4] = [
    "content-length",
    "content-type",
    "transfer-encoding",
    "connection",
];

impl Engine {
    /// Adds the header fields that a response describes.
    pub(super) fn add_headers(
        &self,
        reply: &mut Reply<Bytes>,
        response: &Response,
        preferences: &Preferences,
    ) {
        for header in &response.headers {
            let name = HeaderName::try_from(header.name.as_str()).ok();
            let name = name.filter(|name| !OURS.contains(&name.as_str()));
            let value = self.header_value(header, preferences.dynamic);
            if let (Some(name), Some(value)) = (name, value) {
                reply
                    .headers_mut()
                    .extend(named_header(name, &simple(&value)));
            }
        }
    }

    fn header_value(&self, header: &Header, dynamic: bool) -> Option<Value> {
        let fits = |value: &&Value| !dynamic && self.fit().fits(value, header.value);
        let mut examples = header.docs.examples.iter();
        let example = examples.find(fits).cloned();
        example.or_else(|| self.sampler(dynamic).sample(header.value.id))
    }
}
