//! The double of the server: what each operation answers as the document shows it, and the methods that tell it otherwise.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Module;
use super::lints::Lints;
use super::operation::{
    error_type, imports_beside, reply, stream_imports, success_complexity, success_stream,
    success_type,
};
use super::spell::Name;
use crate::plan::{OperationGroup, OperationItem, Plan, RustType, Success};

/// The module `mock`, if one is wanted.
pub(super) fn module(plan: &Plan) -> Option<Module> {
    let examples = plan.mock.as_ref()?.iter().map(|example| {
        let (method, path) = (&example.method, &example.path);
        let (media_type, body) = (&example.media_type, text(&example.body));
        let status = Literal::u16_unsuffixed(example.status);
        quote!(Example { method: #method, path: #path, status: #status, media_type: #media_type, body: #body })
    });
    let root = quote! {
        pub use super::runtime::mock::{Answer, Mock};
        use super::runtime::mock::Example;

        #[doc = " What is answered unless something else is told."]
        const EXAMPLES: &[Example] = &[#(#examples),*];

        impl Mock {
            #[doc = " A double that answers as the document shows it: by its examples, else by values that fit its schemas."]
            pub fn new() -> Self { Self::of(EXAMPLES) }

            #[doc = " Tells what the operations answer: `mock.answers().pets_retrieve().with(pet)`."]
            pub fn answers(&self) -> Answers<'_> { Answers(self) }
        }

        impl Default for Mock {
            fn default() -> Self { Self::new() }
        }

        #[doc = " What the operations answer, one method for each."]
        #[derive(Clone, Debug)]
        pub struct Answers<'m>(&'m Mock);
    };
    let docs = "A double of the server, for tests of programs that use the client.";
    let groups = plan.operation_groups.iter();
    Some(Module {
        // Also if there is one alone: a model may be called as something here is.
        children: groups.map(|group| child(plan, group)).collect(),
        ..Module::new("mock", docs, root)
    })
}

/// A text; one with many quotes is easier to read raw. What is no plain text is escaped in any case.
fn text(text: &str) -> TokenStream {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain && text.contains('"') && !text.contains("\"#") {
        let raw: Result<TokenStream, _> = format!("r#\"{text}\"#").parse();
        if let Ok(raw) = raw {
            return raw;
        }
    }
    quote!(#text)
}

/// The module of a group.
fn child(plan: &Plan, group: &OperationGroup) -> Module {
    let items = group_items(plan, group, &quote!(super::super::));
    let name = group.module.ident().to_string();
    let docs = format!("Answers of {}.", crate::plan::code(&group.tag));
    Module::private(&name, &docs, items).switched_by(group.feature.as_ref())
}

fn group_items(plan: &Plan, group: &OperationGroup, up: &TokenStream) -> TokenStream {
    let operations = &group.operations;
    let streams = stream_imports(operations.iter().filter_map(success_stream), up);
    let siblings = imports_beside(operations, named_types(operations), [None, None], up);
    let rows = operations.iter().map(|operation| row(plan, operation));
    quote! {
        #siblings
        #streams
        use #up runtime::mock::{self, answers};
        answers!(super::Answers { #(#rows),* });
    }
}

/// The types of single successes.
fn named_types(operations: &[OperationItem]) -> Vec<&RustType> {
    let successes = operations.iter().filter_map(|one| match &one.success {
        Success::One(_, content) => Some(&content.value),
        Success::Many(_) => None,
    });
    successes.collect()
}

fn row(plan: &Plan, operation: &OperationItem) -> TokenStream {
    let name = operation.name.ident();
    let (method, path) = (&operation.method, &operation.template);
    let success = success_type(plan, operation);
    let errors = error_type(plan, operation);
    let reply = reply(operation);
    let allow = Lints {
        // `Answer<'m, success, error>`.
        complexity: 10 + success_complexity(operation, 2) + 20,
        ..Lints::default()
    }
    .allowed();
    quote!(#allow #method #path => #name: (#success, #errors) = #reply)
}
