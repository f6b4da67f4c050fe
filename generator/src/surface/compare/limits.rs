//! Whether limits became tighter. Of two patterns nobody can say.

use std::collections::BTreeMap;

/// Whether values that the old limits allow are refused by the new ones.
pub(super) fn is_tighter(old: &str, new: &str) -> bool {
    let (old, new) = (by_name(old), by_name(new));
    new.iter().any(|(name, value)| match old.get(name) {
        None => true,
        Some(before) if before == value => false,
        Some(before) => {
            let (Ok(before), Ok(value)) = (before.parse::<f64>(), value.parse::<f64>()) else {
                return false;
            };
            match name {
                name if name.contains("Min") => value > before,
                name if name.contains("Max") => value < before,
                _ => false,
            }
        }
    })
}

fn by_name(limits: &str) -> BTreeMap<&str, &str> {
    limits
        .split("; ")
        .filter(|limit| !limit.is_empty())
        .map(|limit| limit.split_once(' ').unwrap_or((limit, "")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_tighter;

    #[test]
    fn tighter_is_what_refuses_more() {
        for (old, new, expected) in [
            ("", "MaxLength 5", true),
            ("MaxLength 5", "", false),
            ("MaxLength 5", "MaxLength 4", true),
            ("MaxLength 5", "MaxLength 6", false),
            ("MinLength 1; MaxLength 5", "MinLength 2; MaxLength 5", true),
            ("MinLength 2", "MinLength 1", false),
            ("Pattern ^a", "Pattern ^b", false),
            ("", "Pattern ^b", true),
            ("UniqueItems", "UniqueItems", false),
        ] {
            assert_eq!(is_tighter(old, new), expected, "{old} and {new}");
        }
    }
}
