//! What an operation answers if all is well.

use super::Sampler;
use crate::ir::{Codec, Content, Operation, Response, StatusPattern};

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The media type; empty where there is no body.
    pub media_type: String,
    /// The body as it is sent.
    pub body: String,
}

impl Sampler<'_> {
    /// What an operation usually answers; `None` if it describes no response, or no value is known to fit.
    pub fn answer(&self, operation: &Operation) -> Option<Answer> {
        let (response, status) = usual_response(operation)?;
        let is_json = |content: &&Content| content.codec == Codec::Json;
        let mut contents = response.contents.iter();
        let content = contents.find(is_json).or_else(|| response.contents.first());
        let Some(content) = content.filter(|_| has_body(status)) else {
            return Some(Answer {
                status,
                media_type: String::new(),
                body: String::new(),
            });
        };
        let media_type = usual_media_type(content);
        let body = self.body(content, media_type)?.text;
        Some(Answer {
            status,
            media_type: media_type.to_owned(),
            body,
        })
    }
}

/// Whether responses of a status have a body; some have none, whatever a document says (RFC 9110, sections 15.3.5 and 15.4.5).
pub fn has_body(status: u16) -> bool {
    !matches!(status, 100..=199 | 204 | 205 | 304)
}

/// The first success, else what the document describes first; with its status.
pub fn usual_response(operation: &Operation) -> Option<(&Response, u16)> {
    let status = |response: &Response| match response.status {
        StatusPattern::Exact(status) => status,
        StatusPattern::Range(hundred) => u16::from(hundred) * 100,
        StatusPattern::Default => 200,
    };
    let all = || operation.responses.iter().map(|one| (one, status(one)));
    let is_success = |(one, status): &(&Response, u16)| {
        (200..300).contains(status) && one.status != StatusPattern::Default
    };
    let is_default = |(one, _): &(&Response, u16)| one.status == StatusPattern::Default;
    all()
        .find(is_success)
        .or_else(|| all().find(is_default))
        .or_else(|| all().next())
}

/// The media type of a content; of a range, a usual one.
pub fn usual_media_type(content: &Content) -> &str {
    let media_type = content.media_type.as_str();
    if !media_type.contains('*') {
        return media_type;
    }
    match (content.codec, media_type.split('/').next()) {
        (Codec::Json, _) => "application/json",
        (_, Some("text")) => "text/plain",
        (_, Some("image")) => "image/png",
        (_, Some("audio")) => "audio/mpeg",
        (_, Some("video")) => "video/mp4",
        _ => "application/octet-stream",
    }
}
