//! UUIDs in every spelling that Python's `uuid.UUID` reads.

use uuid::Uuid;

/// Reads a UUID with or without dashes, braces or a `urn:uuid:` in front.
pub(crate) fn parse(text: &str) -> Option<Uuid> {
    let digits = text.replace("urn:", "").replace("uuid:", "");
    let digits = digits
        .trim_matches(|character| character == '{' || character == '}')
        .replace('-', "");
    let hexadecimal = digits.len() == 32 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !hexadecimal {
        return None;
    }
    Uuid::try_parse(&digits).ok()
}

#[cfg(test)]
mod tests {
    use super::parse;

    const DASHED: &str = "0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8f";

    #[test]
    fn every_spelling_gives_the_same_value() {
        for text in [
            DASHED,
            "0b9d7f0e6a1c4f7b9f4a2f4b5c6d7e8f",
            "0B9D7F0E-6A1C-4F7B-9F4A-2F4B5C6D7E8F",
            "{0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8f}",
            "urn:uuid:0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8f",
        ] {
            assert_eq!(
                parse(text).map(|value| value.to_string()).as_deref(),
                Some(DASHED)
            );
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "x",
            "0b9d7f0e",
            "0b9d7f0e-6a1c-4f7b-9f4a-2f4b5c6d7e8g",
            "é",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
