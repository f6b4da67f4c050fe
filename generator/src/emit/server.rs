//! The server: a trait per tag, the router that calls it, and who is asked for credentials.

use proc_macro2::TokenStream;
use quote::quote;

use super::lints::{Lints, promises_other_self};
use super::operation::{
    body_stream, codecs, error_type, read, security_imports, sibling_imports, stream_imports,
    success_complexity, success_stream, success_type,
};
use super::routes::{is_choice, names_path_style, parameters, routes};
use super::security::placement;
use super::spell::{From, Name, deprecated, docs, rust_type};
use super::{Module, multipart, webhooks};
use crate::plan::{
    Access, BodyCodec, GroupKind, OperationGroup, OperationItem, Plan, RustType, SchemeKind, code,
};

/// The module `server`.
pub(super) fn module(plan: &Plan) -> Module {
    let multipart = multipart::readers(plan);
    let authenticate = authenticate(plan);
    let failures = failures(plan);
    let api = api(plan);
    let router = router(plan);
    let document = document(plan);
    let base_path = &plan.info.base_path;
    let has_methods = !plan.schemes.is_empty() || plan.operation_groups.len() == 1;
    let future = has_methods.then(|| {
        quote!(
            use ::std::future::Future;
        )
    });
    let root = quote! {
        #future
        pub use ::http::request::Parts;
        pub use super::runtime::encode::BoxError;
        pub use super::runtime::exchange::Context;
        pub use super::runtime::problem::Problem;
        pub use super::runtime::rejection::{Rejection, RejectionKind};
        pub use super::runtime::service::{Failure, Operation, PathParameters, Service};
        use super::runtime::router::Routes;
        #[doc = " What a handler returns: the success that the document declares, or a failure."]
        pub type Outcome<T, E> = Result<T, Failure<E>>;

        #[doc = " The path under which the document says that the API is served, for `axum::Router::nest`."]
        pub const BASE_PATH: &str = #base_path;
        #authenticate
        #api
        #router
        #document
        #failures
        #multipart
    };
    let docs = "The server: implement the traits, and serve what `router` returns.";
    let mut module = match plan.operation_groups.as_slice() {
        [group] => {
            let items = group_items(plan, group, &quote!(super::));
            Module::new("server", docs, quote!(#root #items))
        }
        groups => Module {
            children: groups.iter().map(|group| child(plan, group)).collect(),
            ..Module::new("server", docs, root)
        },
    };
    let webhooks = plan.webhooks.iter();
    let webhooks = webhooks.map(|group| webhooks::receiver(plan, group));
    module.children.extend(webhooks);
    module
}

/// The module of a group.
pub(super) fn child(plan: &Plan, group: &OperationGroup) -> Module {
    // Each by its name: what comes by a glob would clash with models of the same names.
    let authenticate = asks(plan, group).then(|| quote!(Authenticate,));
    let shared = quote! {
        use ::std::future::Future;
        use super::{#authenticate Context, Outcome, Routes, Service, service};
    };
    let items = group_items(plan, group, &quote!(super::super::));
    let docs = if group.docs.is_empty() {
        format!("Operations of {}.", code(&group.tag))
    } else {
        group.docs.join("\n")
    };
    let name = group.module.ident().to_string();
    Module::part(&name, &docs, quote!(#shared #items))
}

/// Whether whoever implements the trait of a group is asked who is calling: whoever serves the API always is, if the document
/// knows schemes; whoever receives webhooks is where they demand it.
pub(super) fn asks(plan: &Plan, group: &OperationGroup) -> bool {
    let demands = |operation: &OperationItem| operation.access.requirement().is_some();
    match group.kind {
        GroupKind::Api => !plan.schemes.is_empty(),
        GroupKind::Webhooks => group.operations.iter().any(demands),
    }
}

/// The routes of whoever implements a trait, before any is added; those of who is asked by the methods of the schemes.
pub(super) fn no_routes(api: &TokenStream, asks: bool) -> TokenStream {
    if asks {
        quote!(Routes::new(#api, |api, presented| Box::pin(ask(api, presented))))
    } else {
        quote!(Routes::open(#api))
    }
}

/// `Authenticate`, and the function that asks the method of a scheme.
fn authenticate(plan: &Plan) -> TokenStream {
    if plan.schemes.is_empty() {
        return quote!();
    }
    let methods = plan.schemes.iter().map(|scheme| {
        let name = scheme.method.ident();
        let mut lines = vec![format!("Who the credential of {} stands for: {}.", code(&scheme.wire_name), placement(&scheme.kind))];
        if !scheme.docs.is_empty() {
            lines.push(String::new());
            lines.extend(scheme.docs.iter().cloned());
        }
        let docs = docs(&lines);
        let allow = Lints {
            self_convention: promises_other_self(scheme.method.as_str()),
            ..Lints::default()
        }
        .allowed();
        let credential = credential_type(&scheme.kind);
        quote! {
            #docs
            #allow
            fn #name(&self, #credential scopes: &[&str], parts: &Parts) -> impl Future<Output = Result<Self::Principal, Denied>> + Send;
        }
    });
    let arms = plan.schemes.iter().map(|scheme| {
        let name = scheme.method.ident();
        let wire_name = &scheme.wire_name;
        let credential = match scheme.kind {
            SchemeKind::Basic => {
                quote!(&Basic::decode(presented.credential).ok_or_else(Denied::malformed)?,)
            }
            SchemeKind::MutualTls => quote!(),
            _ => quote!(presented.credential,),
        };
        quote!(#wire_name => api.#name(#credential presented.scopes, presented.parts).await,)
    });
    let basic = plan
        .schemes
        .iter()
        .any(|scheme| scheme.kind == SchemeKind::Basic);
    let basic = basic.then(|| {
        quote!(
            pub use super::runtime::basic::Basic;
        )
    });
    quote! {
        #basic
        pub use super::runtime::authentication::Denied;
        use super::runtime::authentication::Presented;

        #[doc = " Finds out who is calling; one method per scheme of the document."]
        #[doc = ""]
        #[doc = " A scheme is asked before the handler of an operation that demands it."]
        pub trait Authenticate: Send + Sync + 'static {
            #[doc = " Who is calling, as handlers see it."]
            type Principal: Send + Sync + 'static;
            #(#methods)*
        }

        #[doc = " Asks the method of a scheme."]
        async fn ask<A: Authenticate>(api: &A, presented: Presented<'_>) -> Result<A::Principal, Denied> {
            match presented.scheme.name {
                #(#arms)*
                _ => Err(Denied::malformed()),
            }
        }
    }
}

/// The argument that holds a credential, with its comma; a certificate is the connection's matter.
fn credential_type(kind: &SchemeKind) -> TokenStream {
    match kind {
        SchemeKind::Basic => quote!(credential: &Basic,),
        SchemeKind::MutualTls => quote!(),
        _ => quote!(credential: &str,),
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
        return quote!(
            use super::runtime::service;
        );
    }
    quote!(use super::runtime::service::{self, failure_from}; use super::errors; failure_from!(#(errors::#names),*);)
}

/// The trait that ties the traits of the tags together.
fn api(plan: &Plan) -> Option<TokenStream> {
    let traits: Vec<_> = plan
        .operation_groups
        .iter()
        .map(|group| group.server_trait.ident())
        .collect();
    let items = quote! {
        #[doc = " Everything that the document describes; implemented by whatever implements its parts."]
        pub trait Api: Service #(+ #traits)* {}
        impl<T: Service #(+ #traits)*> Api for T {}
    };
    (!traits.is_empty()).then_some(items)
}

fn router(plan: &Plan) -> Option<TokenStream> {
    let adds = match plan.operation_groups.as_slice() {
        [] => return None,
        [_] => quote!(add_routes(&mut routes);),
        groups => {
            let modules = groups.iter().map(|group| group.module.ident());
            quote!(#(#modules::add_routes(&mut routes);)*)
        }
    };
    let new = no_routes(&quote!(api), !plan.schemes.is_empty());
    Some(quote! {
        #[doc = " Serves the API. The paths are those of the document; nest the router under [`BASE_PATH`] if they are meant to"]
        #[doc = " stand below it. It merges, nests and layers like any other router."]
        pub fn router<A: Api>(api: A) -> ::axum::Router {
            let mut routes = #new;
            #adds
            routes.into_router()
        }
    })
}

/// The document, and a router that serves it.
fn document(plan: &Plan) -> Option<TokenStream> {
    let text = plan.served_document.as_ref()?;
    Some(quote! {
        #[doc = " The document that describes the API, as JSON."]
        pub const DOCUMENT: &str = #text;

        #[doc = " Serves [`DOCUMENT`] under `/openapi.json`, to everybody: merge it with what [`router`] returns, or with whatever"]
        #[doc = " router is meant to have it."]
        pub fn document() -> ::axum::Router {
            let answer = ([(::http::header::CONTENT_TYPE, "application/json")], DOCUMENT);
            ::axum::Router::new().route("/openapi.json", ::axum::routing::get(move || async move { answer }))
        }
    })
}

fn group_items(plan: &Plan, group: &OperationGroup, up: &TokenStream) -> TokenStream {
    let siblings = sibling_imports(
        &group.operations,
        &[],
        group.operations.iter().any(names_path_style),
        up,
    );
    let security = security_imports(plan, &group.operations, up);
    let imports = runtime_imports(plan, group, up);
    let definition = trait_definition(plan, group, group.operations.iter());
    let routes = routes(plan, group, asks(plan, group));
    let parameters = group.operations.iter().filter_map(parameters);
    quote!(#siblings #security #imports #definition #routes #(#parameters)*)
}

fn runtime_imports(plan: &Plan, group: &OperationGroup, up: &TokenStream) -> TokenStream {
    let encoders = codecs(&group.operations);
    let encoders =
        (!encoders.is_empty()).then(|| quote!(use #up runtime::encode::{#(#encoders),*};));
    let read = read(plan, &group.operations);
    let is_stream = |(codec, _): &&(&BodyCodec, &RustType)| body_stream(codec).is_some();
    let streamed: Vec<_> = read.iter().filter(is_stream).collect();
    let items = streamed
        .iter()
        .filter(|(_, value)| **value != RustType::ByteStream);
    let items = items.filter_map(|(codec, _)| body_stream(codec));
    let answers = group.operations.iter().filter_map(success_stream);
    let streams = stream_imports(items.chain(answers), up);
    let request_stream = (!streamed.is_empty()).then(|| quote!(use #up runtime::request_stream;));
    let form = read.iter().any(|(codec, _)| **codec == BodyCodec::Form);
    let form = form.then(|| quote!(use #up runtime::form_read;));
    let forms = read
        .iter()
        .any(|(codec, _)| **codec == BodyCodec::MultipartStream);
    let forms = forms.then(|| quote!(use #up runtime::multipart_stream;));
    let choice = group.operations.iter().any(|one| is_choice(plan, one));
    let choice = choice.then(|| quote!(use #up runtime::choice_read::ReadChoice as _;));
    let parameters = group
        .operations
        .iter()
        .any(|operation| !operation.parameters.is_empty());
    let parameters = parameters.then(|| quote!(use #up runtime::parameters::{self, parameters};));
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
    quote!(use #up runtime::routes::{self, routes}; #encoders #streams #request_stream #form #forms #choice #parameters #validate #pattern)
}

/// The trait of a tag.
fn trait_definition<'o>(
    plan: &Plan,
    group: &OperationGroup,
    operations: impl Iterator<Item = &'o OperationItem>,
) -> TokenStream {
    let name = group.server_trait.ident();
    let authenticate = asks(plan, group).then(|| quote!(+ Authenticate));
    let methods = operations.map(|operation| method(plan, operation));
    let mut lines = vec![format!("The operations of {}.", code(&group.tag))];
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
        let value = rust_type(&body.value(plan), From::Sibling);
        arguments.push(if body.required {
            quote!(body: #value)
        } else {
            quote!(body: Option<#value>)
        });
    }
    let allow = Lints {
        arguments: arguments.len(),
        // The arguments of a method without a body are no bindings.
        placeholder: false,
        // `Outcome<success, error>`.
        complexity: 10 + success_complexity(operation, 2) + 20,
        self_convention: promises_other_self(operation.name.as_str()),
    }
    .allowed();
    let success = success_type(plan, operation);
    let error = error_type(plan, operation);
    quote! {
        #docs
        #deprecated
        #allow
        fn #name(&self, #(#arguments),*) -> impl Future<Output = Outcome<#success, #error>> + Send;
    }
}

fn context_type(access: &Access) -> TokenStream {
    match access {
        Access::Open => quote!(()),
        Access::Optional(_) => quote!(Option<Self::Principal>),
        Access::Secured(_) => quote!(Self::Principal),
    }
}

/// What `inspect` shows of the server side.
pub(super) fn snippet(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let group = plan.groups().find(|group| {
        group
            .operations
            .iter()
            .any(|other| other.id == operation.id)
    });
    let definition = group.map(|group| trait_definition(plan, group, std::iter::once(operation)));
    let parameters = parameters(operation);
    quote!(#definition #parameters)
}
