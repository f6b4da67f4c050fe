//! The members of a proxy provider that a caller may set.

use super::field::Kind;

/// A member of a request body.
pub(super) struct Field {
    /// Name on the wire.
    pub(super) name: &'static str,
    /// What it accepts.
    pub(super) kind: Kind,
    /// Whether POST and PUT must send it.
    pub(super) required: bool,
}

const fn required(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: true,
    }
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: false,
    }
}

/// The member that `jwks_sources` is an older name of.
pub(super) const FEDERATION_SOURCES: &str = "jwt_federation_sources";
/// The older name of [`FEDERATION_SOURCES`].
pub(super) const OLD_FEDERATION_SOURCES: &str = "jwks_sources";

/// Every member. Keys that are not listed are ignored.
pub(super) const FIELDS: [Field; 21] = [
    required("name", Kind::FilledText),
    optional("authentication_flow", Kind::OptionalReference),
    required("authorization_flow", Kind::Reference),
    required("invalidation_flow", Kind::Reference),
    optional("property_mappings", Kind::References),
    optional("internal_host", Kind::Host),
    required("external_host", Kind::FilledHost),
    optional("internal_host_ssl_validation", Kind::Boolean),
    optional("certificate", Kind::OptionalReference),
    optional("skip_path_regex", Kind::Text),
    optional("basic_auth_enabled", Kind::Boolean),
    optional("basic_auth_password_attribute", Kind::Text),
    optional("basic_auth_user_attribute", Kind::Text),
    optional(
        "mode",
        Kind::Choice(&["proxy", "forward_single", "forward_domain"]),
    ),
    optional("intercept_header_auth", Kind::Boolean),
    optional("cookie_domain", Kind::Text),
    optional(FEDERATION_SOURCES, Kind::References),
    optional(OLD_FEDERATION_SOURCES, Kind::References),
    optional("jwt_federation_providers", Kind::Numbers),
    optional("access_token_validity", Kind::Duration),
    optional("refresh_token_validity", Kind::Duration),
];
