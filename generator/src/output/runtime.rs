//! The runtime files that a module tree needs: which ones it names, and what those need in turn.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use specwright_templates::Template;

use super::OutputError;
use crate::emit::Module;

/// The name of the module that holds the runtime.
pub(super) const RUNTIME: &str = "runtime";

/// The runtime files that a module and its children import (`use super::runtime::call::Call;`,
/// `use super::runtime::{call, wire};`). Emitted code names the runtime nowhere else, so only the top level is read.
pub(super) fn named_by(module: &Module, names: &mut BTreeSet<String>) {
    scan(module.items.clone(), names);
    for child in &module.children {
        named_by(child, names);
    }
}

fn scan(tokens: TokenStream, names: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for window in tokens.windows(4) {
        let [
            TokenTree::Ident(first),
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            next,
        ] = window
        else {
            continue;
        };
        if first == RUNTIME && one.as_char() == ':' && two.as_char() == ':' {
            add_heads(next, names);
        }
    }
}

/// The first name of a path, or of each path of a braced list.
fn add_heads(token: &TokenTree, names: &mut BTreeSet<String>) {
    match token {
        TokenTree::Ident(name) => {
            names.insert(name.to_string());
        }
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let mut at_start = true;
            for token in group.stream() {
                match &token {
                    TokenTree::Ident(name) if at_start => {
                        names.insert(name.to_string());
                        at_start = false;
                    }
                    TokenTree::Punct(punct) if punct.as_char() == ',' => at_start = true,
                    _ => at_start = false,
                }
            }
        }
        _ => {}
    }
}

/// The named files and all that they need.
pub(super) fn closure(names: &BTreeSet<String>) -> Result<Vec<&'static Template>, OutputError> {
    let is_known = |name: &String| {
        specwright_templates::FILES
            .iter()
            .any(|file| file.name == *name)
    };
    match names.iter().find(|name| !is_known(name)) {
        Some(name) => Err(OutputError {
            module: format!("{RUNTIME}::{name}"),
            message: "there is no such runtime file".to_owned(),
        }),
        None => Ok(specwright_templates::closure(
            names.iter().map(String::as_str),
        )),
    }
}
