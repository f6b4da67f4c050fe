//! Documents that try to take all memory or time: each gets a clean message, within a part of both.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// What a check may take, in KiB of memory and in time. Debug builds are many times slower than what people use.
const MEMORY: u64 = 500 << 10;
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 40 } else { 2 });

/// An empty folder for the documents of a test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("attacks")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }
}

/// Checks a document, and gives what people see.
fn check(place: &Place, arguments: &str) -> String {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_specwright"))
        .arg("check")
        .args(arguments.split_whitespace())
        .current_dir(&place.0)
        .stderr(fs::File::create(place.0.join("said")).unwrap())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status = loop {
        let memory = peak(child.id());
        if memory > MEMORY || start.elapsed() > TIME {
            child.kill().unwrap();
            panic!("{arguments}: {memory} KiB, {:?}", start.elapsed());
        }
        match child.try_wait().unwrap() {
            Some(status) => break status.code(),
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let said = String::from_utf8_lossy(&fs::read(place.0.join("said")).unwrap()).into_owned();
    assert!(
        matches!(status, Some(0 | 1)),
        "{arguments}: {status:?}\n{said}"
    );
    assert!(!said.contains("panicked"), "{arguments}\n{said}");
    said
}

/// The most memory that a process had at any time, in KiB; 0 if it is no more.
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn schemas(members: impl Iterator<Item = (String, Value)>) -> String {
    let members: serde_json::Map<String, Value> = members.collect();
    let info = json!({ "title": "T", "version": "1" });
    json!({ "openapi": "3.1.1", "info": info, "components": { "schemas": members } }).to_string()
}

fn reference(number: usize) -> Value {
    json!({ "$ref": format!("#/components/schemas/A{number}") })
}

#[test]
fn what_exceeds_a_limit_is_told_which() {
    let place = Place::new("limits");
    let head = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths: {}\n";
    let bomb: String = ('b'..='i')
        .map(|name| {
            let before = char::from(name as u8 - 1);
            format!(
                "x-{name}: &{name} [{}]\n",
                vec![format!("*{before}"); 9].join(",")
            )
        })
        .collect();
    let flat = format!(
        "x-b: &b [{}]\nx-c: [{}]\n",
        "1,".repeat(20_000),
        "*b,".repeat(90)
    );
    let deep = 100_000;
    for (file, text, limit) in [
        ("bomb.yaml", format!("{head}x-a: &a [1]\n{bomb}"), "repeat"),
        ("flat.yaml", format!("{head}{flat}"), "`aliases`"),
        (
            "deep.json",
            format!("{{\"a\": {}", "[".repeat(deep)),
            "`depth`",
        ),
        (
            "deep.yaml",
            format!("{head}x-a: {}", "[".repeat(deep)),
            "`depth`",
        ),
        (
            "deeper.yaml",
            format!("{head}x-a:\n {}1", "- ".repeat(deep)),
            "`depth`",
        ),
        (
            "values.json",
            format!("{{\"a\": [{}1]}}", "1,".repeat(3_100_000)),
            "`nodes`",
        ),
        (
            "line.yaml",
            format!("{head}x-a: {}", "a".repeat(20 << 20)),
            "",
        ),
    ] {
        place.write(file, &text);
        let said = check(&place, file);
        assert!(said.contains(limit), "{file}: {said}");
        assert_eq!(said.contains("SW0004"), !limit.is_empty(), "{file}: {said}");
    }
    fs::File::create(place.0.join("huge.json"))
        .unwrap()
        .set_len(1 << 30)
        .unwrap();
    assert!(check(&place, "huge.json").contains("`bytes`"));
    let said = check(&place, "flat.yaml --limit aliases=9000000");
    assert!(!said.contains("error"), "{said}");
}

#[test]
fn what_leads_to_itself_ends() {
    let place = Place::new("circles");
    place.write("self.yaml", "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: 'self.yaml#/paths/~1a'}\n  /b: {$ref: 'other.yaml'}\ncomponents:\n  schemas:\n    A: {$ref: 'other.yaml#/x'}\n    B: {$ref: '#/components/schemas/B/properties/b'}\n    C: {oneOf: [{$ref: '#/components/schemas/C'}], allOf: [{$ref: '#/components/schemas/C'}], not: {$ref: '#/components/schemas/C'}}\n    D: {type: array, items: {$ref: '#/components/schemas/D'}}\n  parameters: {P: {$ref: '#/components/parameters/P'}}\n  responses: {R: {$ref: '#/components/responses/R'}}\n  headers: {H: {$ref: '#/components/headers/H'}}\n  examples: {E: {$ref: '#/components/examples/E'}}\n");
    place.write(
        "other.yaml",
        "$ref: self.yaml\nx: {$ref: 'self.yaml#/components/schemas/A'}\n",
    );
    assert!(check(&place, "self.yaml").contains("SW0106"));
    // Lists and maps behind aliases of their own, as a body and in a record.
    place.write("alias.yaml", "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths:\n  /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}, responses: {'204': {description: d}}}}\ncomponents:\n  schemas:\n    A: {anyOf: [{items: {$ref: '#/components/schemas/A'}}]}\n    B: {anyOf: [{additionalProperties: {$ref: '#/components/schemas/B'}}, {type: 'null'}]}\n    C: {properties: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/B'}}}\n");
    assert!(check(&place, "alias.yaml").contains("SW0401"));
}

#[test]
fn long_ways_and_wide_documents_take_little_time() {
    let place = Place::new("long");
    let many = 3000;
    let numbers = || (0..many).map(|number| (format!("A{number}"), number));
    let ends = |last: Value| std::iter::once((format!("A{many}"), last));
    let texts = || json!({ "type": "string" });
    // These are no components, so each is met only within the one before it.
    let nameless = |one: fn(Value) -> Value| {
        let inner = |number: usize| one(json!({ "$ref": format!("#/x-s/A{}", number + 1) }));
        let members = (0..many).map(|number| (format!("A{number}"), inner(number)));
        let members: serde_json::Map<String, Value> = members.chain(ends(texts())).collect();
        let info = json!({ "title": "T", "version": "1" });
        let first = json!({ "A": { "$ref": "#/x-s/A0" } });
        json!({ "openapi": "3.1.1", "info": info, "components": { "schemas": first }, "x-s": members }).to_string()
    };
    let documents = [
        ("chains", nameless(|next| json!({ "properties": { "next": next } })), false),
        ("conditions", schemas(numbers().map(|(name, number)| (name, json!({ "not": reference(number + 1) }))).chain(ends(texts()))), false),
        ("tuples", schemas((0..30).map(|number| (format!("A{number}"), json!({
            "type": "array", "prefixItems": [reference(number + 1), reference(number + 1)], "items": false,
        }))).chain(std::iter::once(("A30".to_owned(), json!({ "type": "string", "minLength": 1 }))))), false),
        // A way through all of a circle is long, though a walk that meets the nearest first finds none.
        ("circle", schemas((0..many).map(|number| (format!("A{number}"), json!({
            "oneOf": [reference((number + 1) % many), reference((number * 2) % many), { "type": "string" }],
        })))), true),
        ("pattern", schemas(std::iter::once(("A".to_owned(), json!({ "type": "string", "pattern": "(?:".repeat(14) + "a" + &"){5}".repeat(14) })))), false),
        ("aliases", schemas((0..800).map(|number| (format!("A{number}"), match number {
            0 => json!({ "oneOf": (1..800).map(reference).collect::<Vec<_>>(), "discriminator": { "propertyName": "a", "mapping": { "b": "A1" } } }),
            1 => reference(2),
            _ => reference(1),
        }))), false),
        ("heirs", schemas((0..1000).map(|number| (format!("A{number}"), match number {
            0 => json!({ "type": "object", "allOf": (1..1000).map(|heir| json!({ "title": format!("{heir}") })).collect::<Vec<_>>() }),
            _ => json!({ "allOf": [reference(0), { "properties": { "a": { "type": "string" } } }] }),
        }))), false),
        ("branches", schemas(std::iter::once(("A".to_owned(), json!({ "anyOf": (0..400).map(|number| {
            let mut members: serde_json::Map<String, Value> = (0..50).map(|one| (format!("m{one}"), json!({ "enum": ["a"] }))).collect();
            members.insert("kind".to_owned(), json!({ "enum": [format!("k{number}")] }));
            json!({ "type": "object", "properties": members })
        }).collect::<Vec<_>>() })))), false),
        ("joined", schemas((0..12).map(|number| (format!("A{number}"), match number {
            0 => json!({ "type": "object", "properties": { "a": { "allOf": [reference(0), reference(1)] }, "b": reference(0) } }),
            _ => json!({ "properties": { "a": reference(number + 1), "b": reference(number + 1) } }),
        })).chain([("A12".to_owned(), json!({ "type": "object" })), ("A".to_owned(), json!({ "allOf": [reference(0), reference(1)] }))])), true),
        ("references", schemas(numbers().map(|(name, number)| (name, reference(number + 1))).chain(ends(texts()))), true),
        ("parts", schemas(numbers().map(|(name, number)| (name, json!({ "allOf": [reference(number + 1), { "type": "object" }] }))).chain(ends(json!({})))), true),
        ("lists", schemas(numbers().map(|(name, number)| (name, json!({ "type": "array", "items": reference(number + 1) }))).chain(ends(texts()))), true),
        ("members", schemas(numbers().map(|(name, number)| (name, json!({ "properties": { "next": reference(number + 1) } }))).chain(ends(texts()))), false),
        ("nowhere", schemas(numbers().map(|(name, number)| (name, reference(number + many * 2)))), false),
        ("choices", schemas((0..40).map(|number| (format!("A{number}"), json!({
            "properties": { (format!("p{number}")): { "type": "string" } },
            "oneOf": [reference(number + 1), { "allOf": [reference(number + 1), { "properties": { "z": { "type": "string" } } }] }],
        }))).chain(std::iter::once(("A40".to_owned(), json!({ "type": "object" }))))), true),
        ("required", schemas(std::iter::once(("A".to_owned(), json!({ "type": "object", "required": (0..many).map(|number| format!("a{number}")).collect::<Vec<_>>() })))), false),
    ];
    for (name, text, exceeds) in documents {
        let file = format!("{name}.json");
        place.write(&file, &text);
        let said = check(&place, &file);
        assert_eq!(
            said.contains("SW0004"),
            exceeds,
            "{file}: {}",
            said.lines().take(9).collect::<Vec<_>>().join("\n")
        );
    }
}
