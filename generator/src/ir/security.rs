//! Security: ways to prove who is calling, and what each operation demands.

use crate::diagnostic::Place;

/// The index of a scheme in [`super::Api::schemes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemeId(pub usize);

/// One way to prove who is calling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    /// The key under which the document declares it.
    pub name: String,
    /// What it is.
    pub kind: SecurityKind,
    /// What people wrote about it.
    pub description: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// The kinds of schemes (OpenAPI 3.1.1, section 4.8.27).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecurityKind {
    /// A key in a header, query parameter or cookie.
    ApiKey {
        /// Where.
        location: ApiKeyLocation,
        /// Under which name.
        name: String,
    },
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// `Authorization: Bearer …` (RFC 6750).
    Bearer,
    /// `Authorization: <scheme> …` with another scheme, spelt as in the document.
    Authorization(String),
    /// OAuth 2.0; the token travels as a bearer token.
    OAuth2 {
        /// The token endpoint of the client credentials flow.
        token_url: Option<String>,
    },
    /// OpenID Connect; the token travels as a bearer token.
    OpenIdConnect {
        /// The discovery document.
        url: String,
    },
    /// A client certificate.
    MutualTls,
}

/// Where an API key travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyLocation {
    /// In a header field.
    Header,
    /// In the query.
    Query,
    /// In a cookie.
    Cookie,
}

/// Schemes that must all be met; an empty one lets everybody in.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SecurityRequirement {
    /// The schemes.
    pub schemes: Vec<SchemeUse>,
}

/// One scheme of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeUse {
    /// Which.
    pub scheme: SchemeId,
    /// The scopes that the caller must hold.
    pub scopes: Vec<String>,
}
