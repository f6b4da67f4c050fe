//! URIs: which of two is meant by a relative one (RFC 3986, section 5.2), and percent-encoding.

/// Whether a text begins with a scheme.
pub(super) fn is_absolute(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// The URI that a reference means beside a base, without its fragment.
pub(super) fn resolve(base: &str, reference: &str) -> String {
    let reference = without_fragment(reference);
    let base = without_fragment(base);
    if reference.is_empty() {
        return base.to_owned();
    }
    if is_absolute(reference) {
        return reference.to_owned();
    }
    let (scheme, rest) = match base.split_once(':') {
        Some((scheme, rest)) if is_absolute(base) => (format!("{scheme}:"), rest),
        _ => (String::new(), base),
    };
    if reference.starts_with("//") {
        return format!("{scheme}{reference}");
    }
    let (authority, path) = match rest.strip_prefix("//") {
        Some(after) => {
            let length = after.find(['/', '?']).unwrap_or(after.len());
            rest.split_at(length + 2)
        }
        None => ("", rest),
    };
    let path = path.split('?').next().unwrap_or_default();
    let (wanted, query) = match reference.split_once('?') {
        Some((wanted, query)) => (wanted, format!("?{query}")),
        None => (reference, String::new()),
    };
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let joined = if wanted.starts_with('/') || (path.is_empty() && authority.is_empty()) {
        wanted.to_owned()
    } else {
        format!("{folder}/{wanted}")
    };
    format!("{scheme}{authority}{}{query}", without_dots(&joined))
}

fn without_fragment(text: &str) -> &str {
    text.split_once('#').map_or(text, |(before, _)| before)
}

/// A path without `.` and `..` (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." if kept.len() > 1 || kept.first().is_some_and(|first| !first.is_empty()) => {
                kept.pop();
            }
            ".." => {}
            segment => kept.push(segment),
        }
    }
    kept.join("/")
}

/// The text with `%41` and the like replaced; `None` where there is none, or where they make no text.
pub(super) fn percent_decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        bytes.push(u8::from_str_radix(after.get(..2)?, 16).ok()?);
        rest = after.get(2..)?;
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        let base = "https://a.example/b/c/d.yaml?q#f";
        for (reference, expected) in [
            ("", "https://a.example/b/c/d.yaml?q"),
            ("e.yaml#/x", "https://a.example/b/c/e.yaml"),
            ("./e", "https://a.example/b/c/e"),
            ("../e?x=1", "https://a.example/b/e?x=1"),
            ("../../../e", "https://a.example/e"),
            ("/e", "https://a.example/e"),
            ("//b.example/e", "https://b.example/e"),
            ("urn:x:y", "urn:x:y"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
        assert_eq!(resolve("", "pet"), "pet");
        assert_eq!(resolve("schemas/a", "b"), "schemas/b");
        assert_eq!(resolve("https://a.example", "b"), "https://a.example/b");
    }

    #[test]
    fn percent_encoding_is_undone() {
        assert_eq!(percent_decoded("a%2Fb%C3%A4").as_deref(), Some("a/bä"));
        assert_eq!(percent_decoded("ab"), None);
        assert_eq!(percent_decoded("a%zz"), None);
    }
}
