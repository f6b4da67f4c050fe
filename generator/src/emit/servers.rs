//! The servers of the document: a function for the URL of each.

use proc_macro2::TokenStream;
use quote::quote;

use super::spell::{Name, docs};
use crate::plan::{Plan, ServerItem, ServerPiece};

/// The type whose functions give the URLs, if there is any.
pub(super) fn servers(plan: &Plan) -> Option<TokenStream> {
    let functions = plan.servers.iter().map(function);
    (!plan.servers.is_empty()).then(|| {
        quote! {
            #[doc = " The servers that the document names, for [`Client::builder`]."]
            #[derive(Debug)]
            pub enum Servers {}

            impl Servers { #(#functions)* }
        }
    })
}

fn function(server: &ServerItem) -> TokenStream {
    let name = server.name.ident();
    let docs = docs(&server.docs);
    let arguments = server.arguments.iter().map(Name::ident);
    let arguments = arguments.map(|argument| quote!(#argument: &str));
    let url = match server.pieces.as_slice() {
        [ServerPiece::Text(text)] => quote!(#text.to_owned()),
        pieces => {
            let pieces = pieces.iter().map(|piece| match piece {
                ServerPiece::Text(text) => quote!(#text),
                ServerPiece::Argument(name) => {
                    let name = name.ident();
                    quote!(#name)
                }
            });
            quote!([#(#pieces),*].concat())
        }
    };
    quote! {
        #docs
        pub fn #name(#(#arguments),*) -> String { #url }
    }
}
