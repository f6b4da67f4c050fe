//! The plan of operations: what they take and answer, and what they demand of their callers.

use super::model::{DefaultValue, LimitItem, Plan};
use super::names::{FieldName, FunctionName, ModuleName, TypeName, VariantName};
use super::pagination::PaginationItem;
use super::rust_type::RustType;

/// A way to prove who is calling.
#[derive(Clone, Debug)]
pub struct SchemeItem {
    /// Its key in the document.
    pub wire_name: String,
    /// The method of the builder and of `Authenticate`.
    pub method: FunctionName,
    /// The static that describes it, in upper case.
    pub constant: String,
    /// How the credential travels.
    pub kind: SchemeKind,
    /// Where a client gets its tokens, if the document says so.
    pub tokens: Option<TokenItem>,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
}

/// Where a client gets tokens.
#[derive(Clone, Debug)]
pub struct TokenItem {
    /// The method of the builder.
    pub method: FunctionName,
    /// The URL of the document.
    pub url: String,
    /// What is there; a constructor of `oauth2::OAuth2`.
    pub constructor: &'static str,
}

/// How a credential travels; the names are those of the runtime's `SchemeKind`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer …`.
    Bearer,
    /// `Authorization: Basic …`.
    Basic,
    /// `Authorization` with another scheme.
    Authorization(String),
    /// A header field.
    ApiKeyHeader(String),
    /// A query parameter.
    ApiKeyQuery(String),
    /// A cookie.
    ApiKeyCookie(String),
    /// A client certificate.
    MutualTls,
}

/// Who calls the operations of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// The API is asked.
    Api,
    /// The API itself asks whoever wants to know.
    Webhooks,
}

/// The operations of a tag.
#[derive(Clone, Debug)]
pub struct OperationGroup {
    /// Who calls its operations.
    pub kind: GroupKind,
    /// Its module.
    pub module: ModuleName,
    /// The Cargo feature of a whole crate that switches it, if there is one.
    pub feature: Option<String>,
    /// Its server trait.
    pub server_trait: TypeName,
    /// The tag as the document writes it.
    pub tag: String,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// The operations, in the document's order.
    pub operations: Vec<OperationItem>,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct OperationItem {
    /// Its method on client and server.
    pub name: FunctionName,
    /// Its id in the document, or what was made up for it.
    pub id: String,
    /// The HTTP method.
    pub method: String,
    /// The path template.
    pub template: String,
    /// Cleaned documentation, by line; the first line is a summary.
    pub docs: Vec<String>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
    /// The parameters in the path, in the order of its holes.
    pub path: Vec<ParameterItem>,
    /// The other parameters.
    pub parameters: Vec<ParameterItem>,
    /// What is sent.
    pub body: Option<BodyItem>,
    /// What comes back if all is well.
    pub success: Success,
    /// How its results come page by page.
    pub pagination: Option<PaginationItem>,
    /// The enum of declared errors, as an index into [`Plan::response_sets`](super::Plan::response_sets).
    pub error: Option<usize>,
    /// Who may call.
    pub access: Access,
    /// The type that carries the optional parameters of the client's call.
    pub marker: Option<TypeName>,
    /// The struct that carries all parameters but those of the path to the server.
    pub parameters_type: Option<TypeName>,
}

impl OperationItem {
    /// Whether the client chains anything to the call.
    pub fn has_options(&self) -> bool {
        self.pagination.is_some()
            || self.parameters.iter().any(|parameter| !parameter.required)
            || self.body.as_ref().is_some_and(|body| !body.required)
    }
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct ParameterItem {
    /// Its name in Rust.
    pub name: FieldName,
    /// Its name on the wire.
    pub wire_name: String,
    /// Where it travels.
    pub location: ParameterLocation,
    /// Whether it must be there.
    pub required: bool,
    /// Its type.
    pub value: RustType,
    /// How it is written where that is not the location's default.
    pub style: Option<ParameterStyle>,
    /// What a server sees where it is absent.
    pub default: Option<DefaultValue>,
    /// Cleaned documentation, by line.
    pub docs: Vec<String>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
    /// What values must satisfy.
    pub limits: Vec<LimitItem>,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header field.
    Header,
    /// In a cookie.
    Cookie,
}

/// How a parameter is written where that is not the location's default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterStyle {
    /// A style of `parameter::Style`, and whether items are written on their own.
    Style(&'static str, bool),
    /// The same, where reserved characters stay as they are.
    Reserved(&'static str, bool),
    /// The value travels as JSON.
    Json,
}

/// What is sent.
#[derive(Clone, Debug)]
pub struct BodyItem {
    /// Whether it must be there.
    pub required: bool,
    /// Its type.
    pub kind: BodyKind,
}

impl BodyItem {
    /// The type of what is sent, for readers of signatures.
    pub fn value(&self, plan: &Plan) -> RustType {
        match &self.kind {
            BodyKind::One(content) => content.value.clone(),
            BodyKind::Many(index) => match plan.body_sets.get(*index) {
                Some(set) => RustType::Named(set.name.clone()),
                None => RustType::Unit,
            },
        }
    }
}

/// Of which type a body is.
#[derive(Clone, Debug)]
pub enum BodyKind {
    /// Of one type, whatever media type it has.
    One(BodyContent),
    /// Of several, by its media type: an index into [`Plan::body_sets`].
    Many(usize),
}

impl BodyKind {
    /// What a body may hold.
    pub fn contents<'p>(&'p self, plan: &'p Plan) -> Vec<&'p BodyContent> {
        match self {
            Self::One(content) => vec![content],
            Self::Many(index) => {
                let set = plan.body_sets.get(*index);
                let cases = set.into_iter().flat_map(|set| &set.cases);
                cases.map(|case| &case.content).collect()
            }
        }
    }
}

/// What a body holds.
#[derive(Clone, Debug)]
pub struct BodyContent {
    /// Its type.
    pub value: RustType,
    /// How a client makes bytes of it.
    pub codec: BodyCodec,
    /// How it can be made into bytes, too.
    pub others: Vec<BodyCodec>,
}

impl BodyContent {
    /// All ways to make bytes of it; the first is what a client sends.
    pub fn codecs(&self) -> impl Iterator<Item = &BodyCodec> {
        std::iter::once(&self.codec).chain(&self.others)
    }
}

/// An enum of what a body may hold.
#[derive(Clone, Debug)]
pub struct BodySet {
    /// Its name.
    pub name: TypeName,
    /// Documentation, by line.
    pub docs: Vec<String>,
    /// The module of the tag that uses it, if the models are spread over files by tag.
    pub of_tag: Option<ModuleName>,
    /// The cases, each of another type.
    pub cases: Vec<BodyCase>,
}

impl BodySet {
    /// Whether a case is read as it comes, so that it can be neither cloned nor compared.
    pub fn has_stream(&self) -> bool {
        let mut cases = self.cases.iter();
        cases.any(|case| case.content.codec.is_given())
    }
}

/// One case of an enum of bodies.
#[derive(Clone, Debug)]
pub struct BodyCase {
    /// Its variant.
    pub name: VariantName,
    /// What it holds.
    pub content: BodyContent,
}

/// How a body becomes bytes, with its media type where that is not the usual one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyCodec {
    /// JSON, with a media type other than `application/json`.
    Json(Option<String>),
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`, in memory.
    Multipart,
    /// `multipart/form-data` whose files come as they do.
    MultipartStream,
    /// Text of this media type.
    Text(String),
    /// What comes as it does.
    Stream(StreamItem),
}

impl BodyCodec {
    /// Whether what is sent is given away, since it comes as it does.
    pub fn is_given(&self) -> bool {
        matches!(self, Self::Stream(_) | Self::MultipartStream)
    }

    /// The media type that the document states, or a range of them.
    pub fn media_type(&self) -> &str {
        match self {
            Self::Json(None) => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart | Self::MultipartStream => "multipart/form-data",
            Self::Json(Some(media_type))
            | Self::Text(media_type)
            | Self::Stream(StreamItem { media_type, .. }) => media_type,
        }
    }
}

/// A body that is read and written as it comes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StreamItem {
    /// The media type.
    pub media_type: String,
    /// The runtime file that reads and writes it.
    pub file: &'static str,
}

/// What comes back if all is well.
#[derive(Clone, Debug)]
pub enum Success {
    /// One status with one type.
    One(u16, ContentItem),
    /// Several: an index into [`Plan::response_sets`](super::Plan::response_sets).
    Many(usize),
}

/// What a response holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentItem {
    /// How it becomes bytes.
    pub codec: ContentCodec,
    /// Its type.
    pub value: RustType,
}

/// How a response becomes bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContentCodec {
    /// Nothing.
    Empty,
    /// JSON, with a media type other than `application/json`.
    Json(Option<String>),
    /// Text of this media type.
    Text(String),
    /// Bytes of this media type.
    Bytes(String),
    /// What comes as it does.
    Stream(StreamItem),
}

/// An enum of responses.
#[derive(Clone, Debug)]
pub struct ResponseSet {
    /// Its name.
    pub name: TypeName,
    /// Documentation, by line.
    pub docs: Vec<String>,
    /// Whether it stands in `errors` and is shared.
    pub is_error: bool,
    /// The module of the only tag that uses it, if the models are spread over files by tag.
    pub of_tag: Option<ModuleName>,
    /// The cases.
    pub cases: Vec<ResponseCase>,
}

impl ResponseSet {
    /// Whether a case is read as it comes, so that it can be neither cloned nor compared.
    pub fn has_stream(&self) -> bool {
        let mut cases = self.cases.iter();
        cases.any(|case| matches!(case.content.codec, ContentCodec::Stream(_)))
    }
}

/// One case of an enum of responses.
#[derive(Clone, Debug)]
pub struct ResponseCase {
    /// Its variant.
    pub name: VariantName,
    /// Which statuses.
    pub status: CaseStatus,
    /// What it holds.
    pub content: ContentItem,
}

/// Which statuses a case stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseStatus {
    /// Just this one.
    Exact(u16),
    /// A hundred of them.
    Range(u8),
    /// All others.
    Default,
}

/// Who may call; an index into [`Plan::requirements`](super::Plan::requirements).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody; nobody is asked.
    Open,
    /// Everybody; those who prove who they are, are known.
    Optional(usize),
    /// Only those who prove who they are.
    Secured(usize),
}

impl Access {
    /// What is demanded, if anything.
    pub fn requirement(self) -> Option<usize> {
        match self {
            Self::Open => None,
            Self::Optional(index) | Self::Secured(index) => Some(index),
        }
    }
}

/// What an operation demands of its callers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementItem {
    /// The constant that lists it, in upper case.
    pub constant: String,
    /// Alternatives: schemes that must all be met, as indices into [`Plan::schemes`](super::Plan::schemes), with their scopes.
    pub alternatives: Vec<Vec<(usize, Vec<String>)>>,
}
