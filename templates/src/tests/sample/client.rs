use super::runtime::{
    basic::Basic,
    call::Call,
    client::{Client, ClientBuilder},
    decode::json,
    security::{Scheme, SchemeKind},
};
use super::{errors, models};

const TOKEN: &Scheme = &Scheme {
    name: "token",
    kind: SchemeKind::Bearer,
};
const LOGIN: &Scheme = &Scheme {
    name: "login",
    kind: SchemeKind::Basic,
};
const AGENT: &Scheme = &Scheme {
    name: "agent",
    kind: SchemeKind::Authorization("bearer+agent"),
};
const KEY: &Scheme = &Scheme {
    name: "key",
    kind: SchemeKind::ApiKeyHeader("X-Key"),
};
const QUERY_KEY: &Scheme = &Scheme {
    name: "query_key",
    kind: SchemeKind::ApiKeyQuery("key"),
};
const SESSION: &Scheme = &Scheme {
    name: "session",
    kind: SchemeKind::ApiKeyCookie("sid"),
};

impl ClientBuilder {
    pub fn token(self, token: impl Into<String>) -> Self {
        self.credential(TOKEN, token)
    }

    pub fn login(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credential(
            LOGIN,
            Basic {
                user: user.into(),
                password: password.into(),
            }
            .encode(),
        )
    }

    pub fn agent(self, token: impl Into<String>) -> Self {
        self.credential(AGENT, token)
    }

    pub fn key(self, key: impl Into<String>) -> Self {
        self.credential(KEY, key)
    }

    pub fn query_key(self, key: impl Into<String>) -> Self {
        self.credential(QUERY_KEY, key)
    }

    pub fn session(self, key: impl Into<String>) -> Self {
        self.credential(SESSION, key)
    }
}

impl Client {
    pub fn users_create(
        &self,
        body: &models::UserRequest,
    ) -> Call<'_, models::User, errors::UserError> {
        self.request("POST", "/users/")
            .secured(&[&[(TOKEN, &[])], &[(LOGIN, &[])]])
            .json(body)
            .returns(201, json)
    }

    pub fn users_retrieve(&self, id: i64) -> Call<'_, models::User, errors::UserError> {
        self.request("GET", "/users/{id}/")
            .path(&id)
            .secured(&[&[(TOKEN, &[])], &[(LOGIN, &[])]])
            .returns(200, json)
    }
}
