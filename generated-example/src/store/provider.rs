//! A stored proxy provider, and a change to one.

use uuid::Uuid;

/// How an outpost takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As a reverse proxy.
    #[default]
    Proxy,
    /// Answering forward-auth questions for one application.
    ForwardSingle,
    /// Answering forward-auth questions for all hosts of a domain.
    ForwardDomain,
}

/// A stored proxy provider. The members are those of the API; what follows from them is not stored.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "the members are documented in the API's description"
)]
pub(crate) struct Provider {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) client_id: String,
    pub(crate) authentication_flow: Option<Uuid>,
    pub(crate) authorization_flow: Uuid,
    pub(crate) invalidation_flow: Uuid,
    pub(crate) property_mappings: Vec<Uuid>,
    pub(crate) internal_host: String,
    pub(crate) external_host: String,
    pub(crate) internal_host_ssl_validation: bool,
    pub(crate) certificate: Option<Uuid>,
    pub(crate) skip_path_regex: String,
    pub(crate) basic_auth_enabled: bool,
    pub(crate) basic_auth_password_attribute: String,
    pub(crate) basic_auth_user_attribute: String,
    pub(crate) mode: Mode,
    pub(crate) intercept_header_auth: bool,
    pub(crate) cookie_domain: String,
    pub(crate) jwt_federation_sources: Vec<Uuid>,
    pub(crate) jwt_federation_providers: Vec<i64>,
    pub(crate) access_token_validity: String,
    pub(crate) refresh_token_validity: String,
}

/// The members that a new provider must have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NewProvider {
    /// Label for people, unique.
    pub(crate) name: String,
    /// Flow that asks for consent.
    pub(crate) authorization_flow: Uuid,
    /// Flow that ends a session.
    pub(crate) invalidation_flow: Uuid,
    /// Public address.
    pub(crate) external_host: String,
}

impl NewProvider {
    /// The provider with the server's defaults for everything else. It has no number until it is stored.
    pub(super) fn with_defaults(self, client_id: String) -> Provider {
        Provider {
            id: 0,
            name: self.name,
            client_id,
            authentication_flow: None,
            authorization_flow: self.authorization_flow,
            invalidation_flow: self.invalidation_flow,
            property_mappings: Vec::new(),
            internal_host: String::new(),
            external_host: self.external_host,
            internal_host_ssl_validation: true,
            certificate: None,
            skip_path_regex: String::new(),
            basic_auth_enabled: false,
            basic_auth_password_attribute: String::new(),
            basic_auth_user_attribute: String::new(),
            mode: Mode::default(),
            intercept_header_auth: true,
            cookie_domain: String::new(),
            jwt_federation_sources: Vec::new(),
            jwt_federation_providers: Vec::new(),
            access_token_validity: "hours=1".to_owned(),
            refresh_token_validity: "days=30".to_owned(),
        }
    }
}

/// A change to a provider: what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(
    missing_docs,
    reason = "the members are documented in the API's description"
)]
pub(crate) struct Change {
    pub(crate) name: Option<String>,
    pub(crate) authentication_flow: Option<Option<Uuid>>,
    pub(crate) authorization_flow: Option<Uuid>,
    pub(crate) invalidation_flow: Option<Uuid>,
    pub(crate) property_mappings: Option<Vec<Uuid>>,
    pub(crate) internal_host: Option<String>,
    pub(crate) external_host: Option<String>,
    pub(crate) internal_host_ssl_validation: Option<bool>,
    pub(crate) certificate: Option<Option<Uuid>>,
    pub(crate) skip_path_regex: Option<String>,
    pub(crate) basic_auth_enabled: Option<bool>,
    pub(crate) basic_auth_password_attribute: Option<String>,
    pub(crate) basic_auth_user_attribute: Option<String>,
    pub(crate) mode: Option<Mode>,
    pub(crate) intercept_header_auth: Option<bool>,
    pub(crate) cookie_domain: Option<String>,
    pub(crate) jwt_federation_sources: Option<Vec<Uuid>>,
    pub(crate) jwt_federation_providers: Option<Vec<i64>>,
    pub(crate) access_token_validity: Option<String>,
    pub(crate) refresh_token_validity: Option<String>,
}

impl Change {
    /// Puts the members that change into a provider.
    pub(super) fn apply(self, provider: &mut Provider) {
        set(&mut provider.name, self.name);
        set(&mut provider.authentication_flow, self.authentication_flow);
        set(&mut provider.authorization_flow, self.authorization_flow);
        set(&mut provider.invalidation_flow, self.invalidation_flow);
        set(&mut provider.property_mappings, self.property_mappings);
        set(&mut provider.internal_host, self.internal_host);
        set(&mut provider.external_host, self.external_host);
        set(
            &mut provider.internal_host_ssl_validation,
            self.internal_host_ssl_validation,
        );
        set(&mut provider.certificate, self.certificate);
        set(&mut provider.skip_path_regex, self.skip_path_regex);
        set(&mut provider.basic_auth_enabled, self.basic_auth_enabled);
        set(
            &mut provider.basic_auth_password_attribute,
            self.basic_auth_password_attribute,
        );
        set(
            &mut provider.basic_auth_user_attribute,
            self.basic_auth_user_attribute,
        );
        set(&mut provider.mode, self.mode);
        set(
            &mut provider.intercept_header_auth,
            self.intercept_header_auth,
        );
        set(&mut provider.cookie_domain, self.cookie_domain);
        set(
            &mut provider.jwt_federation_sources,
            self.jwt_federation_sources,
        );
        set(
            &mut provider.jwt_federation_providers,
            self.jwt_federation_providers,
        );
        set(
            &mut provider.access_token_validity,
            self.access_token_validity,
        );
        set(
            &mut provider.refresh_token_validity,
            self.refresh_token_validity,
        );
    }
}

fn set<T>(member: &mut T, change: Option<T>) {
    if let Some(value) = change {
        *member = value;
    }
}
