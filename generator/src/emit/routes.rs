//! The routes of the server: a row per operation that says how a request becomes the arguments of a method, and a table of
//! the parameters that a method takes together.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::operation::{body_contents, reply, requirement, style_arguments};
use super::spell::{From, Name, default_value, deprecated, docs, rust_type};
use super::tables::limit;
use crate::plan::{
    Access, BodyCodec, BodyContent, BodyItem, BodyKind, OperationGroup, OperationItem,
    ParameterItem, ParameterLocation, ParameterStyle, Plan, RustType,
};

/// The routes of a tag, one row per operation.
pub(super) fn routes(plan: &Plan, group: &OperationGroup, asks: bool) -> TokenStream {
    let name = group.server_trait.ident();
    let principal = if asks {
        quote!(A::Principal)
    } else {
        quote!(())
    };
    let rows = group
        .operations
        .iter()
        .map(|operation| route(plan, operation));
    quote!(routes!(#name as A, #principal { #(#rows;)* });)
}

/// `"METHOD" "/template" access(requirement) [accepted media types] => method(name: getter()) => reply();`
fn route(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let name = operation.name.ident();
    let method = &operation.method;
    let template = &operation.template;
    let access = match (operation.access, requirement(plan, operation)) {
        (Access::Optional(_), Some(requirement)) => quote!(identified(#requirement)),
        (Access::Secured(_), Some(requirement)) => quote!(secured(#requirement)),
        _ => quote!(open(&[])),
    };
    let mut arguments: Vec<TokenStream> = operation.path.iter().map(path_getter).collect();
    arguments.extend(
        operation
            .parameters_type
            .as_ref()
            .map(|_| quote!(parameters: parameters())),
    );
    arguments.extend(body_getter(plan, operation));
    let contents = body_contents(plan, operation);
    let codecs = contents.into_iter().flat_map(BodyContent::codecs);
    let accepts = codecs.map(|codec| {
        let media_type = codec.media_type();
        let reading = match codec {
            BodyCodec::Stream(_) => Some(quote!(request_stream::STREAM)),
            BodyCodec::MultipartStream => Some(quote!(multipart_stream::START)),
            _ => None,
        };
        quote!(#media_type #reading)
    });
    let reply = reply(operation);
    quote!(#method #template #access #(#accepts)* => #name(#(#arguments),*) => #reply)
}

/// Whether a path parameter of the operation has a style that is spelt out.
pub(super) fn names_path_style(operation: &OperationItem) -> bool {
    operation
        .path
        .iter()
        .any(|one| matches!(one.style, Some(ParameterStyle::Style(..))))
}

fn path_getter(parameter: &ParameterItem) -> TokenStream {
    let name = parameter.name.ident();
    let wire_name = &parameter.wire_name;
    match &parameter.style {
        Some(ParameterStyle::Style(style, explode)) => {
            let style = style_arguments(style, *explode);
            quote!(#name: path_styled(#wire_name, #style))
        }
        _ => quote!(#name: path(#wire_name)),
    }
}

/// A getter of a body, and its argument as module and item.
#[derive(PartialEq)]
struct Getter<'p> {
    word: &'static str,
    argument: Option<(&'p str, &'static str)>,
}

impl<'p> Getter<'p> {
    fn of(codec: &'p BodyCodec, value: &RustType) -> Self {
        let (word, argument) = match codec {
            BodyCodec::Json(_) => ("json", None),
            BodyCodec::Form => ("form", Some(("form_read", "PLAIN"))),
            BodyCodec::Multipart => ("multipart", None),
            BodyCodec::MultipartStream => ("multipart_stream", None),
            BodyCodec::Text(_) => ("text", None),
            BodyCodec::Stream(_) if *value == RustType::ByteStream => ("stream", None),
            BodyCodec::Stream(stream) => ("items", Some((stream.file, "read"))),
        };
        Self { word, argument }
    }

    fn argument(&self) -> Option<TokenStream> {
        let (module, item) = self.argument?;
        let (module, item) = (format_ident!("{module}"), format_ident!("{item}"));
        Some(quote!(#module::#item))
    }
}

/// The getters of a body, one for each media type.
fn getters<'p>(plan: &'p Plan, body: &'p BodyItem) -> Vec<Getter<'p>> {
    let contents = body.kind.contents(plan).into_iter();
    contents
        .flat_map(|content| {
            let codecs = content.codecs();
            codecs.map(|codec| Getter::of(codec, &content.value))
        })
        .collect()
}

/// Whether the media type decides how the body of an operation is read.
pub(super) fn is_choice(plan: &Plan, operation: &OperationItem) -> bool {
    operation.body.as_ref().is_some_and(|body| {
        let mut getters = getters(plan, body).into_iter();
        let first = getters.next();
        matches!(body.kind, BodyKind::Many(_)) || getters.any(|other| Some(other) != first)
    })
}

/// What makes a body of one of several types the enum of them, for each getter.
fn wraps(plan: &Plan, body: &BodyItem) -> Vec<TokenStream> {
    let set = match body.kind {
        BodyKind::Many(index) => plan.body_sets.get(index),
        BodyKind::One(_) => None,
    };
    let wraps = set.into_iter().flat_map(|set| {
        let name = set.name.ident();
        set.cases.iter().flat_map(move |case| {
            let variant = case.name.ident();
            let wrap = match case.content.value {
                RustType::Boxed(_) => quote!(.map(|body| #name::#variant(Box::new(body)))),
                _ => quote!(.map(#name::#variant)),
            };
            case.content.codecs().map(move |_| wrap.clone())
        })
    });
    wraps.collect()
}

fn body_getter(plan: &Plan, operation: &OperationItem) -> Option<TokenStream> {
    let body = operation.body.as_ref()?;
    let prefix = if body.required { "" } else { "optional_" };
    let getters = getters(plan, body);
    if is_choice(plan, operation) {
        let name = format_ident!("{prefix}choice");
        let wraps = wraps(plan, body);
        let readers = getters.iter().enumerate().map(|(at, getter)| {
            let (word, argument) = (format_ident!("{}", getter.word), getter.argument());
            let wrap = wraps.get(at);
            quote!(|exchange| exchange.#word(#argument) #wrap)
        });
        return Some(quote!(body: #name(&[#(#readers),*])));
    }
    let getter = getters.first()?;
    let (name, argument) = (format_ident!("{prefix}{}", getter.word), getter.argument());
    Some(quote!(body: #name(#argument)))
}

/// The struct of all parameters but those of the path, as a table that also says how each is read.
pub(super) fn parameters(operation: &OperationItem) -> Option<TokenStream> {
    let name = operation.parameters_type.as_ref()?.ident();
    let default = operation
        .parameters
        .iter()
        .all(is_plain)
        .then(|| quote!(#[derive(Default)]));
    let rows = operation.parameters.iter().map(parameter_row);
    Some(quote!(parameters!(#default #name { #(#rows),* });))
}

/// Whether a parameter is an `Option`.
fn is_plain(parameter: &ParameterItem) -> bool {
    !parameter.required && parameter.default.is_none()
}

/// `name: Type = presence place "wire name" (style) [limits]`.
fn parameter_row(parameter: &ParameterItem) -> TokenStream {
    let name = parameter.name.ident();
    let wire_name = &parameter.wire_name;
    let presence = match &parameter.default {
        _ if parameter.required => quote!(required),
        Some(default) => {
            let default = default_value(default, From::Sibling);
            quote!(default(#default))
        }
        None => quote!(optional),
    };
    let place = match (parameter.location, &parameter.style) {
        (ParameterLocation::Query, Some(ParameterStyle::Json)) => quote!(query_json),
        (ParameterLocation::Query | ParameterLocation::Path, _) => quote!(query),
        (ParameterLocation::Header, _) => quote!(header),
        (ParameterLocation::Cookie, _) => quote!(cookie),
    };
    let style = match (parameter.location, &parameter.style) {
        // What is reserved makes no difference to a reader.
        (ParameterLocation::Query, Some(ParameterStyle::Reserved("Form", true))) => quote!(),
        (
            ParameterLocation::Query,
            Some(ParameterStyle::Style(style, explode) | ParameterStyle::Reserved(style, explode)),
        ) => {
            let style = format_ident!("{style}");
            quote!((#style, #explode))
        }
        (_, Some(ParameterStyle::Style(_, explode))) => quote!((#explode)),
        _ => quote!(),
    };
    let limits = (!parameter.limits.is_empty()).then(|| {
        let limits = parameter.limits.iter().map(limit);
        quote!([#(#limits),*])
    });
    let docs = docs(&parameter.docs);
    let deprecated = deprecated(parameter.deprecated);
    let value = rust_type(&parameter.value, From::Sibling);
    let value = if is_plain(parameter) {
        quote!(Option<#value>)
    } else {
        value
    };
    quote!(#docs #deprecated #name: #value = #presence #place #wire_name #style #limits)
}
