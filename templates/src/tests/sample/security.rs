//! Schemes and requirements, as the generator would write them.

use super::runtime::security::{Requirement, Scheme, SchemeKind};

pub static TOKEN: Scheme = Scheme {
    name: "token",
    kind: SchemeKind::Bearer,
};
pub static LOGIN: Scheme = Scheme {
    name: "login",
    kind: SchemeKind::Basic,
};
pub static AGENT: Scheme = Scheme {
    name: "agent",
    kind: SchemeKind::Authorization("bearer+agent"),
};
pub static KEY: Scheme = Scheme {
    name: "key",
    kind: SchemeKind::ApiKeyHeader("X-Key"),
};
pub static QUERY_KEY: Scheme = Scheme {
    name: "query_key",
    kind: SchemeKind::ApiKeyQuery("key"),
};
pub static SESSION: Scheme = Scheme {
    name: "session",
    kind: SchemeKind::ApiKeyCookie("sid"),
};

pub const BY_TOKEN_OR_LOGIN: &[Requirement] = &[&[(&TOKEN, &["write"])], &[(&LOGIN, &[])]];
pub const BY_BOTH_OR_AGENT: &[Requirement] = &[&[(&TOKEN, &[]), (&KEY, &[])], &[(&AGENT, &[])]];
pub const BY_KEY_OR_NOBODY: &[Requirement] = &[&[(&QUERY_KEY, &[])], &[], &[(&SESSION, &[])]];
