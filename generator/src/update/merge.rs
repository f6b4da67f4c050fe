//! Adding to a user's file: new methods go before the closing brace of an impl block, what they import after the last
//! import, new modules after the last one. Everything else stays as it is, byte for byte.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{ImplItem, Item, ItemImpl, UseTree};

use super::signature::differs;
use super::traits::{Method, ServerTrait};
use crate::output::{OutputError, items_text};

/// A method of a user's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserMethod {
    /// Its name.
    pub name: String,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// A file after the addition.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// The text.
    pub(super) text: String,
    /// Methods that were added.
    pub(super) added: Vec<String>,
    /// Methods whose operation is gone.
    pub(super) gone: Vec<UserMethod>,
    /// Methods whose operation takes or answers something else.
    pub(super) changed: Vec<UserMethod>,
}

/// A text with insertions, each at a position of the original.
struct Insertions {
    list: Vec<(usize, String)>,
}

impl Insertions {
    /// The text with all of them, in the style of its lines.
    fn into_text(mut self, text: &str) -> String {
        // The last ones first, so that the positions of the others stay true.
        self.list.sort_by_key(|(position, _)| *position);
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut result = text.to_owned();
        for (position, addition) in self.list.into_iter().rev() {
            result.insert_str(position, &addition.replace('\n', line_end));
        }
        result
    }
}

/// Adds to all implementations of a trait what is missing; `body` is that of new methods, `imports` gives the lines by which
/// names are imported. `None` if the file does not implement the trait.
pub(super) fn methods(
    text: &str,
    file: &syn::File,
    one: &ServerTrait,
    body: &TokenStream,
    imports: impl Fn(&[&TokenStream]) -> String,
) -> Result<Option<Merged>, OutputError> {
    let mut blocks = Vec::new();
    implementations(&file.items, &one.name, &mut blocks);
    if blocks.is_empty() {
        return Ok(None);
    }
    let mut merged = Merged::default();
    let mut insertions = Insertions { list: Vec::new() };
    let mut needed: Vec<&TokenStream> = Vec::new();
    for block in blocks {
        let present = present(block);
        for (method, place) in &present {
            match one.methods.iter().find(|wanted| wanted.name == place.name) {
                None => merged.gone.push(place.clone()),
                Some(wanted) if differs(&method.sig, &wanted.signature) => {
                    merged.changed.push(place.clone());
                }
                Some(_) => {}
            }
        }
        let is_missing = |wanted: &&Method| present.iter().all(|(_, one)| one.name != wanted.name);
        let missing: Vec<&Method> = one.methods.iter().filter(is_missing).collect();
        if !missing.is_empty() {
            let end = block.brace_token.span.close().byte_range().start;
            let addition = members(&missing, body)?;
            let is_first = block.items.is_empty();
            insertions
                .list
                .push(member(text, end, &addition, !is_first));
            merged
                .added
                .extend(missing.iter().map(|method| method.name.clone()));
            needed.extend(missing.iter().map(|method| &method.signature));
        }
    }
    insertions
        .list
        .extend(missing_imports(text, file, &imports(&needed)));
    merged.text = insertions.into_text(text);
    Ok(Some(merged))
}

/// Methods of implementations of any of our traits but these: their tag is gone.
pub(super) fn strangers(file: &syn::File, traits: &[ServerTrait]) -> Vec<UserMethod> {
    let blocks = file.items.iter().filter_map(|item| match item {
        Item::Impl(block) => Some(block),
        _ => None,
    });
    let is_ours = |name: &str| name.ends_with("Api") && traits.iter().all(|one| one.name != name);
    blocks
        .filter(|block| trait_name(block).is_some_and(|name| is_ours(&name)))
        .flat_map(|block| present(block).into_iter().map(|(_, place)| place))
        .collect()
}

/// Declares a module, if it is not declared.
pub(super) fn module(text: &mut String, file: &syn::File, name: &str) -> bool {
    let modules = file.items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some(module),
        _ => None,
    });
    let mut place = text.len();
    for module in modules {
        if module.ident == name {
            return false;
        }
        place = module.span().byte_range().end;
    }
    let insertion = (place, format!("\nmod {name};"));
    let list = vec![insertion];
    *text = Insertions { list }.into_text(text);
    true
}

/// The implementations of a trait, also those in modules that stand in the file.
fn implementations<'f>(items: &'f [Item], name: &str, found: &mut Vec<&'f ItemImpl>) {
    for item in items {
        match item {
            Item::Impl(block) if trait_name(block).is_some_and(|one| one == name) => {
                found.push(block);
            }
            Item::Mod(module) => {
                if let Some((_, items)) = &module.content {
                    implementations(items, name, found);
                }
            }
            _ => {}
        }
    }
}

fn trait_name(block: &ItemImpl) -> Option<String> {
    let (path, _) = block.trait_.as_ref()?;
    Some(path.segments.last()?.ident.to_string())
}

/// The methods of a block with their places.
fn present(block: &ItemImpl) -> Vec<(&syn::ImplItemFn, UserMethod)> {
    let methods = block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) => Some(method),
        _ => None,
    });
    methods
        .map(|method| {
            let name = method.sig.ident.to_string();
            let line = method.sig.span().start().line;
            (method, UserMethod { name, line })
        })
        .collect()
}

/// The methods as the inside of an impl block.
pub(super) fn members(methods: &[&Method], body: &TokenStream) -> Result<String, OutputError> {
    let methods = methods.iter().map(|method| {
        let signature: &TokenStream = &method.signature;
        quote!(#signature { #body })
    });
    let block = items_text(quote!(impl Handlers { #(#methods)* }))?;
    let lines: Vec<&str> = block.lines().collect();
    let inside = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    Ok(inside.join("\n"))
}

/// The insertion of members before the closing brace at `end`, on lines of their own.
fn member(text: &str, end: usize, members: &str, after_others: bool) -> (usize, String) {
    let before = text.get(..end).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |position| position + 1);
    let alone = before
        .get(line_start..)
        .unwrap_or_default()
        .trim()
        .is_empty();
    let gap = if after_others { "\n" } else { "" };
    if alone {
        (line_start, format!("{gap}{members}\n"))
    } else {
        (end, format!("\n{gap}{members}\n"))
    }
}

/// The insertion of the imports that the file does not have, after its last one.
fn missing_imports(text: &str, file: &syn::File, wanted: &str) -> Option<(usize, String)> {
    let mut known = BTreeSet::new();
    let mut place = None;
    for item in &file.items {
        match item {
            Item::Use(item) => {
                names(&item.tree, &mut known);
                place = Some(item.span().byte_range().end);
            }
            Item::Struct(item) => known.extend([item.ident.to_string()]),
            Item::Enum(item) => known.extend([item.ident.to_string()]),
            Item::Type(item) => known.extend([item.ident.to_string()]),
            _ => {}
        }
    }
    let is_missing = |line: &&str| {
        let name = line.trim_end_matches(';').rsplit("::").next();
        name.is_some_and(|name| !known.contains(name) && !known.contains("*"))
    };
    let lines: Vec<&str> = wanted.lines().filter(is_missing).collect();
    if lines.is_empty() {
        return None;
    }
    let lines = lines.join("\n");
    match place {
        Some(place) => Some((place, format!("\n{lines}"))),
        // Before the first item, with what stands before it: comments belong to it.
        None => {
            let first = file.items.first()?.span().byte_range().start;
            let before = text.get(..first)?;
            let line_start = before.rfind('\n').map_or(0, |position| position + 1);
            Some((line_start, format!("{lines}\n\n")))
        }
    }
}

/// The names that a `use` brings in; `*` for those that it does not tell.
fn names(tree: &UseTree, found: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => names(&path.tree, found),
        UseTree::Group(group) => group.items.iter().for_each(|tree| names(tree, found)),
        UseTree::Name(name) => found.extend([name.ident.to_string()]),
        UseTree::Rename(rename) => found.extend([rename.rename.to_string()]),
        UseTree::Glob(_) => found.extend(["*".to_owned()]),
    }
}
