//! Conditions: a static for each, which types and other conditions name.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::tables::limit;
use crate::plan::{ConditionArgument, ConditionItem};

/// The name of a condition.
pub(super) fn name(position: usize) -> Ident {
    format_ident!("CONDITION_{}", position + 1)
}

/// The static of a condition.
pub(super) fn one(position: usize, item: &ConditionItem) -> TokenStream {
    let name = name(position);
    let condition = condition(item);
    quote!(static #name: Condition = #condition;)
}

/// Whether a condition holds a text against a pattern.
pub(super) fn has_pattern(item: &ConditionItem) -> bool {
    item.has(|argument| match argument {
        ConditionArgument::Patterns(patterns) => !patterns.is_empty(),
        ConditionArgument::Limits(limits) => limits.iter().any(super::tables::is_pattern),
        _ => false,
    })
}

/// Whether a condition names kinds.
pub(super) fn has_kinds(item: &ConditionItem) -> bool {
    item.has(|argument| matches!(argument, ConditionArgument::Kinds(_)))
}

/// Whether a condition names limits.
pub(super) fn has_limits(item: &ConditionItem) -> bool {
    item.has(|argument| matches!(argument, ConditionArgument::Limits(limits) if !limits.is_empty()))
}

fn condition(item: &ConditionItem) -> TokenStream {
    let name = format_ident!("{}", item.name);
    if item.arguments.is_empty() {
        return quote!(Condition::#name);
    }
    let arguments = item.arguments.iter().map(argument);
    quote!(Condition::#name(#(#arguments),*))
}

fn argument(argument: &ConditionArgument) -> TokenStream {
    match argument {
        ConditionArgument::One(one) => {
            let one = condition(one);
            quote!(&#one)
        }
        ConditionArgument::Maybe(None) => quote!(None),
        ConditionArgument::Maybe(Some(one)) => {
            let one = condition(one);
            quote!(Some(&#one))
        }
        ConditionArgument::All(all) => {
            let all = all.iter().map(condition);
            quote!(&[#(#all),*])
        }
        ConditionArgument::Named(named) => {
            let rows = named.iter().map(|(key, one)| {
                let one = condition(one);
                quote!((#key, #one))
            });
            quote!(&[#(#rows),*])
        }
        ConditionArgument::Patterns(patterns) => {
            let rows = patterns.iter().map(|(pattern, one)| {
                let pattern = super::tables::pattern(pattern);
                let one = condition(one);
                quote!((#pattern, #one))
            });
            quote!(&[#(#rows),*])
        }
        ConditionArgument::Text(text) => quote!(#text),
        ConditionArgument::Texts(texts) => quote!(&[#(#texts),*]),
        ConditionArgument::Kinds(kinds) => {
            let kinds = kinds.iter().map(|kind| format_ident!("{kind}"));
            quote!(&[#(Kind::#kinds),*])
        }
        ConditionArgument::Limits(limits) => {
            let limits = limits.iter().map(limit);
            quote!(&[#(#limits),*])
        }
        ConditionArgument::Count(count) => {
            let count = Literal::u64_unsuffixed(*count);
            quote!(#count)
        }
        ConditionArgument::Static(position) => {
            let name = self::name(*position);
            quote!(&#name)
        }
    }
}
