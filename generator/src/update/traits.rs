//! The traits that a user implements, read from the emitted server: what a method looks like is decided
//! there and nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Attribute, FnArg, Item, ItemTrait, Pat, ReturnType, TraitItem, TraitItemFn, Type, UseTree,
    Visibility,
};

use crate::emit::Module;
use crate::output::OutputError;

/// A trait whose methods the user writes.
#[derive(Debug)]
pub(super) struct ServerTrait {
    /// Its name.
    pub name: String,
    /// Its methods.
    pub methods: Vec<Method>,
}

/// One method of such a trait.
#[derive(Debug)]
pub(super) struct Method {
    /// Its name.
    pub name: String,
    /// Attributes and signature as an implementation writes them, without a body.
    pub signature: TokenStream,
}

/// The traits of the server, and where the names in their signatures come from.
#[derive(Debug, Default)]
pub(super) struct Server {
    /// The traits that have methods.
    pub traits: Vec<ServerTrait>,
    /// Path below the root of the generated code, by name.
    paths: BTreeMap<String, String>,
}

impl Server {
    /// Reads the emitted code: the module `server`, and what the modules beside it define, which it imports as a whole.
    pub(super) fn read(code: &Module) -> Result<Self, OutputError> {
        let mut server = Self::default();
        for child in &code.children {
            match child.name.as_str() {
                "server" => server.add(child, &[])?,
                name @ ("models" | "errors" | "responses" | "requests") => {
                    server.add_types(child, name)?
                }
                _ => {}
            }
        }
        Ok(server)
    }

    /// Notes the types that a module and those in it define: the module offers all of them.
    fn add_types(&mut self, module: &Module, owner: &str) -> Result<(), OutputError> {
        for item in parsed(module)?.items {
            let name = match item {
                Item::Struct(item) => item.ident,
                Item::Enum(item) => item.ident,
                Item::Type(item) => item.ident,
                _ => continue,
            };
            let path = format!("{owner}::{name}");
            self.paths.insert(name.to_string(), path);
        }
        let mut children = module.children.iter();
        children.try_for_each(|child| self.add_types(child, owner))
    }

    fn add(&mut self, module: &Module, parents: &[&str]) -> Result<(), OutputError> {
        let file = parsed(module)?;
        let mut place = parents.to_vec();
        place.push(&module.name);
        for item in file.items {
            self.item(item, &place);
        }
        module
            .children
            .iter()
            .try_for_each(|child| self.add(child, &place))
    }

    fn item(&mut self, item: Item, place: &[&str]) {
        match item {
            Item::Use(item) => {
                let is_public = matches!(item.vis, Visibility::Public(_));
                // Another crate is the same from everywhere.
                let start = item.leading_colon.map(|_| String::new());
                self.uses(
                    &item.tree,
                    &mut start.into_iter().collect(),
                    place,
                    is_public,
                );
            }
            Item::Type(item) => self.define(item.ident.to_string()),
            // Whatever the server defines is also visible in its root.
            Item::Struct(item) => self.define(item.ident.to_string()),
            Item::Enum(item) => self.define(item.ident.to_string()),
            Item::Trait(item) => {
                self.define(item.ident.to_string());
                let methods: Vec<Method> = methods(&item).collect();
                if !methods.is_empty() {
                    self.traits.push(ServerTrait {
                        name: item.ident.to_string(),
                        methods,
                    });
                }
            }
            _ => {}
        }
    }

    fn define(&mut self, name: String) {
        let path = format!("server::{name}");
        self.paths.insert(name, path);
    }

    /// Notes the names that a `use` brings in.
    fn uses(&mut self, tree: &UseTree, path: &mut Vec<String>, place: &[&str], is_public: bool) {
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.to_string());
                self.uses(&step.tree, path, place, is_public);
                path.pop();
            }
            UseTree::Group(group) => group
                .items
                .iter()
                .for_each(|tree| self.uses(tree, path, place, is_public)),
            UseTree::Name(name) if is_public => self.define(name.ident.to_string()),
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                let ups = path.iter().take_while(|step| *step == "super").count();
                let is_foreign = path.first().is_some_and(String::is_empty);
                let kept = if is_foreign {
                    0
                } else {
                    place.len().saturating_sub(ups)
                };
                let absolute = place.iter().take(kept).map(|step| (*step).to_owned());
                let below = path.iter().skip(ups).cloned();
                let leaf = (name != "self").then(|| name.clone());
                let full: Vec<String> = absolute.chain(below).chain(leaf).collect();
                if let Some(last) = full.last() {
                    self.paths
                        .entry(last.clone())
                        .or_insert_with(|| full.join("::"));
                }
            }
            UseTree::Rename(_) | UseTree::Glob(_) => {}
        }
    }

    /// The `use` lines that these tokens need, with `root` before each path.
    pub(super) fn imports(&self, tokens: &[&TokenStream], more: &[&str], root: &str) -> String {
        let mut names = BTreeSet::new();
        tokens
            .iter()
            .for_each(|tokens| free_names((*tokens).clone(), &mut names));
        names.extend(more.iter().map(|name| (*name).to_owned()));
        let paths: BTreeSet<&String> = names
            .iter()
            .filter_map(|name| self.paths.get(name))
            .collect();
        paths
            .iter()
            .map(|path| match path.starts_with("::") {
                true => format!("use {path};\n"),
                false => format!("use {root}{path};\n"),
            })
            .collect()
    }
}

fn parsed(module: &Module) -> Result<syn::File, OutputError> {
    syn::parse2(module.items.clone()).map_err(|error| OutputError {
        module: module.name.clone(),
        message: error.to_string(),
    })
}

/// Names that stand at the start of a path.
fn free_names(tokens: TokenStream, names: &mut BTreeSet<String>) {
    let mut in_path = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                if !in_path {
                    names.insert(ident.to_string());
                }
                in_path = false;
            }
            TokenTree::Punct(punct) => {
                in_path = punct.as_char() == ':' && (in_path || is_joint(&punct))
            }
            TokenTree::Group(group) => {
                free_names(group.stream(), names);
                in_path = false;
            }
            TokenTree::Literal(_) => in_path = false,
        }
    }
}

fn is_joint(punct: &proc_macro2::Punct) -> bool {
    punct.spacing() == proc_macro2::Spacing::Joint
}

fn methods(item: &ItemTrait) -> impl Iterator<Item = Method> {
    item.items.iter().filter_map(|item| match item {
        TraitItem::Fn(method) if method.default.is_none() => Some(Method {
            name: method.sig.ident.to_string(),
            signature: signature(method),
        }),
        _ => None,
    })
}

/// `fn f(&self, id: i64) -> impl Future<Output = T> + Send;` as `async fn f(&self, _id: i64) -> T`, with the
/// first line of its docs.
fn signature(method: &TraitItemFn) -> TokenStream {
    let docs = method
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident("doc"));
    let lints = method
        .attrs
        .iter()
        .filter(|attribute: &&Attribute| attribute.path().is_ident("allow"));
    let name = &method.sig.ident;
    let inputs = method.sig.inputs.iter().map(|input| match input {
        FnArg::Typed(argument) => match &*argument.pat {
            Pat::Ident(pattern) => {
                let unused = format_ident!("_{}", pattern.ident);
                let value = &argument.ty;
                quote!(#unused: #value)
            }
            _ => argument.to_token_stream(),
        },
        FnArg::Receiver(receiver) => receiver.to_token_stream(),
    });
    let output = output(&method.sig.output);
    quote!(#docs #(#lints)* async fn #name(#(#inputs),*) -> #output)
}

/// What a future gives.
pub(super) fn output(output: &ReturnType) -> TokenStream {
    let ReturnType::Type(_, value) = output else {
        return quote!(());
    };
    let Type::ImplTrait(future) = &**value else {
        return value.to_token_stream();
    };
    let bindings = future.bounds.iter().filter_map(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => bound.path.segments.last(),
        _ => None,
    });
    for segment in bindings {
        if let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments {
            for argument in &arguments.args {
                if let syn::GenericArgument::AssocType(output) = argument {
                    return output.ty.to_token_stream();
                }
            }
        }
    }
    value.to_token_stream()
}
