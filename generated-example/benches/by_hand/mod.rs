//! What a person writes without a generator: models with derived serde, and an axum handler that checks what it was sent.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use http::{HeaderMap, StatusCode, header::AUTHORIZATION};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;
use uuid::Uuid;

/// A member that may be absent, `null` or a value, as serde knows no word for it.
type Nullable<T> = Option<Option<T>>;

/// Keeps `null` apart from absence.
fn nullable<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Nullable<T>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// How the outpost takes part.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ProxyMode {
    /// As a reverse proxy.
    Proxy,
    /// For one application.
    ForwardSingle,
    /// For all hosts of a domain.
    ForwardDomain,
}

/// What a caller sends.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ProxyProviderRequest {
    pub(crate) name: String,
    #[serde(
        default,
        deserialize_with = "nullable",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) authentication_flow: Nullable<Uuid>,
    pub(crate) authorization_flow: Uuid,
    pub(crate) invalidation_flow: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) property_mappings: Option<Vec<Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) internal_host: Option<String>,
    pub(crate) external_host: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) internal_host_ssl_validation: Option<bool>,
    #[serde(
        default,
        deserialize_with = "nullable",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) certificate: Nullable<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) skip_path_regex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) basic_auth_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) basic_auth_password_attribute: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) basic_auth_user_attribute: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mode: Option<ProxyMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) intercept_header_auth: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cookie_domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) jwt_federation_sources: Option<Vec<Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) jwt_federation_providers: Option<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) jwks_sources: Option<Vec<Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) access_token_validity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_token_validity: Option<String>,
}

impl ProxyProviderRequest {
    /// The members that are shorter than the document allows.
    fn problems(&self) -> Vec<&'static str> {
        let texts = [
            ("name", Some(&self.name)),
            ("external_host", Some(&self.external_host)),
            ("access_token_validity", self.access_token_validity.as_ref()),
            (
                "refresh_token_validity",
                self.refresh_token_validity.as_ref(),
            ),
        ];
        let empty = texts
            .into_iter()
            .filter(|(_, text)| text.is_some_and(String::is_empty));
        empty.map(|(name, _)| name).collect()
    }
}

/// An address that OAuth 2.0 may send a visitor back to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RedirectUri {
    pub(crate) matching_mode: MatchingMode,
    pub(crate) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) redirect_uri_type: Option<RedirectUriType>,
}

/// How an address is compared.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MatchingMode {
    /// Equal.
    Strict,
    /// By an expression.
    Regex,
}

/// When an address may be used.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RedirectUriType {
    /// Signing in.
    Authorization,
    /// Signing out.
    Logout,
}

/// What the server answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ProxyProvider {
    pub(crate) pk: i64,
    pub(crate) name: String,
    #[serde(
        default,
        deserialize_with = "nullable",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) authentication_flow: Nullable<Uuid>,
    pub(crate) authorization_flow: Uuid,
    pub(crate) invalidation_flow: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) property_mappings: Option<Vec<Uuid>>,
    pub(crate) component: String,
    #[serde(default)]
    pub(crate) assigned_application_slug: Option<String>,
    #[serde(default)]
    pub(crate) assigned_application_name: Option<String>,
    #[serde(default)]
    pub(crate) assigned_backchannel_application_slug: Option<String>,
    #[serde(default)]
    pub(crate) assigned_backchannel_application_name: Option<String>,
    pub(crate) verbose_name: String,
    pub(crate) verbose_name_plural: String,
    pub(crate) meta_model_name: String,
    pub(crate) client_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) internal_host: Option<String>,
    pub(crate) external_host: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) internal_host_ssl_validation: Option<bool>,
    #[serde(
        default,
        deserialize_with = "nullable",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) certificate: Nullable<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) skip_path_regex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) basic_auth_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) basic_auth_password_attribute: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) basic_auth_user_attribute: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mode: Option<ProxyMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) intercept_header_auth: Option<bool>,
    pub(crate) redirect_uris: Vec<RedirectUri>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cookie_domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) jwt_federation_sources: Option<Vec<Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) jwt_federation_providers: Option<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) jwks_sources: Option<Vec<Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) access_token_validity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_token_validity: Option<String>,
    pub(crate) outpost_set: Vec<String>,
}

/// The provider that a request asks for; it is stored nowhere.
pub(crate) fn created(request: ProxyProviderRequest) -> ProxyProvider {
    let url = format!("{}/outpost.goauthentik.io/callback", request.external_host);
    ProxyProvider {
        pk: 1,
        component: "ak-provider-proxy-form".to_owned(),
        assigned_application_slug: None,
        assigned_application_name: None,
        assigned_backchannel_application_slug: None,
        assigned_backchannel_application_name: None,
        verbose_name: "Proxy Provider".to_owned(),
        verbose_name_plural: "Proxy Providers".to_owned(),
        meta_model_name: "authentik_providers_proxy.proxyprovider".to_owned(),
        client_id: "c".repeat(40),
        redirect_uris: vec![RedirectUri {
            matching_mode: MatchingMode::Strict,
            url,
            redirect_uri_type: Some(RedirectUriType::Authorization),
        }],
        outpost_set: Vec::new(),
        name: request.name,
        authentication_flow: request.authentication_flow,
        authorization_flow: request.authorization_flow,
        invalidation_flow: request.invalidation_flow,
        property_mappings: request.property_mappings,
        internal_host: request.internal_host,
        external_host: request.external_host,
        internal_host_ssl_validation: request.internal_host_ssl_validation,
        certificate: request.certificate,
        skip_path_regex: request.skip_path_regex,
        basic_auth_enabled: request.basic_auth_enabled,
        basic_auth_password_attribute: request.basic_auth_password_attribute,
        basic_auth_user_attribute: request.basic_auth_user_attribute,
        mode: request.mode,
        intercept_header_auth: request.intercept_header_auth,
        cookie_domain: request.cookie_domain,
        jwt_federation_sources: request.jwt_federation_sources,
        jwt_federation_providers: request.jwt_federation_providers,
        jwks_sources: request.jwks_sources,
        access_token_validity: request.access_token_validity,
        refresh_token_validity: request.refresh_token_validity,
    }
}

async fn create(
    State(token): State<&'static str>,
    headers: HeaderMap,
    Json(request): Json<ProxyProviderRequest>,
) -> Response {
    let authorization = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let presented = authorization.and_then(|value| value.strip_prefix("Bearer "));
    if presented != Some(token) {
        return (
            StatusCode::UNAUTHORIZED,
            Json(json!({ "detail": "who are you?" })),
        )
            .into_response();
    }
    let problems = request.problems();
    if !problems.is_empty() {
        return (StatusCode::BAD_REQUEST, Json(json!({ "empty": problems }))).into_response();
    }
    (StatusCode::CREATED, Json(created(request))).into_response()
}

/// Serves the creation of providers.
pub(crate) fn router(token: &'static str) -> Router {
    Router::new()
        .route("/providers/proxy/", post(create))
        .with_state(token)
}
