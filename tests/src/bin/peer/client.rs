//! The functions of a generated client as its files have them: what each must be given, and what it may be.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::module_files;
use syn::parse::{Parse, ParseStream};
use syn::{
    Attribute, Expr, FnArg, GenericArgument, Ident, ImplItem, Item, ItemUse, Pat, PathArguments,
    ReturnType, Token, Type, braced,
};

/// A file of the client.
pub(crate) struct ClientFile {
    /// The types of other crates that it names.
    pub(crate) imports: Vec<ItemUse>,
    /// Its functions.
    pub(crate) functions: Vec<Function>,
}

/// A function of the client.
pub(crate) struct Function {
    pub(crate) name: String,
    /// What it takes.
    pub(crate) arguments: Vec<Argument>,
    /// What its call takes.
    pub(crate) options: Vec<Argument>,
}

/// Something that is given to a function.
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) value: Type,
}

/// The files of the client of a crate.
pub(crate) fn read(sources: &Path) -> io::Result<Vec<ClientFile>> {
    let files = module_files(sources, "client")?.into_iter();
    files.map(read_file).collect()
}

fn read_file(file: syn::File) -> io::Result<ClientFile> {
    let mut imports = Vec::new();
    let mut functions = Vec::new();
    let mut options: BTreeMap<String, Vec<Argument>> = BTreeMap::new();
    for item in file.items {
        match item {
            Item::Use(import) if import.leading_colon.is_some() => imports.push(import),
            Item::Impl(block) if is_named(&block.self_ty, "Client") => {
                functions.extend(block.items.into_iter().filter_map(function));
            }
            Item::Macro(call) if call.mac.path.is_ident("options") => {
                let table: OptionTable = call.mac.parse_body().map_err(io::Error::other)?;
                options.insert(table.marker.to_string(), table.rows);
            }
            _ => {}
        }
    }
    let with_options = |(mut function, marker): (Function, Option<String>)| {
        function.options = marker
            .and_then(|marker| options.remove(&marker))
            .unwrap_or_default();
        function
    };
    Ok(ClientFile {
        imports,
        functions: functions.into_iter().map(with_options).collect(),
    })
}

/// A function that makes a call, and the marker of the call.
fn function(item: ImplItem) -> Option<(Function, Option<String>)> {
    let ImplItem::Fn(function) = item else {
        return None;
    };
    let ReturnType::Type(_, returned) = &function.sig.output else {
        return None;
    };
    let Type::Path(call) = &**returned else {
        return None;
    };
    let last = call
        .path
        .segments
        .last()
        .filter(|last| last.ident == "Call")?;
    let PathArguments::AngleBracketed(generics) = &last.arguments else {
        return None;
    };
    // The lifetime, the success, the errors, and the marker.
    let marker = match generics.args.iter().nth(3) {
        Some(GenericArgument::Type(Type::Path(marker))) => {
            marker.path.get_ident().map(Ident::to_string)
        }
        _ => None,
    };
    let arguments = function
        .sig
        .inputs
        .into_iter()
        .filter_map(|input| match input {
            FnArg::Typed(typed) => match *typed.pat {
                Pat::Ident(name) => Some(Argument {
                    name: name.ident.to_string(),
                    value: *typed.ty,
                }),
                _ => None,
            },
            FnArg::Receiver(_) => None,
        });
    let function = Function {
        name: function.sig.ident.to_string(),
        arguments: arguments.collect(),
        options: Vec::new(),
    };
    Some((function, marker))
}

fn is_named(value: &Type, name: &str) -> bool {
    matches!(value, Type::Path(path) if path.path.is_ident(name))
}

/// What `options!` is called with: the marker, and rows `name: type => method(…)`.
struct OptionTable {
    marker: Ident,
    rows: Vec<Argument>,
}

impl Parse for OptionTable {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let marker = input.parse()?;
        let content;
        braced!(content in input);
        let mut rows = Vec::new();
        while !content.is_empty() {
            content.call(Attribute::parse_outer)?;
            let name: Ident = content.parse()?;
            content.parse::<Token![:]>()?;
            let value = content.parse()?;
            content.parse::<Token![=>]>()?;
            content.parse::<Expr>()?;
            content.parse::<Option<Token![,]>>()?;
            rows.push(Argument {
                name: name.to_string(),
                value,
            });
        }
        Ok(Self { marker, rows })
    }
}
