//! What is recorded of requests.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use ::bytes::Bytes;
use ::http::Response;
use ::tracing::field::{Field, Visit};
use ::tracing::span::{Attributes, Id, Record};
use ::tracing::{Event, Metadata, Subscriber};

use crate::runtime::client::Client;
use crate::runtime::transport::{TransportError, TransportErrorKind, from_fn};

/// Notes the fields of spans as `name=value`.
#[derive(Clone, Default)]
struct Noted(Arc<Mutex<Vec<String>>>);

impl Visit for Noted {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let mut noted = self.0.lock().unwrap();
        noted.push(format!("{}={value:?}", field.name()));
    }
}

impl Subscriber for Noted {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// What is noted of one call.
async fn noted(status: Option<u16>) -> Vec<String> {
    let noted = Noted::default();
    let answer = move |_| match status {
        Some(status) => Ok(Response::builder()
            .status(status)
            .body(Bytes::new())
            .unwrap()),
        None => Err(TransportError::new(TransportErrorKind::Timeout, "late")),
    };
    let builder = Client::builder("https://test:8443/api").transport(from_fn(answer));
    let client = builder.traced().build().unwrap();
    let subscriber = tracing::subscriber::set_default(noted.clone());
    let call = client.users_retrieve(7).query("secret", "s");
    assert!(call.await.is_err());
    drop(subscriber);
    let noted = noted.0.lock().unwrap();
    noted.clone()
}

#[tokio::test]
async fn a_request_is_a_span_with_the_names_of_opentelemetry() {
    let fields = noted(Some(404)).await;
    for expected in [
        "otel.kind=\"client\"",
        "otel.name=\"GET /users/{id}/\"",
        "http.request.method=\"GET\"",
        "server.address=\"test\"",
        "server.port=8443",
        "url.scheme=\"https\"",
        "url.path=\"/api/users/7/\"",
        "url.template=\"/users/{id}/\"",
        "http.response.status_code=404",
        "error.type=\"404\"",
        "otel.status_code=\"ERROR\"",
    ] {
        assert!(
            fields.iter().any(|field| field == expected),
            "{expected}: {fields:?}"
        );
    }
    assert!(!fields.concat().contains("secret"));
    assert!(!noted(Some(302)).await.concat().contains("error"));
    assert!(
        noted(None)
            .await
            .contains(&"error.type=\"timeout\"".to_owned())
    );
}
