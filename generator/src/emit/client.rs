//! The client: one plain function per operation that fills a request, and the optional parameters of each.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::lints::{Lints, is_placeholder};
use super::operation::{
    argument_type, body_stream, codecs, error_type, is_copy, media_type, names_style, requirement,
    security_imports, sibling_imports, status_and_codec, stream_imports, style_arguments,
    success_complexity, success_stream, success_type, written,
};
use super::security::placement;
use super::spell::{From, Name, deprecated, docs, rust_type};
use super::{Module, multipart, pagination, servers, webhooks};
use crate::plan::{
    BodyCodec, BodyContent, BodyItem, BodyKind, ContentCodec, GroupKind, OperationGroup,
    OperationItem, ParameterItem, ParameterLocation, ParameterStyle, Plan, RustType, SchemeItem,
    SchemeKind, StreamItem, Success, code,
};

/// The module `client`.
pub(super) fn module(plan: &Plan) -> Module {
    let builder = builder(plan);
    let traced = plan.traced.then(|| {
        quote!(
            pub use super::runtime::traced::Traced;
        )
    });
    let blocking = plan.blocking.then(|| {
        quote!(
            pub use super::runtime::blocking::{Each, Wait};
        )
    });
    let servers = servers::servers(plan);
    let for_all = plan.model_groups.iter().filter(|one| one.feature.is_none());
    let multipart = multipart::writers(plan, for_all, &quote!(super::));
    let root = quote! {
        pub use super::runtime::call::{Call, Full};
        pub use super::runtime::client::{Client, ClientBuilder};
        pub use super::runtime::client_error::{ApiError, Error};
        #traced
        #blocking
        #builder
        #servers
        #multipart
    };
    let docs = "The client: one method per operation.";
    let mut module = match plan.operation_groups.as_slice() {
        [group] => {
            let items = group_items(plan, group, &quote!(super::));
            Module::new("client", docs, quote!(#root #items))
        }
        groups => Module {
            children: groups.iter().map(|group| child(plan, group)).collect(),
            ..Module::new("client", docs, root)
        },
    };
    let webhooks = plan.webhooks.iter();
    let webhooks = webhooks.map(|group| webhooks::sender(plan, group));
    module.children.extend(webhooks);
    module
}

/// The module of a group.
pub(super) fn child(plan: &Plan, group: &OperationGroup) -> Module {
    let items = group_items(plan, group, &quote!(super::super::));
    let docs = if group.docs.is_empty() {
        format!("Operations of {}.", code(&group.tag))
    } else {
        group.docs.join("\n")
    };
    let own = plan.model_groups.iter();
    let own = own.filter(|one| one.feature.is_some() && one.feature == group.feature);
    let multipart = multipart::writers(plan, own, &quote!(super::super::));
    let name = group.module.ident().to_string();
    let items = quote!(use super::{Call, Client}; #items #multipart);
    let child = if group.operations.iter().any(OperationItem::has_options) {
        Module::part(&name, &docs, items)
    } else {
        Module::private(&name, &docs, items)
    };
    child.switched_by(group.feature.as_ref())
}

fn group_items(plan: &Plan, group: &OperationGroup, up: &TokenStream) -> TokenStream {
    let pages = group
        .operations
        .iter()
        .filter_map(|one| one.pagination.as_ref());
    let results: Vec<&RustType> = pages.map(|one| &one.item).collect();
    let style = names_style(&group.operations);
    let siblings = sibling_imports(&group.operations, &results, style, up);
    let security = security_imports(plan, &group.operations, up);
    let decoders = codecs(&group.operations);
    let written = written(plan, &group.operations);
    let answers = group.operations.iter().filter_map(success_stream);
    let bodies = written.iter().filter_map(|codec| body_stream(codec));
    let streams = stream_imports(bodies.chain(answers), up);
    let decoders =
        (!decoders.is_empty()).then(|| quote!(use #up runtime::decode::{#(#decoders),*};));
    let methods = group
        .operations
        .iter()
        .map(|operation| method(plan, operation));
    let owner = match group.kind {
        GroupKind::Api => quote!(Client),
        GroupKind::Webhooks => quote!(Webhooks),
    };
    let form = written.contains(&&BodyCodec::Form);
    let form = form.then(|| quote!(use #up runtime::form;));
    let choices: Vec<TokenStream> = group
        .operations
        .iter()
        .filter_map(|operation| choice(plan, operation))
        .collect();
    let choice = (!choices.is_empty()).then(|| quote!(use #up runtime::{call, choice};));
    let has_options = group.operations.iter().any(OperationItem::has_options);
    let macros = has_options.then(|| quote!(use #up runtime::options::options;));
    let options = group
        .operations
        .iter()
        .filter_map(|operation| options(plan, operation));
    let pages: Vec<TokenStream> = group
        .operations
        .iter()
        .filter_map(pagination::row)
        .collect();
    let paging = (!pages.is_empty()).then(|| quote!(use #up runtime::paging::{self, paged};));
    quote! {
        #siblings
        #security
        #decoders
        #streams
        #form
        #choice
        #macros
        #paging
        impl #owner { #(#methods)* }
        #(#options)*
        #(#choices)*
        #(#pages)*
    }
}

/// The document's schemes as methods of the builder.
fn builder(plan: &Plan) -> TokenStream {
    let mut methods: Vec<TokenStream> = plan.schemes.iter().filter_map(builder_method).collect();
    if methods.is_empty() {
        return quote!();
    }
    let mut tokens = plan.schemes.iter().filter_map(token_method).peekable();
    let oauth2 = tokens.peek().is_some().then(|| {
        quote!(
            pub use super::runtime::oauth2::OAuth2;
        )
    });
    methods.extend(tokens);
    let with_methods = plan
        .schemes
        .iter()
        .filter(|scheme| scheme.kind != SchemeKind::MutualTls);
    let constants = with_methods.map(|scheme| format_ident!("{}", scheme.constant));
    let basic = plan
        .schemes
        .iter()
        .any(|scheme| scheme.kind == SchemeKind::Basic);
    let basic = basic.then(|| {
        quote!(
            use super::runtime::basic::Basic;
        )
    });
    quote!(#basic #oauth2 use super::security::{#(#constants),*}; impl ClientBuilder { #(#methods)* })
}

fn builder_method(scheme: &SchemeItem) -> Option<TokenStream> {
    let method = scheme.method.ident();
    let constant = format_ident!("{}", scheme.constant);
    let mut lines = vec![format!(
        "Credentials for {}: {}.",
        code(&scheme.wire_name),
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
            pub fn #method(self, user: impl Into<String>, password: impl Into<String>) -> Self {
                self.credential(&#constant, Basic { user: user.into(), password: password.into() }.encode())
            }
        }),
        _ => Some(quote! {
            #docs
            pub fn #method(self, secret: impl Into<String>) -> Self { self.credential(&#constant, secret) }
        }),
    }
}

/// The method of a client that gets its tokens itself.
fn token_method(scheme: &SchemeItem) -> Option<TokenStream> {
    let tokens = scheme.tokens.as_ref()?;
    let method = tokens.method.ident();
    let constructor = format_ident!("{}", tokens.constructor);
    let constant = format_ident!("{}", scheme.constant);
    let url = &tokens.url;
    let docs = docs(&[format!(
        "Tokens for {}, by client credentials, for these scopes; [`OAuth2`] knows other ways.",
        code(&scheme.wire_name)
    )]);
    Some(quote! {
        #docs
        pub fn #method(self, id: impl Into<String>, secret: impl Into<String>, scopes: &[&str]) -> Self {
            let tokens = OAuth2::#constructor(self.absolute(#url), id, secret);
            self.credential_source(&#constant, tokens.scopes(scopes.iter().copied()))
        }
    })
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
        let (method, before) = step(parameter);
        steps.push(quote!(.#method(#(#before,)* &#name)));
    }
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        let value = body_argument(plan, body);
        arguments.push(quote!(body: #value));
        steps.push(body_step(plan, body));
    }
    let secured = requirement(plan, operation).map(|requirement| quote!(.secured(#requirement)));
    let mut named = operation.path.iter().chain(&operation.parameters);
    let allow = Lints {
        arguments: arguments.len(),
        placeholder: named.any(|one| one.required && is_placeholder(one.name.as_str())),
        // `Call<'_, success, error, marker>`.
        complexity: 10 + success_complexity(operation, 2) + 40,
        ..Lints::default()
    }
    .allowed();
    let returned = returned(plan, operation);
    let finish = match &operation.success {
        Success::One(status, content) => {
            let (status, codec) = status_and_codec(*status, &content.codec);
            let accept = media_type(&content.codec).map(|media_type| quote!(.accept(#media_type)));
            match content.codec {
                ContentCodec::Stream(_) => {
                    quote!(#accept .returns_stream(#status, #codec::read))
                }
                _ => quote!(#accept .returns(#status, #codec)),
            }
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
            self.request(#method, #template) #(#steps)* #secured #finish
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

/// The method that puts a parameter into the request, and its arguments but for the value.
fn step(parameter: &ParameterItem) -> (Ident, Vec<TokenStream>) {
    let wire_name = &parameter.wire_name;
    let (method, style) = match (parameter.location, &parameter.style) {
        // The template knows the names of its holes.
        (ParameterLocation::Path, Some(ParameterStyle::Style(style, explode))) => {
            let style = style_arguments(style, *explode);
            return (format_ident!("path_styled"), vec![style]);
        }
        (ParameterLocation::Path, _) => return (format_ident!("path"), Vec::new()),
        (ParameterLocation::Query, Some(ParameterStyle::Style(style, explode))) => {
            ("query_styled", Some(style_arguments(style, *explode)))
        }
        (ParameterLocation::Query, None) => ("query", None),
        (ParameterLocation::Query, Some(ParameterStyle::Reserved(style, explode))) => {
            ("query_reserved", Some(style_arguments(style, *explode)))
        }
        (ParameterLocation::Query, Some(ParameterStyle::Json)) => ("query_content", None),
        (ParameterLocation::Header, Some(ParameterStyle::Style(_, explode))) => {
            ("header_styled", Some(quote!(#explode)))
        }
        (ParameterLocation::Header, _) => ("header_parameter", None),
        (ParameterLocation::Cookie, Some(ParameterStyle::Style(_, explode))) => {
            ("cookie_styled", Some(quote!(#explode)))
        }
        (ParameterLocation::Cookie, _) => ("cookie", None),
    };
    (
        format_ident!("{method}"),
        std::iter::once(quote!(#wire_name)).chain(style).collect(),
    )
}

/// How a body is passed to a client method. One that is of several types is given away, since it may be a stream.
fn body_argument(plan: &Plan, body: &BodyItem) -> TokenStream {
    match &body.kind {
        BodyKind::One(content) if content.codec == BodyCodec::MultipartStream => {
            rust_type(&content.value, From::Sibling)
        }
        BodyKind::One(content) => argument_type(plan, &content.value),
        BodyKind::Many(_) => {
            let value = rust_type(&body.value(plan), From::Sibling);
            quote!(impl Into<#value>)
        }
    }
}

/// The step that puts the argument `body` into the request.
fn body_step(plan: &Plan, body: &BodyItem) -> TokenStream {
    match &body.kind {
        BodyKind::One(content) => {
            let (method, before) = body_method(content);
            let before = before.map(|before| quote!(#before,));
            // What is small enough to be passed by value is borrowed here.
            let by_value = is_copy(plan, &content.value).then(|| quote!(&));
            quote!(.#method(#before #by_value body))
        }
        BodyKind::Many(_) => {
            let value = rust_type(&body.value(plan), From::Sibling);
            quote!(.chosen_body::<#value>(body.into()))
        }
    }
}

/// The method that puts a body of one type into the request, and its arguments but for the value.
fn body_method(content: &BodyContent) -> (Ident, Option<TokenStream>) {
    let (method, before) = match &content.codec {
        BodyCodec::Json(None) => ("json", None),
        BodyCodec::Json(Some(media_type)) => ("json_as", Some(quote!(#media_type))),
        BodyCodec::Form => ("form", Some(quote!(form::PLAIN))),
        BodyCodec::Multipart | BodyCodec::MultipartStream => ("multipart", None),
        BodyCodec::Text(media_type) => ("text", Some(quote!(#media_type))),
        BodyCodec::Stream(StreamItem { file, .. }) => {
            let streams = content.codecs().filter_map(body_stream);
            let same = streams.filter(|stream| stream.file == *file);
            let media_types: Vec<&str> = same.map(|one| one.media_type.as_str()).collect();
            let media_types = media_types.join(", ");
            let file = format_ident!("{file}");
            ("stream", Some(quote!(#media_types, #file::write)))
        }
    };
    (format_ident!("{method}"), before)
}

/// How a body of several types becomes a request.
fn choice(plan: &Plan, operation: &OperationItem) -> Option<TokenStream> {
    let BodyKind::Many(index) = operation.body.as_ref()?.kind else {
        return None;
    };
    let set = plan.body_sets.get(index)?;
    let name = set.name.ident();
    let arms = set.cases.iter().map(|case| {
        let variant = case.name.ident();
        let (method, before) = body_method(&case.content);
        let before = before.map(|before| quote!(#before,));
        let is_boxed = matches!(case.content.value, RustType::Boxed(_));
        let inner = is_boxed.then(|| quote!(*));
        let borrowed = (!case.content.codec.is_given()).then(|| quote!(&));
        quote!(Self::#variant(body) => request.#method(#before #borrowed #inner body),)
    });
    Some(quote! {
        impl choice::Choice for #name {
            fn write(self, request: call::Request<'_>) -> call::Request<'_> {
                match self { #(#arms)* }
            }
        }
    })
}

/// The optional parameters of an operation: a marker, and a row for each method of its call.
fn options(plan: &Plan, operation: &OperationItem) -> Option<TokenStream> {
    let marker = operation.marker.as_ref()?.ident();
    let optional = operation
        .parameters
        .iter()
        .filter(|parameter| !parameter.required);
    let mut rows: Vec<TokenStream> = optional
        .map(|parameter| {
            let name = parameter.name.ident();
            let docs = docs(&parameter.docs);
            let deprecated = deprecated(parameter.deprecated);
            let value = argument_type(plan, &parameter.value);
            let (method, arguments) = step(parameter);
            quote!(#docs #deprecated #name: #value => #method(#(#arguments),*))
        })
        .collect();
    let mut given_away = None;
    if let Some(body) = operation.body.as_ref().filter(|body| !body.required) {
        let value = body_argument(plan, body);
        match &body.kind {
            BodyKind::One(content) if !content.codec.is_given() => {
                let (method, before) = body_method(content);
                rows.push(quote!(#[doc = " The body."] body: #value => #method(#before)));
            }
            // The rows of the table borrow.
            _ => {
                let step = body_step(plan, body);
                given_away = Some(quote! {
                    impl<T, E> Call<'_, T, E, #marker> {
                        #[doc = " The body."]
                        pub fn body(self, body: #value) -> Self { self #step }
                    }
                });
            }
        }
    }
    Some(quote!(options!(#marker { #(#rows),* }); #given_away))
}

/// What `inspect` shows of the client side.
pub(super) fn snippet(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let method = method(plan, operation);
    let options = options(plan, operation);
    let choice = choice(plan, operation);
    let pages = pagination::row(operation);
    quote!(impl Client { #method } #options #choice #pages)
}
