-- Proxy providers and the objects that they refer to. UUIDs are text with dashes, lists are JSON arrays.

CREATE TABLE flow (
    uuid TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE scope_mapping (
    uuid TEXT PRIMARY KEY,
    scope TEXT NOT NULL UNIQUE
) STRICT;

-- AUTOINCREMENT, so that the number of a deleted provider is never given to another one.
CREATE TABLE provider (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL UNIQUE,
    authentication_flow TEXT,
    authorization_flow TEXT NOT NULL,
    invalidation_flow TEXT NOT NULL,
    property_mappings TEXT NOT NULL,
    internal_host TEXT NOT NULL,
    external_host TEXT NOT NULL,
    internal_host_ssl_validation INTEGER NOT NULL,
    certificate TEXT,
    skip_path_regex TEXT NOT NULL,
    basic_auth_enabled INTEGER NOT NULL,
    basic_auth_password_attribute TEXT NOT NULL,
    basic_auth_user_attribute TEXT NOT NULL,
    mode TEXT NOT NULL,
    intercept_header_auth INTEGER NOT NULL,
    cookie_domain TEXT NOT NULL,
    jwt_federation_sources TEXT NOT NULL,
    jwt_federation_providers TEXT NOT NULL,
    access_token_validity TEXT NOT NULL,
    refresh_token_validity TEXT NOT NULL
) STRICT;
