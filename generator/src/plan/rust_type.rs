//! Types as they are written in Rust.

use std::sync::Arc;

use super::foreign::ForeignType;
use super::names::TypeName;

/// A Rust type in use.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RustType {
    /// `()`.
    Unit,
    /// `bool`.
    Bool,
    /// A primitive number, by its name.
    Number(&'static str),
    /// `String`.
    String,
    /// A type of another crate.
    Foreign(Arc<ForeignType>),
    /// A type of the runtime that is passed by value: its file and its name.
    Runtime(&'static str, &'static str),
    /// An address of `::std::net`, by its name.
    Address(&'static str),
    /// The runtime's `Base64`.
    Base64,
    /// The runtime's `Binary`.
    Binary,
    /// The runtime's `JsonText<T>`.
    JsonText(Box<RustType>),
    /// The runtime's `ByteStream`.
    ByteStream,
    /// The runtime's `ServerSentEvent`.
    ServerSentEvent,
    /// The runtime's `ItemStream<T>`.
    ItemStream(Box<RustType>),
    /// `::serde_json::Value`.
    Json,
    /// A named type.
    Named(TypeName),
    /// `Vec<T>`.
    List(Box<RustType>),
    /// `(A, B)`.
    Tuple(Vec<RustType>),
    /// A map from texts, by the name of its type.
    Map(&'static str, Box<RustType>),
    /// `Option<T>`.
    Option(Box<RustType>),
    /// The runtime's `Maybe<T>`.
    Maybe(Box<RustType>),
    /// `Box<T>`.
    Boxed(Box<RustType>),
}

impl RustType {
    /// Whether a value is passed by value to a client method.
    pub fn is_copy(&self) -> bool {
        matches!(
            self,
            Self::Unit | Self::Bool | Self::Number(_) | Self::Runtime(..) | Self::Address(_)
        ) || matches!(self, Self::Foreign(foreign) if foreign.is_copy)
    }

    /// Visits the names of the types that it is made of, to change them.
    pub(super) fn visit_names(&mut self, change: &mut dyn FnMut(&mut TypeName)) {
        match self {
            Self::Named(name) => change(name),
            Self::List(inner)
            | Self::Map(_, inner)
            | Self::Option(inner)
            | Self::Maybe(inner)
            | Self::JsonText(inner)
            | Self::ItemStream(inner)
            | Self::Boxed(inner) => inner.visit_names(change),
            Self::Tuple(items) => items.iter_mut().for_each(|item| item.visit_names(change)),
            _ => {}
        }
    }

    /// The same with other types in the stead of names, where there are any.
    pub(super) fn replaced(&self, stands_for: &dyn Fn(&TypeName) -> Option<Self>) -> Self {
        let boxed = |inner: &Self| Box::new(inner.replaced(stands_for));
        match self {
            Self::Named(name) => stands_for(name).unwrap_or_else(|| self.clone()),
            Self::List(inner) => Self::List(boxed(inner)),
            Self::Map(map, inner) => Self::Map(map, boxed(inner)),
            Self::Option(inner) => Self::Option(boxed(inner)),
            Self::Maybe(inner) => Self::Maybe(boxed(inner)),
            Self::JsonText(inner) => Self::JsonText(boxed(inner)),
            Self::ItemStream(inner) => Self::ItemStream(boxed(inner)),
            Self::Boxed(inner) => Self::Boxed(boxed(inner)),
            Self::Tuple(items) => {
                let items = items.iter().map(|item| item.replaced(stands_for));
                Self::Tuple(items.collect())
            }
            _ => self.clone(),
        }
    }

    /// Visits the type and all that it is made of.
    pub fn visit(&self, look: &mut dyn FnMut(&Self)) {
        look(self);
        match self {
            Self::List(inner)
            | Self::Map(_, inner)
            | Self::Option(inner)
            | Self::Maybe(inner)
            | Self::JsonText(inner)
            | Self::ItemStream(inner)
            | Self::Boxed(inner) => inner.visit(look),
            Self::Tuple(items) => items.iter().for_each(|item| item.visit(look)),
            _ => {}
        }
    }
}
