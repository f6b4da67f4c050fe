//! Multipart forms: the tables that turn a record into parts, and parts into a record.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::models::types;
use super::spell::Name;
use crate::plan::{
    FieldItem, ModelGroup, Multipart, Plan, Presence, RustType, StructItem, TypeItem, TypeKind,
};

/// How the records of files of the models become parts, for the client.
pub(super) fn writers<'p>(
    plan: &'p Plan,
    groups: impl Iterator<Item = &'p ModelGroup>,
    up: &TokenStream,
) -> TokenStream {
    let table: Table<'_> = &|form, name, rows| {
        // What has no stream in it can be sent again, so it is borrowed.
        let borrowed = (form == Multipart::Held).then(|| quote!(&));
        quote!(multipart::to_parts!(#borrowed #up models::#name { #(#rows),* });)
    };
    let import = quote!(use #up runtime::multipart;);
    let types = groups.flat_map(|group| types(plan, group)).collect();
    tables(types, table, &import)
}

/// How parts become records, for the server.
pub(super) fn readers(plan: &Plan) -> TokenStream {
    let table: Table<'_> =
        &|_, name, rows| quote!(multipart_read::from_parts!(super::models::#name { #(#rows),* }););
    let import = quote!(
        use super::runtime::multipart_read;
    );
    let types = plan.types.iter().collect();
    tables(types, table, &import)
}

/// Spells the table of a form, from its name and its rows.
type Table<'t> = &'t dyn Fn(Multipart, Ident, Vec<TokenStream>) -> TokenStream;

fn tables(types: Vec<&TypeItem>, table: Table<'_>, import: &TokenStream) -> TokenStream {
    let forms: Vec<(&TypeItem, &StructItem)> = types.into_iter().filter_map(form).collect();
    if forms.is_empty() {
        return quote!();
    }
    // By path, not by import: the modules of tags see what is imported here, and import the models themselves.
    let tables = forms.iter().map(|(item, structure)| {
        let rows = structure.fields.iter().map(row).collect();
        table(structure.multipart, item.name.ident(), rows)
    });
    quote!(#import #(#tables)*)
}

fn form(item: &TypeItem) -> Option<(&TypeItem, &StructItem)> {
    match &item.kind {
        TypeKind::Struct(structure) if structure.multipart != Multipart::No => {
            Some((item, structure))
        }
        _ => None,
    }
}

/// `field: presence kind "key" "media type"`.
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
        RustType::ByteStream => quote!(file),
        RustType::List(item) if **item == RustType::Binary => quote!(binaries),
        RustType::List(item) if **item == RustType::ByteStream => quote!(files),
        _ if field.part_type.as_deref().is_some_and(is_json) => quote!(json),
        RustType::List(_) => quote!(texts),
        RustType::Map(..) | RustType::Json => quote!(json),
        _ => quote!(text),
    };
    let part_type = &field.part_type;
    quote!(#name: #presence #kind #key #part_type)
}

fn is_json(media_type: &str) -> bool {
    media_type.starts_with("application/json") || media_type.ends_with("+json")
}
