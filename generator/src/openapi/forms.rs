//! The tables of members, one per object of the specification (OpenAPI 3.2.0, section 4; what a version lacks is
//! reported and read in it all the same).

use super::form::Takes::{Any, Flag, List, Object, Text, Texts, Word};
use super::form::{Form, optional, required};
use super::version::Version::{V3_1, V3_2};

/// OpenAPI Object.
pub(super) static DOCUMENT: Form = Form {
    what: "an OpenAPI document",
    fields: &[
        optional("openapi", Any),
        optional("$self", Text).since(V3_2),
        required("info", Object),
        optional("jsonSchemaDialect", Text).since(V3_1),
        optional("servers", List),
        optional("paths", Object),
        optional("webhooks", Object).since(V3_1),
        optional("components", Object),
        optional("security", List),
        optional("tags", List),
        optional("externalDocs", Any),
    ],
};

/// Info Object.
pub(super) static INFO: Form = Form {
    what: "`info`",
    fields: &[
        required("title", Text),
        optional("summary", Text),
        optional("description", Text),
        optional("termsOfService", Any),
        optional("contact", Any),
        optional("license", Any),
        required("version", Text),
    ],
};

/// Components Object.
pub(super) static COMPONENTS: Form = Form {
    what: "`components`",
    fields: &[
        optional("schemas", Object),
        optional("responses", Object),
        optional("parameters", Object),
        optional("examples", Object),
        optional("requestBodies", Object),
        optional("headers", Object),
        optional("securitySchemes", Object),
        optional("links", Object),
        optional("callbacks", Object),
        optional("pathItems", Object).since(V3_1),
        optional("mediaTypes", Object).since(V3_2),
    ],
};

/// Server Object.
pub(super) static SERVER: Form = Form {
    what: "a server",
    fields: &[
        required("url", Text),
        optional("description", Text),
        optional("name", Text),
        optional("variables", Object),
    ],
};

/// Server Variable Object.
pub(super) static SERVER_VARIABLE: Form = Form {
    what: "a server variable",
    fields: &[
        optional("enum", Texts),
        required("default", Text),
        optional("description", Text),
    ],
};

/// Tag Object.
pub(super) static TAG: Form = Form {
    what: "a tag",
    fields: &[
        required("name", Text),
        optional("summary", Text),
        optional("description", Text),
        optional("externalDocs", Any),
        optional("parent", Text).since(V3_2),
        optional("kind", Text).since(V3_2),
    ],
};

/// Path Item Object.
pub(super) static PATH_ITEM: Form = Form {
    what: "a path item",
    fields: &[
        optional("$ref", Text),
        optional("summary", Text),
        optional("description", Text),
        optional("get", Object),
        optional("put", Object),
        optional("post", Object),
        optional("delete", Object),
        optional("options", Object),
        optional("head", Object),
        optional("patch", Object),
        optional("trace", Object),
        optional("query", Object).since(V3_2),
        optional("additionalOperations", Object).since(V3_2),
        optional("servers", List),
        optional("parameters", List),
    ],
};

/// Operation Object.
pub(super) static OPERATION: Form = Form {
    what: "an operation",
    fields: &[
        optional("tags", Texts),
        optional("summary", Text),
        optional("description", Text),
        optional("externalDocs", Any),
        optional("operationId", Text),
        optional("parameters", List),
        optional("requestBody", Object),
        optional("responses", Object),
        optional("callbacks", Object),
        optional("deprecated", Flag),
        optional("security", List),
        optional("servers", List),
    ],
};

/// Parameter Object.
pub(super) static PARAMETER: Form = Form {
    what: "a parameter",
    fields: &[
        required("name", Text),
        required(
            "in",
            Word(&["query", "querystring", "header", "path", "cookie"]),
        ),
        optional("description", Text),
        optional("required", Flag),
        optional("deprecated", Flag),
        optional("allowEmptyValue", Flag),
        optional("style", Text),
        optional("explode", Flag),
        optional("allowReserved", Flag),
        optional("schema", Any),
        optional("example", Any),
        optional("examples", Any),
        optional("content", Object),
    ],
};

/// Header Object.
pub(super) static HEADER: Form = Form {
    what: "a header",
    fields: &[
        optional("description", Text),
        optional("required", Flag),
        optional("deprecated", Flag),
        optional("allowEmptyValue", Flag),
        optional("style", Text),
        optional("explode", Flag),
        optional("allowReserved", Flag),
        optional("schema", Any),
        optional("example", Any),
        optional("examples", Any),
        optional("content", Object),
    ],
};

/// Request Body Object.
pub(super) static REQUEST_BODY: Form = Form {
    what: "a request body",
    fields: &[
        optional("description", Text),
        required("content", Object),
        optional("required", Flag),
    ],
};

/// Response Object.
pub(super) static RESPONSE: Form = Form {
    what: "a response",
    fields: &[
        optional("summary", Text),
        optional("description", Text),
        optional("headers", Object),
        optional("content", Object),
        optional("links", Any),
    ],
};

/// Media Type Object.
pub(super) static MEDIA_TYPE: Form = Form {
    what: "a media type",
    fields: &[
        optional("schema", Any),
        optional("itemSchema", Any).since(V3_2),
        optional("example", Any),
        optional("examples", Any),
        optional("encoding", Object),
        optional("prefixEncoding", Any).since(V3_2),
        optional("itemEncoding", Any).since(V3_2),
    ],
};

/// Encoding Object.
pub(super) static ENCODING: Form = Form {
    what: "an encoding",
    fields: &[
        optional("contentType", Text),
        optional("headers", Any),
        optional(
            "style",
            Word(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
        ),
        optional("explode", Flag),
        optional("allowReserved", Flag),
        optional("encoding", Any),
        optional("prefixEncoding", Any).since(V3_2),
        optional("itemEncoding", Any).since(V3_2),
    ],
};

/// Security Scheme Object.
pub(super) static SECURITY_SCHEME: Form = Form {
    what: "a security scheme",
    fields: &[
        required(
            "type",
            Word(&["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]),
        ),
        optional("description", Text),
        optional("name", Text),
        optional("in", Word(&["query", "header", "cookie"])),
        optional("scheme", Text),
        optional("bearerFormat", Text),
        optional("flows", Object),
        optional("openIdConnectUrl", Text),
        optional("oauth2MetadataUrl", Text).since(V3_2),
        optional("deprecated", Flag),
    ],
};

/// OAuth Flows Object.
pub(super) static OAUTH_FLOWS: Form = Form {
    what: "`flows`",
    fields: &[
        optional("implicit", Object),
        optional("password", Object),
        optional("clientCredentials", Object),
        optional("authorizationCode", Object),
        optional("deviceAuthorization", Object).since(V3_2),
    ],
};

/// OAuth Flow Object of the client credentials flow, the only one a program can go through alone.
pub(super) static CLIENT_CREDENTIALS: Form = Form {
    what: "the client credentials flow",
    fields: &[
        required("tokenUrl", Text),
        optional("authorizationUrl", Text),
        optional("refreshUrl", Text),
        optional("scopes", Object),
    ],
};

/// OAuth Flow Object of the other flows, which a person goes through.
pub(super) static OAUTH_FLOW: Form = Form {
    what: "a flow",
    fields: &[
        optional("authorizationUrl", Text),
        optional("deviceAuthorizationUrl", Text),
        optional("tokenUrl", Text),
        optional("refreshUrl", Text),
        optional("scopes", Object),
    ],
};
