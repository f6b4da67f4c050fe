//! Models: plain structs and enums with their docs, as a person reads them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Module;
use super::lints::{Lints, complexity};
use super::spell::{From, Name, container, deprecated, docs, foreign, imports, rust_type};
use super::tables;
use crate::plan::{
    FieldItem, ModelGroup, Multipart, Plan, Presence, RustType, StructItem, TypeItem, TypeKind,
    TypeName, UnionItem, code,
};

/// What the module and its files are.
const DOCS: &str = "The types of the API.";

/// The module `models`.
pub(super) fn module(plan: &Plan) -> Module {
    match plan.model_groups.as_slice() {
        [group] if group.module.is_none() => {
            let items = file(&types(plan, group), &quote!(super::));
            Module {
                children: vec![tables::whole(plan, group)],
                ..Module::new("models", DOCS, items)
            }
        }
        groups => Module {
            children: groups
                .iter()
                .filter_map(|group| part(plan, group))
                .chain(tables::shared(plan))
                .collect(),
            ..Module::new("models", DOCS, quote!())
        },
    }
}

/// A private file of the models; all names are passed on, so that paths do not depend on the tags.
fn part(plan: &Plan, group: &ModelGroup) -> Option<Module> {
    let name = group.module.as_ref()?.ident().to_string();
    let types = types(plan, group);
    let others = others(&types);
    let uses = (!others.is_empty()).then(|| quote!(use super::{#(#others),*};));
    let file = file(&types, &quote!(super::super::));
    let part = Module {
        children: vec![tables::part(plan, group)],
        ..Module::part(&name, DOCS, quote!(#uses #file))
    };
    Some(part.switched_by(group.feature.as_ref()))
}

/// The types of a file.
pub(super) fn types<'p>(plan: &'p Plan, group: &ModelGroup) -> Vec<&'p TypeItem> {
    let types = group.types.iter();
    types.filter_map(|index| plan.types.get(*index)).collect()
}

/// The types of other files that a file names.
fn others(types: &[&TypeItem]) -> Vec<proc_macro2::Ident> {
    let own: BTreeSet<&TypeName> = types.iter().map(|item| &item.name).collect();
    let mut named = BTreeSet::new();
    for value in types.iter().flat_map(|item| item.kind.written()) {
        value.visit(&mut |part| {
            if let RustType::Named(name) = part {
                named.insert(name.clone());
            }
        });
    }
    let others = named.iter().filter(|name| !own.contains(name));
    others.map(Name::ident).collect()
}

fn file(types: &[&TypeItem], up: &TokenStream) -> TokenStream {
    let written: Vec<RustType> = types.iter().flat_map(|item| item.kind.written()).collect();
    let imports = imports(&written, up, From::Models);
    let has_constructors = types
        .iter()
        .any(|item| matches!(&item.kind, TypeKind::Struct(structure) if structure.constructor));
    let constructor = has_constructors.then(|| quote!(use #up runtime::constructor::constructor;));
    let items = types.iter().map(|one| item(one));
    quote!(#imports #constructor #(#items)*)
}

/// The definition of a type, with its docs.
pub(super) fn item(item: &TypeItem) -> TokenStream {
    let name = item.name.ident();
    let mut lines = item.docs.clone();
    if item.deprecated {
        lines.extend((!lines.is_empty()).then(String::new));
        lines.push("Deprecated.".to_owned());
    }
    let docs = docs(&lines);
    match &item.kind {
        TypeKind::Struct(structure) | TypeKind::Tuple(structure) => {
            let definition = structure_definition(item, structure);
            quote!(#docs #definition)
        }
        TypeKind::TextEnum { variants, open } => {
            let is_only = variants.len() == 1 && !open;
            let rows = variants
                .iter()
                .map(|(name, text, docs)| variant(name.ident(), text, docs, is_only));
            let derives = enum_derives(item, !open, is_only);
            let unknown = unknown(*open, quote!(String));
            quote!(#docs #derives pub enum #name { #(#rows)* #unknown })
        }
        TypeKind::IntegerEnum { variants, open } => {
            let is_only = variants.len() == 1 && !open;
            let rows = variants.iter().map(|(name, number, docs)| {
                variant(name.ident(), &number.to_string(), docs, is_only)
            });
            let derives = enum_derives(item, true, is_only);
            let unknown = unknown(*open, quote!(i64));
            quote!(#docs #derives pub enum #name { #(#rows)* #unknown })
        }
        TypeKind::ValueEnum(variants) => {
            let is_only = variants.len() == 1;
            let rows = variants
                .iter()
                .map(|(name, json, docs)| variant(name.ident(), json, docs, is_only));
            let derives = enum_derives(item, true, is_only);
            quote!(#docs #derives pub enum #name { #(#rows)* })
        }
        TypeKind::Newtype(target) => {
            let has_default = matches!(target, RustType::List(_) | RustType::Map(..));
            let target = rust_type(target, From::Models);
            let mut names = vec!["Clone", "Debug", "PartialEq"];
            names.extend(has_default.then_some("Default"));
            let derives = derives(item, &names);
            quote!(#docs #derives pub struct #name(pub #target);)
        }
        TypeKind::Union(union) => {
            let variants = union_variants(union);
            let derives = derives(item, &["Clone", "Debug", "PartialEq"]);
            quote!(#docs #derives pub enum #name { #(#variants)* })
        }
        TypeKind::Alias(target) => {
            let target = rust_type(target, From::Models);
            quote!(#docs pub type #name = #target;)
        }
    }
}

/// The variant of an enum of values that keeps those which the document does not name.
fn unknown(open: bool, value: TokenStream) -> Option<TokenStream> {
    open.then(|| {
        quote!(
            #[doc = " A value that the document does not name."]
            Unknown(#value),
        )
    })
}

/// What enums of values derive. One that has a single value is that value by default.
fn enum_derives(item: &TypeItem, is_copy: bool, is_only: bool) -> TokenStream {
    const ALWAYS: [&str; 7] = [
        "Clone",
        "Debug",
        "PartialEq",
        "Eq",
        "Hash",
        "PartialOrd",
        "Ord",
    ];
    let mut names = ALWAYS.to_vec();
    if is_copy {
        names.insert(1, "Copy");
    }
    names.extend(is_only.then_some("Default"));
    derives(item, &names)
}

/// What a type derives: what all such types do, and what the user adds to this one.
fn derives(item: &TypeItem, names: &[&str]) -> TokenStream {
    let is_new = |path: &&String| {
        let last = path.rsplit("::").next().unwrap_or_default();
        !names.contains(&last.trim())
    };
    let added = item.derives.iter().filter(is_new).map(|path| foreign(path));
    let names = names.iter().map(|name| format_ident!("{name}"));
    quote!(#[derive(#(#names,)* #(#added),*)])
}

/// A variant of an enum of values; its docs are what the document says, or else the value.
fn variant(
    name: proc_macro2::Ident,
    text: &str,
    lines: &[String],
    is_default: bool,
) -> TokenStream {
    let docs = if lines.is_empty() {
        let line = if text.is_empty() {
            "The empty text.".to_owned()
        } else {
            code(text)
        };
        docs(&[line])
    } else {
        docs(lines)
    };
    let default = is_default.then(|| quote!(#[default]));
    quote!(#docs #default #name,)
}

fn union_variants(union: &UnionItem) -> Vec<TokenStream> {
    let variant = |variant: &crate::plan::UnionVariant| {
        let name = variant.name.ident();
        let value = rust_type(&variant.value, From::Models);
        let docs = docs(&[format!("{}.", spoken(&variant.value))]);
        quote!(#docs #name(#value),)
    };
    union.variants.iter().map(variant).collect()
}

/// A type in words, for the docs of a variant.
fn spoken(value: &RustType) -> String {
    match value {
        RustType::Named(name) => format!("A [`{}`]", name.as_str()),
        RustType::Boxed(inner) => spoken(inner),
        RustType::List(_) | RustType::Tuple(_) => "A list".to_owned(),
        RustType::Map(..) => "A map".to_owned(),
        RustType::Foreign(foreign) => foreign.spoken.to_owned(),
        RustType::Option(inner) | RustType::Maybe(inner) => {
            format!("{}, or nothing", spoken(inner))
        }
        RustType::Bool => "A boolean".to_owned(),
        RustType::Number(_) => "A number".to_owned(),
        RustType::Unit => "Nothing".to_owned(),
        RustType::Json => "Any JSON".to_owned(),
        RustType::Binary | RustType::ByteStream | RustType::Base64 => "Bytes".to_owned(),
        RustType::JsonText(_) => "JSON in a text".to_owned(),
        RustType::ItemStream(_) => "A stream".to_owned(),
        RustType::ServerSentEvent => "An event".to_owned(),
        RustType::String | RustType::Runtime(..) | RustType::Address(_) => "A text".to_owned(),
    }
}

fn structure_definition(item: &TypeItem, structure: &StructItem) -> TokenStream {
    let name = item.name.ident();
    let mut names = match structure.multipart {
        Multipart::Streamed => vec!["Debug"],
        Multipart::No | Multipart::Held => vec!["Clone", "Debug", "PartialEq"],
    };
    names.extend(structure.default.then_some("Default"));
    let derives = derives(item, &names);
    let fields = structure.fields.iter().map(field);
    let rest = structure.rest.as_ref().map(|(name, value)| {
        let name = name.ident();
        let value = rust_type(value, From::Models);
        let line = match item.kind {
            TypeKind::Tuple(_) => " What follows.",
            _ => " The members that the document does not name.",
        };
        quote!(#[doc = #line] pub #name: #value,)
    });
    let constructor = structure.constructor.then(|| constructor(item, structure));
    quote! {
        #derives
        pub struct #name { #(#fields)* #rest }
        #constructor
    }
}

fn field(field: &FieldItem) -> TokenStream {
    let docs = docs(&field.docs);
    let deprecated = deprecated(field.deprecated);
    let name = field.name.ident();
    let value = field.rust_type();
    let allow = Lints {
        complexity: complexity(&value, 1),
        ..Lints::default()
    }
    .allowed();
    let value = rust_type(&value, From::Models);
    quote!(#docs #deprecated #allow pub #name: #value,)
}

/// `new` with the fields that must be there; the others are absent.
fn constructor(item: &TypeItem, structure: &StructItem) -> TokenStream {
    let name = item.name.ident();
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    for field in &structure.fields {
        let field_name = field.name.ident();
        if let Some((name, variant)) = &field.only_value {
            let (name, variant) = (name.ident(), variant.ident());
            values.push(quote!(#field_name: #name::#variant));
            continue;
        }
        match &field.presence {
            Presence::Required if field.value == RustType::String => {
                arguments.push(quote!(#field_name: impl Into<String>));
                values.push(quote!(#field_name: #field_name.into()));
            }
            Presence::Required if field.value == RustType::ByteStream => {
                arguments.push(quote!(#field_name: impl Into<ByteStream>));
                values.push(quote!(#field_name: #field_name.into()));
            }
            Presence::Required | Presence::Nullable => {
                let value = rust_type(&field.rust_type(), From::Models);
                arguments.push(quote!(#field_name: #value));
                values.push(quote!(#field_name));
            }
            Presence::Optional | Presence::Defaulted(_) | Presence::DefaultedJson(_) => {
                values.push(quote!(#field_name: None))
            }
            Presence::Maybe | Presence::MaybeDefaulted(_) => {
                values.push(quote!(#field_name: Maybe::Absent))
            }
        }
    }
    values.extend(structure.rest.iter().map(|(name, value)| {
        let name = name.ident();
        let map = container(value);
        quote!(#name: #map::new())
    }));
    quote!(constructor!(#name(#(#arguments),*) { #(#values),* });)
}
