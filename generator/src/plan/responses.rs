//! Responses: which type a success has, and the enums of errors that operations share.

use std::collections::BTreeMap;

use super::docs::code;
use super::names::{Scope, TypeName, VariantName, type_case};
use super::operation_model::{
    CaseStatus, ContentCodec, ContentItem, ResponseCase, ResponseSet, StreamItem, Success,
};
use super::recursion::Sizes;
use super::rust_type::RustType;
use super::streams;
use super::types::TypeTable;
use crate::ir::{Codec, Content, Operation, Response, StatusPattern};

/// Collects the enums of responses while operations are planned. Names come from the scope of the operations'
/// types, since both stand side by side in signatures.
pub(super) struct ResponsePlanner<'a> {
    table: &'a TypeTable<'a>,
    sizes: &'a Sizes,
    sets: Vec<ResponseSet>,
    /// Where the enum of these errors is among the sets.
    error_sets: BTreeMap<CaseKey, usize>,
}

/// What makes two sets of responses one: the statuses and contents, in order.
type CaseKey = Vec<(CaseStatus, ContentItem)>;

impl<'a> ResponsePlanner<'a> {
    pub(super) fn new(table: &'a TypeTable<'a>, sizes: &'a Sizes) -> Self {
        Self {
            table,
            sizes,
            sets: Vec::new(),
            error_sets: BTreeMap::new(),
        }
    }

    /// The enums that were collected.
    pub(super) fn into_sets(self) -> Vec<ResponseSet> {
        self.sets
    }

    /// What comes back if all is well.
    pub(super) fn success(&mut self, operation: &Operation, names: &mut Scope) -> Success {
        let responses = successes(operation);
        let cases = self.cases(&responses, Self::success_content);
        match cases.as_slice() {
            [] => Success::Many(self.any_success(operation, names)),
            [
                ResponseCase {
                    status: CaseStatus::Exact(status),
                    content,
                    ..
                },
            ] => Success::One(*status, unboxed(content.clone())),
            _ => Success::Many(self.success_set(operation, cases, names)),
        }
    }

    /// The enum of declared errors.
    pub(super) fn error(&mut self, operation: &Operation, names: &mut Scope) -> Option<usize> {
        let responses = errors(operation);
        let cases = self.cases(&responses, Self::error_content);
        if cases.is_empty() {
            return None;
        }
        let key = case_key(&cases);
        if let Some(known) = self.error_sets.get(&key) {
            return Some(*known);
        }
        let position = self.add_error_set(cases, names);
        self.error_sets.insert(key, position);
        Some(position)
    }

    fn add_error_set(&mut self, cases: Vec<ResponseCase>, names: &mut Scope) -> usize {
        let statuses = unique(cases.iter().map(|case| status_word(case.status)).collect());
        let base = match statuses.as_slice() {
            [only] if only == "Default" => "DefaultError".to_owned(),
            _ => format!("Error{}", statuses.join("Or")),
        };
        let bodies = unique(
            cases
                .iter()
                .filter_map(|case| content_word(&case.content.value))
                .collect(),
        );
        let telling = format!("{base}With{}", bodies.join("And"));
        let docs = vec![format!("A declared error: status {}.", spoken(&statuses))];
        self.add(names.allocate([base, telling]), docs, true, cases)
    }

    fn success_set(
        &mut self,
        operation: &Operation,
        cases: Vec<ResponseCase>,
        names: &mut Scope,
    ) -> usize {
        let docs = vec![format!(
            "What {} answers if all is well.",
            code(&operation.id)
        )];
        self.add(
            names.allocate([format!("{}Response", type_case(&operation.id))]),
            docs,
            false,
            cases,
        )
    }

    /// No success is declared: any 2xx will do, and its body is left alone.
    fn any_success(&mut self, operation: &Operation, names: &mut Scope) -> usize {
        let content = ContentItem {
            codec: ContentCodec::Empty,
            value: RustType::Unit,
        };
        let case = ResponseCase {
            name: VariantName::new("Success".to_owned()),
            status: CaseStatus::Range(2),
            content,
        };
        self.success_set(operation, vec![case], names)
    }

    fn add(
        &mut self,
        name: String,
        docs: Vec<String>,
        is_error: bool,
        cases: Vec<ResponseCase>,
    ) -> usize {
        let name = TypeName::new(name);
        self.sets.push(ResponseSet {
            name,
            docs,
            is_error,
            of_tag: None,
            cases,
        });
        self.sets.len() - 1
    }

    fn cases(&self, responses: &[&Response], plan: PlanContent<'a>) -> Vec<ResponseCase> {
        let mut scope = Scope::reserving(&["Self"]);
        let mut cases = Vec::new();
        for response in responses {
            let status = CaseStatus::from(response.status);
            let base = variant_of_status(status);
            let contents = self.contents(response, plan);
            let several = contents.len() > 1;
            for content in contents {
                let plain = if several {
                    format!("{base}{}", media_word(&content.codec))
                } else {
                    base.clone()
                };
                let name = VariantName::new(scope.allocate([plain]));
                cases.push(ResponseCase {
                    name,
                    status,
                    content,
                });
            }
        }
        cases
    }

    /// The contents of a response, without a second JSON of the same type.
    fn contents(&self, response: &Response, plan: PlanContent<'a>) -> Vec<ContentItem> {
        let mut contents: Vec<ContentItem> = Vec::new();
        for content in &response.contents {
            let planned = plan(self, content);
            let is_json = |one: &ContentItem| matches!(one.codec, ContentCodec::Json(_));
            let repeated = contents
                .iter()
                .any(|other| is_json(other) && is_json(&planned) && other.value == planned.value);
            if !repeated {
                contents.push(planned);
            }
        }
        if contents.is_empty() {
            contents.push(ContentItem {
                codec: ContentCodec::Empty,
                value: RustType::Unit,
            });
        }
        contents
    }

    /// What a success holds; what may be large comes as it does.
    fn success_content(&self, content: &Content) -> ContentItem {
        let (stream, value) = match content.codec {
            Codec::Stream(framing) => streams::items(content, framing, self.table),
            Codec::Bytes | Codec::Multipart => streams::bytes(&content.media_type),
            Codec::Json | Codec::Form | Codec::Text => return self.error_content(content),
        };
        ContentItem {
            codec: ContentCodec::Stream(stream),
            value,
        }
    }

    /// What an error holds; it is read whole.
    fn error_content(&self, content: &Content) -> ContentItem {
        let media_type = content.media_type.clone();
        match content.codec {
            Codec::Json => {
                let value = content
                    .value
                    .map_or(RustType::Json, |value| self.table.element(value));
                ContentItem {
                    codec: ContentCodec::Json(other_json(media_type)),
                    value: self.sizes.boxed_if_large(value),
                }
            }
            Codec::Text | Codec::Form | Codec::Stream(_) => ContentItem {
                codec: ContentCodec::Text(media_type),
                value: RustType::String,
            },
            Codec::Bytes | Codec::Multipart => ContentItem {
                codec: ContentCodec::Bytes(media_type),
                value: RustType::Binary,
            },
        }
    }
}

/// Plans what a response holds.
type PlanContent<'a> = fn(&ResponsePlanner<'a>, &Content) -> ContentItem;

/// Inside an enum a large content is boxed; on its own it is not.
fn unboxed(content: ContentItem) -> ContentItem {
    match content.value {
        RustType::Boxed(inner) => ContentItem {
            value: *inner,
            ..content
        },
        _ => content,
    }
}

fn case_key(cases: &[ResponseCase]) -> CaseKey {
    let cases = cases.iter();
    let mut key: CaseKey = cases
        .map(|case| (case.status, case.content.clone()))
        .collect();
    key.sort();
    key
}

fn is_error_status(status: StatusPattern) -> bool {
    match status {
        StatusPattern::Exact(status) => status >= 400,
        StatusPattern::Range(hundred) => hundred >= 4,
        StatusPattern::Default => false,
    }
}

/// The responses that mean success; `default` is one only where no other is.
fn successes(operation: &Operation) -> Vec<&Response> {
    let named: Vec<&Response> = operation
        .responses
        .iter()
        .filter(|response| {
            !is_error_status(response.status) && response.status != StatusPattern::Default
        })
        .collect();
    if named.is_empty() {
        operation
            .responses
            .iter()
            .filter(|response| response.status == StatusPattern::Default)
            .collect()
    } else {
        named
    }
}

/// The responses that mean failure, by status.
fn errors(operation: &Operation) -> Vec<&Response> {
    let success = successes(operation);
    let is_success =
        |response: &&Response| success.iter().any(|other| other.status == response.status);
    let mut responses: Vec<&Response> = operation
        .responses
        .iter()
        .filter(|response| !is_success(response))
        .collect();
    responses.sort_by_key(|response| response.status);
    responses
}

impl From<StatusPattern> for CaseStatus {
    fn from(status: StatusPattern) -> Self {
        match status {
            StatusPattern::Exact(status) => Self::Exact(status),
            StatusPattern::Range(hundred) => Self::Range(hundred),
            StatusPattern::Default => Self::Default,
        }
    }
}

fn status_word(status: CaseStatus) -> String {
    match status {
        CaseStatus::Exact(status) => status.to_string(),
        CaseStatus::Range(hundred) => format!("{hundred}xx"),
        CaseStatus::Default => "Default".to_owned(),
    }
}

fn spoken(statuses: &[String]) -> String {
    match statuses.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn unique(words: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    words
        .into_iter()
        .filter(|word| seen.insert(word.clone()))
        .collect()
}

/// The name of a body in the name of an enum.
fn content_word(value: &RustType) -> Option<String> {
    match value {
        RustType::Named(name) => Some(name.as_str().to_owned()),
        RustType::Boxed(inner) | RustType::Option(inner) => content_word(inner),
        RustType::List(inner) => content_word(inner).map(|word| format!("{word}List")),
        RustType::Map(_, inner) => content_word(inner).map(|word| format!("{word}Map")),
        RustType::Unit => None,
        RustType::Json => Some("Json".to_owned()),
        RustType::Binary | RustType::ByteStream => Some("Binary".to_owned()),
        _ => Some("Text".to_owned()),
    }
}

fn media_word(codec: &ContentCodec) -> String {
    match codec {
        ContentCodec::Empty => "Empty".to_owned(),
        ContentCodec::Json(None) => "Json".to_owned(),
        ContentCodec::Json(Some(media_type))
        | ContentCodec::Text(media_type)
        | ContentCodec::Bytes(media_type)
        | ContentCodec::Stream(StreamItem { media_type, .. }) => word_of_media_type(media_type),
    }
}

/// The media type of JSON, unless it is the usual one, or any.
pub(super) fn other_json(media_type: String) -> Option<String> {
    (media_type != "application/json" && media_type != "*/*").then_some(media_type)
}

/// A media type in a plain word, for a variant.
pub(super) fn word_of_media_type(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let (kind, subtype) = essence.split_once('/').unwrap_or(("", essence));
    match (kind, subtype) {
        (_, "plain") | ("text", "*") => "Text".to_owned(),
        (_, "octet-stream" | "*") => "Bytes".to_owned(),
        (_, "x-www-form-urlencoded") => "Form".to_owned(),
        (_, "form-data") => "Multipart".to_owned(),
        (_, other) => type_case(other),
    }
}

/// The variant of a status: its reason phrase (RFC 9110, section 15).
fn variant_of_status(status: CaseStatus) -> String {
    match status {
        CaseStatus::Default => "Default".to_owned(),
        CaseStatus::Range(1) => "Informational".to_owned(),
        CaseStatus::Range(2) => "Success".to_owned(),
        CaseStatus::Range(3) => "Redirection".to_owned(),
        CaseStatus::Range(4) => "ClientError".to_owned(),
        CaseStatus::Range(5) => "ServerError".to_owned(),
        CaseStatus::Range(other) => format!("Status{other}xx"),
        CaseStatus::Exact(status) => {
            reason(status).map_or_else(|| format!("Status{status}"), str::to_owned)
        }
    }
}

fn reason(status: u16) -> Option<&'static str> {
    Some(match status {
        100 => "Continue",
        101 => "SwitchingProtocols",
        102 => "Processing",
        103 => "EarlyHints",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        208 => "AlreadyReported",
        226 => "ImUsed",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        305 => "UseProxy",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        407 => "ProxyAuthenticationRequired",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "LengthRequired",
        412 => "PreconditionFailed",
        413 => "ContentTooLarge",
        414 => "UriTooLong",
        415 => "UnsupportedMediaType",
        416 => "RangeNotSatisfiable",
        417 => "ExpectationFailed",
        418 => "ImATeapot",
        421 => "MisdirectedRequest",
        422 => "UnprocessableContent",
        423 => "Locked",
        424 => "FailedDependency",
        425 => "TooEarly",
        426 => "UpgradeRequired",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        431 => "RequestHeaderFieldsTooLarge",
        451 => "UnavailableForLegalReasons",
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        505 => "HttpVersionNotSupported",
        506 => "VariantAlsoNegotiates",
        507 => "InsufficientStorage",
        508 => "LoopDetected",
        511 => "NetworkAuthenticationRequired",
        _ => return None,
    })
}
