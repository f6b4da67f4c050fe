//! One request there and back.

use std::sync::{Arc, Mutex};

use super::sample::errors::UserError;
use super::sample::models::{Detail, User, UserRequest};
use super::sample::server::{Authenticate, UsersApi, router};
use super::support::InProcess;
use crate::runtime::authentication::Denied;
use crate::runtime::basic::Basic;
use crate::runtime::client::Client;
use crate::runtime::client_error::Error;
use crate::runtime::exchange::Context;
use crate::runtime::service::{Failure, Service};
use ::http::request::Parts;

#[derive(Clone, Default)]
struct App {
    users: Arc<Mutex<Vec<User>>>,
}

impl Service for App {}

impl Authenticate for App {
    type Principal = String;

    async fn token(&self, credential: &str, _: &[&str], _: &Parts) -> Result<String, Denied> {
        match credential {
            "good" => Ok("token".to_owned()),
            "weak" => Err(Denied::Forbidden("not for you".to_owned())),
            _ => Err(Denied::Unauthenticated("unknown token".to_owned())),
        }
    }

    async fn login(&self, credential: &Basic, _: &[&str], _: &Parts) -> Result<String, Denied> {
        Ok(credential.user.clone())
    }
}

impl UsersApi for App {
    async fn users_create(
        &self,
        _: &Context<String>,
        body: UserRequest,
    ) -> Result<User, Failure<UserError>> {
        let mut users = self.users.lock().unwrap();
        let user = User {
            id: users.len() as i64 + 1,
            name: body.name,
        };
        users.push(user.clone());
        Ok(user)
    }

    async fn users_retrieve(
        &self,
        _: &Context<String>,
        id: i64,
    ) -> Result<User, Failure<UserError>> {
        if id < 0 {
            Err(UserError::BadRequest(Detail {
                detail: "negative".to_owned(),
            }))?;
        }
        let user = self
            .users
            .lock()
            .unwrap()
            .iter()
            .find(|user| user.id == id)
            .cloned();
        Ok(user.ok_or(UserError::NotFound)?)
    }
}

#[tokio::test]
async fn a_user_is_created_and_read() {
    let transport = InProcess(router(App::default()));
    let client = Client::builder("http://test")
        .transport(transport)
        .bearer("good")
        .build()
        .unwrap();
    let created = client
        .users_create(&UserRequest {
            name: "Ann".to_owned(),
            age: None,
        })
        .await
        .unwrap();
    assert_eq!(
        created,
        User {
            id: 1,
            name: "Ann".to_owned()
        }
    );
    assert_eq!(client.users_retrieve(1).send().await.unwrap().body, created);
    match client.users_retrieve(2).await {
        Err(Error::Api(error)) => assert_eq!(error.into_kind(), UserError::NotFound),
        other => panic!("{other:?}"),
    }
}
