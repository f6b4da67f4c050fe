//! Swagger 2.0 documents mean the same as their OpenAPI 3 equivalents.

use super::{component, lowered, show};
use crate::ir::{Api, ApiKeyLocation, Codec, SecurityKind, Style};

const DOCUMENT: &str = "
swagger: '2.0'
info: {title: T, version: '1'}
host: api.example.com
basePath: /v1
schemes: [https, http]
consumes: [application/json]
produces: [application/json, application/xml]
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, in: query, name: k}
  machine: {type: oauth2, flow: application, tokenUrl: https://example.com/token, scopes: {a: b}}
parameters:
  Page: {name: page, in: query, type: integer, format: int32, default: 1, required: false}
responses:
  Bad: {description: bad, schema: {$ref: '#/definitions/Pet'}}
definitions:
  Pet: {type: object, required: [name], properties: {name: {type: string, x-nullable: true}}}
paths:
  /pets/{id}:
    parameters:
    - {name: id, in: path, type: string}
    put:
      operationId: putPet
      parameters:
      - $ref: '#/parameters/Page'
      - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: pipes}
      - {name: pet, in: body, description: the pet, required: true, schema: {$ref: '#/definitions/Pet'}}
      responses:
        200: {description: ok, schema: {$ref: '#/definitions/Pet'}, headers: {X-N: {type: integer}}}
        default: {$ref: '#/responses/Bad'}
    post:
      operationId: uploadPet
      consumes: [multipart/form-data]
      produces: [application/octet-stream]
      parameters:
      - {name: photo, in: formData, type: file, required: true}
      - {name: note, in: formData, type: string}
      responses:
        200: {description: ok, schema: {type: file}}
";

fn api() -> Api {
    let (api, said) = lowered(DOCUMENT);
    assert_eq!(said, Vec::<String>::new());
    api
}

#[test]
fn servers_and_schemes_are_read() {
    let api = api();
    let urls: Vec<&str> = api
        .servers
        .iter()
        .map(|server| server.url.as_str())
        .collect();
    assert_eq!(
        urls,
        ["https://api.example.com/v1", "http://api.example.com/v1"]
    );
    let kinds: Vec<SecurityKind> = api.schemes.into_iter().map(|scheme| scheme.kind).collect();
    assert_eq!(
        kinds,
        [
            SecurityKind::Basic,
            SecurityKind::ApiKey {
                location: ApiKeyLocation::Query,
                name: "k".to_owned()
            },
            SecurityKind::OAuth2 {
                token_url: Some("https://example.com/token".to_owned())
            },
        ]
    );
}

#[test]
fn parameters_and_bodies_are_read() {
    let api = api();
    let put = api.operations.first().unwrap();
    let parameters: Vec<(&str, String, Style, bool)> = put
        .parameters
        .iter()
        .map(|one| {
            (
                one.name.as_str(),
                show(&api.types, &one.value, true),
                one.style,
                one.required,
            )
        })
        .collect();
    assert_eq!(
        parameters,
        [
            ("id", "text plain(none)".to_owned(), Style::Simple, true),
            ("page", "integer int32".to_owned(), Style::Form, false),
            (
                "tags",
                "[text plain(none)]".to_owned(),
                Style::PipeDelimited,
                false
            ),
        ]
    );
    let body = put.body.as_ref().unwrap();
    assert_eq!(body.description.as_deref(), Some("the pet"));
    let content = body.contents.first().unwrap();
    assert_eq!(content.media_type, "application/json");
    assert_eq!(show(&api.types, &content.value.unwrap(), false), "Pet");
    assert_eq!(component(&api, "Pet"), "{name: text plain(none)|null}");
}

#[test]
fn form_parameters_make_up_one_body() {
    let api = api();
    let post = api.operations.last().unwrap();
    let content = post.body.as_ref().unwrap().contents.first().unwrap();
    assert_eq!(content.codec, Codec::Multipart);
    let value = show(&api.types, &content.value.unwrap(), true);
    assert_eq!(value, "{photo: binary, note?: text plain(none)}");
    let answer = post.responses.first().unwrap().contents.first().unwrap();
    assert_eq!(answer.codec, Codec::Bytes);
}

#[test]
fn responses_have_the_media_types_of_produces() {
    let api = api();
    let put = api.operations.first().unwrap();
    let ok = put.responses.first().unwrap();
    let media_types: Vec<&str> = ok
        .contents
        .iter()
        .map(|one| one.media_type.as_str())
        .collect();
    assert_eq!(media_types, ["application/json", "application/xml"]);
    assert_eq!(ok.headers.first().unwrap().name, "X-N");
}
