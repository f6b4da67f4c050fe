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
    item.arguments.iter().any(|argument| match argument {
        ConditionArgument::Patterns(patterns) => !patterns.is_empty(),
        ConditionArgument::One(one) => has_pattern(one),
        ConditionArgument::Maybe(one) => one.as_deref().is_some_and(has_pattern),
        ConditionArgument::All(all) => all.iter().any(has_pattern),
        ConditionArgument::Named(named) => named.iter().any(|(_, one)| has_pattern(one)),
        ConditionArgument::Limits(limits) => limits.iter().any(super::tables::is_pattern),
        ConditionArgument::Text(_)
        | ConditionArgument::Texts(_)
        | ConditionArgument::Kinds(_)
        | ConditionArgument::Count(_)
        | ConditionArgument::Static(_) => false,
    })
}

/// Whether a condition names kinds.
pub(super) fn has_kinds(item: &ConditionItem) -> bool {
    item.arguments.iter().any(|argument| match argument {
        ConditionArgument::Kinds(_) => true,
        ConditionArgument::One(one) => has_kinds(one),
        ConditionArgument::Maybe(one) => one.as_deref().is_some_and(has_kinds),
        ConditionArgument::All(all) => all.iter().any(has_kinds),
        ConditionArgument::Named(named) | ConditionArgument::Patterns(named) => {
            named.iter().any(|(_, one)| has_kinds(one))
        }
        _ => false,
    })
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
