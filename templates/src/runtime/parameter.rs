//! Parameter styles (OpenAPI 3.x, "Style Values") and the percent-encoding they share.

use ::percent_encoding::{
    AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode,
};
use ::std::borrow::Cow;

/// How the text of a parameter is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Path and header: `a,b`; exploded objects `k=v,k=v`.
    Simple,
    /// Path: `.a,b`; exploded `.a.b`.
    Label,
    /// Path: `;name=a,b`; exploded `;name=a;name=b`.
    Matrix,
    /// Query, cookie, form body: `name=a,b`; exploded `name=a&name=b`.
    Form,
    /// Query: `name=a%20b`.
    SpaceDelimited,
    /// Query: `name=a%7Cb`.
    PipeDelimited,
    /// Query: `name[key]=value`, nested as `name[key][key]=value`.
    DeepObject,
}

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const ALL_BUT_UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// For `allowReserved`: the reserved characters (RFC 3986, section 2.2) and `%` pass, as in RFC 6570,
/// section 3.2.3, save those that would end the value or that no query may hold: `#`, `&`, `+`, `[`, `]`.
const NOT_ALLOWED_IN_VALUE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// For the fixed parts of a path template: what a path may not hold (RFC 3986, section 3.3).
const NOT_ALLOWED_IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Appends a text, with all but the unreserved characters percent-encoded. A space becomes `%20`.
pub fn push_encoded(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, ALL_BUT_UNRESERVED));
}

/// Appends a text, with the reserved characters left as they are (`allowReserved`).
pub fn push_reserved(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, NOT_ALLOWED_IN_VALUE));
}

/// Appends a fixed part of a path template.
pub fn push_fixed(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, NOT_ALLOWED_IN_PATH));
}

/// How a text was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Not at all: header fields.
    Plain,
    /// Percent-encoded: path segments and cookies.
    Percent,
    /// Percent-encoded, with `+` for a space: queries and forms.
    Form,
}

impl Encoding {
    /// The text that was encoded; `None` where it is not UTF-8.
    pub fn decode<'t>(self, raw: &'t str) -> Option<Cow<'t, str>> {
        match self {
            Self::Plain => Some(Cow::Borrowed(raw)),
            Self::Percent => percent_decode_str(raw).decode_utf8().ok(),
            Self::Form if raw.contains('+') => {
                let spaced = raw.replace('+', " ");
                let text = percent_decode_str(&spaced).decode_utf8().ok()?;
                Some(Cow::Owned(text.into_owned()))
            }
            Self::Form => percent_decode_str(raw).decode_utf8().ok(),
        }
    }
}
