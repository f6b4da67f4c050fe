//! Multipart forms: the tables that turn a record into parts, and parts into a record.

use proc_macro2::TokenStream;
use quote::quote;

use super::models::types;
use super::spell::Name;
use crate::plan::{
    FieldItem, ModelGroup, Plan, Presence, RustType, StructItem, TypeItem, TypeKind,
};

/// How the records of files of the models become parts, for the client.
pub(super) fn writers<'p>(
    plan: &'p Plan,
    groups: impl Iterator<Item = &'p ModelGroup>,
    up: &TokenStream,
) -> TokenStream {
    let table = quote!(multipart::to_parts);
    let import = quote!(use #up runtime::multipart;);
    let types = groups.flat_map(|group| types(plan, group)).collect();
    tables(types, up, &table, &import)
}

/// How parts become records, for the server.
pub(super) fn readers(plan: &Plan) -> TokenStream {
    let table = quote!(multipart_read::from_parts);
    let import = quote!(
        use super::runtime::multipart_read;
    );
    let types = plan.types.iter().collect();
    tables(types, &quote!(super::), &table, &import)
}

fn tables(
    types: Vec<&TypeItem>,
    up: &TokenStream,
    table: &TokenStream,
    import: &TokenStream,
) -> TokenStream {
    let forms: Vec<(&TypeItem, &StructItem)> = types.into_iter().filter_map(form).collect();
    if forms.is_empty() {
        return quote!();
    }
    // By path, not by import: the modules of tags see what is imported here, and import the models themselves.
    let tables = forms.iter().map(|(item, structure)| {
        let name = item.name.ident();
        let rows = structure.fields.iter().map(row);
        quote!(#table!(#up models::#name { #(#rows),* });)
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
