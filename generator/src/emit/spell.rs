//! Spelling: names, documentation and types as tokens.

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
        RustType::Uuid => quote!(Uuid),
        RustType::DateTime => quote!(DateTime<Utc>),
        RustType::Date => quote!(NaiveDate),
        RustType::Address(name) => {
            let name = format_ident!("{name}");
            quote!(::std::net::#name)
        }
        RustType::Base64 => quote!(Base64),
        RustType::Binary => quote!(Binary),
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
        RustType::Map(item) => {
            let item = inner(item);
            quote!(BTreeMap<String, #item>)
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
    let mut seen = std::collections::BTreeSet::new();
    types
        .into_iter()
        .for_each(|value| imported(value, &mut seen));
    let lines = seen.into_iter().map(|name| match name {
        "BTreeMap" => quote!(
            use ::std::collections::BTreeMap;
        ),
        "DateTime" => quote!(
            use ::chrono::{DateTime, Utc};
        ),
        "NaiveDate" => quote!(
            use ::chrono::NaiveDate;
        ),
        "Uuid" => quote!(
            use ::uuid::Uuid;
        ),
        "Base64" => quote!(use #up runtime::base64::Base64;),
        "Binary" => quote!(use #up runtime::binary::Binary;),
        _ if from == From::Models => quote!(pub use #up runtime::maybe::Maybe;),
        _ => quote!(use #up runtime::maybe::Maybe;),
    });
    quote!(#(#lines)*)
}

fn imported(value: &RustType, seen: &mut std::collections::BTreeSet<&'static str>) {
    match value {
        RustType::Uuid => drop(seen.insert("Uuid")),
        RustType::DateTime => drop(seen.insert("DateTime")),
        RustType::Date => drop(seen.insert("NaiveDate")),
        RustType::Base64 => drop(seen.insert("Base64")),
        RustType::Binary => drop(seen.insert("Binary")),
        RustType::Map(inner) => {
            seen.insert("BTreeMap");
            imported(inner, seen);
        }
        RustType::Maybe(inner) => {
            seen.insert("Maybe");
            imported(inner, seen);
        }
        RustType::Tuple(items) => items.iter().for_each(|item| imported(item, seen)),
        RustType::List(inner) | RustType::Option(inner) | RustType::Boxed(inner) => {
            imported(inner, seen)
        }
        _ => {}
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
