//! Stage emit: the plan as tokens. Total and pure: every plan can be spelt, and nothing is decided here.

mod client;
mod conditions;
mod lints;
mod mock;
mod models;
mod multipart;
mod operation;
mod pagination;
mod requests;
mod responses;
mod routes;
mod security;
mod server;
mod servers;
mod spell;
mod tables;
mod webhooks;

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Plan;

/// A module of the output, with what it contains.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name; the root has none.
    pub name: String,
    /// What it is for, one line each.
    pub docs: String,
    /// Who sees it.
    pub visibility: Visibility,
    /// The Cargo feature of a whole crate that switches it; `None`: it is there with its parent.
    pub feature: Option<String>,
    /// Its items, without its children.
    pub items: TokenStream,
    /// The modules inside it.
    pub children: Vec<Module>,
}

impl Module {
    /// A public module without children.
    fn new(name: &str, docs: &str, items: TokenStream) -> Self {
        Self {
            name: name.to_owned(),
            docs: docs.to_owned(),
            visibility: Visibility::Public,
            feature: None,
            items,
            children: Vec::new(),
        }
    }

    /// A module that only its parent sees.
    fn private(name: &str, docs: &str, items: TokenStream) -> Self {
        Self {
            visibility: Visibility::Private,
            ..Self::new(name, docs, items)
        }
    }

    /// A file of its parent, whose items stand in the parent for others.
    fn part(name: &str, docs: &str, items: TokenStream) -> Self {
        Self {
            visibility: Visibility::Part,
            ..Self::new(name, docs, items)
        }
    }

    /// The same, switched by a feature.
    fn switched_by(self, feature: Option<&String>) -> Self {
        Self {
            feature: feature.cloned(),
            ..self
        }
    }
}

/// Who sees a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Its parent.
    Private,
    /// Its parent, which passes on all that is in it.
    Part,
}

/// The whole output but for the runtime.
pub fn emit(plan: &Plan) -> Module {
    let mut children = vec![models::module(plan)];
    children.extend(requests::module(plan));
    children.extend(responses::modules(plan));
    children.extend(security::module(plan));
    let has_operations = plan.groups().next().is_some();
    if plan.parts.client && has_operations {
        children.push(client::module(plan));
        children.extend(mock::module(plan));
    }
    if plan.parts.server && has_operations {
        children.push(server::module(plan));
    }
    let docs = format!("{}.", plan.info.heading);
    Module {
        children,
        ..Module::new("", &docs, quote!())
    }
}

pub use operation::{is_copy, snippet};
