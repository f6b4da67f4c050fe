//! Which of the described responses is given, in which media type.

use axum::body::Bytes;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Response as Reply, StatusCode};
use specwright_core::ir::{Content, Operation, Response, StatusPattern};
use specwright_core::sample::{Body, has_body, usual_media_type, usual_response};
use specwright_templates::codec::accept::preferred;
use specwright_templates::codec::media_type::{essence, matches};

use super::engine::{Answer, Engine};
use super::preferences::Preferences;
use super::refusal::{Refusal, named_header};

impl Engine {
    /// The answer to a request that is as it should be.
    pub(super) fn respond(
        &self,
        operation: &Operation,
        preferences: &Preferences,
        parts: &Parts,
    ) -> Result<Answer, Refusal> {
        let chosen = match preferences.code {
            Some(code) => response_for(operation, code).map(|one| (one, code)),
            None => usual_response(operation),
        };
        let Some((response, status)) = chosen else {
            let what = match preferences.code {
                Some(code) => format!("{} has no response {code}", operation.id),
                None => format!("{} has no response", operation.id),
            };
            return Err(Refusal::new(StatusCode::NOT_FOUND, what));
        };
        let content = negotiated(&response.contents, &parts.headers)?;
        self.reply((response, status), content, preferences)
    }

    /// The answer of a status that the document describes, if it does.
    pub(super) fn declared(
        &self,
        operation: &Operation,
        status: u16,
        parts: &Parts,
    ) -> Option<Answer> {
        let response = response_for(operation, status)?;
        let content = match negotiated(&response.contents, &parts.headers) {
            Ok(content) => content,
            // Whoever takes nothing gets the first, since it says what is wrong.
            Err(_) => response
                .contents
                .first()
                .map(|one| (one, concrete(one, &parts.headers))),
        };
        let preferences = Preferences::default();
        let reply = self.reply((response, status), content, &preferences);
        reply.ok()
    }

    fn reply(
        &self,
        (response, status): (&Response, u16),
        content: Option<(&Content, String)>,
        preferences: &Preferences,
    ) -> Result<Answer, Refusal> {
        let code = StatusCode::from_u16(status).unwrap_or_default();
        let mut reply = Reply::new(Bytes::new());
        *reply.status_mut() = code;
        let mut remarks = Vec::new();
        if let Some((content, media_type)) = content.filter(|_| has_body(status)) {
            let Body { text, remark } = self.content(content, &media_type, preferences)?;
            remarks.extend(remark);
            *reply.body_mut() = text.into();
            reply
                .headers_mut()
                .extend(named_header(CONTENT_TYPE, &media_type));
        }
        self.add_headers(&mut reply, response, preferences);
        Ok(Answer {
            response: reply,
            remarks,
        })
    }
}

/// The response that is described for a status: by itself, as one of a hundred, or as any other.
fn response_for(operation: &Operation, status: u16) -> Option<&Response> {
    let wanted = [
        Some(StatusPattern::Exact(status)),
        u8::try_from(status / 100).ok().map(StatusPattern::Range),
        Some(StatusPattern::Default),
    ];
    wanted.iter().flatten().find_map(|wanted| {
        let mut responses = operation.responses.iter();
        responses.find(|response| response.status == *wanted)
    })
}

/// The content that the client likes best, and its media type; an error where there are some and it takes none of them.
fn negotiated<'c>(
    contents: &'c [Content],
    headers: &HeaderMap,
) -> Result<Option<(&'c Content, String)>, Refusal> {
    if contents.is_empty() {
        return Ok(None);
    }
    let offered: Vec<&str> = contents.iter().map(|one| one.media_type.as_str()).collect();
    let best = preferred(headers, &offered);
    let found = contents
        .iter()
        .find(|one| Some(one.media_type.as_str()) == best);
    let Some(content) = found else {
        let detail = format!("the answer can be {}", offered.join(" or "));
        return Err(Refusal::new(StatusCode::NOT_ACCEPTABLE, detail));
    };
    Ok(Some((content, concrete(content, headers))))
}

/// The media type of a content; of a range, one that the client names, else a usual one.
fn concrete(content: &Content, headers: &HeaderMap) -> String {
    if !content.media_type.contains('*') {
        return content.media_type.clone();
    }
    let fields = headers.get_all(ACCEPT).iter();
    let texts = fields.filter_map(|field| field.to_str().ok());
    let mut named = texts.flat_map(|text| text.split(',')).map(essence);
    let named = named.find(|one| !one.contains('*') && matches(&content.media_type, one));
    named
        .unwrap_or_else(|| usual_media_type(content))
        .to_owned()
}
