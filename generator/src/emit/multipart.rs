//! Multipart forms: the tables that turn a record into parts, and parts into a record.

use proc_macro2::TokenStream;
use quote::quote;

use super::spell::Name;
use crate::plan::{FieldItem, Plan, Presence, RustType, StructItem, TypeItem, TypeKind};

/// How records become parts, for the client.
pub(super) fn writers(plan: &Plan) -> TokenStream {
    tables(
        plan,
        &quote!(multipart::to_parts),
        &quote!(
            use super::runtime::multipart;
        ),
    )
}

/// How parts become records, for the server.
pub(super) fn readers(plan: &Plan) -> TokenStream {
    tables(
        plan,
        &quote!(multipart_read::from_parts),
        &quote!(
            use super::runtime::multipart_read;
        ),
    )
}

fn tables(plan: &Plan, table: &TokenStream, import: &TokenStream) -> TokenStream {
    let forms: Vec<(&TypeItem, &StructItem)> = plan.types.iter().filter_map(form).collect();
    if forms.is_empty() {
        return quote!();
    }
    // By path, not by import: the modules of tags see what is imported here, and import the models themselves.
    let tables = forms.iter().map(|(item, structure)| {
        let name = item.name.ident();
        let rows = structure.fields.iter().map(row);
        quote!(#table!(super::models::#name { #(#rows),* });)
    });
    quote!(#import #(#tables)*)
}

fn form(item: &TypeItem) -> Option<(&TypeItem, &StructItem)> {
    match &item.kind {
        TypeKind::Struct(structure) if structure.multipart => Some((item, structure)),
        _ => None,
    }
}

/// `field: presence kind "key"`.
fn row(field: &FieldItem) -> TokenStream {
    let name = field.name.ident();
    let key = &field.wire_name;
    let presence = match field.presence {
        Presence::Required => quote!(required),
        Presence::Nullable => quote!(nullable),
        Presence::Optional | Presence::Defaulted(_) | Presence::DefaultedJson(_) => {
            quote!(optional)
        }
        Presence::Maybe | Presence::MaybeDefaulted(_) => quote!(maybe),
    };
    let kind = match &field.value {
        RustType::Binary => quote!(binary),
        RustType::List(item) if **item == RustType::Binary => quote!(binaries),
        RustType::List(_) => quote!(texts),
        RustType::Map(..) | RustType::Json => quote!(json),
        _ => quote!(text),
    };
    quote!(#name: #presence #kind #key)
}
