//! Operations: what can be asked of the API, with what, and what it answers.

use std::sync::Arc;

use super::pagination::Pagination;
use super::security::SecurityRequirement;
use super::types::{Docs, TypeUse};
use crate::diagnostic::Place;

/// Where the API is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// The URL with the defaults of its variables filled in; may be relative (`/api/v3`).
    pub url: String,
    /// The URL with a hole `{name}` for each variable.
    pub template: String,
    /// Its variables.
    pub variables: Vec<ServerVariable>,
    /// What it is called.
    pub name: Option<String>,
    /// What it is.
    pub description: Option<String>,
}

/// A variable of a server's URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerVariable {
    /// Its name in the URL.
    pub name: String,
    /// What it is unless said.
    pub default: String,
    /// What it may be; empty: anything.
    pub values: Vec<String>,
    /// What it is for.
    pub description: Option<String>,
}

/// A group of operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name as the document writes it.
    pub name: String,
    /// One line.
    pub summary: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// The tag that it belongs under.
    pub parent: Option<String>,
}

/// An HTTP method (RFC 9110, section 9; `QUERY` of OpenAPI 3.2, and any other token).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Method(pub String);

/// Who calls an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OperationKind {
    /// The API is asked, under a path.
    Path,
    /// The API itself asks whoever wants to know: a webhook or a callback of this name.
    Webhook(String),
}

/// One thing that can be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Who calls it.
    pub kind: OperationKind,
    /// The `operationId`, or what was made of method and path in its stead.
    pub id: String,
    /// Whether the document itself gave the id.
    pub id_stated: bool,
    /// A name the user demands.
    pub pinned_name: Option<String>,
    /// Upper-case HTTP method.
    pub method: Method,
    /// The path; of a webhook, one that is made of its id, since nobody knows where it is received.
    pub path: PathTemplate,
    /// The tags, in the document's order; the first decides the group.
    pub tags: Vec<String>,
    /// One line.
    pub summary: Option<String>,
    /// More lines; also says whether it is deprecated.
    pub docs: Docs,
    /// Parameters: those of the path item first, overridden by name and location.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// What may come back, in the document's order.
    pub responses: Vec<Response>,
    /// How it gives its results page by page.
    pub pagination: Option<Pagination>,
    /// Alternatives, any of which lets a caller in; empty: nobody is asked.
    pub security: Vec<SecurityRequirement>,
    /// Where it stands.
    pub place: Place,
}

/// A path, cut into text and holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate {
    /// As the document writes it, for example `/users/{id}/`.
    pub text: String,
    /// The same in pieces.
    pub parts: Vec<PathPart>,
}

/// A piece of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathPart {
    /// Fixed text, slashes included.
    Text(String),
    /// A hole, filled by the path parameter of this name.
    Hole(String),
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header field.
    Header,
    /// In a cookie.
    Cookie,
}

/// How arrays and objects are written (OpenAPI 3.1.1, section 4.8.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `1,2` (path, header).
    Simple,
    /// `.1.2` (path).
    Label,
    /// `;id=1;id=2` (path).
    Matrix,
    /// `id=1&id=2` or `id=1,2` (query, cookie).
    Form,
    /// `id=1%202` (query).
    SpaceDelimited,
    /// `id=1%7C2` (query).
    PipeDelimited,
    /// `id[a]=1&id[b]=2` (query).
    DeepObject,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: String,
    /// A name the user demands.
    pub pinned_name: Option<String>,
    /// Where it travels.
    pub location: Location,
    /// Whether it must be there.
    pub required: bool,
    /// Its type.
    pub value: TypeUse,
    /// How arrays and objects are written.
    pub style: Style,
    /// Whether each item is written on its own.
    pub explode: bool,
    /// Whether reserved characters are sent as they are.
    pub allow_reserved: bool,
    /// The media type, where the value travels as a serialized document (`content`).
    pub content: Option<String>,
    /// What stands for it where it is absent.
    pub default: Option<serde_json::Value>,
    /// What people wrote about it.
    pub docs: Docs,
    /// Where it stands.
    pub place: Place,
}

/// What is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Whether it must be there.
    pub required: bool,
    /// The media types it may have, in the document's order; never empty.
    pub contents: Vec<Content>,
    /// What people wrote about it.
    pub description: Option<String>,
}

/// One media type of a body or response.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// As the document writes it, in lower case, parameters included.
    pub media_type: String,
    /// How values become bytes.
    pub codec: Codec,
    /// The type; `None` where the document gives no schema, and where the content is a stream of items.
    pub value: Option<TypeUse>,
    /// The type of each item, where the content is a stream of them; `None` where the items are what its framing makes
    /// of them.
    pub item: Option<TypeUse>,
    /// Media types of multipart parts, by member key, where the document states them.
    pub part_types: Vec<(String, String)>,
    /// Examples of the whole content, in the document's order.
    pub examples: Vec<Example>,
    /// Where it stands.
    pub place: Place,
}

/// An example of a whole content.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its key, where it has one.
    pub name: Option<String>,
    /// What it shows.
    pub shown: Shown,
}

/// What an example shows. It is shared, since examples are large, and one often stands in many contents.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// A value, before it is written in the media type.
    Value(Arc<serde_json::Value>),
    /// The content as it is written.
    Written(Arc<str>),
}

/// How values become bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// `application/json` and `+json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data` and its kin.
    Multipart,
    /// `text/*`, XML and other text, passed as text.
    Text,
    /// One item after another.
    Stream(Framing),
    /// Everything else, passed as bytes.
    Bytes,
}

/// How items follow one another in a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// A value of JSON a line.
    JsonLines,
    /// Values of JSON behind record separators (RFC 7464).
    JsonSequence,
    /// Lines of text.
    TextLines,
    /// Server-sent events whose data is text; an item is an object of the event's parts.
    Events,
    /// Server-sent events whose data may be JSON; an item is an object of the event's parts.
    JsonEvents,
    /// Server-sent events whose data is JSON; an item is the data.
    EventData,
}

/// Which statuses a response stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusPattern {
    /// Just this one.
    Exact(u16),
    /// A hundred of them: `4` is `4XX`.
    Range(u8),
    /// All that are not named.
    Default,
}

/// One possible answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Which statuses.
    pub status: StatusPattern,
    /// The media types; empty: no body.
    pub contents: Vec<Content>,
    /// Header fields.
    pub headers: Vec<Header>,
    /// What people wrote about it.
    pub description: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A header field of a response.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// Its type.
    pub value: TypeUse,
    /// What people wrote about it.
    pub docs: Docs,
}
