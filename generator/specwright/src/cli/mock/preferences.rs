//! What a client would rather have: `Prefer: code=404, example=name, dynamic=true` (RFC 7240).

use axum::http::{HeaderMap, HeaderName, StatusCode};

use super::refusal::Refusal;

const PREFER: HeaderName = HeaderName::from_static("prefer");

/// What a client would rather have.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Preferences {
    /// The status.
    pub(super) code: Option<u16>,
    /// The example with this key.
    pub(super) example: Option<String>,
    /// Values that are made although there are examples.
    pub(super) dynamic: bool,
}

impl Preferences {
    /// The preferences of a request; others than these are not ours.
    pub(super) fn of(headers: &HeaderMap, dynamic: bool) -> Result<Self, Refusal> {
        let mut preferences = Self {
            dynamic,
            ..Self::default()
        };
        let fields = headers.get_all(PREFER).iter();
        let texts = fields.filter_map(|field| field.to_str().ok());
        for (name, value) in texts
            .flat_map(|text| text.split([',', ';']))
            .filter_map(pair)
        {
            match name.as_str() {
                "code" => preferences.code = Some(status(&value)?),
                "example" => preferences.example = Some(value),
                "dynamic" => preferences.dynamic = value != "false",
                _ => {}
            }
        }
        Ok(preferences)
    }
}

fn pair(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    let value = value.trim().trim_matches('"');
    Some((name.trim().to_ascii_lowercase(), value.to_owned()))
}

fn status(text: &str) -> Result<u16, Refusal> {
    let code = text.parse().ok().filter(|code| (200..600).contains(code));
    code.ok_or_else(|| {
        let detail = format!("`Prefer: code={text}` asks for no status that an answer can have");
        Refusal::new(StatusCode::NOT_FOUND, detail)
    })
}
