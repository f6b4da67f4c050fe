//! Tables: what turns models into JSON and back, one row per field. Nobody needs to read them.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::Module;
use super::conditions;
use super::lints::perhaps_unused;
use super::models::types;
use super::spell::{From, Name, default_value, foreign, rust_type};
use crate::plan::{
    ConditionItem, ConstraintRow, FieldItem, LimitItem, ModelGroup, Multipart, Otherwise, Plan,
    Presence, StructItem, TypeItem, TypeKind, UnionItem, UnionReading,
};

/// What the modules are.
const DOCS: &str = "How the models become JSON and back.";

/// The module `models::serde`.
pub(super) fn whole(plan: &Plan, group: &ModelGroup) -> Module {
    let tables = Tables {
        foreign: foreign_types(plan),
        ..Tables::of(plan, group)
    };
    Module::private("serde", DOCS, tables.items(&quote!(super::super::)))
}

/// The module `serde` of a file of the models.
pub(super) fn part(plan: &Plan, group: &ModelGroup) -> Module {
    let tables = Tables::of(plan, group);
    let others = tables.other_conditions();
    let others = (!others.is_empty()).then(|| quote!(use super::super::serde::{#(#others),*};));
    let items = tables.items(&quote!(super::super::super::));
    Module::private("serde", DOCS, quote!(#others #items))
}

/// The module `serde` beside the files of the models: what is in none of them.
pub(super) fn shared(plan: &Plan) -> Option<Module> {
    let groups = plan.model_groups.iter();
    let placed: BTreeSet<usize> = groups
        .flat_map(|group| &group.conditions)
        .copied()
        .collect();
    let conditions = plan.conditions.iter().enumerate();
    let tables = Tables {
        types: Vec::new(),
        conditions: conditions
            .filter(|(one, _)| !placed.contains(one))
            .collect(),
        foreign: foreign_types(plan),
    };
    let is_empty = tables.conditions.is_empty() && tables.foreign.is_empty();
    let items = tables.shared_items(perhaps_unused(plan));
    (!is_empty).then(|| Module::private("serde", DOCS, items))
}

/// What stands in one module.
struct Tables<'p> {
    types: Vec<&'p TypeItem>,
    /// Conditions with their positions.
    conditions: Vec<(usize, &'p ConditionItem)>,
    /// Types of other crates that appear in bodies and have no limits of their own.
    foreign: Vec<TokenStream>,
}

impl<'p> Tables<'p> {
    /// What stands in one file of the models.
    fn of(plan: &'p Plan, group: &ModelGroup) -> Self {
        let conditions = group.conditions.iter();
        let conditions = conditions.filter_map(|one| Some((*one, plan.conditions.get(*one)?)));
        Self {
            types: types(plan, group),
            conditions: conditions.collect(),
            foreign: Vec::new(),
        }
    }

    fn items(&self, up: &TokenStream) -> TokenStream {
        let imports = self.imports(up);
        let rows = self.types.iter().map(|one| item(one));
        let constraints = constraints(&self.types, &self.foreign);
        let conditions = self.conditions.iter();
        let conditions = conditions.map(|(position, item)| conditions::one(*position, item));
        quote!(#imports #(#rows)* #constraints #(#conditions)*)
    }

    /// Items that the files of the models name.
    fn shared_items(&self, allow: Option<TokenStream>) -> TokenStream {
        let imports = self.imports(&quote!(super::super::));
        let constraints = constraints(&self.types, &self.foreign);
        let conditions = self.conditions.iter();
        let conditions = conditions.map(|(position, item)| {
            let condition = conditions::one(*position, item);
            quote!(#allow pub(super) #condition)
        });
        quote!(#imports #constraints #(#conditions)*)
    }

    /// The conditions of other files that this one names.
    fn other_conditions(&self) -> Vec<Ident> {
        let of_types = self.types.iter().flat_map(|item| item.conditions());
        let of_conditions = self.conditions.iter().flat_map(|(_, item)| item.named());
        let own: BTreeSet<usize> = self.conditions.iter().map(|(one, _)| *one).collect();
        let named: BTreeSet<usize> = of_types.chain(of_conditions).collect();
        named
            .difference(&own)
            .map(|one| conditions::name(*one))
            .collect()
    }

    fn imports(&self, up: &TokenStream) -> TokenStream {
        let kinds = self.macros().into_iter();
        let macros = kinds.filter_map(|(is_there, path)| is_there.then_some(path));
        let mut conditions = self.conditions.iter().map(|(_, item)| *item);
        let has_pattern = self.types.iter().any(|item| has_pattern(item))
            || conditions.clone().any(conditions::has_pattern);
        let pattern = has_pattern.then(|| quote!(pattern::Pattern));
        let has_limits = conditions.clone().any(conditions::has_limits);
        let kind = conditions.any(conditions::has_kinds);
        let kind = kind.then(|| quote!(, Kind));
        let has_conditions = !self.conditions.is_empty();
        let condition = has_conditions.then(|| quote!(condition::{Condition #kind}));
        let has_tables = self.has(|kind| !matches!(kind, TypeKind::Alias(_)));
        let models = has_tables.then(|| {
            quote!(
                use super::*;
            )
        });
        let validate =
            (has_tables || has_limits || !self.foreign.is_empty()).then(|| quote!(validate));
        let first = macros.chain(pattern).chain(condition);
        let first = first.map(|path| quote!(use #up runtime::#path;));
        let validate = validate.map(|path| quote!(use #up runtime::#path;));
        quote!(#(#first)* #models #validate)
    }

    /// The macros that write tables: whether there is a type for each, and where it is in the runtime.
    fn macros(&self) -> [(bool, TokenStream); 10] {
        let is_tag = |union: &UnionItem| matches!(union.reading, UnionReading::Tag { .. });
        [
            (
                self.has(|kind| {
                    matches!(kind, TypeKind::Struct(one) if one.multipart != Multipart::Streamed)
                }),
                quote!(wire::{self, record}),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::Union(_))),
                quote!(unions),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::Union(union) if is_tag(union))),
                quote!(tagged),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::TextEnum { open: false, .. })),
                quote!(text_enum::{self, text_enum}),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::TextEnum { open: true, .. })),
                quote!(text_enum::open_text_enum),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::Tuple(_))),
                quote!(tuple::{self, tuple}),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::Newtype(_))),
                quote!(newtype::newtype),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::ValueEnum(_))),
                quote!(value_enum::{self, value_enum}),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::IntegerEnum { open: false, .. })),
                quote!(text_enum::integer_enum),
            ),
            (
                self.has(|kind| matches!(kind, TypeKind::IntegerEnum { open: true, .. })),
                quote!(open_integer::open_integer_enum),
            ),
        ]
    }

    fn has(&self, test: impl Fn(&TypeKind) -> bool) -> bool {
        self.types.iter().any(|item| test(&item.kind))
    }
}

/// Whether a constraint of the type is a pattern.
fn has_pattern(item: &TypeItem) -> bool {
    item.constraints.iter().any(
        |row| matches!(row, ConstraintRow::Member { limits, .. } if limits.iter().any(is_pattern)),
    )
}

/// Whether a limit is a pattern.
pub(super) fn is_pattern(limit: &LimitItem) -> bool {
    matches!(limit, LimitItem::Pattern(_))
}

/// The condition of a whole type, as the last part of its table.
fn meets(item: &TypeItem) -> Option<TokenStream> {
    let name = conditions::name(item.condition?);
    Some(quote!(meets #name))
}

/// The table of a type.
pub(super) fn item(item: &TypeItem) -> TokenStream {
    let name = item.name.ident();
    match &item.kind {
        // A form with files that come as they do is nothing but a form.
        TypeKind::Struct(structure) if structure.multipart == Multipart::Streamed => quote!(),
        TypeKind::Struct(structure) => record(item, structure),
        TypeKind::TextEnum { variants, open } => {
            let rows = variants.iter().map(|(name, text, _)| {
                let name = name.ident();
                quote!(#name = #text)
            });
            if *open {
                quote!(open_text_enum!(#name { #(#rows),* });)
            } else {
                quote!(text_enum!(#name { #(#rows),* });)
            }
        }
        TypeKind::IntegerEnum { variants, open } => {
            let rows = variants.iter().map(|(name, number, _)| {
                let name = name.ident();
                let number = Literal::i64_unsuffixed(*number);
                quote!(#name = #number)
            });
            if *open {
                quote!(open_integer_enum!(#name { #(#rows),* });)
            } else {
                quote!(integer_enum!(#name { #(#rows),* });)
            }
        }
        TypeKind::ValueEnum(variants) => {
            let rows = variants.iter().map(|(name, json, _)| {
                let name = name.ident();
                quote!(#name = #json)
            });
            quote!(value_enum!(#name { #(#rows),* });)
        }
        TypeKind::Tuple(structure) => tuple(item, structure),
        TypeKind::Newtype(target) => {
            let target = rust_type(target, From::Models);
            let meets = meets(item);
            quote!(newtype!(#name(#target) #meets);)
        }
        TypeKind::Union(union) => union_table(item, union),
        TypeKind::Alias(_) => TokenStream::new(),
    }
}

fn record(item: &TypeItem, structure: &StructItem) -> TokenStream {
    let name = item.name.ident();
    let rows = structure
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| record_row(index, field));
    let rest = structure.rest.as_ref().map(|(name, _)| {
        let name = name.ident();
        quote!(rest #name)
    });
    let closed = structure.closed.then(|| quote!(; closed));
    quote!(record!(#name { #(#rows),* } #rest #closed);)
}

fn tuple(item: &TypeItem, structure: &StructItem) -> TokenStream {
    let name = item.name.ident();
    let rows = structure.fields.iter().map(|field| {
        let name = field.name.ident();
        match field.presence {
            Presence::Required => quote!(#name: required),
            _ => quote!(#name: optional),
        }
    });
    let rest = structure.rest.as_ref().map(|(name, _)| {
        let name = name.ident();
        quote!(rest #name)
    });
    let meets = meets(item);
    quote!(tuple!(#name { #(#rows),* } #rest #meets);)
}

fn record_row(index: usize, field: &FieldItem) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let name = field.name.ident();
    let key = key(&name, &field.wire_name);
    match &field.presence {
        Presence::Required => quote!(#index #name: required #key),
        Presence::Nullable => quote!(#index #name: nullable #key),
        Presence::Optional => quote!(#index #name: optional #key),
        Presence::Maybe => quote!(#index #name: maybe #key),
        Presence::MaybeDefaulted(json) => quote!(#index #name: maybe_defaulted #key (#json)),
        Presence::DefaultedJson(json) => quote!(#index #name: defaulted_json #key (#json)),
        Presence::Defaulted(default) => {
            let default = default_value(default, From::Models);
            quote!(#index #name: defaulted #key (#default))
        }
    }
}

/// The key of a row, left out where it is the field's name.
fn key(name: &proc_macro2::Ident, wire_name: &str) -> Option<String> {
    (*name != wire_name).then(|| wire_name.to_owned())
}

fn union_table(item: &TypeItem, union: &UnionItem) -> TokenStream {
    let name = item.name.ident();
    let meets = meets(item);
    let variants: Vec<_> = union
        .variants
        .iter()
        .map(|variant| variant.name.ident())
        .collect();
    match &union.reading {
        UnionReading::Tag {
            property,
            tags,
            otherwise,
        } => {
            let rows = variants.iter().zip(tags).map(|(variant, tags)| {
                let tags = (!tags.is_empty()).then(|| quote!(= #(#tags)|*));
                quote!(#variant #tags)
            });
            let otherwise = match otherwise {
                Otherwise::Refuse => None,
                Otherwise::Try => Some(quote!(or trial)),
                Otherwise::Take(variant) => {
                    let variant = variant.ident();
                    Some(quote!(else #variant))
                }
            };
            quote!(tagged::tagged_union!(#name by #property { #(#rows),* } #otherwise #meets);)
        }
        UnionReading::Rules(rules) => {
            let rows = variants.iter().zip(rules).map(|(variant, rule)| {
                let kinds = rule.kinds.iter().map(|kind| format_ident!("{kind}"));
                let member = rule.member.as_ref().map(|(member, values)| {
                    let values = (!values.is_empty()).then(|| quote!(= #(#values)|*));
                    quote!((#member #values))
                });
                quote!(#variant: #(#kinds)|* #member)
            });
            quote!(unions::union!(#name { #(#rows),* } #meets);)
        }
    }
}

/// The tables of constraints; types that nothing constrains share one.
fn constraints(types: &[&TypeItem], foreign: &[TokenStream]) -> TokenStream {
    let mut free: Vec<TokenStream> = Vec::new();
    let mut tables = Vec::new();
    for item in types {
        let name = item.name.ident();
        match &item.kind {
            TypeKind::Struct(_)
            | TypeKind::TextEnum { .. }
            | TypeKind::IntegerEnum { .. }
            | TypeKind::ValueEnum(_)
                if !item.constraints.is_empty() || item.condition.is_some() =>
            {
                let rows = item.constraints.iter().map(constraint);
                let meets = meets(item);
                tables.push(quote!(validate::constraints!(#name { #(#rows),* } #meets);));
            }
            TypeKind::Struct(_)
            | TypeKind::TextEnum { .. }
            | TypeKind::IntegerEnum { .. }
            | TypeKind::ValueEnum(_) => free.push(quote!(#name)),
            TypeKind::Tuple(_) | TypeKind::Newtype(_) | TypeKind::Union(_) | TypeKind::Alias(_) => {
            }
        }
    }
    free.extend(foreign.iter().cloned());
    let free = (!free.is_empty()).then(|| quote!(validate::unconstrained!(#(#free),*);));
    quote!(#(#tables)* #free)
}

/// Types of other crates that appear in bodies and have no limits of their own.
fn foreign_types(plan: &Plan) -> Vec<TokenStream> {
    let types = plan.foreign_types.iter();
    types.map(|value| foreign(&value.path)).collect()
}

fn constraint(row: &ConstraintRow) -> TokenStream {
    match row {
        ConstraintRow::Member {
            field,
            wire_name,
            limits,
        } => {
            let field = field.ident();
            let limits = limits.iter().map(limit);
            quote!(member #field #wire_name [#(#limits),*])
        }
        ConstraintRow::Meets {
            field,
            wire_name,
            required,
            condition,
        } => {
            let field = field.ident();
            let condition = conditions::name(*condition);
            if *required {
                quote!(meets_member #field #wire_name = #condition)
            } else {
                quote!(meets_optional #field #wire_name = #condition)
            }
        }
        ConstraintRow::Nested { field, wire_name } => {
            let field = field.ident();
            quote!(nested #field #wire_name)
        }
    }
}

/// A limit as an expression.
pub(super) fn limit(limit: &LimitItem) -> TokenStream {
    match limit {
        LimitItem::Count(name, count) => {
            let name = format_ident!("{name}");
            let count = Literal::u64_unsuffixed(*count);
            quote!(validate::Limit::#name(#count))
        }
        LimitItem::Integer(name, bound) => {
            let name = format_ident!("{name}");
            let bound = Literal::i128_unsuffixed(*bound);
            quote!(validate::Limit::#name(#bound))
        }
        LimitItem::Number(name, bound) => {
            let name = format_ident!("{name}");
            let bound = Literal::f64_unsuffixed(*bound);
            quote!(validate::Limit::#name(#bound))
        }
        LimitItem::UniqueItems => quote!(validate::Limit::UniqueItems),
        LimitItem::Pattern(pattern) => {
            let pattern = self::pattern(pattern);
            quote!(validate::Limit::Pattern(#pattern))
        }
    }
}

/// A pattern as an expression.
pub(super) fn pattern(pattern: &str) -> TokenStream {
    quote!({ static PATTERN: Pattern = Pattern::new(#pattern); &PATTERN })
}
