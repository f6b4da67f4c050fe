//! `specwright mock`, asked over a socket.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use support::Place;

const MOCKED: &str = r##"
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://pets.example.org/v1 }]
paths:
  /pets:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1 } }
        - { name: tags, in: query, explode: false, schema: { type: array, items: { enum: [cat, dog] } } }
        - { name: X-Trace, in: header, required: true, schema: { type: string, format: uuid } }
      responses:
        '200':
          description: Pets.
          headers: { X-Total: { schema: { type: integer, example: 7 } } }
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
    post:
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Pet' } }
          application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Pet' } }
          multipart/form-data: { schema: { type: object, required: [photo], properties: { photo: { type: string, format: binary }, count: { type: integer } } } }
      responses:
        '201': { description: Made. }
        '422': { description: Wrong., content: { application/json: { schema: { type: object, required: [message], properties: { message: { const: wrong } } } } } }
  /pets/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: A pet.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              examples:
                broken: { value: { name: 7 } }
                rex: { $ref: '#/components/examples/Rex' }
                tom: { value: { name: Tom } }
            text/csv: { schema: { type: string }, example: "name\nRex\n" }
        '404': { description: None., content: { application/json: { schema: { const: nowhere } } } }
  /pets/mine:
    get: { responses: { '204': { description: Nothing. } } }
  /compare/{base}...{head}:
    get:
      parameters:
        - { name: base, in: path, required: true, schema: { type: integer } }
        - { name: head, in: path, required: true, schema: { type: integer } }
      responses: { '200': { description: Same., content: { text/plain: { schema: { type: string, const: same } } } } }
  /secret:
    get:
      security: [{ token: [] }, { key: [] }]
      responses: { '204': { description: Let in. } }
  /changes:
    get:
      responses:
        '200': { description: Changes., content: { application/jsonl: { schema: { type: object, required: [n], properties: { n: { type: integer } } } } } }
components:
  examples: { Rex: { value: { name: Rex } } }
  securitySchemes:
    token: { type: http, scheme: bearer }
    key: { type: apiKey, in: query, name: key }
  schemas:
    Pet:
      type: object
      required: [name]
      properties: { name: { type: string, minLength: 2 }, age: { type: integer } }
"##;

/// An answer that takes longer does not come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running mock that ends with the test.
struct Mock {
    child: Child,
    lines: BufReader<ChildStdout>,
    address: String,
}

impl Drop for Mock {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The value of a header field.
    fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines();
        let value = lines.find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        });
        value.unwrap_or_default()
    }

    /// The errors of a problem document: where, and which.
    fn problems(&self) -> Vec<String> {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let document = self.json();
        let errors = document["errors"].as_array().unwrap().iter();
        let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        errors
            .map(|one| {
                format!(
                    "{} {} {}",
                    text(one, "in"),
                    text(one, "pointer"),
                    text(one, "code")
                )
            })
            .collect()
    }
}

impl Mock {
    fn start(test: &str, arguments: &str) -> Self {
        let place = Place::new(test);
        place.write("api.yaml", MOCKED);
        let mut child = Command::new(env!("CARGO_BIN_EXE_specwright"))
            .args(["mock", "api.yaml", "--listen", "127.0.0.1:0"])
            .args(arguments.split_whitespace())
            .current_dir(&place.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut mock = Self {
            lines: BufReader::new(child.stdout.take().unwrap()),
            child,
            address: String::new(),
        };
        while mock.address.is_empty() {
            let line = mock.line();
            assert!(!line.is_empty(), "the command ended");
            if let Some((_, address)) = line.split_once("http://") {
                mock.address = address.to_owned();
            }
        }
        mock
    }

    /// The next line that the command prints.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        line.trim().to_owned()
    }

    fn ask(&self, line: &str, headers: &[&str], body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let headers: String = headers
            .iter()
            .map(|header| format!("{header}\r\n"))
            .collect();
        let length = body.len();
        write!(
            stream,
            "{line} HTTP/1.1\r\nhost: mock\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
        )
        .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    fn get(&self, target: &str, headers: &[&str]) -> Answer {
        self.ask(&format!("GET {target}"), headers, "")
    }

    fn post(&self, media_type: &str, body: &str) -> Answer {
        self.ask(
            "POST /pets",
            &[&format!("content-type: {media_type}")],
            body,
        )
    }
}

const TRACE: &str = "x-trace: 3fa85f64-5717-4562-b3fc-2c963f66afa6";

#[test]
fn examples_that_fit_are_answered_first() {
    let mock = Mock::start("mock-examples", "");
    let answer = mock.get("/pets/1", &[]);
    assert_eq!(
        (answer.status, answer.json()),
        (200, json!({ "name": "Rex" }))
    );
    assert_eq!(answer.header("content-type"), "application/json");
    let base = mock.get("/v1/pets/1", &[]);
    assert_eq!(
        base.json(),
        json!({ "name": "Rex" }),
        "the path of the server's URL may stand before"
    );
    let listed = mock.get("/pets?limit=1&tags=cat,dog", &[TRACE]);
    assert_eq!(listed.json(), json!([{ "name": "text", "age": 1 }]));
    assert_eq!(listed.header("x-total"), "7");
}

#[test]
fn a_client_can_say_what_it_wants() {
    let mock = Mock::start("mock-prefer", "");
    let prefer = |what: &str| mock.get("/pets/1", &[&format!("prefer: {what}")]);
    assert_eq!(prefer("example=tom").json(), json!({ "name": "Tom" }));
    assert_eq!(prefer("example=broken").json(), json!({ "name": 7 }));
    assert_eq!(
        prefer("dynamic=true").json(),
        json!({ "name": "text", "age": 1 })
    );
    let other = prefer("code=404");
    assert_eq!((other.status, other.json()), (404, json!("nowhere")));
    assert_eq!(prefer("code=500").status, 404, "there is no such response");
    assert_eq!(
        prefer("example=nobody").status,
        404,
        "there is no such example"
    );
    let csv = mock.get("/pets/1", &["accept: text/csv, application/json;q=0.5"]);
    assert_eq!(
        (csv.header("content-type"), csv.body.as_str()),
        ("text/csv", "name\nRex\n")
    );
    assert_eq!(mock.get("/pets/1", &["accept: image/png"]).status, 406);
}

#[test]
fn the_same_seed_makes_the_same_values() {
    let dynamic = "prefer: dynamic=true";
    let (one, same) = (
        Mock::start("mock-seed", "--seed 5"),
        Mock::start("mock-same", "--seed 5 --dynamic"),
    );
    let made = one.get("/pets/1", &[dynamic]).json();
    assert_eq!(made, same.get("/pets/1", &[]).json());
    let other = Mock::start("mock-other", "");
    assert_ne!(made, other.get("/pets/1", &[dynamic]).json());
    let changes = one.get("/changes", &[]);
    assert_eq!(changes.header("content-type"), "application/jsonl");
    let items = changes
        .body
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    assert!(items.map(|item| assert!(item["n"].is_i64())).count() > 1);
}

#[test]
fn paths_and_methods_are_found() {
    let mock = Mock::start("mock-routes", "");
    assert_eq!(mock.get("/pets/mine", &[]).status, 204);
    assert_eq!(mock.get("/compare/1...2", &[]).body, "same");
    assert_eq!(mock.get("/compare/1..2", &[]).status, 404);
    assert_eq!(mock.get("/nowhere", &[]).status, 404);
    let wrong = mock.ask("DELETE /pets", &[], "");
    assert_eq!(
        (wrong.status, wrong.header("allow")),
        (405, "GET, HEAD, OPTIONS, POST")
    );
    let options = mock.ask("OPTIONS /pets/1", &[], "");
    assert_eq!(
        (options.status, options.header("allow")),
        (204, "GET, HEAD, OPTIONS")
    );
    let head = mock.ask("HEAD /pets/1", &[], "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), "14");
}

#[test]
fn everything_that_is_wrong_with_a_request_is_said() {
    let mut mock = Mock::start("mock-refusals", "");
    let wrong = mock.get("/pets?limit=0&tags=cow", &["x-trace: 1"]);
    assert_eq!(wrong.status, 400);
    let expected = [
        "query limit minimum",
        "query tags/0 value",
        "header X-Trace format",
    ];
    assert_eq!(wrong.problems(), expected);
    assert!(mock.line().starts_with("400 GET /pets?limit=0"));
    assert_eq!(mock.line(), "query limit: must be at least 1");
    assert_eq!(
        mock.get("/pets", &[]).problems(),
        ["header X-Trace required"]
    );
    assert_eq!(mock.get("/pets/x", &[]).problems(), ["path id type"]);
}

#[test]
fn bodies_are_held_against_their_media_types() {
    let mock = Mock::start("mock-bodies", "");
    let declared = mock.post("application/json", r#"{"name": "x", "age": "1"}"#);
    assert_eq!(
        (declared.status, declared.json()),
        (422, json!({ "message": "wrong" }))
    );
    let said: Value = serde_json::from_str(declared.header("specwright-problems")).unwrap();
    assert_eq!(said[0]["pointer"], "/name");
    assert_eq!(said[1]["pointer"], "/age");
    let multipart = |parts: &str| {
        mock.post(
            "multipart/form-data; boundary=b",
            &parts.replace('\n', "\r\n"),
        )
        .status
    };
    let photo = "--b\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\n\n\u{0}\n";
    let count =
        |text: &str| format!("--b\nContent-Disposition: form-data; name=\"count\"\n\n{text}\n");
    for (status, expected) in [
        (
            mock.post("application/json", r#"{"name": "Rex"}"#).status,
            201,
        ),
        (mock.post("application/json", "{").status, 422),
        (mock.post("application/json", "").status, 422),
        (
            mock.post("application/x-www-form-urlencoded", "name=Rex&age=3")
                .status,
            201,
        ),
        (
            mock.post("application/x-www-form-urlencoded", "name=Rex&age=x")
                .status,
            422,
        ),
        (multipart(&format!("{photo}{}--b--\n", count("3"))), 201),
        (multipart(&format!("{photo}{}--b--\n", count("x"))), 422),
        (multipart(&format!("{}--b--\n", count("3"))), 422),
        (mock.post("text/plain", "Rex").status, 415),
        (mock.ask("POST /pets", &[], "Rex").status, 415),
    ] {
        assert_eq!(status, expected);
    }
}

#[test]
fn nobody_is_let_in_without_credentials() {
    let mock = Mock::start("mock-security", "");
    let refused = mock.get("/secret", &[]);
    assert_eq!(
        (refused.status, refused.header("www-authenticate")),
        (401, "Bearer")
    );
    assert_eq!(
        mock.get("/secret", &["authorization: Basic eA=="]).status,
        401
    );
    assert_eq!(
        mock.get("/secret", &["authorization: Bearer x"]).status,
        204
    );
    assert_eq!(mock.get("/secret?key=x", &[]).status, 204);
}

#[test]
fn what_cannot_be_served_is_told() {
    let place = Place::new("mock-nothing");
    let run = place.run("mock api.yaml --listen nowhere");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("nowhere"), "{}", run.stderr);
    place.write(
        "api.yaml",
        "openapi: 3.1.0\ninfo: { title: Empty, version: '1' }\npaths: {}\n",
    );
    assert_eq!(place.run("mock api.yaml --listen 127.0.0.1:0").status, 1);
}

#[test]
fn programs_in_browsers_may_ask() {
    let mock = Mock::start("mock-browsers", "");
    let origin = "origin: http://localhost:3000";
    let wanted = [
        origin,
        "access-control-request-method: POST",
        "access-control-request-headers: x-trace",
    ];
    let first = mock.ask("OPTIONS /pets", &wanted, "");
    assert_eq!(
        (first.status, first.header("access-control-allow-methods")),
        (204, "POST")
    );
    assert_eq!(first.header("access-control-allow-headers"), "x-trace");
    let then = mock.get("/pets/1", &[origin]);
    assert_eq!(
        then.header("access-control-allow-origin"),
        "http://localhost:3000"
    );
    assert_eq!(
        mock.get("/pets/1", &[])
            .header("access-control-allow-origin"),
        ""
    );
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well() {
    let mut mock = Mock::start("mock-end", "");
    let id = mock.child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(sent.success());
    assert!(mock.child.wait().unwrap().success());
}
