//! New OAuth 2.0 client identifiers.

/// Length of a client identifier, in characters.
const LENGTH: usize = 40;
const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Makes an identifier of 40 letters and digits with the system's random number generator.
///
/// # Errors
///
/// The system has no random numbers to give.
pub(crate) fn new_client_id() -> Result<String, getrandom::Error> {
    let mut identifier = String::with_capacity(LENGTH);
    let mut random = [0_u8; LENGTH];
    while identifier.len() < LENGTH {
        getrandom::fill(&mut random)?;
        identifier.extend(random.iter().filter_map(|byte| character(*byte)));
    }
    identifier.truncate(LENGTH);
    Ok(identifier)
}

/// The character for the lower six bits of a random byte; the two values beyond the alphabet give none, so that
/// all characters stay equally likely.
fn character(random: u8) -> Option<char> {
    ALPHABET
        .get(usize::from(random & 0b11_1111))
        .map(|byte| char::from(*byte))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn identifiers_have_forty_letters_and_digits_and_differ() {
        let first = new_client_id().unwrap();
        let second = new_client_id().unwrap();
        assert_eq!(first.len(), LENGTH);
        assert!(first.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert_ne!(first, second);
    }

    #[test]
    fn every_character_has_the_same_number_of_bytes() {
        for expected in ALPHABET {
            let bytes =
                (0..=u8::MAX).filter(|byte| character(*byte) == Some(char::from(*expected)));
            assert_eq!(bytes.count(), 4);
        }
    }
}
