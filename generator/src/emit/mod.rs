//! Stage emit: the plan as tokens. Total and pure: every plan can be spelt, and nothing is decided here.

mod client;
mod conditions;
mod lints;
mod models;
mod multipart;
mod operation;
mod responses;
mod routes;
mod security;
mod server;
mod servers;
mod spell;
mod tables;

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
    /// Whether others than its parent see it.
    pub public: bool,
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
            public: true,
            items,
            children: Vec::new(),
        }
    }

    /// A module that only its parent sees.
    fn private(name: &str, docs: &str, items: TokenStream) -> Self {
        Self {
            public: false,
            ..Self::new(name, docs, items)
        }
    }
}

/// The whole output but for the runtime.
pub fn emit(plan: &Plan) -> Module {
    let mut children = vec![models::module(plan)];
    children.extend(responses::modules(plan));
    children.extend(security::module(plan));
    let has_operations = !plan.operation_groups.is_empty();
    if plan.parts.client && has_operations {
        children.push(client::module(plan));
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
