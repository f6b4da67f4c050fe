//! Adding to a user's file: new methods go before the closing brace of an impl block, new modules after the
//! last one. Everything else stays as it is, byte for byte.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{ImplItem, Item, ItemImpl};

use super::traits::Method;
use crate::output::{OutputError, items_text};

/// A file after the addition.
#[derive(Debug)]
pub(super) struct Merged {
    /// The text.
    pub text: String,
    /// Methods that were added.
    pub added: Vec<String>,
    /// Methods whose operation is gone.
    pub gone: Vec<String>,
}

/// Adds to the implementation of a trait what is missing. `None` if the file does not implement the trait.
pub(super) fn methods(
    text: &str,
    file: &syn::File,
    trait_name: &str,
    wanted: &[Method],
) -> Result<Option<Merged>, OutputError> {
    let Some(block) = file
        .items
        .iter()
        .find_map(|item| implementation(item, trait_name))
    else {
        return Ok(None);
    };
    let present: Vec<String> = block
        .items
        .iter()
        .filter_map(|item| match item {
            ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
            _ => None,
        })
        .collect();
    let missing: Vec<&Method> = wanted
        .iter()
        .filter(|method| !present.contains(&method.name))
        .collect();
    let gone = present
        .iter()
        .filter(|name| wanted.iter().all(|method| method.name != **name))
        .cloned()
        .collect();
    let mut merged = Merged {
        text: text.to_owned(),
        added: missing.iter().map(|method| method.name.clone()).collect(),
        gone,
    };
    if !missing.is_empty() {
        let end = block.brace_token.span.close().byte_range().start;
        let addition = members(&missing)?;
        insert_member(&mut merged.text, end, &addition, !block.items.is_empty());
    }
    Ok(Some(merged))
}

/// Declares a module, if it is not declared.
pub(super) fn module(text: &mut String, file: &syn::File, name: &str) -> bool {
    let modules = file.items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some(module),
        _ => None,
    });
    let mut after: Option<Span> = None;
    for module in modules {
        if module.ident == name {
            return false;
        }
        after = Some(module.span());
    }
    let place = after.map_or(text.len(), |span| span.byte_range().end);
    text.insert_str(place, &format!("\nmod {name};"));
    true
}

fn implementation<'f>(item: &'f Item, trait_name: &str) -> Option<&'f ItemImpl> {
    let Item::Impl(block) = item else {
        return None;
    };
    let (path, _) = block.trait_.as_ref()?;
    let last = path.segments.last()?;
    (last.ident == trait_name).then_some(block)
}

/// The methods as the inside of an impl block.
pub(super) fn members(methods: &[&Method]) -> Result<String, OutputError> {
    let methods = methods.iter().map(|method| {
        let signature: &TokenStream = &method.signature;
        quote!(#signature { Err(NotImplemented.into()) })
    });
    let block = items_text(quote!(impl Handlers { #(#methods)* }))?;
    let lines: Vec<&str> = block.lines().collect();
    let inside = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    Ok(inside.join("\n"))
}

/// Inserts members before the closing brace at `end`, on lines of their own.
fn insert_member(text: &mut String, end: usize, members: &str, after_others: bool) {
    let before = text.get(..end).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |position| position + 1);
    let alone = before
        .get(line_start..)
        .unwrap_or_default()
        .trim()
        .is_empty();
    let gap = if after_others { "\n" } else { "" };
    if alone {
        text.insert_str(line_start, &format!("{gap}{members}\n"));
    } else {
        text.insert_str(end, &format!("\n{gap}{members}\n"));
    }
}
