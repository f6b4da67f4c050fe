//! Documents made of choices: whatever the bytes say, the document has the shape of OpenAPI, and its texts, names, keywords
//! and references are those that have ever been trouble.

use std::ops::RangeInclusive;

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

/// How deep schemas are nested.
const DEPTH: usize = 4;

/// Texts that mean something to Rust, to YAML, to Markdown or to Unicode.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "A",
    "a-b",
    "a_b",
    "aB",
    "1",
    "-1",
    "+",
    "type",
    "self",
    "Self",
    "r#type",
    "_",
    "__",
    "String",
    "Option",
    "Vec",
    "Result",
    "Ok",
    "Err",
    "None",
    "Some",
    "Box",
    "std",
    "core",
    "crate",
    "super",
    "serde",
    "Client",
    "Error",
    "Request",
    "new",
    "default",
    "validate",
    "*/",
    "//",
    "\"",
    "\\",
    "\"#",
    "'",
    "{}",
    "{{",
    "\n",
    "\r",
    "\t",
    "\0",
    "```",
    "<a>",
    "[a]",
    "../x",
    "/",
    "~",
    "%",
    "{a}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "ﬁ",
    "Ⅷ",
    "日本",
    "\u{1f600}",
    "null",
    "true",
    "application/json",
    "text/plain",
    "int32",
    "uuid",
    "date-time",
    "binary",
    "byte",
    "#/components/schemas/a",
    "^a+$",
    "(",
    "[",
    "\\d{2,}",
    "(?<a>b)\\k<a>",
];

const METHODS: &[&str] = &[
    "get", "post", "put", "patch", "delete", "head", "options", "trace", "query",
];
const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "application/octet-stream",
    "text/event-stream",
    "application/xml",
    "application/vnd.a+json",
    "*/*",
    "image/*",
    "application/jsonl",
];
const STATUSES: &[&str] = &[
    "200", "201", "204", "302", "400", "404", "4XX", "5XX", "default", "999", "0", "x",
];
const TYPES: &[&str] = &[
    "string", "integer", "number", "boolean", "array", "object", "null",
];
const FORMATS: &[&str] = &[
    "int32",
    "int64",
    "uint32",
    "uint64",
    "float",
    "double",
    "decimal",
    "date",
    "time",
    "date-time",
    "duration",
    "uuid",
    "byte",
    "binary",
    "email",
    "uri",
    "ipv4",
    "ipv6",
    "password",
    "what",
];
const SCHEMAS: &[&str] = &[
    "a", "A", "String", "Node", "Node_", "error", "日本", "a.b", "1",
];
/// Schemas that are no components.
const OTHER_SCHEMAS: &[&str] = &["p", "q", "r"];
const LOCATIONS: &[&str] = &["query", "header", "path", "cookie", "querystring"];
const STYLES: &[&str] = &[
    "form",
    "simple",
    "label",
    "matrix",
    "deepObject",
    "spaceDelimited",
    "pipeDelimited",
];

/// A document.
///
/// # Errors
/// When the choices have run out.
pub fn document(choices: &mut Unstructured<'_>) -> Result<Value> {
    let version = *choices.choose(&["3.0.3", "3.1.0", "3.2.0"])?;
    let paths: Map<_, _> = several(choices, 0..=3, |choices| {
        Ok((path(choices)?, path_item(choices)?))
    })?;
    let schemas = named_schemas(choices, SCHEMAS)?;
    let other_schemas = named_schemas(choices, OTHER_SCHEMAS)?;
    Ok(json!({
        "openapi": version,
        "info": { "title": text(choices)?, "version": text(choices)?, "description": text(choices)? },
        "servers": [{ "url": format!("https://a.example/{}", text(choices)?) }],
        "security": [{ (text(choices)?): [] }],
        "tags": [{ "name": text(choices)?, "description": text(choices)? }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { (text(choices)?): security_scheme(choices)? },
        },
        "x-schemas": other_schemas,
    }))
}

/// Schemas of most of these names.
fn named_schemas(choices: &mut Unstructured<'_>, names: &[&str]) -> Result<Map<String, Value>> {
    let mut schemas = Map::new();
    for name in names {
        if choices.ratio(2, 3)? {
            schemas.insert((*name).to_owned(), schema(choices, 0)?);
        }
    }
    Ok(schemas)
}

/// Some of a thing.
fn several<'c, C: FromIterator<T>, T>(
    choices: &mut Unstructured<'c>,
    counts: RangeInclusive<usize>,
    one: impl Fn(&mut Unstructured<'c>) -> Result<T>,
) -> Result<C> {
    let count = choices.int_in_range(counts)?;
    (0..count).map(|_| one(choices)).collect()
}

/// A known text, or any.
fn text(choices: &mut Unstructured<'_>) -> Result<String> {
    if choices.ratio(7, 8)? {
        Ok((*choices.choose(TEXTS)?).to_owned())
    } else {
        choices.arbitrary()
    }
}

fn one_of(choices: &mut Unstructured<'_>, all: &[&str]) -> Result<Value> {
    if choices.ratio(15, 16)? {
        Ok((*choices.choose(all)?).into())
    } else {
        Ok(text(choices)?.into())
    }
}

fn path(choices: &mut Unstructured<'_>) -> Result<String> {
    let mut path = String::new();
    for _ in 0..choices.int_in_range(1..=3)? {
        path.push('/');
        match choices.int_in_range(0..=3)? {
            0 => path.push_str("{id}"),
            1 => path.push_str(&format!("{{{}}}", text(choices)?)),
            2 => path.push_str(&format!("{{id}}.{}", text(choices)?)),
            _ => path.push_str(&text(choices)?),
        }
    }
    Ok(path)
}

fn path_item(choices: &mut Unstructured<'_>) -> Result<Value> {
    let item: Map<_, _> = several(choices, 1..=2, |choices| {
        Ok(((*choices.choose(METHODS)?).to_owned(), operation(choices)?))
    })?;
    Ok(item.into())
}

fn operation(choices: &mut Unstructured<'_>) -> Result<Value> {
    let mut operation = Map::new();
    if choices.arbitrary()? {
        operation.insert("operationId".to_owned(), text(choices)?.into());
    }
    operation.insert("tags".to_owned(), json!([text(choices)?]));
    operation.insert("description".to_owned(), text(choices)?.into());
    let parameters: Vec<Value> = several(choices, 0..=3, parameter)?;
    operation.insert("parameters".to_owned(), parameters.into());
    if choices.arbitrary()? {
        let body =
            json!({ "required": choices.arbitrary::<bool>()?, "content": content(choices)? });
        operation.insert("requestBody".to_owned(), body);
    }
    let responses: Map<_, _> = several(choices, 1..=3, |choices| {
        Ok(((*choices.choose(STATUSES)?).to_owned(), response(choices)?))
    })?;
    operation.insert("responses".to_owned(), responses.into());
    Ok(operation.into())
}

fn parameter(choices: &mut Unstructured<'_>) -> Result<Value> {
    let name = if choices.ratio(1, 3)? {
        "id".to_owned()
    } else {
        text(choices)?
    };
    let mut parameter = Map::new();
    parameter.insert("name".to_owned(), name.into());
    let location = one_of(choices, LOCATIONS)?;
    parameter.insert(
        "required".to_owned(),
        (location == "path" || choices.arbitrary()?).into(),
    );
    parameter.insert("in".to_owned(), location);
    if choices.ratio(1, 3)? {
        parameter.insert("style".to_owned(), one_of(choices, STYLES)?);
        parameter.insert("explode".to_owned(), choices.arbitrary::<bool>()?.into());
    }
    if choices.ratio(7, 8)? {
        parameter.insert("schema".to_owned(), schema(choices, 2)?);
    } else {
        parameter.insert("content".to_owned(), content(choices)?);
    }
    Ok(parameter.into())
}

fn content(choices: &mut Unstructured<'_>) -> Result<Value> {
    let content: Map<_, _> = several(choices, 1..=2, |choices| {
        let mut media_type = Map::new();
        media_type.insert("schema".to_owned(), schema(choices, 1)?);
        if choices.ratio(1, 4)? {
            media_type.insert("example".to_owned(), value(choices)?);
        }
        let name = one_of(choices, MEDIA_TYPES)?;
        let name = name.as_str().unwrap_or_default().to_owned();
        Ok((name, media_type.into()))
    })?;
    Ok(content.into())
}

fn response(choices: &mut Unstructured<'_>) -> Result<Value> {
    let mut response = Map::new();
    response.insert("description".to_owned(), text(choices)?.into());
    if choices.ratio(3, 4)? {
        response.insert("content".to_owned(), content(choices)?);
    }
    if choices.ratio(1, 4)? {
        response.insert(
            "headers".to_owned(),
            json!({ (text(choices)?): { "schema": schema(choices, 3)? } }),
        );
    }
    Ok(response.into())
}

fn security_scheme(choices: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match choices.int_in_range(0..=3)? {
        0 => json!({ "type": "apiKey", "in": one_of(choices, LOCATIONS)?, "name": text(choices)? }),
        1 => json!({ "type": "http", "scheme": one_of(choices, &["basic", "bearer", "digest"])? }),
        2 => json!({ "type": "openIdConnect", "openIdConnectUrl": text(choices)? }),
        _ => {
            json!({ "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": text(choices)?, "scopes": { (text(choices)?): text(choices)? } } } })
        }
    })
}

/// Any JSON, not deep.
fn value(choices: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match choices.int_in_range(0..=6)? {
        0 => Value::Null,
        1 => choices.arbitrary::<bool>()?.into(),
        2 => choices.arbitrary::<i64>()?.into(),
        3 => choices.arbitrary::<f64>()?.into(),
        4 => json!([text(choices)?, choices.arbitrary::<u8>()?]),
        5 => json!({ (text(choices)?): text(choices)? }),
        _ => text(choices)?.into(),
    })
}

fn schema(choices: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    if depth >= DEPTH || choices.ratio(1, 4)? {
        let reference = if choices.ratio(1, 4)? {
            format!("#/x-schemas/{}", choices.choose(OTHER_SCHEMAS)?)
        } else {
            format!("#/components/schemas/{}", choices.choose(SCHEMAS)?)
        };
        return Ok(json!({ "$ref": reference }));
    }
    if choices.ratio(1, 16)? {
        return Ok(choices.arbitrary::<bool>()?.into());
    }
    let mut schema = Map::new();
    if choices.ratio(7, 8)? {
        let kind = one_of(choices, TYPES)?;
        if choices.ratio(1, 8)? {
            schema.insert("type".to_owned(), json!([kind, one_of(choices, TYPES)?]));
        } else {
            schema.insert("type".to_owned(), kind);
        }
    }
    for _ in 0..choices.int_in_range(0..=4)? {
        let (keyword, value) = keyword(choices, depth + 1)?;
        schema.insert(keyword.to_owned(), value);
    }
    Ok(schema.into())
}

/// A keyword with something of the kind that belongs to it.
fn keyword(choices: &mut Unstructured<'_>, depth: usize) -> Result<(&'static str, Value)> {
    const OF_SCHEMA: &[&str] = &[
        "items",
        "additionalProperties",
        "not",
        "if",
        "then",
        "else",
        "contains",
        "propertyNames",
        "unevaluatedProperties",
        "unevaluatedItems",
        "contentSchema",
    ];
    const OF_SCHEMAS: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems"];
    const OF_NAMED_SCHEMAS: &[&str] = &[
        "properties",
        "properties",
        "properties",
        "patternProperties",
        "dependentSchemas",
        "$defs",
    ];
    const OF_NUMBER: &[&str] = &[
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    ];
    const OF_TEXT: &[&str] = &[
        "title",
        "description",
        "pattern",
        "format",
        "contentEncoding",
        "$id",
        "$anchor",
        "x-rust-name",
        "x-rust-type",
        "x-rust-derive",
    ];
    const OF_FLAG: &[&str] = &[
        "nullable",
        "readOnly",
        "writeOnly",
        "deprecated",
        "uniqueItems",
        "x-extensible-enum",
    ];
    Ok(match choices.int_in_range(0..=9)? {
        0 => (choices.choose(OF_SCHEMA)?, schema(choices, depth)?),
        1 => {
            let all: Vec<Value> = several(choices, 0..=3, |choices| schema(choices, depth))?;
            (choices.choose(OF_SCHEMAS)?, all.into())
        }
        2 | 3 => {
            let all: Map<_, _> = several(choices, 0..=4, |choices| {
                Ok((text(choices)?, schema(choices, depth)?))
            })?;
            (choices.choose(OF_NAMED_SCHEMAS)?, all.into())
        }
        4 => (choices.choose(OF_NUMBER)?, number(choices)?),
        5 => (choices.choose(OF_TEXT)?, text(choices)?.into()),
        6 => (
            choices.choose(OF_FLAG)?,
            choices.arbitrary::<bool>()?.into(),
        ),
        7 => ("format", one_of(choices, FORMATS)?),
        8 => {
            let all: Vec<Value> = several(choices, 0..=4, value)?;
            ("enum", all.into())
        }
        _ => remaining_keyword(choices)?,
    })
}

fn remaining_keyword(choices: &mut Unstructured<'_>) -> Result<(&'static str, Value)> {
    Ok(match choices.int_in_range(0..=4)? {
        0 => ("required", json!([text(choices)?, text(choices)?])),
        1 => ("default", value(choices)?),
        2 => ("const", value(choices)?),
        3 => (
            "discriminator",
            json!({
                "propertyName": text(choices)?,
                "mapping": { (text(choices)?): format!("#/components/schemas/{}", choices.choose(SCHEMAS)?) },
            }),
        ),
        _ => (
            "dependentRequired",
            json!({ (text(choices)?): [text(choices)?] }),
        ),
    })
}

fn number(choices: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match choices.int_in_range(0..=3)? {
        0 => choices.arbitrary::<i64>()?.into(),
        1 => choices.arbitrary::<u64>()?.into(),
        2 => choices.arbitrary::<f64>()?.into(),
        _ => choices.arbitrary::<u8>()?.into(),
    })
}
