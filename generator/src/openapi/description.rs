//! The document's model. Texts and values are borrowed from the nodes; references are resolved; what several
//! operations share is shared here too.

use std::sync::Arc;

use super::{Coverage, Dialect, Paging, SchemaId, Schemas};
use crate::diagnostic::Place;
use crate::source::Node;

/// The whole document, read.
#[derive(Clone, Debug)]
pub struct Description<'d> {
    /// What the document's version allows.
    pub dialect: Dialect,
    /// Title, version and so on.
    pub info: openapiv3::Info,
    /// Where the API is served.
    pub servers: Vec<Server>,
    /// The declared tags.
    pub tags: Vec<Tag<'d>>,
    /// The declared security schemes, in the document's order.
    pub security_schemes: Vec<SecurityScheme<'d>>,
    /// What operations demand that say nothing themselves; `None`: the document says nothing.
    pub security: Option<Vec<Requirement<'d>>>,
    /// All operations that could be read, in the document's order.
    pub operations: Vec<Operation<'d>>,
    /// The operations of webhooks and callbacks that could be read, by the names of those: first the webhooks.
    pub webhooks: Vec<Operation<'d>>,
    /// The ids of the operations of webhooks that were not read, and where they stand.
    pub webhook_ids: Vec<(&'d str, Place)>,
    /// All schemas.
    pub schemas: Schemas<'d>,
    /// How much of what it says is honoured.
    pub coverage: Coverage,
    /// How many types may be made of it.
    pub most_types: u64,
}

/// What is read of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What can be asked of the API.
    Paths,
    /// Also what the API sends: webhooks and callbacks.
    PathsAndWebhooks,
}

/// A declared tag.
#[derive(Clone, Debug)]
pub struct Tag<'d> {
    /// Its name.
    pub name: &'d str,
    /// One line (since 3.2).
    pub summary: Option<&'d str>,
    /// What it is about.
    pub description: Option<&'d str>,
    /// The tag that it belongs under (since 3.2).
    pub parent: Option<&'d str>,
    /// What it is for; `nav`, or nothing, where it groups operations (since 3.2).
    pub kind: Option<&'d str>,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation<'d> {
    /// Upper-case HTTP method.
    pub method: String,
    /// The path template; of a webhook or callback, its name.
    pub path: &'d str,
    /// `x-rust-name`.
    pub rust_name: Option<&'d str>,
    /// `x-pagination`.
    pub paging: Option<Paging<'d>>,
    /// Its own words; parameters, body, responses and security are in the members beside it.
    pub data: openapiv3::Operation,
    /// The parameters: those of the path item first, overridden by name and location.
    pub parameters: Vec<Arc<Parameter<'d>>>,
    /// What is sent.
    pub body: Option<Arc<RequestBody<'d>>>,
    /// Key under `responses` and response, in the document's order.
    pub responses: Vec<(&'d str, Arc<Response<'d>>)>,
    /// What it demands; `None`: what the document says for all.
    pub security: Option<Vec<Requirement<'d>>>,
    /// Where it stands.
    pub place: Place,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter<'d> {
    /// `x-rust-name`.
    pub rust_name: Option<&'d str>,
    /// Its own words; the schema or content is in `value`.
    pub data: openapiv3::Parameter,
    /// Its type.
    pub value: ParameterValue<'d>,
    /// The key in `components/parameters`, if it was reached by reference.
    pub component: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// How the type of a parameter or header is given.
#[derive(Clone, Debug)]
pub enum ParameterValue<'d> {
    /// By a schema.
    Schema(SchemaId),
    /// By one media type: the value travels as a serialized document.
    Content(MediaType<'d>),
}

/// A request body.
#[derive(Clone, Debug)]
pub struct RequestBody<'d> {
    /// Its own words; the content is in `contents`.
    pub data: openapiv3::RequestBody,
    /// The media types; none where the document gives none, which means that nothing is sent.
    pub contents: Vec<MediaType<'d>>,
    /// The key in `components/requestBodies`, if it was reached by reference.
    pub component: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A response.
#[derive(Clone, Debug)]
pub struct Response<'d> {
    /// Its own words; content and headers are in the members beside it.
    pub data: openapiv3::Response,
    /// The media types.
    pub contents: Vec<MediaType<'d>>,
    /// The header fields.
    pub headers: Vec<ResponseHeader<'d>>,
    /// The key in `components/responses`, if it was reached by reference.
    pub component: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A header field of a response.
#[derive(Clone, Debug)]
pub struct ResponseHeader<'d> {
    /// Its name.
    pub name: &'d str,
    /// Its own words; the type is in `value`.
    pub data: openapiv3::Header,
    /// Its type.
    pub value: ParameterValue<'d>,
    /// Where it stands.
    pub place: Place,
}

/// One media type of a body, response or parameter.
#[derive(Clone, Debug)]
pub struct MediaType<'d> {
    /// As the document writes it.
    pub name: &'d str,
    /// The schema, if one is given.
    pub schema: Option<SchemaId>,
    /// The schema of each item, if the content is a stream of them (since 3.2).
    pub item_schema: Option<SchemaId>,
    /// How the parts of a multipart or form body are written, by member.
    pub encoding: Vec<(&'d str, openapiv3::Encoding)>,
    /// Examples of the whole content.
    pub examples: Vec<Example<'d>>,
    /// Where it stands.
    pub place: Place,
}

/// An example of a whole content. What only a URL leads to is none.
#[derive(Clone, Copy, Debug)]
pub struct Example<'d> {
    /// Its key, where it has one.
    pub name: Option<&'d str>,
    /// What it shows.
    pub shown: Shown<'d>,
}

/// What an example shows.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'d> {
    /// The value, before it is written in the media type.
    Value(&'d Node),
    /// The content as it is written (`serializedValue`, since 3.2).
    Written(&'d str),
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct SecurityScheme<'d> {
    /// The key under which it is declared.
    pub name: &'d str,
    /// What it is.
    pub kind: SecurityKind,
    /// Where it stands.
    pub place: Place,
}

/// What a security scheme is.
#[derive(Clone, Debug)]
pub enum SecurityKind {
    /// One of the kinds of OpenAPI 3.0.
    Known(Box<openapiv3::SecurityScheme>),
    /// A client certificate (`mutualTLS`, since 3.1), with its description.
    MutualTls(Option<String>),
}

/// Schemes that must all be met.
#[derive(Clone, Debug)]
pub struct Requirement<'d> {
    /// The schemes.
    pub schemes: Vec<SchemeUse<'d>>,
    /// Where it stands.
    pub place: Place,
}

/// One scheme of a requirement.
#[derive(Clone, Debug)]
pub struct SchemeUse<'d> {
    /// The key under which it is declared.
    pub name: &'d str,
    /// The scopes that are needed.
    pub scopes: Vec<&'d str>,
    /// Where it stands.
    pub place: Place,
}

/// A server, with the defaults of its variables filled in, and as the document writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// The URL with the defaults of its variables.
    pub url: String,
    /// The URL as it stands, with a hole for each variable.
    pub template: String,
    /// Its variables.
    pub variables: Vec<ServerVariable>,
    /// What it is called (3.2).
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
