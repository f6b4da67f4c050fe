//! Security: the document's schemes, and what operations demand, for client and server alike.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Module;
use super::lints::perhaps_unused;
use super::spell::docs;
use crate::plan::{Plan, RequirementItem, SchemeItem, SchemeKind, code};

/// The module `security`, if the document has schemes that some operation uses.
pub(super) fn module(plan: &Plan) -> Option<Module> {
    if plan.schemes.is_empty() {
        return None;
    }
    let schemes = plan.schemes.iter().map(scheme);
    let requirements = plan.requirements.iter().map(|one| requirement(plan, one));
    let items = quote! {
        use super::runtime::security::{Requirement, Scheme, SchemeKind};
        #(#schemes)*
        #(#requirements)*
    };
    Some(Module::private(
        "security",
        "The ways to prove who is calling, and which of them operations demand.",
        items,
    ))
}

fn scheme(scheme: &SchemeItem) -> TokenStream {
    let constant = format_ident!("{}", scheme.constant);
    let name = &scheme.wire_name;
    let kind = match &scheme.kind {
        SchemeKind::Bearer => quote!(Bearer),
        SchemeKind::Basic => quote!(Basic),
        SchemeKind::Authorization(word) => quote!(Authorization(#word)),
        SchemeKind::ApiKeyHeader(name) => quote!(ApiKeyHeader(#name)),
        SchemeKind::ApiKeyQuery(name) => quote!(ApiKeyQuery(#name)),
        SchemeKind::ApiKeyCookie(name) => quote!(ApiKeyCookie(#name)),
        SchemeKind::MutualTls => quote!(MutualTls),
    };
    let docs = docs(&[format!(
        "{}: {}.",
        code(&scheme.wire_name),
        placement(&scheme.kind)
    )]);
    quote!(#docs pub(super) static #constant: Scheme = Scheme { name: #name, kind: SchemeKind::#kind };)
}

fn requirement(plan: &Plan, requirement: &RequirementItem) -> TokenStream {
    let constant = format_ident!("{}", requirement.constant);
    let alternatives = requirement.alternatives.iter().map(|alternative| {
        let schemes = alternative.iter().filter_map(|(index, scopes)| {
            let constant = format_ident!("{}", plan.schemes.get(*index)?.constant);
            Some(quote!((&#constant, &[#(#scopes),*])))
        });
        quote!(&[#(#schemes),*])
    });
    let allow = perhaps_unused(plan);
    quote!(#allow pub(super) const #constant: &[Requirement] = &[#(#alternatives),*];)
}

/// Where a credential travels, in words.
pub(super) fn placement(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Bearer => "`Authorization: Bearer …`".to_owned(),
        SchemeKind::Basic => "`Authorization: Basic …`".to_owned(),
        SchemeKind::Authorization(word) => code(&format!("Authorization: {word} …")),
        SchemeKind::ApiKeyHeader(name) => format!("the header {}", code(name)),
        SchemeKind::ApiKeyQuery(name) => format!("the query parameter {}", code(name)),
        SchemeKind::ApiKeyCookie(name) => format!("the cookie {}", code(name)),
        SchemeKind::MutualTls => "the client's certificate".to_owned(),
    }
}
