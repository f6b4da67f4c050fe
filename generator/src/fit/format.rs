//! Texts of a format (RFC 3339, RFC 3986, RFC 4122, RFC 4648, RFC 5321, ISO 8601).

use std::net::{Ipv4Addr, Ipv6Addr};

use super::report::Report;
use crate::ir::TextFormat;
use crate::pattern::matches;

const UUID: &str = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
const TIME: &str =
    r"^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([zZ]|[+-]([01]\d|2[0-3]):[0-5]\d)$";
const DURATION: &str =
    r"^-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?$";
const BASE64: &str = r"^[A-Za-z0-9+/_\-\s]*={0,2}\s*$";

const URI: &str = r"^[A-Za-z][A-Za-z0-9+.\-]*:([!#$&-;=?-Z\[\]_a-z~]|%[0-9A-Fa-f]{2})*$";
const URI_REFERENCE: &str = r"^([!#$&-;=?-Z\[\]_a-z~]|%[0-9A-Fa-f]{2})*$";
const EMAIL: &str = r"^[^\s@]+@[^\s@]+$";

/// A text of a format; of those that are plain text, only some that everybody means the same by are looked at.
pub(super) fn check(text: &str, format: &TextFormat, report: &mut Report) {
    let (fits, what) = match format {
        TextFormat::Plain(name) => match name.as_deref() {
            Some("uri") => (matches(URI, text), "a URI"),
            Some("uri-reference") => (matches(URI_REFERENCE, text), "a URI or a part of one"),
            Some("email") => (matches(EMAIL, text), "an email address"),
            _ => return,
        },
        TextFormat::Uuid => (matches(UUID, text), "a UUID"),
        TextFormat::Date => (is_date(text), "a date, `2024-02-29`"),
        TextFormat::Time => (matches(TIME, text), "a time, `12:34:56Z`"),
        TextFormat::DateTime => (
            is_date_time(text),
            "a date and time, `2024-02-29T12:34:56Z`",
        ),
        TextFormat::Duration => (matches(DURATION, text), "a duration, `P1DT2H`"),
        TextFormat::Base64 => (matches(BASE64, text), "Base64"),
        TextFormat::Ipv4 => (text.parse::<Ipv4Addr>().is_ok(), "an IPv4 address"),
        TextFormat::Ipv6 => (text.parse::<Ipv6Addr>().is_ok(), "an IPv6 address"),
    };
    if !fits {
        report.add("format", format!("must be {what}"));
    }
}

fn is_date_time(text: &str) -> bool {
    let parts = text.split_at_checked(10);
    parts.is_some_and(|(date, rest)| {
        let time = rest.strip_prefix(['T', 't', ' ']);
        is_date(date) && time.is_some_and(|time| matches(TIME, time))
    })
}

fn is_date(text: &str) -> bool {
    if !matches(r"^\d{4}-\d\d-\d\d$", text) {
        return false;
    }
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}
