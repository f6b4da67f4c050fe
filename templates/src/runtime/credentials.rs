//! The credentials of a client, and which of them a request carries.

use ::std::borrow::Cow;
use ::std::fmt;
use ::std::future::Future;
use ::std::sync::Arc;

use super::security::{Requirement, Scheme, SchemeKind};
use super::stream_error::BoxError;
use super::transport::BoxFuture;

/// Gives credentials that do not last. A function that gives one is a source, too.
pub trait TokenSource: Send + Sync {
    /// A credential that is valid now, as it travels: a token or a key.
    fn token(&self) -> BoxFuture<'_, Result<String, BoxError>>;

    /// Is told that a server did not take a credential (status 401). The request is sent once more if there is another one now.
    fn refused(&self, token: &str) {
        let _ = token;
    }
}

impl<F, R> TokenSource for F
where
    F: Fn() -> R + Send + Sync,
    R: Future<Output = Result<String, BoxError>> + Send + 'static,
{
    fn token(&self) -> BoxFuture<'_, Result<String, BoxError>> {
        Box::pin(self())
    }
}

/// A credential, or where it comes from.
#[derive(Clone)]
pub enum Credential {
    /// One that lasts.
    Fixed(String),
    /// One that is asked for with each request.
    Source(Arc<dyn TokenSource>),
}

/// Credentials by scheme.
#[derive(Clone, Default)]
pub struct Credentials {
    /// For every bearer scheme that has none of its own.
    bearer: Option<Credential>,
    named: Vec<(&'static str, Credential)>,
}

/// A credential that a request carries.
pub struct Presented<'c> {
    /// How it travels.
    pub kind: SchemeKind,
    /// The credential.
    pub secret: Cow<'c, str>,
    source: Option<&'c dyn TokenSource>,
}

impl Presented<'_> {
    /// Whether there may be another one now.
    pub fn is_renewable(&self) -> bool {
        self.source.is_some()
    }

    /// Tells the source of the credential that it was not taken.
    pub fn refused(&self) {
        if let Some(source) = self.source {
            source.refused(&self.secret);
        }
    }
}

impl Credentials {
    /// Sets the credential of every bearer scheme that has none of its own.
    pub fn set_bearer(&mut self, token: Credential) {
        self.bearer = Some(token);
    }

    /// Sets the credential of one scheme.
    pub fn set(&mut self, scheme: &'static Scheme, credential: Credential) {
        self.named.retain(|(name, _)| *name != scheme.name);
        self.named.push((scheme.name, credential));
    }

    /// The credentials of the first alternative that is complete; none where no alternative is. An alternative that
    /// wants nothing does not keep a client from saying who it is.
    ///
    /// # Errors
    ///
    /// Those of the sources.
    pub async fn present(
        &self,
        alternatives: &[Requirement],
    ) -> Result<Vec<Presented<'_>>, BoxError> {
        let mut presented = Vec::new();
        for (kind, credential) in self.choose(alternatives) {
            let (secret, source) = match credential {
                // The connection proves who the client is: nothing is added to the request.
                None => continue,
                Some(Credential::Fixed(secret)) => (Cow::from(secret), None),
                Some(Credential::Source(source)) => {
                    (Cow::from(source.token().await?), Some(&**source))
                }
            };
            presented.push(Presented {
                kind,
                secret,
                source,
            });
        }
        Ok(presented)
    }

    fn choose(&self, alternatives: &[Requirement]) -> Vec<(SchemeKind, Option<&Credential>)> {
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

    /// The credential of a scheme, if there is one; a certificate always is, and is none of ours.
    fn get(&self, scheme: &Scheme) -> Option<Option<&Credential>> {
        let mut named = self.named.iter();
        let own = named.find(|(name, _)| *name == scheme.name);
        let own = own.map(|(_, credential)| credential);
        match scheme.kind {
            SchemeKind::Bearer => own.or(self.bearer.as_ref()).map(Some),
            SchemeKind::MutualTls => Some(None),
            _ => own.map(Some),
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
