//! What client and server share of an operation: its types, and its text for `inspect`.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::lints::complexity;
use super::spell::{From, Name, rust_type};
use super::{client, models, requests, responses, server};
use crate::plan::{
    BodyCodec, BodyContent, BodyKind, ContentCodec, OperationItem, ParameterItem,
    ParameterLocation, ParameterStyle, Plan, RustType, StreamItem, Success, TypeItem,
};

/// The type of a success.
pub(super) fn success_type(plan: &Plan, operation: &OperationItem) -> TokenStream {
    match &operation.success {
        Success::One(_, content) => rust_type(&content.value, From::Sibling),
        Success::Many(index) => match plan.response_sets.get(*index) {
            Some(set) => {
                let name = set.name.ident();
                quote!(#name)
            }
            None => quote!(()),
        },
    }
}

/// How complex the type of a success is, `depth` levels inside another type.
pub(super) fn success_complexity(operation: &OperationItem, depth: usize) -> usize {
    match &operation.success {
        Success::One(_, content) => complexity(&content.value, depth),
        Success::Many(_) => 10 * depth,
    }
}

/// The type of the declared errors.
pub(super) fn error_type(plan: &Plan, operation: &OperationItem) -> TokenStream {
    match operation
        .error
        .and_then(|index| plan.response_sets.get(index))
    {
        Some(set) => {
            let name = set.name.ident();
            quote!(#name)
        }
        None => quote!(Undeclared),
    }
}

/// The status and the codec of a single success, as arguments.
pub(super) fn status_and_codec(status: u16, codec: &ContentCodec) -> (Literal, TokenStream) {
    let status = Literal::u16_unsuffixed(status);
    let codec = match codec {
        ContentCodec::Empty => quote!(empty),
        ContentCodec::Json(_) => quote!(json),
        ContentCodec::Text(_) => quote!(text),
        ContentCodec::Bytes(_) => quote!(bytes),
        ContentCodec::Stream(stream) => {
            let file = format_ident!("{}", stream.file);
            quote!(#file)
        }
    };
    (status, codec)
}

/// How the success of an operation becomes a response, in the words of `routes!` and `answers!`.
pub(super) fn reply(operation: &OperationItem) -> TokenStream {
    let Success::One(status, content) = &operation.success else {
        return quote!(reply_any());
    };
    let (status, codec) = status_and_codec(*status, &content.codec);
    match media_type(&content.codec) {
        Some(media_type) if matches!(content.codec, ContentCodec::Stream(_)) => {
            quote!(reply_stream(#status, #media_type, #codec::write))
        }
        Some(media_type) => quote!(reply_as(#status, #media_type, #codec)),
        None => quote!(reply(#status, #codec)),
    }
}

/// A style and its explode, as arguments.
pub(super) fn style_arguments(style: &'static str, explode: bool) -> TokenStream {
    let style = format_ident!("{style}");
    quote!(Style::#style, #explode)
}

/// The constant of what an operation demands of its callers.
pub(super) fn requirement(plan: &Plan, operation: &OperationItem) -> Option<Ident> {
    let requirement = plan.requirements.get(operation.access.requirement()?)?;
    Some(format_ident!("{}", requirement.constant))
}

/// The import of the constants that these operations name.
pub(super) fn security_imports(
    plan: &Plan,
    operations: &[OperationItem],
    up: &TokenStream,
) -> Option<TokenStream> {
    let mut names: Vec<Ident> = operations
        .iter()
        .filter_map(|operation| requirement(plan, operation))
        .collect();
    names.sort();
    names.dedup();
    (!names.is_empty()).then(|| quote!(use #up security::{#(#names),*};))
}

/// The media type of a response where it is not the usual one.
pub(super) fn media_type(codec: &ContentCodec) -> Option<&String> {
    match codec {
        ContentCodec::Json(media_type) => media_type.as_ref(),
        ContentCodec::Text(media_type)
        | ContentCodec::Bytes(media_type)
        | ContentCodec::Stream(StreamItem { media_type, .. }) => Some(media_type),
        ContentCodec::Empty => None,
    }
}

/// What the body of an operation may hold.
pub(super) fn body_contents<'p>(
    plan: &'p Plan,
    operation: &'p OperationItem,
) -> Vec<&'p BodyContent> {
    let body = operation.body.as_ref();
    body.map(|body| body.kind.contents(plan))
        .unwrap_or_default()
}

/// How the client writes the bodies of these operations.
pub(super) fn written<'p>(plan: &'p Plan, operations: &'p [OperationItem]) -> Vec<&'p BodyCodec> {
    let contents = operations.iter().flat_map(|one| body_contents(plan, one));
    contents.map(|content| &content.codec).collect()
}

/// How the server reads the bodies of these operations, with the types of which they are.
pub(super) fn read<'p>(
    plan: &'p Plan,
    operations: &'p [OperationItem],
) -> Vec<(&'p BodyCodec, &'p RustType)> {
    let contents = operations.iter().flat_map(|one| body_contents(plan, one));
    contents
        .flat_map(|content| content.codecs().map(|codec| (codec, &content.value)))
        .collect()
}

/// The stream that a body is.
pub(super) fn body_stream(codec: &BodyCodec) -> Option<&StreamItem> {
    match codec {
        BodyCodec::Stream(stream) => Some(stream),
        _ => None,
    }
}

/// The single success of an operation, where it comes as it does.
pub(super) fn success_stream(operation: &OperationItem) -> Option<&StreamItem> {
    match &operation.success {
        Success::One(_, content) => match &content.codec {
            ContentCodec::Stream(stream) => Some(stream),
            _ => None,
        },
        Success::Many(_) => None,
    }
}

/// The import of the runtime files that read and write streams.
pub(super) fn stream_imports<'s>(
    streams: impl Iterator<Item = &'s StreamItem>,
    up: &TokenStream,
) -> Option<TokenStream> {
    let files: BTreeSet<&str> = streams.map(|stream| stream.file).collect();
    let files = files.into_iter().map(|file| format_ident!("{file}"));
    let files: Vec<Ident> = files.collect();
    (!files.is_empty()).then(|| quote!(use #up runtime::{#(#files),*};))
}

/// The functions of the runtime that read or write the single successes of these operations, by their names.
pub(super) fn codecs(operations: &[OperationItem]) -> Vec<Ident> {
    let names: BTreeSet<&str> = operations
        .iter()
        .filter_map(|operation| match &operation.success {
            Success::One(_, content) => match content.codec {
                ContentCodec::Empty => Some("empty"),
                ContentCodec::Json(_) => Some("json"),
                ContentCodec::Text(_) => Some("text"),
                ContentCodec::Bytes(_) => Some("bytes"),
                ContentCodec::Stream(_) => None,
            },
            Success::Many(_) => None,
        })
        .collect();
    names
        .into_iter()
        .map(|name| format_ident!("{name}"))
        .collect()
}

/// Every type that the signatures of these operations name.
pub(super) fn named_types(operations: &[OperationItem]) -> Vec<&RustType> {
    let mut types = Vec::new();
    for operation in operations {
        types.extend(
            operation
                .path
                .iter()
                .chain(&operation.parameters)
                .map(|parameter| &parameter.value),
        );
        if let Some(BodyKind::One(content)) = operation.body.as_ref().map(|body| &body.kind) {
            types.push(&content.value);
        }
        if let Success::One(_, content) = &operation.success {
            types.push(&content.value);
        }
    }
    types
}

/// Whether a parameter of these operations has a style that is spelt out as a `Style`: those of headers and cookies
/// are known.
pub(super) fn names_style(operations: &[OperationItem]) -> bool {
    let is_styled = |one: &ParameterItem| {
        matches!(
            one.location,
            ParameterLocation::Path | ParameterLocation::Query
        ) && matches!(
            one.style,
            Some(ParameterStyle::Style(..) | ParameterStyle::Reserved(..))
        )
    };
    operations.iter().any(|operation| {
        operation
            .path
            .iter()
            .chain(&operation.parameters)
            .any(is_styled)
    })
}

/// The paths into sibling modules that signatures of these operations need, and other types beside them.
pub(super) fn sibling_imports(
    operations: &[OperationItem],
    others: &[&RustType],
    names_style: bool,
    up: &TokenStream,
) -> TokenStream {
    let mut types = named_types(operations);
    types.extend(others);
    let choices = operations.iter().any(|operation| {
        let kind = operation.body.as_ref().map(|body| &body.kind);
        matches!(kind, Some(BodyKind::Many(_)))
    });
    let choices = choices.then(|| quote!(use #up requests::*;));
    let style = names_style.then(|| quote!(use #up runtime::parameter::Style;));
    imports_beside(operations, types, [choices, style], up)
}

/// The imports of these types and of the answers of operations, with those of request bodies and styles in their place.
pub(super) fn imports_beside<'p>(
    operations: &'p [OperationItem],
    types: Vec<&'p RustType>,
    [choices, style]: [Option<TokenStream>; 2],
    up: &TokenStream,
) -> TokenStream {
    let models = types.iter().any(|value| responses::is_model(value));
    let errors = operations.iter().any(|operation| operation.error.is_some());
    let undeclared = operations.iter().any(|operation| operation.error.is_none());
    let many = operations
        .iter()
        .any(|operation| matches!(operation.success, Success::Many(_)));
    let models = models.then(|| quote!(use #up models::*;));
    let shadowed = types
        .iter()
        .any(|value| responses::is_shadowed_model(value))
        .then(|| quote!(use #up models;));
    let errors = errors.then(|| quote!(use #up errors::*;));
    let many = many.then(|| quote!(use #up responses::*;));
    let undeclared = undeclared.then(|| quote!(use #up runtime::responses::Undeclared;));
    let foreign = super::spell::imports(types, up, From::Sibling);
    quote!(#models #shadowed #errors #choices #many #undeclared #style #foreign)
}

/// The generated items that concern one operation or type, for people to look at; `None` if there is none.
pub fn snippet(plan: &Plan, wanted: &str) -> Option<TokenStream> {
    let operation = plan
        .groups()
        .flat_map(|group| &group.operations)
        .find(|operation| operation.id == wanted || operation.name.as_str() == wanted);
    if let Some(operation) = operation {
        let client = plan.parts.client.then(|| client::snippet(plan, operation));
        let server = plan.parts.server.then(|| server::snippet(plan, operation));
        let error = operation
            .error
            .and_then(|index| plan.response_sets.get(index))
            .map(responses::definition);
        let success = match operation.success {
            Success::Many(index) => plan.response_sets.get(index).map(responses::definition),
            Success::One(..) => None,
        };
        let body = match operation.body.as_ref().map(|body| &body.kind) {
            Some(BodyKind::Many(index)) => plan.body_sets.get(*index).map(requests::definition),
            Some(BodyKind::One(_)) | None => None,
        };
        return Some(quote!(#client #server #body #success #error));
    }
    let is_wanted = |item: &&TypeItem| {
        item.name.as_str() == wanted || item.wire_name.as_deref() == Some(wanted)
    };
    plan.types.iter().find(is_wanted).map(models::item)
}

/// Whether a type is passed by value.
pub fn is_copy(plan: &Plan, value: &RustType) -> bool {
    match value {
        RustType::Named(name) => plan.copied_types.contains(name),
        RustType::Option(inner) => is_copy(plan, inner),
        other => other.is_copy(),
    }
}

/// How a value is passed to a client method.
pub(super) fn argument_type(plan: &Plan, value: &RustType) -> TokenStream {
    match value {
        RustType::String => quote!(&str),
        RustType::List(item) => {
            let item = rust_type(item, From::Sibling);
            quote!(&[#item])
        }
        RustType::ByteStream | RustType::ItemStream(_) => {
            let spelt = rust_type(value, From::Sibling);
            quote!(impl Into<#spelt>)
        }
        other => {
            let spelt = rust_type(other, From::Sibling);
            if is_copy(plan, other) {
                spelt
            } else {
                quote!(&#spelt)
            }
        }
    }
}
