//! The document's security schemes, as client and server see them.

/// A security scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its name in the document.
    pub name: &'static str,
    /// How a credential travels.
    pub kind: SchemeKind,
}

/// Schemes that are wanted together, each with its scopes.
pub type Requirement = &'static [(&'static Scheme, &'static [&'static str])];

/// How a credential travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer …` (RFC 6750); also OAuth 2 and OpenID Connect.
    Bearer,
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// `Authorization` with another scheme, for example `Digest`.
    Authorization(&'static str),
    /// The header field of this name.
    ApiKeyHeader(&'static str),
    /// The query parameter of this name.
    ApiKeyQuery(&'static str),
    /// The cookie of this name.
    ApiKeyCookie(&'static str),
    /// The TLS client certificate: the connection's matter, not the request's.
    MutualTls,
}

impl SchemeKind {
    /// The scheme in the `Authorization` field, where the credential travels there (RFC 9110, section 11.6.2).
    pub fn authorization(self) -> Option<&'static str> {
        match self {
            Self::Bearer => Some("Bearer"),
            Self::Basic => Some("Basic"),
            Self::Authorization(scheme) => Some(scheme),
            _ => None,
        }
    }
}
