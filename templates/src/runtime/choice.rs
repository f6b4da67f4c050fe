//! Request bodies that have one of several media types, each with a type of its own.

use super::call::{Call, Request};

/// A body that knows which media type it is sent as.
pub trait Choice {
    /// Sets the body and its media type.
    fn write(self, request: Request<'_>) -> Request<'_>;
}

impl Request<'_> {
    /// Sets the body, as the media type that it stands for.
    pub fn chosen_body<B: Choice>(self, body: B) -> Self {
        body.write(self)
    }
}

impl<T, E, M> Call<'_, T, E, M> {
    /// Sets the body, as the media type that it stands for.
    pub fn chosen_body<B: Choice>(mut self, body: B) -> Self {
        let request = Request {
            client: self.client,
            outgoing: self.outgoing,
        };
        self.outgoing = body.write(request).outgoing;
        self
    }
}
