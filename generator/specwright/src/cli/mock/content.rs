//! The body of an answer: the example that is asked for, else one that fits, else what is made of the type.

use axum::http::StatusCode;
use specwright_core::ir::Content;
use specwright_core::sample::{Body, shown};

use super::engine::Engine;
use super::preferences::Preferences;
use super::refusal::Refusal;

impl Engine {
    /// The body of a content, in one of its media types.
    pub(super) fn content(
        &self,
        content: &Content,
        media_type: &str,
        preferences: &Preferences,
    ) -> Result<Body, Refusal> {
        if let Some(name) = &preferences.example {
            let mut examples = content.examples.iter();
            let named = examples.find(|one| one.name.as_deref() == Some(name));
            let named = named.ok_or_else(|| {
                let detail = format!("the response has no example {name:?} in {media_type}");
                Refusal::new(StatusCode::NOT_FOUND, detail)
            })?;
            return Ok(Body {
                text: shown(&named.shown, content, media_type),
                remark: None,
            });
        }
        let sampler = self.sampler(preferences.dynamic);
        sampler.body(content, media_type).ok_or_else(|| {
            let detail = "no value of the schema is known: give the response an example";
            Refusal::new(StatusCode::NOT_IMPLEMENTED, detail)
        })
    }
}
