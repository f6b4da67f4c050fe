//! Whether a caller takes JSON (RFC 9110, section 12.5.1, as Django REST framework reads it: weights and parameters
//! do not count).

use http::{HeaderMap, header::ACCEPT};

/// Whether the `Accept` header, if there is one, lets JSON through.
pub(super) fn accepts_json(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(ACCEPT).iter().peekable();
    values.peek().is_none()
        || values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(is_json)
}

fn is_json(range: &str) -> bool {
    let media_type = range.split(';').next().unwrap_or_default().trim();
    ["*/*", "application/*", "application/json"]
        .iter()
        .any(|wanted| media_type.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn accepts(value: &'static str) -> bool {
        accepts_json(&HeaderMap::from_iter([(
            ACCEPT,
            HeaderValue::from_static(value),
        )]))
    }

    #[test]
    fn json_and_wildcards_are_enough() {
        assert!(accepts_json(&HeaderMap::new()));
        for value in [
            "*/*",
            "application/json",
            "application/*; q=0.1",
            "text/html, Application/JSON;indent=2",
        ] {
            assert!(accepts(value), "{value}");
        }
    }

    #[test]
    fn other_media_types_are_not() {
        for value in [
            "text/html",
            "application/xml",
            "application/problem+json",
            "",
        ] {
            assert!(!accepts(value), "{value}");
        }
    }
}
