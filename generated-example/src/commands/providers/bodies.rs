//! Request bodies from arguments.

use super::arguments::{Changes, Members, Mode, Reference, Required};
use crate::generated::{
    models::{PatchedProxyProviderRequest, ProxyMode, ProxyProvider, ProxyProviderRequest},
    runtime::maybe::Maybe,
};

/// The body of POST and PUT.
pub(super) fn put(required: Required, members: Members) -> ProxyProviderRequest {
    let Required {
        name,
        authorization_flow,
        invalidation_flow,
        external_host,
    } = required;
    ProxyProviderRequest {
        mode: members.mode.map(ProxyMode::from),
        internal_host: members.internal_host,
        internal_host_ssl_validation: members.internal_host_ssl_validation,
        authentication_flow: reference(members.authentication_flow),
        certificate: reference(members.certificate),
        property_mappings: members.property_mappings,
        skip_path_regex: members.skip_path_regex,
        basic_auth_enabled: members.basic_auth_enabled,
        basic_auth_user_attribute: members.basic_auth_user_attribute,
        basic_auth_password_attribute: members.basic_auth_password_attribute,
        intercept_header_auth: members.intercept_header_auth,
        cookie_domain: members.cookie_domain,
        jwt_federation_sources: members.jwt_federation_sources,
        jwt_federation_providers: members.jwt_federation_providers,
        access_token_validity: members.access_token_validity,
        refresh_token_validity: members.refresh_token_validity,
        ..ProxyProviderRequest::new(name, authorization_flow, invalidation_flow, external_host)
    }
}

/// The body of PATCH, with the mode and the internal host as they are stored unless they change.
pub(super) fn patch(
    changes: Changes,
    members: Members,
    stored: ProxyProvider,
) -> PatchedProxyProviderRequest {
    PatchedProxyProviderRequest {
        name: changes.name,
        authorization_flow: changes.authorization_flow,
        invalidation_flow: changes.invalidation_flow,
        external_host: changes.external_host,
        mode: members.mode.map(ProxyMode::from).or(stored.mode),
        internal_host: members.internal_host.or(stored.internal_host),
        internal_host_ssl_validation: members.internal_host_ssl_validation,
        authentication_flow: reference(members.authentication_flow),
        certificate: reference(members.certificate),
        property_mappings: members.property_mappings,
        skip_path_regex: members.skip_path_regex,
        basic_auth_enabled: members.basic_auth_enabled,
        basic_auth_user_attribute: members.basic_auth_user_attribute,
        basic_auth_password_attribute: members.basic_auth_password_attribute,
        intercept_header_auth: members.intercept_header_auth,
        cookie_domain: members.cookie_domain,
        jwt_federation_sources: members.jwt_federation_sources,
        jwt_federation_providers: members.jwt_federation_providers,
        access_token_validity: members.access_token_validity,
        refresh_token_validity: members.refresh_token_validity,
        ..PatchedProxyProviderRequest::default()
    }
}

/// A reference that was not given is absent, `none` is null.
fn reference(reference: Option<Reference>) -> Maybe<uuid::Uuid> {
    match reference {
        None => Maybe::Absent,
        Some(Reference(key)) => key.into(),
    }
}

impl From<Mode> for ProxyMode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Proxy => Self::Proxy,
            Mode::ForwardSingle => Self::ForwardSingle,
            Mode::ForwardDomain => Self::ForwardDomain,
        }
    }
}
