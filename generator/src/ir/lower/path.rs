//! Path templates, cut into text and holes.

use std::collections::BTreeSet;

use crate::ir::operation::{PathPart, PathTemplate};

/// Cuts a template; `Err` says what is wrong with it.
pub(super) fn parse(text: &str) -> Result<PathTemplate, String> {
    let mut parts = Vec::new();
    let mut holes = BTreeSet::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            return Err(format!("`{text}` has a `{{` without a `}}`"));
        };
        // Some write the style into the hole, as URI templates do (RFC 6570): `{.id}`, `{;id*}`. The parameter says it too.
        let name = name
            .trim_start_matches(['.', ';', '+'])
            .trim_end_matches('*');
        if name.is_empty() || name.contains('{') {
            return Err(format!("`{text}` has a hole without a proper name"));
        }
        if before.contains('}') {
            break;
        }
        if !before.is_empty() {
            parts.push(PathPart::Text(before.to_owned()));
        }
        if !holes.insert(name) {
            return Err(format!("`{text}` has the hole `{name}` twice"));
        }
        parts.push(PathPart::Hole(name.to_owned()));
        rest = behind;
    }
    if rest.contains('}') {
        return Err(format!("`{text}` has a `}}` without a `{{`"));
    }
    if !rest.is_empty() {
        parts.push(PathPart::Text(rest.to_owned()));
    }
    Ok(PathTemplate {
        text: text.to_owned(),
        parts,
    })
}

/// The template of a webhook: its id, with all but unreserved characters encoded (RFC 3986, section 2.3).
pub(super) fn of_webhook(id: &str) -> PathTemplate {
    let mut text = "/".to_owned();
    for byte in id.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    PathTemplate {
        parts: vec![PathPart::Text(text.clone())],
        text,
    }
}

/// The template with the names of its holes taken away: two templates of equal form match the same requests.
pub(super) fn form(template: &PathTemplate) -> String {
    let parts = template.parts.iter().map(|part| match part {
        PathPart::Text(text) => unescaped(text),
        PathPart::Hole(_) => "{}".to_owned(),
    });
    parts.collect()
}

/// A text without escapes of letters and digits, which need none (RFC 3986, section 6.2.2.2).
fn unescaped(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut plain = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let byte = piece
            .get(..2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (byte, piece.get(2..)) {
            (Some(byte), Some(rest)) if byte.is_ascii_alphanumeric() => {
                plain.push(char::from(byte));
                plain.push_str(rest);
            }
            _ => {
                plain.push('%');
                plain.push_str(piece);
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_cut_into_text_and_holes() {
        let text = |text: &str| PathPart::Text(text.to_owned());
        let hole = |name: &str| PathPart::Hole(name.to_owned());
        for (template, expected) in [
            ("/", vec![text("/")]),
            ("/{;a*}", vec![text("/"), hole("a")]),
            ("/users/{id}/", vec![text("/users/"), hole("id"), text("/")]),
            (
                "/{a}...{b}",
                vec![text("/"), hole("a"), text("..."), hole("b")],
            ),
        ] {
            assert_eq!(parse(template).map(|one| one.parts), Ok(expected));
        }
    }

    #[test]
    fn broken_templates_are_refused() {
        for template in ["/{a", "/a}", "/{}", "/{a}/{a}", "/{{a}}", "/a}{b}"] {
            assert!(parse(template).is_err(), "{template}");
        }
    }

    #[test]
    fn templates_that_differ_in_names_only_have_the_same_form() {
        let of = |template: &str| parse(template).map(|one| form(&one));
        assert_eq!(of("/a/{x}/b"), of("/a/{y}/b"));
        assert_ne!(of("/a/{x}/b"), of("/a/{x}/c"));
    }
}
