//! Media types (RFC 9110, section 8.3.1): comparing them without their parameters.

/// The type and subtype, without parameters such as `charset`.
pub fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Whether a media type is one that a pattern such as `application/json`, `application/*+json`, `text/*` or `*/*` names.
pub fn matches(pattern: &str, media_type: &str) -> bool {
    rank(pattern, media_type).is_some()
}

/// The position of the pattern that names a media type most exactly; of equal ones, of the first.
pub fn best<'p>(patterns: impl Iterator<Item = &'p str>, media_type: &str) -> Option<usize> {
    let ranked = patterns.map(|pattern| rank(pattern, media_type));
    let fitting = ranked
        .enumerate()
        .filter_map(|(at, rank)| Some((rank?, at)));
    fitting.min().map(|(_, at)| at)
}

/// How exactly a pattern names a media type, less being better; `None` where it names others.
fn rank(pattern: &str, media_type: &str) -> Option<u8> {
    let (pattern, media_type) = (essence(pattern), essence(media_type));
    if pattern.eq_ignore_ascii_case(media_type) {
        return Some(0);
    }
    let (family, end) = pattern.split_once("/*")?;
    let (other, subtype) = media_type.split_once('/')?;
    let is_of_family = family == "*" || family.eq_ignore_ascii_case(other);
    let start = subtype.len().checked_sub(end.len())?;
    let ends = subtype.get(start..)?.eq_ignore_ascii_case(end);
    let rank = match (family, end) {
        ("*", _) => 3,
        (_, "") => 2,
        _ => 1,
    };
    (is_of_family && ends).then_some(rank)
}

/// The value of a parameter such as `boundary`, without its quotes.
pub fn parameter(media_type: &str, name: &str) -> Option<String> {
    let mut rest = media_type.split_once(';')?.1;
    loop {
        let (key, after) = rest.split_once('=')?;
        let (value, after) = parameter_value(after.trim_start());
        if key
            .trim_matches([' ', '\t', ';'])
            .eq_ignore_ascii_case(name)
        {
            return Some(value);
        }
        rest = after;
    }
}

/// A token or a quoted string (RFC 9110, section 5.6), and what follows it.
fn parameter_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (token, rest) = text.split_once(';').unwrap_or((text, ""));
        return (token.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[index + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (value, "")
}
