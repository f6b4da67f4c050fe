//! Clippy's opinions that a document can run into by the size or the names of what it describes, and the attribute
//! that answers them at that place alone.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::plan::{Plan, RustType};

/// How many arguments a function may have, `self` aside.
const ARGUMENTS: usize = 6;
/// How complex a type may be, as [`complexity`] counts.
const COMPLEXITY: usize = 250;

/// What clippy may say about one item.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lints {
    /// Whether names are among those that stand for something forgotten.
    pub placeholder: bool,
    /// How many arguments there are, `self` aside.
    pub arguments: usize,
    /// The complexity of its most complex type.
    pub complexity: usize,
    /// Whether the name promises another `self` than `&self`.
    pub self_convention: bool,
}

impl Lints {
    /// The attribute, where there is anything to answer.
    pub(super) fn allowed(self) -> Option<TokenStream> {
        let found = [
            (self.arguments > ARGUMENTS, "too_many_arguments"),
            (self.complexity > COMPLEXITY, "type_complexity"),
            (self.placeholder, "disallowed_names"),
            (self.self_convention, "wrong_self_convention"),
        ];
        let names: Vec<_> = found
            .into_iter()
            .filter(|(applies, _)| *applies)
            .map(|(_, name)| format_ident!("{name}"))
            .collect();
        (!names.is_empty()).then(|| quote!(#[allow(#(clippy::#names),*)]))
    }
}

/// The attribute on what tags share, where Cargo features can switch off all that use it.
pub(super) fn perhaps_unused(plan: &Plan) -> Option<TokenStream> {
    let mut groups = plan.groups();
    let has_features = groups.any(|group| group.feature.is_some());
    has_features.then(|| quote!(#[allow(dead_code)]))
}

/// Whether clippy takes a name for one that stands for something forgotten.
pub(super) fn is_placeholder(name: &str) -> bool {
    matches!(name, "foo" | "baz" | "quux")
}

/// Whether clippy expects a method of this name to take `self` by value, or not at all.
pub(super) fn promises_other_self(name: &str) -> bool {
    name.starts_with("from_") || name.starts_with("into_")
}

/// The complexity of a type that stands `depth` levels inside another one: every named type, slice and tuple counts ten
/// times its depth, the outermost being at 1 (`clippy::type_complexity`).
pub(super) fn complexity(value: &RustType, depth: usize) -> usize {
    let inside: usize = match value {
        RustType::List(inner)
        | RustType::Option(inner)
        | RustType::Maybe(inner)
        | RustType::JsonText(inner)
        | RustType::ItemStream(inner)
        | RustType::Boxed(inner) => complexity(inner, depth + 1),
        RustType::Map(_, inner) => 10 * (depth + 1) + complexity(inner, depth + 1),
        RustType::Tuple(items) => items.iter().map(|item| complexity(item, depth + 1)).sum(),
        RustType::Foreign(foreign) => 10 * (depth + 1) * foreign.written.matches('<').count(),
        _ => 0,
    };
    10 * depth + inside
}
