//! The tables of members (OpenAPI Specification 2.0, section "Schema").

use crate::openapi::form::Takes::{Any, Flag, List, Object, Text, Texts, Word};
use crate::openapi::form::{Form, optional, required};

/// Swagger Object.
pub(in crate::openapi) static DOCUMENT: Form = Form {
    what: "a Swagger 2.0 document",
    fields: &[
        optional("swagger", Any),
        required("info", Object),
        optional("host", Text),
        optional("basePath", Text),
        optional("schemes", Texts),
        optional("consumes", Texts),
        optional("produces", Texts),
        required("paths", Object),
        optional("definitions", Object),
        optional("parameters", Object),
        optional("responses", Object),
        optional("securityDefinitions", Object),
        optional("security", List),
        optional("tags", List),
        optional("externalDocs", Any),
    ],
};

/// Operation Object.
pub(in crate::openapi) static OPERATION: Form = Form {
    what: "an operation",
    fields: &[
        optional("tags", Texts),
        optional("summary", Text),
        optional("description", Text),
        optional("externalDocs", Any),
        optional("operationId", Text),
        optional("consumes", Texts),
        optional("produces", Texts),
        optional("parameters", List),
        optional("responses", Object),
        optional("schemes", Texts),
        optional("deprecated", Flag),
        optional("security", List),
    ],
};

/// Where a parameter may travel.
pub(super) const LOCATIONS: &[&str] = &["query", "header", "path", "formData", "body"];

/// Parameter Object, as far as it is not a schema.
pub(super) static PARAMETER: Form = Form {
    what: "a parameter",
    fields: &[
        required("name", Text),
        required("in", Word(LOCATIONS)),
        optional("description", Text),
        optional("required", Flag),
        optional("schema", Any),
        optional("allowEmptyValue", Flag),
        optional(
            "collectionFormat",
            Word(&["csv", "ssv", "tsv", "pipes", "multi"]),
        ),
        optional("type", Any),
        optional("format", Any),
        optional("items", Any),
        optional("default", Any),
        optional("example", Any),
        optional("maximum", Any),
        optional("exclusiveMaximum", Any),
        optional("minimum", Any),
        optional("exclusiveMinimum", Any),
        optional("maxLength", Any),
        optional("minLength", Any),
        optional("pattern", Any),
        optional("maxItems", Any),
        optional("minItems", Any),
        optional("uniqueItems", Any),
        optional("enum", Any),
        optional("multipleOf", Any),
    ],
};

/// Response Object.
pub(super) static RESPONSE: Form = Form {
    what: "a response",
    fields: &[
        optional("description", Text),
        optional("schema", Any),
        optional("headers", Object),
        optional("examples", Any),
    ],
};

/// Security Scheme Object.
pub(super) static SECURITY_SCHEME: Form = Form {
    what: "a security scheme",
    fields: &[
        required("type", Word(&["basic", "apiKey", "oauth2"])),
        optional("description", Text),
        optional("name", Text),
        optional("in", Word(&["query", "header"])),
        optional(
            "flow",
            Word(&["implicit", "password", "application", "accessCode"]),
        ),
        optional("authorizationUrl", Text),
        optional("tokenUrl", Text),
        optional("scopes", Object),
    ],
};
