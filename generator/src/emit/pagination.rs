//! Pages: the row that says where an answer has its results, and what asks for the next page.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::spell::{From, Name, rust_type};
use crate::plan::{Held, NextItem, OperationItem, PageField};

/// The row of an operation that gives its results page by page.
pub(super) fn row(operation: &OperationItem) -> Option<TokenStream> {
    let pagination = operation.pagination.as_ref()?;
    let marker = operation.marker.as_ref()?.ident();
    let page = rust_type(&pagination.page, From::Sibling);
    let item = rust_type(&pagination.item, From::Sibling);
    let parameter = &pagination.parameter;
    let items = path(&quote!(page), &pagination.items);
    let more = pagination.more.as_ref().map(|fields| {
        let fields = path(&quote!(page), fields);
        quote!(.more(&#fields)?)
    });
    let total = |fields: &[PageField]| path(&quote!(page), fields);
    let next = match &pagination.next {
        NextItem::Member(fields) => {
            let value = path(&quote!(page), fields);
            quote!(.mark(&#value))
        }
        NextItem::LastItem(fields) => {
            let list = held(&items, pagination.items.last());
            let value = path(&quote!(#list.last()?), fields);
            quote!(.mark(&#value))
        }
        NextItem::Number(first, fields) => {
            let first = Literal::u64_unsuffixed(*first);
            match fields.as_deref().map(total) {
                Some(total) => quote!(.page_of(#first, &#total)),
                None => quote!(.page(#first)),
            }
        }
        NextItem::Offset(fields) => match fields.as_deref().map(total) {
            Some(total) => quote!(.offset_of(&#total)),
            None => quote!(.offset()),
        },
        NextItem::Link => quote!(.link()),
    };
    Some(quote! {
        paged!(#marker: #page => #item, #parameter, |page, at| #items, at #more #next);
    })
}

/// The fields after a value, one after another; what the last one holds is not taken out of it.
fn path(value: &TokenStream, fields: &[PageField]) -> TokenStream {
    let mut path = value.clone();
    let mut before = None;
    for field in fields {
        let holder = held(&path, before);
        let name = field.name.ident();
        path = quote!(#holder.#name);
        before = Some(field);
    }
    path
}

/// What is in a field.
fn held(path: &TokenStream, field: Option<&PageField>) -> TokenStream {
    match field.map(|field| field.held) {
        None | Some(Held::Plainly) => path.clone(),
        Some(Held::Option) => quote!(#path.as_ref()?),
        Some(Held::Maybe) => quote!(#path.as_ref().value()?),
    }
}
