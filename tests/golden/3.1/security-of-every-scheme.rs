pub mod models {
//! The types of the API.


mod serde {
//! How the models become JSON and back.

}
}

mod security {
//! The ways to prove who is calling, and which of them operations demand.

use super::runtime::security::{Requirement, Scheme, SchemeKind};

/// `token`: `Authorization: Bearer …`.
pub(super) static TOKEN: Scheme = Scheme {
    name: "token",
    kind: SchemeKind::Bearer,
};

/// `login`: `Authorization: Basic …`.
pub(super) static LOGIN: Scheme = Scheme {
    name: "login",
    kind: SchemeKind::Basic,
};

/// `agent`: `Authorization: negotiate …`.
pub(super) static AGENT: Scheme = Scheme {
    name: "agent",
    kind: SchemeKind::Authorization("negotiate"),
};

/// `key`: the header `X-Key`.
pub(super) static KEY: Scheme = Scheme {
    name: "key",
    kind: SchemeKind::ApiKeyHeader("X-Key"),
};

/// `query`: the query parameter `key`.
pub(super) static QUERY: Scheme = Scheme {
    name: "query",
    kind: SchemeKind::ApiKeyQuery("key"),
};

/// `session`: the cookie `session`.
pub(super) static SESSION: Scheme = Scheme {
    name: "session",
    kind: SchemeKind::ApiKeyCookie("session"),
};

/// `oauth`: `Authorization: Bearer …`.
pub(super) static OAUTH: Scheme = Scheme {
    name: "oauth",
    kind: SchemeKind::Bearer,
};

/// `openid`: `Authorization: Bearer …`.
pub(super) static OPENID: Scheme = Scheme {
    name: "openid",
    kind: SchemeKind::Bearer,
};

pub(super) const BY_TOKEN: &[Requirement] = &[&[(&TOKEN, &[])]];

pub(super) const BY_TOKEN_OR_NOBODY: &[Requirement] = &[&[(&TOKEN, &[])], &[]];

pub(super) const BY_LOGIN: &[Requirement] = &[&[(&LOGIN, &[])]];

pub(super) const BY_LOGIN_OR_NOBODY: &[Requirement] = &[&[(&LOGIN, &[])], &[]];

pub(super) const BY_AGENT: &[Requirement] = &[&[(&AGENT, &[])]];

pub(super) const BY_AGENT_OR_NOBODY: &[Requirement] = &[&[(&AGENT, &[])], &[]];

pub(super) const BY_KEY: &[Requirement] = &[&[(&KEY, &[])]];

pub(super) const BY_KEY_OR_NOBODY: &[Requirement] = &[&[(&KEY, &[])], &[]];

pub(super) const BY_QUERY: &[Requirement] = &[&[(&QUERY, &[])]];

pub(super) const BY_QUERY_OR_NOBODY: &[Requirement] = &[&[(&QUERY, &[])], &[]];

pub(super) const BY_SESSION: &[Requirement] = &[&[(&SESSION, &[])]];

pub(super) const BY_SESSION_OR_NOBODY: &[Requirement] = &[&[(&SESSION, &[])], &[]];

pub(super) const BY_OAUTH: &[Requirement] = &[&[(&OAUTH, &["read"])]];

pub(super) const BY_OAUTH_OR_NOBODY: &[Requirement] = &[&[(&OAUTH, &["read"])], &[]];

pub(super) const BY_OPENID: &[Requirement] = &[&[(&OPENID, &["read"])]];

pub(super) const BY_OPENID_OR_NOBODY: &[Requirement] = &[&[(&OPENID, &["read"])], &[]];

pub(super) const BY_TOKEN_OR_LOGIN: &[Requirement] = &[&[(&TOKEN, &[])], &[(&LOGIN, &[])]];

pub(super) const BY_TOKEN_AND_LOGIN: &[Requirement] = &[&[(&TOKEN, &[]), (&LOGIN, &[])]];

pub(super) const BY_TOKEN_OR_AGENT: &[Requirement] = &[&[(&TOKEN, &[])], &[(&AGENT, &[])]];

pub(super) const BY_TOKEN_AND_AGENT: &[Requirement] = &[&[(&TOKEN, &[]), (&AGENT, &[])]];

pub(super) const BY_TOKEN_OR_KEY: &[Requirement] = &[&[(&TOKEN, &[])], &[(&KEY, &[])]];

pub(super) const BY_TOKEN_AND_KEY: &[Requirement] = &[&[(&TOKEN, &[]), (&KEY, &[])]];

pub(super) const BY_TOKEN_OR_QUERY: &[Requirement] = &[&[(&TOKEN, &[])], &[(&QUERY, &[])]];

pub(super) const BY_TOKEN_AND_QUERY: &[Requirement] = &[&[(&TOKEN, &[]), (&QUERY, &[])]];

pub(super) const BY_TOKEN_OR_SESSION: &[Requirement] = &[&[(&TOKEN, &[])], &[(&SESSION, &[])]];

pub(super) const BY_TOKEN_AND_SESSION: &[Requirement] = &[&[(&TOKEN, &[]), (&SESSION, &[])]];

pub(super) const BY_TOKEN_OR_OAUTH: &[Requirement] = &[&[(&TOKEN, &[])], &[(&OAUTH, &["read"])]];

pub(super) const BY_TOKEN_AND_OAUTH: &[Requirement] = &[&[(&TOKEN, &[]), (&OAUTH, &["read"])]];

pub(super) const BY_TOKEN_OR_OPENID: &[Requirement] = &[&[(&TOKEN, &[])], &[(&OPENID, &["read"])]];

pub(super) const BY_TOKEN_AND_OPENID: &[Requirement] = &[&[(&TOKEN, &[]), (&OPENID, &["read"])]];

pub(super) const BY_LOGIN_OR_AGENT: &[Requirement] = &[&[(&LOGIN, &[])], &[(&AGENT, &[])]];

pub(super) const BY_LOGIN_AND_AGENT: &[Requirement] = &[&[(&LOGIN, &[]), (&AGENT, &[])]];

pub(super) const BY_LOGIN_OR_KEY: &[Requirement] = &[&[(&LOGIN, &[])], &[(&KEY, &[])]];

pub(super) const BY_LOGIN_AND_KEY: &[Requirement] = &[&[(&LOGIN, &[]), (&KEY, &[])]];

pub(super) const BY_LOGIN_OR_QUERY: &[Requirement] = &[&[(&LOGIN, &[])], &[(&QUERY, &[])]];

pub(super) const BY_LOGIN_AND_QUERY: &[Requirement] = &[&[(&LOGIN, &[]), (&QUERY, &[])]];

pub(super) const BY_LOGIN_OR_SESSION: &[Requirement] = &[&[(&LOGIN, &[])], &[(&SESSION, &[])]];

pub(super) const BY_LOGIN_AND_SESSION: &[Requirement] = &[&[(&LOGIN, &[]), (&SESSION, &[])]];

pub(super) const BY_LOGIN_OR_OAUTH: &[Requirement] = &[&[(&LOGIN, &[])], &[(&OAUTH, &["read"])]];

pub(super) const BY_LOGIN_AND_OAUTH: &[Requirement] = &[&[(&LOGIN, &[]), (&OAUTH, &["read"])]];

pub(super) const BY_LOGIN_OR_OPENID: &[Requirement] = &[&[(&LOGIN, &[])], &[(&OPENID, &["read"])]];

pub(super) const BY_LOGIN_AND_OPENID: &[Requirement] = &[&[(&LOGIN, &[]), (&OPENID, &["read"])]];

pub(super) const BY_AGENT_OR_KEY: &[Requirement] = &[&[(&AGENT, &[])], &[(&KEY, &[])]];

pub(super) const BY_AGENT_AND_KEY: &[Requirement] = &[&[(&AGENT, &[]), (&KEY, &[])]];

pub(super) const BY_AGENT_OR_QUERY: &[Requirement] = &[&[(&AGENT, &[])], &[(&QUERY, &[])]];

pub(super) const BY_AGENT_AND_QUERY: &[Requirement] = &[&[(&AGENT, &[]), (&QUERY, &[])]];

pub(super) const BY_AGENT_OR_SESSION: &[Requirement] = &[&[(&AGENT, &[])], &[(&SESSION, &[])]];

pub(super) const BY_AGENT_AND_SESSION: &[Requirement] = &[&[(&AGENT, &[]), (&SESSION, &[])]];

pub(super) const BY_AGENT_OR_OAUTH: &[Requirement] = &[&[(&AGENT, &[])], &[(&OAUTH, &["read"])]];

pub(super) const BY_AGENT_AND_OAUTH: &[Requirement] = &[&[(&AGENT, &[]), (&OAUTH, &["read"])]];

pub(super) const BY_AGENT_OR_OPENID: &[Requirement] = &[&[(&AGENT, &[])], &[(&OPENID, &["read"])]];

pub(super) const BY_AGENT_AND_OPENID: &[Requirement] = &[&[(&AGENT, &[]), (&OPENID, &["read"])]];

pub(super) const BY_KEY_OR_QUERY: &[Requirement] = &[&[(&KEY, &[])], &[(&QUERY, &[])]];

pub(super) const BY_KEY_AND_QUERY: &[Requirement] = &[&[(&KEY, &[]), (&QUERY, &[])]];

pub(super) const BY_KEY_OR_SESSION: &[Requirement] = &[&[(&KEY, &[])], &[(&SESSION, &[])]];

pub(super) const BY_KEY_AND_SESSION: &[Requirement] = &[&[(&KEY, &[]), (&SESSION, &[])]];

pub(super) const BY_KEY_OR_OAUTH: &[Requirement] = &[&[(&KEY, &[])], &[(&OAUTH, &["read"])]];

pub(super) const BY_KEY_AND_OAUTH: &[Requirement] = &[&[(&KEY, &[]), (&OAUTH, &["read"])]];

pub(super) const BY_KEY_OR_OPENID: &[Requirement] = &[&[(&KEY, &[])], &[(&OPENID, &["read"])]];

pub(super) const BY_KEY_AND_OPENID: &[Requirement] = &[&[(&KEY, &[]), (&OPENID, &["read"])]];

pub(super) const BY_QUERY_OR_SESSION: &[Requirement] = &[&[(&QUERY, &[])], &[(&SESSION, &[])]];

pub(super) const BY_QUERY_AND_SESSION: &[Requirement] = &[&[(&QUERY, &[]), (&SESSION, &[])]];

pub(super) const BY_QUERY_OR_OAUTH: &[Requirement] = &[&[(&QUERY, &[])], &[(&OAUTH, &["read"])]];

pub(super) const BY_QUERY_AND_OAUTH: &[Requirement] = &[&[(&QUERY, &[]), (&OAUTH, &["read"])]];

pub(super) const BY_QUERY_OR_OPENID: &[Requirement] = &[&[(&QUERY, &[])], &[(&OPENID, &["read"])]];

pub(super) const BY_QUERY_AND_OPENID: &[Requirement] = &[&[(&QUERY, &[]), (&OPENID, &["read"])]];

pub(super) const BY_SESSION_OR_OAUTH: &[Requirement] = &[&[(&SESSION, &[])], &[(&OAUTH, &["read"])]];

pub(super) const BY_SESSION_AND_OAUTH: &[Requirement] = &[&[(&SESSION, &[]), (&OAUTH, &["read"])]];

pub(super) const BY_SESSION_OR_OPENID: &[Requirement] = &[&[(&SESSION, &[])], &[(&OPENID, &["read"])]];

pub(super) const BY_SESSION_AND_OPENID: &[Requirement] = &[&[(&SESSION, &[]), (&OPENID, &["read"])]];

pub(super) const BY_OAUTH_OR_OPENID: &[Requirement] = &[&[(&OAUTH, &["read"])], &[(&OPENID, &["read"])]];

pub(super) const BY_OAUTH_AND_OPENID: &[Requirement] = &[&[(&OAUTH, &["read"]), (&OPENID, &["read"])]];

pub(super) const BY_KEY_AND_QUERY_OR_SESSION: &[Requirement] = &[&[(&KEY, &[]), (&QUERY, &[])], &[(&SESSION, &[])]];

pub(super) const BY_SESSION_OR_KEY_AND_QUERY_AND_TOKEN: &[Requirement] = &[
    &[(&SESSION, &[])], &[(&KEY, &[]), (&QUERY, &[]), (&TOKEN, &[])],
];

pub(super) const BY_TOKEN_AND_KEY_OR_LOGIN_AND_KEY_OR_NOBODY: &[Requirement] = &[
    &[(&TOKEN, &[]), (&KEY, &[])], &[(&LOGIN, &[]), (&KEY, &[])], &[],
];
}

pub mod client {
//! The client: one method per operation.

pub use super::runtime::call::{Call, Full};
pub use super::runtime::client::{Client, ClientBuilder};
pub use super::runtime::client_error::{ApiError, Error};
use super::runtime::basic::Basic;
pub use super::runtime::oauth2::OAuth2;
use super::security::{TOKEN, LOGIN, AGENT, KEY, QUERY, SESSION, OAUTH, OPENID};

impl ClientBuilder {
    /// Credentials for `token`: `Authorization: Bearer …`.
    pub fn token(self, secret: impl Into<String>) -> Self { self.credential(&TOKEN, secret) }

    /// Credentials for `login`: `Authorization: Basic …`.
    pub fn login(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credential(
            &LOGIN,
            Basic {
                user: user.into(),
                password: password.into(),
            }.encode(),
        )
    }

    /// Credentials for `agent`: `Authorization: negotiate …`.
    pub fn agent(self, secret: impl Into<String>) -> Self { self.credential(&AGENT, secret) }

    /// Credentials for `key`: the header `X-Key`.
    pub fn key(self, secret: impl Into<String>) -> Self { self.credential(&KEY, secret) }

    /// Credentials for `query`: the query parameter `key`.
    pub fn query(self, secret: impl Into<String>) -> Self { self.credential(&QUERY, secret) }

    /// Credentials for `session`: the cookie `session`.
    pub fn session(self, secret: impl Into<String>) -> Self { self.credential(&SESSION, secret) }

    /// Credentials for `oauth`: `Authorization: Bearer …`.
    pub fn oauth(self, secret: impl Into<String>) -> Self { self.credential(&OAUTH, secret) }

    /// Credentials for `openid`: `Authorization: Bearer …`.
    pub fn openid(self, secret: impl Into<String>) -> Self { self.credential(&OPENID, secret) }

    /// Tokens for `oauth`, by client credentials, for these scopes; [`OAuth2`] knows other ways.
    pub fn oauth_client(self, id: impl Into<String>, secret: impl Into<String>, scopes: &[&str]) -> Self {
        let tokens = OAuth2::new(self.absolute("https://example.org/token"), id, secret);
        self.credential_source(&OAUTH, tokens.scopes(scopes.iter().copied()))
    }

    /// Tokens for `openid`, by client credentials, for these scopes; [`OAuth2`] knows other ways.
    pub fn openid_client(self, id: impl Into<String>, secret: impl Into<String>, scopes: &[&str]) -> Self {
        let tokens = OAuth2::discovered(
            self.absolute("https://example.org/.well-known/openid-configuration"), id, secret,
        );
        self.credential_source(&OPENID, tokens.scopes(scopes.iter().copied()))
    }
}

use super::runtime::responses::Undeclared;
use super::security::{
    BY_AGENT, BY_AGENT_AND_KEY, BY_AGENT_AND_OAUTH, BY_AGENT_AND_OPENID,
    BY_AGENT_AND_QUERY, BY_AGENT_AND_SESSION, BY_AGENT_OR_KEY, BY_AGENT_OR_NOBODY,
    BY_AGENT_OR_OAUTH, BY_AGENT_OR_OPENID, BY_AGENT_OR_QUERY, BY_AGENT_OR_SESSION,
    BY_KEY, BY_KEY_AND_OAUTH, BY_KEY_AND_OPENID, BY_KEY_AND_QUERY,
    BY_KEY_AND_QUERY_OR_SESSION, BY_KEY_AND_SESSION, BY_KEY_OR_NOBODY, BY_KEY_OR_OAUTH,
    BY_KEY_OR_OPENID, BY_KEY_OR_QUERY, BY_KEY_OR_SESSION, BY_LOGIN, BY_LOGIN_AND_AGENT,
    BY_LOGIN_AND_KEY, BY_LOGIN_AND_OAUTH, BY_LOGIN_AND_OPENID, BY_LOGIN_AND_QUERY,
    BY_LOGIN_AND_SESSION, BY_LOGIN_OR_AGENT, BY_LOGIN_OR_KEY, BY_LOGIN_OR_NOBODY,
    BY_LOGIN_OR_OAUTH, BY_LOGIN_OR_OPENID, BY_LOGIN_OR_QUERY, BY_LOGIN_OR_SESSION,
    BY_OAUTH, BY_OAUTH_AND_OPENID, BY_OAUTH_OR_NOBODY, BY_OAUTH_OR_OPENID, BY_OPENID,
    BY_OPENID_OR_NOBODY, BY_QUERY, BY_QUERY_AND_OAUTH, BY_QUERY_AND_OPENID,
    BY_QUERY_AND_SESSION, BY_QUERY_OR_NOBODY, BY_QUERY_OR_OAUTH, BY_QUERY_OR_OPENID,
    BY_QUERY_OR_SESSION, BY_SESSION, BY_SESSION_AND_OAUTH, BY_SESSION_AND_OPENID,
    BY_SESSION_OR_KEY_AND_QUERY_AND_TOKEN, BY_SESSION_OR_NOBODY, BY_SESSION_OR_OAUTH,
    BY_SESSION_OR_OPENID, BY_TOKEN, BY_TOKEN_AND_AGENT, BY_TOKEN_AND_KEY,
    BY_TOKEN_AND_KEY_OR_LOGIN_AND_KEY_OR_NOBODY, BY_TOKEN_AND_LOGIN, BY_TOKEN_AND_OAUTH,
    BY_TOKEN_AND_OPENID, BY_TOKEN_AND_QUERY, BY_TOKEN_AND_SESSION, BY_TOKEN_OR_AGENT,
    BY_TOKEN_OR_KEY, BY_TOKEN_OR_LOGIN, BY_TOKEN_OR_NOBODY, BY_TOKEN_OR_OAUTH,
    BY_TOKEN_OR_OPENID, BY_TOKEN_OR_QUERY, BY_TOKEN_OR_SESSION,
};
use super::runtime::decode::empty;

impl Client {
    /// `GET /nobody`
    pub fn nobody(&self) -> Call<'_, (), Undeclared> { self.request("GET", "/nobody").returns(204, empty) }

    /// `GET /by_token`
    pub fn by_token(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token").secured(BY_TOKEN).returns(204, empty)
    }

    /// `GET /by_token_or_nobody`
    pub fn by_token_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_nobody").secured(BY_TOKEN_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_login`
    pub fn by_login(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login").secured(BY_LOGIN).returns(204, empty)
    }

    /// `GET /by_login_or_nobody`
    pub fn by_login_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_or_nobody").secured(BY_LOGIN_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_agent`
    pub fn by_agent(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent").secured(BY_AGENT).returns(204, empty)
    }

    /// `GET /by_agent_or_nobody`
    pub fn by_agent_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_or_nobody").secured(BY_AGENT_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_key`
    pub fn by_key(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key").secured(BY_KEY).returns(204, empty)
    }

    /// `GET /by_key_or_nobody`
    pub fn by_key_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_or_nobody").secured(BY_KEY_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_query`
    pub fn by_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query").secured(BY_QUERY).returns(204, empty)
    }

    /// `GET /by_query_or_nobody`
    pub fn by_query_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query_or_nobody").secured(BY_QUERY_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_session`
    pub fn by_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_session").secured(BY_SESSION).returns(204, empty)
    }

    /// `GET /by_session_or_nobody`
    pub fn by_session_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_session_or_nobody").secured(BY_SESSION_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_oauth`
    pub fn by_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_oauth").secured(BY_OAUTH).returns(204, empty)
    }

    /// `GET /by_oauth_or_nobody`
    pub fn by_oauth_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_oauth_or_nobody").secured(BY_OAUTH_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_openid`
    pub fn by_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_openid").secured(BY_OPENID).returns(204, empty)
    }

    /// `GET /by_openid_or_nobody`
    pub fn by_openid_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_openid_or_nobody").secured(BY_OPENID_OR_NOBODY).returns(204, empty)
    }

    /// `GET /by_token_or_login`
    pub fn by_token_or_login(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_login").secured(BY_TOKEN_OR_LOGIN).returns(204, empty)
    }

    /// `GET /by_token_and_login`
    pub fn by_token_and_login(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_login").secured(BY_TOKEN_AND_LOGIN).returns(204, empty)
    }

    /// `GET /by_token_or_agent`
    pub fn by_token_or_agent(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_agent").secured(BY_TOKEN_OR_AGENT).returns(204, empty)
    }

    /// `GET /by_token_and_agent`
    pub fn by_token_and_agent(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_agent").secured(BY_TOKEN_AND_AGENT).returns(204, empty)
    }

    /// `GET /by_token_or_key`
    pub fn by_token_or_key(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_key").secured(BY_TOKEN_OR_KEY).returns(204, empty)
    }

    /// `GET /by_token_and_key`
    pub fn by_token_and_key(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_key").secured(BY_TOKEN_AND_KEY).returns(204, empty)
    }

    /// `GET /by_token_or_query`
    pub fn by_token_or_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_query").secured(BY_TOKEN_OR_QUERY).returns(204, empty)
    }

    /// `GET /by_token_and_query`
    pub fn by_token_and_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_query").secured(BY_TOKEN_AND_QUERY).returns(204, empty)
    }

    /// `GET /by_token_or_session`
    pub fn by_token_or_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_session").secured(BY_TOKEN_OR_SESSION).returns(204, empty)
    }

    /// `GET /by_token_and_session`
    pub fn by_token_and_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_session").secured(BY_TOKEN_AND_SESSION).returns(204, empty)
    }

    /// `GET /by_token_or_oauth`
    pub fn by_token_or_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_oauth").secured(BY_TOKEN_OR_OAUTH).returns(204, empty)
    }

    /// `GET /by_token_and_oauth`
    pub fn by_token_and_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_oauth").secured(BY_TOKEN_AND_OAUTH).returns(204, empty)
    }

    /// `GET /by_token_or_openid`
    pub fn by_token_or_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_or_openid").secured(BY_TOKEN_OR_OPENID).returns(204, empty)
    }

    /// `GET /by_token_and_openid`
    pub fn by_token_and_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_openid").secured(BY_TOKEN_AND_OPENID).returns(204, empty)
    }

    /// `GET /by_login_or_agent`
    pub fn by_login_or_agent(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_or_agent").secured(BY_LOGIN_OR_AGENT).returns(204, empty)
    }

    /// `GET /by_login_and_agent`
    pub fn by_login_and_agent(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_and_agent").secured(BY_LOGIN_AND_AGENT).returns(204, empty)
    }

    /// `GET /by_login_or_key`
    pub fn by_login_or_key(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_or_key").secured(BY_LOGIN_OR_KEY).returns(204, empty)
    }

    /// `GET /by_login_and_key`
    pub fn by_login_and_key(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_and_key").secured(BY_LOGIN_AND_KEY).returns(204, empty)
    }

    /// `GET /by_login_or_query`
    pub fn by_login_or_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_or_query").secured(BY_LOGIN_OR_QUERY).returns(204, empty)
    }

    /// `GET /by_login_and_query`
    pub fn by_login_and_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_and_query").secured(BY_LOGIN_AND_QUERY).returns(204, empty)
    }

    /// `GET /by_login_or_session`
    pub fn by_login_or_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_or_session").secured(BY_LOGIN_OR_SESSION).returns(204, empty)
    }

    /// `GET /by_login_and_session`
    pub fn by_login_and_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_and_session").secured(BY_LOGIN_AND_SESSION).returns(204, empty)
    }

    /// `GET /by_login_or_oauth`
    pub fn by_login_or_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_or_oauth").secured(BY_LOGIN_OR_OAUTH).returns(204, empty)
    }

    /// `GET /by_login_and_oauth`
    pub fn by_login_and_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_and_oauth").secured(BY_LOGIN_AND_OAUTH).returns(204, empty)
    }

    /// `GET /by_login_or_openid`
    pub fn by_login_or_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_or_openid").secured(BY_LOGIN_OR_OPENID).returns(204, empty)
    }

    /// `GET /by_login_and_openid`
    pub fn by_login_and_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_login_and_openid").secured(BY_LOGIN_AND_OPENID).returns(204, empty)
    }

    /// `GET /by_agent_or_key`
    pub fn by_agent_or_key(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_or_key").secured(BY_AGENT_OR_KEY).returns(204, empty)
    }

    /// `GET /by_agent_and_key`
    pub fn by_agent_and_key(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_and_key").secured(BY_AGENT_AND_KEY).returns(204, empty)
    }

    /// `GET /by_agent_or_query`
    pub fn by_agent_or_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_or_query").secured(BY_AGENT_OR_QUERY).returns(204, empty)
    }

    /// `GET /by_agent_and_query`
    pub fn by_agent_and_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_and_query").secured(BY_AGENT_AND_QUERY).returns(204, empty)
    }

    /// `GET /by_agent_or_session`
    pub fn by_agent_or_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_or_session").secured(BY_AGENT_OR_SESSION).returns(204, empty)
    }

    /// `GET /by_agent_and_session`
    pub fn by_agent_and_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_and_session").secured(BY_AGENT_AND_SESSION).returns(204, empty)
    }

    /// `GET /by_agent_or_oauth`
    pub fn by_agent_or_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_or_oauth").secured(BY_AGENT_OR_OAUTH).returns(204, empty)
    }

    /// `GET /by_agent_and_oauth`
    pub fn by_agent_and_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_and_oauth").secured(BY_AGENT_AND_OAUTH).returns(204, empty)
    }

    /// `GET /by_agent_or_openid`
    pub fn by_agent_or_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_or_openid").secured(BY_AGENT_OR_OPENID).returns(204, empty)
    }

    /// `GET /by_agent_and_openid`
    pub fn by_agent_and_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_agent_and_openid").secured(BY_AGENT_AND_OPENID).returns(204, empty)
    }

    /// `GET /by_key_or_query`
    pub fn by_key_or_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_or_query").secured(BY_KEY_OR_QUERY).returns(204, empty)
    }

    /// `GET /by_key_and_query`
    pub fn by_key_and_query(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_and_query").secured(BY_KEY_AND_QUERY).returns(204, empty)
    }

    /// `GET /by_key_or_session`
    pub fn by_key_or_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_or_session").secured(BY_KEY_OR_SESSION).returns(204, empty)
    }

    /// `GET /by_key_and_session`
    pub fn by_key_and_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_and_session").secured(BY_KEY_AND_SESSION).returns(204, empty)
    }

    /// `GET /by_key_or_oauth`
    pub fn by_key_or_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_or_oauth").secured(BY_KEY_OR_OAUTH).returns(204, empty)
    }

    /// `GET /by_key_and_oauth`
    pub fn by_key_and_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_and_oauth").secured(BY_KEY_AND_OAUTH).returns(204, empty)
    }

    /// `GET /by_key_or_openid`
    pub fn by_key_or_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_or_openid").secured(BY_KEY_OR_OPENID).returns(204, empty)
    }

    /// `GET /by_key_and_openid`
    pub fn by_key_and_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_and_openid").secured(BY_KEY_AND_OPENID).returns(204, empty)
    }

    /// `GET /by_query_or_session`
    pub fn by_query_or_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query_or_session").secured(BY_QUERY_OR_SESSION).returns(204, empty)
    }

    /// `GET /by_query_and_session`
    pub fn by_query_and_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query_and_session").secured(BY_QUERY_AND_SESSION).returns(204, empty)
    }

    /// `GET /by_query_or_oauth`
    pub fn by_query_or_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query_or_oauth").secured(BY_QUERY_OR_OAUTH).returns(204, empty)
    }

    /// `GET /by_query_and_oauth`
    pub fn by_query_and_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query_and_oauth").secured(BY_QUERY_AND_OAUTH).returns(204, empty)
    }

    /// `GET /by_query_or_openid`
    pub fn by_query_or_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query_or_openid").secured(BY_QUERY_OR_OPENID).returns(204, empty)
    }

    /// `GET /by_query_and_openid`
    pub fn by_query_and_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_query_and_openid").secured(BY_QUERY_AND_OPENID).returns(204, empty)
    }

    /// `GET /by_session_or_oauth`
    pub fn by_session_or_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_session_or_oauth").secured(BY_SESSION_OR_OAUTH).returns(204, empty)
    }

    /// `GET /by_session_and_oauth`
    pub fn by_session_and_oauth(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_session_and_oauth").secured(BY_SESSION_AND_OAUTH).returns(204, empty)
    }

    /// `GET /by_session_or_openid`
    pub fn by_session_or_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_session_or_openid").secured(BY_SESSION_OR_OPENID).returns(204, empty)
    }

    /// `GET /by_session_and_openid`
    pub fn by_session_and_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_session_and_openid").secured(BY_SESSION_AND_OPENID).returns(204, empty)
    }

    /// `GET /by_oauth_or_openid`
    pub fn by_oauth_or_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_oauth_or_openid").secured(BY_OAUTH_OR_OPENID).returns(204, empty)
    }

    /// `GET /by_oauth_and_openid`
    pub fn by_oauth_and_openid(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_oauth_and_openid").secured(BY_OAUTH_AND_OPENID).returns(204, empty)
    }

    /// `GET /by_key_and_query_or_session`
    pub fn by_key_and_query_or_session(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_key_and_query_or_session").secured(BY_KEY_AND_QUERY_OR_SESSION).returns(204, empty)
    }

    /// `GET /by_session_or_key_and_query_and_token`
    pub fn by_session_or_key_and_query_and_token(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_session_or_key_and_query_and_token")
            .secured(BY_SESSION_OR_KEY_AND_QUERY_AND_TOKEN)
            .returns(204, empty)
    }

    /// `GET /by_token_and_key_or_login_and_key_or_nobody`
    pub fn by_token_and_key_or_login_and_key_or_nobody(&self) -> Call<'_, (), Undeclared> {
        self.request("GET", "/by_token_and_key_or_login_and_key_or_nobody")
            .secured(BY_TOKEN_AND_KEY_OR_LOGIN_AND_KEY_OR_NOBODY)
            .returns(204, empty)
    }
}
}

pub mod server {
//! The server: implement the traits, and serve what `router` returns.

use ::std::future::Future;
pub use ::http::request::Parts;
pub use super::runtime::encode::BoxError;
pub use super::runtime::exchange::Context;
pub use super::runtime::problem::Problem;
pub use super::runtime::rejection::{Rejection, RejectionKind};
pub use super::runtime::service::{Failure, Operation, PathParameters, Service};
use super::runtime::router::Routes;

/// What a handler returns: the success that the document declares, or a failure.
pub type Outcome<T, E> = Result<T, Failure<E>>;

/// The path under which the document says that the API is served, for `axum::Router::nest`.
pub const BASE_PATH: &str = "";

pub use super::runtime::basic::Basic;
pub use super::runtime::authentication::Denied;
use super::runtime::authentication::Presented;

/// Finds out who is calling; one method per scheme of the document.
///
/// A scheme is asked before the handler of an operation that demands it.
pub trait Authenticate: Send + Sync + 'static {
    /// Who is calling, as handlers see it.
    type Principal: Send + Sync + 'static;

    /// Who the credential of `token` stands for: `Authorization: Bearer …`.
    fn token(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `login` stands for: `Authorization: Basic …`.
    fn login(
        &self, credential: &Basic, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `agent` stands for: `Authorization: negotiate …`.
    fn agent(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `key` stands for: the header `X-Key`.
    fn key(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `query` stands for: the query parameter `key`.
    fn query(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `session` stands for: the cookie `session`.
    fn session(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `oauth` stands for: `Authorization: Bearer …`.
    fn oauth(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;

    /// Who the credential of `openid` stands for: `Authorization: Bearer …`.
    fn openid(
        &self, credential: &str, scopes: &[&str], parts: &Parts,
    ) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
}

/// Asks the method of a scheme.
async fn ask<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
    match presented.scheme.name {
        "token" => {
            api.token(presented.credential, presented.scopes, presented.parts).await
        }
        "login" => {
            api.login(
                    &Basic::decode(presented.credential).ok_or_else(Denied::malformed)?,
                    presented.scopes,
                    presented.parts,
                )
                .await
        }
        "agent" => {
            api.agent(presented.credential, presented.scopes, presented.parts).await
        }
        "key" => api.key(presented.credential, presented.scopes, presented.parts).await,
        "query" => {
            api.query(presented.credential, presented.scopes, presented.parts).await
        }
        "session" => {
            api.session(presented.credential, presented.scopes, presented.parts).await
        }
        "oauth" => {
            api.oauth(presented.credential, presented.scopes, presented.parts).await
        }
        "openid" => {
            api.openid(presented.credential, presented.scopes, presented.parts).await
        }
        _ => Err(Denied::malformed()),
    }
}

/// Everything that the document describes; implemented by whatever implements its parts.
pub trait Api: Service + DefaultApi {}

impl<T: Service + DefaultApi> Api for T {}

/// Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to
/// stand below it. It merges, nests and layers like any other router.
pub fn router<A: Api>(api: A) -> ::axum::Router {
    let mut routes = Routes::new(api, |api, presented| Box::pin(ask(api, presented)));
    add_routes(&mut routes);
    routes.into_router()
}

use super::runtime::service;
use super::runtime::responses::Undeclared;
use super::security::{
    BY_AGENT, BY_AGENT_AND_KEY, BY_AGENT_AND_OAUTH, BY_AGENT_AND_OPENID,
    BY_AGENT_AND_QUERY, BY_AGENT_AND_SESSION, BY_AGENT_OR_KEY, BY_AGENT_OR_NOBODY,
    BY_AGENT_OR_OAUTH, BY_AGENT_OR_OPENID, BY_AGENT_OR_QUERY, BY_AGENT_OR_SESSION,
    BY_KEY, BY_KEY_AND_OAUTH, BY_KEY_AND_OPENID, BY_KEY_AND_QUERY,
    BY_KEY_AND_QUERY_OR_SESSION, BY_KEY_AND_SESSION, BY_KEY_OR_NOBODY, BY_KEY_OR_OAUTH,
    BY_KEY_OR_OPENID, BY_KEY_OR_QUERY, BY_KEY_OR_SESSION, BY_LOGIN, BY_LOGIN_AND_AGENT,
    BY_LOGIN_AND_KEY, BY_LOGIN_AND_OAUTH, BY_LOGIN_AND_OPENID, BY_LOGIN_AND_QUERY,
    BY_LOGIN_AND_SESSION, BY_LOGIN_OR_AGENT, BY_LOGIN_OR_KEY, BY_LOGIN_OR_NOBODY,
    BY_LOGIN_OR_OAUTH, BY_LOGIN_OR_OPENID, BY_LOGIN_OR_QUERY, BY_LOGIN_OR_SESSION,
    BY_OAUTH, BY_OAUTH_AND_OPENID, BY_OAUTH_OR_NOBODY, BY_OAUTH_OR_OPENID, BY_OPENID,
    BY_OPENID_OR_NOBODY, BY_QUERY, BY_QUERY_AND_OAUTH, BY_QUERY_AND_OPENID,
    BY_QUERY_AND_SESSION, BY_QUERY_OR_NOBODY, BY_QUERY_OR_OAUTH, BY_QUERY_OR_OPENID,
    BY_QUERY_OR_SESSION, BY_SESSION, BY_SESSION_AND_OAUTH, BY_SESSION_AND_OPENID,
    BY_SESSION_OR_KEY_AND_QUERY_AND_TOKEN, BY_SESSION_OR_NOBODY, BY_SESSION_OR_OAUTH,
    BY_SESSION_OR_OPENID, BY_TOKEN, BY_TOKEN_AND_AGENT, BY_TOKEN_AND_KEY,
    BY_TOKEN_AND_KEY_OR_LOGIN_AND_KEY_OR_NOBODY, BY_TOKEN_AND_LOGIN, BY_TOKEN_AND_OAUTH,
    BY_TOKEN_AND_OPENID, BY_TOKEN_AND_QUERY, BY_TOKEN_AND_SESSION, BY_TOKEN_OR_AGENT,
    BY_TOKEN_OR_KEY, BY_TOKEN_OR_LOGIN, BY_TOKEN_OR_NOBODY, BY_TOKEN_OR_OAUTH,
    BY_TOKEN_OR_OPENID, BY_TOKEN_OR_QUERY, BY_TOKEN_OR_SESSION,
};
use super::runtime::routes::{self, routes};
use super::runtime::encode::empty;

/// The operations of `default`.
pub trait DefaultApi: Service + Authenticate {
    /// `GET /nobody`
    fn nobody(&self, context: &Context<()>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token`
    fn by_token(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_nobody`
    fn by_token_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login`
    fn by_login(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_or_nobody`
    fn by_login_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent`
    fn by_agent(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_or_nobody`
    fn by_agent_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key`
    fn by_key(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_or_nobody`
    fn by_key_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query`
    fn by_query(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query_or_nobody`
    fn by_query_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_session`
    fn by_session(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_session_or_nobody`
    fn by_session_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_oauth`
    fn by_oauth(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_oauth_or_nobody`
    fn by_oauth_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_openid`
    fn by_openid(&self, context: &Context<Self::Principal>) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_openid_or_nobody`
    fn by_openid_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_login`
    fn by_token_or_login(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_login`
    fn by_token_and_login(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_agent`
    fn by_token_or_agent(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_agent`
    fn by_token_and_agent(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_key`
    fn by_token_or_key(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_key`
    fn by_token_and_key(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_query`
    fn by_token_or_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_query`
    fn by_token_and_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_session`
    fn by_token_or_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_session`
    fn by_token_and_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_oauth`
    fn by_token_or_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_oauth`
    fn by_token_and_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_or_openid`
    fn by_token_or_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_openid`
    fn by_token_and_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_or_agent`
    fn by_login_or_agent(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_and_agent`
    fn by_login_and_agent(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_or_key`
    fn by_login_or_key(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_and_key`
    fn by_login_and_key(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_or_query`
    fn by_login_or_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_and_query`
    fn by_login_and_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_or_session`
    fn by_login_or_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_and_session`
    fn by_login_and_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_or_oauth`
    fn by_login_or_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_and_oauth`
    fn by_login_and_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_or_openid`
    fn by_login_or_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_login_and_openid`
    fn by_login_and_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_or_key`
    fn by_agent_or_key(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_and_key`
    fn by_agent_and_key(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_or_query`
    fn by_agent_or_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_and_query`
    fn by_agent_and_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_or_session`
    fn by_agent_or_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_and_session`
    fn by_agent_and_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_or_oauth`
    fn by_agent_or_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_and_oauth`
    fn by_agent_and_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_or_openid`
    fn by_agent_or_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_agent_and_openid`
    fn by_agent_and_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_or_query`
    fn by_key_or_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_and_query`
    fn by_key_and_query(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_or_session`
    fn by_key_or_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_and_session`
    fn by_key_and_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_or_oauth`
    fn by_key_or_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_and_oauth`
    fn by_key_and_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_or_openid`
    fn by_key_or_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_and_openid`
    fn by_key_and_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query_or_session`
    fn by_query_or_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query_and_session`
    fn by_query_and_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query_or_oauth`
    fn by_query_or_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query_and_oauth`
    fn by_query_and_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query_or_openid`
    fn by_query_or_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_query_and_openid`
    fn by_query_and_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_session_or_oauth`
    fn by_session_or_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_session_and_oauth`
    fn by_session_and_oauth(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_session_or_openid`
    fn by_session_or_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_session_and_openid`
    fn by_session_and_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_oauth_or_openid`
    fn by_oauth_or_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_oauth_and_openid`
    fn by_oauth_and_openid(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_key_and_query_or_session`
    fn by_key_and_query_or_session(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_session_or_key_and_query_and_token`
    fn by_session_or_key_and_query_and_token(
        &self, context: &Context<Self::Principal>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;

    /// `GET /by_token_and_key_or_login_and_key_or_nobody`
    fn by_token_and_key_or_login_and_key_or_nobody(
        &self, context: &Context<Option<Self::Principal>>,
    ) -> impl Future<Output = Outcome<(), Undeclared>> + Send;
}

routes!(DefaultApi as A, A::Principal {
    "GET" "/nobody" open(&[]) => nobody() => reply(204, empty);
    "GET" "/by_token" secured(BY_TOKEN) => by_token() => reply(204, empty);
    "GET" "/by_token_or_nobody" identified(BY_TOKEN_OR_NOBODY) => by_token_or_nobody() => reply(204, empty);
    "GET" "/by_login" secured(BY_LOGIN) => by_login() => reply(204, empty);
    "GET" "/by_login_or_nobody" identified(BY_LOGIN_OR_NOBODY) => by_login_or_nobody() => reply(204, empty);
    "GET" "/by_agent" secured(BY_AGENT) => by_agent() => reply(204, empty);
    "GET" "/by_agent_or_nobody" identified(BY_AGENT_OR_NOBODY) => by_agent_or_nobody() => reply(204, empty);
    "GET" "/by_key" secured(BY_KEY) => by_key() => reply(204, empty);
    "GET" "/by_key_or_nobody" identified(BY_KEY_OR_NOBODY) => by_key_or_nobody() => reply(204, empty);
    "GET" "/by_query" secured(BY_QUERY) => by_query() => reply(204, empty);
    "GET" "/by_query_or_nobody" identified(BY_QUERY_OR_NOBODY) => by_query_or_nobody() => reply(204, empty);
    "GET" "/by_session" secured(BY_SESSION) => by_session() => reply(204, empty);
    "GET" "/by_session_or_nobody" identified(BY_SESSION_OR_NOBODY) => by_session_or_nobody() => reply(204, empty);
    "GET" "/by_oauth" secured(BY_OAUTH) => by_oauth() => reply(204, empty);
    "GET" "/by_oauth_or_nobody" identified(BY_OAUTH_OR_NOBODY) => by_oauth_or_nobody() => reply(204, empty);
    "GET" "/by_openid" secured(BY_OPENID) => by_openid() => reply(204, empty);
    "GET" "/by_openid_or_nobody" identified(BY_OPENID_OR_NOBODY) => by_openid_or_nobody() => reply(204, empty);
    "GET" "/by_token_or_login" secured(BY_TOKEN_OR_LOGIN) => by_token_or_login() => reply(204, empty);
    "GET" "/by_token_and_login" secured(BY_TOKEN_AND_LOGIN) => by_token_and_login() => reply(204, empty);
    "GET" "/by_token_or_agent" secured(BY_TOKEN_OR_AGENT) => by_token_or_agent() => reply(204, empty);
    "GET" "/by_token_and_agent" secured(BY_TOKEN_AND_AGENT) => by_token_and_agent() => reply(204, empty);
    "GET" "/by_token_or_key" secured(BY_TOKEN_OR_KEY) => by_token_or_key() => reply(204, empty);
    "GET" "/by_token_and_key" secured(BY_TOKEN_AND_KEY) => by_token_and_key() => reply(204, empty);
    "GET" "/by_token_or_query" secured(BY_TOKEN_OR_QUERY) => by_token_or_query() => reply(204, empty);
    "GET" "/by_token_and_query" secured(BY_TOKEN_AND_QUERY) => by_token_and_query() => reply(204, empty);
    "GET" "/by_token_or_session" secured(BY_TOKEN_OR_SESSION) => by_token_or_session() => reply(204, empty);
    "GET" "/by_token_and_session" secured(BY_TOKEN_AND_SESSION) => by_token_and_session() => reply(204, empty);
    "GET" "/by_token_or_oauth" secured(BY_TOKEN_OR_OAUTH) => by_token_or_oauth() => reply(204, empty);
    "GET" "/by_token_and_oauth" secured(BY_TOKEN_AND_OAUTH) => by_token_and_oauth() => reply(204, empty);
    "GET" "/by_token_or_openid" secured(BY_TOKEN_OR_OPENID) => by_token_or_openid() => reply(204, empty);
    "GET" "/by_token_and_openid" secured(BY_TOKEN_AND_OPENID) => by_token_and_openid() => reply(204, empty);
    "GET" "/by_login_or_agent" secured(BY_LOGIN_OR_AGENT) => by_login_or_agent() => reply(204, empty);
    "GET" "/by_login_and_agent" secured(BY_LOGIN_AND_AGENT) => by_login_and_agent() => reply(204, empty);
    "GET" "/by_login_or_key" secured(BY_LOGIN_OR_KEY) => by_login_or_key() => reply(204, empty);
    "GET" "/by_login_and_key" secured(BY_LOGIN_AND_KEY) => by_login_and_key() => reply(204, empty);
    "GET" "/by_login_or_query" secured(BY_LOGIN_OR_QUERY) => by_login_or_query() => reply(204, empty);
    "GET" "/by_login_and_query" secured(BY_LOGIN_AND_QUERY) => by_login_and_query() => reply(204, empty);
    "GET" "/by_login_or_session" secured(BY_LOGIN_OR_SESSION) => by_login_or_session() => reply(204, empty);
    "GET" "/by_login_and_session" secured(BY_LOGIN_AND_SESSION) => by_login_and_session() => reply(204, empty);
    "GET" "/by_login_or_oauth" secured(BY_LOGIN_OR_OAUTH) => by_login_or_oauth() => reply(204, empty);
    "GET" "/by_login_and_oauth" secured(BY_LOGIN_AND_OAUTH) => by_login_and_oauth() => reply(204, empty);
    "GET" "/by_login_or_openid" secured(BY_LOGIN_OR_OPENID) => by_login_or_openid() => reply(204, empty);
    "GET" "/by_login_and_openid" secured(BY_LOGIN_AND_OPENID) => by_login_and_openid() => reply(204, empty);
    "GET" "/by_agent_or_key" secured(BY_AGENT_OR_KEY) => by_agent_or_key() => reply(204, empty);
    "GET" "/by_agent_and_key" secured(BY_AGENT_AND_KEY) => by_agent_and_key() => reply(204, empty);
    "GET" "/by_agent_or_query" secured(BY_AGENT_OR_QUERY) => by_agent_or_query() => reply(204, empty);
    "GET" "/by_agent_and_query" secured(BY_AGENT_AND_QUERY) => by_agent_and_query() => reply(204, empty);
    "GET" "/by_agent_or_session" secured(BY_AGENT_OR_SESSION) => by_agent_or_session() => reply(204, empty);
    "GET" "/by_agent_and_session" secured(BY_AGENT_AND_SESSION) => by_agent_and_session() => reply(204, empty);
    "GET" "/by_agent_or_oauth" secured(BY_AGENT_OR_OAUTH) => by_agent_or_oauth() => reply(204, empty);
    "GET" "/by_agent_and_oauth" secured(BY_AGENT_AND_OAUTH) => by_agent_and_oauth() => reply(204, empty);
    "GET" "/by_agent_or_openid" secured(BY_AGENT_OR_OPENID) => by_agent_or_openid() => reply(204, empty);
    "GET" "/by_agent_and_openid" secured(BY_AGENT_AND_OPENID) => by_agent_and_openid() => reply(204, empty);
    "GET" "/by_key_or_query" secured(BY_KEY_OR_QUERY) => by_key_or_query() => reply(204, empty);
    "GET" "/by_key_and_query" secured(BY_KEY_AND_QUERY) => by_key_and_query() => reply(204, empty);
    "GET" "/by_key_or_session" secured(BY_KEY_OR_SESSION) => by_key_or_session() => reply(204, empty);
    "GET" "/by_key_and_session" secured(BY_KEY_AND_SESSION) => by_key_and_session() => reply(204, empty);
    "GET" "/by_key_or_oauth" secured(BY_KEY_OR_OAUTH) => by_key_or_oauth() => reply(204, empty);
    "GET" "/by_key_and_oauth" secured(BY_KEY_AND_OAUTH) => by_key_and_oauth() => reply(204, empty);
    "GET" "/by_key_or_openid" secured(BY_KEY_OR_OPENID) => by_key_or_openid() => reply(204, empty);
    "GET" "/by_key_and_openid" secured(BY_KEY_AND_OPENID) => by_key_and_openid() => reply(204, empty);
    "GET" "/by_query_or_session" secured(BY_QUERY_OR_SESSION) => by_query_or_session() => reply(204, empty);
    "GET" "/by_query_and_session" secured(BY_QUERY_AND_SESSION) => by_query_and_session() => reply(204, empty);
    "GET" "/by_query_or_oauth" secured(BY_QUERY_OR_OAUTH) => by_query_or_oauth() => reply(204, empty);
    "GET" "/by_query_and_oauth" secured(BY_QUERY_AND_OAUTH) => by_query_and_oauth() => reply(204, empty);
    "GET" "/by_query_or_openid" secured(BY_QUERY_OR_OPENID) => by_query_or_openid() => reply(204, empty);
    "GET" "/by_query_and_openid" secured(BY_QUERY_AND_OPENID) => by_query_and_openid() => reply(204, empty);
    "GET" "/by_session_or_oauth" secured(BY_SESSION_OR_OAUTH) => by_session_or_oauth() => reply(204, empty);
    "GET" "/by_session_and_oauth" secured(BY_SESSION_AND_OAUTH) => by_session_and_oauth() => reply(204, empty);
    "GET" "/by_session_or_openid" secured(BY_SESSION_OR_OPENID) => by_session_or_openid() => reply(204, empty);
    "GET" "/by_session_and_openid" secured(BY_SESSION_AND_OPENID) => by_session_and_openid() => reply(204, empty);
    "GET" "/by_oauth_or_openid" secured(BY_OAUTH_OR_OPENID) => by_oauth_or_openid() => reply(204, empty);
    "GET" "/by_oauth_and_openid" secured(BY_OAUTH_AND_OPENID) => by_oauth_and_openid() => reply(204, empty);
    "GET" "/by_key_and_query_or_session" secured(BY_KEY_AND_QUERY_OR_SESSION) => by_key_and_query_or_session() => reply(204, empty);
    "GET" "/by_session_or_key_and_query_and_token" secured(
        BY_SESSION_OR_KEY_AND_QUERY_AND_TOKEN
    ) => by_session_or_key_and_query_and_token() => reply(204, empty);
    "GET" "/by_token_and_key_or_login_and_key_or_nobody" identified(
        BY_TOKEN_AND_KEY_OR_LOGIN_AND_KEY_OR_NOBODY
    ) => by_token_and_key_or_login_and_key_or_nobody() => reply(204, empty);
});
}
