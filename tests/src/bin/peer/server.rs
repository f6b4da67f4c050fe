//! The traits of a generated server as its files have them: what is to be implemented, and what its signatures name.

use std::io;
use std::path::Path;

use super::module_files;
use quote::{ToTokens as _, quote};
use syn::{
    FnArg, GenericArgument, Item, ItemUse, PathArguments, ReturnType, Signature, TraitItem, Type,
    TypeParamBound, UseTree,
};

/// A file of the server.
pub(crate) struct ServerFile {
    /// What its signatures name, as another crate imports it.
    pub(crate) imports: Vec<String>,
    /// Its traits.
    pub(crate) traits: Vec<Trait>,
}

/// A trait.
pub(crate) struct Trait {
    pub(crate) name: String,
    pub(crate) methods: Vec<Method>,
}

/// A method that has no default.
pub(crate) struct Method {
    pub(crate) name: String,
    /// `async fn name(&self, _: …) -> …`.
    pub(crate) signature: String,
    /// What a success is.
    pub(crate) success: Option<Type>,
}

/// The files of the server of a crate of this name.
pub(crate) fn read(sources: &Path, package: &str) -> io::Result<Vec<ServerFile>> {
    let read = |file: syn::File| {
        let mut found = ServerFile {
            imports: Vec::new(),
            traits: Vec::new(),
        };
        for item in file.items {
            match item {
                Item::Use(import) => add_imports(&import, package, &mut found.imports),
                Item::Trait(one) => {
                    let methods = one.items.into_iter().filter_map(method);
                    found.traits.push(Trait {
                        name: one.ident.to_string(),
                        methods: methods.collect(),
                    });
                }
                _ => {}
            }
        }
        found
    };
    let files = module_files(sources, "server")?.into_iter();
    Ok(files.map(read).collect())
}

fn method(item: TraitItem) -> Option<Method> {
    let TraitItem::Fn(mut function) = item else {
        return None;
    };
    if function.default.is_some() {
        return None;
    }
    let signature = &mut function.sig;
    let output = promised(signature)?;
    for input in &mut signature.inputs {
        if let FnArg::Typed(typed) = input {
            *typed.pat = syn::Pat::Wild(syn::PatWild {
                attrs: Vec::new(),
                underscore_token: Default::default(),
            });
        }
    }
    let (name, inputs) = (&signature.ident, &signature.inputs);
    Some(Method {
        name: name.to_string(),
        signature: quote!(async fn #name(#inputs) -> #output).to_string(),
        success: first_argument(&output),
    })
}

/// What the future that a method returns will give.
fn promised(signature: &Signature) -> Option<Type> {
    let ReturnType::Type(_, returned) = &signature.output else {
        return None;
    };
    let Type::ImplTrait(bounds) = &**returned else {
        return None;
    };
    bounds.bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else {
            return None;
        };
        let PathArguments::AngleBracketed(generics) = &bound.path.segments.last()?.arguments else {
            return None;
        };
        generics.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(output) => Some(output.ty.clone()),
            _ => None,
        })
    })
}

/// The first of the types in the brackets of a type.
fn first_argument(value: &Type) -> Option<Type> {
    let Type::Path(path) = value else {
        return None;
    };
    let PathArguments::AngleBracketed(generics) = &path.path.segments.last()?.arguments else {
        return None;
    };
    generics.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(value) => Some(value.clone()),
        _ => None,
    })
}

/// Types, by the paths that lead to them from outside.
fn add_imports(import: &ItemUse, package: &str, imports: &mut Vec<String>) {
    if import.leading_colon.is_some() {
        imports.push(import.to_token_stream().to_string());
        return;
    }
    let mut leaves = Vec::new();
    collect(&import.tree, &mut Vec::new(), &mut leaves);
    for path in leaves {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let names = names.iter().skip_while(|name| **name == "super");
        let names: Vec<&str> = names.copied().collect();
        let is_type = match names.as_slice() {
            ["models" | "errors" | "responses" | "requests", "*"] => true,
            ["runtime", .., last] => last.starts_with(char::is_uppercase),
            _ => false,
        };
        if is_type {
            imports.push(format!("use {package}::{};", names.join("::")));
        }
    }
}

fn collect(tree: &UseTree, path: &mut Vec<String>, leaves: &mut Vec<Vec<String>>) {
    let leaf = match tree {
        UseTree::Path(one) => {
            path.push(one.ident.to_string());
            collect(&one.tree, path, leaves);
            path.pop();
            return;
        }
        UseTree::Group(group) => {
            group
                .items
                .iter()
                .for_each(|one| collect(one, path, leaves));
            return;
        }
        UseTree::Name(name) => name.ident.to_string(),
        UseTree::Rename(name) => name.ident.to_string(),
        UseTree::Glob(_) => "*".to_owned(),
    };
    leaves.push(path.iter().cloned().chain([leaf]).collect());
}
