//! What operations become.

use super::{lowered, show};
use crate::ir::{Api, Codec, Location, Operation, Response, SecurityKind, StatusPattern, Style};

/// A document with these `paths` and what else it needs.
fn document(paths: &str) -> (Api, Vec<String>) {
    let indented: String = paths.lines().map(|line| format!("  {line}\n")).collect();
    lowered(&format!(
        "openapi: 3.0.3
info: {{title: T, version: '1'}}
security: [{{token: []}}]
paths:
{indented}
components:
  parameters:
    Page: {{name: page, in: query, schema: {{type: integer}}}}
  responses:
    Bad: {{description: bad, content: {{application/json: {{schema: {{type: object, properties: {{why: {{type: string}}}}}}}}}}}}
  securitySchemes:
    token: {{type: http, scheme: Bearer}}
    agent: {{type: http, scheme: bearer+agent}}
    key: {{type: apiKey, in: header, name: X-Key}}
"
    ))
}

fn only(api: &Api) -> &Operation {
    assert_eq!(api.operations.len(), 1);
    api.operations.first().unwrap()
}

const OK: &str = "responses: {'204': {description: ok}}";

#[test]
fn parameters_have_the_defaults_of_their_location() {
    let (api, said) = document(&format!(
        "/a/{{id}}/:
  parameters:
  - {{name: id, in: path, required: true, schema: {{type: string}}}}
  - {{name: q, in: query, schema: {{type: string}}}}
  get:
    parameters:
    - $ref: '#/components/parameters/Page'
    - {{name: q, in: query, required: true, schema: {{type: array, items: {{type: string}}}}, explode: false}}
    - {{name: deep, in: query, style: deepObject, schema: {{type: object}}}}
    - {{name: X-H, in: header, schema: {{type: string, default: h}}}}
    - {{name: Accept, in: header, schema: {{type: string}}}}
    - {{name: c, in: cookie, schema: {{type: string}}}}
    - {{name: j, in: query, content: {{application/json: {{schema: {{type: boolean}}}}}}}}
    {OK}"
    ));
    assert_eq!(said, Vec::<String>::new());
    let found: Vec<(&str, Location, Style, bool, bool)> = only(&api)
        .parameters
        .iter()
        .map(|one| {
            (
                one.name.as_str(),
                one.location,
                one.style,
                one.explode,
                one.required,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("id", Location::Path, Style::Simple, false, true),
            ("q", Location::Query, Style::Form, false, true),
            ("page", Location::Query, Style::Form, true, false),
            ("deep", Location::Query, Style::DeepObject, false, false),
            ("X-H", Location::Header, Style::Simple, false, false),
            ("c", Location::Cookie, Style::Form, true, false),
            ("j", Location::Query, Style::Form, true, false),
        ]
    );
    let header = only(&api).parameters.iter().find(|one| one.name == "X-H");
    assert_eq!(header.unwrap().default, Some("h".into()));
    let json = only(&api).parameters.last().unwrap();
    assert_eq!(json.content.as_deref(), Some("application/json"));
}

#[test]
fn bodies_and_responses_are_lowered() {
    let (api, said) = document(
        "/a:
  post:
    operationId: make
    requestBody:
      required: true
      content:
        application/json: {schema: {type: object, properties: {n: {type: string}}}}
        multipart/form-data:
          schema: {type: object, properties: {f: {type: string, format: binary}}}
          encoding: {f: {contentType: image/png}}
    responses:
      '201':
        description: made
        headers: {Location: {required: true, schema: {type: string}}}
        content: {application/json: {schema: {type: array, items: {type: integer}}}}
      200: {description: file, content: {application/json: {schema: {type: string, format: binary}}}}
      4XX: {$ref: '#/components/responses/Bad'}
      default: {description: '', content: {'*/*': {schema: {type: string}}}}",
    );
    assert_eq!(said, Vec::<String>::new());
    let operation = only(&api);
    let body = operation.body.as_ref().unwrap();
    assert!(body.required);
    let multipart = body.contents.last().unwrap();
    assert_eq!(multipart.codec, Codec::Multipart);
    assert_eq!(
        multipart.part_types,
        [("f".to_owned(), "image/png".to_owned())]
    );
    let shown = |response: &Response| {
        let content = response.contents.first().unwrap();
        let value = show(&api.types, &content.value.unwrap(), true);
        (response.status, content.codec, value)
    };
    let found: Vec<_> = operation.responses.iter().map(shown).collect();
    let expected = [
        (StatusPattern::Exact(201), Codec::Json, "[integer unstated]"),
        (StatusPattern::Exact(200), Codec::Bytes, "binary"),
        (
            StatusPattern::Range(4),
            Codec::Json,
            "{why?: text plain(none)}",
        ),
        (StatusPattern::Default, Codec::Json, "text plain(none)"),
    ];
    let expected: Vec<_> = expected
        .map(|(status, codec, text)| (status, codec, text.to_owned()))
        .into();
    assert_eq!(found, expected);
    let header = operation
        .responses
        .first()
        .unwrap()
        .headers
        .first()
        .unwrap();
    assert!(header.required);
    assert_eq!(operation.responses.last().unwrap().description, None);
}

#[test]
fn types_of_an_operation_are_named_for_it() {
    let (api, _) = document(
        "/a:
  post:
    operationId: make
    parameters: [{name: mode, in: query, schema: {type: string, enum: [x]}}]
    requestBody: {content: {application/json: {schema: {type: object}}}}
    responses:
      '200': {description: ok, content: {application/json: {schema: {type: object}}}}
      '400': {$ref: '#/components/responses/Bad'}",
    );
    let hints: Vec<String> = api
        .types
        .iter()
        .map(|(_, one)| format!("{:?}", one.hint))
        .collect();
    for expected in [
        "Derived([\"make\", \"mode\"])",
        "Derived([\"make\", \"request\"])",
        "Derived([\"make\", \"response\"])",
        "Derived([\"Bad\", \"response\"])",
    ] {
        assert!(
            hints.contains(&expected.to_owned()),
            "{expected} in {hints:?}"
        );
    }
}

#[test]
fn security_is_inherited_or_replaced() {
    let (api, said) = document(&format!(
        "/a: {{get: {{{OK}}}}}
/b: {{get: {{security: [{{key: [], agent: []}}, {{}}], {OK}}}}}
/c: {{get: {{security: [], {OK}}}}}"
    ));
    assert_eq!(said, Vec::<String>::new());
    let demanded: Vec<Vec<Vec<usize>>> = api
        .operations
        .iter()
        .map(|operation| {
            let schemes = operation.security.iter();
            schemes
                .map(|one| one.schemes.iter().map(|used| used.scheme.0).collect())
                .collect()
        })
        .collect();
    assert_eq!(demanded, [vec![vec![0]], vec![vec![2, 1], vec![]], vec![]]);
    let kinds: Vec<&SecurityKind> = api.schemes.iter().map(|scheme| &scheme.kind).collect();
    assert_eq!(kinds.first(), Some(&&SecurityKind::Bearer));
    assert_eq!(
        kinds.get(1),
        Some(&&SecurityKind::Authorization("bearer+agent".to_owned()))
    );
}

#[test]
fn operations_without_an_id_of_their_own_get_one() {
    let (api, said) = document(&format!(
        "/a/{{x}}:
  parameters: [{{name: x, in: path, required: true, schema: {{type: string}}}}]
  get: {{{OK}}}
  put: {{operationId: same, {OK}}}
/b: {{get: {{operationId: same, {OK}}}}}"
    ));
    let ids: Vec<(&str, bool)> = api
        .operations
        .iter()
        .map(|one| (one.id.as_str(), one.id_stated))
        .collect();
    assert_eq!(ids, [("get_a_x", false), ("same", true), ("get_b", false)]);
    assert_eq!(said, ["SW0108 #/paths/~1b/get/operationId"]);
}

#[test]
fn what_cannot_be_lowered_is_reported_and_left_out() {
    for (item, expected) in [
        ("/a/{x: {get: {OK}}", "SW0107 #/paths/~1a~1{x"),
        ("a: {get: {OK}}", "SW0107 #/paths/a"),
        (
            "/a: {get: {security: [{tokn: []}], OK}}",
            "SW0111 #/paths/~1a/get/security/0/tokn",
        ),
        (
            "/a: {get: {parameters: [{name: 'a b', in: header, schema: {}}], OK}}",
            "SW0103 #/paths/~1a/get/parameters/0/name",
        ),
        ("\"/a\\n\": {get: {OK}}", "SW0107 #/paths/~1a\n"),
        (
            "/a: {get: {parameters: [{name: q, in: querry, schema: {}}], OK}}",
            "SW0104 #/paths/~1a/get/parameters/0/in",
        ),
        (
            "/a: {get: {parameters: [{in: query, schema: {}}], OK}}",
            "SW0102 #/paths/~1a/get/parameters/0",
        ),
        (
            "/a: {get: {parameters: [{$ref: '#/components/parameters/No'}], OK}}",
            "SW0106 #/paths/~1a/get/parameters/0/$ref",
        ),
        (
            "/a: {get: {responses: {'200': 3}}}",
            "SW0103 #/paths/~1a/get/responses/200",
        ),
    ] {
        let item = item.replace("OK", OK);
        let (api, said) = document(&format!("{item}\n/z: {{get: {{operationId: z, {OK}}}}}"));
        assert_eq!(said.first().map(String::as_str), Some(expected), "{item}");
        assert_eq!(only(&api).id, "z", "{item}");
    }
}

#[test]
fn operations_that_need_a_broken_schema_are_left_out() {
    let (api, said) = document(&format!(
        "/a: {{get: {{responses: {{'200': {{description: '', content: {{application/json: {{schema: {{type: array, items: {{type: strng}}}}}}}}}}}}}}}}
/b: {{get: {{{OK}}}}}"
    ));
    assert_eq!(only(&api).id, "get_b");
    let schema = "#/paths/~1a/get/responses/200/content/application~1json/schema";
    assert_eq!(
        said,
        [
            format!("SW0104 {schema}/items/type"),
            "SW0201 #/paths/~1a/get".to_owned()
        ]
    );
}

#[test]
fn operations_that_share_a_broken_piece_are_left_out() {
    let (api, said) = document(&format!(
        "/a:
  parameters: [{{name: q, in: querry, schema: {{}}}}]
  get: {{{OK}}}
  put: {{{OK}}}
/b: {{get: {{{OK}}}}}"
    ));
    assert_eq!(only(&api).id, "get_b");
    assert_eq!(
        said,
        [
            "SW0104 #/paths/~1a/parameters/0/in",
            "SW0201 #/paths/~1a/get",
            "SW0201 #/paths/~1a/put"
        ]
    );
}

#[test]
fn harmless_breaches_are_tolerated() {
    for (item, expected) in [
        (
            "/a/{x}: {get: {parameters: [{name: x, in: path, schema: {type: string}}], OK}}",
            "SW0204 #/paths/~1a~1{x}/get/parameters/0",
        ),
        (
            "/a: {get: {parameters: [{name: q, in: query, style: simple, schema: {type: string}}], OK}}",
            "SW0104 #/paths/~1a/get/parameters/0/style",
        ),
        (
            "/a: {get: {responses: {'200': {}}}}",
            "SW0204 #/paths/~1a/get/responses/200",
        ),
        (
            "/a: {get: {parameters: [{name: x, in: path, required: true, schema: {type: string}}], OK}}",
            "SW0107 #/paths/~1a/get/parameters/0",
        ),
        ("/a/{x}: {get: {OK}}", "SW0107 #/paths/~1a~1{x}/get"),
        ("/a: {get: {}}", "SW0204 #/paths/~1a/get"),
        (
            "/a: {get: {tags: [1], OK}}",
            "SW0204 #/paths/~1a/get/tags/0",
        ),
        (
            "/a: {get: {sumary: x, OK}}",
            "SW0105 #/paths/~1a/get/sumary",
        ),
        (
            "/a: {get: {servers: [{url: /other}], OK}}",
            "SW0202 #/paths/~1a/get/servers",
        ),
    ] {
        let (api, said) = document(&item.replace("OK", OK));
        assert_eq!(said, [expected], "{item}");
        assert_eq!(api.operations.len(), 1, "{item}");
    }
}

#[test]
fn a_hole_whose_parameter_seems_to_be_misspelt_is_not_guessed() {
    let item = "/a/{pet}: {get: {parameters: [{name: pat, in: path, required: true, schema: {type: integer}}], OK}}";
    let (api, said) = document(&item.replace("OK", OK));
    let expected = [
        "SW0107 #/paths/~1a~1{pet}/get/parameters/0",
        "SW0107 #/paths/~1a~1{pet}/get",
    ];
    assert_eq!(said, expected);
    assert!(
        api.operations
            .iter()
            .all(|operation| operation.path.text != "/a/{pet}")
    );
}

#[test]
fn two_operations_on_the_same_requests_are_reported_and_kept_for_clients() {
    let parameter = "parameters: [{name: N, in: path, required: true, schema: {type: string}}]";
    let item = |name: &str| {
        let parameter = parameter.replace('N', name);
        format!("/a/{{{name}}}: {{get: {{{parameter}, {OK}}}}}")
    };
    let (api, said) = document(&format!("{}\n{}", item("x"), item("y")));
    assert_eq!(said, ["SW0109 #/paths/~1a~1{y}/get"]);
    let paths: Vec<&str> = api
        .operations
        .iter()
        .map(|one| one.path.text.as_str())
        .collect();
    assert_eq!(paths, ["/a/{x}", "/a/{y}"]);
}
