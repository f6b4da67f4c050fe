//! User name and password of HTTP Basic authentication (RFC 7617).

use ::base64::Engine as _;
use ::base64::engine::general_purpose::STANDARD;
use ::std::fmt;

/// A user name and a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Basic {
    /// The user name. It cannot hold a colon.
    pub user: String,
    /// The password.
    pub password: String,
}

impl Basic {
    /// As it travels after the word `Basic`.
    pub fn encode(&self) -> String {
        STANDARD.encode(format!("{}:{}", self.user, self.password))
    }

    /// Reads what travels after the word `Basic`; `None` where it is not base64 of UTF-8 text with a colon.
    pub fn decode(credential: &str) -> Option<Self> {
        let bytes = STANDARD.decode(credential).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let (user, password) = text.split_once(':')?;
        Some(Self {
            user: user.to_owned(),
            password: password.to_owned(),
        })
    }
}

/// The password is not shown.
impl fmt::Debug for Basic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Basic")
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}
