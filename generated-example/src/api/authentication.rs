//! Who may call: the one token that the server was started with.

use std::fmt;

use http::{HeaderMap, header::AUTHORIZATION};

/// Why a caller is turned away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// There is no `Authorization` header of two words.
    Missing,
    /// The first word is not `Bearer`.
    Unsupported,
    /// The token is not the server's.
    Invalid,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Missing => "Authentication credentials were not provided.",
            Self::Unsupported => "Unsupported authentication type",
            Self::Invalid => "Token invalid/expired",
        })
    }
}

/// The token that callers must send. It never shows in logs.
pub(super) struct Token(String);

impl Token {
    /// Wraps a token.
    pub(super) fn new(token: String) -> Self {
        Self(token)
    }

    /// Checks the `Authorization` header of a request.
    pub(super) fn check_headers(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let value = headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok());
        let (scheme, sent) = value
            .map(str::trim)
            .and_then(|value| value.split_once(' '))
            .ok_or(Refusal::Missing)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Refusal::Unsupported);
        }
        self.check(sent.trim())
    }

    /// Checks a token in a time that does not depend on where it differs.
    pub(super) fn check(&self, sent: &str) -> Result<(), Refusal> {
        let differing = self
            .0
            .bytes()
            .zip(sent.bytes())
            .fold(0, |differing, (left, right)| differing | (left ^ right));
        if self.0.len() == sent.len() && differing == 0 {
            Ok(())
        } else {
            Err(Refusal::Invalid)
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn only_the_token_lets_in() {
        let token = Token::new("secret".to_owned());
        assert_eq!(
            token.check_headers(&HeaderMap::new()),
            Err(Refusal::Missing)
        );
        let cases = [
            ("", Err(Refusal::Missing)),
            ("Bearer", Err(Refusal::Missing)),
            ("Bearer ", Err(Refusal::Missing)),
            ("Basic c2VjcmV0", Err(Refusal::Unsupported)),
            ("Bearer wrong", Err(Refusal::Invalid)),
            ("Bearer secret2", Err(Refusal::Invalid)),
            ("Bearer secre7", Err(Refusal::Invalid)),
            ("Bearer secret", Ok(())),
            ("bEARER  secret", Ok(())),
        ];
        for (value, expected) in cases {
            let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static(value))]);
            assert_eq!(token.check_headers(&headers), expected, "{value}");
        }
    }
}
