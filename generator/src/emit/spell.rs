//! Spelling: names, documentation and types as tokens.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::plan::{
    DefaultValue, FieldName, FunctionName, ModuleName, RustType, TypeName, VariantName, is_shadowed,
};

/// From where a named type is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// In the models themselves, where it has no path.
    Models,
    /// Where operations and responses are; the models are imported there.
    Sibling,
}

/// A name of the plan that can be an identifier.
pub(super) trait Name {
    /// The identifier, raw where it is a keyword.
    fn ident(&self) -> Ident;
}

macro_rules! names {
    ($($name:ident)*) => {
        $(impl Name for $name {
            fn ident(&self) -> Ident {
                identifier(self.as_str())
            }
        })*
    };
}
names!(TypeName FieldName VariantName FunctionName ModuleName);

/// An identifier, raw where it is a keyword of any edition.
pub(super) fn identifier(text: &str) -> Ident {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    if KEYWORDS.contains(&text) {
        Ident::new_raw(text, Span::call_site())
    } else {
        Ident::new(text, Span::call_site())
    }
}

/// Documentation attributes, one per line.
pub(super) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #lines])*)
}

/// The attribute of something whose use is discouraged.
pub(super) fn deprecated(is_deprecated: bool) -> Option<TokenStream> {
    is_deprecated.then(|| quote!(#[deprecated]))
}

/// A type.
pub(super) fn rust_type(value: &RustType, from: From) -> TokenStream {
    let inner = |inner: &RustType| rust_type(inner, from);
    match value {
        RustType::Unit => quote!(()),
        RustType::Bool => quote!(bool),
        RustType::Number(name) => {
            let name = format_ident!("{name}");
            quote!(#name)
        }
        RustType::String => quote!(String),
        RustType::Foreign(value) => foreign(&value.written),
        RustType::Runtime(_, name) => {
            let name = format_ident!("{name}");
            quote!(#name)
        }
        RustType::Address(name) => {
            let name = format_ident!("{name}");
            quote!(::std::net::#name)
        }
        RustType::Base64 => quote!(Base64),
        RustType::Binary => quote!(Binary),
        RustType::JsonText(value) => {
            let value = inner(value);
            quote!(JsonText<#value>)
        }
        RustType::ByteStream => quote!(ByteStream),
        RustType::ServerSentEvent => quote!(ServerSentEvent),
        RustType::ItemStream(item) => {
            let item = inner(item);
            quote!(ItemStream<#item>)
        }
        RustType::Json => quote!(::serde_json::Value),
        RustType::Named(name) => {
            let is_shadowed = is_shadowed(name);
            let name = name.ident();
            match from {
                From::Sibling if is_shadowed => quote!(models::#name),
                From::Models | From::Sibling => quote!(#name),
            }
        }
        RustType::List(item) => {
            let item = inner(item);
            quote!(Vec<#item>)
        }
        RustType::Tuple(items) => {
            let items = items.iter().map(inner);
            quote!((#(#items,)*))
        }
        RustType::Map(name, item) => {
            let name = format_ident!("{name}");
            let item = inner(item);
            quote!(#name<String, #item>)
        }
        RustType::Option(item) => {
            let item = inner(item);
            quote!(Option<#item>)
        }
        RustType::Maybe(item) => {
            let item = inner(item);
            quote!(Maybe<#item>)
        }
        RustType::Boxed(item) => {
            let item = inner(item);
            quote!(Box<#item>)
        }
    }
}

/// The imports that the spelling of these types relies on. `up` leads to the root of the generated modules. The
/// models pass `Maybe` on, since people need it to fill them.
pub(super) fn imports<'t>(
    types: impl IntoIterator<Item = &'t RustType>,
    up: &TokenStream,
    from: From,
) -> TokenStream {
    let mut foreign_paths = BTreeMap::new();
    let mut own_paths = BTreeMap::new();
    for value in types {
        value.visit(&mut |part| imported(part, &mut foreign_paths, &mut own_paths));
    }
    let foreign_lines = foreign_paths
        .into_iter()
        .map(|(parent, names)| import(&foreign(&parent), &names));
    let own_lines = own_paths.into_iter().map(|(file, names)| {
        let visibility = (file == "maybe" && from == From::Models).then(|| quote!(pub));
        let file = format_ident!("{file}");
        let line = import(&quote!(#up runtime::#file), &names);
        quote!(#visibility #line)
    });
    quote!(#(#foreign_lines)* #(#own_lines)*)
}

fn import(parent: &TokenStream, names: &BTreeSet<String>) -> TokenStream {
    let mut names: Vec<Ident> = names.iter().map(|name| format_ident!("{name}")).collect();
    match (names.pop(), names.as_slice()) {
        (Some(only), []) => quote!(use #parent::#only;),
        (last, others) => quote!(use #parent::{#(#others,)* #last};),
    }
}

type Paths = BTreeMap<String, BTreeSet<String>>;

/// The names that a type is written with, without what it is made of, by what they are imported from: modules of other crates, or files of the
/// runtime.
fn imported(value: &RustType, foreign: &mut Paths, own: &mut Paths) {
    let add = |paths: &mut Paths, parent: &str, name: &str| {
        let names = paths.entry(parent.to_owned()).or_default();
        names.insert(name.to_owned());
    };
    match value {
        RustType::Foreign(value) => {
            for path in &value.imports {
                if let Some((parent, name)) = path.rsplit_once("::") {
                    add(foreign, parent, name);
                }
            }
        }
        RustType::Runtime(file, name) => add(own, file, name),
        RustType::Base64 => add(own, "base64", "Base64"),
        RustType::Binary => add(own, "binary", "Binary"),
        RustType::JsonText(_) => add(own, "json_text", "JsonText"),
        RustType::ByteStream => add(own, "byte_stream", "ByteStream"),
        RustType::ServerSentEvent => add(own, "event_source", "ServerSentEvent"),
        RustType::ItemStream(_) => add(own, "item_stream", "ItemStream"),
        RustType::Maybe(_) => add(own, "maybe", "Maybe"),
        RustType::Map(name, _) => match *name {
            "IndexMap" => add(own, "index_map", name),
            "HashMap" => add(own, "hash_map", name),
            _ => add(foreign, "::std::collections", name),
        },
        _ => {}
    }
}

/// Code of others. It was parsed when it was read.
pub(super) fn foreign(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}

/// The type that holds a list or map, without what is in it.
pub(super) fn container(value: &RustType) -> TokenStream {
    match value {
        RustType::Map(name, _) => {
            let name = format_ident!("{name}");
            quote!(#name)
        }
        _ => quote!(Vec),
    }
}

/// A default as an expression.
pub(super) fn default_value(value: &DefaultValue, from: From) -> TokenStream {
    match value {
        DefaultValue::Boolean(value) => quote!(#value),
        DefaultValue::Integer(value) => {
            let literal = proc_macro2::Literal::i64_unsuffixed(*value);
            quote!(#literal)
        }
        DefaultValue::Number(value) => {
            let literal = proc_macro2::Literal::f64_unsuffixed(*value);
            quote!(#literal)
        }
        DefaultValue::Text(text) => quote!(#text.to_owned()),
        DefaultValue::Variant(name, variant) => {
            let path = rust_type(&RustType::Named(name.clone()), from);
            let variant = variant.ident();
            quote!(#path::#variant)
        }
    }
}
