//! The server: a trait per tag, the router that calls it, and who is asked for credentials.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Module;
use super::client::{placement, scheme, scheme_imports};
use super::operation::{
    error_type, security, sibling_imports, status_and_codec, style_arguments, success_type,
};
use super::spell::{From, Name, default_value, deprecated, docs, rust_type};
use super::tables::limit;
use crate::plan::{
    Access, BodyCodec, BodyItem, ContentCodec, OperationGroup, OperationItem, ParameterItem,
    ParameterLocation, ParameterStyle, Plan, SchemeKind, Success,
};

/// The module `server`.
pub(super) fn module(plan: &Plan) -> Module {
    let schemes = plan.schemes.iter().map(scheme);
    let scheme_imports = scheme_imports(plan);
    let authenticate = authenticate(plan);
    let failures = failures(plan);
    let api = api(plan);
    let router = router(plan);
    let base_path = &plan.info.base_path;
    let root = quote! {
        pub use super::runtime::exchange::Context;
        pub use super::runtime::rejection::{Rejection, RejectionKind};
        pub use super::runtime::service::{BoxError, Failure, Operation, Parts, Service};
        use super::runtime::router::Routes;
        #scheme_imports
        #[doc = " The path under which the document says that the API is served, for `axum::Router::nest`."]
        pub const BASE_PATH: &str = #base_path;
        #(#schemes)*
        #authenticate
        #api
        #router
        #failures
    };
    let docs = "The server: implement the traits, and serve what `router` returns.";
    match plan.operation_groups.as_slice() {
        [group] => {
            let items = group_items(plan, group, &quote!(super::));
            Module::new("server", docs, quote!(#root #items))
        }
        groups => {
            let uses = groups
                .iter()
                .map(|group| group.module.ident())
                .map(|name| quote!(pub use self::#name::*;));
            let children = groups.iter().map(|group| child(plan, group)).collect();
            Module {
                children,
                ..Module::new("server", docs, quote!(#root #(#uses)*))
            }
        }
    }
}

fn child(plan: &Plan, group: &OperationGroup) -> Module {
    let items = group_items(plan, group, &quote!(super::super::));
    let docs = if group.docs.is_empty() {
        format!("Operations of `{}`.", group.tag)
    } else {
        group.docs.join("\n")
    };
    Module::private(
        &group.module.ident().to_string(),
        &docs,
        quote!(use super::*; #items),
    )
}

/// `Authenticate`, and the function that asks the method of a scheme.
fn authenticate(plan: &Plan) -> TokenStream {
    if plan.schemes.is_empty() {
        return quote!();
    }
    let methods = plan.schemes.iter().map(|scheme| {
        let name = scheme.method.ident();
        let mut lines = vec![format!("Who the credential of `{}` stands for: {}.", scheme.wire_name, placement(&scheme.kind))];
        if !scheme.docs.is_empty() {
            lines.push(String::new());
            lines.extend(scheme.docs.iter().cloned());
        }
        let docs = docs(&lines);
        let credential = credential_type(&scheme.kind);
        quote! {
            #docs
            fn #name(&self, credential: #credential, scopes: &[&str], parts: &Parts) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
        }
    });
    let arms = plan.schemes.iter().map(|scheme| {
        let name = scheme.method.ident();
        let wire_name = &scheme.wire_name;
        let get = match scheme.kind {
            SchemeKind::Basic => quote!(credential.basic()?),
            SchemeKind::MutualTls => quote!(()),
            _ => quote!(credential.secret()?),
        };
        quote!(#wire_name => api.#name(#get, scopes, parts).await,)
    });
    quote! {
        pub use super::runtime::authentication::{Basic, Credential, Denied};

        #[doc = " Finds out who is calling; one method per scheme of the document."]
        #[doc = ""]
        #[doc = " A scheme is asked before the handler of an operation that demands it."]
        pub trait Authenticate: Send + Sync + 'static {
            #[doc = " Who is calling, as handlers see it."]
            type Principal: Clone + Send + Sync + 'static;
            #(#methods)*
        }

        #[doc = " Asks the method of a scheme."]
        async fn ask<A: Authenticate>(api: &A, scheme: &Scheme, credential: &Credential, scopes: &[&str], parts: &Parts) -> Result<A::Principal, Denied> {
            match scheme.name {
                #(#arms)*
                _ => Err(Denied::Unauthenticated),
            }
        }
    }
}

fn credential_type(kind: &SchemeKind) -> TokenStream {
    match kind {
        SchemeKind::Basic => quote!(&Basic),
        SchemeKind::MutualTls => quote!(()),
        _ => quote!(&str),
    }
}

/// `From` of each error enum for the failures of handlers.
fn failures(plan: &Plan) -> TokenStream {
    let names: Vec<_> = plan
        .response_sets
        .iter()
        .filter(|set| set.is_error)
        .map(|set| set.name.ident())
        .collect();
    if names.is_empty() {
        return quote!();
    }
    quote!(super::runtime::service::failure_from!(#(super::errors::#names),*);)
}

/// The trait that ties the traits of the tags together.
fn api(plan: &Plan) -> TokenStream {
    let traits: Vec<_> = plan
        .operation_groups
        .iter()
        .map(|group| group.server_trait.ident())
        .collect();
    quote! {
        #[doc = " Everything that the document describes; implemented by whatever implements its parts."]
        pub trait Api: Service #(+ #traits)* {}
        impl<T: Service #(+ #traits)*> Api for T {}
    }
}

fn router(plan: &Plan) -> TokenStream {
    let adds = match plan.operation_groups.as_slice() {
        [_] => quote!(routes_of_tag(&mut routes);),
        groups => {
            let modules = groups.iter().map(|group| group.module.ident());
            quote!(#(#modules::routes_of_tag(&mut routes);)*)
        }
    };
    let new = if plan.schemes.is_empty() {
        quote!(Routes::open(api))
    } else {
        quote!(Routes::new(
            api,
            |api, scheme, credential, scopes, parts| Box::pin(ask(
                api, scheme, credential, scopes, parts
            ))
        ))
    };
    let mutable = (!plan.operation_groups.is_empty()).then(|| quote!(mut));
    quote! {
        #[doc = " Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to"]
        #[doc = " stand below it. It merges, nests and layers like any other router."]
        pub fn router<A: Api>(api: A) -> ::axum::Router {
            let #mutable routes = #new;
            #adds
            routes.into_router()
        }
    }
}

fn group_items(plan: &Plan, group: &OperationGroup, up: &TokenStream) -> TokenStream {
    let siblings = sibling_imports(plan, &group.operations, up);
    let imports = runtime_imports(group, up);
    let definition = trait_definition(plan, group, group.operations.iter());
    let routes = routes(plan, group);
    let parameters = group.operations.iter().filter_map(parameters);
    quote!(#siblings #imports #definition #routes #(#parameters)*)
}

fn runtime_imports(group: &OperationGroup, up: &TokenStream) -> TokenStream {
    let mut encoders: Vec<&str> = group
        .operations
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
    encoders.sort_unstable();
    encoders.dedup();
    let encoders: Vec<_> = encoders
        .into_iter()
        .map(|name| format_ident!("{name}"))
        .collect();
    let encoders =
        (!encoders.is_empty()).then(|| quote!(use #up runtime::encode::{#(#encoders),*};));
    let parameters = group
        .operations
        .iter()
        .any(|operation| !operation.parameters.is_empty());
    let parameters = parameters.then(|| quote!(use #up runtime::exchange::parameters;));
    let limits = group
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters)
        .any(|one| !one.limits.is_empty());
    let validate = limits.then(|| quote!(use #up runtime::validate;));
    let patterns = group
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters)
        .flat_map(|one| &one.limits);
    let pattern = patterns
        .into_iter()
        .any(|limit| matches!(limit, crate::plan::LimitItem::Pattern(_)));
    let pattern = pattern.then(|| quote!(use #up runtime::pattern::Pattern;));
    quote!(#encoders #parameters #validate #pattern)
}

/// The trait of a tag.
fn trait_definition<'o>(
    plan: &Plan,
    group: &OperationGroup,
    operations: impl Iterator<Item = &'o OperationItem>,
) -> TokenStream {
    let name = group.server_trait.ident();
    let authenticate = (!plan.schemes.is_empty()).then(|| quote!(+ Authenticate));
    let methods = operations.map(|operation| method(plan, operation));
    let mut lines = vec![format!("The operations of `{}`.", group.tag)];
    if !group.docs.is_empty() {
        lines.push(String::new());
        lines.extend(group.docs.iter().cloned());
    }
    let docs = docs(&lines);
    quote!(#docs pub trait #name: Service #authenticate { #(#methods)* })
}

fn method(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let name = operation.name.ident();
    let docs = docs(&operation.docs);
    let deprecated = deprecated(operation.deprecated);
    let context = context_type(&operation.access);
    let mut arguments = vec![quote!(context: &Context<#context>)];
    for parameter in &operation.path {
        let name = parameter.name.ident();
        let value = rust_type(&parameter.value, From::Sibling);
        arguments.push(quote!(#name: #value));
    }
    if let Some(parameters) = &operation.parameters_type {
        let parameters = parameters.ident();
        arguments.push(quote!(parameters: #parameters));
    }
    if let Some(body) = &operation.body {
        let value = rust_type(&body.value, From::Sibling);
        arguments.push(if body.required {
            quote!(body: #value)
        } else {
            quote!(body: Option<#value>)
        });
    }
    let allow = (arguments.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let success = success_type(plan, operation);
    let error = error_type(plan, operation);
    quote! {
        #docs
        #deprecated
        #allow
        fn #name(&self, #(#arguments),*) -> impl Future<Output = Result<#success, Failure<#error>>> + Send;
    }
}

fn context_type(access: &Access) -> TokenStream {
    match access {
        Access::Open => quote!(()),
        Access::Optional(_) => quote!(Option<Self::Principal>),
        Access::Secured(_) => quote!(Self::Principal),
    }
}

fn routes(plan: &Plan, group: &OperationGroup) -> TokenStream {
    let name = group.server_trait.ident();
    let principal = if plan.schemes.is_empty() {
        quote!(())
    } else {
        quote!(A::Principal)
    };
    let rows = group
        .operations
        .iter()
        .map(|operation| route(plan, operation));
    let allow = group
        .operations
        .iter()
        .any(|operation| operation.deprecated)
        .then(|| quote!(#[allow(deprecated)]));
    quote! {
        #allow
        pub(super) fn routes_of_tag<A: #name>(routes: &mut Routes<A, #principal>) { #(#rows)* }
    }
}

fn route(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let name = operation.name.ident();
    let method = &operation.method;
    let template = &operation.template;
    let id = &operation.id;
    let security = security(plan, operation, true);
    let mut names = vec![quote!(context)];
    let mut getters = vec![match operation.access {
        Access::Open => quote!(exchange.open()),
        Access::Optional(_) => quote!(exchange.identified()),
        Access::Secured(_) => quote!(exchange.secured()),
    }];
    for parameter in &operation.path {
        let name = parameter.name.ident();
        names.push(quote!(#name));
        getters.push(path_getter(parameter));
    }
    if operation.parameters_type.is_some() {
        names.push(quote!(parameters));
        getters.push(quote!(exchange.parameters()));
    }
    if let Some(body) = &operation.body {
        names.push(quote!(body));
        let getter = body_getter(body);
        getters.push(quote!(exchange.#getter.await));
    }
    let arguments = names.iter().skip(1);
    let call = quote!(api.#name(&context, #(#arguments),*).await);
    let reply = match &operation.success {
        Success::One(status, content) => {
            let arguments = status_and_codec(*status, &content.codec);
            let media_type = match &content.codec {
                ContentCodec::Json(Some(media_type))
                | ContentCodec::Text(media_type)
                | ContentCodec::Bytes(media_type) => {
                    quote!(.produces(#media_type))
                }
                ContentCodec::Json(None) | ContentCodec::Empty => quote!(),
            };
            quote!(exchange #media_type.reply(#arguments, #call))
        }
        Success::Many(_) => quote!(exchange.reply_any(#call)),
    };
    let (pattern, values) = match (names.as_slice(), getters.as_slice()) {
        ([name], [getter]) => (quote!(Some(#name)), quote!(#getter)),
        _ => (quote!((#(Some(#names)),*)), quote!((#(#getters),*))),
    };
    quote! {
        routes.add(#method, #template, #id, #security, |api, mut exchange| async move {
            let #pattern = #values else { return exchange.reject() };
            #reply
        });
    }
}

fn path_getter(parameter: &ParameterItem) -> TokenStream {
    let wire_name = &parameter.wire_name;
    match &parameter.style {
        Some(ParameterStyle::Style(style, explode)) => {
            let style = style_arguments(style, *explode);
            quote!(exchange.path_styled(#wire_name, #style))
        }
        _ => quote!(exchange.path(#wire_name)),
    }
}

fn body_getter(body: &BodyItem) -> TokenStream {
    let prefix = if body.required { "" } else { "optional_" };
    let (word, media_type) = match &body.codec {
        BodyCodec::Json(None) => ("json", None),
        BodyCodec::Json(Some(media_type)) => ("json_as", Some(media_type)),
        BodyCodec::Form => ("form", None),
        BodyCodec::Multipart => ("multipart", None),
        BodyCodec::Text(media_type) => ("text", Some(media_type)),
        BodyCodec::Bytes(media_type) => ("bytes", Some(media_type)),
    };
    let name = format_ident!("{prefix}{word}");
    let media_type = media_type.map(|media_type| quote!(#media_type));
    quote!(#name(#media_type))
}

/// The struct of all parameters but those of the path, and the table that reads it.
fn parameters(operation: &OperationItem) -> Option<TokenStream> {
    let name = operation.parameters_type.as_ref()?.ident();
    let lines = docs(&[format!("Parameters of `{}`.", operation.id)]);
    let is_plain = |one: &ParameterItem| !one.required && one.default.is_none();
    let default = operation
        .parameters
        .iter()
        .all(is_plain)
        .then(|| quote!(, Default));
    let fields = operation.parameters.iter().map(|parameter| {
        let docs = docs(&parameter.docs);
        let deprecated = deprecated(parameter.deprecated);
        let name = parameter.name.ident();
        let value = rust_type(&parameter.value, From::Sibling);
        let value = if is_plain(parameter) {
            quote!(Option<#value>)
        } else {
            value
        };
        quote!(#docs #deprecated pub #name: #value,)
    });
    let rows = operation.parameters.iter().map(parameter_row);
    Some(quote! {
        #lines
        #[derive(Clone, Debug, PartialEq #default)]
        pub struct #name { #(#fields)* }
        parameters!(#name { #(#rows),* });
    })
}

/// `name: presence location "wire name" (style) [limits]`.
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
    let location = match parameter.location {
        ParameterLocation::Path => quote!(path),
        ParameterLocation::Query => quote!(query),
        ParameterLocation::Header => quote!(header),
        ParameterLocation::Cookie => quote!(cookie),
    };
    let style = match &parameter.style {
        Some(ParameterStyle::Style(style, explode)) => {
            let style = style_arguments(style, *explode);
            quote!((#style))
        }
        Some(ParameterStyle::Json) => quote!((content)),
        Some(ParameterStyle::Reserved) | None => quote!(),
    };
    let limits = (!parameter.limits.is_empty()).then(|| {
        let limits = parameter.limits.iter().map(limit);
        quote!([#(#limits),*])
    });
    quote!(#name: #presence #location #wire_name #style #limits)
}

/// What `inspect` shows of the server side.
pub(super) fn snippet(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let group = plan.operation_groups.iter().find(|group| {
        group
            .operations
            .iter()
            .any(|other| other.id == operation.id)
    });
    let definition = group.map(|group| trait_definition(plan, group, std::iter::once(operation)));
    let parameters = parameters(operation);
    quote!(#definition #parameters)
}
