-- The flows and the managed scope mappings that a fresh authentik installation has. Every real installation draws
-- its own UUIDs; these are fixed, so that scripts can rely on them.

INSERT INTO flow (uuid, slug) VALUES
    ('6f0c2a51-3b7d-4e19-9c84-1d5e7a90b201', 'default-authentication-flow'),
    ('6f0c2a51-3b7d-4e19-9c84-1d5e7a90b202', 'default-provider-authorization-explicit-consent'),
    ('6f0c2a51-3b7d-4e19-9c84-1d5e7a90b203', 'default-provider-authorization-implicit-consent'),
    ('6f0c2a51-3b7d-4e19-9c84-1d5e7a90b204', 'default-provider-invalidation-flow'),
    ('6f0c2a51-3b7d-4e19-9c84-1d5e7a90b205', 'default-invalidation-flow');

INSERT INTO scope_mapping (uuid, scope) VALUES
    ('c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7301', 'openid'),
    ('c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7302', 'profile'),
    ('c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7303', 'email'),
    ('c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7304', 'entitlements'),
    ('c3d84e7b-95a2-4f60-8b1e-0a6d2f4c7305', 'ak_proxy');
