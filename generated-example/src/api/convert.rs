//! Between the models of the API and what is stored.

use crate::{
    generated::models::{
        Autocomplete, MatchingModeEnum, PaginatedProxyProviderList, Pagination,
        PatchedProxyProviderRequest, ProxyMode, ProxyProvider, ProxyProviderRequest, RedirectUri,
        RedirectUriTypeEnum, UsedBy, UsedByActionEnum,
    },
    redirect_uris::callback_urls,
    store::{Change, Mode, NewProvider, Page, Provider, Referrer},
};

/// The required members of a new provider, and everything else that was sent.
pub(super) fn new_provider(body: ProxyProviderRequest) -> (NewProvider, Change) {
    let new = NewProvider {
        name: body.name.clone(),
        authorization_flow: body.authorization_flow,
        invalidation_flow: body.invalidation_flow,
        external_host: body.external_host.clone(),
    };
    (new, whole_change(body))
}

/// What PUT changes. The serializer has moved `jwks_sources` to its newer name.
pub(super) fn whole_change(body: ProxyProviderRequest) -> Change {
    Change {
        name: Some(body.name),
        authentication_flow: body.authentication_flow.present(),
        authorization_flow: Some(body.authorization_flow),
        invalidation_flow: Some(body.invalidation_flow),
        property_mappings: body.property_mappings,
        internal_host: body.internal_host,
        external_host: Some(body.external_host),
        internal_host_ssl_validation: body.internal_host_ssl_validation,
        certificate: body.certificate.present(),
        skip_path_regex: body.skip_path_regex,
        basic_auth_enabled: body.basic_auth_enabled,
        basic_auth_password_attribute: body.basic_auth_password_attribute,
        basic_auth_user_attribute: body.basic_auth_user_attribute,
        mode: body.mode.map(Mode::from),
        intercept_header_auth: body.intercept_header_auth,
        cookie_domain: body.cookie_domain,
        jwt_federation_sources: body.jwt_federation_sources,
        jwt_federation_providers: body.jwt_federation_providers,
        access_token_validity: body.access_token_validity,
        refresh_token_validity: body.refresh_token_validity,
    }
}

/// What PATCH changes. The serializer has moved `jwks_sources` to its newer name.
pub(super) fn partial_change(body: PatchedProxyProviderRequest) -> Change {
    Change {
        name: body.name,
        authentication_flow: body.authentication_flow.present(),
        authorization_flow: body.authorization_flow,
        invalidation_flow: body.invalidation_flow,
        property_mappings: body.property_mappings,
        internal_host: body.internal_host,
        external_host: body.external_host,
        internal_host_ssl_validation: body.internal_host_ssl_validation,
        certificate: body.certificate.present(),
        skip_path_regex: body.skip_path_regex,
        basic_auth_enabled: body.basic_auth_enabled,
        basic_auth_password_attribute: body.basic_auth_password_attribute,
        basic_auth_user_attribute: body.basic_auth_user_attribute,
        mode: body.mode.map(Mode::from),
        intercept_header_auth: body.intercept_header_auth,
        cookie_domain: body.cookie_domain,
        jwt_federation_sources: body.jwt_federation_sources,
        jwt_federation_providers: body.jwt_federation_providers,
        access_token_validity: body.access_token_validity,
        refresh_token_validity: body.refresh_token_validity,
    }
}

/// A stored provider as the API answers it. Applications and outposts are not part of this example.
#[allow(deprecated, reason = "the older name of the sources is answered, too")]
pub(super) fn answer(provider: Provider) -> ProxyProvider {
    ProxyProvider {
        pk: provider.id,
        name: provider.name,
        authentication_flow: provider.authentication_flow.into(),
        authorization_flow: provider.authorization_flow,
        invalidation_flow: provider.invalidation_flow,
        property_mappings: Some(provider.property_mappings),
        component: "ak-provider-proxy-form".to_owned(),
        assigned_application_slug: None,
        assigned_application_name: None,
        assigned_backchannel_application_slug: None,
        assigned_backchannel_application_name: None,
        verbose_name: "Proxy Provider".to_owned(),
        verbose_name_plural: "Proxy Providers".to_owned(),
        meta_model_name: "authentik_providers_proxy.proxyprovider".to_owned(),
        client_id: provider.client_id,
        internal_host: Some(provider.internal_host),
        redirect_uris: redirect_uris(&provider.external_host),
        external_host: provider.external_host,
        internal_host_ssl_validation: Some(provider.internal_host_ssl_validation),
        certificate: provider.certificate.into(),
        skip_path_regex: Some(provider.skip_path_regex),
        basic_auth_enabled: Some(provider.basic_auth_enabled),
        basic_auth_password_attribute: Some(provider.basic_auth_password_attribute),
        basic_auth_user_attribute: Some(provider.basic_auth_user_attribute),
        mode: Some(provider.mode.into()),
        intercept_header_auth: Some(provider.intercept_header_auth),
        cookie_domain: Some(provider.cookie_domain),
        jwks_sources: Some(provider.jwt_federation_sources.clone()),
        jwt_federation_sources: Some(provider.jwt_federation_sources),
        jwt_federation_providers: Some(provider.jwt_federation_providers),
        access_token_validity: Some(provider.access_token_validity),
        refresh_token_validity: Some(provider.refresh_token_validity),
        outpost_set: Vec::new(),
    }
}

fn redirect_uris(external_host: &str) -> Vec<RedirectUri> {
    callback_urls(external_host)
        .into_iter()
        .map(|url| RedirectUri {
            matching_mode: MatchingModeEnum::Strict,
            url,
            redirect_uri_type: Some(RedirectUriTypeEnum::Authorization),
        })
        .collect()
}

/// A page of providers as the API answers it.
pub(super) fn page(page: &Page, providers: Vec<Provider>) -> PaginatedProxyProviderList {
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    PaginatedProxyProviderList {
        pagination: Pagination {
            next: number(page.next()),
            previous: number(page.previous()),
            count: number(page.count),
            current: number(page.current),
            total_pages: number(page.total_pages),
            start_index: number(page.start_index()),
            end_index: number(page.end_index()),
        },
        results: providers.into_iter().map(answer).collect(),
        autocomplete: Autocomplete::default(),
    }
}

/// A provider that accepts another one's tokens: deleting the other one only takes it off the list.
pub(super) fn used_by(referrer: Referrer) -> UsedBy {
    UsedBy {
        app: "authentik_providers_proxy".to_owned(),
        model_name: "proxyprovider".to_owned(),
        pk: referrer.id.to_string(),
        name: referrer.name,
        action: UsedByActionEnum::CascadeMany,
    }
}

impl From<ProxyMode> for Mode {
    fn from(mode: ProxyMode) -> Self {
        match mode {
            ProxyMode::Proxy => Self::Proxy,
            ProxyMode::ForwardSingle => Self::ForwardSingle,
            ProxyMode::ForwardDomain => Self::ForwardDomain,
        }
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
