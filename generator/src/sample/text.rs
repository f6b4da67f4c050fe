//! Texts of every format, of the length and pattern that is asked for.

use crate::ir::{Bounds, Constraints, TextFormat};

use super::pattern;
use crate::pattern::matches;

/// No text is made longer than this, whatever it demands.
const MOST_CHARACTERS: u64 = 10_000;

/// A text that keeps the limits.
pub(super) fn text(format: &TextFormat, limits: &Constraints, turn: usize) -> Option<String> {
    let bounds = &limits.length;
    if !limits.patterns.is_empty() {
        let fits = |text: &String| {
            is_within(text, bounds) && limits.patterns.iter().all(|one| matches(one, text))
        };
        return limits
            .patterns
            .iter()
            .flat_map(|one| pattern::texts(one))
            .find(fits);
    }
    let text = of_format(format, turn);
    if is_within(&text, bounds) {
        return Some(text);
    }
    match format {
        TextFormat::Plain(_) => padded("text", bounds),
        // Four characters stand for three bytes.
        TextFormat::Base64 => {
            let length = bounds.minimum.unwrap_or(0).next_multiple_of(4);
            padded(
                "",
                &Bounds {
                    minimum: Some(length),
                    maximum: Some(length),
                },
            )
            .filter(|text| is_within(text, bounds))
        }
        _ => None,
    }
}

fn of_format(format: &TextFormat, turn: usize) -> String {
    match format {
        TextFormat::Plain(name) => plain(name.as_deref(), turn),
        TextFormat::Uuid => format!("3fa85f64-5717-4562-b3fc-{turn:012x}"),
        TextFormat::DateTime => format!("2024-02-29T12:34:{:02}Z", turn % 60),
        TextFormat::Date => format!("2024-02-{:02}", turn % 29 + 1),
        TextFormat::Time => format!("12:34:{:02}Z", turn % 60),
        TextFormat::Duration => format!("P1DT{turn}H"),
        TextFormat::Base64 => "aGVsbG8=".to_owned(),
        TextFormat::Ipv4 => format!("192.0.2.{}", turn % 256),
        TextFormat::Ipv6 => format!("2001:db8::{:x}", turn % 0xffff + 1),
    }
}

/// Formats that are text in Rust, and yet not any text.
fn plain(format: Option<&str>, turn: usize) -> String {
    match format {
        Some("email" | "idn-email") => format!("person{turn}@example.com"),
        Some("hostname" | "idn-hostname") => format!("host{turn}.example.com"),
        Some("uri" | "url" | "iri" | "uri-reference" | "iri-reference") => {
            format!("https://example.com/{turn}")
        }
        Some("ip") => format!("192.0.2.{}", turn % 256),
        Some("json-pointer") => format!("/{turn}"),
        _ if turn == 0 => "text".to_owned(),
        _ => format!("text {turn}"),
    }
}

fn padded(start: &str, bounds: &Bounds) -> Option<String> {
    let least = bounds.minimum.unwrap_or(0);
    let most = bounds.maximum.unwrap_or(u64::MAX);
    if least > most || least > MOST_CHARACTERS {
        return None;
    }
    let length = (start.len() as u64).clamp(least, most);
    let characters = start.chars().chain(std::iter::repeat('a'));
    Some(characters.take(usize::try_from(length).ok()?).collect())
}

fn is_within(text: &str, bounds: &Bounds) -> bool {
    let length = text.chars().count() as u64;
    bounds.minimum.is_none_or(|least| length >= least)
        && bounds.maximum.is_none_or(|most| length <= most)
}
