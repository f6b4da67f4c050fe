//! Pages: which fields of an answer hold the results, and what asks for the next page.

use std::collections::BTreeMap;

use super::model::{FieldItem, Presence, TypeItem, TypeKind};
use super::names::{FieldName, TypeName};
use super::operation_model::Success;
use super::rust_type::RustType;
use crate::ir;

/// How an operation gives its results page by page.
#[derive(Clone, Debug)]
pub struct PaginationItem {
    /// The query parameter that says which page is wanted.
    pub parameter: String,
    /// A page.
    pub page: RustType,
    /// One of the results.
    pub item: RustType,
    /// The fields of a page that lead to the results; none: a page is the list of them.
    pub items: Vec<PageField>,
    /// What asks for the next page.
    pub next: NextItem,
    /// The fields that lead to what says whether there are more.
    pub more: Option<Vec<PageField>>,
}

/// A field on the way to a value.
#[derive(Clone, Debug)]
pub struct PageField {
    /// Its name.
    pub name: FieldName,
    /// How it holds its value.
    pub held: Held,
}

/// How a field holds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// As it is.
    Plainly,
    /// In an `Option`.
    Option,
    /// In a `Maybe`.
    Maybe,
}

/// What asks for the next page.
#[derive(Clone, Debug)]
pub enum NextItem {
    /// What these fields lead to.
    Member(Vec<PageField>),
    /// What these fields of the last result lead to.
    LastItem(Vec<PageField>),
    /// The number of the page, from this one on, and the number of pages.
    Number(u64, Option<Vec<PageField>>),
    /// The number of results, and how many there are.
    Offset(Option<Vec<PageField>>),
    /// A link.
    Link,
}

/// Finds the fields of pages.
pub(super) struct PaginationPlanner<'a> {
    types: BTreeMap<&'a TypeName, &'a TypeKind>,
}

impl<'a> PaginationPlanner<'a> {
    pub(super) fn new(types: &'a [TypeItem]) -> Self {
        let types = types.iter().map(|item| (&item.name, &item.kind));
        Self {
            types: types.collect(),
        }
    }

    /// How an operation gives its results page by page; `None` where a page has no place for them in Rust.
    pub(super) fn pagination(
        &self,
        pagination: Option<&ir::Pagination>,
        success: &Success,
    ) -> Option<PaginationItem> {
        let pagination = pagination?;
        let Success::One(_, content) = success else {
            return None;
        };
        let page = &content.value;
        let path = |names: &[String]| self.path(page, names).map(|(fields, _)| fields);
        let maybe = |names: &Option<Vec<String>>| names.as_ref().map(|one| path(one));
        let (items, list) = self.path(page, &pagination.items)?;
        // What is left out on the way has no results to be taken out of it.
        let way = items.split_last().map_or(&[][..], |(_, way)| way);
        if way.iter().any(|field| field.held != Held::Plainly) {
            return None;
        }
        let RustType::List(item) = self.target(list) else {
            return None;
        };
        let next = match &pagination.next {
            ir::NextPage::Member(names) => NextItem::Member(path(names)?),
            ir::NextPage::LastItem(names) => NextItem::LastItem(self.path(item, names)?.0),
            ir::NextPage::Number { first, total } => {
                NextItem::Number(*first, maybe(total).unwrap_or_default())
            }
            ir::NextPage::Offset { total } => NextItem::Offset(maybe(total).unwrap_or_default()),
            ir::NextPage::Link => NextItem::Link,
        };
        Some(PaginationItem {
            parameter: pagination.parameter.clone(),
            page: page.clone(),
            item: (**item).clone(),
            items,
            next,
            more: maybe(&pagination.more).unwrap_or_default(),
        })
    }

    /// The fields that members lead to, and the type of the last one.
    fn path<'t>(
        &'t self,
        value: &'t RustType,
        names: &[String],
    ) -> Option<(Vec<PageField>, &'t RustType)> {
        let mut value = value;
        let mut fields = Vec::new();
        for name in names {
            let field = self.field(value, name)?;
            fields.push(PageField {
                name: field.name.clone(),
                held: held(field),
            });
            value = &field.value;
        }
        Some((fields, value))
    }

    fn field<'t>(&'t self, value: &'t RustType, name: &str) -> Option<&'t FieldItem> {
        let RustType::Named(named) = self.target(value) else {
            return None;
        };
        match self.types.get(named)? {
            TypeKind::Struct(structure) => {
                let mut fields = structure.fields.iter();
                fields.find(|field| field.wire_name == *name)
            }
            _ => None,
        }
    }

    /// What a type is behind its other names and its box.
    fn target<'t>(&'t self, value: &'t RustType) -> &'t RustType {
        match value {
            RustType::Boxed(inner) => self.target(inner),
            RustType::Named(name) => match self.types.get(name) {
                Some(TypeKind::Alias(target)) => self.target(target),
                _ => value,
            },
            _ => value,
        }
    }
}

fn held(field: &FieldItem) -> Held {
    match field.presence {
        Presence::Required => Held::Plainly,
        Presence::Nullable
        | Presence::Optional
        | Presence::Defaulted(_)
        | Presence::DefaultedJson(_) => Held::Option,
        Presence::Maybe | Presence::MaybeDefaulted(_) => Held::Maybe,
    }
}
