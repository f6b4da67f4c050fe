//! Webhooks and callbacks: what the generated client sends is what the generated receiver takes in.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use specwright_tests::fixtures::v3_1::webhooks as api;
use specwright_tests::harness::served;

use api::client::{Client, Error};
use api::errors::Error410;
use api::models::{Gone, Pet, Subscription};
use api::runtime::responses::Undeclared;
use api::server::webhooks::{NewPetParameters, WebhooksApi};
use api::server::{Authenticate, Context, Denied, Operation, Outcome, Parts, Service};

/// Writes down what it receives.
#[derive(Clone, Default)]
struct Receiver {
    seen: Arc<Mutex<Vec<String>>>,
}

impl Receiver {
    fn see(&self, what: impl Into<String>) {
        self.seen.lock().unwrap().push(what.into());
    }
}

/// What stands for a signature here.
fn signature(bytes: &[u8]) -> String {
    let sum: u64 = bytes.iter().map(|byte| u64::from(*byte)).sum();
    format!("sum={sum}")
}

impl Service for Receiver {
    async fn body(
        &self,
        operation: &'static Operation,
        parts: &Parts,
        bytes: Bytes,
    ) -> Result<Bytes, Response> {
        let sent = parts.headers.get("x-signature");
        let is_signed = sent.is_some_and(|sent| sent.as_bytes() == signature(&bytes).as_bytes());
        match operation.name {
            "new_pet" if !is_signed => Err(StatusCode::FORBIDDEN.into_response()),
            _ => Ok(bytes),
        }
    }
}

impl Authenticate for Receiver {
    type Principal = ();

    async fn token(&self, _: &str, _: &[&str], _: &Parts) -> Result<(), Denied> {
        Err(Denied::malformed())
    }

    async fn key(&self, credential: &str, _: &[&str], _: &Parts) -> Result<(), Denied> {
        match credential {
            "shared" => Ok(()),
            _ => Err(Denied::Unauthenticated("unknown".to_owned())),
        }
    }
}

impl WebhooksApi for Receiver {
    async fn new_pet(
        &self,
        _: &Context<()>,
        parameters: NewPetParameters,
        body: Pet,
    ) -> Outcome<(), Error410> {
        self.see(format!("{} {:?}", body.name, parameters.attempt));
        if body.name == "nobody" {
            let reason = Some("enough".to_owned());
            return Err(Error410::Gone(Gone { reason }).into());
        }
        Ok(())
    }

    async fn pet_found(&self, _: &Context<()>, body: Option<String>) -> Outcome<(), Undeclared> {
        self.see(format!("{body:?}"));
        Ok(())
    }

    async fn renewal(&self, _: &Context<()>, body: Subscription) -> Outcome<bool, Undeclared> {
        Ok(body.days.is_some())
    }

    async fn post(&self, _: &Context<()>) -> Outcome<(), Undeclared> {
        self.see("crab");
        Ok(())
    }

    async fn subscription_ended(&self, _: &Context<()>) -> Outcome<(), Undeclared> {
        self.see("ended");
        Ok(())
    }
}

/// A receiver under `/hooks`, and its address.
async fn receiver() -> (Receiver, String) {
    let receiver = Receiver::default();
    let router = api::server::webhooks::router(receiver.clone());
    let url = served(Router::new().nest("/hooks", router)).await.unwrap();
    (receiver, format!("{url}/hooks"))
}

fn client() -> Client {
    let client = Client::builder("https://api.example.org");
    client.key("shared").build().unwrap()
}

fn pet(name: &str) -> (Pet, String) {
    let pet = Pet {
        name: name.to_owned(),
    };
    let signature = signature(&serde_json::to_vec(&pet).unwrap());
    (pet, signature)
}

#[tokio::test]
async fn what_is_sent_is_received_under_the_address_of_the_receiver() {
    let (receiver, url) = receiver().await;
    let (client, (pet, signature)) = (client(), pet("Ann"));
    let sender = client.webhooks(format!("{url}/newPet"));
    sender.new_pet(&signature, &pet).await.unwrap();
    let sender = client.webhooks(format!("{url}/newPet?tenant=7"));
    sender.new_pet(&signature, &pet).attempt(2).await.unwrap();
    let sender = client.webhooks(format!("{url}/petFound"));
    sender.pet_found().body("here").await.unwrap();
    let sender = client.webhooks(format!("{url}/subscriptionEnded"));
    sender.subscription_ended().await.unwrap();
    let sender = client.webhooks(format!("{url}/post"));
    sender.post().await.unwrap();
    let subscription = Subscription {
        url: url.clone(),
        days: None,
    };
    let sender = client.webhooks(format!("{url}/renewal"));
    assert!(!sender.renewal(&subscription).await.unwrap());
    let seen = receiver.seen.lock().unwrap().clone();
    let expected = ["Ann None", "Ann Some(2)", "Some(\"here\")", "ended", "crab"];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_receiver_answers_with_what_the_document_declares() {
    let (_, url) = receiver().await;
    let (pet, signature) = pet("nobody");
    let client = client();
    let sender = client.webhooks(format!("{url}/newPet"));
    let Err(Error::Api(error)) = sender.new_pet(&signature, &pet).await else {
        panic!("a declared error was expected");
    };
    let Error410::Gone(gone) = error.into_kind();
    assert_eq!(gone.reason.as_deref(), Some("enough"));
}

#[tokio::test]
async fn what_is_not_proven_reaches_no_handler() {
    let (receiver, url) = receiver().await;
    let (pet, _) = pet("Ann");
    let client = client();
    let sender = client.webhooks(format!("{url}/newPet"));
    let error = sender.new_pet("sum=0", &pet).await.unwrap_err();
    assert_eq!(error.status().unwrap(), StatusCode::FORBIDDEN);
    let anonymous = Client::builder("https://api.example.org").build().unwrap();
    let sender = anonymous.webhooks(format!("{url}/petFound"));
    let error = sender.pet_found().await.unwrap_err();
    assert_eq!(error.status().unwrap(), StatusCode::UNAUTHORIZED);
    assert!(receiver.seen.lock().unwrap().is_empty());
}
