//! Errors and sets of responses, as the generator would write them.

use super::models;
use super::runtime::byte_stream::{self, ByteStream};
use super::runtime::event_data;
use super::runtime::item_stream::ItemStream;
use super::runtime::responses::{self, responses};

/// What an operation answers with status 400, 404 or another of the four hundreds.
#[derive(Clone, Debug, PartialEq)]
pub enum UserError {
    BadRequest(models::Detail),
    NotFound,
    ClientError { status: u16, body: models::Detail },
}
responses!(UserError { BadRequest: 400 json, NotFound: 404 empty, ClientError: 4XX json });

/// What an operation answers with any other status.
#[derive(Clone, Debug, PartialEq)]
pub enum AnyError {
    Default { status: u16, body: String },
}
responses!(AnyError { Default: default text "text/plain" });

/// One success of several.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    OkJson(models::Detail),
    OkXml(String),
    Created(models::Detail),
    NoContent,
}
responses!(Document {
    OkJson: 200 json, OkXml: 200 text "application/xml", Created: 201 json "application/vnd.api+json",
    NoContent: 204 empty,
});

/// A success that may be a stream.
#[derive(Debug)]
pub enum Feed {
    Whole(models::Detail),
    OkEventStream(ItemStream<models::Detail>),
    OkBytes(ByteStream),
}
responses!(Feed {
    Whole: 200 json, OkEventStream: 200 [event_data] "text/event-stream",
    OkBytes: 200 [byte_stream] "application/octet-stream",
});
