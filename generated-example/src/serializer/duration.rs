//! The grammar of token lifetimes: `hours=1;minutes=2;seconds=3`.
//!
//! The text is only checked, never converted: authentik stores and answers it as it was typed.

use super::text::strip;

/// The longest duration in days, either way, that Python's `timedelta` can hold.
const MOST_DAYS: f64 = 999_999_999.0;

/// Whether a text is a duration: `key=number` pairs between semicolons, with at least one known key.
///
/// Pairs with an unknown key are skipped, and of equal keys the last counts.
pub(super) fn is_duration(text: &str) -> bool {
    let mut days: [Option<f64>; UNITS.len()] = [None; UNITS.len()];
    for pair in text.split(';') {
        let Some((key, number)) = pair.split_once('=') else {
            return false;
        };
        if number.contains('=') {
            return false;
        }
        let key = key.to_lowercase();
        let unit = UNITS
            .iter()
            .zip(&mut days)
            .find(|((name, _), _)| *name == key);
        let Some(((_, per_day), slot)) = unit else {
            continue;
        };
        let Some(number) = parse_float(strip(number)) else {
            return false;
        };
        *slot = Some(number / per_day);
    }
    let total: f64 = days.iter().flatten().sum();
    days.iter().any(Option::is_some) && total.abs() <= MOST_DAYS
}

/// The known keys, and how many of each make a day.
const UNITS: [(&str, f64); 7] = [
    ("microseconds", 86_400_000_000.0),
    ("milliseconds", 86_400_000.0),
    ("seconds", 86_400.0),
    ("minutes", 1_440.0),
    ("hours", 24.0),
    ("days", 1.0),
    ("weeks", 1.0 / 7.0),
];

/// Reads a finite number as Python's `float` does: like Rust, but with underscores allowed between digits.
fn parse_float(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let is_digit = |index: Option<usize>| {
        index
            .and_then(|index| bytes.get(index))
            .is_some_and(u8::is_ascii_digit)
    };
    let underscores_stand_between_digits = text
        .match_indices('_')
        .all(|(index, _)| is_digit(index.checked_sub(1)) && is_digit(index.checked_add(1)));
    if !underscores_stand_between_digits {
        return None;
    }
    let number: f64 = text.replace('_', "").parse().ok()?;
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::is_duration;

    #[test]
    fn accepts_what_authentik_accepts() {
        for text in [
            "hours=1;minutes=2;seconds=3",
            "days=30",
            "weeks=3;days=2",
            "hours= 1",
            "hours=1.5",
            "hours=-1",
            "hours=1e3",
            "hours=1_000",
            "HOURS=1",
            "hours=1;foo=bar",
            "hours=2;hours=1",
            "microseconds=1;milliseconds=1",
            "days=999999999",
        ] {
            assert!(is_duration(text), "{text}");
        }
    }

    #[test]
    fn refuses_what_authentik_refuses() {
        for text in [
            "",
            "5",
            "foo",
            "foo=1",
            "minute=3",
            "hours=1;",
            "hours = 1",
            "hours=x",
            "hours=1=2",
            "hours=nan",
            "hours=inf",
            "hours=_1",
            "hours=1__0",
            "hours=",
            "days=1000000000",
            "weeks=1e300",
            "hours=1;foo=1=2",
            "hours=1e400",
        ] {
            assert!(!is_duration(text), "{text}");
        }
    }
}
