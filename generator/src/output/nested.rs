//! The tree in one piece: text for `include!`, tokens for the macro. Sub-modules are written in place; the
//! root has no inner attributes, since the place where it is included allows none.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::header::Facts;
use super::layout::module_docs;
use super::tree::{Body, Tree, Unit};
use super::{OutputError, format};
use crate::emit::Visibility;

/// The whole output as one text.
///
/// # Errors
/// Emitted code that is not valid Rust.
pub fn text(tree: Tree, facts: &Facts) -> Result<String, OutputError> {
    let mut text = facts.header("//");
    text.push('\n');
    if let Body::Emitted { items, .. } = tree.root.body {
        text.push_str(&format::items("", items)?);
    }
    for child in tree.root.children {
        module_text(&mut text, child)?;
    }
    Ok(text)
}

fn module_text(text: &mut String, unit: Unit) -> Result<(), OutputError> {
    text.push_str(&format!("\n{} {} {{\n", unit.keyword(), unit.name));
    match unit.body {
        Body::Pasted(runtime) => text.push_str(runtime),
        Body::Emitted { docs, items } => {
            text.push_str(&module_docs(&docs));
            text.push('\n');
            text.push_str(&format::items(&unit.name, items)?);
        }
    }
    text.extend(unit.children.iter().filter_map(Unit::passed_on));
    for child in unit.children {
        module_text(text, child)?;
    }
    text.push_str("}\n");
    Ok(())
}

/// The whole output as tokens.
///
/// # Errors
/// A runtime file that is not valid Rust.
pub fn tokens(tree: Tree) -> Result<TokenStream, OutputError> {
    let items = match tree.root.body {
        Body::Emitted { items, .. } => items,
        Body::Pasted(_) => TokenStream::new(),
    };
    let children = tree
        .root
        .children
        .into_iter()
        .map(module_tokens)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(quote! { #items #(#children)* })
}

fn module_tokens(unit: Unit) -> Result<TokenStream, OutputError> {
    let body = match unit.body {
        Body::Pasted(runtime) => {
            runtime
                .parse()
                .map_err(|error: proc_macro2::LexError| OutputError {
                    module: unit.name.clone(),
                    message: error.to_string(),
                })?
        }
        Body::Emitted { docs, items } => {
            // What a comment `//! line` lexes to.
            let docs = docs.lines().map(|line| {
                let text = Literal::string(format!(" {line}").trim_end());
                quote! { #![doc = #text] }
            });
            quote! { #(#docs)* #items }
        }
    };
    let name = ident(&unit.name);
    let passed_on: Vec<_> = unit.children.iter().filter_map(passed_on).collect();
    let children = unit
        .children
        .into_iter()
        .map(module_tokens)
        .collect::<Result<Vec<_>, _>>()?;
    let visibility = (unit.visibility == Visibility::Public).then(|| quote!(pub));
    Ok(quote! { #visibility mod #name { #body #(#passed_on)* #(#children)* } })
}

/// What passes on what is in a module, if its parent does.
fn passed_on(unit: &Unit) -> Option<TokenStream> {
    let name = ident(&unit.name);
    (unit.visibility == Visibility::Part).then(|| quote!(pub use self::#name::*;))
}

fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
