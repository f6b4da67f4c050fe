//! How a provider lies in its table: one column per member, UUIDs as text with dashes, lists as JSON.

use rusqlite::{
    Row, ToSql,
    types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef},
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::{
    StoreError,
    provider::{Mode, Provider},
};

/// The columns that are written, in the order of [`Values::parameters`]. The number is given by SQLite.
pub(super) const COLUMNS: [&str; 21] = [
    "name",
    "client_id",
    "authentication_flow",
    "authorization_flow",
    "invalidation_flow",
    "property_mappings",
    "internal_host",
    "external_host",
    "internal_host_ssl_validation",
    "certificate",
    "skip_path_regex",
    "basic_auth_enabled",
    "basic_auth_password_attribute",
    "basic_auth_user_attribute",
    "mode",
    "intercept_header_auth",
    "cookie_domain",
    "jwt_federation_sources",
    "jwt_federation_providers",
    "access_token_validity",
    "refresh_token_validity",
];

/// A provider's members that SQLite cannot take as they are.
pub(super) struct Values<'p> {
    provider: &'p Provider,
    authentication_flow: Option<String>,
    authorization_flow: String,
    invalidation_flow: String,
    property_mappings: String,
    certificate: Option<String>,
    jwt_federation_sources: String,
    jwt_federation_providers: String,
}

impl<'p> Values<'p> {
    /// Writes the identifiers and lists of a provider as text.
    pub(super) fn of(provider: &'p Provider) -> Result<Self, StoreError> {
        Ok(Self {
            provider,
            authentication_flow: provider.authentication_flow.map(|flow| flow.to_string()),
            authorization_flow: provider.authorization_flow.to_string(),
            invalidation_flow: provider.invalidation_flow.to_string(),
            property_mappings: to_json(&provider.property_mappings)?,
            certificate: provider
                .certificate
                .map(|certificate| certificate.to_string()),
            jwt_federation_sources: to_json(&provider.jwt_federation_sources)?,
            jwt_federation_providers: to_json(&provider.jwt_federation_providers)?,
        })
    }

    /// The values of [`COLUMNS`].
    pub(super) fn parameters(&self) -> [&dyn ToSql; COLUMNS.len()] {
        let provider = self.provider;
        [
            &provider.name,
            &provider.client_id,
            &self.authentication_flow,
            &self.authorization_flow,
            &self.invalidation_flow,
            &self.property_mappings,
            &provider.internal_host,
            &provider.external_host,
            &provider.internal_host_ssl_validation,
            &self.certificate,
            &provider.skip_path_regex,
            &provider.basic_auth_enabled,
            &provider.basic_auth_password_attribute,
            &provider.basic_auth_user_attribute,
            &provider.mode,
            &provider.intercept_header_auth,
            &provider.cookie_domain,
            &self.jwt_federation_sources,
            &self.jwt_federation_providers,
            &provider.access_token_validity,
            &provider.refresh_token_validity,
        ]
    }
}

/// Reads a row of `SELECT * FROM provider`.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Provider> {
    Ok(Provider {
        id: row.get("id")?,
        name: row.get("name")?,
        client_id: row.get("client_id")?,
        authentication_flow: row
            .get::<_, Option<Identifier>>("authentication_flow")?
            .map(|flow| flow.0),
        authorization_flow: row.get::<_, Identifier>("authorization_flow")?.0,
        invalidation_flow: row.get::<_, Identifier>("invalidation_flow")?.0,
        property_mappings: row.get::<_, List<Uuid>>("property_mappings")?.0,
        internal_host: row.get("internal_host")?,
        external_host: row.get("external_host")?,
        internal_host_ssl_validation: row.get("internal_host_ssl_validation")?,
        certificate: row
            .get::<_, Option<Identifier>>("certificate")?
            .map(|key_pair| key_pair.0),
        skip_path_regex: row.get("skip_path_regex")?,
        basic_auth_enabled: row.get("basic_auth_enabled")?,
        basic_auth_password_attribute: row.get("basic_auth_password_attribute")?,
        basic_auth_user_attribute: row.get("basic_auth_user_attribute")?,
        mode: row.get("mode")?,
        intercept_header_auth: row.get("intercept_header_auth")?,
        cookie_domain: row.get("cookie_domain")?,
        jwt_federation_sources: row.get::<_, List<Uuid>>("jwt_federation_sources")?.0,
        jwt_federation_providers: row.get::<_, List<i64>>("jwt_federation_providers")?.0,
        access_token_validity: row.get("access_token_validity")?,
        refresh_token_validity: row.get("refresh_token_validity")?,
    })
}

fn to_json<T: Serialize>(list: &[T]) -> Result<String, StoreError> {
    Ok(serde_json::to_string(list)?)
}

/// A UUID that is stored as text.
pub(super) struct Identifier(pub(super) Uuid);

impl FromSql for Identifier {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::try_parse(value.as_str()?)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

/// A list that is stored as JSON.
struct List<T>(Vec<T>);

impl<T: DeserializeOwned> FromSql for List<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

impl Mode {
    /// The mode's word, on the wire and in the table.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Proxy => "proxy",
            Self::ForwardSingle => "forward_single",
            Self::ForwardDomain => "forward_domain",
        }
    }
}

impl ToSql for Mode {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Mode {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        [Self::Proxy, Self::ForwardSingle, Self::ForwardDomain]
            .into_iter()
            .find(|mode| mode.as_str() == word)
            .ok_or(FromSqlError::InvalidType)
    }
}
