//! The client: one plain function per operation that fills a request, and the optional parameters of each.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Module;
use super::operation::{
    argument_type, error_type, security, sibling_imports, status_and_codec, style_arguments,
    success_type,
};
use super::spell::{Name, deprecated, docs};
use crate::plan::{
    BodyCodec, BodyItem, ContentCodec, OperationGroup, OperationItem, ParameterItem,
    ParameterLocation, ParameterStyle, Plan, SchemeItem, SchemeKind, Success,
};

/// The module `client`.
pub(super) fn module(plan: &Plan) -> Module {
    let schemes = plan.schemes.iter().map(scheme);
    let builder = builder(plan);
    let uses = scheme_imports(plan);
    let root = quote! {
        pub use super::runtime::call::{Call, Full};
        pub use super::runtime::client::{Client, ClientBuilder};
        pub use super::runtime::client_error::{ApiError, Error};
        #uses
        #(#schemes)*
        #builder
    };
    let docs = "The client: one method per operation.";
    match plan.operation_groups.as_slice() {
        [group] => {
            let items = group_items(plan, group, &quote!(super::));
            Module::new("client", docs, quote!(#root #items))
        }
        groups => {
            let modules = groups
                .iter()
                .filter(|group| group.operations.iter().any(OperationItem::has_options));
            let uses = modules
                .map(|group| group.module.ident())
                .map(|name| quote!(pub use self::#name::*;));
            let children = groups.iter().map(|group| child(plan, group)).collect();
            Module {
                children,
                ..Module::new("client", docs, quote!(#root #(#uses)*))
            }
        }
    }
}

fn child(plan: &Plan, group: &OperationGroup) -> Module {
    let items = group_items(plan, group, &quote!(super::super::));
    let names = used_schemes(plan, &group.operations);
    let schemes = (!names.is_empty()).then(|| quote!(use super::{#(#names),*};));
    let docs = if group.docs.is_empty() {
        format!("Operations of `{}`.", group.tag)
    } else {
        group.docs.join("\n")
    };
    Module::private(
        &group.module.ident().to_string(),
        &docs,
        quote!(use super::{Call, Client}; #schemes #items),
    )
}

/// The statics that the operations of a file name.
fn used_schemes(plan: &Plan, operations: &[OperationItem]) -> Vec<proc_macro2::Ident> {
    let mut indices: Vec<usize> = operations
        .iter()
        .flat_map(|operation| operation.access.alternatives())
        .flatten()
        .map(|(index, _)| *index)
        .collect();
    indices.sort_unstable();
    indices.dedup();
    indices
        .into_iter()
        .filter_map(|index| plan.schemes.get(index))
        .map(|scheme| format_ident!("{}", scheme.constant))
        .collect()
}

fn group_items(plan: &Plan, group: &OperationGroup, up: &TokenStream) -> TokenStream {
    let siblings = sibling_imports(plan, &group.operations, up);
    let decoders = decoders(&group.operations);
    let decoders =
        (!decoders.is_empty()).then(|| quote!(use #up runtime::decode::{#(#decoders),*};));
    let methods = group
        .operations
        .iter()
        .map(|operation| method(plan, operation));
    let options = group
        .operations
        .iter()
        .filter_map(|operation| options(plan, operation));
    quote! {
        #siblings
        #decoders
        impl Client { #(#methods)* }
        #(#options)*
    }
}

/// The decoders that the operations name.
fn decoders(operations: &[OperationItem]) -> Vec<proc_macro2::Ident> {
    let mut names: Vec<&str> = operations
        .iter()
        .filter_map(|operation| match &operation.success {
            Success::One(_, content) => Some(match content.codec {
                ContentCodec::Empty => "empty",
                ContentCodec::Json(_) => "json",
                ContentCodec::Text(_) => "text",
                ContentCodec::Bytes(_) => "bytes",
            }),
            Success::Many(_) => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .map(|name| format_ident!("{name}"))
        .collect()
}

pub(super) fn scheme_imports(plan: &Plan) -> TokenStream {
    if plan.schemes.is_empty() {
        quote!()
    } else {
        quote!(
            use super::runtime::credentials::{Scheme, SchemeKind};
        )
    }
}

/// The static that describes a scheme.
pub(super) fn scheme(scheme: &SchemeItem) -> TokenStream {
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
    quote!(static #constant: Scheme = Scheme { name: #name, kind: SchemeKind::#kind };)
}

/// The document's schemes as methods of the builder.
fn builder(plan: &Plan) -> TokenStream {
    let methods: Vec<TokenStream> = plan.schemes.iter().filter_map(builder_method).collect();
    if methods.is_empty() {
        quote!()
    } else {
        quote!(impl ClientBuilder { #(#methods)* })
    }
}

fn builder_method(scheme: &SchemeItem) -> Option<TokenStream> {
    let method = scheme.method.ident();
    let constant = format_ident!("{}", scheme.constant);
    let mut lines = vec![format!(
        "Credentials for `{}`: {}.",
        scheme.wire_name,
        placement(&scheme.kind)
    )];
    if !scheme.docs.is_empty() {
        lines.push(String::new());
        lines.extend(scheme.docs.iter().cloned());
    }
    let docs = docs(&lines);
    match scheme.kind {
        SchemeKind::MutualTls => None,
        SchemeKind::Basic => Some(quote! {
            #docs
            #[must_use]
            pub fn #method(self, user: impl Into<String>, password: impl Into<String>) -> Self {
                self.credential_basic(&#constant, user, password)
            }
        }),
        _ => Some(quote! {
            #docs
            #[must_use]
            pub fn #method(self, secret: impl Into<String>) -> Self { self.credential(&#constant, secret) }
        }),
    }
}

/// Where a credential travels, in words.
pub(super) fn placement(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Bearer => "`Authorization: Bearer …`".to_owned(),
        SchemeKind::Basic => "`Authorization: Basic …`".to_owned(),
        SchemeKind::Authorization(word) => format!("`Authorization: {word} …`"),
        SchemeKind::ApiKeyHeader(name) => format!("the header `{name}`"),
        SchemeKind::ApiKeyQuery(name) => format!("the query parameter `{name}`"),
        SchemeKind::ApiKeyCookie(name) => format!("the cookie `{name}`"),
        SchemeKind::MutualTls => "the client's certificate".to_owned(),
    }
}

/// The function of an operation.
pub(super) fn method(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let name = operation.name.ident();
    let docs = docs(&operation.docs);
    let deprecated = deprecated(operation.deprecated);
    let mut arguments = Vec::new();
    let mut steps = Vec::new();
    for parameter in operation.path.iter().chain(
        operation
            .parameters
            .iter()
            .filter(|parameter| parameter.required),
    ) {
        let name = parameter.name.ident();
        let value = argument_type(plan, &parameter.value);
        arguments.push(quote!(#name: #value));
        steps.push(step(parameter));
    }
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        let value = argument_type(plan, &body.value);
        arguments.push(quote!(body: #value));
        steps.push(body_step(body));
    }
    let secured = (!operation.access.alternatives().is_empty()).then(|| {
        let alternatives = security(plan, operation, false);
        quote!(.secured(#alternatives))
    });
    // Clippy counts `self`, and allows seven.
    let allow = (arguments.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let returned = returned(plan, operation);
    let finish = match &operation.success {
        Success::One(status, content) => {
            let arguments = status_and_codec(*status, &content.codec);
            quote!(.returns(#arguments))
        }
        Success::Many(_) => quote!(.returns_any()),
    };
    let method = &operation.method;
    let template = &operation.template;
    quote! {
        #docs
        #deprecated
        #allow
        pub fn #name(&self, #(#arguments),*) -> #returned {
            self.request(#method, #template)#secured #(#steps)* #finish
        }
    }
}

fn returned(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let success = success_type(plan, operation);
    let error = error_type(plan, operation);
    let marker = operation.marker.as_ref().map(|marker| {
        let marker = marker.ident();
        quote!(, #marker)
    });
    quote!(Call<'_, #success, #error #marker>)
}

/// The call that puts a parameter into the request.
fn step(parameter: &ParameterItem) -> TokenStream {
    let name = parameter.name.ident();
    let wire_name = &parameter.wire_name;
    match (parameter.location, &parameter.style) {
        (ParameterLocation::Path, Some(ParameterStyle::Style(style, explode))) => {
            let style = style_arguments(style, *explode);
            quote!(.path_styled(#wire_name, &#name, #style))
        }
        (ParameterLocation::Path, _) => quote!(.path(&#name)),
        (ParameterLocation::Query, None) => quote!(.query(#wire_name, &#name)),
        (ParameterLocation::Query, Some(ParameterStyle::Style(style, explode))) => {
            let style = style_arguments(style, *explode);
            quote!(.query_styled(#wire_name, &#name, #style))
        }
        (ParameterLocation::Query, Some(ParameterStyle::Reserved)) => {
            quote!(.query_reserved(#wire_name, &#name))
        }
        (ParameterLocation::Query, Some(ParameterStyle::Json)) => {
            quote!(.query_content(#wire_name, &#name))
        }
        (ParameterLocation::Header, _) => quote!(.header_parameter(#wire_name, &#name)),
        (ParameterLocation::Cookie, _) => quote!(.cookie(#wire_name, &#name)),
    }
}

/// The call that puts the body into the request.
fn body_step(body: &BodyItem) -> TokenStream {
    match &body.codec {
        BodyCodec::Json(None) => quote!(.json(body)),
        BodyCodec::Json(Some(media_type)) => quote!(.json_as(#media_type, body)),
        BodyCodec::Form => quote!(.form(body)),
        BodyCodec::Multipart => quote!(.multipart(body)),
        BodyCodec::Text(media_type) => quote!(.text(#media_type, body)),
        BodyCodec::Bytes(media_type) => quote!(.bytes(#media_type, body)),
    }
}

/// The optional parameters of an operation: a marker, and functions on its call.
fn options(plan: &Plan, operation: &OperationItem) -> Option<TokenStream> {
    let marker = operation.marker.as_ref()?.ident();
    let mut methods: Vec<TokenStream> = operation
        .parameters
        .iter()
        .filter(|parameter| !parameter.required)
        .map(|parameter| {
            let name = parameter.name.ident();
            let docs = docs(&parameter.docs);
            let deprecated = deprecated(parameter.deprecated);
            let value = argument_type(plan, &parameter.value);
            let step = step(parameter);
            quote!(#docs #deprecated pub fn #name(self, #name: #value) -> Self { self #step })
        })
        .collect();
    if let Some(body) = operation.body.as_ref().filter(|body| !body.required) {
        let value = argument_type(plan, &body.value);
        let step = body_step(body);
        methods.push(
            quote!(#[doc = " The body."] pub fn body(self, body: #value) -> Self { self #step }),
        );
    }
    let docs = docs(&[format!(
        "Marks the call of [`Client::{}`], which takes optional parameters.",
        operation.name.as_str()
    )]);
    Some(quote! {
        #docs
        #[derive(Debug)]
        pub enum #marker {}
        impl<T, E> Call<'_, T, E, #marker> { #(#methods)* }
    })
}

/// What `inspect` shows of the client side.
pub(super) fn snippet(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let method = method(plan, operation);
    let options = options(plan, operation);
    quote!(impl Client { #method } #options)
}
