//! Requests: the enums of bodies that have one of several types, by their media types.

use proc_macro2::TokenStream;
use quote::quote;

use super::Module;
use super::responses::{by_tag, is_model, is_shadowed_model};
use super::spell::{From, Name, docs, imports, rust_type};
use crate::plan::{BodyCase, BodyCodec, BodyContent, BodySet, Plan, RustType, code};

/// The module `requests`, if there is something in it.
pub(super) fn module(plan: &Plan) -> Option<Module> {
    let docs = "What operations take that accept several media types.";
    let sets = plan.body_sets.iter().collect();
    by_tag(
        plan,
        ("requests", docs),
        sets,
        |set| set.of_tag.as_ref(),
        file,
    )
}

fn file(sets: &[&BodySet], up: &TokenStream) -> TokenStream {
    let cases = sets.iter().flat_map(|set| &set.cases);
    let types: Vec<&RustType> = cases.map(|case| &case.content.value).collect();
    let imports = imports(types.iter().copied(), up, From::Sibling);
    let names_models = types.iter().any(|value| is_model(value));
    let names_models = names_models.then(|| quote!(use #up models::*;));
    let shadowed = types.iter().any(|value| is_shadowed_model(value));
    let shadowed = shadowed.then(|| quote!(use #up models;));
    let enums = sets.iter().map(|set| definition(set));
    quote!(#names_models #shadowed #imports #(#enums)*)
}

/// The definition of an enum of bodies, and what becomes one.
pub(super) fn definition(set: &BodySet) -> TokenStream {
    let name = set.name.ident();
    let lines = docs(&set.docs);
    let cases = set.cases.iter().map(|case| {
        let name = case.name.ident();
        let value = rust_type(&case.content.value, From::Sibling);
        let lines = docs(&[media_types(&case.content)]);
        quote!(#lines #name(#value),)
    });
    let derives = if set.has_stream() {
        quote!(Debug)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    let conversions = set.cases.iter().map(|case| conversion(set, case));
    quote!(#lines #[derive(#derives)] pub enum #name { #(#cases)* } #(#conversions)*)
}

/// No two cases have the same type, so the type alone says which is meant.
fn conversion(set: &BodySet, case: &BodyCase) -> TokenStream {
    let name = set.name.ident();
    let variant = case.name.ident();
    let from = |value: TokenStream, body: TokenStream| {
        quote! {
            impl From<#value> for #name {
                fn from(body: #value) -> Self { Self::#variant(#body) }
            }
        }
    };
    match &case.content.value {
        RustType::Boxed(inner) => from(rust_type(inner, From::Sibling), quote!(Box::new(body))),
        RustType::String => {
            let borrowed = from(quote!(&str), quote!(body.to_owned()));
            let owned = from(quote!(String), quote!(body));
            quote!(#owned #borrowed)
        }
        other => from(rust_type(other, From::Sibling), quote!(body)),
    }
}

/// The media types of a case, as a sentence.
fn media_types(content: &BodyContent) -> String {
    let names = content.codecs().map(BodyCodec::media_type).map(code);
    format!("As {}.", names.collect::<Vec<_>>().join(" or "))
}
