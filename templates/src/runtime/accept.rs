//! What a client takes: the `Accept` field (RFC 9110, section 12.5.1).

use ::http::HeaderMap;
use ::http::header::ACCEPT;

use super::media_type;

/// The media type, of those that can be had, that a client likes best; the first of several. `None` where it takes
/// none of them.
pub fn preferred<'m>(headers: &HeaderMap, offered: &[&'m str]) -> Option<&'m str> {
    let ranges = ranges(headers);
    let mut best: Option<(u16, &str)> = None;
    for media_type in offered {
        let quality = quality(&ranges, media_type);
        if quality > best.map_or(0, |(other, _)| other) {
            best = Some((quality, media_type));
        }
    }
    best.map(|(_, media_type)| media_type)
}

/// A range such as `text/*`, and how much it is liked, from 0 to 1000.
type Range = (String, u16);

/// All ranges of all fields; a client that states none takes everything.
fn ranges(headers: &HeaderMap) -> Vec<Range> {
    let fields = headers.get_all(ACCEPT).iter();
    let texts = fields.filter_map(|field| field.to_str().ok());
    let ranges: Vec<Range> = texts
        .flat_map(|text| text.split(','))
        .filter(|range| !range.trim().is_empty())
        .map(|range| (media_type::essence(range).to_owned(), weight(range)))
        .collect();
    if ranges.is_empty() {
        return vec![("*/*".to_owned(), 1000)];
    }
    ranges
}

/// The `q` of a range; what is no number counts as 1, as if it were not there.
fn weight(range: &str) -> u16 {
    let text = media_type::parameter(range, "q").unwrap_or_default();
    match text.parse::<f32>() {
        // Within the bounds of the type.
        Ok(weight) if (0.0..=1.0).contains(&weight) => (weight * 1000.0).round() as u16,
        _ => 1000,
    }
}

/// How much a media type is liked: what the most specific range says that fits it.
fn quality(ranges: &[Range], offered: &str) -> u16 {
    let specific = |range: &str| match range.strip_suffix("/*") {
        Some("*") => 0,
        Some(_) => 1,
        None => 2,
    };
    let fitting = ranges.iter().filter(|(range, _)| {
        // What is offered may be a range itself.
        media_type::matches(range, offered) || media_type::matches(offered, range)
    });
    let best = fitting.max_by_key(|(range, weight)| (specific(range), *weight));
    best.map_or(0, |(_, weight)| *weight)
}
