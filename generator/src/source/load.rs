//! Opening a document: bytes, encoding, and the choice between JSON and YAML.

use std::io::Read;
use std::path::Path;

use super::limits::exceeded;
use super::read::read;
use super::{Format, Input, Limits, Node, SourceFile, Sources};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Reads the root document, which is the first of the sources. `None` where it cannot be read; the diagnostics say why.
pub fn load(
    input: &Input,
    limits: &Limits,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let file = sources.files.first_mut()?;
    if let Input::File(path) = input {
        let text = read_text(path, limits).map_err(|diagnostic| diagnostics.push(diagnostic));
        file.text = without_byte_order_mark(text.ok()?);
        file.format = detect(&file.text);
    }
    read(&file.text, file.format, 0, limits, diagnostics)
}

/// Reads a TOML file, and adds it to `sources`; its index there and its table. `None` where it cannot be read; the
/// diagnostics say why.
pub fn load_toml(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(usize, Node)> {
    let limits = Limits::default();
    let index = sources.add(SourceFile::unread(path, Format::Toml));
    let text = read_text(path, &limits)
        .map_err(|diagnostic| diagnostics.push(diagnostic))
        .ok()?;
    let file = sources.files.get_mut(index)?;
    file.text = without_byte_order_mark(text);
    read(&file.text, Format::Toml, index, &limits, diagnostics).map(|node| (index, node))
}

/// Reads another YAML or JSON file, and adds it to `sources`; its index there and its root. `None` where it cannot be read;
/// the diagnostics say why.
pub(super) fn load_more(
    path: &Path,
    limits: &Limits,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(usize, Node)> {
    let index = sources.add(SourceFile::unread(path, Format::Yaml));
    let text = read_text(path, limits)
        .map_err(|diagnostic| diagnostics.push(diagnostic))
        .ok()?;
    let file = sources.files.get_mut(index)?;
    file.text = without_byte_order_mark(text);
    file.format = detect(&file.text);
    read(&file.text, file.format, index, limits, diagnostics).map(|node| (index, node))
}

fn read_text(path: &Path, limits: &Limits) -> Result<String, Diagnostic> {
    let shown = path.display();
    let unreadable = |reason: String| {
        Diagnostic::error(
            Code::Unreadable,
            format!("{shown} cannot be read: {reason}"),
        )
    };
    let bytes = bytes_of(path, limits).map_err(|error| unreadable(error.to_string()))?;
    let Some(bytes) = bytes else {
        return Err(exceeded(
            "bytes",
            &format!("{shown} is too large"),
            limits.bytes,
        ));
    };
    text_of(bytes).map_err(|reason| unreadable(reason).help("save the file as UTF-8"))
}

/// What a file holds; `None` where that is more than the limit.
pub(super) fn bytes_of(path: &Path, limits: &Limits) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size <= limits.bytes {
        // What is no plain file, or grows, has another length than it says.
        file.take(limits.bytes.saturating_add(1))
            .read_to_end(&mut bytes)?;
    }
    let fits = size.max(bytes.len() as u64) <= limits.bytes;
    Ok(fits.then_some(bytes))
}

/// The text that bytes are: UTF-8, or UTF-16 that begins with a byte order mark.
///
/// # Errors
/// Why they are no text.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => {
            return String::from_utf8(bytes).map_err(|error| {
                let valid = error.utf8_error().valid_up_to();
                format!("it is not UTF-8 text, byte {valid} is part of no character")
            });
        }
    };
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| unit(pair.try_into().unwrap_or_default()))
        .collect();
    String::from_utf16(&units).map_err(|_| "it is not UTF-16 text".to_owned())
}

pub(super) fn without_byte_order_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// JSON begins with a bracket; all else is YAML. (YAML may begin so too, but its flow style is then JSON for all we
/// have seen, and serde_json reads escapes that the YAML reader refuses.)
pub(super) fn detect(text: &str) -> Format {
    match text.trim_start().chars().next() {
        Some('{' | '[') => Format::Json,
        _ => Format::Yaml,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::source::Number;

    fn load_text(text: &str) -> (Option<Node>, Vec<String>) {
        let input = Input::Text {
            name: "test".to_owned(),
            text: text.to_owned(),
        };
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::new(&input);
        let node = load(&input, &Limits::default(), &mut sources, &mut diagnostics);
        let said = diagnostics
            .iter()
            .map(|one| {
                let place = one.place.as_ref().unwrap();
                format!("{} {place} {}", one.code.as_str(), one.message)
            })
            .collect();
        (node, said)
    }

    fn node(text: &str) -> Node {
        let (node, said) = load_text(text);
        assert_eq!(said, Vec::<String>::new(), "{text}");
        node.unwrap()
    }

    #[test]
    fn yaml_and_json_give_the_same_tree() {
        let json = node(r#"{"a": [1, -2.5, true, null], "b": {"c": "\ud83d\ude00"}}"#);
        let yaml = node("a: [1, -2.5, true, ~]\nb:\n  c: 😀\n");
        assert_eq!(json, yaml);
    }

    #[test]
    fn byte_order_mark_and_windows_line_ends_are_accepted() {
        let plain = node("a: 1\nb: x\n");
        assert_eq!(node("\u{feff}a: 1\r\nb: x\r\n"), plain);
        assert_eq!(node("\u{feff}{\"a\": 1,\r\n \"b\": \"x\"}"), plain);
    }

    #[test]
    fn text_may_be_utf_16_with_a_byte_order_mark() {
        let little = b"\xff\xfea\0:\0 \0\xe4\0".to_vec();
        let big = b"\xfe\xff\0a\0:\0 \0\xe4".to_vec();
        for bytes in [little, big] {
            assert_eq!(text_of(bytes).unwrap(), "\u{feff}a: ä");
        }
        assert!(text_of(b"\xffa".to_vec()).is_err());
    }

    #[test]
    fn keys_are_text_whatever_yaml_makes_of_them() {
        let keys = node("200: a\ntrue: b\n1.10: c\n~: d\n");
        let keys: Vec<&str> = keys.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["200", "true", "1.10", "~"]);
    }

    #[test]
    fn integers_keep_their_digits() {
        for text in [
            "-9223372036854775808",
            "-9223372036854776000",
            "18446744073709551616",
            "170141183460469231731687303715884105728",
        ] {
            assert_eq!(node(text).as_number().map(Number::as_str), Some(text));
        }
    }

    #[test]
    fn merge_keys_and_anchors_are_followed() {
        let tree = node(
            "base: &base {a: 1, b: 2}\nuse:\n  <<: *base\n  b: 3\nlist: {<<: [*base, {c: 4}]}\n",
        );
        assert_eq!(tree.get("use"), Some(&node("{\"b\": 3, \"a\": 1}")));
        assert_eq!(
            tree.get("list"),
            Some(&node("{\"a\": 1, \"b\": 2, \"c\": 4}"))
        );
        assert_eq!(node(r#"{"<<": {"a": 1}}"#).get("a"), None);
    }

    #[test]
    fn tags_of_ones_own_are_dropped() {
        assert_eq!(
            node("a: !mine text\n").get("a"),
            Some(&Node::Text("text".into()))
        );
    }

    #[test]
    fn duplicate_keys_are_reported_and_the_first_is_used() {
        for text in [
            "a: {x: 1}\nb:\n  c: 1\n  c: 2\n",
            r#"{"a": 1, "b": {"c": 1, "c": 2}}"#,
        ] {
            let (tree, said) = load_text(text);
            assert_eq!(
                said,
                ["SW0003 #/b/c the key `c` stands twice in the same object"]
            );
            let kept = tree.unwrap().get("b").and_then(|b| b.get("c").cloned());
            assert_eq!(kept, Some(node("1")));
        }
    }

    #[test]
    fn what_cannot_be_parsed_is_reported_with_its_place() {
        let deep = format!("{}{}", "[".repeat(300), "]".repeat(300));
        let deep_yaml = format!("a: {deep}");
        let directives = "%TAG !a! tag:a,2000:\n".repeat(101) + "---\na: 1\n";
        for (text, expected) in [
            ("", "SW0002 1:1 the file is empty"),
            ("  \n", "SW0002 1:1 the file is empty"),
            (
                "a: 1\nb: [1, 2\nc: 3\n",
                "SW0002 3:2 not valid YAML: did not find expected ',' or ']'",
            ),
            (
                "a: 1\n---\nb: 2\n",
                "SW0002 3:1 the file holds more than one YAML document",
            ),
            (
                "{\"a\": 1,\n \"b\" 2}",
                "SW0002 2:6 not valid JSON: expected `:`",
            ),
            (
                "{\"a\": 1} x",
                "SW0002 1:10 not valid JSON: trailing characters",
            ),
            (
                &deep,
                "SW0004 1:128 objects and lists are nested too deeply: the limit `depth` is 128",
            ),
            (
                &deep_yaml,
                "SW0004 1:132 objects and lists are nested too deeply: the limit `depth` is 128",
            ),
            (
                &directives,
                "SW0004 101:1 the YAML text has more than 100 directives",
            ),
            (
                "? [a, b]\n: c\n",
                "SW0002 1:3 not valid YAML: invalid type: sequence, expected a key that is text",
            ),
        ] {
            let (node, said) = load_text(text);
            assert_eq!(said, [expected], "{text}");
            assert!(node.is_none());
        }
    }

    #[test]
    fn a_missing_file_is_reported() {
        let input = Input::File("no/such/file.yaml".into());
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::new(&input);
        assert!(load(&input, &Limits::default(), &mut sources, &mut diagnostics).is_none());
        assert!(diagnostics.iter().all(|one| one.code == Code::Unreadable));
        assert!(diagnostics.has_errors());
        assert_eq!(sources.iter().count(), 1);
    }
}
