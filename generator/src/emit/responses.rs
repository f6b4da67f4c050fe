//! Responses: the enums of declared errors, and of successes where there are several.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::Module;
use super::operation::stream_imports;
use super::spell::{From, Name, docs, imports, rust_type};
use crate::plan::{
    CaseStatus, ContentCodec, ModuleName, OperationGroup, Plan, ResponseCase, ResponseSet,
    RustType, StreamItem, TypeName, code, is_shadowed,
};

/// The modules `errors` and `responses`, as far as there is something in them.
pub(super) fn modules(plan: &Plan) -> Vec<Module> {
    let (errors, successes): (Vec<&ResponseSet>, Vec<&ResponseSet>) =
        plan.response_sets.iter().partition(|set| set.is_error);
    let errors = module(
        plan,
        "errors",
        "The errors that operations declare, one enum per set of statuses.",
        errors,
    );
    let successes = module(
        plan,
        "responses",
        "The answers of operations that have more than one.",
        successes,
    );
    errors.into_iter().chain(successes).collect()
}

fn module(plan: &Plan, name: &str, docs: &str, sets: Vec<&ResponseSet>) -> Option<Module> {
    by_tag(plan, (name, docs), sets, |set| set.of_tag.as_ref(), file)
}

/// A module with these enums; those of one tag are in a file of it.
pub(super) fn by_tag<'s, S>(
    plan: &Plan,
    (name, docs): (&str, &str),
    sets: Vec<&'s S>,
    of_tag: impl Fn(&S) -> Option<&ModuleName>,
    file: impl Fn(&[&'s S], &TokenStream) -> TokenStream,
) -> Option<Module> {
    if sets.is_empty() {
        return None;
    }
    let part = |group: &OperationGroup| {
        let own = |set: &&&S| of_tag(set) == Some(&group.module);
        let own: Vec<&S> = sets.iter().filter(own).copied().collect();
        let name = group.module.ident().to_string();
        let part = (!own.is_empty())
            .then(|| Module::part(&name, docs, file(&own, &quote!(super::super::))))?;
        Some(part.switched_by(group.feature.as_ref()))
    };
    let children = plan.groups().filter_map(part).collect();
    let is_shared = |set: &&&S| of_tag(set).is_none();
    let shared: Vec<&S> = sets.iter().filter(is_shared).copied().collect();
    let items = file(&shared, &quote!(super::));
    Some(Module {
        children,
        ..Module::new(name, docs, items)
    })
}

fn file(sets: &[&ResponseSet], up: &TokenStream) -> TokenStream {
    if sets.is_empty() {
        return quote!();
    }
    let types: Vec<&RustType> = sets
        .iter()
        .flat_map(|set| set.cases.iter().map(|case| &case.content.value))
        .collect();
    let imports = imports(types.iter().copied(), up, From::Sibling);
    let names_models = types.iter().any(|value| is_model(value));
    let names_models = names_models.then(|| quote!(use #up models::*;));
    let shadowed = types.iter().any(|value| is_shadowed_model(value));
    let shadowed = shadowed.then(|| quote!(use #up models;));
    let cases = sets.iter().flat_map(|set| &set.cases);
    let streams = cases.filter_map(|case| match &case.content.codec {
        ContentCodec::Stream(stream) => Some(stream),
        _ => None,
    });
    let streams = stream_imports(streams, up);
    let enums = sets.iter().map(|set| definition(set));
    let tables = sets.iter().map(|set| table(set));
    quote! {
        use #up runtime::responses::{self, responses};
        #streams
        #names_models
        #shadowed
        #imports
        #(#enums)*
        #(#tables)*
    }
}

/// Whether a type is written with the imported name of a model.
pub(super) fn is_model(value: &RustType) -> bool {
    model_name(value).is_some_and(|name| !is_shadowed(name))
}

/// Whether a type is written with the path of a model whose plain name means something else.
pub(super) fn is_shadowed_model(value: &RustType) -> bool {
    model_name(value).is_some_and(is_shadowed)
}

/// The model that a type names.
fn model_name(value: &RustType) -> Option<&TypeName> {
    match value {
        RustType::Named(name) => Some(name),
        RustType::List(inner)
        | RustType::Map(_, inner)
        | RustType::Option(inner)
        | RustType::Maybe(inner)
        | RustType::JsonText(inner)
        | RustType::ItemStream(inner)
        | RustType::Boxed(inner) => model_name(inner),
        RustType::Tuple(items) => items.iter().find_map(model_name),
        _ => None,
    }
}

/// The definition of an enum of responses.
pub(super) fn definition(set: &ResponseSet) -> TokenStream {
    let name = set.name.ident();
    let lines = docs(&set.docs);
    let cases = set.cases.iter().map(case);
    let derives = if set.has_stream() {
        quote!(Debug)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    quote!(#lines #[derive(#derives)] pub enum #name { #(#cases)* })
}

fn case(case: &ResponseCase) -> TokenStream {
    let name = case.name.ident();
    let is_empty = case.content.codec == ContentCodec::Empty;
    let value = rust_type(&case.content.value, From::Sibling);
    let lines = docs(&[status_sentence(case)]);
    match (case.status, is_empty) {
        (CaseStatus::Exact(_), true) => quote!(#lines #name,),
        (CaseStatus::Exact(_), false) => quote!(#lines #name(#value),),
        (_, true) => quote!(#lines #name { #[doc = " The status."] status: u16 },),
        (_, false) => {
            quote!(#lines #name { #[doc = " The status."] status: u16, #[doc = " The body."] body: #value },)
        }
    }
}

fn status_sentence(case: &ResponseCase) -> String {
    let media_type = match &case.content.codec {
        ContentCodec::Json(Some(media_type))
        | ContentCodec::Text(media_type)
        | ContentCodec::Bytes(media_type)
        | ContentCodec::Stream(StreamItem { media_type, .. }) => {
            format!(" as {}", code(media_type))
        }
        ContentCodec::Json(None) | ContentCodec::Empty => String::new(),
    };
    match case.status {
        CaseStatus::Exact(status) => format!("Status {status}{media_type}."),
        CaseStatus::Range(hundred) => {
            format!("Any other status from {hundred}00 to {hundred}99{media_type}.")
        }
        CaseStatus::Default => format!("Any other status{media_type}."),
    }
}

fn table(set: &ResponseSet) -> TokenStream {
    let name = set.name.ident();
    let rows = set.cases.iter().map(|case| {
        let name = case.name.ident();
        let status = match case.status {
            CaseStatus::Exact(status) => {
                let status = Literal::u16_unsuffixed(status);
                quote!(#status)
            }
            CaseStatus::Range(hundred) => {
                // `4XX` is an integer with a suffix to Rust's lexer.
                let range: Option<Literal> = format!("{hundred}XX").parse().ok();
                quote!(#range)
            }
            CaseStatus::Default => quote!(default),
        };
        let codec = codec(&case.content.codec);
        quote!(#name: #status #codec)
    });
    quote!(responses!(#name { #(#rows),* });)
}

/// A codec as the runtime's tables name it, with its media type where that is not the usual one.
fn codec(codec: &ContentCodec) -> TokenStream {
    match codec {
        ContentCodec::Empty => quote!(empty),
        ContentCodec::Json(None) => quote!(json),
        ContentCodec::Json(Some(media_type)) => quote!(json #media_type),
        ContentCodec::Text(media_type) => quote!(text #media_type),
        ContentCodec::Bytes(media_type) => quote!(bytes #media_type),
        ContentCodec::Stream(StreamItem { media_type, file }) => {
            let file = format_ident!("{file}");
            quote!([#file] #media_type)
        }
    }
}
