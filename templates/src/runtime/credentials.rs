//! The credentials of a client, and which of them a request carries.

use ::std::fmt;

use super::security::{Requirement, Scheme, SchemeKind};

/// Credentials by scheme.
#[derive(Clone, Default)]
pub struct Credentials {
    /// For every bearer scheme that has none of its own.
    bearer: Option<String>,
    named: Vec<(&'static str, String)>,
}

impl Credentials {
    /// Sets the credential of every bearer scheme that has none of its own.
    pub fn set_bearer(&mut self, token: String) {
        self.bearer = Some(token);
    }

    /// Sets the credential of one scheme.
    pub fn set(&mut self, scheme: &'static Scheme, credential: String) {
        self.named.retain(|(name, _)| *name != scheme.name);
        self.named.push((scheme.name, credential));
    }

    /// The schemes and credentials of the first alternative that is complete; none where no alternative is. An
    /// alternative that wants nothing does not keep a client from saying who it is.
    pub fn choose(&self, alternatives: &[Requirement]) -> Vec<(SchemeKind, &str)> {
        let complete = alternatives
            .iter()
            .filter(|schemes| !schemes.is_empty())
            .find_map(|schemes| {
                let credentials = schemes
                    .iter()
                    .map(|(scheme, _)| Some((scheme.kind, self.get(scheme)?)));
                credentials.collect::<Option<Vec<_>>>()
            });
        complete.unwrap_or_default()
    }

    fn get(&self, scheme: &Scheme) -> Option<&str> {
        let own = self
            .named
            .iter()
            .find(|(name, _)| *name == scheme.name)
            .map(|(_, credential)| credential.as_str());
        match scheme.kind {
            SchemeKind::Bearer => own.or(self.bearer.as_deref()),
            // The connection proves who the client is: nothing is added to the request.
            SchemeKind::MutualTls => Some(""),
            _ => own,
        }
    }
}

/// Which schemes have a credential, and no credential.
impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bearer = self.bearer.iter().map(|_| "bearer");
        formatter
            .debug_set()
            .entries(bearer)
            .entries(self.named.iter().map(|(name, _)| name))
            .finish()
    }
}
